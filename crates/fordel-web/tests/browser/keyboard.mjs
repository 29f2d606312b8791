// A ward's whole work by keys alone, from the first link to a decision that is printed and taken out: where one stands is always seen, and nothing holds one fast.

import assert from 'node:assert/strict';
import { play, scenario } from './harness.mjs';

const first = process.argv[4];
const STOPS = 400;

/** What has the focus, and what is wrong with how it shows: it must be in sight, uncovered, and told apart. */
const standing = (page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return { name: 'nothing', wrong: '' };
    const name = `${here.tagName.toLowerCase()}${here.id ? `#${here.id}` : ''} "${(here.textContent || here.value || '').trim().slice(0, 30)}"`;
    const marked = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    // A choice that lies over its label shows there.
    const shown = [here, here.parentElement, here.closest('label')].filter(Boolean);
    const box = here.getBoundingClientRect();
    const wrong = [];
    if (!shown.some(marked)) wrong.push(`no visible focus on .${here.className}: ${getComputedStyle(here).outline}, ${here.matches(':focus')}, ${here.matches(':focus-visible')}`);
    if (box.width === 0 || box.height === 0) wrong.push('no size');
    const [x, y] = [Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 0), innerWidth - 1), box.top + Math.min(box.height, 24) / 2];
    if (y < 0 || y > innerHeight) wrong.push(`out of sight at ${Math.round(y)} of ${innerHeight}`);
    else {
      const over = document.elementFromPoint(x, y);
      const related = over && (here.contains(over) || over.contains(here) || over.closest('label')?.contains(here) || here.closest('label')?.contains(over));
      if (!related) wrong.push(`covered by ${over?.tagName.toLowerCase()}.${over?.className}`);
    }
    return { name, wrong: wrong.join(', ') };
  });

/** Tab, until what matches has the focus. Each stop on the way must be seen, and none may hold the focus fast. */
const to = async (page, selector, key = 'Tab') => {
  let before = '';
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press(key);
    const { name, wrong } = await standing(page);
    assert.equal(wrong, '', `${page.url()}: ${name}`);
    const mark = await page.evaluate(() => {
      window.stops ??= new Map();
      const here = document.activeElement;
      if (!window.stops.has(here)) window.stops.set(here, window.stops.size);
      return window.stops.get(here);
    });
    // A day's field has parts of its own.
    const parts = await page.evaluate(() => document.activeElement.type === 'date');
    assert.ok(mark !== before || parts, `${page.url()}: ${name} holds the focus fast`);
    before = mark;
  }
  assert.fail(`${page.url()}: ${selector} isn't reached in ${STOPS} stops`);
};

const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
/** Writes in the field that has the focus, in place of what stands there. */
const write = async (page, text) => {
  await press(page, 'Control+a');
  await page.keyboard.type(text);
};
/** Follows a link by keys. */
const follow = async (page, selector, url) => {
  await to(page, selector);
  await press(page, 'Enter');
  await page.waitForURL(url);
  await page.waitForLoadState();
};

scenario('a whole ward by keys', async ({ page, context, base }) => {
  context.setDefaultTimeout(60_000);

  // Coming in, going out, signing in.
  await page.goto(base + first);
  for (const [field, text] of [['organisation', 'Prøve HF'], ['name', 'Kari Leder'], ['email', 'leder@sykehus.test'], ['password', 'fire grønne hester']]) {
    await to(page, `#${field}`);
    await write(page, text);
  }
  await press(page, 'Enter');
  await page.waitForURL(`${base}/`);
  await to(page, '.menu summary');
  await press(page, 'Enter');
  await to(page, '.menu form button');
  await press(page, 'Enter');
  await page.waitForURL(`${base}/enter`);
  await to(page, '#email');
  await write(page, 'leder@sykehus.test');
  await to(page, '#password');
  await write(page, 'fire grønne hester');
  await press(page, 'Enter');
  await page.waitForURL(`${base}/`);

  // What stands first leads past the menus.
  await press(page, 'Tab');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.ds-skip-link')));
  await press(page, 'Enter');
  await follow(page, '#units a', /\/u\/\d+$/);
  const unit = page.url();

  // Mapping: a cell is written and undone; Esc and Tab lead out of the table.
  await follow(page, 'a[href$="/mapping"]', `${unit}/mapping`);
  await to(page, '.grid-field');
  await press(page, 'ArrowDown', 'ArrowDown');
  const column = await page.evaluate(() => [...document.querySelectorAll('#grid thead th')].findIndex((th) => th.textContent.startsWith('Minutter')));
  for (let at = await page.evaluate(() => document.activeElement.closest('td, th').cellIndex); at < column; at += 1) await press(page, 'ArrowRight');
  assert.equal((await standing(page)).wrong, '');
  const before = await page.inputValue('.grid-field');
  await page.keyboard.type('21');
  await press(page, 'Enter', 'ArrowUp');
  assert.equal(await page.inputValue('.grid-field'), '21');
  await press(page, 'Control+z');
  await page.waitForFunction((before) => document.querySelector('.grid-field').value === before, before);
  await page.keyboard.type('22');
  await press(page, 'Enter');
  await page.waitForFunction(() => document.querySelector('#grid-saved').textContent.startsWith('Lagret'));
  await press(page, 'Escape', 'Tab');
  assert.ok(await page.evaluate(() => !document.activeElement.closest('#grid-scroll tbody')), 'out of the table');
  assert.equal((await standing(page)).wrong, '');

  // A workbook comes in: the system's own dialog asks for the file.
  const book = await (await context.request.get(`${base}/template.xlsx?eksempel=1`)).body();
  // It is waited for from before: the browser hands it over only once it has been told to.
  const dialog = page.waitForEvent('filechooser');
  await page.goto(`${unit}/import`);
  await to(page, '#file');
  await press(page, 'Space');
  await (await dialog).setFiles({ name: 'eksempel.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
  await to(page, 'main form button[type=submit]');
  await press(page, 'Enter');
  await page.waitForURL(/\/import\/[0-9a-f]{64}$/);
  await to(page, 'main form button[type=submit]');
  await press(page, 'Enter');
  await page.waitForURL(`${unit}/mapping`);

  // The meeting: stops are seen, also above the row of buttons that stays in sight.
  await page.goto(`${unit}/workshop`);
  await to(page, '.workshop-acts button');
  await press(page, 'e');
  await page.waitForFunction(() => document.getElementById('workshop-progress').textContent.includes('Enige: 1'));

  // A proposal.
  await follow(page, 'nav a[href$="/proposals"]', `${unit}/proposals`);
  await to(page, '#seconds');
  await write(page, '5');
  await press(page, 'Enter');
  await page.waitForSelector('#beside', { timeout: 120_000 });
  await follow(page, '#beside a[href$="/p/1"]', `${unit}/p/1`);

  // The board: a card to another group, and back again.
  await follow(page, 'nav a[href$="/p/1/board"]', `${unit}/p/1/board`);
  await to(page, '.card summary');
  const movable = await page.evaluate(() => {
    const all = [...document.querySelectorAll('.column[data-group="0"] .card')];
    return all.findIndex((card) => card.dataset.rules.split(',')[1] === '');
  });
  for (let at = 0; at < movable; at += 1) await press(page, 'ArrowDown');
  assert.equal((await standing(page)).wrong, '', 'a card reached by arrows is seen');
  await press(page, 'm', '2');
  await page.waitForURL(/\/p\/2\/board/);
  await page.waitForFunction(() => document.activeElement?.closest('.card'));
  assert.equal((await standing(page)).wrong, '', 'the card that was moved is seen');
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.querySelector('#strip').textContent.includes('Alt går opp'));

  // Why, and an objection with its answer.
  await to(page, '.card summary');
  await press(page, 'Enter');
  await follow(page, '.card details[open] a[href*="/why/"]', /\/why\/\d+/);
  await to(page, '#text');
  await page.keyboard.type('Vi har ikke nok folk om natta.');
  await to(page, '.objections form button');
  await press(page, 'Enter');
  await page.waitForSelector('.objections blockquote');
  await to(page, 'textarea[name=answer]');
  await page.keyboard.type('Vi ser på det.');
  await to(page, '.objections li form button');
  await press(page, 'Enter');
  await page.waitForSelector('blockquote.answer');

  // Staffing: a number is changed and undone; why it is what it is.
  await follow(page, 'nav a[href$="/staffing"]', /\/p\/\d+\/staffing/);
  await to(page, 'input[name^="h."]');
  await write(page, '0');
  const answered = page.waitForResponse((answer) => answer.url().includes('/changes?skrevet_av='));
  await press(page, 'Enter');
  await answered;
  await page.waitForSelector('td[data-red]');
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.querySelector('input[name^="h."]').value !== '0');
  await press(page, 'ArrowUp', '?');
  await page.waitForURL(/\/heads\/\d+\/\d/);
  await follow(page, 'a[href$="/staffing"]', /\/staffing/);

  // Decided, printed, taken out.
  await page.goto(`${unit}/p/1/decide`);
  await to(page, '#held_on');
  // The browser's own field for days: its parts are written one after the other, in the order of the machine's language.
  await page.keyboard.type('11202026');
  await to(page, '#union');
  await page.keyboard.type('NSF og Fagforbundet');
  for (const part of ['nature', 'qualification', 'follow_up', 'medicines']) {
    if (!(await page.locator(`#${part}`).count())) continue;
    await to(page, `#${part}`);
    await page.keyboard.type('Vurdert i fagmøte.');
  }
  await to(page, 'main form.stack > .actions button');
  await press(page, 'Enter');
  await page.waitForURL(/\/decisions\/1$/);
  await page.goto(`${unit}/p/1`);
  for (const file of ['report.pdf', 'plan.xlsx']) {
    await to(page, `main a[href$="/${file}"]`);
    const link = await page.evaluate(() => document.activeElement.href);
    assert.equal((await context.request.get(link)).status(), 200, file);
  }
  await page.goto(`${unit}/p/1/staffing`);
  await to(page, '.print, main a, main input');
  // Round the whole page: after the last stop comes the first again.
  await page.goto(`${unit}/proposals`);
  await to(page, 'footer :is(a, button), main form button[type=submit]');
});

await play();
