// People are missing on a shift: asked on a phone in one hand, without script too; colours, rules, the log and what it shows.

import assert from 'node:assert/strict';
import { everyWindow, founded, holds, picture, play, proposed, scenario } from './harness.mjs';

const first = process.argv[4];
const PHONE = { width: 390, height: 844 };
const site = {};

/** What one presses on the page itself that is less than 44 px high or wide; links in text and the frame aside. */
const small = (page) =>
  page.evaluate(() => [...document.querySelectorAll('main :is(.step[href], .ds-button, .ds-input:not([type=radio]), #logg > summary)')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
    .map(([html, box]) => `${html} is ${Math.round(box.width)} × ${Math.round(box.height)}`));

scenario('somebody is missing: asked by presses, each answer with its address', async ({ page, context }) => {
  context.setDefaultTimeout(90_000);
  site.unit = await founded(page, first);
  await page.goto(`${site.unit}/now`);
  assert.match(await page.textContent('main'), /Be om et forslag først/);
  await proposed(page, context, site.unit);
  await page.setViewportSize(PHONE);
  await page.goto(site.unit);
  await page.click('main a[href$="/now"]');
  await page.waitForURL(/\/now$/);
  assert.match(await page.textContent('main'), /Ingen plan er vedtatt/);
  assert.equal(await page.locator('.light .sign').count() > 1, true, 'colours have signs');
  await holds(page, 'now on a phone');
  assert.deepEqual(await small(page), []);
  await picture(page, 'now-phone');

  const more = page.locator('a.step[id^=more]').first();
  const id = await more.getAttribute('id');
  await more.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/m\..+=1/);
  await page.waitForFunction(() => document.getElementById('said').textContent.length > 5);
  assert.equal(await page.evaluate(() => document.activeElement.id), id, 'the focus stays where it was');
  const shown = await page.textContent('#svar-head');
  assert.match(shown, /GRØNT|GULT|RØDT/);
  const address = page.url();
  await page.goto(address);
  assert.equal(await page.textContent('#svar-head'), shown, 'the address gives the same answer');
  assert.deepEqual(await small(page), []);
  await page.selectOption('#vakt', { index: 0 });
  await page.waitForURL((url) => url.href !== address);
  site.cookies = await context.cookies();
  await everyWindow(page, address, 'now');
  site.address = address;
});

scenario('without script it is links and a form', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  await page.goto(`${site.unit}/now`);
  const before = await page.textContent('.missing li .heads strong');
  await page.locator('a.step[id^=more]').first().click();
  await page.waitForURL(/m\..+=1#mangler$/);
  assert.notEqual(await page.textContent('.missing li .heads strong'), before);
  await page.selectOption('#vakt', { index: 0 });
  await page.click('.when button');
  await page.waitForURL(/vakt=/);
  assert.equal(await page.locator('#svar, .ds-alert').count() > 0, true);
}, { javaScriptEnabled: false });

scenario('colours are set for many lines at once', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  await page.setViewportSize(PHONE);
  await page.goto(`${site.unit}/priorities`);
  const lacking = Number((await page.textContent('main')).match(/(\d+) av \d+ linjer mangler farge/)[1]);
  assert.ok(lacking > 0, 'the example leaves some open');
  await holds(page, 'colours on a phone');
  assert.deepEqual(await small(page), []);
  for (const whole of await page.locator('select[id^="kategori."]').all()) await whole.selectOption('yellow');
  await page.click('.colours .save button');
  await page.waitForURL(/lagret=/);
  assert.match(await page.textContent('main'), /Lagret: /);
  assert.match(await page.textContent('main'), /Alle linjer har farge/);
  await everyWindow(page, `${site.unit}/priorities?alle=1`, 'colours');
  await page.goto(`${site.unit}/now`);
  assert.doesNotMatch(await page.textContent('main'), /mangler farge/);
});

scenario('a choice is logged, counted, corrected', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  await page.setViewportSize(PHONE);
  await page.goto(site.address);
  await page.click('#logg summary');
  await page.selectOption('#valg', 'extra-shift');
  await page.selectOption('#aarsak', 'sickness');
  await page.fill('#timer', 'mange');
  await page.click('#logg button[type=submit]');
  await page.waitForSelector('.ds-error-summary');
  assert.match(await page.title(), /^Feil: /);
  assert.equal(await page.inputValue('#timer'), 'mange', 'what was typed is there still');
  await holds(page, 'the log refuses');
  await page.fill('#timer', '3,5');
  await page.fill('#grunn', 'Prøvekveld.');
  await page.click('#logg button[type=submit]');
  await page.waitForURL(/now\/log\?ny=/);
  assert.match(await page.textContent('#uses'), /Ekstravakt av egne/);
  await everyWindow(page, page.url(), 'log');
  await everyWindow(page, `${site.unit}/now/statistics`, 'statistics');
  await page.goto(`${site.unit}/now/log`);
  await page.click('#uses a[href*="/now/log/"]');
  await page.selectOption('#aarsak', 'vacancy');
  await page.click('form.stack button[type=submit]');
  await page.waitForURL(/now\/log\?ny=/);
  assert.match(await page.textContent('#uses'), /Ubesatt stilling/);
});

scenario('the rules are explained, and changed', async ({ page, context }) => {
  await context.addCookies(site.cookies);
  await everyWindow(page, `${site.unit}/now/rules`, 'rules');
  await page.setViewportSize(PHONE);
  await page.goto(`${site.unit}/now/rules`);
  assert.deepEqual(await small(page), []);
  await page.fill('[id="pris.agency"]', '0');
  await page.click('form.rules button[type=submit]');
  await page.waitForSelector('.ds-error-summary');
  await holds(page, 'rules refuse');
  await page.fill('[id="pris.agency"]', '3');
  await page.click('form.rules button[type=submit]');
  await page.waitForURL(/rules\?lagret=1/);
  assert.equal(await page.inputValue('[id="pris.agency"]'), '3');
});

await play();
