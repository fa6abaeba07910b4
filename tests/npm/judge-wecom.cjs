// Opens and seals as @wecom/crypto does: {token, key, id, open:[{signature, timestamp, nonce, encrypt}], seal:[{message, timestamp, nonce}]} in, {opened:[{signed, message, id}], sealed:[{encrypt, signature}]} out.
const { getSignature, encrypt, decrypt } = require('@wecom/crypto');

const { token, key, id, open, seal } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const opened = open.map(o => {
  const signed = getSignature(token, o.timestamp, o.nonce, o.encrypt) === o.signature;
  const { message, id: receiver } = decrypt(key, o.encrypt);
  return { signed, message, id: receiver };
});
const sealed = seal.map(s => {
  const text = encrypt(key, s.message, id);
  return { encrypt: text, signature: getSignature(token, s.timestamp, s.nonce, text) };
});
process.stdout.write(JSON.stringify({ opened, sealed }));
