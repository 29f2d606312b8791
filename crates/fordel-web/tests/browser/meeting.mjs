// A meeting goes through a ward's tasks by keys while others look on; a workbook is taken in; history, people and one's own page hold in every window.

import assert from 'node:assert/strict';
import { everyWindow, founded, holds, picture, play, scenario } from './harness.mjs';

const first = process.argv[4];

const shown = (page) => page.locator('#workshop').getAttribute('data-line');
// A window behind another one paints seldom: what it shows is asked for by the clock.
const until = (page, holds, arg) => page.waitForFunction(holds, arg, { polling: 50 });
const moved = (page, from) => until(page, (from) => document.getElementById('workshop').dataset.line !== from, from);
const saved = (page) => until(page, () => document.getElementById('workshop-state').textContent === 'Lagret');

scenario('a meeting, an import, and what happened', async ({ page, context, base }) => {
  const unit = await founded(page, first);

  // By keys alone; another screen follows. The task stands whole in the window.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${unit}/workshop`);
  const high = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(high <= 800, `the page is ${high} px high`);
  const wall = await context.newPage();
  await wall.goto(`${unit}/workshop?linje=${await shown(page)}`);
  await page.keyboard.press('2');
  await saved(page);
  await until(wall, () => document.querySelector('[name=today][data-digit="2"]').checked);
  await page.keyboard.press('Shift+Digit2');
  await until(wall, () => document.querySelector('[name=lowest][data-digit="2"]').checked);
  await page.keyboard.press('m');
  await page.keyboard.type('12,5');
  await page.keyboard.press('Enter');
  await until(wall, () => document.getElementById('minutes').value === '12,5');
  const one = await shown(page);
  await page.keyboard.press('e');
  await moved(page, one);
  await until(wall, () => document.getElementById('workshop-progress').textContent.includes('Enige: 1'));
  const two = await shown(page);
  // What was answered is told, and the way back to it is a key.
  await until(page, () => /^Sist svart: «.+» – enige om HFA$/.test(document.getElementById('workshop-last').textContent));
  await page.keyboard.press('g');
  await until(page, (line) => document.getElementById('workshop').dataset.line === line, one);
  assert.equal(await page.textContent('#workshop-last'), '', 'it is told once');
  await page.keyboard.press('ArrowRight');
  await until(page, (line) => document.getElementById('workshop').dataset.line === line, two);
  await page.keyboard.press('u');
  await page.keyboard.type('Det tar lengre tid i helga');
  await page.keyboard.press('Enter');
  await moved(page, two);
  await page.keyboard.press('p');
  await until(page, () => document.getElementById('workshop-progress').textContent.includes('parkert: 1'));
  const four = await shown(page);
  await page.keyboard.press('ArrowLeft');
  await moved(page, four);
  await page.keyboard.press('ArrowLeft');
  await until(page, (line) => document.getElementById('workshop').dataset.line === line, two);
  assert.equal(await page.inputValue('#note'), 'Det tar lengre tid i helga');
  // What was noted is kept by whoever goes on without an answer.
  await page.fill('#note', 'Se på helga igjen');
  await page.click('#next');
  await moved(page, two);
  await page.click('#previous');
  await until(page, (line) => document.getElementById('workshop').dataset.line === line, two);
  assert.equal(await page.inputValue('#note'), 'Se på helga igjen');
  // A number that can't be used is told at once, without leaving the task.
  const minutes = await page.inputValue('#minutes');
  await page.fill('#minutes', 'en stund');
  await page.press('#minutes', 'Enter');
  await until(page, () => document.getElementById('workshop-faults').textContent.includes('«en stund» er ikke et tall'));
  await page.fill('#minutes', minutes);
  await page.press('#minutes', 'Enter');
  await until(page, () => document.getElementById('workshop-faults').textContent === '');
  await page.goBack();
  await until(page, (line) => document.getElementById('workshop').dataset.line !== line, two);

  // Two answer the same at once: whoever is second sees both, and loses nothing that they typed.
  await page.goto(`${unit}/workshop?linje=${two}`);
  await wall.goto(`${unit}/workshop?linje=${two}`);
  await wall.fill('#count', '3');
  await page.fill('#count', '2');
  await page.press('#count', 'Enter');
  await saved(page);
  await wall.press('#count', 'Enter');
  await wall.waitForSelector('.ds-alert[data-color=danger]');
  assert.match(await wall.textContent('.ds-alert'), /«3».*Kari Leder.*«2»/);
  assert.equal(await wall.inputValue('#count'), '3');
  await holds(wall, 'both answers');
  await picture(wall, 'meeting-both-answers');

  // Where the server gives no answer nothing typed is lost.
  const silent = (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, body: '' }) : route.continue());
  await wall.route('**/workshop*', silent);
  await wall.fill('#note', 'skrevet uten svar');
  await wall.click('button[value=save]');
  await until(wall, () => document.getElementById('workshop-state').textContent.startsWith('Ikke lagret'));
  assert.equal(await wall.inputValue('#note'), 'skrevet uten svar');
  await wall.unroute('**/workshop*', silent);
  await wall.click('button[value=save]');
  await saved(wall);
  await wall.close();

  // The same without script.
  const plain = await page.context().browser().newContext({ javaScriptEnabled: false, storageState: await context.storageState(), locale: 'nb-NO' });
  const paper = await plain.newPage();
  await paper.goto(`${unit}/workshop`);
  const before = await shown(paper);
  await paper.click('button[value=agree]');
  assert.notEqual(await shown(paper), before);
  await plain.close();

  await everyWindow(page, `${unit}/workshop`, 'meeting workshop');
  await everyWindow(page, `${unit}/workshop?status=parked&intervall=x`, 'meeting workshop, nothing left');
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${unit}/workshop`);
  await picture(page, 'meeting-workshop-print');
  await page.emulateMedia({ media: 'screen' });

  // A workbook: out, and in again by way of what it would change.
  const book = await (await context.request.get(`${base}/template.xlsx?eksempel=1`)).body();
  await everyWindow(page, `${unit}/import`, 'meeting import');
  await page.setInputFiles('#file', { name: 'eksempel.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
  await page.click('main form button[type=submit]');
  await page.waitForURL(/\/import\/[0-9a-f]{64}$/);
  const preview = page.url();
  assert.match(await page.textContent('.lead'), /celler endres/);
  await everyWindow(page, preview, 'meeting import, what changes');
  await page.click('text=Bekreft importen');
  await page.waitForURL(`${unit}/mapping`);

  // What happened, and bringing a cell back. Much that was done in one go is one line, which leads to the single changes.
  await everyWindow(page, `${unit}/history?kontroll=1`, 'meeting history');
  await page.goto(`${unit}/history?slag=mapping`);
  if ((await page.locator('#history button').count()) === 0) {
    const together = page.locator('#history details').first();
    await together.locator('summary').click();
    await holds(page, 'changes made in one go');
    await together.locator('a').click();
    await page.waitForURL(/sammen=\d+/);
  }
  const here = page.url();
  await page.locator('#history button').first().click();
  await page.waitForURL(here);

  // People.
  await everyWindow(page, `${base}/people`, 'meeting people');
  await page.click('#branches a >> nth=0');
  await page.waitForURL(/\/people\/\d+$/);
  await everyWindow(page, page.url(), 'meeting a branch');
  await page.click('text=Lag lenke');
  const link = await page.textContent('#secret');
  await holds(page, 'the link');
  await picture(page, 'meeting-the-link');
  const other = await page.context().browser().newContext({ locale: 'nb-NO' });
  const guest = await other.newPage();
  await guest.goto(link);
  await guest.fill('#name', 'Ola Leser');
  await guest.fill('#email', 'ola@sykehus.test');
  await guest.fill('#password', 'tre røde traktorer');
  await guest.click('main button[type=submit]');
  await guest.waitForURL(`${base}/`);
  await guest.goto(`${unit}/workshop`);
  assert.equal(await guest.locator('#answers').count(), 0, 'a reader has no buttons that do nothing');
  await holds(guest, 'the workshop for a reader');
  await other.close();

  // Oneself.
  await everyWindow(page, `${base}/me`, 'meeting me');
  await everyWindow(page, `${base}/me`, 'meeting one-time codes', async () => {
    await page.click('text=Slå på');
    await page.waitForSelector('svg.qr');
  });
  await page.fill('#code', '000000');
  await page.fill('#password', 'feil');
  await page.click('text=Slå på engangskoder');
  await page.waitForSelector('.ds-error-summary');
  await holds(page, 'a wrong password for codes');
});

await play();
