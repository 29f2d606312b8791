// Every view has its own address: filters, search and order; Back works; counts and sums follow.

import assert from 'node:assert/strict';

import { scenario } from './harness.mjs';

const count = (unit, test) => unit.rows.filter((row) => test(row.cells)).length;
const where = (seat) => seat.page.evaluate(() => decodeURIComponent(location.search.replaceAll('+', ' ')));

scenario('the address says which rows are shown', 'tasks', async ({ open, unit }) => {
  const category = unit.rows[0].cells.Kategori;
  const seat = await open({ query: `?Kategori=${encodeURIComponent(category)}` });
  const expected = count(unit, (cells) => cells.Kategori === category);
  assert.ok(expected > 0 && expected < 109);
  assert.equal(await seat.shown(), expected);
  assert.equal(await seat.page.textContent('#grid-shown'), `Viser ${expected} av 109`);
  assert.equal(await seat.page.inputValue('select[name=Kategori]'), category);
  assert.equal(await seat.narrowed(), category);
  assert.ok(!(await seat.page.isVisible('select[name=Kategori]')), 'the filters are folded');
});

scenario('the ways from a row follow the row one stands in', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const way = () => seat.page.evaluate(() => [document.querySelector('#grid-beside span').textContent, document.querySelector('#grid-beside a').getAttribute('href')]);
  for (const row of [4, 7]) {
    await seat.click(row, 'Minutter');
    assert.deepEqual(await way(), [`${row + 1} ${unit.rows[row].cells.Oppgave}`, `/u/7/history?rad=${unit.rows[row].id}`]);
  }
  const named = await open({ query: `?rad=${unit.rows[3].id}` });
  await named.stands(3, 'Oppgave');
});

scenario('what else the address says stays', 'tasks', async ({ open, unit }) => {
  const seat = await open({ query: '?ark=Oppgaver&sok=finnes+ikke' });
  assert.equal(await seat.shown(), 0);
  await seat.page.fill('input[name=sok]', '');
  await seat.until(async () => (await seat.shown()) === 109);
  assert.equal(await where(seat), '?ark=Oppgaver');
  await seat.filters();
  await seat.page.click('a[data-key=mangler]');
  assert.equal(await where(seat), '?ark=Oppgaver&mangler=Minutter');
  await seat.page.click('a[data-key=""]');
  assert.equal(await where(seat), '?ark=Oppgaver');
  const filtered = await open({ query: `?ark=Oppgaver&sok=finnes+ikke#r${unit.rows[3].id}` });
  assert.equal(await where(filtered), '?ark=Oppgaver', "a row's address wins over filters");
  await filtered.stands(3, 'Oppgave');
});

scenario('filters make addresses, and Back takes them back', 'tasks', async ({ open, unit }) => {
  for (const at of [3, 7]) unit.rows[at].cells.Minutter = '';
  const seat = await open();
  const lacking = count(unit, (cells) => !cells.Minutter);
  await seat.filters();
  await seat.page.click('a[data-key=mangler]');
  assert.equal(await seat.narrowed(), 'Uten minutter');
  assert.equal(await where(seat), '?mangler=Minutter');
  assert.equal(await seat.shown(), lacking);
  assert.equal(await seat.page.textContent('a[data-key=mangler] span'), String(lacking));
  assert.equal(await seat.page.getAttribute('a[data-key=mangler]', 'aria-current'), 'true');
  await seat.page.selectOption('select[name=Tidsintervall]', '09-15');
  const both = count(unit, (cells) => !cells.Minutter && cells.Tidsintervall === '09-15');
  assert.equal(await seat.shown(), both);
  assert.equal(await where(seat), '?mangler=Minutter&Tidsintervall=09-15');
  assert.equal(await seat.narrowed(), 'Uten minutter · 09-15');
  await seat.page.goBack();
  assert.equal(await seat.shown(), lacking);
  await seat.page.goBack();
  assert.equal(await seat.shown(), 109);
  assert.equal(await seat.narrowed(), '');
  await seat.page.goForward();
  assert.equal(await seat.shown(), lacking);
  await seat.page.reload();
  await seat.page.waitForSelector('#grid[data-ready]');
  assert.equal(await seat.shown(), lacking);
});

scenario('the search narrows while one types, as one step of Back', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.page.fill('input[name=sok]', 'mid');
  await seat.until(async () => (await where(seat)) === '?sok=mid');
  await seat.page.fill('input[name=sok]', 'middag');
  const expected = count(unit, (cells) => Object.values(cells).some((text) => text.toLowerCase().includes('middag')));
  await seat.until(async () => (await seat.shown()) === expected);
  await seat.page.goBack();
  await seat.until(async () => (await seat.shown()) === 109);
  await seat.page.fill('input[name=sok]', 'finnes ikke');
  await seat.until(async () => (await seat.shown()) === 0);
  assert.equal(await seat.page.textContent('#grid-none'), 'Ingen rader passer filtrene.');
  await seat.page.goBack();
  await seat.click(0, 'Nr');
  await seat.stands(0, 'Nr');
});

scenario('faulty rows only, also when the faults come later', 'tasks', async ({ open, unit }) => {
  for (const at of [3, 7]) Object.assign(unit.rows[at].cells, { Minutter: 'ti' });
  const seat = await open();
  const faulty = unit.complaints().cells.filter((cell) => cell.severity === 'fault').length;
  await seat.until(async () => (await seat.page.textContent('a[data-key=feil] span')) === String(faulty));
  assert.equal(await seat.page.textContent('[data-count=missing_minutes]'), String(unit.complaints().missing_minutes));
  await seat.filters();
  await seat.page.click('a[data-key=feil]');
  assert.equal(await seat.shown(), faulty);
  await seat.page.reload();
  await seat.page.waitForSelector('#grid[data-ready]');
  await seat.until(async () => (await seat.shown()) === faulty, 'the marks come after the page');
});

scenario('order: by header, by the form, numbers as numbers, and what was first last', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const numbers = async () => {
    const all = await seat.page.evaluate(() => [...document.querySelectorAll('#grid tbody tr')].map((tr) => tr.row.cells[7]));
    return all.filter(Boolean).map((text) => Number(text.replace(',', '.')));
  };
  await seat.page.locator('thead th', { hasText: /^Minutter$/ }).click();
  assert.equal(await where(seat), '?sorter=Minutter');
  const up = await numbers();
  assert.deepEqual(up, up.toSorted((a, b) => a - b));
  assert.equal(await seat.page.getAttribute('thead th:nth-child(8)', 'aria-sort'), 'ascending');
  await seat.filters();
  await seat.page.selectOption('select[name=sorter]', '-Minutter');
  assert.equal(await seat.narrowed(), 'Sorter etter: Minutter, synkende');
  const down = await numbers();
  assert.deepEqual(down, up.toReversed());
  await seat.click(0, 'Oppgave');
  await seat.press('ArrowDown');
  await seat.stands(1, 'Oppgave');
  await seat.press('Control++');
  await seat.type('Under');
  await seat.press('Enter');
  await seat.saved();
  assert.equal(await seat.text(2, 'Oppgave'), 'Under');
  await seat.page.selectOption('select[name=sorter]', '');
  const order = await seat.page.evaluate(() => [...document.querySelectorAll('#grid tbody tr')].map((tr) => Number(tr.id.slice(1))));
  assert.deepEqual(order, unit.rows.map((row) => row.id));
});

scenario('sums and counts follow what is typed', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const sum = () => seat.page.evaluate(() => document.querySelector('tfoot').rows[0].cells[5].textContent.replaceAll(/\s/g, ''));
  const expected = () => unit.rows.reduce((all, row) => all + (Number(row.cells.Antall.replace(',', '.')) || 0), 0);
  const shown = (number) => new Intl.NumberFormat('nb', { maximumFractionDigits: 2 }).format(number).replaceAll(/\s/g, '');
  assert.equal(await sum(), shown(expected()));
  await seat.click(0, 'Antall');
  await seat.type('1000,25');
  await seat.press('Enter');
  await seat.saved();
  await seat.until(async () => (await sum()) === shown(expected()));
  assert.match(await sum(), /,/);
});

scenario('a cell has its address', 'tasks', async ({ open, unit }) => {
  const seat = await open({ query: `#r${unit.rows[40].id}:Minutter` });
  await seat.stands(40, 'Minutter');
  const box = await seat.page.evaluate(() => {
    const [field, scroll] = ['.grid-field', '#grid-scroll'].map((one) => document.querySelector(one).getBoundingClientRect());
    return field.top >= scroll.top && field.bottom <= scroll.bottom && field.right <= scroll.right;
  });
  assert.ok(box, 'it is in view');
});

scenario('rows are grouped by interval, each group with its heading and sum, and keys pass over headings', 'tasks', async ({ open, unit }) => {
  const seat = await open({ query: '?grupper=Tidsintervall' });
  const { page } = seat;
  const groups = () => page.evaluate(() => [...document.querySelectorAll('tr.grid-group')].filter((tr) => !tr.hidden).map((tr) => tr.textContent));
  const names = (await groups()).map((text) => text.split(':')[0]);
  assert.ok(names.length > 5 && new Set(names).size === names.length, `each once: ${names}`);
  const first = names.filter((name) => /^\d/.test(name)).map((name) => (parseInt(name, 10) + 17) % 24);
  assert.deepEqual(first, [...first].sort((a, b) => a - b), `in the order of a ward's day: ${names}`);
  const [name, rest] = (await groups())[0].split(':');
  const own = unit.rows.filter(({ cells }) => cells.Tidsintervall.replaceAll('–', '-') === name.replaceAll('–', '-'));
  const sum = own.reduce((all, { cells }) => all + (Number(cells.Minutter.replace(',', '.')) || 0), 0);
  assert.match(rest, new RegExp(`^ ${own.length} linjer, ${new Intl.NumberFormat('nb', { maximumFractionDigits: 2 }).format(sum)} minutter`));
  assert.equal(await page.inputValue('select[name=grupper]'), 'Tidsintervall');

  // Down from the last row of a group stands in the first of the next.
  const at = () => page.evaluate(() => document.activeElement.closest('tr').id);
  const [last, next] = await page.evaluate(() => {
    const second = document.querySelectorAll('tr.grid-group')[1];
    return [second.previousElementSibling.id, second.nextElementSibling.id];
  });
  await page.click(`#${last} th`);
  await page.keyboard.press('ArrowDown');
  assert.equal(await at(), next);
  await page.keyboard.press('ArrowUp');
  assert.equal(await at(), last);
  // A click on a heading chooses nothing; a filter leaves no heading without rows.
  await page.click('tr.grid-group th');
  assert.equal(await at(), last);
  await seat.filters();
  await page.selectOption('select[name=Tidsintervall]', own[0].cells.Tidsintervall);
  assert.equal((await groups()).length, 1);
  assert.equal(await seat.shown(), own.length + 1, 'the rows and their heading');
  await page.goBack();
  assert.equal((await groups()).length, names.length);
  // What is written in a group counts in its sum at once.
  await page.selectOption('select[name=grupper]', '');
  assert.deepEqual(await groups(), []);
  assert.equal(await seat.shown(), unit.rows.length);
  assert.equal(await page.evaluate(() => document.querySelector('#grid tbody tr').id), `r${unit.rows[0].id}`, 'the order of the sheet again');
});

scenario('columns are made wider by keys, buttons and mouse, and stay so', 'tasks', async ({ open }) => {
  const seat = await open();
  const { page } = seat;
  const width = (name) => page.evaluate((name) => [...document.querySelectorAll('#grid thead th')].find((th) => th.firstChild.data === name).offsetWidth, name);
  const before = await width('Oppgave');
  await page.locator('#grid tbody tr th').first().click();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  assert.equal(await width('Oppgave'), before + 16);
  await page.click('button[data-do=wider]');
  assert.equal(await width('Oppgave'), before + 32);
  const edge = page.locator('#grid thead th .grid-edge').nth(0);
  const number = await width('Nr');
  const box = await edge.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + 8, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await width('Nr')) - number - 40) <= 1);
  assert.equal(await page.evaluate(() => location.search), '', 'nothing was sorted');
  const beside = await page.evaluate(() => {
    const [one, two] = document.querySelectorAll('#grid thead th');
    return Math.round(two.getBoundingClientRect().left - one.getBoundingClientRect().right);
  });
  assert.equal(beside, 0, 'the second column that stays in view stands beside the first');
  await page.reload();
  await page.waitForSelector('#grid[data-ready]');
  assert.equal(await width('Oppgave'), before + 32, 'remembered');
  assert.ok(Math.abs((await width('Nr')) - number - 40) <= 1);
  await edge.dblclick();
  assert.equal(await width('Nr'), number);
});
