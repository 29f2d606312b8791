// What others do, as it happens: their changes, where they stand; and the whole sheet again when something was missed.

import { Stream } from './stream.js';
import { element } from './words.js';

export class Live {
  constructor({ sheet, cursor, editor, saver, conflicts, notices, views, complaints, changed, login }) {
    Object.assign(this, { sheet, cursor, editor, saver, conflicts, notices, views, complaints, changed, login });
    this.unit = sheet.root.dataset.unit;
    this.revision = Number(sheet.root.dataset.revision);
    this.ahead = new Set();
    this.who = sheet.root.querySelector('#grid-who');
    this.marked = [];
    this.#listen();
    setInterval(() => this.editor.focused && !document.hidden && this.#tellHere(), 20000);
  }

  #listen() {
    this.stream = new Stream(this.unit, {
      change: (told) => this.#change(told),
      here: (told) => this.#here(told),
      talk: (told) => this.#talk(told),
      lost: () => this.#fetch(),
      // What happened while there was no connection is found by the revision that the complaints tell.
      open: () => this.complaints.soon(),
    });
  }

  /** A revision that this page has, or knows of. If those before it don't arrive, the sheet is fetched anew. */
  seen(revision, held = true) {
    if (revision <= this.revision) return;
    if (held) this.ahead.add(revision);
    while (this.ahead.delete(this.revision + 1)) this.revision += 1;
    this.latest = Math.max(this.latest ?? 0, revision);
    clearTimeout(this.missing);
    if (this.revision < this.latest) this.missing = setTimeout(() => this.#fetch(), 800);
  }

  #change({ revision, by, client, cells = [], added = [], removed = [], moved = [], columns = [] }) {
    this.seen(revision);
    this.complaints.soon();
    if (this.saver.mine.has(client)) return;
    const { sheet, notices } = this;
    const { say } = sheet;
    if (columns.some((one) => one.sheet === sheet.name)) notices.show('columns', say('columns'), [[say('reload'), () => location.reload()]]);
    const touched = [];
    for (const id of removed) this.#remove(sheet.byId.get(String(id)), by);
    for (const one of added) {
      if (one.sheet !== sheet.name || sheet.byId.has(String(one.row))) continue;
      const after = one.after === null ? null : (sheet.byId.get(String(one.after)) ?? sheet.rows.at(-1));
      const row = sheet.insert(String(one.row), sheet.columns.map(({ name }) => one.cells[name]), after);
      touched.push(...row.tr.children);
    }
    for (const { row, after } of moved) {
      const one = sheet.byId.get(String(row));
      if (one) sheet.move(one, sheet.byId.get(String(after)));
    }
    if (added.length || removed.length || moved.length) sheet.number();
    for (const { row: id, column, value } of cells) {
      const row = sheet.byId.get(String(id));
      const c = sheet.index.get(column);
      if (row && c !== undefined && this.#value(row, c, value, by)) touched.push(sheet.td(row, c));
    }
    sheet.flash(touched);
    this.changed();
  }

  /** Somebody else's value; whether it is shown. What one is writing, or has waiting, is left: the server tells both. */
  #value(row, c, value, by) {
    const { sheet, conflicts, editor } = this;
    const conflict = conflicts.of(row, c);
    if (conflict) {
      conflicts.add(row, c, { ...conflict, theirs: value, by });
      if (conflict.mine === value) sheet.set(row, c, value);
      return true;
    }
    if (row.cells[c] === value || this.saver.waits(row.id, sheet.columns[c].name)) return false;
    sheet.set(row, c, value);
    if (editor.row === row && editor.c === c && editor.idle) editor.load();
    return true;
  }

  #remove(row, by) {
    if (!row) return;
    const { sheet, saver, conflicts, editor, cursor } = this;
    const lost = new Map(saver.of(row.id).map(({ column, now }) => [column, now]));
    for (const [c, { mine }] of conflicts.all.get(row) ?? []) lost.set(sheet.columns[c].name, mine);
    const here = editor.row === row;
    if (here && editor.dirty) lost.set(sheet.columns[editor.c].name, editor.field.value);
    for (const [column, value] of lost) this.gone({ row: row.id, column, value, by });
    const next = sheet.view[row.v + 1] ?? sheet.view[row.v - 1];
    const { c } = cursor;
    conflicts.forget(row);
    if (here) {
      if (editor.dirty) editor.field.value = editor.origin;
      saver.write(null);
    }
    const focus = editor.focused;
    if (lost.size && !saver.unsaved) saver.told('');
    if (here) editor.lift();
    sheet.remove(row);
    sheet.number();
    if (here && next) cursor.go(next, c, { focus, reveal: false });
    else if (here) cursor.row = null;
  }

  /** What one wrote in a row that is no more stays in sight until one has seen it. */
  gone({ row, column, value, by }) {
    const { notices, sheet: { say } } = this;
    const name = `gone ${row} ${column}`;
    const text = say('row-gone', { who: by || say('someone'), value: value || say('blank'), column });
    notices.show(name, text, [[say('dismiss'), () => notices.hide(name)]]);
  }

  /** Fetches the page and takes over what differs. */
  async #fetch() {
    const { sheet } = this;
    try {
      const response = await fetch(location.href, { headers: { 'X-Fordel': '1' } });
      if (response.status === 401 || response.redirected) return this.login();
      if (!response.ok) throw new Error(response.status);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#grid');
      if (!page) return this.login();
      const revision = Number(page.dataset.revision);
      if (revision < this.latest) throw new Error('older than what is known');
      const trs = [...page.querySelectorAll('tbody > tr')];
      const now = new Set(trs.map((tr) => tr.id.slice(1)));
      for (const row of sheet.rows.filter(({ id }) => !now.has(id) && /^\d+$/.test(id))) this.#remove(row);
      let last = null;
      const touched = [];
      for (const tr of trs) {
        const id = tr.id.slice(1);
        const cells = Array.from(tr.children, (td) => (td.firstChild?.nodeType === Node.TEXT_NODE ? td.firstChild.data : ''));
        let row = sheet.byId.get(id);
        if (row) cells.forEach((value, c) => this.#value(row, c, value) && touched.push(sheet.td(row, c)));
        else if (!this.saver.queue.some((item) => item.edits?.some((edit) => edit.remove && String(edit.row) === id))) {
          row = sheet.insert(id, cells, last);
          touched.push(...row.tr.children);
        }
        if (row && !sheet.sorted && row.tr.previousElementSibling?.row !== (last ?? undefined)) sheet.move(row, last);
        last = row ?? last;
      }
      sheet.number();
      sheet.flash(touched);
      this.revision = Math.max(this.revision, revision);
      for (const one of this.ahead) if (one <= revision) this.ahead.delete(one);
      this.changed();
    } catch {
      this.missing = setTimeout(() => this.#fetch(), 3000);
    }
  }

  #talk({ row: id, review }) {
    const { sheet } = this;
    this.complaints.soon();
    const row = sheet.byId.get(String(id));
    const c = sheet.columns.findIndex((column) => column.kind === 'state');
    // An objection changes no state.
    if (!row || c < 0 || review === 'objection') return;
    sheet.set(row, c, sheet.say(`state-${review}`));
    sheet.flash([sheet.td(row, c)]);
    this.views.soon();
  }

  #here(all) {
    const { sheet } = this;
    for (const td of this.marked) {
      td.classList.remove('here');
      td.removeAttribute('data-who');
    }
    this.marked = [];
    const others = all.filter(({ name }) => name !== sheet.root.dataset.me);
    this.who.replaceChildren(...others.map(({ who, name, sheet: where, row: id, column }) => {
      const row = where === sheet.name && sheet.byId.get(String(id));
      const c = sheet.index.get(column);
      let title = name;
      if (row && c !== undefined) {
        const td = sheet.td(row, c);
        td.classList.add('here');
        td.dataset.who = [td.dataset.who, who].filter(Boolean).join(' ');
        this.marked.push(td);
        title = sheet.say('here', { name, cell: sheet.place(row, c) });
      }
      return element('li', { title }, element('span', { 'aria-hidden': 'true' }, who), element('span', { class: 'grid-hidden' }, title));
    }));
    this.who.hidden = !others.length;
  }

  /** Tells where one stands, once a second at most. */
  here() {
    if (this.waiting) return;
    const wait = Math.max(0, 1000 - (performance.now() - (this.last ?? -1000)));
    this.waiting = setTimeout(() => {
      this.waiting = null;
      this.last = performance.now();
      this.#tellHere();
    }, wait);
  }

  #tellHere() {
    const { row, c } = this.cursor;
    if (!row || !/^\d+$/.test(row.id)) return;
    const body = JSON.stringify({ sheet: this.sheet.name, row: Number(row.id), column: this.sheet.columns[c].name });
    const headers = { 'Content-Type': 'application/json', 'X-Fordel': '1' };
    fetch(`${this.unit}/here`, { method: 'POST', headers, body }).catch(() => null);
  }
}
