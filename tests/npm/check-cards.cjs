// Standard input: a JSON array of cards. Standard output: for each what the official renderer has to say about it, a list of texts.
const AC = require('adaptivecards/dist/adaptivecards.js');

const describe = e => `${AC.ValidationEvent[e.event]}: ${e.message}`;
const cards = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cards.map(json => {
  const card = new AC.AdaptiveCard();
  const context = new AC.SerializationContext();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => describe(context.getEventAt(i)));
  return [...parsing, ...card.validateProperties().validationEvents.map(describe)];
})));
