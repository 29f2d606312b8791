// The panel beside the table: what is told of the row that one stands in, as the server draws it. It follows once one has come to rest.

export class Panel {
  constructor(root, back) {
    this.place = root.querySelector('#grid-row');
    this.button = root.querySelector('[data-do=about]');
    this.place.addEventListener('keydown', ({ key }) => key === 'Escape' && back());
    this.place.addEventListener('focusout', () => this.soon());
  }

  /** Opens or closes it; the address says so. */
  toggle() {
    const open = !this.place.toggleAttribute('hidden');
    this.button.setAttribute('aria-expanded', open);
    const address = new URL(location);
    address.searchParams[open ? 'set' : 'delete']('om', '1');
    history.replaceState(null, '', address);
    this.soon();
  }

  /** All about the row lies at this address; a row that isn't saved has none. */
  follow(address) {
    if (address === this.address) return;
    this.address = address;
    this.soon();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#fetch(), 250);
  }

  async #fetch() {
    const { place, address, timer } = this;
    if (place.hidden) return;
    const answer = address && (await fetch(address, { headers: { 'X-Fordel': '1' } }).catch(() => null));
    const told = (answer?.ok && (await answer.text().catch(() => ''))) || place.dataset.none;
    // Whoever reads it by keys loses nothing under way: leaving it asks again.
    if (timer !== this.timer || told === this.told || place.contains(document.activeElement)) return;
    this.told = told;
    place.innerHTML = told;
  }
}
