// A ward's whole work, from an empty database to a locked decision, as its people do it.

import assert from 'node:assert/strict';
import { holds, kept, picture, play, scenario } from './harness.mjs';

const first = process.argv[4];
const PASSWORD = 'fire grønne hester';
const EMAIL = 'leder@sykehus.test';

/** Holds the page to axe in light and dark. */
const looks = async (page, what) => {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await holds(page, `${what}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, `work-${what}`.replace(/\W+/g, '-'));
};

const signIn = async (page, base) => {
  await page.goto(`${base}/enter`);
  await page.fill('#email', EMAIL);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL(`${base}/`);
};

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

  // Two map at once: the second sees what the first does.
  const other = await context.browser().newContext({ locale: 'nb-NO' });
  const second = await other.newPage();
  await signIn(second, base);
  await second.goto(`${unit}/mapping`);
  const cell = (window) => window.locator('tbody tr').nth(2).locator('td').nth(5);
  const before = await cell(page).textContent();
  const started = Date.now();
  await cell(page).click();
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await second.waitForFunction(() => document.querySelectorAll('tbody tr')[2].querySelectorAll('td')[5].textContent.trim() === '21');
  const seen = Date.now() - started;
  assert.ok(seen < 5000, `seen after ${seen} ms`);
  console.log(`a change is seen by the other after ${seen} ms, typing included`);
  await page.keyboard.press('Control+z');
  await second.waitForFunction((value) => document.querySelectorAll('tbody tr')[2].querySelectorAll('td')[5].textContent.trim() === value, before.trim());
  await other.close();

  // A proposal is asked for, followed, and compared.
  await page.goto(`${unit}/proposals`);
  await looks(page, 'no proposals');
  await page.fill('#seconds', '5');
  await page.click('main form.stack button[type=submit]');
  await page.waitForSelector('[data-proposal]');
  await looks(page, 'a proposal being made');
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
  assert.match(await page.textContent('#units'), /v1, 20\.11\.2026/);
  await page.click('.menu summary');
  await page.click('.menu form button');
  await page.waitForURL(`${base}/enter`);
  assert.equal((await context.request.get(unit, { maxRedirects: 0 })).status(), 303, 'signed out');
});

await play();
