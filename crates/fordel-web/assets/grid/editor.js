// The one field that lies over the cell one stands in, and the list of choices below it. Modes: `ready` (keys move,
// typing replaces), `enter` (typing; arrows still move), `edit` (the arrows move within the text).

import { beside } from './beside.js';
import { element } from './words.js';

export class Editor {
  constructor(sheet, hooks) {
    Object.assign(this, { sheet, hooks, mode: 'ready', was: '' });
    this.text = element('textarea', { class: 'grid-field', rows: 1, spellcheck: 'false', autocomplete: 'off' });
    this.combo = element('input', {
      class: 'grid-field', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'grid-choices', 'aria-haspopup': 'listbox',
    });
    this.list = element('ul', {
      id: 'grid-choices', class: 'grid-choices', role: 'listbox', 'aria-label': sheet.say('choices'), hidden: '',
    });
    sheet.root.append(this.list);
    this.field = this.text;
    for (const field of [this.text, this.combo]) {
      field.addEventListener('input', () => this.#typed());
      field.addEventListener('blur', () => {
        // A window that loses the focus keeps what is being typed; another element takes it over.
        if (!this.moving && document.activeElement !== field) this.hooks.left();
      });
      field.addEventListener('focus', () => !this.moving && this.hooks.entered());
    }
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('li');
      if (option) this.#pick(option);
    });
  }

  get dirty() {
    return this.field.value !== this.origin;
  }

  /** Whether nobody writes in it: then it follows the cell. */
  get idle() {
    return this.mode === 'ready' && !this.dirty;
  }

  get focused() {
    return document.activeElement === this.field;
  }

  /** Moves the field over a cell. */
  place(row, c, focus) {
    const { sheet } = this;
    const td = sheet.td(row, c);
    const choices = sheet.columns[c].choices;
    const field = choices.length ? this.combo : this.text;
    const had = this.focused;
    const wanted = had || focus;
    this.moving = true;
    this.lift();
    Object.assign(this, { row, c, field });
    field.readOnly = sheet.fixed(c);
    field.setAttribute('aria-label', sheet.place(row, c));
    field.setAttribute('aria-describedby', this.told ? 'grid-status' : 'grid-status grid-how');
    if (sheet.columns[c].kind === 'number') field.setAttribute('inputmode', 'decimal');
    else field.removeAttribute('inputmode');
    const text = td.firstChild?.nodeType === Node.TEXT_NODE ? td.firstChild : '';
    const under = element('span', { class: 'under', 'aria-hidden': 'true' });
    under.append(text);
    td.prepend(under, field);
    td.classList.add('in');
    this.load();
    if (wanted) field.focus({ preventScroll: true });
    this.moving = false;
    if (wanted) field.select();
    if (wanted && !had) this.hooks.entered();
  }

  /** Takes the field away; the cell is plain text again. */
  lift() {
    const td = this.field.parentNode;
    if (!td) return;
    this.close();
    this.field.remove();
    td.classList.remove('in');
    td.firstElementChild.replaceWith(...td.firstElementChild.childNodes);
  }

  /** Shows the cell's text as it stands. */
  load() {
    this.was = this.row.cells[this.c];
    this.field.value = this.was;
    this.origin = this.field.value;
    this.setMode('ready');
    this.close();
    if (this.focused) this.field.select();
  }

  setMode(mode) {
    this.mode = mode;
    this.field.dataset.mode = mode;
    this.#grow();
  }

  /** Into the text, the caret last. */
  edit() {
    if (this.field.readOnly) return;
    this.setMode('edit');
    const end = this.field.value.length;
    this.field.setSelectionRange(end, end);
  }

  newLine() {
    if (this.field !== this.text) return;
    this.text.setRangeText('\n', this.text.selectionStart, this.text.selectionEnd, 'end');
    this.#typed();
  }

  #typed() {
    if (this.mode === 'ready') this.setMode('enter');
    this.#grow();
    if (this.field === this.combo) this.open(this.field.value);
    this.hooks.typed();
  }

  /** The field grows with its text while one writes. */
  #grow() {
    const { style } = this.text;
    style.height = '';
    if (this.field === this.text && this.mode !== 'ready' && this.text.scrollHeight > this.text.clientHeight) {
      style.height = `${this.text.scrollHeight + 2}px`;
    }
  }

  get opened() {
    return !this.list.hidden;
  }

  /** Opens the list: all choices, or those that hold a text, those that begin with it first. */
  open(text) {
    const { choices } = this.sheet.columns[this.c];
    if (this.field !== this.combo || this.field.readOnly) return;
    const asked = text?.toLowerCase();
    const begins = (choice) => choice.toLowerCase().startsWith(asked);
    const found = asked
      ? choices.filter((choice) => choice.toLowerCase().includes(asked)).sort((a, b) => begins(b) - begins(a))
      : choices;
    this.list.replaceChildren(
      ...found.map((choice, i) => element('li', { role: 'option', id: `grid-choice-${i}`, 'aria-selected': 'false' }, choice)),
    );
    this.list.hidden = !found.length;
    this.combo.setAttribute('aria-expanded', String(found.length > 0));
    this.#light(asked === undefined ? found.indexOf(this.combo.value) : -1);
    if (found.length) beside(this.list, this.field);
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.combo.setAttribute('aria-expanded', 'false');
    this.#light(-1);
  }

  #light(i) {
    this.lit?.setAttribute('aria-selected', 'false');
    this.lit = this.list.children[i];
    this.lit?.setAttribute('aria-selected', 'true');
    this.lit?.scrollIntoView({ block: 'nearest' });
    if (this.lit) this.combo.setAttribute('aria-activedescendant', this.lit.id);
    else this.combo.removeAttribute('aria-activedescendant');
  }

  #pick(option) {
    this.combo.value = option.textContent;
    this.close();
    this.hooks.picked();
  }

  /** What a key does to the open list; whether it was taken. */
  listKey(event) {
    if (!this.opened) return false;
    const options = [...this.list.children];
    const at = options.indexOf(this.lit);
    const { key } = event;
    if (key === 'ArrowDown' && !event.altKey) this.#light((at + 1) % options.length);
    else if (key === 'ArrowUp' && !event.altKey) this.#light(at <= 0 ? options.length - 1 : at - 1);
    else if (key === 'Escape' || (event.altKey && /^Arrow(Up|Down)$/.test(key))) this.close();
    else if ((key === 'Enter' || key === 'Tab') && this.lit) {
      this.combo.value = this.lit.textContent;
      this.close();
      return false;
    } else return false;
    return true;
  }
}
