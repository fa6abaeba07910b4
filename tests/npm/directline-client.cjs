// Microsoft's own Direct Line client against a service: {domain, token, webSocket, says: [...], drop, refresh} on standard input;
// everything it received, in order, and the ids it was given on standard output.
global.XMLHttpRequest = require('xhr2');
const sockets = [];
global.WebSocket = class extends require('ws') {
  constructor(...args) { super(...args); sockets.push(this); }
};
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const first = observable => new Promise((resolve, reject) => { observable.take(1).subscribe(resolve, reject); });

async function run({ domain, token, webSocket, says, drop, refresh }) {
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
  const refreshed = refresh ? await first(client.refreshToken()) : null;
  try { client.end(); } catch { /* it says so by throwing */ }
  return { activities, ids, states, sockets: sockets.length, refreshed };
}

let input = '';
process.stdin.on('data', d => { input += d; }).on('end', () => run(JSON.parse(input)).then(
  result => { process.stdout.write(JSON.stringify(result)); process.stdout.end?.(() => process.exit(0)); },
  error => { process.stderr.write(String(error?.stack ?? error)); process.exitCode = 1; setTimeout(() => process.exit(1), 100); }));
