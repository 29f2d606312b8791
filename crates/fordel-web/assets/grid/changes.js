// What one does to cells and rows: each call is one batch, and so one step of undoing.

import { fresh } from './saving.js';

/** A row's id as the server knows it: temporary ones begin with `n`. */
export const wire = (id) => (/^\d+$/.test(id) ? Number(id) : id);

export class Changes {
  constructor({ sheet, saver, conflicts, tell, warn, changed }) {
    Object.assign(this, { sheet, saver, conflicts, tell, warn, changed });
  }

  /** Sets cells: a list of { row, c, now } and, where it isn't what stands there, `was`. What the server is told. */
  set(cells, before = []) {
    const { sheet, conflicts } = this;
    const edits = [...before];
    let locked = false;
    for (const { row, c, now, was } of cells) {
      const conflict = conflicts.of(row, c);
      if (sheet.fixed(c)) locked = true;
      else if (now !== row.cells[c] || conflict) {
        const column = sheet.columns[c].name;
        const against = conflict ? conflict.theirs : (was ?? row.cells[c]);
        conflicts.drop(row, c);
        sheet.set(row, c, now);
        if (against !== now && row !== sheet.blank) edits.push({ row: wire(row.id), column, was: against, now });
      }
    }
    // What is written in the empty row at the foot, or under it, makes it a row as others are.
    const { blank } = sheet;
    if (blank && (before.length || blank.cells.some(Boolean))) {
      sheet.blank = null;
      edits.unshift(this.added(blank));
    }
    if (locked) this.tell('locked');
    if (edits.length) this.saver.add(edits);
    this.changed();
    return edits;
  }

  /** New rows after a row (or first), with their cells' texts. Answers with the rows and what tells the server. */
  rows(after, texts) {
    const { sheet } = this;
    let last = after;
    const made = texts.map((cells) => (last = sheet.insert(`n${fresh()}`, cells, last)));
    sheet.number();
    return { made, edits: made.map((row) => this.added(row)) };
  }

  /** What tells the server of a new row. It names the one before it, which may be as new as itself. */
  added(row, cells = row.cells) {
    const { sheet } = this;
    const before = sheet.rows[row.n - 1];
    return {
      temp: row.id,
      sheet: sheet.name,
      after: before ? wire(before.id) : null,
      cells: Object.fromEntries(sheet.columns.flatMap(({ name }, c) => (cells[c] ? [[name, cells[c]]] : []))),
    };
  }

  /** An empty row under the last one shown, of which nobody is told before something is written in it. */
  foot() {
    const { sheet } = this;
    sheet.leave();
    return (sheet.blank = this.rows(sheet.view.at(-1), [[]]).made[0]);
  }

  insert(after, count) {
    const { made, edits } = this.rows(after, Array.from({ length: count }, () => []));
    this.set([], edits);
    this.tell('added', { rows: count });
    return made[0];
  }

  remove(rows) {
    const edits = rows.map((row) => ({ row: wire(row.id), remove: true }));
    for (const row of rows) {
      this.conflicts.forget(row);
      this.sheet.remove(row);
    }
    this.sheet.number();
    this.saver.add(edits);
    this.changed();
    this.tell('removed', { rows: rows.length });
  }

  /** Pastes rows of cells at a corner; rows are added as needed. Answers with the cell opposite to the corner. */
  paste(corner, clip) {
    const { sheet } = this;
    const widest = Math.max(...clip.map((cells) => cells.length));
    const wide = Math.min(widest, sheet.columns.length - corner.c);
    const start = corner.row?.v ?? 0;
    const fits = sheet.view.length - start;
    let locked = false;
    const cells = clip.slice(0, fits).flatMap((texts, r) =>
      texts.slice(0, wide).map((now, at) => ({ row: sheet.view[start + r], c: corner.c + at, now })));
    const texts = clip.slice(fits).map((texts) => sheet.columns.map((_, c) => {
      const text = texts[c - corner.c];
      if (!sheet.fixed(c)) return text;
      if (text) locked = true;
      return '';
    }));
    const { edits } = this.rows(sheet.view.at(-1) ?? sheet.rows.at(-1), texts);
    const added = this.set(cells, edits).filter(({ temp }) => temp).length;
    this.tell(added ? 'pasted-more' : 'pasted', { rows: clip.length, columns: wide, added });
    if (widest > wide) this.warn('overflow', { columns: widest - wide });
    else if (locked) this.tell('locked');
    return { row: sheet.view[start + clip.length - 1], c: corner.c + wide - 1 };
  }

  /** Does again on a page just loaded what an earlier visit had not yet sent. */
  redo(edits) {
    const { sheet } = this;
    for (const edit of edits) {
      const row = sheet.byId.get(String(edit.row));
      if (edit.temp) {
        const after = edit.after === null ? null : sheet.byId.get(String(edit.after));
        sheet.insert(edit.temp, sheet.columns.map(({ name }) => edit.cells[name]), after === undefined ? sheet.rows.at(-1) : after);
      } else if (row && edit.remove) sheet.remove(row);
      else if (row && sheet.index.has(edit.column)) sheet.set(row, sheet.index.get(edit.column), edit.now);
    }
    sheet.number();
  }
}
