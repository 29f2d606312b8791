// The grid: puts its parts together on the page that `src/grid.rs` has drawn.
//
// POST {unit}/edits {"batch", "edits": [{"row","column","was","now"} | {"temp","sheet","after","cells"} | {"row","remove"}]}
//   answers {"revision", "rows": {temp: id}, "conflicts": [{"row","column","mine","theirs","by"}]} when it is on disk.
//   A batch that is sent again (its answer was lost) gets the first one's answer. A new row goes right after `after`.
// POST {unit}/undo, /redo; GET {unit}/complaints; POST {unit}/here; GET {unit}/events (change, here, talk).

import { Changes, wire } from './changes.js';
import { Complaints } from './complaints.js';
import { Conflicts } from './conflicts.js';
import { Cursor } from './cursor.js';
import { Editor } from './editor.js';
import { listen } from './keys.js';
import { Live } from './live.js';
import { Notices } from './notices.js';
import { Panel } from './panel.js';
import { Saver } from './saving.js';
import { Sheet } from './sheet.js';
import { Views } from './views.js';
import { Widths } from './widths.js';
import { number, words } from './words.js';

function start(root) {
  const { columns, faults, texts } = JSON.parse(root.querySelector('#grid-data').textContent);
  const { unit, keep, login, lang, person } = root.dataset;
  const part = (name) => root.querySelector(`#grid-${name}`);
  const say = words(texts);
  const sheet = new Sheet(root, columns, say);
  const notices = new Notices(root);
  const tell = (key, values) => notices.tell(say(key, values));
  const figure = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const clock = () => new Date().toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });

  // ---- Saving ----
  const retry = [say('retry'), () => saver.retry()];
  const discard = [say('discard'), () => {
    if (!confirm(say('discard-sure'))) return;
    saver.discard();
    location.reload();
  }];
  function told(state, answer) {
    const saved = part('saved');
    saved.dataset.state = state;
    if (state === 'waiting') return;
    const buttons = { offline: [retry], busy: [retry], login: [[say('login-open'), login], retry], refused: [retry, discard] };
    // Of what wasn't taken (no state) its notice says so, and where.
    const words = state && say(state in buttons ? 'unsaved' : state, { time: clock() });
    if (saved.textContent !== words) saved.textContent = words;
    const why = answer?.wrong?.map(({ sentence }) => sentence) ?? [];
    for (const name in buttons) {
      if (name === state) notices.show(name, [say(name), ...why].join(' '), buttons[name]);
      else notices.hide(name);
    }
  }
  function answered(item, answer) {
    if (item.way) tell(answer.undone ? (item.way === 'undo' ? 'undone' : 'redone') : `nothing-to-${item.way}`);
    const left = answer.conflicts ?? [];
    if (item.way && left.length) warn('left', { count: left.length });
    for (const [temp, id] of Object.entries(answer.rows ?? {})) {
      const row = sheet.byId.get(temp);
      const twin = sheet.byId.get(String(id));
      // A reload before the answer: the page has brought the row already.
      if (row && twin) sheet.remove(twin);
      if (row) sheet.rename(row, String(id));
    }
    for (const { row: id, column, mine, theirs, removed, by } of item.way ? [] : left) {
      const row = sheet.byId.get(String(id));
      const c = sheet.index.get(column);
      if (!row || removed) live.gone({ row: id, column, value: mine, by });
      else if (c !== undefined) conflicts.add(row, c, { mine: saver.waits(row.id, column) ? row.cells[c] : mine, theirs, by });
    }
    sheet.number();
    live.seen(answer.revision);
    complaints.soon();
    status();
    refresh();
  }
  const saver = new Saver({ unit, person, keep: `fordel-grid:${keep}:${sheet.name}`, answered, told });

  // ---- Where one stands ----
  const editor = new Editor(sheet, {
    typed: () => {
      const { row, c, was, field: { value: now } } = editor;
      if (row !== sheet.blank) saver.write({ row: wire(row.id), column: columns[c].name, was, now });
      else saver.write(now && changes.added(row, { [c]: now }));
    },
    left: () => commit(),
    picked: () => commit(),
  });
  const cursor = new Cursor(sheet, editor, (shifted) => {
    status();
    figures();
    if (shifted && editor.focused) live.here();
  });
  const panel = new Panel(root, () => !cursor.empty && editor.field.focus());
  /** The ways to what is told of the row, the last one to all of it; one that isn't saved yet has none. */
  function ways() {
    const place = part('beside');
    const { row } = cursor;
    place.hidden = !row || !/^\d+$/.test(row.id);
    if (!place.hidden) {
      place.firstChild.textContent = `${row.n + 1} ${row.cells[sheet.named] ?? ''}`;
      for (const link of place.querySelectorAll('a')) link.href = link.dataset.address + row.id;
    }
    panel.follow(place.hidden ? '' : place.lastChild.href);
  }
  function status() {
    ways();
    if (cursor.empty) return;
    const conflict = conflicts.of(cursor.row, cursor.c);
    const said = cursor.row.said.get(cursor.c) ?? [];
    const sentences = said.map(({ sentence }) => sentence);
    if (conflict) sentences.unshift(say('conflict-status', conflicts.values(conflict)));
    const place = part('status');
    const text = sentences.join(' ');
    if (place.textContent !== text) place.textContent = text;
    place.className = `grid-status ${conflict ? 'conflict' : (said[0]?.severity ?? '')}`;
    conflicts.at(cursor.row, cursor.c);
  }
  function figures() {
    const place = part('figures');
    if (cursor.empty || cursor.single) {
      place.textContent = '';
      return;
    }
    const { rows, columns: wide } = cursor.rect();
    let [count, sum] = [0, 0];
    for (const { row, c } of cursor.cells()) {
      const value = number(row.cells[c]);
      if (value !== null) (count += 1), (sum += value);
    }
    const chosen = say('selected', { rows, columns: wide });
    place.textContent = count ? `${chosen} · ${say('figures', { count, sum: figure.format(sum) })}` : chosen;
    clearTimeout(figures.timer);
    figures.timer = setTimeout(() => notices.tell(chosen, true), 400);
  }

  /** Takes over what was written in the cell. */
  function commit() {
    if (cursor.empty) return;
    const { row, c, field, was, dirty } = editor;
    const now = field.value;
    saver.write(null);
    if (editor.idle) return;
    if (dirty) changes.set([{ row, c, now, was }]);
    editor.load();
  }

  // ---- What one does ----
  const conflicts = new Conflicts({
    sheet, saver, notices,
    decide: (row, c, now) => {
      changes.set([{ row, c, now }]);
      if (!saver.unsaved && !conflicts.all.size) told('saved');
      cursor.go(row, c, { focus: true });
    },
    show: (row, c) => {
      if (row.v < 0) views.all();
      cursor.go(row, c, { focus: true });
    },
  });
  const warn = (key, values) => notices.show(key, say(key, values), [[say('dismiss'), () => notices.hide(key)]]);
  const changes = new Changes({ sheet, saver, conflicts, tell, warn, changed: () => refresh() });

  /** After cells or rows changed: the field, the range, counts and sums follow. */
  function refresh() {
    if ((cursor.empty || cursor.row.gone) && sheet.view.length) cursor.go(sheet.view[0], cursor.c ?? 0, { reveal: false });
    if (!cursor.empty && editor.idle && editor.row.cells[editor.c] !== editor.was) editor.load();
    cursor.repaint();
    status();
    views.soon();
  }

  const rowsChosen = () => {
    const { top, bottom } = cursor.rect();
    return sheet.view.slice(top, bottom + 1);
  };
  const grid = {
    sheet, editor, cursor, changes, conflicts, saver, commit, tell,
    save: () => {
      if (saver.unsaved) saver.retry();
      else told('saved');
      tell(saver.unsaved ? 'saving' : 'saved', { time: clock() });
    },
    back: (way) => saver.back(way),
    add: () => {
      commit();
      const rows = cursor.empty ? sheet.rows.slice(-1) : rowsChosen();
      cursor.go(changes.insert(rows.at(-1), rows.length || 1), Math.max(sheet.named, 0), { focus: true });
    },
    remove: () => {
      if (cursor.empty) return;
      commit();
      const { c } = cursor;
      const rows = rowsChosen().filter((row) => row !== sheet.blank);
      if (!rows.length) return cursor.go(cursor.step(cursor, -1, 0).row, c, { focus: true });
      const next = sheet.view[rows.at(-1).v + 1] ?? sheet.view[rows[0].v - 1];
      editor.lift();
      cursor.row = null;
      if (next) cursor.go(next, c, { focus: true, reveal: false });
      changes.remove(rows);
      if (next) cursor.reveal(next, c);
    },
    fault: (way) => {
      const faulty = (row, c) => row.said.get(c)?.[0].severity === 'fault' || conflicts.of(row, c);
      const wide = columns.length;
      const total = sheet.view.length * wide;
      const from = cursor.row.v * wide + cursor.c;
      for (let step = 1; step <= total; step++) {
        const at = (from + way * step + total * 2) % total;
        const [row, c] = [sheet.view[Math.floor(at / wide)], at % wide];
        if (faulty(row, c)) return cursor.go(row, c);
      }
      return tell('no-faults');
    },
    widen: (steps) => {
      if (cursor.empty) return;
      const width = widths.step(cursor.c, steps);
      tell('width', { column: columns[cursor.c].label, width });
      cursor.reveal(cursor.row, cursor.c);
    },
    wider: () => grid.widen(1),
    narrower: () => grid.widen(-1),
    help: () => part('keys').showModal(),
    about: () => {
      panel.toggle();
      if (!cursor.empty) cursor.reveal(cursor.row, cursor.c);
    },
    leave: () => root.querySelector('#grid-bar button').focus(),
    entered: () => {
      live.here();
      editor.field.select();
      // How one works here is said once.
      setTimeout(() => (editor.told = true), 1000);
    },
  };

  const views = new Views({
    sheet, language: lang,
    changed: () => {
      if (cursor.empty || cursor.row.gone || cursor.row.v < 0) {
        if (sheet.view.length) cursor.go(sheet.view[0], cursor.c ?? 0, { reveal: false });
        else if (!cursor.empty) {
          editor.lift();
          cursor.row = null;
          sheet.leave();
        }
      } else cursor.repaint();
    },
  });
  let marked = false;
  const complaints = new Complaints({
    sheet, unit, faults,
    marked: () => {
      status();
      panel.soon();
      if (!marked && views.query.get('feil')) views.apply();
      marked = true;
      views.soon();
    },
    revision: (revision) => live.seen(revision, false),
  });
  if (views.query.get('feil')) views.apply();
  const live = new Live({
    sheet, cursor, editor, saver, conflicts, notices, views, complaints, changed: () => refresh(), login: () => told('login'),
  });
  listen(grid);

  // ---- What the page has ready ----
  part('bar').hidden = false;
  part('how').hidden = false;
  const frozen = Number(/freeze-(\d)/.exec(sheet.table.className)[1]);
  const room = () => {
    const heads = sheet.table.tHead.rows[0].cells;
    const wide = matchMedia('(max-width: 40rem)').matches ? Math.min(frozen, 1) : frozen;
    const { style } = part('scroll');
    style.scrollPaddingBottom = `${sheet.table.tFoot?.offsetHeight ?? 0}px`;
    style.scrollPaddingTop = `${sheet.table.tHead.offsetHeight}px`;
    style.scrollPaddingLeft = `${Array.from(heads).slice(0, wide).reduce((sum, th) => sum + th.offsetWidth, 0)}px`;
  };
  const widths = new Widths(sheet, () => {
    room();
    conflicts.follow();
  });
  room();
  addEventListener('resize', () => {
    room();
    editor.close();
    conflicts.follow();
  });
  addEventListener('scroll', () => conflicts.follow(), { passive: true });
  root.querySelector('#grid-bar').addEventListener('click', ({ target }) => {
    const act = target.closest('[data-do]')?.dataset.do;
    if (!act) return;
    commit();
    if (act === 'undo' || act === 'redo') grid.back(act);
    else grid[act]();
  });
  root.querySelector('#grid-bar').addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || cursor.empty) return;
    event.preventDefault();
    editor.field.focus();
  });
  part('keys').addEventListener('close', () => !cursor.empty && editor.field.focus());
  addEventListener('pagehide', () => commit());

  const { queue, conflicts: kept } = saver.restored();
  for (const item of queue) changes.redo(item.edits);
  conflicts.restore(kept);
  if (sheet.view.length && cursor.empty) cursor.go(sheet.view[0], 0, { reveal: false });
  saver.write(null);
  saver.store('draft', null);
  saver.resume(queue);
  const [, id, column] = /^#r(\d+)(?::(.+))?$/.exec(decodeURIComponent(location.hash)) ?? [];
  const row = sheet.byId.get(id ?? views.query.get('rad'));
  if (row) {
    if (row.v < 0) views.all();
    cursor.go(row, sheet.index.get(column) ?? Math.max(sheet.named, 0), { focus: true });
  }
  if (views.query.has('om')) panel.toggle();
  refresh();
  root.dataset.ready = '';
  performance.mark('grid-ready');
}

const root = document.getElementById('grid');
if (root) start(root);
