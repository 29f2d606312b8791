// Draws the pictures of the site: follows the example from its link, and keeps a picture of each page.
//
//   node scripts/pictures.mjs LINK FOLDER

import { createRequire } from 'node:module';

const require = createRequire(new URL('../crates/fordel-web/tests/browser/', import.meta.url));
const { chromium } = require('playwright-core');
const [link, folder] = process.argv.slice(2);
const base = new URL(link).origin;
const browser = await chromium.launch({ executablePath: process.env.FORDEL_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
// What is solved may take longer than a click usually waits.
page.setDefaultTimeout(200_000);
await page.goto(link);
const unit = await page.getAttribute('#units a', 'href');
await page.goto(`${base}${unit}/proposals`);
// The example's proposal is being made: the page shows itself anew when it is there.
await page.waitForSelector('#beside', { timeout: 300_000 });
const one = `${unit}/p/1`;
const pages = {
  organisation: '/', front: unit, mapping: `${unit}/mapping`, workshop: `${unit}/workshop`, library: `${unit}/library`, import: `${unit}/import`,
  proposals: `${unit}/proposals`, board: `${one}/board`, staffing: `${one}/staffing`, rhythm: `${one}/rhythm`, names: `${one}/rhythm/names`,
  training: `${one}/training`, findings: `${one}/findings`, decide: `${one}/decide`, projection: `${one}/projection`, history: `${unit}/history`, people: '/people', me: '/me',
  proposal: one, today: `${one}/today`, rules: `${unit}/now/rules`, 'sign-in': '/people/sign-in',
};
const shot = async (name) => {
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/web-${name}.png` });
};
for (const [name, path] of Object.entries(pages)) {
  await page.goto(base + path);
  await shot(name);
}
// What is solved when somebody asks for it.
await page.goto(`${base}${one}/year`);
await page.fill('#fra', '2027-05-03');
await page.click('main form button[type=submit]');
await page.waitForURL(/year\?fra/, { timeout: 200_000 });
await page.locator('#year-weeks, main svg').first().scrollIntoViewIfNeeded();
await shot('year');
await page.goto(`${base}${one}/certainty`);
await page.click('main form button[type=submit]');
await page.waitForSelector('#under', { timeout: 200_000 });
await shot('certainty');
await page.goto(`${base}${one}/training/order`);
await page.selectOption('#sekunder', '20');
await page.click('main form.stack button[type=submit]');
await page.waitForSelector('#order', { timeout: 200_000 });
await shot('courses');
// A card that is moved makes a proposal of one's own; why it stood where it did, and what somebody has against it.
await page.goto(`${base}${one}/board`);
const card = await page.evaluate(() => [...document.querySelectorAll('.column[data-group="0"] .card')].find((one) => one.dataset.rules.split(',')[1] === '').id);
await page.locator(`#${card} summary`).focus();
await page.keyboard.press('m');
await page.keyboard.press('2');
await page.waitForURL(/\/p\/2\/board/);
await page.goto(`${base}${one}/differences?mot=2`);
await shot('differences');
await page.goto(`${base}${one}/why/${card.slice(1).split('-')[0]}`);
await page.click('form.ask button');
await page.waitForSelector('form.ask', { state: 'detached', timeout: 200_000 });
await shot('why');
await page.fill('#text', 'Vi har ikke nok folk om natta.');
await page.click('.objections form button');
await page.waitForSelector('.objections blockquote');
await page.goto(`${base}${unit}/objections`);
await shot('objections');
// Half a year of counts, one day far off.
const counts = Array.from({ length: 182 }, (_, at) => {
  const date = new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
  return `${date};pasienter;${at === 80 ? 41 : 22 - (at % 7 > 4 ? 4 : 0) + ((at * 5) % 4)}`;
});
await page.goto(`${base}${unit}/activity`);
await page.setInputFiles('#file', { name: 'historikk.csv', mimeType: 'text/csv', buffer: Buffer.from(`Dato;Driver;Antall\n${counts.join('\n')}\n`) });
await page.click('main form.stack button[type=submit]');
await page.waitForURL(/activity\/[0-9a-f]{64}$/);
await shot('activity');
// The corridor's page on a phone with one missing on the shift that is on; colours first, as a ward would.
await page.goto(`${base}${unit}/priorities`);
await shot('priorities');
await page.setViewportSize({ width: 390, height: 844 });
await page.goto(`${base}${unit}/now`);
await page.locator('a.step[id^=more]').first().click();
await page.waitForURL(/m\..+=1/);
await shot('now');
// What was done about it is logged and counted.
await page.waitForFunction(() => document.getElementById('said').textContent.length > 5);
await page.click('#logg summary');
await page.selectOption('#valg', 'overtime');
await page.selectOption('#aarsak', 'sickness');
await page.fill('#timer', '3,5');
await page.fill('#grunn', 'To syke på samme vakt.');
await page.click('#logg button[type=submit]');
await page.waitForURL(/now\/log\?ny=/);
await page.setViewportSize({ width: 1280, height: 800 });
await page.goto(`${base}${unit}/now/log`);
await shot('log');
await page.goto(`${base}${unit}/now/statistics`);
await shot('statistics');
// It is decided.
await page.goto(`${base}${one}/decide`);
await page.fill('#held_on', '2026-11-20');
await page.fill('#union', 'NSF og Fagforbundet');
for (const part of ['nature', 'qualification', 'follow_up', 'medicines']) {
  const field = page.locator(`#${part}`);
  if (await field.count()) await field.fill('Vurdert i fagmøte.');
}
await page.click('main form.stack button[type=submit]');
await page.waitForURL(/\/decisions\/1$/);
await shot('decision');
// Minutes are written in the sheet, and a workbook comes in that has others: last, since proposals are older than the sheet then.
await page.goto(`${base}${unit}/mapping`);
await page.waitForSelector('#grid[data-ready]');
await page.locator('tbody tr').nth(2).locator('td').nth(6).click();
for (const minutes of ['21', '9', '14']) {
  await page.keyboard.type(minutes);
  await page.keyboard.press('Enter');
}
await page.waitForFunction(() => document.querySelector('#grid-saved').textContent.startsWith('Lagret'));
// It is saved row by row: the last of them too.
await page.waitForTimeout(2_000);
const book = await (await context.request.get(`${base}/template.xlsx?eksempel=1`)).body();
await page.goto(`${base}${unit}/import`);
await page.setInputFiles('#file', { name: 'sengepost.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
await page.click('main form.stack button[type=submit]');
await page.waitForURL(/\/import\/[0-9a-f]{64}$/);
await shot('preview');
await browser.close();
