// Standard input: a JSON array of Teams app manifests and their language files, each with its $schema. Standard output: the newest version of the
// schema that the official package has, and for each file what it has to say about it, a list of texts.
const fs = require('fs');
const path = require('path');
const { AppManifestUtils } = require('@microsoft/app-manifest');

const home = path.dirname(require.resolve('@microsoft/app-manifest'));
const beside = name => require(require.resolve(name, { paths: [home] }));
const schemas = path.join(home, 'json-schemas', 'teams');
const minor = folder => Number(/^v1\.(\d+)$/.exec(folder)?.[1] ?? -1);
const newest = fs.readdirSync(schemas).sort((a, b) => minor(b) - minor(a))[0].slice(1);

// The package's own check reads every pattern as Unicode, which those of the language files are not.
const checkLanguage = file => {
  const ajv = new (beside('ajv-draft-04').default)({ allErrors: true, strictTypes: false, unicodeRegExp: false });
  beside('ajv-formats').default(ajv, ['uri']);
  const check = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, ...file.$schema.split('/').slice(-2)), 'utf8')));
  return check(file) ? [] : check.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
};

(async () => {
  const faults = [];
  for (const file of JSON.parse(fs.readFileSync(0, 'utf8')))
    faults.push(file.$schema.includes('Localization') ? checkLanguage(file) : await AppManifestUtils.validateAgainstSchema(file));
  process.stdout.write(JSON.stringify({ newest, faults }));
})();
