// The messengers' own code as the other side of a service, for as long as it is asked: a line {ask, …} in, a line of JSON out. What it signs, it has taken by the vendor's
// own check where there is one.
global.XMLHttpRequest = require('xhr2');
global.WebSocket = require('ws');
const crypto = require('crypto');

const clients = {};
const first = observable => new Promise((resolve, reject) => { observable.take(1).subscribe(resolve, reject); });

const asks = {
  /** @slack/bolt takes it. */
  slack({ secret, timestamp, body }) {
    const signature = 'v0=' + crypto.createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const { verifySlackRequest } = require('@slack/bolt');
    verifySlackRequest({ signingSecret: secret, body, headers: { 'x-slack-request-timestamp': Number(timestamp), 'x-slack-signature': signature } });
    return { signature };
  },
  /** Encrypted with the SDK's cipher, and its dispatcher takes it. */
  async feishu({ encryptKey, verificationToken, timestamp, nonce, plain }) {
    const { make, judge } = require('./feishu-requests.cjs');
    const request = make({ timestamp, nonce, plain }, encryptKey);
    const { event } = await judge({ encryptKey, verificationToken })(request);
    if (event === null) throw new Error('The SDK does not take ' + plain);
    return request;
  },
  wecom({ token, key, id, timestamp, nonce, message }) {
    const { encrypt, getSignature } = require('@wecom/crypto');
    const sealed = encrypt(key, message, id);
    return { sealed, signature: getSignature(token, timestamp, nonce, sealed) };
  },
  dingtalk({ secret, timestamp }) {
    return { signature: decodeURIComponent(require('dingtalk-robot-sender/lib/sign')(secret, `${timestamp}\n${secret}`)) };
  },
  /** A Direct Line client of that name, connected by a socket. */
  async open({ name, domain, token }) {
    const { DirectLine } = require('botframework-directlinejs');
    const client = new DirectLine({ domain, token, webSocket: true, conversationStartProperties: { locale: 'zh-CN' } });
    clients[name] = { client, heard: [] };
    client.activity$.subscribe(activity => clients[name].heard.push(activity), () => {});
    return {};
  },
  async post({ name, activity }) {
    return { id: await first(clients[name].client.postActivity(activity)) };
  },
  heard: ({ name }) => clients[name].heard,
};

require('./lines.cjs')(asks);
