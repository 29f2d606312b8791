// What is typed is kept: saved soon, tried again, kept over a reload, told where it can't be saved; and the clipboard.

import assert from 'node:assert/strict';

import { scenario } from './harness.mjs';

const wide = (rows, columns) => Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `v${r}.${c}`));
const tsv = (rows) => rows.map((cells) => cells.join('\t')).join('\r\n') + '\r\n';

scenario('a cell is saved within a second of leaving it, and that is told with the time', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Merknad');
  await seat.type('a');
  const left = performance.now();
  await seat.press('Enter');
  await seat.saved();
  assert.equal(unit.rows[0].cells.Merknad, 'a');
  assert.match(await seat.state(), /^Lagret \d\d:\d\d$/);
  const took = unit.log[0].at - left;
  assert.ok(took < 1000, `${took} ms`);
  unit.trouble.slow = 900;
  await seat.type('b');
  await seat.press('Enter');
  await seat.until(async () => (await seat.state()) === 'Lagrer …');
  await seat.saved();
  await seat.type('c');
  await seat.press('Control+s');
  await seat.saved();
  assert.equal(unit.rows[2].cells.Merknad, 'c');
  return `sent ${Math.round(took)} ms after the key`;
});

scenario('300 × 12 cells are pasted within a second, saved as one step, and undone as one', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  const clip = wide(300, 12);
  await seat.click(4, 'Oppgave');
  const before = structuredClone(unit.rows.map((row) => row.cells));
  const took = await seat.page.evaluate((text) => new Promise((resolve) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const start = performance.now();
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    const handled = performance.now() - start;
    const look = () => (document.querySelector('#grid-saved').dataset.state === 'saved'
      ? resolve({ handled, saved: performance.now() - start }) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }), tsv(clip));
  assert.ok(took.saved < 1000, `saved after ${took.saved} ms`);
  assert.equal(unit.log.length, 1);
  assert.equal(unit.rows.length, 304);
  const columns = unit.columns.slice(1, 13);
  assert.deepEqual(unit.rows.slice(4).map((row) => columns.map((name) => row.cells[name])), clip);
  assert.equal(await seat.text(303, columns[11]), 'v299.11');
  await seat.until(async () => /300 × 12 celler/.test(await seat.page.textContent('#grid-said')));
  await seat.press('Control+z');
  await seat.until(async () => (await seat.shown()) === 109);
  assert.deepEqual(unit.rows.map((row) => row.cells), before);
  assert.equal(await seat.text(108, 'Oppgave'), before[108].Oppgave);
  return `handled in ${Math.round(took.handled)} ms, saved and shown after ${Math.round(took.saved)} ms`;
});

scenario('more than one message holds goes in parts, and is still one step', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(108, 'Oppgave');
  await seat.paste(tsv(wide(3000, 12)));
  await seat.saved();
  assert.ok(unit.log.length > 1, `${unit.log.length} messages`);
  assert.equal(new Set(unit.log.map(({ batch }) => batch)).size, 1);
  assert.deepEqual(unit.rows.slice(-2).map((row) => row.cells.Oppgave), ['v2998.0', 'v2999.0']);
  await seat.press('Control+z');
  await seat.until(() => unit.rows.length === 109);
  await seat.until(async () => (await seat.shown()) === 109);
});

scenario('quoted line breaks, quotes and tables of other programs are understood', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.paste('"to\r\nlinjer"\t"sagt ""ja"""\r\n5" slange\t"a\tb"\r\n');
  await seat.saved();
  assert.deepEqual([0, 1].map((at) => [unit.rows[at].cells.Oppgave, unit.rows[at].cells.Kategori]), [['to\nlinjer', 'sagt "ja"'], ['5" slange', 'a\tb']]);
  await seat.paste('ett\ttre', '<html><style>td{}</style><table><tr><td colspan=2>ett<br>to</td><td>&nbsp;tre\n  fire</td></tr><tr><td>5</td><td></td><td><p>6</p><p>7</p></td></tr></table>');
  await seat.saved();
  await seat.until(() => unit.rows[1].cells.Oppgave === '5');
  const names = ['Oppgave', 'Kategori', 'Tidsintervall'];
  assert.deepEqual([0, 1].map((at) => names.map((name) => unit.rows[at].cells[name])), [['ett\nto', '', 'tre fire'], ['5', '', '6\n7']]);
});

scenario('what is copied comes back as it was; cut clears; one value fills a range', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.press('F2', 'Alt+Enter');
  await seat.type('"x"\ty');
  await seat.press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await seat.saved();
  const was = [0, 1].map((at) => [unit.rows[at].cells.Oppgave, unit.rows[at].cells.Kategori]);
  const { text, html } = await seat.take('copy');
  assert.match(html, /^<table>/);
  await seat.click(10, 'Oppgave');
  await seat.paste(text);
  await seat.saved();
  await seat.until(() => unit.rows[11].cells.Kategori === was[1][1]);
  assert.deepEqual([10, 11].map((at) => [unit.rows[at].cells.Oppgave, unit.rows[at].cells.Kategori]), was);
  await seat.click(20, 'Oppgave');
  await seat.paste(text, html);
  await seat.until(() => unit.rows[20].cells.Oppgave === was[0][0].replace('\t', ' '), 'the table says the same');
  await seat.click(30, 'Dager');
  await seat.press('Shift+ArrowDown', 'Shift+ArrowDown');
  await seat.paste('helg');
  await seat.until(() => unit.rows[32].cells.Dager === 'helg');
  assert.equal(unit.rows[33].cells.Dager === 'helg', false);
  const { text: cut } = await seat.take('cut');
  assert.equal(cut, 'helg\r\nhelg\r\nhelg');
  await seat.until(() => unit.rows[32].cells.Dager === '' && unit.rows[30].cells.Dager === '');
  await seat.click(0, 'Merknad');
  await seat.paste('a\tb\tc\td');
  assert.match(await seat.notice(), /2 kolonner til høyre/);
});

scenario('real keys copy and paste too, also an empty cell', 'tasks', async ({ open, unit }) => {
  const seat = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await seat.click(3, 'Oppgave');
  await seat.press('Control+c', 'ArrowRight', 'ArrowDown', 'Control+v');
  await seat.until(() => unit.rows[4].cells.Kategori === unit.rows[3].cells.Oppgave);
  await seat.click(0, 'Merknad');
  await seat.press('Control+c');
  await seat.click(4, 'Kategori');
  await seat.press('Control+v');
  await seat.until(() => unit.rows[4].cells.Kategori === '');
});

scenario('rows pasted into an empty sheet', 'empty', async ({ open, unit }) => {
  const seat = await open();
  assert.match(await seat.page.textContent('#grid-none'), /ingen rader ennå/);
  await seat.paste('1\tVaske\r\n2\tTørke');
  await seat.until(() => unit.rows.length === 2);
  assert.deepEqual(unit.rows.map((row) => row.cells.Oppgave), ['Vaske', 'Tørke']);
  assert.equal(await seat.shown(), 2);
});

scenario('offline: all is kept and sent when the connection is back', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Merknad');
  await seat.context.setOffline(true);
  for (const word of ['en', 'to', 'tre']) {
    await seat.type(word);
    await seat.press('Enter');
  }
  await seat.press('Control++');
  await seat.type('Ny');
  await seat.press('Enter');
  await seat.until(async () => (await seat.state()) === 'Ikke lagret – prøv igjen');
  assert.match(await seat.notice(), /Ingen forbindelse/);
  assert.equal(unit.log.length, 0);
  await seat.context.setOffline(false);
  await seat.saved();
  assert.deepEqual(unit.rows.slice(0, 3).map((row) => row.cells.Merknad), ['en', 'to', 'tre']);
  assert.equal(unit.rows[4].cells.Oppgave, 'Ny');
  await seat.until(async () => (await seat.notice()) === '');
});

scenario('an answer that is lost on the way doubles nothing', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Merknad');
  unit.trouble.lost = true;
  await seat.type('en');
  await seat.press('Control+s', 'Control++');
  await seat.until(() => unit.log.length >= 2, 'it is sent again');
  unit.trouble.lost = false;
  await seat.saved();
  assert.equal(unit.rows.length, 110);
  assert.equal(unit.rows[0].cells.Merknad, 'en');
});

scenario('edits that are not sent survive a reload, as does what is being typed', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  unit.trouble.status = 503;
  await seat.click(0, 'Merknad');
  await seat.type('en');
  await seat.press('Enter', 'Control++');
  await seat.type('Ny oppgave');
  await seat.press('Enter');
  await seat.click(5, 'Merknad');
  await seat.type('halv');
  let warned = '';
  seat.page.on('dialog', (dialog) => {
    warned = dialog.type();
    dialog.accept();
  });
  const kept = await seat.page.evaluate(() => Object.entries(sessionStorage).map(([key, value]) => `${key}${value}`).join());
  assert.ok(kept.includes('halv') && kept.includes('Ny oppgave') && !/Kari|Per N/.test(kept), kept);
  await seat.page.reload();
  await seat.page.waitForSelector('#grid[data-ready]');
  assert.equal(warned, 'beforeunload');
  assert.equal(await seat.text(0, 'Merknad'), 'en');
  assert.equal(await seat.text(2, 'Oppgave'), 'Ny oppgave');
  assert.equal(await seat.text(5, 'Merknad'), 'halv');
  unit.trouble.status = 0;
  await seat.page.evaluate(() => dispatchEvent(new Event('online')));
  await seat.saved();
  assert.equal(unit.rows[0].cells.Merknad, 'en');
  assert.equal(unit.rows[2].cells.Oppgave, 'Ny oppgave');
  assert.equal(unit.rows[5].cells.Merknad, 'halv');
  assert.equal(await seat.page.evaluate(() => sessionStorage.length), 0);
});

scenario('what is being typed under the last row survives a reload, as a row', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.press('Control+ArrowDown', 'ArrowDown');
  await seat.type('halv');
  seat.page.on('dialog', (dialog) => dialog.accept());
  const kept = await seat.page.evaluate(() => Object.values(sessionStorage).join());
  assert.ok(kept.includes('halv') && kept.includes('"temp"'), kept);
  assert.equal(unit.log.length, 0);
  await seat.page.reload();
  await seat.page.waitForSelector('#grid[data-ready]');
  await seat.saved();
  assert.equal(await seat.text(109, 'Oppgave'), 'halv');
  assert.equal(unit.rows.length, 110);
  assert.equal(unit.rows.at(-1).cells.Oppgave, 'halv');
});

scenario('a reload between the saving and its answer doubles nothing', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  seat.page.on('dialog', (dialog) => dialog.accept());
  await seat.click(0, 'Oppgave');
  unit.trouble.lost = true;
  await seat.press('Control++');
  await seat.until(() => unit.rows.length === 110);
  await seat.page.reload();
  await seat.page.waitForSelector('#grid[data-ready]');
  unit.trouble.lost = false;
  await seat.page.evaluate(() => dispatchEvent(new Event('online')));
  await seat.saved();
  assert.equal(unit.rows.length, 110);
  await seat.until(async () => (await seat.shown()) === 110);
});

scenario('logged out: it says so, keeps all, and goes on', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  unit.trouble.login = true;
  await seat.click(0, 'Merknad');
  await seat.type('en');
  await seat.press('Enter');
  await seat.until(async () => /logget ut/.test(await seat.notice()));
  assert.equal(await seat.page.getAttribute('#grid-notice a', 'href'), '/login');
  assert.equal(await seat.page.getAttribute('#grid-notice a', 'target'), '_blank');
  assert.equal(await seat.text(0, 'Merknad'), 'en');
  unit.trouble.login = false;
  await seat.page.click('#grid-notice button');
  await seat.saved();
  assert.equal(unit.rows[0].cells.Merknad, 'en');
});

scenario('refused: it says why, and one may give it up', 'tasks', async ({ open, unit }) => {
  const seat = await open();
  unit.trouble.status = 403;
  await seat.click(0, 'Merknad');
  await seat.type('en');
  await seat.press('Enter');
  await seat.until(async () => /ikke tatt imot.*Arket er låst/.test(await seat.notice()));
  seat.page.on('dialog', (dialog) => dialog.accept());
  await seat.page.getByText('Forkast endringene').click();
  await seat.page.waitForFunction(() => document.querySelector('#grid[data-ready]') && !document.querySelector('#grid-notice').textContent);
  assert.equal(await seat.text(0, 'Merknad'), unit.rows[0].cells.Merknad);
});

scenario('who may only read can move and copy, and changes nothing', 'reading', async ({ open, unit }) => {
  const seat = await open();
  await seat.click(0, 'Oppgave');
  await seat.type('x');
  await seat.press('Delete', 'Control+d', 'Control++', 'Control+-');
  await seat.paste('y');
  assert.equal((await seat.take()).text, unit.rows[0].cells.Oppgave);
  await seat.press('ArrowDown');
  await seat.stands(1, 'Oppgave');
  await seat.press('Control+End', 'ArrowDown');
  await seat.stands(19, 'Merknad');
  await seat.page.waitForTimeout(300);
  assert.equal(unit.log.length, 0);
});
