// The calls that exist for practice only (Development, this machine).

async function json(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return await response.json();
}

/** Who can be spoken as: [{key, name, englishName, role, team, timeZone, news}]. */
export const people = async () => json(await fetch('/dev/people'));

/** Where the practice clock stands, in milliseconds since 1970. */
export const clockNow = async () => Date.parse((await json(await fetch('/dev/clock'))).now);

/** Moves the practice clock ahead by an ISO 8601 duration; answers where it then stands. */
export const advance = async by => Date.parse((await json(await fetch('/dev/clock', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ advance: by }),
}))).now);

/** Tells whose language is read, whomever is spoken as. */
export const speak = locale => fetch('/dev/language', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ locale }) });

/** A Direct Line token for one person's conversation. */
export const token = async person => (await json(await fetch('/v3/directline/tokens/generate', {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: { id: person.key, name: person.name } }),
}))).token;
