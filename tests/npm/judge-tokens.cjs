// Judges tokens as botframework-connector does: {appId, metadata, issuer, cases:[{authorization, activity}]} in, [{granted, reason}] out.
const { BotFrameworkAuthenticationFactory, AuthenticationConfiguration, PasswordServiceClientCredentialFactory } = require('botframework-connector');

async function main() {
  const { appId, tenant, metadata, issuer, cases } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const judge = BotFrameworkAuthenticationFactory.create(
    '', true, 'https://login.microsoftonline.com/' + tenant, 'https://api.botframework.com', issuer, 'https://api.botframework.com',
    metadata, metadata, 'urn:botframework:azure', new PasswordServiceClientCredentialFactory(appId, 's', tenant), new AuthenticationConfiguration());
  const answers = [];
  for (const { authorization, activity } of cases) {
    try {
      await judge.authenticateRequest(activity, authorization ?? '');
      answers.push({ granted: true, reason: null });
    } catch (error) {
      answers.push({ granted: false, reason: String(error.message ?? error) });
    }
  }
  process.stdout.write(JSON.stringify(answers));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
