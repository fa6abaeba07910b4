// Microsoft's own Direct Line client against a service: {domain, token, webSocket, says: [...], uploads: [{text?, files: [{name, type, base64}]}], drop, refresh} on standard input;
// everything it received, in order, and the ids it was given on standard output.
// Node has forms and blobs, xhr2 does not know them.
global.XMLHttpRequest = class extends require('xhr2') {
  send(body) {
    if (!(body instanceof FormData)) return super.send(body);
    const sealed = new Response(body);
    sealed.arrayBuffer().then(bytes => { this.setRequestHeader('content-type', sealed.headers.get('content-type')); super.send(new Uint8Array(bytes)); });
  }
};
const sockets = [];
global.WebSocket = class extends require('ws') {
  constructor(...args) { super(...args); sockets.push(this); }
};
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const first = observable => new Promise((resolve, reject) => { observable.take(1).subscribe(resolve, reject); });

/** Where the page's blob: addresses would be. */
async function offer(files) {
  const server = require('http').createServer((request, response) => response.end(Buffer.from(files[+request.url.slice(1)].base64, 'base64')));
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  return { server, attachments: files.map((file, i) => ({ contentType: file.type, name: file.name, contentUrl: `http://127.0.0.1:${server.address().port}/${i}` })) };
}

async function run({ domain, token, webSocket, says, uploads, drop, refresh }) {
  const client = new DirectLine({ domain, token, webSocket, pollingInterval: 200, conversationStartProperties: { locale: 'zh-CN' } });
  client.getRetryDelay = () => 0; // else three to fifteen seconds
  const activities = [], ids = [], states = [];
  let heard = () => {};
  client.connectionStatus$.subscribe(s => states.push(ConnectionStatus[s]), () => {});
  client.activity$.subscribe(a => { activities.push(a); heard(); }, () => {});
  const until = enough => new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`received only ${JSON.stringify(activities)}`)), 15000);
    heard = () => { if (enough()) { clearTimeout(patience); resolve(); } };
    heard();
  });

  await until(() => activities.length > 0); // the greeting
  for (const text of says) {
    const id = await first(client.postActivity({ type: 'message', text, from: { id: 'rep' }, channelData: { mark: text } }));
    ids.push(id);
    await until(() => activities.some(a => a.replyToId === id));
    if (drop) sockets.at(-1).terminate();
  }
  for (const { text, files } of uploads ?? []) {
    const { server, attachments } = await offer(files);
    const id = await first(client.postActivity({ type: 'message', text, from: { id: 'rep' }, attachments }));
    ids.push(id);
    await until(() => activities.some(a => a.replyToId === id));
    server.close();
  }
  const refreshed = refresh ? await first(client.refreshToken()) : null;
  try { client.end(); } catch { /* it says so by throwing */ }
  return { activities, ids, states, sockets: sockets.length, refreshed };
}

let input = '';
process.stdin.on('data', d => { input += d; }).on('end', () => run(JSON.parse(input)).then(
  result => { process.stdout.write(JSON.stringify(result)); process.stdout.end?.(() => process.exit(0)); },
  error => { process.stderr.write(String(error?.stack ?? error)); process.exitCode = 1; setTimeout(() => process.exit(1), 100); }));
