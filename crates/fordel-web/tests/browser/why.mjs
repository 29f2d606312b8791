// Why so many start a shift, and what it takes where a cell is red: by pointer, by key, in every window.

import assert from 'node:assert/strict';
import { everyWindow, founded, holds, picture, play, proposed, scenario } from './harness.mjs';

const first = process.argv[4];

scenario('every head count and red cell has its answer', async ({ page, context }) => {
  context.setDefaultTimeout(90_000);
  const unit = await founded(page, first);
  await proposed(page, context, unit);

  // A question mark in a field asks why; the answer has its own address, and Back leads to the field's page.
  await page.goto(`${unit}/p/1/staffing`);
  const field = page.locator('input[name^="h."]').first();
  const heads = await field.inputValue();
  await field.focus();
  await page.keyboard.press('?');
  await page.waitForURL(/\/p\/1\/heads\/\d+\/1$/);
  assert.match(await page.textContent('h1'), new RegExp(`^Hvorfor ${heads} på `));
  assert.match(await page.textContent('#fewer-head ~ p'), /Med én færre .*kr i året/);
  assert.ok((await page.locator('ul.because li').count()) > 0, 'each rule that one fewer breaks');
  assert.ok((await page.locator('#rooms tbody tr').count()) > 0);
  const why = page.url();
  await everyWindow(page, why, 'why heads');
  await page.click('form.ask button');
  await page.waitForSelector('form.ask progress');
  await holds(page, 'while one fewer is solved');
  await page.waitForSelector('form.ask', { state: 'detached' });
  assert.match(await page.textContent('#fewer'), /Med én færre her kan det gå|Ingen plan er mulig|verken funnet/);
  await holds(page, 'one fewer is told');
  await picture(page, 'why-one-fewer');

  // Heads are taken away: the red cell leads to what it takes.
  await page.goto(`${unit}/p/1/staffing`);
  await page.locator('input[name^="h."]').first().fill('0');
  await page.keyboard.press('Tab');
  await page.waitForURL(/\/p\/2\/staffing/);
  await page.waitForSelector('td[data-red]');
  await page.locator('#broken-0 a.answer').first().click();
  await page.waitForURL(/\/p\/2\/(cell|presence)\//);
  assert.match(await page.textContent('main'), /minutter for mye|til stede, kravet er/);
  assert.match(await page.textContent('main'), /Flere på vakt/);
  await everyWindow(page, page.url(), 'why red');
  await everyWindow(page, `${unit}/p/1/today`, 'why today');
  const today = page.locator('a.answer').first();
  if (await today.count()) {
    await today.click();
    await page.waitForURL(/uke=idag/);
    await everyWindow(page, page.url(), 'why red today');
  }
});

await play();
