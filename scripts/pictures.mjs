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
await browser.close();
