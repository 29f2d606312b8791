// The frame and the parts of pages, as people meet them.

import assert from 'node:assert/strict';
import { WINDOWS, holds, kept, picture, play, scenario } from './harness.mjs';

const PAGES = { '/gallery': 200, '/gallery?wrong': 200, '/gallery?dialog': 200, '/gallery/wide': 200, '/nowhere': 404, '/panic': 500 };

for (const [window, settings] of Object.entries(WINDOWS)) {
  scenario(`nothing to find in ${window}`, async ({ page, base }) => {
    for (const [path, status] of Object.entries(PAGES)) {
      const answer = await page.goto(base + path);
      assert.equal(answer.status(), status, path);
      await holds(page, path);
      await picture(page, `${path.slice(1).replace(/\W/g, '-')} ${window}`.replace(/\W+/g, '-'));
    }
  }, settings);
}

for (const scheme of ['light', 'dark']) {
  scenario(`menu and dialog hold while open, ${scheme}`, async ({ page, base }) => {
    await page.goto(`${base}/gallery`);
    await page.click('.menu summary');
    await holds(page, 'menu');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.menu[open]').count(), 0);
    assert.ok(await page.evaluate(() => document.activeElement.matches('.menu summary')), 'the focus is back');
    await page.click('[data-opens=ask]');
    assert.ok(await page.locator('dialog:modal').isVisible());
    await holds(page, 'dialog');
    await picture(page, `dialog-${scheme}`, {});
    await page.click('[data-closes]');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal(page.url(), `${base}/gallery`);
  }, { colorScheme: scheme });
}

scenario('the keyboard alone reaches the content first, then everything in its order', async ({ page, base }) => {
  await page.goto(`${base}/gallery`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  const seen = [];
  for (let i = 0; i < 70; i += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return { what: one.outerHTML.slice(0, 80), marked: style.outlineStyle !== 'none' || one.closest('.ds-field')?.matches(':has(:focus-visible)'), inSight: box.bottom > 0 && box.top < innerHeight };
    });
    if (place.what.startsWith('<body')) break;
    assert.ok(place.marked, `no mark of focus: ${place.what}`);
    assert.ok(place.inSight, `out of sight: ${place.what}`);
    seen.push(place.what);
  }
  assert.ok(seen.length > 40, `${seen.length} places`);
});

scenario('a form with faults tells them first, and each leads to its field', async ({ page, base }) => {
  await page.goto(`${base}/gallery?wrong`);
  assert.match(await page.title(), /^Feil: /);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.ds-error-summary')));
  await page.click('.ds-error-summary a[href="#minutes"]');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'minutes');
});

scenario('the language switches at once and is remembered', async ({ page, base }) => {
  await page.goto(`${base}/gallery`);
  assert.equal(await page.getAttribute('html', 'lang'), 'nb');
  await page.click('.language button');
  assert.equal(page.url(), `${base}/gallery`);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await page.goto(`${base}/nowhere`);
  assert.equal(await page.textContent('h1'), 'There is no such page');
});

scenario('without script a page reads, a dialog is a page, a menu opens', async ({ page, base }) => {
  await page.goto(`${base}/gallery`);
  await page.click('.menu summary');
  assert.ok(await page.locator('.menu ul').isVisible());
  await page.click('.menu summary');
  await page.click('[data-opens=ask]');
  assert.equal(page.url(), `${base}/gallery?dialog`);
  assert.ok(await page.locator('dialog').isVisible());
  await page.click('dialog [data-closes]');
  assert.equal(page.url(), `${base}/gallery`);
}, { javaScriptEnabled: false });

scenario('a form that is on its way is not sent again', async ({ page, base }) => {
  let sent = 0;
  await page.route('**/slow', async (route) => { sent += 1; await new Promise((done) => setTimeout(done, 400)); await route.fulfill({ body: 'ok' }); });
  await page.goto(`${base}/gallery`);
  await page.evaluate(() => { const form = document.querySelector('main form'); form.action = '/slow'; form.noValidate = true; });
  await page.evaluate(() => { const send = document.querySelector('main form button'); send.click(); send.click(); });
  await page.waitForURL('**/slow');
  assert.equal(sent, 1);
});

scenario('print holds the content alone, on A4, with the heads of tables again', async ({ page, base }) => {
  await page.goto(`${base}/gallery`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const shown = await page.evaluate(() => [...document.querySelectorAll('button, .ds-button, .steps, .menu, .bottom')].filter((one) => one.checkVisibility()).length);
  assert.equal(shown, 0, 'buttons and menus on paper');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('thead')).display), 'table-header-group');
  const dark = await page.evaluate(() => getComputedStyle(document.querySelector('table.data td')).color.match(/\d+/g).map(Number));
  assert.ok(Math.max(...dark) < 110, `ink is dark on paper, also for those who read in the dark: ${dark}`);
  await page.pdf({ path: kept('gallery.pdf'), preferCSSPageSize: true, printBackground: false });
  await page.goto(`${base}/gallery/wide`);
  const wide = await page.pdf({ path: kept('wide.pdf'), preferCSSPageSize: true });
  const boxes = [...wide.toString('latin1').matchAll(/MediaBox\s*\[([^\]]*)\]/g)].map((box) => box[1].trim().split(/\s+/).map(Number));
  assert.ok(boxes.length > 0 && boxes.every(([, , width, height]) => width > height), `wide pages lie across: ${JSON.stringify(boxes)}`);
});

await play();
