// The first time: from the link that an empty Fordel prints to the first useful result, in how many clicks and how long.

import assert from 'node:assert/strict';
import { play, scenario } from './harness.mjs';

const first = process.argv[4];
const CLICKS = 10;
const SECONDS = 300;

scenario('the first useful result takes ten clicks and five minutes at most', async ({ page, context, base }) => {
  context.setDefaultTimeout(SECONDS * 1000);
  const began = performance.now();
  let clicks = 0;
  const click = (selector) => {
    clicks += 1;
    return page.click(selector);
  };
  // The link is clicked where it is printed.
  clicks += 1;
  await page.goto(base + first);
  for (const [field, text] of [['organisation', 'Prøve HF'], ['name', 'Kari Leder'], ['email', 'leder@sykehus.test'], ['password', 'fire grønne hester']]) {
    await click(`#${field}`);
    await page.keyboard.type(text);
  }
  assert.ok(await page.isChecked('#example'), 'the example comes along, unless one says no');
  await click('main button[type=submit]');
  await page.waitForURL(`${base}/`);
  await click('#units a');
  await page.waitForURL(/\/u\/\d+$/);
  const unit = page.url();
  // What the page asks one to do, and the form as it stands.
  await click('main .ds-button[href$="/proposals"]');
  await page.waitForURL(`${unit}/proposals`);
  await click('main form.stack button[type=submit]');
  await page.waitForSelector('#beside');
  await click('nav.place a[aria-current]');
  await page.waitForURL(unit);
  const result = (await page.textContent('.most .sentences li')).trim();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`the first useful result after ${clicks} clicks and ${seconds} s: ${result}`);
  assert.match(result, /^Forslaget frigjør .* sykepleiertimer i uka/);
  assert.ok(clicks <= CLICKS && seconds <= SECONDS, `${clicks} clicks, ${seconds} s`);
});

await play();
