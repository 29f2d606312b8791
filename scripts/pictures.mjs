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
  training: `${one}/training`, findings: `${one}/findings`, decide: `${one}/decide`, history: `${unit}/history`, people: '/people', me: '/me',
};
for (const [name, path] of Object.entries(pages)) {
  await page.goto(base + path);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `${folder}/web-${name}.png` });
}
await browser.close();
