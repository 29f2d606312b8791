// Column widths as a person has set them, by mouse at a header's edge, by keys, or by the bar's buttons; kept in their browser.

import { element } from './words.js';

const [LEAST, MOST, STEP] = [40, 800, 16];

export class Widths {
  constructor(sheet, changed) {
    Object.assign(this, { sheet, changed });
    this.cols = [...sheet.table.querySelectorAll('col')];
    this.key = `fordel-widths:${sheet.root.dataset.keep}:${sheet.name}`;
    try {
      this.kept = JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      this.kept = {};
    }
    sheet.columns.forEach(({ name }, c) => {
      if (this.kept[name]) this.#apply(c, this.kept[name]);
      this.#edge(c);
    });
  }

  now(c) {
    return this.sheet.table.tHead.rows[0].cells[c].offsetWidth;
  }

  /** Wider or narrower by some steps. */
  step(c, steps) {
    return this.set(c, this.now(c) + steps * STEP);
  }

  set(c, width) {
    const to = Math.round(Math.min(MOST, Math.max(LEAST, width)));
    this.#apply(c, to);
    this.#keep(c, to);
    return to;
  }

  /** As it was drawn. */
  reset(c) {
    this.#apply(c, null);
    this.#keep(c, undefined);
  }

  #apply(c, width) {
    const { table } = this.sheet;
    this.cols[c].style.width = width ? `${width}px` : '';
    // The second column that stays in view stands beside the first.
    if (c === 0) width ? table.style.setProperty('--first', `${width}px`) : table.style.removeProperty('--first');
    this.changed();
  }

  #keep(c, width) {
    const { name } = this.sheet.columns[c];
    if (width === undefined) delete this.kept[name];
    else this.kept[name] = width;
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // A browser that keeps nothing forgets the widths.
    }
  }

  /** The edge of a header that is dragged; a double click takes the width back. */
  #edge(c) {
    const edge = element('span', { class: 'grid-edge', 'aria-hidden': 'true' });
    this.sheet.table.tHead.rows[0].cells[c].append(edge);
    let from = null;
    edge.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      event.preventDefault();
      edge.setPointerCapture(event.pointerId);
      from = { x: event.clientX, width: this.now(c) };
    });
    edge.addEventListener('pointermove', (event) => from && this.#apply(c, Math.round(Math.min(MOST, Math.max(LEAST, from.width + event.clientX - from.x)))));
    edge.addEventListener('pointerup', (event) => {
      if (from && event.clientX !== from.x) this.set(c, from.width + event.clientX - from.x);
      from = null;
    });
    edge.addEventListener('pointercancel', () => (from = null));
    // A header that is pressed sorts; its edge doesn't.
    edge.addEventListener('click', (event) => event.stopPropagation());
    edge.addEventListener('dblclick', () => this.reset(c));
  }
}
