// A proposal is changed by hand: cards moved by keys, drag, menu and without script, heads changed, why asked, an objection answered; in every window.

import assert from 'node:assert/strict';
import { everyWindow, founded, holds, kept, picture, play, proposed, scenario } from './harness.mjs';

const first = process.argv[4];

/** The first card of a group that another group may have, or may not. */
const card = (page, from, to, may) =>
  page.evaluate(
    ([from, to, may]) => {
      const rules = (card) => card.dataset.rules.split(',');
      return [...document.querySelectorAll(`.column[data-group="${from}"] .card`)].find((card) => (rules(card)[to] === '') === may)?.id;
    },
    [from, to, may],
  );
const column = (page, id) => page.locator(`#${id}`).evaluate((card) => Number(card.closest('.column').dataset.group));
const answered = (page) => page.waitForResponse((answer) => answer.url().includes('/changes?skrevet_av='));

scenario('a proposal is changed by hand, explained and objected to', async ({ page, context, base }) => {
  context.setDefaultTimeout(90_000);
  const unit = await founded(page, first);
  await proposed(page, context, unit);

  // By keys: what a group may not have is refused with its reason; the computed proposal stays, a copy is changed.
  await page.goto(`${unit}/p/1/board`);
  const no = await card(page, 0, 3, false);
  await page.locator(`#${no} summary`).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('4');
  assert.match(await page.textContent('#said'), /krever|«Bare»|låst/);
  assert.ok(await page.locator('.column[data-group="3"] .refused').isVisible(), 'the column says why');
  await holds(page, 'a card that is being moved');
  await picture(page, 'by-hand-lifted', { fullPage: false });
  await page.keyboard.press('Escape');
  const id = await card(page, 0, 1, true);
  await page.locator(`#${id} summary`).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/p\/2\/board/);
  await page.waitForFunction((id) => document.activeElement?.closest('.card')?.id === id, id);
  assert.equal(await column(page, id), 1);
  assert.match(await page.textContent('#strip'), /Mot forslag 1:/);

  // Another by keys on the copy, at once; both undone with Ctrl+Z.
  const second = await card(page, 0, 1, true);
  await page.locator(`#${second} summary`).focus();
  await page.keyboard.press('m');
  let answer = answered(page);
  await page.keyboard.press('h');
  const started = performance.now();
  await answer;
  console.log(`a move is answered in ${Math.round(performance.now() - started)} ms`);
  await page.waitForFunction((id) => document.activeElement?.closest('.card')?.id === id, second);
  assert.equal(await column(page, second), 1);
  for (const back of [second, id]) {
    answer = answered(page);
    await page.keyboard.press('Control+z');
    await answer;
    await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '0', back);
  }
  assert.match(await page.textContent('#strip'), /Alt går opp/);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.getElementById('strip').textContent.includes('Ingenting å angre'));

  // A pin loads the page anew: the moves before it can still be undone, one after the other.
  await page.locator(`#${id} summary`).focus();
  await page.keyboard.press('m');
  answer = answered(page);
  await page.keyboard.press('h');
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '1', id);
  await page.locator(`#${second} summary`).focus();
  await page.keyboard.press('m');
  answer = answered(page);
  await page.keyboard.press('h');
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '1', second);
  const pressed = async (text) => {
    await page.locator(`#${second} summary`).click();
    await Promise.all([page.waitForEvent('load'), page.locator(`#${second} button`, { hasText: text }).click()]);
  };
  await pressed(/^\s*Lås .*til HFA/);
  assert.equal(await page.locator('#strip button[data-undo]').count(), 1);
  answer = answered(page);
  await page.keyboard.press('Control+z');
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '0', second);
  assert.equal(await page.locator('#strip button[data-undo]').count(), 1);
  answer = answered(page);
  await page.locator('#strip button[data-undo]').click();
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '0', id);
  await pressed('Lås opp');

  // By drag; a column that may not have the card takes nothing.
  const drag = async (id, to) => {
    const handle = page.locator(`#${id}`);
    await handle.scrollIntoViewIfNeeded();
    const from = await handle.boundingBox();
    const over = await page.locator(`.column[data-group="${to}"] header`).boundingBox();
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(over.x + 60, over.y + 220, { steps: 8 });
    await page.mouse.up();
  };
  await drag(no, 3);
  answer = answered(page);
  await drag(id, 1);
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '1', id);
  assert.equal(await column(page, no), 0);

  // By its menu, back again.
  await page.locator(`#${id} summary`).click();
  answer = answered(page);
  await page.locator(`#${id} button`, { hasText: 'Send tilbake til SPL' }).click();
  await answer;
  await page.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '0', id);

  // Somebody else was first, and this page isn't told: the board shows what is, and says that the move isn't done.
  const untold = await context.browser().newContext({ storageState: await context.storageState(), locale: 'nb-NO' });
  await untold.route('**/events', (route) => route.abort());
  const other = await untold.newPage();
  await other.goto(`${unit}/p/2/board`);
  await page.locator(`#${id} summary`).click();
  answer = answered(page);
  await page.locator(`#${id} button`, { hasText: 'Flytt til HFA' }).click();
  await answer;
  await other.locator(`#${second} summary`).click();
  answer = answered(other);
  await other.locator(`#${second} button`, { hasText: 'Flytt til HFA' }).click();
  assert.equal((await answer).status(), 409);
  await other.waitForFunction((id) => document.getElementById(id)?.closest('.column').dataset.group === '1', id);
  assert.equal(await column(other, second), 0);
  assert.match(await other.textContent('#strip'), /ikke gjort/);
  await untold.close();

  // Without script: moved by a form, undone by a form, pinned.
  const plain = await context.browser().newContext({ javaScriptEnabled: false, locale: 'nb-NO' });
  await plain.addCookies(await context.cookies());
  const bare = await plain.newPage();
  await bare.goto(`${unit}/p/2/board`);
  await bare.locator(`#${second} summary`).click();
  await bare.locator(`#${second} button`, { hasText: 'Flytt til HFA' }).click();
  await bare.waitForURL(/flyttet=/);
  assert.equal(await bare.locator(`.column[data-group="1"] #${second}`).count(), 1);
  await bare.locator('#strip button[data-undo]').click();
  await bare.waitForURL(/flyttet=/);
  assert.equal(await bare.locator(`.column[data-group="0"] #${second}`).count(), 1);
  await bare.locator(`#${second} summary`).click();
  await bare.locator(`#${second} button`, { hasText: 'Lås til SPL' }).click();
  assert.match(await bare.locator(`#${second} summary`).textContent(), /låst/);
  await bare.locator(`#${second} summary`).click();
  await bare.locator(`#${second} button`, { hasText: 'Lås opp' }).click();
  assert.doesNotMatch(await bare.locator(`#${second} summary`).textContent(), /låst/);
  await bare.goto(`${unit}/p/2/staffing`);
  const cell = bare.locator('input[name^="h."]').first();
  const was = await cell.inputValue();
  await cell.fill('mange');
  await bare.locator('.save button').click();
  assert.equal(await bare.locator('input[name^="h."]').first().inputValue(), 'mange', 'what was typed is kept');
  await bare.locator('input[name^="h."]').first().fill(String(Number(was) + 1));
  await bare.locator('.save button').click();
  const week = await bare.locator('input[name^="h."]').evaluateAll((all) => all.slice(0, 5).map((field) => field.value));
  assert.deepEqual(week, Array(5).fill(String(Number(was) + 1)), 'weekdays are alike');
  await plain.close();

  // Side by side in a narrow window: the table scrolls by itself, and what each row is called stays in sight.
  const window = page.viewportSize();
  await page.setViewportSize({ width: 700, height: 800 });
  await page.goto(`${unit}/proposals`);
  for (const number of [1, 2]) await page.locator(`#all input[value="${number}"]`).check();
  await page.locator('button', { hasText: 'Sammenlign valgte' }).click();
  await page.waitForURL(/\?ved=2&ved=1/);
  const [scrolled, apart] = await page.locator('.scroll:has(> #beside)').evaluate((region) => {
    region.scrollLeft = 120;
    return [region.scrollLeft, region.querySelector('tbody th').getBoundingClientRect().left - region.getBoundingClientRect().left];
  });
  assert.ok(scrolled > 0 && Math.abs(apart) < 2, `${scrolled} scrolled, ${apart} apart`);
  await page.setViewportSize(window);

  // Filters have addresses.
  await page.goto(`${unit}/p/2/board?tidsrom=07-09&flyttes=ja`);
  assert.match(await page.textContent('.filters [role=status]'), /Viser \d+ av \d+ kort/);

  // Heads: what no longer holds is red at once, and says when and how much.
  await page.goto(`${unit}/p/2/staffing`);
  const cut = () => page.locator('.staffing .scroll').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  assert.equal(await cut(), 0, 'a whole week is in sight, its sum and what stands beside it too');
  for (const lang of ['en', 'nb']) {
    await page.click('.language button');
    await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
    assert.equal(await cut(), 0, `a whole week is in sight in ${lang} too`);
  }
  answer = answered(page);
  await page.locator('input[name^="h."]').first().fill('1');
  await page.keyboard.press('Tab');
  await answer;
  await page.waitForSelector('td[data-red]');
  assert.match(await page.textContent('#broken-0'), /SPL mandag 07–09: .* minutter arbeid, men det er bare plass til/);
  assert.equal(await page.locator('td[data-red] input').first().getAttribute('aria-invalid'), 'true');
  assert.ok(await page.locator('td[data-red] .sign').first().isVisible());
  await holds(page, 'red cells');
  answer = answered(page);
  await page.keyboard.press('Control+z');
  await answer;
  await page.waitForFunction(() => !document.querySelector('#broken-0 li')?.textContent.includes('mandag 07–09'));

  // Why, with what other groups would cost; an objection and its answer.
  const row = id.slice(1).split('-')[0];
  await page.goto(`${unit}/p/1/why/${row}`);
  await page.fill('#text', 'Vi har ikke nok folk om natta.');
  await page.click('.objections form button');
  await page.waitForSelector('.objections blockquote');
  await page.locator('textarea[name=answer]').fill('Vi ser på det i neste forslag.');
  await page.locator('.objections li form button').click();
  await page.waitForSelector('blockquote.answer');
  await page.click('form.ask button');
  await page.waitForSelector('form.ask progress');
  await holds(page, 'while costs are solved');
  await page.waitForSelector('form.ask', { state: 'detached' });
  assert.match(await page.textContent('#costs'), /kr i året|koster det samme|ingen plan er mulig|ikke avklart/);

  await everyWindow(page, `${unit}/p/1/board`, 'by-hand board', async () => page.locator('.card summary').first().click());
  await everyWindow(page, `${unit}/p/2/board`, 'by-hand own board', async () => page.locator('#strip summary').click().catch(() => {}));
  await everyWindow(page, `${unit}/p/1/why/${row}`, 'by-hand why');
  await everyWindow(page, `${unit}/p/2/staffing?gruppe=HFA&dag=6`, 'by-hand staffing');
  await page.goto(`${unit}/p/1/board`);
  await page.pdf({ path: kept('by-hand-board.pdf'), preferCSSPageSize: true });
  await page.goto(`${unit}/p/1/staffing`);
  await page.pdf({ path: kept('by-hand-staffing.pdf'), preferCSSPageSize: true });
});

await play();
