// Arbeidsmøte by keyboard, and live: each answer is saved as it is given, others' answers appear. Without it the page is a form that is sent.

import { Stream } from './stream.js';

const main = document.getElementById('main');
const root = () => document.getElementById('workshop');
const form = () => document.getElementById('answers');
const unit = root().dataset.unit;

const say = (what) => {
  const state = document.getElementById('workshop-state');
  if (state) state.textContent = what ? root().dataset[what] : '';
};

/** The fields with what the sheet held when they were shown. */
const fields = () => [...(form()?.querySelectorAll('input[name^="was_"]') ?? [])].map((was) => ({ was, name: was.name.slice(4) }));
const value = (name) => form().elements[name]?.value ?? '';
const note = () => document.getElementById('note');
const writing = () => fields().some(({ was, name }) => value(name).trim() !== was.value.trim());

/** What was answered last. A status tells what comes into it, not what it came with: words that are new come a moment later. */
const last = () => document.getElementById('workshop-last');
const answered = () => last() && `${last().dataset.line} ${last().textContent}`;
function tellLast(before) {
  const place = last();
  const words = place?.textContent;
  if (!words || answered() === before) return;
  place.textContent = '';
  setTimeout(() => { place.textContent = words; }, 100);
}

/** Shows another page's content in place of this one's. */
function show(page, address, how) {
  const focus = document.activeElement?.id;
  const state = document.getElementById('workshop-state')?.textContent;
  const before = answered();
  main.replaceChildren(...page.getElementById('main').childNodes);
  tellLast(before);
  // The same line once more: what was said of it still holds.
  if (!how && document.getElementById('workshop-state')) document.getElementById('workshop-state').textContent = state ?? '';
  document.title = page.title;
  if (how) history[how]({}, '', address);
  const back = document.querySelector('.language input[name=back]');
  if (back) back.value = location.pathname + location.search;
  const at = main.querySelector('[data-takes-focus]') ?? (focus ? document.getElementById(focus) : null);
  at?.focus();
  keysTold();
}

/** Whether letters and digits alone do something; each browser remembers it. */
const keysOn = () => localStorage.getItem('workshop-keys') !== 'off';
function keysTold() {
  const place = document.getElementById('workshop-keys-switch');
  if (!place) return;
  place.hidden = false;
  place.querySelector('input').checked = keysOn();
}

async function fetched(address, options) {
  const headers = { 'X-Fordel': '1', Accept: 'text/html' };
  const response = await fetch(address, { ...options, headers });
  if (response.status === 401 || new URL(response.url).pathname === '/enter') {
    say('login');
    return null;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.getElementById('workshop')) throw new Error(response.status);
  return { page, response };
}

/** What is on its way to the server: one after the other. While the page is about to change, keys aren't for this line any more. */
let turn = Promise.resolve();
let leaving = false;
let waits = false;

/** Sends the form; what it answers is shown, unless it was only to be saved and is. */
function send(act) {
  if (leaving || !form() || (act === 'save' && waits)) return;
  if (act === 'save') waits = true;
  else leaving = true;
  turn = turn.then(() => sent(act));
}

async function sent(act) {
  waits = false;
  if (!form()) return;
  if (act === 'save' && !writing()) return say('saved');
  say('saving');
  const body = new URLSearchParams(new FormData(form()));
  body.set('do', act);
  try {
    const got = await fetched(form().action, { method: 'POST', body });
    if (!got) return;
    const { page, response } = got;
    if (act === 'save' && response.ok) {
      for (const { was, name } of fields()) was.value = body.get(name) ?? '';
      quietly(page);
    } else show(page, response.url, response.ok && response.url !== location.href ? 'pushState' : '');
    // Where one went on, what was answered is told instead.
    const wentOn = act !== 'save' && new URL(response.url).searchParams.has('forrige');
    say(response.ok && !wentOn ? 'saved' : '');
  } catch {
    say('unsaved');
  } finally {
    if (act !== 'save') leaving = false;
  }
}

/** Takes over from a page what can't disturb anybody: what is wrong with the line, how far one has come. */
function quietly(page) {
  const faults = page.getElementById('workshop-faults');
  if (faults) document.getElementById('workshop-faults')?.replaceChildren(...faults.childNodes);
  for (const { name } of fields()) {
    const place = document.getElementById(`${name}-told`);
    if (!place) continue;
    place.replaceChildren(...(page.getElementById(`${name}-told`)?.childNodes ?? []));
    const field = document.getElementById(name);
    if (place.childElementCount) field?.setAttribute('aria-invalid', 'true');
    else field?.removeAttribute('aria-invalid');
  }
  const now = page.getElementById('workshop-progress');
  const here = document.getElementById('workshop-progress');
  const told = document.getElementById('workshop-state');
  if (!now || !here) return;
  now.querySelector('#workshop-state')?.replaceWith(told);
  here.replaceChildren(...now.childNodes);
}

/** Shows another address. What is written here is saved first; where that can't be, one stays with it. */
function go(address, how = 'pushState') {
  if (leaving) return;
  if (writing()) send('save');
  leaving = true;
  turn = turn.then(async () => {
    try {
      if (writing()) return;
      const got = await fetched(address);
      if (got) show(got.page, got.response.url, how);
    } catch {
      location.assign(address);
    } finally {
      leaving = false;
    }
  });
}

/** What others did: the line as it is now, but never over what is being written here. */
async function refresh() {
  if (leaving || waits || document.hidden) return;
  const before = turn;
  try {
    const got = await fetched(location.href);
    // What was on its way meanwhile has shown a newer page.
    if (!got || leaving || before !== turn) return;
    const held = document.activeElement?.matches('input[type=text], textarea');
    if (!writing() && !held) return show(got.page, location.href, '');
    const theirs = [...got.page.querySelectorAll('#answers input[name^="was_"]')];
    if (theirs.some(({ name, value: now }) => form()?.elements[name]?.value !== now)) say('newer');
    quietly(got.page);
  } catch {
    // The next event tries again.
  }
}

let waiting;
const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 250);
};
// A page that has just been drawn missed nothing worth a second look.
new Stream(unit, { change: soon, talk: soon, lost: soon, open: () => performance.now() > 3000 && soon() });
document.addEventListener('visibilitychange', () => document.hidden || refresh());

const choose = (question, digit) => {
  const radio = form()?.querySelector(`[data-question="${question}"] [data-digit="${digit}"]`);
  if (!radio || radio.checked || leaving) return;
  radio.checked = true;
  send('save');
};
const into = (id) => {
  const field = document.getElementById(id);
  field?.focus();
  field?.select();
};
const JUMPS = { m: 'minutes', a: 'count', o: 'training', n: 'note' };
const WAYS = { arrowright: 'next', arrowleft: 'previous', g: 'to-last' };
const ACTS = { e: 'agree', p: 'park', d: 'open', s: 'save' };

document.addEventListener('keydown', (event) => {
  const { target, key, code, shiftKey } = event;
  if (event.repeat && !key.startsWith('Arrow') && !target.matches?.('input[type=text], textarea')) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = target.matches?.('input[type=text], textarea, select');
  if (typing) {
    if (key === 'Escape') {
      delete target.dataset.then;
      target.blur();
    }
    // Enter ends a field; in the note it is a new line only with shift.
    else if (key === 'Enter' && !shiftKey && target.form?.id === 'answers') {
      event.preventDefault();
      const act = target.dataset.then ?? 'save';
      delete target.dataset.then;
      if (act !== 'save' || writing()) send(act);
      target.blur();
    }
    return;
  }
  // The page is about to change; and a choice that has the focus has arrows of its own.
  if (leaving || (key.startsWith('Arrow') && target.matches?.('input[type=radio]'))) return;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const letter = key.toLowerCase();
  if (!key.startsWith('Arrow') && !keysOn()) return;
  if (digit && form()) choose(shiftKey ? 'lowest' : 'today', digit);
  else if (WAYS[letter]) {
    const way = document.getElementById(WAYS[letter]);
    if (!way) return;
    go(way.href);
  } else if (!form() || shiftKey) return;
  else if (JUMPS[letter]) into(JUMPS[letter]);
  else if (letter === 'u') {
    if (note().value.trim()) send('dispute');
    else {
      note().dataset.then = 'dispute';
      note().focus();
    }
  } else if (ACTS[letter] && form().querySelector(`button[value=${ACTS[letter]}]`)) send(ACTS[letter]);
  else return;
  event.preventDefault();
});

main.addEventListener('submit', (event) => {
  if (event.target.id !== 'answers') return;
  event.preventDefault();
  send(event.submitter?.value ?? 'save');
});
// A choice, and a field that one leaves, are saved at once.
main.addEventListener('change', ({ target }) => {
  if (target.closest('#workshop-keys-switch')) localStorage.setItem('workshop-keys', target.checked ? 'on' : 'off');
  if (target.form?.id === 'answers' && writing()) send('save');
});
main.addEventListener('click', (event) => {
  // Whoever chose by a click goes on by keys as before.
  if (event.detail && event.target.matches?.('.workshop-choice input')) event.target.blur();
  const way = event.target.closest?.('#next, #previous, #to-last');
  if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(way.href);
});
keysTold();
addEventListener('popstate', () => go(location.href, ''));
addEventListener('beforeunload', (event) => writing() && event.preventDefault());
