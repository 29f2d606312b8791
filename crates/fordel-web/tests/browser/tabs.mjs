// Eight tabs of one browser follow a ward at once: they share a connection, so that none waits for its pages; and what one person changes by hand is shown to another.

import assert from 'node:assert/strict';
import { founded, play, proposed, scenario } from './harness.mjs';

const first = process.argv[4];
const TABS = 8;

scenario('eight tabs and another person', async ({ page, context, base }) => {
  context.setDefaultTimeout(60_000);
  const unit = await founded(page, first);
  await proposed(page, context, unit);

  // Browsers grant six connections to a server: a stream for each tab would leave none.
  const tabs = [page];
  for (let tab = 1; tab < TABS; tab += 1) tabs.push(await context.newPage());
  const streams = new Set();
  context.on('request', (request) => request.url().endsWith('/events') && streams.add(request));
  for (const [at, tab] of tabs.entries()) {
    const started = Date.now();
    await tab.goto(at % 2 ? `${unit}/workshop` : `${unit}/mapping`);
    const took = Date.now() - started;
    assert.ok(took < 10_000, `tab ${at + 1} opened after ${took} ms`);
  }
  await page.waitForTimeout(500);
  assert.equal(streams.size, 1, 'one stream for all');

  // What is written in one is seen in the other seven.
  const cell = (window) => window.evaluate(() => document.querySelectorAll('#grid tbody tr')[2]?.querySelectorAll('td')[5]?.firstChild?.data.trim());
  await page.bringToFront();
  await page.locator('tbody tr').nth(2).locator('td').nth(5).click();
  await page.keyboard.type('23');
  await page.keyboard.press('Enter');
  const started = Date.now();
  for (const tab of tabs.filter((_, at) => at && at % 2 === 0)) {
    while ((await cell(tab)) !== '23') {
      assert.ok(Date.now() - started < 10_000, 'seen by every tab');
      await tab.waitForTimeout(50);
    }
  }
  console.log(`seen by the other tabs after ${Date.now() - started} ms`);

  // The tab that holds the stream is closed: another takes its place.
  await tabs[0].close();
  const [, , leftover, , second] = tabs;
  await leftover.waitForTimeout(500);
  assert.equal(streams.size, 2, 'the stream was taken over');
  await leftover.bringToFront();
  await leftover.locator('tbody tr').nth(2).locator('td').nth(5).click();
  await leftover.keyboard.type('24');
  await leftover.keyboard.press('Enter');
  const again = Date.now();
  while ((await cell(second)) !== '24') {
    assert.ok(Date.now() - again < 10_000, 'seen after the stream was taken over');
    await second.waitForTimeout(50);
  }
  for (const tab of tabs.slice(3)) await tab.close();

  // One's own proposal, changed by hand: another person who looks at it sees it at once, on the board and in the staffing.
  await leftover.goto(`${unit}/p/1/board`);
  const id = await leftover.evaluate(() => [...document.querySelectorAll('.column[data-group="0"] .card')].find((card) => card.dataset.rules.split(',')[1] === '')?.id);
  await leftover.locator(`#${id} summary`).focus();
  await leftover.keyboard.press('m');
  await leftover.keyboard.press('2');
  await leftover.waitForURL(/\/p\/2\/board/);
  const other = await context.browser().newContext({ locale: 'nb-NO', storageState: await context.storageState() });
  const watcher = await other.newPage();
  await watcher.goto(`${unit}/p/2/board`);
  const counter = await other.newPage();
  await counter.goto(`${unit}/p/2/staffing`);
  await watcher.bringToFront();
  await leftover.bringToFront();
  await leftover.waitForFunction((id) => document.activeElement?.closest('.card')?.id === id, id);
  const moved = Date.now();
  await leftover.keyboard.press('Control+z');
  await watcher.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '0', id, { polling: 50 });
  console.log(`a move is seen by the other after ${Date.now() - moved} ms`);
  assert.match(await watcher.textContent('#strip'), /Kari Leder har endret forslaget/);
  await leftover.goto(`${unit}/p/2/staffing`);
  const field = leftover.locator('input[name^="h."]').first();
  await field.fill('0');
  await leftover.keyboard.press('Tab');
  await counter.waitForFunction(() => document.querySelector('input[name^="h."]').value === '0' && document.querySelector('td[data-red]'), null, { polling: 50 });
  assert.match(await counter.textContent('#said'), /har endret forslaget/);
  // What the other does next is made on what they see: nothing is refused as stale.
  const answer = counter.waitForResponse((answer) => answer.url().includes('/changes?skrevet_av=') && answer.request().method() === 'POST');
  await counter.bringToFront();
  await counter.locator('input[name^="h."]').first().fill('4');
  await counter.keyboard.press('Tab');
  assert.equal((await answer).status(), 200);
  await other.close();
});

await play();
