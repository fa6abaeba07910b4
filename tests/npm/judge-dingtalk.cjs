// Signs as dingtalk-robot-sender does: [{timestamp, secret}] in, [sign] out.
const sign = require('dingtalk-robot-sender/lib/sign');

const requests = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(requests.map(({ timestamp, secret }) => decodeURIComponent(sign(secret, `${timestamp}\n${secret}`)))));
