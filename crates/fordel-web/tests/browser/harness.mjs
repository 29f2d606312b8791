// Plays scenarios in Chromium against a running site, and says which failed.
//
//   node some-scenario.mjs http://127.0.0.1:1234 folder-for-pictures
//
// Each scenario gets a browser window of its own. It fails when what it says fails, when a page throws or breaks the content policy, or when anything
// outside the site is asked for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [base, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const scenarios = [];

/** Origins beyond the site that a scenario may ask. */
export const beyond = [];

/** The windows that every page must hold in. */
export const WINDOWS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'light, 320 px': { colorScheme: 'light', viewport: { width: 320, height: 640 } },
  'dark, 320 px': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
  // 1280 × 1024 at 200 %.
  'light, 200 %': { colorScheme: 'light', viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 },
};

/** Tells a scenario: its name, what is done, and the window's settings beyond the ordinary. */
export const scenario = (name, act, window = {}) => scenarios.push({ name, act, window });

/** What axe-core was shown: the scheme, the window's width, the page's path. */
const shown = new Set();

/** What axe-core finds on the page, as sentences; none is right. */
export async function findings(page) {
  shown.add(await page.evaluate(() => `${matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'} ${innerWidth} ${location.pathname}`));
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axe);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

/** Fails if axe-core finds anything, or if the page must be scrolled sideways. */
export async function holds(page, what) {
  const found = await findings(page);
  assert.deepEqual(found, [], `${what}: ${found.join('\n')}`);
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.scroll, .steps ol'));
    return out.map((one) => `${one.tagName.toLowerCase()}${one.className ? `.${one.className}` : ''} ends at ${Math.round(one.getBoundingClientRect().right)} of ${width}`);
  });
  assert.deepEqual(wide.slice(0, 12), [], `${what}: the page must be scrolled sideways`);
}

/** Comes in by the link for the first administrator, with the example, and opens its unit; gives the unit's address. */
export async function founded(page, first) {
  await page.goto(base + first);
  await page.fill('#organisation', 'Prøve HF');
  await page.fill('#name', 'Kari Leder');
  await page.fill('#email', 'leder@sykehus.test');
  await page.fill('#password', 'fire grønne hester');
  await page.click('main button[type=submit]');
  await page.waitForURL(`${base}/`);
  await page.click('#units a');
  await page.waitForURL(/\/u\/\d+$/);
  return page.url();
}

/** Asks for a proposal of a few seconds in the unit, and waits while it is being made; `meanwhile` looks at what is shown then. */
export async function proposed(page, context, unit, meanwhile = async () => {}) {
  await page.goto(`${unit}/proposals`);
  await page.fill('#seconds', '5');
  await page.click('main form.stack button[type=submit]');
  await page.waitForSelector('[data-proposal]');
  await meanwhile();
  const patience = Date.now() + 120_000;
  while ((await context.request.get(`${unit}/p/1/plan.json`)).status() !== 200) {
    assert.ok(Date.now() < patience, 'the proposal is done');
    await page.waitForTimeout(500);
  }
}

/** Gives the page one of the windows. */
async function within(page, window) {
  await page.emulateMedia({ colorScheme: window.colorScheme });
  await page.setViewportSize(window.viewport ?? { width: 1280, height: 900 });
}

/** Looks at an address in every window, and keeps pictures. `ready` makes the page's state anew each time. */
export async function everyWindow(page, address, what, ready = async () => {}) {
  for (const [name, window] of Object.entries(WINDOWS)) {
    await within(page, window);
    await page.goto(address);
    await ready();
    await holds(page, `${what}, ${name}`);
    await picture(page, `${what} ${name}`.replace(/\W+/g, '-'));
  }
  await within(page, WINDOWS.light);
}

/** Looks at the page as it stands, wide and at 320 px, in light and dark: also one that can't be asked for again. */
export async function asItStands(page, look) {
  for (const name of ['light', 'dark', 'dark, 320 px', 'light, 320 px']) {
    await within(page, WINDOWS[name]);
    await look(name);
  }
  await within(page, WINDOWS.light);
}

/** Keeps a picture of the page for people to look at. */
export const picture = (page, name, options = { fullPage: true }) => page.screenshot({ path: join(pictures, `${name}.png`), ...options });

/** The file of a picture or document that is kept for people. */
export const kept = (name) => join(pictures, name);

/** Pages of a PDF, and how many of them lie down. */
export const pages = (bytes) => {
  const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  return { all: boxes.length, lying: boxes.filter(([, width, height]) => Number(width) > Number(height)).length };
};

/** Plays all; the process ends with 1 if one failed. */
export async function play() {
  const browser = await chromium.launch({ executablePath: process.env.FORDEL_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  let failed = 0;
  for (const { name, act, window } of scenarios) {
    const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: { width: 1280, height: 900 }, ...window });
    context.setDefaultTimeout(10_000);
    const wrong = [];
    const watch = (page) => {
      page.on('pageerror', (error) => wrong.push(`the page threw: ${error}`));
      page.on('console', (message) => message.type() === 'error' && !/status of [45]/.test(message.text()) && wrong.push(`the page complained: ${message.text()}`));
      page.on('request', (request) => [base, ...beyond].some((origin) => request.url().startsWith(origin)) || /^(data|blob|about):/.test(request.url()) || wrong.push(`asked outside: ${request.url()}`));
    };
    context.on('page', watch);
    const started = performance.now();
    try {
      await act({ page: await context.newPage(), context, base });
      assert.deepEqual(wrong, []);
      console.log(`ok   ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}\n${error.stack}\n${wrong.join('\n')}`);
    }
    await context.close();
  }
  await browser.close();
  for (const one of shown) console.log(`axe  ${one}`);
  console.log(`${scenarios.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
