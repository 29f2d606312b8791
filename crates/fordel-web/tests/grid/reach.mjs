// For everyone: no findings by axe in any state, light and dark; read without script; printed; seen where one stands;
// and quick enough at 400 rows of 23 columns.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { AXE, scenario } from './harness.mjs';
import { collide } from './together.mjs';

const source = readFileSync(AXE, 'utf8');

async function clean(seat, state) {
  // The page's policy lets no text become script; the debugger may.
  await seat.page.evaluate(source);
  const findings = await seat.page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`);
  });
  assert.deepEqual(findings, [], state);
}

for (const colorScheme of ['light', 'dark']) {
  scenario(`axe finds nothing: ${colorScheme}`, 'tasks', async ({ open, unit }) => {
    for (const at of [1, 3, 7]) unit.rows[at].cells.Minutter = 'ti';
    unit.rows[2].cells.Kategori = 'Ukjent';
    const [per, kari] = [await open({ colorScheme }), await open({ who: 'Kari' })];
    await per.until(async () => (await per.cell(3, 'Minutter')).classes.includes('fault'));
    await clean(per, 'as it opens');
    await per.filters();
    await clean(per, 'with the filters');
    await per.filters();
    await per.click(3, 'Minutter');
    await clean(per, 'at a fault');
    await per.click(2, 'Kategori');
    await clean(per, 'at a notice');
    await per.press('Alt+ArrowDown');
    await clean(per, 'with choices');
    await per.press('Escape', 'Control+a');
    await clean(per, 'with all chosen');
    await collide(per, kari, { row: 5, mine: '151', theirs: '202' });
    await per.press('ArrowUp');
    await clean(per, 'at a conflict');
    await per.press('Enter');
    await clean(per, 'in the panel of a conflict');
    await per.press('Escape', 'F1');
    await clean(per, 'with the keys told');
    await per.press('Escape');
    unit.trouble.login = true;
    await per.click(0, 'Merknad');
    await per.type('x');
    await per.press('Enter');
    await per.until(async () => /logget ut/.test(await per.notice()));
    await clean(per, 'logged out');
    await per.page.fill('input[name=sok]', 'finnes ikke');
    await per.until(async () => (await per.shown()) === 0);
    await clean(per, 'without rows');
  });
}

scenario('axe finds nothing: 320 px, English, empty, for reading', 'english', async ({ open }) => {
  await clean(await open({ viewport: { width: 320, height: 600 } }), '320 px');
});
scenario('axe finds nothing: an empty sheet', 'empty', async ({ open }) => clean(await open(), 'empty'));
scenario('axe finds nothing: for reading', 'reading', async ({ open }) => clean(await open(), 'reading'));

scenario('without script it is a table with its filters', 'tasks', async ({ open, unit }) => {
  const seat = await open({ javaScriptEnabled: false });
  assert.equal(await seat.page.locator('tbody tr').count(), 109);
  assert.equal(await seat.page.locator('tbody tr:first-child th').textContent(), unit.rows[0].cells.Oppgave);
  assert.ok(await seat.page.locator('#grid-show').isVisible());
  await seat.filters();
  assert.ok(await seat.page.locator('select[name=Kategori]').isVisible());
  assert.ok(!(await seat.page.locator('#grid-bar').isVisible()));
  assert.equal(await seat.page.locator('.grid-field').count(), 0);
});

scenario('it is printed as a table with its header on each page', 'tasks', async ({ open }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.page.emulateMedia({ media: 'print' });
  assert.ok(!(await seat.page.locator('#grid-bar').isVisible()));
  assert.ok(!(await seat.page.locator('.grid-field').isVisible()));
  assert.ok(await seat.page.locator('tbody tr:first-child .under').isVisible(), 'the cell one stands in is printed');
  assert.equal(await seat.page.evaluate(() => getComputedStyle(document.querySelector('thead')).display), 'table-header-group');
  const pdf = await seat.page.pdf({ format: 'A4', landscape: true });
  assert.ok(pdf.length > 20000);
});

scenario('the cell one stands in is never under what stays in view', 'tasks', async ({ open }) => {
  for (const width of [1280, 320]) {
    const seat = await open({ viewport: { width, height: 600 } });
    await seat.click(0, 'Nr');
    await seat.press('Control+End');
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Home', 'Control+Home', 'End', 'ArrowDown', ...Array(22).fill('ArrowLeft')]) {
      await seat.press(key);
      const hidden = await seat.page.evaluate(() => {
        const field = document.querySelector('.grid-field');
        const box = field.getBoundingClientRect();
        const tops = [[2, 2], [box.width - 3, 2], [2, box.height - 3]].map(([x, y]) => document.elementFromPoint(box.left + x, box.top + y));
        return tops.filter((top) => top !== field && !field.parentNode.contains(top)).map((top) => top?.outerHTML.slice(0, 80));
      });
      assert.deepEqual(hidden, [], `${width} px, after ${key}`);
    }
  }
});

scenario('400 rows of 23 columns: first paint, keys, paste', 'large', async ({ open, unit }) => {
  const seat = await open();
  const start = await seat.page.evaluate(() => {
    const [page] = performance.getEntriesByType('navigation');
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return { paint, answered: page.responseEnd, ready: performance.getEntriesByName('grid-ready')[0]?.startTime };
  });
  await seat.click(0, 'Oppgave');
  /** From a key until the next frame is drawn, the middle and the slowest of many. */
  const latency = (keys) => seat.page.evaluate(async (keys) => {
    const took = [];
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const start = performance.now();
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    return [took[took.length >> 1], took.at(-1)];
  }, keys);
  const work = (keys) => seat.page.evaluate((keys) => {
    const start = performance.now();
    for (const key of keys) {
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      document.body.offsetHeight;
    }
    return (performance.now() - start) / keys.length;
  }, keys);
  const moves = Array.from({ length: 60 }, (_, i) => ['ArrowDown', 'ArrowRight', 'ArrowDown'][i % 3]);
  const [middle, slowest] = await latency(moves);
  const own = await work(moves);
  const chosen = await seat.page.evaluate(() => {
    const start = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, cancelable: true }));
    document.body.offsetHeight;
    return performance.now() - start;
  });
  await seat.click(100, 'Oppgave');
  const clip = Array.from({ length: 300 }, (_, r) => Array.from({ length: 12 }, (_, c) => `v${r}.${c}`).join('\t')).join('\n');
  const pasted = await seat.page.evaluate((text) => new Promise((resolve) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const start = performance.now();
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    const look = () => (document.querySelector('#grid-saved').dataset.state === 'saved' ? resolve(performance.now() - start) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }), clip);
  assert.equal(unit.rows.at(-1).cells.Oppgave, 'v299.0');
  const told = { start, middle, slowest, own, chosen, pasted };
  assert.ok(start.paint < 2000 && middle < 100 && own < 50 && pasted < 1000, JSON.stringify(told));
  const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
  return `answered ${ms(start.answered)}, first paint ${ms(start.paint)}, ready ${ms(start.ready)}; a key ${ms(own)} of work, ${ms(middle)} to the next frame (slowest ${ms(slowest)}); all chosen ${ms(chosen)}; 300 × 12 pasted, saved and shown ${ms(pasted)}`;
});

scenario('the script is small', 'empty', async ({ host }) => {
  const script = await (await fetch(`${host}/static/grid.js`)).text();
  const small = gzipSync(script, { level: 9 }).length;
  assert.ok(small <= 20 * 1024, `${small} bytes`);
  return `${script.length} bytes, ${small} compressed`;
});
