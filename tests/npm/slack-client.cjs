// Makes the calls that we make with Slack's own client: {url, token, calls:[{method, arguments}]} in, the answers out.
const { WebClient } = require('@slack/web-api');

async function main() {
  const { url, token, calls } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const client = new WebClient(token, { slackApiUrl: url, retryConfig: { retries: 0 } });
  const answers = [];
  for (const { method, arguments: given } of calls) answers.push((await client.apiCall(method, given)).ts);
  process.stdout.write(JSON.stringify(answers));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
