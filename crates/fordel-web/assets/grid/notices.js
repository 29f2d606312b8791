// What must be said above the table until it is dealt with; and what is said in passing, to those who hear the page.

import { element } from './words.js';

export class Notices {
  constructor(root) {
    this.place = root.querySelector('#grid-notice');
    this.said = root.querySelector('#grid-said');
    this.shown = new Map();
  }

  /** Shows a notice by its name, in the place of the one it had; each button is [words, what it does or where it leads]. */
  show(name, text, buttons) {
    const made = element('p', {}, text, ...buttons.map(([words, act]) => (typeof act === 'string'
      ? element('a', { href: act, target: '_blank', rel: 'noopener' }, words)
      : element('button', { type: 'button', onclick: act }, words))));
    const old = this.shown.get(name);
    if (old?.textContent === made.textContent) return;
    this.shown.set(name, made);
    if (old) old.replaceWith(made);
    else this.place.append(made);
    this.place.hidden = false;
  }

  hide(name) {
    this.shown.get(name)?.remove();
    this.shown.delete(name);
    this.place.hidden = !this.shown.size;
  }

  /** Says something in passing; what is said at once is said together. `heard`: it is seen elsewhere already. */
  tell(text, heard = false) {
    this.saying = this.saying ? `${this.saying} ${text}` : text;
    this.said.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.said.classList.toggle('grid-hidden', heard);
      this.said.textContent = this.saying;
      this.saying = '';
      this.timer = setTimeout(() => (this.said.textContent = ''), 10000);
    }, 50);
  }
}
