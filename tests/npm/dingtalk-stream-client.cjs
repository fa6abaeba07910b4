// DingTalk's own client at a gateway of our own: {frames, answer} in; what it opened the connection with, where it connected, and how it acknowledged each frame out.
const place = require.resolve('axios', { paths: [require.resolve('dingtalk-stream')] });
const asked = {};
let endpoint;
const axios = async options => {
  Object.assign(asked, { url: options.url, data: options.data, accept: options.headers.Accept });
  return { data: { endpoint, ticket: 'ticket-1' } };
};
axios.default = axios;
require.cache[place] = { id: place, filename: place, loaded: true, exports: axios };
console.info = () => {};

const { WebSocketServer } = require('ws');
const { DWClient, TOPIC_ROBOT, TOPIC_CARD } = require('dingtalk-stream');
const { frames, answer } = JSON.parse(require('fs').readFileSync(0, 'utf8'));

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, async () => {
  endpoint = `ws://127.0.0.1:${server.address().port}/connect`;
  const client = new DWClient({ clientId: 'key', clientSecret: 'secret', autoReconnect: false });
  client.registerAllEventListener(() => ({ status: 'SUCCESS', message: '' }));
  client.registerCallbackListener(TOPIC_ROBOT, m => client.socketCallBackResponse(m.headers.messageId, {}));
  client.registerCallbackListener(TOPIC_CARD, m => client.socketCallBackResponse(m.headers.messageId, answer));
  await client.connect();
});
server.on('connection', (socket, request) => {
  const acks = [];
  socket.on('message', data => {
    acks.push(JSON.parse(data));
    if (acks.length === frames.length) {
      process.stdout.write(JSON.stringify({ asked, path: request.url, acks }), () => process.exit(0));
    }
  });
  for (const frame of frames) socket.send(JSON.stringify(frame));
});
setTimeout(() => { process.stderr.write('no answer'); process.exit(1); }, 20000);
