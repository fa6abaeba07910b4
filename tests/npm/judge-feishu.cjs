// Takes requests as Feishu's own SDK does: {encryptKey, verificationToken, requests:[{timestamp, nonce, signature, body}]} in; for each by both of its handlers, what they
// hand to the application, or null. With {plain} instead of {body, signature} it is first encrypted with the SDK's key and signed as its check wants it; the request comes
// back as well. {decrypt:[…]} is decrypted by its cipher.
const crypto = require('crypto');
const { AESCipher, EventDispatcher, CardActionHandler } = require('@larksuiteoapi/node-sdk');

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

function make({ timestamp, nonce, plain }, encryptKey) {
  const iv = crypto.createHash('md5').update(nonce).digest();
  const cipher = crypto.createCipheriv('aes-256-cbc', new AESCipher(encryptKey).key, iv);
  const body = JSON.stringify({ encrypt: Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64') });
  return { timestamp, nonce, body, signature: crypto.createHash('sha256').update(timestamp + nonce + encryptKey + body).digest('hex') };
}

async function judge(handler, { timestamp, nonce, signature, body }) {
  const headers = { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': nonce, 'x-lark-signature': signature };
  try {
    return (await handler.invoke(Object.assign(Object.create({ headers }), JSON.parse(body)))) ?? null;
  } catch {
    return null;
  }
}

async function main() {
  const { encryptKey, verificationToken, requests = [], decrypt = [] } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const settings = { encryptKey, verificationToken, logger: quiet };
  const events = new EventDispatcher(settings).register({ 'im.message.receive_v1': data => data, 'card.action.trigger': data => data });
  const cards = new CardActionHandler(settings, data => data);
  const answers = [];
  for (const given of requests) {
    const request = given.plain === undefined ? given : make(given, encryptKey);
    answers.push({ request, event: await judge(events, request), card: await judge(cards, request) });
  }
  process.stdout.write(JSON.stringify({ answers, decrypted: decrypt.map(text => new AESCipher(encryptKey).decrypt(text)) }));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
