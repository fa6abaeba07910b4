// Judges tokens as Microsoft's packages do, each with the strictest settings it has: {judge, login, metadata, appId, tenant, cases:[{authorization, activity}]} in,
// [{granted, reason}] out.
const judges = {
  connector({ metadata, appId, tenant }) {
    const { BotFrameworkAuthenticationFactory, AuthenticationConfiguration, PasswordServiceClientCredentialFactory } = require('botframework-connector');
    const channel = 'https://api.botframework.com';
    const judge = BotFrameworkAuthenticationFactory.create(
      '', true, 'https://login.microsoftonline.com/' + tenant, channel, channel, channel,
      metadata, metadata, 'urn:botframework:azure', new PasswordServiceClientCredentialFactory(appId, 's', tenant), new AuthenticationConfiguration());
    return (authorization, activity) => judge.authenticateRequest(activity, authorization ?? '');
  },

  agents({ login, appId, tenant }) {
    require('./login-hosts.cjs')(login);
    const { CloudAdapter } = require('@microsoft/agents-hosting');
    const adapter = new CloudAdapter({ clientId: appId, clientSecret: 's', tenantId: tenant, validateIssuer: true }, undefined, undefined, { validateServiceUrl: true });
    return async (authorization, body) => {
      const request = { method: 'POST', headers: { authorization }, body };
      let refusal;
      const response = { status(code) { refusal = { code }; return this; }, send(why) { refusal.why = why; return this; }, end() {}, setHeader() {} };
      let [known, taken] = [false, false];
      await adapter.authorizeRequest(request, response, () => { known = true; });
      if (known) await adapter.process(request, response, async () => { taken = true; });
      if (!taken) throw new Error(JSON.stringify(refusal));
    };
  },
};

async function main() {
  const { judge: name, cases, ...settings } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const judge = judges[name](settings);
  const answers = [];
  for (const { authorization, activity } of cases) {
    try {
      await judge(authorization, activity);
      answers.push({ granted: true, reason: null });
    } catch (error) {
      answers.push({ granted: false, reason: String(error.message ?? error) });
    }
  }
  process.stdout.write(JSON.stringify(answers));
}

main().catch(error => { process.stderr.write(String(error.stack ?? error)); process.exit(1); });
