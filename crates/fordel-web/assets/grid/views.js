// Which rows are shown and in which order: the address's query says it, so that every view has its own address. The
// rules are those of `src/grid/filters.rs`.

import { element, number } from './words.js';

const STATES = ['open', 'agreed', 'disputed', 'parked'];
// A ward's day begins in the morning.
const MORNING = 7;

export class Views {
  constructor({ sheet, changed, language }) {
    Object.assign(this, { sheet, changed });
    this.collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    this.figure = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    this.place = sheet.root.querySelector('#grid-filters');
    this.form = this.place.querySelector('form');
    this.form.querySelectorAll('input[type=hidden]').forEach((input) => input.remove());
    this.form.querySelector('#grid-show').hidden = true;
    this.place.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-key]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { key, value } = link.dataset;
      this.#ask({ feil: '', mangler: '', ...(key && { [key]: value }) });
    });
    this.form.addEventListener('change', ({ target }) => target.type !== 'search' && this.#ask({ [target.name]: target.value }));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search(0);
    });
    this.form.elements.sok.addEventListener('input', () => this.#search(200));
    sheet.table.tHead.addEventListener('click', ({ target }) => {
      const th = target.closest('th[data-c]');
      if (!th) return;
      const { name } = sheet.columns[th.dataset.c];
      const now = this.query.get('sorter');
      this.#ask({ sorter: now === name ? `-${name}` : now === `-${name}` ? '' : name });
    });
    addEventListener('popstate', () => {
      this.typing = null;
      this.apply();
    });
    this.apply();
  }

  get query() {
    return new URLSearchParams(location.search);
  }

  #search(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask({ sok: this.form.elements.sok.value }, 'sok'), wait);
  }

  /** Asks for another view: a new address, and Back leads here. Letters of one search share an address's place. */
  #ask(asked, typing = null) {
    const query = this.query;
    for (const [key, value] of Object.entries(asked)) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const address = query.size ? `?${query}` : location.pathname;
    if (address === (location.search || location.pathname)) return;
    history[typing && this.typing === typing ? 'replaceState' : 'pushState'](null, '', address);
    this.typing = typing;
    this.apply();
  }

  /** Asks for all rows; what else the address says stays. */
  all() {
    const selects = Array.from(this.form.querySelectorAll('select'), ({ name }) => name);
    const names = ['feil', 'mangler', 'sok', ...selects.filter((name) => !['sorter', 'grupper'].includes(name))];
    this.#ask(Object.fromEntries(names.map((name) => [name, ''])));
  }

  /** What stands in a cell for a value of the address: states of the talk have words of their own there. */
  #text(c, value) {
    return this.sheet.columns[c]?.kind === 'state' && STATES.includes(value) ? this.sheet.say(`state-${value}`) : value;
  }

  /** Whether a row's cell in this column is empty and should not be: where another column is filled in, it may be. */
  #lacks(name) {
    const { index } = this.sheet;
    const link = [...this.place.querySelectorAll('a[data-key=mangler]')].find(({ dataset }) => dataset.value === name);
    const [c, unless] = [index.get(name), index.get(link?.dataset.unless)];
    const empty = (row, at) => at === undefined || !row.cells[at].trim();
    return (row) => empty(row, c) && empty(row, unless);
  }

  /** Shows what the address asks for, and tells it where the filters are folded. */
  apply() {
    const { sheet, query } = this;
    const asked = (key) => query.getAll(key).filter(Boolean);
    const tests = [];
    const told = [];
    for (const select of this.form.querySelectorAll('select')) {
      const values = asked(select.name);
      select.value = values[0] ?? '';
      const c = sheet.index.get(select.name);
      const texts = values.map((value) => this.#text(c, value));
      if (values.length && c !== undefined) tests.push((row) => texts.includes(row.cells[c].trim()));
      const [option] = select.selectedOptions;
      if (c !== undefined) told.push(...texts);
      else if (option?.value) told.push(`${select.labels[0].firstChild.data.trim()}: ${option.text}`);
    }
    for (const name of asked('mangler')) tests.push(this.#lacks(name));
    if (asked('feil').length) tests.push((row) => sheet.faulty(row));
    for (const text of asked('sok')) {
      const sought = text.toLowerCase();
      tests.push((row) => row.cells.some((cell) => cell.toLowerCase().includes(sought)));
    }
    const search = this.form.elements.sok;
    if (document.activeElement !== search) search.value = asked('sok')[0] ?? '';
    for (const link of this.place.querySelectorAll('a[data-key]')) {
      const { key, value } = link.dataset;
      const current = key ? asked(key).includes(value) : !asked('feil').length && !asked('mangler').length;
      if (current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (current && key) told.unshift(link.firstChild.data.trim());
    }
    this.place.querySelector('#grid-narrowed').textContent = told.join(' · ');
    for (const row of sheet.rows) {
      row.shown = tests.every((test) => test(row));
      row.tr.hidden = !row.shown;
    }
    this.#sort(asked('sorter')[0] ?? '', asked('grupper')[0] ?? '');
    sheet.number();
    this.count();
    this.changed();
  }

  #sort(asked, grouped) {
    const { sheet } = this;
    const g = sheet.index.get(grouped);
    const down = asked.startsWith('-') && !sheet.index.has(asked);
    const c = sheet.index.get(down ? asked.slice(1) : asked);
    for (const th of sheet.table.tHead.rows[0].cells) {
      if (th.cellIndex === c) th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else th.removeAttribute('aria-sort');
    }
    const nothing = c === undefined && g === undefined;
    if (nothing && !sheet.sorted) return;
    sheet.sorted = !nothing;
    const way = down ? -1 : 1;
    const numeric = c !== undefined && sheet.columns[c].kind === 'number';
    const compare = (a, b) => {
      const [x, y] = [a.cells[c], b.cells[c]];
      if (!x || !y) return Boolean(y) - Boolean(x);
      const [p, q] = numeric ? [number(x), number(y)] : [null, null];
      return way * (p !== null && q !== null ? p - q : this.collator.compare(x, y));
    };
    const among = (a, b) => (g === undefined ? 0 : this.#hours(a, b, g)) || (c === undefined ? 0 : compare(a, b)) || a.n - b.n;
    const order = sheet.sorted ? [...sheet.rows].sort(among) : sheet.rows;
    for (const { tr } of this.groups ?? []) tr.remove();
    sheet.body.append(...order.map((row) => row.tr));
    this.groups = [];
    if (g !== undefined) this.#head(order, g);
  }

  /** What a row is grouped by: `07-09`, however it was written. */
  #group(row, g) {
    return row.cells[g].trim().replaceAll('–', '-');
  }

  /** Groups in the order of the ward's day; what names no hour stands last. */
  #hours(a, b, g) {
    const [x, y] = [this.#group(a, g), this.#group(b, g)];
    const at = (text) => (/^\d/.test(text) ? (parseInt(text, 10) + 24 - MORNING) % 24 : 99);
    return at(x) - at(y) || Boolean(y) - Boolean(x) || this.collator.compare(x, y);
  }

  /** A heading before each group. */
  #head(order, g) {
    const { sheet } = this;
    let last = null;
    for (const row of order) {
      const name = this.#group(row, g);
      if (name !== last) {
        const th = element('th', { scope: 'rowgroup', colspan: sheet.columns.length });
        const tr = element('tr', { class: 'grid-group' }, th);
        th.append(element('span'));
        row.tr.before(tr);
        this.groups.push({ tr, rows: [] });
        last = name;
      }
      this.groups.at(-1).name = name;
      this.groups.at(-1).rows.push(row);
    }
  }

  /** How many rows of each group are shown, and their minutes; a group without any has no heading. */
  #totals() {
    const select = this.form.elements.grupper;
    const m = this.sheet.index.get(select?.dataset.sum);
    for (const { tr, name, rows } of this.groups ?? []) {
      const shown = rows.filter((row) => row.shown && !row.gone);
      tr.hidden = !shown.length;
      const sum = m === undefined ? 0 : shown.reduce((all, row) => all + (number(row.cells[m]) ?? 0), 0);
      const values = { group: name.replaceAll('-', '–') || this.sheet.say('group-none'), rows: shown.length, minutes: this.figure.format(sum) };
      tr.querySelector('span').textContent = this.sheet.say('group', values);
    }
  }

  /** Counts and sums anew, a moment after the last change. */
  soon() {
    clearTimeout(this.counting);
    this.counting = setTimeout(() => this.count(), 150);
  }

  count() {
    const { sheet } = this;
    const rows = sheet.rows.filter((row) => row !== sheet.blank);
    for (const link of this.place.querySelectorAll('a[data-key]')) {
      const { key, value } = link.dataset;
      const counts = key === 'feil' ? (row) => sheet.faulty(row) : key ? this.#lacks(value) : () => true;
      const found = rows.filter(counts).length;
      link.querySelector('span').textContent = found;
      link.parentNode.hidden = !found && key && !link.ariaCurrent && link !== document.activeElement;
    }
    this.#totals();
    for (const select of this.form.querySelectorAll('select')) {
      const c = sheet.index.get(select.name);
      if (c !== undefined && document.activeElement !== select) this.#options(select, c);
    }
    this.place.querySelector('#grid-shown').textContent = sheet.say('shown', { shown: rows.filter((row) => row.shown).length, all: rows.length });
    const none = sheet.root.querySelector('#grid-none');
    none.hidden = sheet.view.length > 0;
    // Keys reach the table through its field; without rows through the place that scrolls.
    sheet.root.querySelector('#grid-scroll').tabIndex = none.hidden ? -1 : 0;
    none.textContent = sheet.say(rows.length ? 'none-shown' : sheet.mayEdit ? 'empty' : 'empty-readonly');
    sheet.columns.forEach((column, c) => {
      if (!column.sum) return;
      const sum = sheet.view.reduce((all, row) => all + (number(row.cells[c]) ?? 0), 0);
      sheet.table.tFoot.rows[0].cells[c].textContent = this.figure.format(sum);
    });
  }

  #options(select, c) {
    const counts = new Map();
    for (const row of this.sheet.rows) {
      const value = row.cells[c].trim();
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const { kind, choices } = this.sheet.columns[c];
    const known = kind === 'state' ? STATES : choices.filter((choice) => counts.has(choice));
    const texts = known.map((value) => this.#text(c, value));
    const chosen = this.query.getAll(select.name).filter((value) => value && !counts.has(value) && !known.includes(value));
    const others = [...counts.keys(), ...chosen].filter((text) => !texts.includes(text)).sort(this.collator.compare);
    const options = [...known, ...others].map((value) => {
      const text = this.#text(c, value);
      return new Option(`${text} (${counts.get(text) ?? 0})`, value);
    });
    const [every] = select.options;
    const value = this.query.get(select.name) ?? '';
    select.replaceChildren(every, ...options);
    select.value = value;
  }
}
