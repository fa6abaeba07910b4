// Judges requests as @slack/bolt does: {secret, now (ms), requests:[{timestamp, signature, body}]} in, [true | false] out.
const { verifySlackRequest } = require('@slack/bolt');

const { secret, now, requests } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(requests.map(({ timestamp, signature, body }) => {
  try {
    verifySlackRequest({ signingSecret: secret, body, nowMilliseconds: now, headers: { 'x-slack-request-timestamp': Number(timestamp), 'x-slack-signature': signature } });
    return true;
  } catch {
    return false;
  }
})));
