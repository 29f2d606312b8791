// Two at once: changes appear, conflicts show both values, and it is seen who is where.

import assert from 'node:assert/strict';

import { scenario } from './harness.mjs';

/** Two people change the same cell: Per without having seen Kari's change. */
async function collide(per, kari, { row = 0, column = 'Minutter', mine = '15', theirs = '20' } = {}) {
  await per.click(row, column);
  await per.type(mine);
  await kari.click(row, column);
  await kari.type(theirs);
  await kari.press('Enter');
  await kari.saved();
  await per.press('Enter');
  await per.until(async () => (await per.cell(row, column)).classes.includes('conflict'));
}

scenario('a change appears at the others within a second', 'tasks', async ({ open }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await kari.click(2, 'Minutter');
  await kari.type('44');
  const start = performance.now();
  await kari.press('Enter');
  await per.until(async () => (await per.text(2, 'Minutter')) === '44');
  const took = performance.now() - start;
  assert.ok(took < 1000, `${took} ms`);
  assert.ok((await per.cell(2, 'Minutter')).classes.includes('flash'));
  assert.ok(!(await kari.cell(2, 'Minutter')).classes.includes('flash'), 'her own is no news');
  await kari.press('Control++');
  await kari.type('Karis rad');
  await kari.press('Enter');
  await per.until(async () => (await per.text(4, 'Oppgave')) === 'Karis rad');
  await kari.press('ArrowUp', 'Control+-');
  await per.until(async () => (await per.shown()) === 109);
  return `${Math.round(took)} ms`;
});

scenario('the same cell at once: both values at the cell, mine may stay', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await collide(per, kari);
  assert.equal(unit.rows[0].cells.Minutter, '20', 'nothing is overwritten');
  assert.equal(await per.text(0, 'Minutter'), '15', 'what I typed is still there');
  assert.match(await per.notice(), /flere samtidig: 1/);
  assert.equal(await per.state(), '', 'what stands in the cell is not saved');
  await per.press('ArrowUp');
  await per.stands(0, 'Minutter');
  assert.match(await per.status(), /Du skrev «15», Kari N\. skrev «20»/);
  assert.ok(await per.page.isVisible('.grid-conflict'));
  await per.press('Enter');
  assert.equal(await per.page.evaluate(() => document.activeElement.textContent), 'Behold min');
  await per.press('Enter');
  await per.until(() => unit.rows[0].cells.Minutter === '15');
  await per.stands(0, 'Minutter');
  assert.ok(!(await per.page.isVisible('.grid-conflict')));
  assert.equal(await per.notice(), '');
  await per.until(async () => /^Lagret/.test(await per.state()));
});

scenario('who edits within a cell stays in its text when another saves it', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  const before = unit.rows[0].cells.Minutter ?? '';
  await per.click(0, 'Minutter');
  await per.press('F2');
  for (const [row, text] of [[0, '44'], [1, '45']]) {
    await kari.click(row, 'Minutter');
    await kari.type(text);
    await kari.press('Enter');
    await kari.saved();
  }
  await per.until(async () => (await per.text(1, 'Minutter')) === '45');
  await per.type('1');
  await per.press('Enter');
  await per.until(async () => (await per.cell(0, 'Minutter')).classes.includes('conflict'));
  assert.equal(await per.text(0, 'Minutter'), `${before}1`);
});

scenario('the same cell at once: theirs may be taken, and nothing more is sent', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await collide(per, kari);
  const sent = unit.log.length;
  await per.page.click('#grid-notice button');
  await per.stands(0, 'Minutter');
  await per.press('Enter', 'ArrowDown');
  assert.equal(await per.page.evaluate(() => document.activeElement.textContent), 'Ta deres');
  await per.press('Enter');
  await per.until(async () => (await per.text(0, 'Minutter')) === '20');
  await per.page.waitForTimeout(200);
  assert.equal(unit.log.length, sent);
  assert.ok(!(await per.cell(0, 'Minutter')).classes.includes('conflict'));
  assert.match(await per.state(), /^Lagret \d\d:\d\d$/, 'nothing waits any more');
});

scenario('what is saved in another cell is said as saved while a conflict stands', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await collide(per, kari);
  assert.equal(await per.state(), '');
  await per.click(4, 'Minutter');
  await per.type('97');
  await per.press('Enter');
  await per.until(async () => /^Lagret \d\d:\d\d$/.test(await per.state()));
  assert.equal(unit.rows[4].cells.Minutter, '97');
  assert.match(await per.notice(), /flere samtidig: 1/);
});

scenario('a conflict is kept over a reload, follows their next change, and a new text settles it', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await collide(per, kari);
  await per.page.reload();
  await per.page.waitForSelector('#grid[data-ready]');
  assert.ok((await per.cell(0, 'Minutter')).classes.includes('conflict'));
  assert.equal(await per.text(0, 'Minutter'), '15');
  await kari.press('ArrowUp');
  await kari.type('21');
  await kari.press('Enter');
  await per.click(0, 'Minutter');
  await per.until(async () => /skrev «21»/.test(await per.status()));
  await per.type('18');
  await per.press('Enter');
  await per.until(() => unit.rows[0].cells.Minutter === '18');
  assert.equal(await per.notice(), '');
});

scenario('the rest of a pasted range is applied around a conflict', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await per.context.setOffline(true);
  await per.click(0, 'Minutter');
  await per.paste('1\r\n2\r\n3');
  await kari.click(1, 'Minutter');
  await kari.type('77');
  await kari.press('Enter');
  await kari.saved();
  await per.context.setOffline(false);
  await per.saved();
  assert.deepEqual(unit.rows.slice(0, 3).map((row) => row.cells.Minutter), ['1', '77', '3']);
  assert.match(await per.state(), /^Lagret/, 'the rest is');
  await per.until(async () => (await per.cell(1, 'Minutter')).classes.includes('conflict'));
});

scenario('a row removed while one writes in it: what one wrote is told', 'tasks', async ({ open, unit }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await per.click(6, 'Minutter');
  await per.type('97');
  await per.press('Enter');
  await per.saved();
  await per.click(3, 'Merknad');
  await per.type('viktig');
  await kari.click(3, 'Nr');
  await kari.press('Control+-');
  await per.until(async () => (await per.shown()) === 108);
  assert.match(await per.notice(), /Kari fjernet en rad mens du skrev «viktig» i Merknad/);
  assert.equal(await per.state(), '', 'what one wrote is not saved');
  await per.stands(3, 'Merknad');
  assert.equal(unit.log.length, 2);
});

scenario('it is seen who is where', 'tasks', async ({ open }) => {
  const [per, kari] = [await open(), await open({ who: 'Kari' })];
  await kari.click(6, 'Oppgave');
  await per.until(async () => (await per.cell(6, 'Oppgave')).classes.includes('here'));
  assert.match(await per.page.textContent('#grid-who'), /Kari N\. er i Oppgave, rad 7/);
  await kari.press('ArrowRight');
  await per.until(async () => (await per.cell(6, 'Kategori')).classes.includes('here'));
  assert.ok(!(await per.cell(6, 'Oppgave')).classes.includes('here'));
});

scenario('events that were missed are found, and what one is writing stays', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Merknad');
  await seat.type('min');
  // Changes that no event tells, then one that does: the gap is seen by its revision.
  const { tell } = unit;
  unit.tell = () => null;
  unit.edits('a', [{ row: unit.rows[5].id, column: 'Minutter', was: unit.rows[5].cells.Minutter, now: '501' }], 'Kari');
  unit.edits('b', [{ row: unit.rows[7].id, remove: true }, { temp: 'x', sheet: 'Oppgaver', after: unit.rows[1].id, cells: { Oppgave: 'Ukjent rad' } }], 'Kari');
  unit.tell = tell;
  unit.edits('c', [{ row: unit.rows[9].id, column: 'Minutter', was: unit.rows[9].cells.Minutter, now: '502' }], 'Kari');
  await seat.until(async () => (await seat.text(2, 'Oppgave')) === 'Ukjent rad');
  assert.equal(await seat.text(6, 'Minutter'), '501');
  assert.equal(await seat.text(9, 'Minutter'), '502');
  assert.equal((await seat.at()).text, 'min');
  await seat.press('Enter');
  await seat.saved();
  assert.equal(unit.rows[0].cells.Merknad, 'min');
});

scenario('the talk about a row is told as it goes', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  unit.tell('talk', { row: unit.rows[1].id, review: 'disputed' });
  await seat.until(async () => (await seat.text(1, 'Status')) === 'uenighet');
  // An objection leaves it as it is.
  unit.tell('talk', { row: unit.rows[1].id, review: 'objection' });
  await seat.until(() => seat.page.evaluate(() => [...document.querySelector('select[name=Status]').options].some((one) => one.text === 'uenighet (1)')));
  await seat.filters();
  await seat.page.selectOption('select[name=Status]', 'disputed');
  assert.equal(await seat.page.evaluate(() => location.search), '?Status=disputed');
  assert.equal(await seat.shown(), 1);
});

export { collide };
