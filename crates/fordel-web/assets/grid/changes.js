// What one does to cells and rows: each call is one batch, and so one step of undoing.

import { fresh } from './saving.js';

/** A row's id as the server knows it: temporary ones begin with `n`. */
const wire = (id) => (/^\d+$/.test(id) ? Number(id) : id);

export class Changes {
  constructor({ sheet, saver, conflicts, tell, warn, changed }) {
    Object.assign(this, { sheet, saver, conflicts, tell, warn, changed });
  }

  /** Sets cells: a list of { row, c, now } and, where it isn't what stands there, `was`. Whether any could not be. */
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
        if (against !== now) edits.push({ row: wire(row.id), column, was: against, now });
      }
    }
    if (locked) this.tell('locked');
    if (edits.length) this.saver.add(edits);
    this.changed(cells.map(({ row }) => row));
  }

  /** New rows after a row (or first), with their cells' texts. Answers with the rows and what tells the server. */
  rows(after, texts) {
    const { sheet } = this;
    let last = after;
    const made = texts.map((cells) => {
      last = sheet.insert(`n${fresh()}`, cells, last);
      return last;
    });
    sheet.number();
    // Each names the one before it, which may be as new as itself.
    const edits = made.map((row, i) => ({
      temp: row.id,
      sheet: sheet.name,
      after: i ? made[i - 1].id : after ? wire(after.id) : null,
      cells: Object.fromEntries(sheet.columns.flatMap(({ name }, c) => (row.cells[c] ? [[name, row.cells[c]]] : []))),
    }));
    return { made, edits };
  }

  insert(after, count) {
    const blank = Array.from({ length: count }, () => this.sheet.columns.map(() => ''));
    const { made, edits } = this.rows(after, blank);
    this.saver.add(edits);
    this.changed(made);
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
    this.changed([]);
    this.tell('removed', { rows: rows.length });
  }

  /** Pastes rows of cells at a corner; rows are added as needed. Answers with the cell opposite to the corner. */
  paste(corner, clip) {
    const { sheet } = this;
    const room = sheet.columns.length - corner.c;
    const wide = Math.min(room, Math.max(...clip.map((cells) => cells.length)));
    const lost = Math.max(...clip.map((cells) => cells.length)) - wide;
    const start = corner.row ? corner.row.v : 0;
    const over = clip.slice(sheet.view.length - start);
    const cells = [];
    let locked = false;
    clip.slice(0, sheet.view.length - start).forEach((texts, r) => {
      texts.slice(0, wide).forEach((now, at) => cells.push({ row: sheet.view[start + r], c: corner.c + at, now }));
    });
    const texts = over.map((texts) => sheet.columns.map((_, c) => {
      const text = c >= corner.c ? (texts[c - corner.c] ?? '') : '';
      if (text && sheet.fixed(c)) locked = true;
      return sheet.fixed(c) ? '' : text;
    }));
    const { edits } = texts.length ? this.rows(sheet.view.at(-1) ?? sheet.rows.at(-1), texts) : { edits: [] };
    this.set(cells, edits);
    this.tell(over.length ? 'pasted-more' : 'pasted', { rows: clip.length, columns: wide, added: over.length });
    if (lost > 0) this.warn('overflow', { columns: lost });
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
        sheet.insert(edit.temp, sheet.columns.map(({ name }) => edit.cells[name] ?? ''), after === undefined ? sheet.rows.at(-1) : after);
      } else if (row && edit.remove) sheet.remove(row);
      else if (row && sheet.index.has(edit.column)) sheet.set(row, sheet.index.get(edit.column), edit.now);
    }
    sheet.number();
  }
}
