// Each key does what it does in Excel.

import assert from 'node:assert/strict';

import { scenario } from './harness.mjs';

scenario('arrows, Home, End and Page keys move', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.stands(0, 'Oppgave');
  await seat.press('ArrowDown', 'ArrowRight');
  await seat.stands(1, 'Kategori');
  await seat.press('ArrowUp', 'ArrowLeft', 'ArrowUp');
  await seat.stands(0, 'Oppgave');
  await seat.press('End');
  await seat.stands(0, 'Status');
  await seat.press('Home');
  await seat.stands(0, 'Nr');
  await seat.press('Control+End');
  await seat.stands(108, 'Status');
  await seat.press('Control+Home');
  await seat.stands(0, 'Nr');
  await seat.press('PageDown');
  const page = (await seat.at()).row;
  assert.ok(page > 3 && page < 40, `a page is ${page} rows`);
  await seat.press('PageUp');
  await seat.stands(0, 'Nr');
  await seat.press('Control+ArrowDown');
  await seat.stands(108, 'Nr');
  await seat.press('Control+ArrowUp', 'Control+ArrowRight');
  assert.equal((await seat.at()).row, 0);
});

scenario('Enter and Tab go on, and Enter comes back under where Tab began', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(2, 'Oppgave');
  await seat.press('Enter');
  await seat.stands(3, 'Oppgave');
  await seat.press('Shift+Enter');
  await seat.stands(2, 'Oppgave');
  await seat.press('Tab', 'Tab');
  await seat.stands(2, 'Tidsintervall');
  await seat.press('Shift+Tab');
  await seat.stands(2, 'Kategori');
  await seat.press('Enter');
  await seat.stands(3, 'Oppgave');
  await seat.press('End', 'Tab');
  await seat.stands(4, 'Nr');
});

scenario('typing replaces, Esc restores, F2 edits within', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Minutter');
  const before = await seat.text(0, 'Minutter');
  await seat.type('99');
  assert.equal((await seat.at()).text, '99');
  await seat.press('Escape');
  assert.equal((await seat.at()).text, before);
  await seat.type('12,50');
  await seat.press('ArrowDown');
  await seat.stands(1, 'Minutter');
  assert.equal(await seat.text(0, 'Minutter'), '12,50', 'the decimal comma stays as typed');
  await seat.press('ArrowUp', 'F2', 'ArrowLeft', 'Backspace');
  await seat.type('7');
  await seat.press('Enter');
  await seat.saved();
  assert.equal(unit.rows[0].cells.Minutter, '12,70');
  await seat.click(0, 'Oppgave');
  await seat.press('F2', 'Alt+Enter');
  await seat.type('og mer');
  await seat.press('Enter');
  await seat.saved();
  assert.match(unit.rows[0].cells.Oppgave, /\nog mer$/);
  await seat.click(5, 'Oppgave', { clickCount: 2 });
  assert.equal((await seat.at()).mode, 'edit');
  await seat.press('Home');
  await seat.type('A ');
  await seat.press('Tab');
  await seat.saved();
  assert.match(unit.rows[5].cells.Oppgave, /^A /);
  await seat.press('F2', 'F2', 'ArrowLeft');
  await seat.stands(5, 'Oppgave');
});

scenario('an unchanged cell sends nothing', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Minutter');
  await seat.press('F2', 'Enter', 'F2', 'Escape', 'Enter');
  await seat.type('x');
  await seat.press('Backspace', 'Escape', 'Enter');
  await seat.page.waitForTimeout(300);
  assert.equal(unit.log.length, 0);
});

scenario('Shift, the mouse and Ctrl+A choose; Delete clears; one undo brings all back', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const chosen = () => seat.page.evaluate(() => document.querySelectorAll('#grid .chosen').length);
  await seat.click(0, 'Dager');
  await seat.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  assert.equal(await chosen(), 6);
  await seat.stands(0, 'Dager');
  const before = unit.rows.slice(0, 3).map((row) => row.cells.Dager);
  await seat.press('Delete');
  await seat.saved();
  assert.deepEqual(unit.rows.slice(0, 3).map((row) => row.cells.Dager + row.cells.Antall), ['', '', '']);
  assert.equal(unit.log.length, 1, 'one batch');
  await seat.press('Control+z');
  await seat.until(async () => (await seat.text(2, 'Dager')) === before[2]);
  assert.deepEqual(unit.rows.slice(0, 3).map((row) => row.cells.Dager), before);
  await seat.press('Control+y');
  await seat.until(async () => (await seat.text(2, 'Dager')) === '');
  await seat.press('Control+Shift+z', 'Control+z');
  await seat.until(async () => (await seat.text(2, 'Dager')) === before[2]);
  await seat.press('Control+a');
  assert.equal(await chosen(), 109 * 24);
  await seat.click(4, 'Nr');
  await seat.click(6, 'Kategori', { modifiers: ['Shift'] });
  assert.equal(await chosen(), 9);
  await seat.click(3, 'Dager');
  await seat.page.evaluate(() => document.querySelector('#grid tbody').rows[2].scrollIntoView({ block: 'center' }));
  const [from, to] = await seat.page.evaluate(() => [[1, 2], [3, 4]].map(([row, column]) =>
    document.querySelector('#grid tbody').rows[row].cells[column].getBoundingClientRect().toJSON()));
  await seat.page.mouse.move(from.x + 9, from.y + 9);
  await seat.page.mouse.down();
  await seat.page.mouse.move(to.x + 9, to.y + 9, { steps: 8 });
  await seat.page.mouse.up();
  // Moves of the mouse are handled with the next frame, which may come after the release is acknowledged.
  await seat.until(async () => (await chosen()) === 9, '9 chosen');
  await seat.stands(1, 'Kategori');
});

scenario('the foot tells how many and the sum of what is chosen', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(0, 'Antall');
  await seat.press('Shift+ArrowDown', 'Shift+ArrowDown');
  const told = await seat.page.textContent('#grid-figures');
  assert.match(told, /3 × 1 celler valgt · Antall 3 · Sum 3,9/);
});

scenario('Enter and Tab stay within the chosen range', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(0, 'Nr');
  await seat.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Tab');
  await seat.stands(0, 'Oppgave');
  await seat.press('Tab');
  await seat.stands(1, 'Nr');
  await seat.press('Tab', 'Tab');
  await seat.stands(0, 'Nr');
  await seat.press('Enter', 'Enter');
  await seat.stands(0, 'Oppgave');
});

scenario('Ctrl+D fills down', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Minutter');
  await seat.type('33');
  await seat.press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await seat.saved();
  await seat.until(() => unit.rows[2].cells.Minutter === '33');
  assert.equal(unit.rows[1].cells.Minutter, '33');
  await seat.click(3, 'Minutter');
  await seat.press('Control+d');
  await seat.until(() => unit.rows[3].cells.Minutter === '33');
});

scenario('choices open by key and by typing; any text may stand', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const options = () => seat.page.evaluate(() => [...document.querySelectorAll('#grid-choices li')].map((li) => li.textContent));
  await seat.click(0, 'Minstekrav');
  await seat.press('Alt+ArrowDown');
  assert.ok((await options()).length > 2);
  assert.equal(await seat.page.getAttribute('.grid-field', 'aria-expanded'), 'true');
  assert.ok(await seat.page.getAttribute('.grid-field', 'aria-activedescendant'), 'what stands there is lit');
  await seat.press('Escape');
  assert.deepEqual(await options(), []);
  await seat.type('h');
  assert.deepEqual(await options(), ['HFA']);
  await seat.press('ArrowDown', 'Enter');
  await seat.saved();
  assert.equal(unit.rows[0].cells.Minstekrav, 'HFA');
  await seat.stands(1, 'Minstekrav');
  await seat.click(0, 'Kategori');
  await seat.type('Ukjent');
  await seat.press('Tab');
  await seat.until(async () => (await seat.cell(0, 'Kategori')).classes.includes('notice'));
  await seat.press('ArrowLeft');
  assert.equal(await seat.status(), 'Kategorien er ikke på lista.');
  await seat.click(2, 'Minstekrav');
  await seat.press('Alt+ArrowDown');
  await seat.page.click('#grid-choices li:first-child');
  await seat.saved();
  assert.equal(unit.rows[2].cells.Minstekrav, (await seat.at()).text);
});

scenario('rows are inserted and removed by key and by button', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(1, 'Kategori');
  await seat.press('Control++');
  await seat.stands(2, 'Oppgave');
  await seat.type('Ny oppgave');
  await seat.press('Tab');
  await seat.type('Renhold');
  await seat.press('Enter');
  await seat.saved();
  await seat.until(() => unit.rows[2].cells.Kategori === 'Renhold');
  assert.equal(unit.rows.length, 110);
  assert.equal(unit.rows[2].cells.Oppgave, 'Ny oppgave', 'typed before the server had named the row');
  await seat.press('ArrowUp', 'Control+-');
  await seat.until(() => unit.rows.length === 109);
  await seat.stands(2, 'Oppgave');
  await seat.press('Control+z');
  await seat.until(async () => (await seat.text(2, 'Oppgave')) === 'Ny oppgave');
  await seat.page.click('[data-do=remove]');
  await seat.saved();
  await seat.page.click('[data-do=add]');
  await seat.until(() => unit.rows.length === 110 || unit.rows.length === 111);
});

scenario('under the last row one goes on in a new one, which is one once something is written in it', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const counted = (rows) => seat.until(async () => (await seat.page.textContent('#grid-shown')) === `Viser ${rows} av ${rows}`);
  const tasks = () => unit.rows.slice(109).map((row) => row.cells.Oppgave);
  await seat.click(0, 'Oppgave');
  await seat.press('Control+ArrowDown', 'ArrowDown');
  assert.equal((await seat.stands(109, 'Oppgave')).text, '');
  await seat.press('ArrowDown', 'Enter', 'Delete');
  await seat.stands(109, 'Oppgave');
  await seat.press('Control+-');
  await seat.stands(108, 'Oppgave');
  assert.equal(await seat.shown(), 109, 'left as it was it is gone');
  await seat.press('Enter');
  await counted(109);
  assert.equal(unit.log.length, 0, 'and nobody was told of it');
  await seat.type('Lufte');
  await seat.press('Tab');
  await seat.type('Renhold');
  await seat.press('Enter');
  await seat.stands(110, 'Oppgave');
  await seat.until(() => unit.rows[109]?.cells.Kategori === 'Renhold');
  assert.deepEqual(tasks(), ['Lufte']);
  await counted(110);
  // What is pasted there writes over nothing, and is one step.
  await seat.paste('Vaske\tRenhold\r\nTørke\tRenhold');
  await seat.until(() => unit.rows.length === 112);
  assert.deepEqual(tasks(), ['Lufte', 'Vaske', 'Tørke']);
  await counted(112);
  await seat.press('Control+z');
  await seat.until(() => unit.rows.length === 110);
  await counted(110);
  // A row inserted under the empty one makes that one a row too.
  await seat.press('Control+End', 'ArrowDown', 'Control++');
  await seat.type('Stryke');
  await seat.press('Enter');
  await seat.until(() => tasks().at(-1) === 'Stryke');
  assert.deepEqual(tasks().map((task) => task ?? ''), ['Lufte', '', 'Stryke']);
});

scenario('F8 goes from fault to fault; F1 tells the keys', 'tasks', async ({ open, unit }) => {
  for (const at of [3, 7]) unit.rows[at].cells.Minutter = '';
  for (const row of unit.rows) row.cells.Bundet = '';
  for (const [at, row] of unit.rows.entries()) row.cells.Minutter = at === 3 || at === 7 ? '' : row.cells.Minutter || '5';
  const seat = await open();
  await seat.until(async () => (await seat.cell(3, 'Minutter')).classes.includes('fault'));
  await seat.click(0, 'Nr');
  await seat.press('F8');
  await seat.stands(3, 'Minutter');
  assert.equal(await seat.status(), 'Minutter mangler. Skriv hvor lenge én gang tar.');
  assert.equal(await seat.page.getAttribute('.grid-field', 'aria-describedby').then((ids) => ids.split(' ')[0]), 'grid-status');
  await seat.press('F8');
  await seat.stands(7, 'Minutter');
  await seat.press('F8');
  await seat.stands(3, 'Minutter');
  await seat.press('Shift+F8');
  await seat.stands(7, 'Minutter');
  await seat.type('10');
  await seat.press('Enter');
  await seat.until(async () => !(await seat.cell(7, 'Minutter')).classes.includes('fault'));
  await seat.press('F1');
  assert.ok(await seat.page.isVisible('#grid-keys'));
  await seat.press('Escape');
  await seat.until(async () => (await seat.at()).focused);
});

scenario('the table is no trap: Esc and Tab, F6, and its ends lead out', 'tasks', async ({ open }) => {
  const seat = await open();
  const where = () => seat.page.evaluate(() => document.activeElement.dataset.do ?? document.activeElement.textContent);
  await seat.click(4, 'Nr');
  await seat.press('Escape', 'Tab');
  assert.equal(await where(), 'Historikk');
  await seat.press('Shift+Tab');
  await seat.stands(4, 'Nr');
  await seat.press('Tab');
  await seat.stands(4, 'Oppgave');
  await seat.press('F6');
  assert.equal(await where(), 'undo');
  await seat.press('F6');
  await seat.stands(4, 'Oppgave');
  await seat.press('Control+End', 'Tab');
  assert.equal(await where(), 'Historikk');
});

scenario('the field is named by its column and row, and how one works here is said once', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(0, 'Minutter');
  const name = await seat.page.getAttribute('.grid-field', 'aria-label');
  assert.equal(name, 'Minutter, rad 1: Tilsyn og oppfølging av pasientene');
  assert.equal(await seat.page.getAttribute('.grid-field', 'aria-describedby'), 'grid-status grid-how');
  await seat.page.waitForTimeout(1100);
  await seat.press('ArrowRight');
  assert.equal(await seat.page.getAttribute('.grid-field', 'aria-describedby'), 'grid-status');
});
