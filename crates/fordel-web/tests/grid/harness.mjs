// Plays scenarios in Chromium, each with a sheet of its own, and says which failed.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { serve, Unit } from './server.mjs';

// What the other tests in a browser need is what these need.
const require = createRequire(new URL('../browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');
export const AXE = require.resolve('axe-core/axe.min.js');

const scenarios = [];

/** Tells a scenario: its name, the page it plays on, what is done. */
export const scenario = (name, page, play) => scenarios.push({ name, page, play });

/** What is looked at and done in a page. */
export class Seat {
  constructor(page, unit) {
    Object.assign(this, { page, unit });
  }

  /** Where one stands: row (by its place among those shown), column, what the field holds. */
  at() {
    return this.page.evaluate(() => {
      const field = document.querySelector('.grid-field');
      const td = field.parentNode;
      const shown = [...td.closest('tbody').rows].filter((tr) => !tr.hidden);
      const head = document.querySelector('#grid thead').rows[0].cells[td.cellIndex].textContent;
      return { row: shown.indexOf(td.parentNode), column: head, text: field.value, mode: field.dataset.mode, focused: document.activeElement === field };
    });
  }

  async stands(row, column) {
    const at = await this.at();
    assert.deepEqual([at.row, at.column, at.focused], [row, column, true]);
    return at;
  }

  cell(row, column) {
    return this.page.evaluate(([row, column]) => {
      const heads = [...document.querySelector('#grid thead').rows[0].cells].map((th) => th.textContent);
      const td = [...document.querySelector('#grid tbody').rows].filter((tr) => !tr.hidden)[row].cells[heads.indexOf(column)];
      const field = td.querySelector('.grid-field');
      const clone = td.cloneNode(true);
      clone.querySelectorAll('i, .grid-field').forEach((one) => one.remove());
      return { text: field?.value ?? clone.textContent, under: clone.textContent, classes: [...td.classList] };
    }, [row, column]);
  }

  async text(row, column) {
    return (await this.cell(row, column)).text;
  }

  /** Clicks a cell, by its place among the rows shown and its column. */
  async click(row, column, options = {}) {
    const td = await this.page.evaluateHandle(([row, column]) => {
      const heads = [...document.querySelector('#grid thead').rows[0].cells].map((th) => th.textContent);
      return [...document.querySelector('#grid tbody').rows].filter((tr) => !tr.hidden)[row].cells[heads.indexOf(column)];
    }, [row, column]);
    await td.asElement().click({ position: { x: 8, y: 8 }, ...options });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Unfolds the filters. */
  filters() {
    return this.page.click('#grid-filters summary');
  }

  /** What is told where the filters are folded. */
  narrowed() {
    return this.page.textContent('#grid-narrowed');
  }

  /** Pastes as from another program. */
  paste(text, html = '') {
    return this.page.evaluate(([text, html]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (html) clipboardData.setData('text/html', html);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, [text, html]);
  }

  /** Copies or cuts, and tells what other programs get. */
  take(what = 'copy') {
    return this.page.evaluate((what) => {
      const clipboardData = new DataTransfer();
      document.activeElement.dispatchEvent(new ClipboardEvent(what, { clipboardData, bubbles: true, cancelable: true }));
      return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    }, what);
  }

  /** Waits until all is on the server. */
  saved() {
    return this.page.waitForFunction(() => document.querySelector('#grid-saved').dataset.state === 'saved');
  }

  state() {
    return this.page.evaluate(() => document.querySelector('#grid-saved').textContent);
  }

  status() {
    return this.page.evaluate(() => document.querySelector('#grid-status').textContent);
  }

  notice() {
    return this.page.evaluate(() => document.querySelector('#grid-notice').textContent);
  }

  shown() {
    return this.page.evaluate(() => [...document.querySelector('#grid tbody').rows].filter((tr) => !tr.hidden).length);
  }

  /** Waits until something holds. */
  async until(test, what) {
    for (let i = 0; i < 100; i++) {
      if (await test()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(`never: ${what ?? test}`);
  }
}

/** Plays all scenarios (or those whose names hold a word); how many failed. */
export async function play(folder, word = '') {
  const units = new Map();
  const server = await serve(units, folder);
  const host = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  let failed = 0;
  let passed = 0;
  for (const [i, { name, page, play }] of scenarios.entries()) {
    if (!name.includes(word)) continue;
    const path = `unit${i}`;
    const unit = new Unit(folder, page);
    units.set(path, unit);
    const contexts = [];
    /** Opens the sheet as a person; `query` is the address's rest. */
    const open = async ({ who = 'Per', query = '', ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nb-NO', timezoneId: 'Europe/Oslo', reducedMotion: 'reduce', ...options });
      contexts.push(context);
      await context.addCookies([{ name: 'who', value: who, url: host }]);
      const tab = await context.newPage();
      tab.setDefaultTimeout(8000);
      tab.errors = [];
      tab.on('pageerror', (error) => tab.errors.push(error.stack));
      tab.on('console', (line) => line.type() === 'error' && /Content Security|Refused/.test(line.text()) && tab.errors.push(line.text()));
      await tab.goto(`${host}/${path}${query}`);
      if (options.javaScriptEnabled !== false) await tab.waitForSelector('#grid[data-ready]');
      const seat = new Seat(tab, unit);
      seat.context = context;
      return seat;
    };
    const start = performance.now();
    try {
      const told = await play({ open, unit, host, path });
      for (const context of contexts) for (const tab of context.pages()) assert.deepEqual(tab.errors, []);
      passed += 1;
      console.log(`ok ${name} (${Math.round(performance.now() - start)} ms)${told ? `: ${told}` : ''}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}\n${error.stack}`);
      for (const context of contexts) for (const tab of context.pages()) if (tab.errors?.length) console.log(tab.errors.join('\n'));
    }
    for (const context of contexts) await context.close();
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
