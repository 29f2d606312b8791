// The cell one stands in, and the range that is chosen from it.

export class Cursor {
  constructor(sheet, editor, moved) {
    Object.assign(this, { sheet, editor, moved, chosen: new Set() });
    this.scroll = sheet.root.querySelector('#grid-scroll');
  }

  get empty() {
    return !this.row;
  }

  /** The chosen rectangle, by rows shown and columns. */
  rect() {
    const { anchor, far } = this;
    const [top, bottom] = [anchor.row.v, far.row.v].sort((a, b) => a - b);
    const [left, right] = [anchor.c, far.c].sort((a, b) => a - b);
    return { top: Math.max(top, 0), bottom, left, right, rows: bottom - Math.max(top, 0) + 1, columns: right - left + 1 };
  }

  get single() {
    const { rows, columns } = this.rect();
    return rows * columns === 1;
  }

  /** Stands in a cell. */
  go(row, c, { focus = false, reveal = true, origin = null } = {}) {
    const shifted = this.row !== row || this.c !== c;
    Object.assign(this, { row, c, origin, anchor: { row, c }, far: { row, c } });
    this.#paint();
    this.moved(shifted);
    this.editor.place(row, c, focus);
    this.sheet.leave(row);
    if (reveal) this.reveal(row, c);
  }

  /** Stands in another cell of the chosen range, which stays. */
  within(row, c) {
    Object.assign(this, { row, c });
    this.moved(true);
    this.editor.place(row, c);
    this.reveal(row, c);
  }

  /** Chooses from the cell one stands in to another. */
  extend(row, c) {
    this.choose({ row: this.row, c: this.c }, { row, c });
    this.reveal(row, c);
  }

  choose(anchor, far) {
    Object.assign(this, { anchor, far });
    this.#paint();
    this.moved(false);
  }

  /** Paints anew after rows came, went or were sorted. */
  repaint() {
    if (this.empty) return;
    for (const end of [this.anchor, this.far]) if (end.row.gone || end.row.v < 0) end.row = this.row;
    this.#paint();
  }

  reveal(row, c) {
    this.sheet.td(row, c).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #paint() {
    const now = new Set();
    if (!this.single) for (const { row, c } of this.cells()) now.add(this.sheet.td(row, c));
    for (const td of this.chosen) if (!now.has(td)) td.classList.remove('chosen');
    for (const td of now) if (!this.chosen.has(td)) td.classList.add('chosen');
    this.chosen = now;
  }

  /** The chosen cells, row by row. */
  *cells() {
    const { top, bottom, left, right } = this.rect();
    for (let v = top; v <= bottom; v++) {
      for (let c = left; c <= right; c++) yield { row: this.sheet.view[v], c };
    }
  }

  /** The cell some steps away, within the table. */
  step(from, rows, columns) {
    const { view, columns: all } = this.sheet;
    const clamp = (at, last) => Math.max(0, Math.min(last, at));
    return { row: view[clamp(from.row.v + rows, view.length - 1)], c: clamp(from.c + columns, all.length - 1) };
  }

  /** Where what is filled in ends, or begins again. */
  edge(from, rows, columns) {
    const filled = ({ row, c }) => row.cells[c] !== '';
    const same = (a, b) => a.row === b.row && a.c === b.c;
    let at = this.step(from, rows, columns);
    const run = filled(from) && filled(at);
    for (;;) {
      const next = this.step(at, rows, columns);
      if (same(next, at) || (run ? !filled(next) : filled(at))) return at;
      at = next;
    }
  }

  /** How many rows fit on the screen. */
  page() {
    return Math.max(1, Math.floor((this.scroll.clientHeight - this.sheet.table.tHead.offsetHeight) / this.row.tr.offsetHeight) - 1);
  }
}
