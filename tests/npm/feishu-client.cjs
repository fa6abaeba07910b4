// Makes the calls that we make with Feishu's own client: {url, appId, appSecret, calls:[{method: "im.message.create", payload}]} in, the answers' codes out.
const { Client } = require('@larksuiteoapi/node-sdk');

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

async function main() {
  const { url, appId, appSecret, calls } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const client = new Client({ appId, appSecret, domain: url, logger: quiet });
  const answers = [];
  for (const { method, payload } of calls) {
    const path = method.split('.');
    const owner = path.slice(0, -1).reduce((at, name) => at[name], client);
    answers.push((await owner[path.at(-1)](payload)).code ?? null);
  }
  process.stdout.write(JSON.stringify(answers));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
