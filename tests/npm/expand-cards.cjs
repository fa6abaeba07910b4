// Standard input: a JSON array of { template, data, host }. Standard output: the official expansion of each,
// in the same order: { card } (without the member when it is undefined) or { error }.
const { Template } = require('adaptivecards-templating');

const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map(({ template, data, host }) => {
  try {
    return { card: new Template(template).expand({ $root: data, $host: host }) };
  } catch (e) {
    return { error: String(e?.message ?? e) };
  }
})));
