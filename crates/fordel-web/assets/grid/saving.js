// Sends what was changed, one request at a time and in order, until the server says that it is on disk. What isn't yet
// sent is kept in the browser's session storage (row ids, columns and values alone), so that a reload loses nothing.

const WAITS = [1, 2, 4, 8, 16, 30];
/** The most characters of edits in one message: well under what the server takes. */
const PART = 300000;

export const fresh = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('');

export class Saver {
  /** `answered(item, answer)` is called with each answer; `told(state)` when the state changes. */
  constructor({ unit, person, keep, answered, told }) {
    Object.assign(this, { unit, person, keep, answered, told, queue: [], mine: new Set(), failures: 0, halted: null });
    addEventListener('online', () => this.retry());
    // After logging in in another tab one comes back to this one.
    addEventListener('focus', () => this.halted === 'login' && this.retry());
    addEventListener('beforeunload', (event) => {
      if (!this.unsaved) return;
      event.preventDefault();
      event.returnValue = '';
    });
  }

  get unsaved() {
    return this.queue.length > 0 || Boolean(this.draft);
  }

  /** What an earlier visit left unsent: batches, and the cell that was being written in. */
  restored() {
    const read = (name) => JSON.parse(sessionStorage.getItem(`${this.keep}:${name}`) ?? 'null');
    try {
      const draft = read('draft');
      const queue = read('unsent') ?? [];
      if (draft) queue.push({ batch: fresh(), edits: [draft] });
      return { queue, conflicts: read('conflicts') ?? [] };
    } catch {
      return { queue: [], conflicts: [] };
    }
  }

  store(name, value) {
    try {
      if (value) sessionStorage.setItem(`${this.keep}:${name}`, JSON.stringify(value));
      else sessionStorage.removeItem(`${this.keep}:${name}`);
    } catch {
      // Without room in the storage the edits wait in the page, and leaving it is warned of.
    }
  }

  #store() {
    const unsent = this.queue.filter((item) => item.edits);
    this.store('unsent', unsent.length ? unsent : null);
  }

  /** The cell that is being written in, or null. */
  write(draft) {
    if (!draft && !this.draft) return;
    this.draft = draft;
    this.store('draft', draft);
  }

  resume(queue) {
    for (const item of queue) this.mine.add(item.batch);
    this.queue.push(...queue);
    this.#store();
    this.#pump();
  }

  /** One step of undoing, in as many parts of one name as the server's limit on a message asks for. */
  add(edits) {
    const batch = fresh();
    this.mine.add(batch);
    let size = PART;
    for (const edit of edits) {
      size += JSON.stringify(edit).length;
      if (size > PART) {
        this.queue.push({ batch, edits: [] });
        size = 0;
      }
      this.queue.at(-1).edits.push(edit);
    }
    this.#store();
    this.#pump();
  }

  /** `undo` or `redo`, after all that waits. */
  back(way) {
    this.queue.push({ way, batch: fresh() });
    this.#pump();
  }

  /** Whether a cell waits to be sent. */
  waits(row, column) {
    return this.queue.some((item) => item.edits?.some((edit) =>
      (String(edit.row) === row && edit.column === column) || (edit.temp === row && column in edit.cells)));
  }

  /** What waits for a row. */
  of(row) {
    return this.queue.flatMap((item) => item.edits ?? []).filter((edit) => String(edit.row) === row && 'column' in edit);
  }

  retry() {
    this.halted = null;
    clearTimeout(this.timer);
    this.#pump();
  }

  /** Gives up all that waits. */
  discard() {
    this.queue = [];
    this.halted = null;
    this.#store();
    this.told('saved');
  }

  async #pump() {
    if (this.busy || this.halted) return;
    const item = this.queue[0];
    if (!item) return;
    this.busy = true;
    this.told('waiting');
    const slow = setTimeout(() => this.failures || this.told('saving'), 300);
    const { outcome, answer } = await this.#send(item);
    clearTimeout(slow);
    this.busy = false;
    if (outcome === 'answered') {
      this.failures = 0;
      if (this.queue[0] === item) this.queue.shift();
      for (const [temp, id] of Object.entries(answer.rows ?? {})) this.#rename(temp, id);
      this.#store();
      this.answered(item, answer);
      // Where nothing of the message was taken, nothing was saved: no state.
      if (!this.queue.length) this.told(answer.conflicts?.length >= item.edits?.length ? '' : 'saved');
      this.#pump();
    } else if (outcome === 'later') {
      const wait = WAITS[Math.min(this.failures++, WAITS.length - 1)];
      this.timer = setTimeout(() => this.#pump(), wait * 1000);
      this.told(answer ? 'busy' : 'offline');
    } else {
      this.halted = outcome;
      this.told(outcome, answer);
    }
  }

  async #send(item) {
    try {
      // Whoever signs in next may be somebody else: what waits is sent as nobody but who wrote it.
      const response = await fetch(`${this.unit}/${item.way ?? 'edits'}?skrevet_av=${this.person}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Fordel': '1' },
        body: JSON.stringify({ batch: item.batch, edits: item.edits }),
        signal: AbortSignal.timeout(30000),
      });
      const { status, redirected } = response;
      const json = response.headers.get('Content-Type')?.includes('json');
      if (status === 401 || redirected) return { outcome: 'login' };
      if (status >= 500 || status === 408 || status === 429) return { outcome: 'later', answer: {} };
      const answer = json ? await response.json() : {};
      if (json && (response.ok || (status === 409 && answer.conflicts))) return { outcome: 'answered', answer };
      return { outcome: 'refused', answer };
    } catch {
      return { outcome: 'later' };
    }
  }

  /** A row that the server now has is called by its lasting id in all that waits. */
  #rename(temp, id) {
    for (const edit of [...this.queue.flatMap((item) => item.edits ?? []), this.draft ?? {}]) {
      if (edit.row === temp) edit.row = id;
      if (edit.after === temp) edit.after = id;
    }
    this.write(this.draft);
  }
}
