// Cells that two people changed at once: both values, and whose holds. Mine stays in the cell until it is decided.

import { beside } from './beside.js';
import { element } from './words.js';

export class Conflicts {
  constructor({ sheet, saver, notices, decide, show }) {
    Object.assign(this, { sheet, saver, notices, decide, show, all: new Map() });
    const { say } = sheet;
    const button = (words, now) => element('button', { type: 'button', onclick: () => this.#decided(now) }, say(words));
    this.text = element('p', {}, say('conflict'));
    this.mine = element('p');
    this.theirs = element('p');
    this.panel = element(
      'div', { class: 'grid-conflict', role: 'group', 'aria-label': say('conflict'), hidden: '' }, this.text,
      element('div', {}, this.mine, button('keep-mine', 'mine')), element('div', {}, this.theirs, button('take-theirs', 'theirs')),
    );
    sheet.root.append(this.panel);
    this.panel.addEventListener('keydown', (event) => this.#key(event));
  }

  of(row, c) {
    return this.all.get(row)?.get(c);
  }

  /** Two values for a cell; mine is shown. None if they are alike. */
  add(row, c, { mine, theirs, by }) {
    if (mine === theirs) return this.drop(row, c);
    if (!this.all.has(row)) this.all.set(row, new Map());
    this.all.get(row).set(c, { mine, theirs, by });
    this.sheet.set(row, c, mine);
    this.sheet.td(row, c).classList.add('conflict');
    this.#changed();
  }

  drop(row, c) {
    if (!this.all.get(row)?.delete(c)) return;
    if (!this.all.get(row).size) this.all.delete(row);
    this.sheet.td(row, c).classList.remove('conflict');
    this.#changed();
  }

  forget(row) {
    if (this.all.delete(row)) this.#changed();
  }

  #changed() {
    const { sheet, saver, notices } = this;
    const kept = [];
    for (const [row, cells] of this.all) {
      for (const [c, { mine, theirs }] of cells) kept.push([row.id, sheet.columns[c].name, mine, theirs]);
    }
    saver.store('conflicts', kept.length ? kept : null);
    if (!kept.length) notices.hide('conflicts');
    else {
      const [[row, cells]] = this.all;
      const next = () => this.show(row, cells.keys().next().value);
      notices.show('conflicts', sheet.say('conflicts', { count: kept.length }), [[sheet.say('conflict-show'), next]]);
    }
  }

  /** What an earlier visit had not yet decided. */
  restore(kept) {
    for (const [id, column, mine] of kept) {
      const row = this.sheet.byId.get(id);
      const c = this.sheet.index.get(column);
      if (row && c !== undefined) this.add(row, c, { mine, theirs: row.cells[c] });
    }
  }

  values({ mine, theirs, by }) {
    const { say } = this.sheet;
    return { mine: mine || say('blank'), theirs: theirs || say('blank'), who: by || say('someone') };
  }

  /** Shows or hides the panel at the cell one stands in. */
  at(row, c) {
    const conflict = this.of(row, c);
    this.panel.hidden = !conflict;
    if (!conflict) return;
    const { say } = this.sheet;
    const { mine, theirs, who } = this.values(conflict);
    this.cell = { row, c };
    this.mine.textContent = say('mine', { value: mine });
    this.theirs.textContent = say('theirs', { who, value: theirs });
    this.follow();
  }

  follow() {
    if (!this.panel.hidden && this.cell.row.tr.isConnected) beside(this.panel, this.sheet.td(this.cell.row, this.cell.c));
  }

  enter() {
    this.panel.querySelector('button').focus();
  }

  #decided(whose) {
    const { row, c } = this.cell;
    const conflict = this.of(row, c);
    if (conflict) this.decide(row, c, conflict[whose]);
  }

  #key(event) {
    const buttons = [...this.panel.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === 'Escape') this.show(this.cell.row, this.cell.c);
    else if (/^Arrow/.test(event.key)) buttons[1 - at].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
