// A ward's whole work, from an empty database to a locked decision, as its people do it.

import assert from 'node:assert/strict';
import { asItStands, holds, kept, picture, play, scenario } from './harness.mjs';

const first = process.argv[4];
const PASSWORD = 'fire grønne hester';
const EMAIL = 'leder@sykehus.test';

/** Holds the page to axe, wide and narrow, in light and dark. */
const looks = async (page, what) => {
  await asItStands(page, (name) => holds(page, `${what}, ${name}`));
  await picture(page, `work-${what}`.replace(/\W+/g, '-'));
};

/** A window of another person's own, who is invited to map the unit. */
async function colleague(page, context, base, unit) {
  await page.goto(`${base}/people/${unit.split('/').pop()}`);
  await page.selectOption('#invited-role', 'contributor');
  await page.fill('#email', 'per@sykehus.test');
  await page.click('form[action$="/invite"] button');
  const link = await page.textContent('#secret');
  const other = await context.browser().newContext({ locale: 'nb-NO' });
  const window = await other.newPage();
  await window.goto(link);
  await window.fill('#name', 'Per Kollega');
  await window.fill('#password', 'tre røde traktorer');
  await window.click('main button[type=submit]');
  await window.waitForURL(`${base}/`);
  return window;
}

scenario('from the first link to a decision', async ({ page, context, base }) => {
  context.setDefaultTimeout(60_000);
  await page.goto(base + first);
  await looks(page, 'start');
  await page.fill('#organisation', 'Prøve HF');
  await page.fill('#name', 'Kari Leder');
  await page.fill('#email', EMAIL);
  await page.fill('#password', 'kort');
  await page.click('main button[type=submit]');
  assert.match(await page.title(), /^Feil: /, 'a short password is refused');
  assert.equal(await page.inputValue('#organisation'), 'Prøve HF', 'what was typed is there');
  await looks(page, 'start with a fault');
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL(`${base}/`);
  await looks(page, 'front');

  // The link works once.
  const again = await context.request.get(base + first);
  assert.equal(again.status(), 404);

  await page.click('#units a');
  await page.waitForURL(/\/u\/\d+$/);
  const unit = page.url();
  await page.goto(`${unit}/mapping`);
  await looks(page, 'mapping');
  // In the window of an ordinary machine most of it is the table.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.waitForSelector('#grid[data-ready]');
  const rows = await page.evaluate(() => {
    const end = Math.min(document.querySelector('#grid-scroll').getBoundingClientRect().bottom, document.querySelector('.grid-foot').getBoundingClientRect().top);
    return [...document.querySelectorAll('#grid tbody tr')].filter((row) => row.getBoundingClientRect().bottom <= end).length;
  });
  assert.ok(rows >= 15 && rows < 40, `${rows} rows are seen`);
  await page.setViewportSize({ width: 1280, height: 900 });

  // Two people map at once: each sees where the other is, and what the other writes.
  const second = await colleague(page, context, base, unit);
  for (const window of [page, second]) {
    await window.goto(`${unit}/mapping`);
    await window.waitForSelector('#grid[data-ready]');
  }
  const at = await page.evaluate(() => [...document.querySelector('#grid thead').rows[0].cells].findIndex((th) => th.textContent === 'Minutter'));
  const cell = (window, row) => window.locator('#grid tbody tr').nth(row).locator(':scope > *').nth(at);
  const text = (window, row) => window.evaluate(([row, at]) => {
    const td = document.querySelectorAll('#grid tbody tr')[row].cells[at];
    const clone = td.cloneNode(true);
    clone.querySelectorAll('i, .grid-field').forEach((one) => one.remove());
    return (td.querySelector('.grid-field')?.value ?? clone.textContent).trim();
  }, [row, at]);
  // A window behind another one paints seldom: what it shows is asked for by the clock.
  const reads = async (window, row, value) => {
    const patience = Date.now() + 10_000;
    while ((await text(window, row)) !== value) {
      assert.ok(Date.now() < patience, `${value} in row ${row}`);
      await window.waitForTimeout(20);
    }
  };
  const write = async (window, row, value) => {
    await cell(window, row).click();
    await window.keyboard.type(value);
    const kept = window.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/edits'));
    await window.keyboard.press('Enter');
    assert.equal((await kept).status(), 200);
  };
  const before = [await text(page, 2), await text(page, 4)];
  await cell(page, 2).click();
  await second.waitForFunction(() => /Kari.* er i Minutter, rad 3/.test(document.querySelector('#grid-who').textContent), null, { polling: 50 });
  assert.match(await cell(second, 2).getAttribute('class'), /\bhere\b/, 'the cell that somebody is in is marked');
  assert.match(await page.getAttribute('#grid-beside a', 'href'), /\/history\?rad=\d+$/, 'the row leads to its history');
  await write(page, 2, '21');
  const saved = Date.now();
  await reads(second, 2, '21');
  const seen = Date.now() - saved;
  assert.ok(seen < 1000, `seen ${seen} ms after it was saved`);
  console.log(`a change is seen by the other ${seen} ms after it was saved`);

  // Both write in one cell: nobody's value is written over, and whoever came last sees both and chooses.
  await cell(second, 4).click();
  await second.keyboard.type('151');
  await write(page, 4, '202');
  await second.keyboard.press('Enter');
  await second.waitForFunction(([row, at]) => document.querySelectorAll('#grid tbody tr')[row].cells[at].classList.contains('conflict'), [4, at], { polling: 50 });
  await second.keyboard.press('ArrowUp');
  assert.match(await second.textContent('#grid-status'), /Du skrev «151», Kari.* skrev «202»/);
  assert.equal(await text(page, 4), '202');
  await second.click('.grid-conflict button:has-text("Ta deres")');
  await reads(second, 4, '202');
  for (const row of [4, 2]) {
    await page.keyboard.press('Control+z');
    await reads(second, row, before[row === 2 ? 0 : 1]);
  }
  await second.context().close();

  // All about the row one stands in: opened by a key that moves nobody, it follows the row, and what is changed is told there.
  const named = (row) => page.evaluate((row) => {
    const heads = [...document.querySelector('#grid thead').rows[0].cells].map((th) => th.textContent);
    const { cells } = document.querySelectorAll('#grid tbody tr')[row];
    return ['Oppgave', 'Tidsintervall'].map((name) => cells[heads.indexOf(name)].textContent).join(' · ');
  }, row);
  const told = (part, text) => page.waitForFunction(([part, text]) => document.querySelector(`#grid-row ${part}`)?.textContent.includes(text), [part, text]);
  const writes = () => page.evaluate(() => document.activeElement.classList.contains('grid-field'));
  await cell(page, 3).click();
  assert.ok(!(await page.isVisible('#grid-row')), 'it is closed from the start');
  await page.keyboard.press('F4');
  await told('h2', await named(3));
  assert.ok(await writes(), 'one stands in the cell still');
  assert.deepEqual([await page.getAttribute('[data-do=about]', 'aria-expanded'), new URL(page.url()).searchParams.get('om')], ['true', '1']);
  await page.keyboard.press('ArrowDown');
  await told('h2', await named(4));
  const minutes = await text(page, 4);
  await page.keyboard.press('Delete');
  await told('ul + h3 + ul', `fra ${minutes} til (tom)`);
  await page.keyboard.press('Control+z');
  await told('ul + h3 + ul', `fra (tom) til ${minutes}`);
  const boxes = () => page.evaluate(() => ['#grid-scroll', '#grid-row'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
  const [table, panel] = await boxes();
  assert.ok(panel.left >= table.right, 'it stands beside the table');
  await looks(page, 'all about a row');
  await page.setViewportSize({ width: 320, height: 640 });
  const [above, below] = await boxes();
  assert.ok(below.top >= above.bottom, 'where there is little room it lies below');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.isVisible('#grid-row')), 'it is not printed');
  await page.emulateMedia({ media: 'screen' });
  await page.focus('#grid-row a');
  await page.keyboard.press('Escape');
  assert.ok(await writes(), 'Esc leads back to the cell');
  const row = await page.locator('#grid tbody tr').nth(6).getAttribute('id');
  await page.keyboard.press('F4');
  assert.ok(!(await page.isVisible('#grid-row')) && !page.url().includes('om='), 'the key closes it');
  await page.goto(`${unit}/mapping?rad=${row.slice(1)}&om=1`);
  await told('h2', await named(6));

  // The workbook that comes out says what is kept.
  const book = await (await context.request.get(`${unit}/ward.xlsx`)).body();
  await page.goto(`${unit}/import`);
  await page.setInputFiles('#file', { name: 'enheten.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
  await page.click('main form button[type=submit]');
  await page.waitForSelector('text=sier det samme som er lagret');

  // A proposal is asked for, followed, and compared.
  await page.goto(`${unit}/proposals`);
  await looks(page, 'no proposals');
  await page.fill('#seconds', '5');
  await page.click('main form.stack button[type=submit]');
  await page.waitForSelector('[data-proposal]');
  // It is there within seconds, and the page is shown anew then: the wide window alone.
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await holds(page, `a proposal being made, ${colorScheme}`);
  }
  await picture(page, 'work-a-proposal-being-made');
  await page.waitForSelector('#beside', { timeout: 60_000 });
  await looks(page, 'proposals');
  await page.click('#beside a[href$="/p/1"]');
  await page.waitForURL(/\/p\/1$/);
  await looks(page, 'a proposal');

  // It is decided: what the law asks for is asked for.
  await page.click('a[href$="/decide"]');
  await page.fill('#held_on', '2026-11-20');
  await page.fill('#union', 'NSF og Fagforbundet');
  await page.click('main form.stack button[type=submit]');
  assert.match(await page.title(), /^Feil: /, 'lines without an assessment');
  await looks(page, 'deciding with a fault');
  for (const part of ['nature', 'qualification', 'follow_up', 'medicines']) {
    const field = page.locator(`#${part}`);
    if (await field.count()) await field.fill('Vurdert i fagmøte.');
  }
  await page.click('main form.stack button[type=submit]');
  await page.waitForURL(/\/decisions\/1$/);
  assert.match(await page.textContent('h1'), /versjon 1/);
  await looks(page, 'decision');
  const paper = await page.pdf({ path: kept('work-decision.pdf'), preferCSSPageSize: true });
  assert.ok(paper.length > 10_000);

  await page.goto(`${base}/`);
  // The day it was decided, not the meeting's.
  const today = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', day: '2-digit', month: '2-digit', year: 'numeric' }).format();
  assert.ok((await page.textContent('#units')).includes(`v1, ${today}`), today);
  await page.click('.menu summary');
  await page.click('.menu form button');
  await page.waitForURL(`${base}/enter`);
  assert.equal((await context.request.get(unit, { maxRedirects: 0 })).status(), 303, 'signed out');
});

await play();
