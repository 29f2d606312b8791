// What happens in a unit, as it happens, told once to all tabs of a browser: one of them holds the connection and passes on what comes, since browsers grant few
// to each server. When it is closed another takes its place.

const TOLD = ['change', 'here', 'talk', 'proposal', 'own', 'lost'];
// Where the site isn't reached by https, or the browser is old, each tab has a connection of its own.
const sharing = Boolean(globalThis.navigator?.locks && globalThis.BroadcastChannel);

export class Stream {
  /** `acts`: what is done at each event by its name; `open` whenever something may have been missed. */
  constructor(unit, acts) {
    this.address = `${unit}/events`;
    this.acts = acts;
    if (sharing) this.#share();
    else this.#alone();
  }

  #act(name, data) {
    this.acts[name]?.(data);
  }

  #share() {
    const name = new URL(this.address, location.href).pathname;
    this.channel = new BroadcastChannel(name);
    this.channel.addEventListener('message', ({ data }) => {
      if (data.name !== 'join') this.#act(data.name, data.told);
      else if (this.there) this.channel.postMessage({ name: 'here', told: this.there });
    });
    this.channel.postMessage({ name: 'join' });
    // What happened since the page was drawn isn't told to whoever joins later.
    this.#act('open');
    navigator.locks.request(name, () => new Promise(() => this.#connect((event, told) => {
      if (event === 'here') this.there = told;
      this.channel.postMessage({ name: event, told });
      this.#act(event, told);
    }))).catch(() => this.#alone());
  }

  /** A tab that nobody sees lets go of its connection after a while, and catches up when it is seen again. */
  #alone() {
    const connect = () => this.#connect((name, told) => this.#act(name, told));
    connect();
    document.addEventListener('visibilitychange', () => {
      clearTimeout(this.resting);
      if (document.hidden) this.resting = setTimeout(() => this.source.close(), 10000);
      else if (this.source.readyState === EventSource.CLOSED) connect();
    });
  }

  #connect(tell) {
    this.source?.close();
    const source = (this.source = new EventSource(this.address));
    for (const name of TOLD) source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
    source.addEventListener('open', () => tell('open'));
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || source !== this.source) return;
      setTimeout(() => source === this.source && (sharing || !document.hidden) && this.#connect(tell), 5000);
    });
  }
}
