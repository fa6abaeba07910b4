// Takes requests as Feishu's own SDK does: {encryptKey, verificationToken, requests:[{timestamp, nonce, signature, body}]} in; for each by both of its handlers, what they
// hand to the application, or null. With {plain} instead of {body, signature} it is made first; the request comes back as well. {decrypt:[…]} is decrypted by its cipher.
const { AESCipher } = require('@larksuiteoapi/node-sdk');
const { make, judge } = require('./feishu-requests.cjs');

async function main() {
  const settings = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const { encryptKey, requests = [], decrypt = [] } = settings;
  const answers = [], judged = judge(settings);
  for (const given of requests) {
    const request = given.plain === undefined ? given : make(given, encryptKey);
    answers.push({ request, ...await judged(request) });
  }
  process.stdout.write(JSON.stringify({ answers, decrypted: decrypt.map(text => new AESCipher(encryptKey).decrypt(text)) }));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
