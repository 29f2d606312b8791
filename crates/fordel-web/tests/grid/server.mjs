// A server in memory that keeps the grid's protocol: sheets of rows, batches that are undone as one, events. It draws
// the rows into pages that the crate has drawn. `trouble` makes it fail as real ones do.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const ASSETS = new URL('../../assets/', import.meta.url).pathname;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const PAGE_STYLE = 'body{margin:1rem;font:16px/1.5 system-ui,sans-serif;background:light-dark(#fff,#14171a);color:light-dark(#1b2430,#e8ecf0)}a{color:light-dark(#0b57c2,#84b6ff)}';

const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

export class Unit {
  constructor(folder, page) {
    this.template = readFileSync(join(folder, `${page}.html`), 'utf8');
    const { sheet, columns, rows } = JSON.parse(readFileSync(join(folder, `${page}.json`), 'utf8'));
    Object.assign(this, { sheet, columns, revision: 1, next: 10000, answers: new Map(), done: [], undone: [], streams: new Set() });
    this.rows = rows.map(({ id, cells }) => ({ id, cells: Object.fromEntries(columns.map((name, c) => [name, cells[c]])) }));
    this.people = new Map();
    const said = [...this.template.matchAll(/"state-(\w+)":"([^"]*)"/g)];
    this.states = Object.fromEntries(said.map(([, state, text]) => [state, text]));
    this.trouble = {};
    this.log = [];
  }

  row(id) {
    return this.rows.find((row) => row.id === id);
  }

  /** The page with the rows as they are now. */
  page() {
    const kinds = [...this.template.matchAll(/"kind":"(\w+)","label":"[^"]*","name":"([^"]*)"/g)];
    const kind = new Map(kinds.map(([, kind, name]) => [name, kind]));
    const cell = (name, text) => {
      if (kind.get(name) === 'state') return `<td>${this.states[text] ?? text}</td>`;
      if (kind.get(name) === 'name') return `<th scope="row">${text}</th>`;
      return kind.get(name) === 'number' ? `<td class="n">${text}</td>` : `<td>${text}</td>`;
    };
    const body = this.rows.map(({ id, cells }) =>
      `<tr id="r${id}">${this.columns.map((name) => cell(name, escaped(cells[name] ?? ''))).join('')}</tr>`).join('');
    return this.template
      .replace(/<tbody>.*<\/tbody>/s, () => `<tbody>${body}</tbody>`)
      .replace(/data-revision="\d+"/, `data-revision="${this.revision}"`);
  }

  edits(batch, edits, who) {
    // A batch may come in parts; each part may come again.
    const part = `${batch} ${JSON.stringify(edits)}`;
    if (this.answers.has(part)) return this.answers.get(part);
    const answer = { revision: 0, rows: {}, conflicts: [] };
    const event = { by: who, client: batch, cells: [], added: [], removed: [] };
    const back = [];
    for (const edit of edits) {
      if (edit.temp) {
        const id = this.next++;
        const above = answer.rows[edit.after] ?? edit.after;
        const after = above === null ? -1 : this.rows.findIndex((row) => row.id === above);
        if (above !== null && after < 0) throw new Error(`after ${above}`);
        this.rows.splice(after + 1, 0, { id, cells: { ...edit.cells } });
        answer.rows[edit.temp] = id;
        event.added.push({ row: id, sheet: this.sheet, after: above, cells: edit.cells });
        back.push({ remove: id });
      } else {
        const at = this.rows.findIndex((row) => row.id === edit.row);
        if (edit.remove) {
          if (at < 0) continue;
          back.push({ add: this.rows[at], after: this.rows[at - 1]?.id ?? null });
          this.rows.splice(at, 1);
          event.removed.push(edit.row);
        } else if (at < 0) {
          answer.conflicts.push({ row: edit.row, column: edit.column, mine: edit.now, theirs: '', removed: true, by: 'Kari N.' });
        } else {
          const { cells } = this.rows[at];
          const theirs = cells[edit.column] ?? '';
          if (theirs !== edit.was) {
            if (theirs !== edit.now) answer.conflicts.push({ row: edit.row, column: edit.column, mine: edit.now, theirs, by: 'Kari N.' });
            continue;
          }
          back.push({ row: edit.row, column: edit.column, value: theirs, now: edit.now });
          cells[edit.column] = edit.now;
          event.cells.push({ row: edit.row, column: edit.column, value: edit.now });
        }
      }
    }
    answer.revision = event.revision = ++this.revision;
    if (this.done.at(-1)?.batch === batch) this.done.at(-1).back.push(...back);
    else this.done.push({ who, batch, back });
    this.answers.set(part, answer);
    this.tell('change', event);
    return answer;
  }

  undo(who) {
    const at = this.done.findLastIndex((one) => one.who === who);
    if (at < 0) return { revision: this.revision, undone: false };
    const [{ back }] = this.done.splice(at, 1);
    const event = { by: who, client: `undo-${this.revision}`, cells: [], added: [], removed: [] };
    for (const step of back.toReversed()) {
      if (step.remove) {
        this.rows = this.rows.filter((row) => row.id !== step.remove);
        event.removed.push(step.remove);
      } else if (step.add) {
        const after = step.after === null ? -1 : this.rows.findIndex((row) => row.id === step.after);
        this.rows.splice(after + 1, 0, step.add);
        event.added.push({ row: step.add.id, sheet: this.sheet, after: step.after, cells: step.add.cells });
      } else if (this.row(step.row)?.cells[step.column] === step.now) {
        this.row(step.row).cells[step.column] = step.value;
        event.cells.push({ row: step.row, column: step.column, value: step.value });
      }
    }
    this.undone.push({ who, back });
    event.revision = ++this.revision;
    this.tell('change', event);
    return { revision: this.revision, undone: true };
  }

  redo(who) {
    const at = this.undone.findLastIndex((one) => one.who === who);
    if (at < 0) return { revision: this.revision, undone: false };
    const [{ back }] = this.undone.splice(at, 1);
    const event = { by: who, client: `redo-${this.revision}`, cells: [], added: [], removed: [], revision: ++this.revision };
    for (const step of back.filter((one) => one.column)) {
      this.row(step.row).cells[step.column] = step.now;
      event.cells.push({ row: step.row, column: step.column, value: step.now });
    }
    this.done.push({ who, back });
    this.tell('change', event);
    return { revision: this.revision, undone: true };
  }

  /** Minutes that are missing or no number, and categories of the ward's own. */
  complaints() {
    const cells = [];
    const say = (row, column, severity, sentence) => cells.push({ sheet: this.sheet, row: row.id, column, severity, sentence });
    for (const row of this.rows) {
      const { Minutter: minutes, Kategori: category, Bundet: bound } = row.cells;
      if (!minutes && bound !== 'ja') say(row, 'Minutter', 'fault', 'Minutter mangler. Skriv hvor lenge én gang tar.');
      else if (minutes && !/^\d+(,\d+)?$/.test(minutes)) say(row, 'Minutter', 'fault', `«${minutes}» er ikke et tall.`);
      if (category === 'Ukjent') say(row, 'Kategori', 'notice', 'Kategorien er ikke på lista.');
    }
    return {
      revision: this.revision, lines: this.rows.length, missing_minutes: this.rows.filter((row) => !row.cells.Minutter).length, cells,
      sheet: this.rows.length ? [] : [{ sheet: this.sheet, severity: 'fault', sentence: 'Arket har ingen oppgaver.' }],
    };
  }

  tell(name, data) {
    for (const stream of this.streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

/** Starts the server; `units` by page name, the script from the folder of pages. People are told apart by the cookie `who`. */
export function serve(units, folder) {
  const server = createServer(async (request, response) => {
    const address = new URL(request.url, 'http://localhost');
    const send = (status, type, body, more = {}) =>
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', ...more }).end(body);
    const json = (body, status = 200) => send(status, 'application/json', JSON.stringify(body));
    const { pathname } = address;
    if (pathname === '/static/page.css') return send(200, 'text/css', PAGE_STYLE);
    if (pathname === '/static/grid.js') return send(200, TYPES['.js'], readFileSync(join(folder, 'grid.js')));
    if (pathname.startsWith('/static/')) {
      return send(200, TYPES[extname(pathname)], readFileSync(join(ASSETS, pathname.slice('/static/'.length))));
    }
    if (pathname === '/next') return send(200, TYPES['.html'], '<!doctype html><title>Videre</title>');
    const [, name, what] = /^\/(\w+)\/?(.*)$/.exec(pathname) ?? [];
    const unit = units.get(name);
    if (!unit) return send(404, 'text/plain', '');
    const who = /who=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'Per';
    if (request.method === 'GET' && !what) return send(200, TYPES['.html'], unit.page().replaceAll('"/u/7"', `"/${name}"`));
    if (what === 'events') {
      if (unit.trouble.silent) return send(503, 'text/plain', '');
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': here\n\n');
      unit.streams.add(response);
      return response.on('close', () => unit.streams.delete(response));
    }
    if (what === 'complaints') return json(unit.complaints());
    let body = '';
    for await (const part of request) body += part;
    if (request.headers['x-fordel'] !== '1') return json({}, 403);
    if (what === 'here') {
      unit.people.set(who, { who: who.slice(0, 2).toUpperCase(), name: `${who} N.`, ...JSON.parse(body) });
      unit.tell('here', [...unit.people.values()]);
      return json({});
    }
    const { status, lost, slow, login } = unit.trouble;
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow));
    if (login) return json({}, 401);
    if (status) return json({ wrong: [{ field: null, sentence: 'Arket er låst.' }] }, status);
    if (what === 'undo') return json(unit.undo(who));
    if (what === 'redo') return json(unit.redo(who));
    if (what !== 'edits') return send(404, 'text/plain', '');
    const { batch, edits } = JSON.parse(body);
    unit.log.push({ batch, edits, at: performance.now() });
    const answer = unit.edits(batch, edits, who);
    if (lost) return response.destroy();
    return json(answer);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
