// What people read of a unit: its front page, the activity plan, training and findings, in every window, with and without a plan, by keyboard, on paper.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { everyWindow, founded, holds, kept, pages, picture, play, proposed, scenario } from './harness.mjs';

const first = process.argv[4];

scenario('a unit and its proposal are read in every window and on paper', async ({ page, context, base }) => {
  context.setDefaultTimeout(90_000);
  const unit = await founded(page, first);
  const looks = (address, what) => everyWindow(page, unit + address, `reading ${what}`);
  await looks('', 'front without a proposal');

  await proposed(page, context, unit, () => looks('/p/1/rhythm', 'rhythm without a plan'));

  const addresses = {
    '': 'front',
    '/p/1/rhythm': 'rhythm',
    '/p/1/rhythm?gruppe=HFA&dager=uke': 'rhythm of a group',
    '/p/1/rhythm/names': 'names',
    '/p/1/training': 'training',
    '/p/1/findings': 'findings',
  };
  for (const [address, what] of Object.entries(addresses)) await looks(address, what);

  // The front page says it in the first screen, and leads to why.
  await page.goto(unit);
  assert.match(await page.locator('.most').textContent(), /frigjør \d+ sykepleiertimer i uka/);
  const box = await page.locator('.most').boundingBox();
  assert.ok(box.y + box.height < 900, `what matters most is seen at once: it ends at ${box.y + box.height}`);
  const why = await page.locator('.most a[href*="#"]').first().getAttribute('href');
  await page.goto(base + why);
  assert.equal(await page.locator(new URL(base + why).hash).count(), 1, `${why} leads somewhere`);

  // Names of tasks open by keyboard alone, and the page still holds then.
  await page.goto(`${unit}/p/1/rhythm?gruppe=HFA`);
  await page.locator('.heat summary').first().focus();
  await page.keyboard.press('Enter');
  assert.ok((await page.locator('.heat[open] li').first().textContent()).trim().length > 3);
  await holds(page, 'rhythm with names open');
  await page.locator('.tabs a', { hasText: 'Helgedag' }).click();
  assert.match(page.url(), /dager=helg&gruppe=HFA$/, 'each view has its address');
  await page.goBack();
  assert.match(page.url(), /gruppe=HFA$/);

  // On paper: a lying page for one group; one for each and the picture's for all; an interval a page for names.
  const print = async (address, name) => {
    await page.goto(unit + address);
    const bytes = await page.pdf({ preferCSSPageSize: true });
    writeFileSync(kept(`reading-${name}.pdf`), bytes);
    return pages(bytes);
  };
  assert.deepEqual(await print('/p/1/rhythm?gruppe=HFA', 'group'), { all: 1, lying: 1 });
  const groups = await page.locator('nav.tabs').first().locator('a').count() - 1;
  assert.deepEqual(await print('/p/1/rhythm', 'groups'), { all: groups, lying: groups });
  const slots = 8;
  const names = await print('/p/1/rhythm/names', 'names');
  assert.ok(names.all >= slots, `${names.all} pages for ${slots} intervals`);
  assert.deepEqual(await print('/p/1/rhythm/names?intervall=07-09', 'names-of-one'), { all: 1, lying: 0 });
  const report = await print('/p/1/findings', 'findings');
  assert.ok(report.all > 5 && report.lying > 0, `the report prints as it does by itself: ${JSON.stringify(report)}`);

  // The years ahead: a part that lies closed opens where its address is followed, and all lie open on paper.
  await page.goto(`${unit}/p/1/projection`);
  const closed = page.locator('details.folded:not([open])');
  const parts = await closed.count();
  const seen = (part) => page.locator(part).first().evaluate((one) => one.checkVisibility());
  assert.ok(parts >= 5 && !(await seen('#years table')) && !(await seen('#rests ul')));
  await page.click('.report nav a[href="#years"]');
  await page.waitForSelector('#years[open]');
  assert.ok(await seen('#years table'));
  assert.equal(await closed.count(), parts - 1);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await seen('#rests ul'));
  await page.emulateMedia({ media: null });
});

await play();
