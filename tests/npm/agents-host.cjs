// An agent of Microsoft's agents-hosting as the other side of a service: it hands on to the service's endpoint what its user says, and to its user what the service answers.
// Both is the library's own: tokens, the schema of activities, who may answer in which conversation.
const express = require('express');
const { Activity } = require('@microsoft/agents-activity');
const { ActivityHandler, AgentClient, CloudAdapter, ConversationState, MemoryStorage, TurnContext, configureResponseController } = require('@microsoft/agents-hosting');

const Answers = '/api/agentresponse';
let host;

/** The agent and the service are one app: the service knows no other agent. */
async function start({ login, tenant, appId, endpoint }) {
  require('./login-hosts.cjs')(login);
  // What a bot posts is meant for the channel, so that is who the agent is when it is answered.
  const adapter = new CloudAdapter({ clientId: 'https://api.botframework.com', clientSecret: 's', tenantId: tenant, validateIssuer: true });
  const app = express().use(express.json());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(ready => server.once('listening', ready));
  Object.assign(process.env, { service_endpoint: endpoint, service_clientId: appId, service_serviceUrl: `http://127.0.0.1:${server.address().port}${Answers}` });
  host = { adapter, state: new ConversationState(new MemoryStorage()), client: new AgentClient('service'), auth: { clientId: appId, clientSecret: 's', tenantId: tenant }, user: null };
  configureResponseController(app, adapter, new ActivityHandler(), host.state);
  takeFurther(app);
  return {};
}

/** The library takes answers only; what else a bot asks of a channel is handed on by the same means of it. */
function takeFurther(app) {
  const conversation = `${Answers}/v3/conversations/:conversation`;
  const take = hand => async (req, res) => {
    // Its check of tokens knows no PUT.
    const asked = { method: 'POST', headers: req.headers };
    await host.adapter.authorizeRequest(asked, res, () => {});
    if (res.headersSent) return;
    await host.adapter.continueConversation(asked.user, host.user, async context => res.send(await hand(context, req) ?? {}));
  };
  app.post(`${conversation}/activities`, take((context, { body }) => context.sendActivity(Activity.fromObject(body))));
  app.put(`${conversation}/activities/:activity`, take((context, { body, params }) => context.updateActivity(Activity.fromObject({ ...body, id: params.activity }))));
  app.get(`${conversation}/members/:user`, take((context, { params }) =>
    context.turnState.get(host.adapter.ConnectorClientKey).getConversationMember(params.user, context.activity.conversation.id)));
}

/** Null, or why the service did not take it. */
async function say({ activity }) {
  const said = Activity.fromObject(activity);
  // 1.8.1 posts a copy, and of this client alone without the library's own way of writing it: the channel's name would be lost.
  said.clone = () => Object.defineProperty(Activity.prototype.clone.call(said), 'toJSON', { value() { return JSON.parse(this.toJsonString()); } });
  host.user = said.getConversationReference();
  const context = new TurnContext(host.adapter, said, CloudAdapter.createIdentity(host.auth.clientId));
  try {
    await host.client.postActivity(said, host.auth, host.state, context);
    return { refused: null };
  } catch (error) {
    return { refused: String(error.message ?? error) };
  }
}

require('./lines.cjs')({ start, say });
