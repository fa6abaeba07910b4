// What Feishu posts, made and taken as its own SDK does.
const crypto = require('crypto');
const { AESCipher, EventDispatcher, CardActionHandler } = require('@larksuiteoapi/node-sdk');

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** Encrypted with the SDK's key and signed as its check wants it. */
function make({ timestamp, nonce, plain }, encryptKey) {
  const iv = crypto.createHash('md5').update(nonce).digest();
  const cipher = crypto.createCipheriv('aes-256-cbc', new AESCipher(encryptKey).key, iv);
  const body = JSON.stringify({ encrypt: Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64') });
  return { timestamp, nonce, body, signature: crypto.createHash('sha256').update(timestamp + nonce + encryptKey + body).digest('hex') };
}

/** By both of its handlers, what they hand to the application, or null. */
function judge({ encryptKey, verificationToken }) {
  const settings = { encryptKey, verificationToken, logger: quiet };
  const events = new EventDispatcher(settings).register({ 'im.message.receive_v1': data => data, 'card.action.trigger': data => data });
  const cards = new CardActionHandler(settings, data => data);
  const by = async (handler, { timestamp, nonce, signature, body }) => {
    const headers = { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': nonce, 'x-lark-signature': signature };
    try {
      return (await handler.invoke(Object.assign(Object.create({ headers }), JSON.parse(body)))) ?? null;
    } catch {
      return null;
    }
  };
  return async request => ({ event: await by(events, request), card: await by(cards, request) });
}

module.exports = { make, judge };
