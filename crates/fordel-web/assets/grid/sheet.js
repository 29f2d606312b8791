// The sheet as the page holds it: rows in the sheet's order, their cells, and the table that shows them.

import { element } from './words.js';

const MARKS = ['fault', 'notice', 'assumed'];

/** What a cell's text stands in: the cell, or what the editor has covered. */
const holder = (td) => (td.firstElementChild?.className === 'under' ? td.firstElementChild : td);

function textIn(td) {
  const first = holder(td).firstChild;
  return first?.nodeType === Node.TEXT_NODE ? first.data : '';
}

export class Sheet {
  constructor(root, columns, say) {
    Object.assign(this, { root, columns, say, name: root.dataset.sheet });
    this.table = root.querySelector('table');
    this.body = this.table.tBodies[0];
    this.index = new Map(columns.map((column, c) => [column.name, c]));
    this.named = columns.findIndex((column) => column.kind === 'name');
    this.mayEdit = 'edit' in root.dataset;
    this.rows = [];
    // An empty row that nobody was told of: one stands under the last row and has written nothing yet.
    this.blank = null;
    this.byId = new Map();
    for (const tr of this.body.rows) this.rows.push(this.#take(tr));
    this.number();
  }

  #take(tr) {
    const row = { id: tr.id.slice(1), tr, cells: Array.from(tr.children, textIn), shown: !tr.hidden, said: new Map() };
    tr.row = row;
    this.byId.set(row.id, row);
    return row;
  }

  /** Numbers rows anew: `n` in the sheet, `v` among those shown, in the order shown (`view`). */
  number(order = this.view) {
    this.rows.forEach((row, n) => (row.n = n));
    const sorted = order && this.sorted ? Array.from(this.body.rows, (tr) => tr.row).filter(Boolean) : this.rows;
    this.view = sorted.filter((row) => row.shown);
    for (const row of this.rows) row.v = -1;
    this.view.forEach((row, v) => (row.v = v));
  }

  td(row, c) {
    return row.tr.children[c];
  }

  /** The cell's row and column, from anything inside it. */
  at(target) {
    const td = target.closest?.('tbody > tr > *');
    // A heading among the rows is no cell.
    return td?.parentNode.row && this.body.contains(td) ? { row: td.parentNode.row, c: td.cellIndex } : null;
  }

  fixed(c) {
    const { kind } = this.columns[c];
    return !this.mayEdit || kind === 'fixed' || kind === 'state';
  }

  /** Where a cell is, in words. */
  place(row, c) {
    const name = this.named >= 0 && this.named !== c ? row.cells[this.named] : '';
    const values = { column: this.columns[c].label, row: row.n + 1, name };
    return this.say(name ? 'cell' : 'cell-nameless', values);
  }

  set(row, c, text) {
    row.cells[c] = text;
    const within = holder(this.td(row, c));
    const first = within.firstChild;
    if (first?.nodeType === Node.TEXT_NODE) first.data = text;
    else within.prepend(text);
  }

  /** Puts a new row after another, or first. */
  insert(id, cells, after) {
    const tr = element('tr', { id: `r${id}` });
    this.columns.forEach(({ kind }, c) => {
      const td = element(kind === 'name' ? 'th' : 'td');
      if (kind === 'name') td.scope = 'row';
      if (kind === 'number') td.className = 'n';
      td.textContent = cells[c] ?? '';
      tr.append(td);
    });
    if (after) after.tr.after(tr);
    else this.body.prepend(tr);
    const row = this.#take(tr);
    this.rows.splice(after ? this.rows.indexOf(after) + 1 : 0, 0, row);
    return row;
  }

  remove(row) {
    if (row === this.blank) this.blank = null;
    this.rows.splice(this.rows.indexOf(row), 1);
    this.byId.delete(row.id);
    row.tr.remove();
    row.gone = true;
  }

  /** One stands in this row, or in none: an empty row at the foot that one has left is no more. */
  leave(row) {
    if (!this.blank || this.blank === row) return;
    this.remove(this.blank);
    this.number();
  }

  move(row, after) {
    this.rows.splice(this.rows.indexOf(row), 1);
    this.rows.splice(after ? this.rows.indexOf(after) + 1 : 0, 0, row);
    if (after) after.tr.after(row.tr);
    else this.body.prepend(row.tr);
  }

  rename(row, id) {
    this.byId.delete(row.id);
    row.id = id;
    row.tr.id = `r${id}`;
    this.byId.set(id, row);
  }

  /** What is said of a cell: complaints, the heaviest first. */
  mark(row, c, said) {
    const td = this.td(row, c);
    const heaviest = said?.[0]?.severity;
    if (said) row.said.set(c, said);
    else row.said.delete(c);
    for (const mark of MARKS) td.classList.toggle(mark, mark === heaviest);
    const sign = td.querySelector('i');
    if (!heaviest) sign?.remove();
    else if (sign) sign.textContent = this.say(heaviest);
    else td.append(element('i', {}, this.say(heaviest)));
  }

  faulty(row) {
    for (const said of row.said.values()) if (said[0].severity === 'fault') return true;
    return false;
  }

  /** Shows for a moment that cells were changed by somebody else. */
  flash(cells) {
    for (const td of cells) td.classList.add('flash');
    setTimeout(() => cells.forEach((td) => td.classList.remove('flash')), 2000);
  }
}
