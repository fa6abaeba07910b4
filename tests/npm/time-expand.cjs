// usage: node time-expand.cjs TEMPLATE DATA SECONDS, with NODE_PATH = tests/npm/node_modules. Prints expansions per second, the template parsed once.
const { Template } = require('adaptivecards-templating');
const read = (file) => JSON.parse(require('fs').readFileSync(file, 'utf8'));

const [templateFile, dataFile, seconds] = process.argv.slice(2);
const template = new Template(read(templateFile));
const { data, host } = read(dataFile);
const expand = () => JSON.stringify(template.expand({ $root: data, $host: host }));
for (let i = 0; i < 20; i++) expand();
const start = process.hrtime.bigint();
let count = 0;
let elapsed = 0;
for (; elapsed < Number(seconds) * 1e9; count++) {
  expand();
  elapsed = Number(process.hrtime.bigint() - start);
}
console.log((count / elapsed * 1e9).toFixed(1));
