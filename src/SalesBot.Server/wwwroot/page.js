import { openChat } from './chat.js';
import { advance, clockNow, people, speak } from './practice.js';

const $ = id => document.getElementById(id);
const state = { words: null, locale: null, people: [], person: null, chat: null, ahead: 0 };
const seen = JSON.parse(localStorage.getItem('seen') ?? '{}');
const faces = { Rep: '#2f6f9f', Manager: '#0b5c5e', RegionalManager: '#35607a', Director: '#7a4b8c', Legal: '#8a5a2b', Finance: '#5d7a2f', CustomerSuccess: '#b0506a', Admin: '#5c6b76' };

const isChinese = () => state.locale === 'zh-CN';
const nameOf = p => (isChinese() ? p.name : p.englishName || p.name);
const initial = name => (/^[\x20-\x7e]/.test(name) ? name[0].toUpperCase() : name.slice(-1));

async function loadWords(locale) {
  state.words = await (await fetch(`words/${locale}.json`)).json();
  state.locale = locale;
  localStorage.setItem('locale', locale);
  document.documentElement.lang = locale;
  for (const el of document.querySelectorAll('[data-word]')) el.textContent = state.words[el.dataset.word];
  for (const el of document.querySelectorAll('[data-label]')) el.setAttribute('aria-label', state.words[el.dataset.label]);
  for (const el of document.querySelectorAll('[data-hint]')) el.title = state.words[el.dataset.hint];
  $('language').textContent = state.words.language;
  $('language').title = state.words.languageHint;
  await speak(locale).catch(() => {}); // a service that is away is told of elsewhere
}

function notice(text, forMs) {
  $('notice').textContent = text ?? '';
  $('notice').hidden = !text;
  clearTimeout(notice.timer);
  if (text && forMs) notice.timer = setTimeout(() => notice(), forMs);
}

function drawFace(el, person) {
  el.textContent = initial(nameOf(person));
  el.style.setProperty('--face', faces[person.role]);
}

const unread = p => p.key !== state.person?.key && p.news > (seen[p.key] ?? 0);

function drawPeople() {
  const teams = new Map();
  for (const p of state.people) {
    const team = p.team ? (isChinese() ? p.team.name : p.team.englishName || p.team.name) : state.words.headOffice;
    teams.set(team, [...(teams.get(team) ?? []), p]);
  }
  $('picker').replaceChildren(...[...teams].flatMap(([team, members]) => [Object.assign(document.createElement('h2'), { textContent: team }), ...members.map(personButton)]));
  $('who-dot').hidden = !state.people.some(unread);
}

function personButton(p) {
  const button = document.createElement('button');
  button.className = 'person';
  button.type = 'button';
  button.dataset.key = p.key;
  button.setAttribute('aria-current', p.key === state.person?.key);
  const face = Object.assign(document.createElement('span'), { className: 'face' });
  drawFace(face, p);
  const names = Object.assign(document.createElement('span'), { className: 'names' });
  names.append(Object.assign(document.createElement('strong'), { textContent: nameOf(p) }), Object.assign(document.createElement('small'), { textContent: state.words.roles[p.role] ?? p.role }));
  button.append(face, names);
  if (unread(p)) {
    const dot = Object.assign(document.createElement('span'), { className: 'dot', title: state.words.unread });
    dot.setAttribute('role', 'img');
    dot.setAttribute('aria-label', state.words.unread);
    button.append(dot);
  }
  button.onclick = () => { showPeople(false); if (p.key !== state.person?.key) talkAs(p); };
  return button;
}

function showPeople(open) {
  $('people').classList.toggle('open', open);
  $('veil').hidden = !open;
  $('who').setAttribute('aria-expanded', open);
  if (open) $('picker').querySelector('[aria-current=true]')?.focus();
}

async function talkAs(person) {
  state.person = person;
  localStorage.setItem('person', person.key);
  drawFace($('who-face'), person);
  $('who-name').textContent = nameOf(person);
  $('who-role').textContent = [state.words.roles[person.role], person.team && (isChinese() ? person.team.name : person.team.englishName || person.team.name)].filter(Boolean).join(' · ');
  $('empty').hidden = true;
  state.chat?.close();
  const box = document.createElement('div');
  $('chat').replaceChildren(box);
  drawClock();
  drawPeople();
  state.chat = openChat(box, {
    person, locale: state.locale, words: state.words,
    onCount: count => { $('empty').hidden = count > 0; openLink(); },
    onLost: lost => notice(lost ? state.words.lost : null),
  });
  await refreshPeople();
}

// The address of a deal or customer was opened: it is said once, when there is a connection. Nothing but such an address may be said for a person.
function openLink() {
  const link = new URLSearchParams(location.search).get('open');
  if (!link) return;
  history.replaceState(null, '', location.pathname);
  if (/^(deals|customers)\/[0-9A-Za-z]{1,20}$/.test(link)) state.chat?.say(new URL(link, location.origin).href);
}

async function refreshPeople() {
  try {
    state.people = await people();
  } catch {
    return; // the chat itself says when the service is away
  }
  const current = state.people.find(p => p.key === state.person?.key);
  if (current && !document.hidden) {
    seen[current.key] = current.news;
    localStorage.setItem('seen', JSON.stringify(seen));
  }
  drawPeople();
}

function formatNow() {
  const now = new Date(Date.now() + state.ahead);
  const timeZone = state.person?.timeZone;
  const say = format => new Intl.DateTimeFormat(state.locale, { ...format, timeZone }).format(now);
  const day = say({ month: isChinese() ? 'long' : 'short', day: 'numeric' });
  const [weekday, time] = [say({ weekday: 'short' }), say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })];
  return isChinese() ? `${day} ${weekday} ${time}` : `${weekday} ${day}, ${time}`;
}

function drawClock() {
  $('now').textContent = formatNow();
  $('now').title = state.person?.timeZone ?? '';
}

function moved(now, text) {
  state.ahead = now - Date.now();
  drawClock();
  notice(text.replace('{now}', formatNow()), 8000);
}

async function move(by) {
  const buttons = document.querySelectorAll('[data-advance]');
  buttons.forEach(b => { b.disabled = true; });
  notice(state.words.moving);
  try {
    await moved(await advance(by), state.words.moved);
    await refreshPeople();
  } catch {
    await clockNow().then(now => moved(now, state.words.movedFailed), () => notice(state.words.lost));
  } finally {
    buttons.forEach(b => { b.disabled = false; });
  }
}

async function start() {
  const wished = localStorage.getItem('locale') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
  await loadWords(wished === 'zh-CN' ? 'zh-CN' : 'en');
  if (!window.WebChat) {
    notice(state.words.noWebChat);
    return;
  }
  $('language').onclick = async () => { await loadWords(isChinese() ? 'en' : 'zh-CN'); drawExamples(); if (state.person) await talkAs(state.person); };
  $('who').onclick = () => showPeople(true);
  $('close-people').onclick = $('veil').onclick = () => showPeople(false);
  document.addEventListener('keydown', e => { if (e.key === 'Escape') showPeople(false); });
  document.querySelectorAll('[data-advance]').forEach(b => { b.onclick = () => move(b.dataset.advance); });
  drawExamples();
  state.ahead = await clockNow() - Date.now();
  state.people = await people();
  if (state.people.length === 0) {
    notice(state.words.noPeople);
    return;
  }
  await talkAs(state.people.find(p => p.key === localStorage.getItem('person')) ?? state.people.find(p => p.role === 'Rep') ?? state.people[0]);
  setInterval(drawClock, 5000);
  setInterval(refreshPeople, 5000);
}

function drawExamples() {
  $('examples').replaceChildren(...state.words.examples.map(text => Object.assign(document.createElement('button'), { type: 'button', textContent: text, onclick: () => state.chat?.say(text) })));
}

start();
