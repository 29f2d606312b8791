// What the reader of sheets says of the cells: fetched after each change, marked at the cell, told in the status line.

const WEIGHT = { fault: 0, notice: 1, assumed: 2 };

export class Complaints {
  constructor({ sheet, unit, faults, marked, revision }) {
    Object.assign(this, { sheet, unit, marked, revision });
    this.#mark(faults);
  }

  /** Asks again once changes have come to rest. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), 300);
  }

  async fetch() {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    try {
      const response = await fetch(`${this.unit}/complaints`, { signal: asked.signal, headers: { Accept: 'application/json' } });
      if (!response.ok || response.redirected) return;
      const told = await response.json();
      const { name } = this.sheet;
      this.#mark(told.cells.filter((cell) => cell.sheet === name));
      for (const place of document.querySelectorAll('[data-count]')) {
        // Where nothing is mapped yet, nothing is wrong.
        const count = place.dataset.count === 'faults' && !told.lines ? 0 : told[place.dataset.count];
        if (count !== undefined) place.textContent = count;
      }
      const nobodyBegan = (one) => !told.lines && one.sheet === 'Oppgaver' && !one.row;
      const faulty = [...told.cells, ...told.sheet].filter((one) => one.severity === 'fault' && !nobodyBegan(one));
      for (const place of document.querySelectorAll('[data-faults-of]')) {
        const count = faulty.filter((one) => one.sheet === place.dataset.faultsOf).length;
        place.textContent = count;
        place.parentElement.hidden = !count;
      }
      document.getElementById('no-lines')?.toggleAttribute('hidden', told.lines > 0);
      this.marked();
      this.revision(told.revision);
    } catch {
      // Without an answer the marks stay as they are; the next change asks again.
    }
  }

  #mark(faults) {
    const { sheet } = this;
    const said = new Map();
    for (const fault of faults) {
      const row = sheet.byId.get(String(fault.row));
      const c = sheet.index.get(fault.column);
      if (!row || c === undefined) continue;
      if (!said.has(row)) said.set(row, new Map());
      if (!said.get(row).has(c)) said.get(row).set(c, []);
      said.get(row).get(c).push(fault);
    }
    for (const cells of said.values()) {
      for (const all of cells.values()) all.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
    }
    for (const row of sheet.rows) {
      const now = said.get(row);
      for (const c of [...row.said.keys()]) if (!now?.has(c)) sheet.mark(row, c, undefined);
      for (const [c, all] of now ?? []) sheet.mark(row, c, all);
    }
  }
}
