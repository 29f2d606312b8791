// Keys, mouse and clipboard: what each does, as in Excel.

import { fromTable, fromText, toTable, toText } from './clipboard.js';

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function listen(grid) {
  const { sheet, editor, cursor, changes, conflicts, saver } = grid;
  let dragging = ''; // where the held mouse was last
  let leaving = false;

  const done = (event) => (event.preventDefault(), true);

  /** The row above or below; below the last one a new one begins. */
  function beyond(rows) {
    const { row } = cursor.step(cursor, rows, 0);
    return rows > 0 && row === cursor.row && row !== sheet.blank && sheet.mayEdit ? changes.foot() : row;
  }

  /** Enter and Tab: the next cell, within the chosen range if there is one. */
  function next(rows, columns) {
    if (!cursor.single) {
      const { top, bottom, left, right, rows: high, columns: wide } = cursor.rect();
      const [v, c] = [cursor.row.v - top, cursor.c - left];
      const all = high * wide;
      const at = rows ? (c * high + v + rows + all) % all : (v * wide + c + columns + all) % all;
      const [down, over] = rows ? [at % high, Math.floor(at / high)] : [Math.floor(at / wide), at % wide];
      cursor.within(sheet.view[Math.min(top + down, bottom)], Math.min(left + over, right));
      return true;
    }
    const { row, c, origin } = cursor;
    const to = c + columns;
    if (rows) cursor.go(beyond(rows), origin ?? c);
    else if (to >= 0 && to <= last()) cursor.go(row, to, { origin: origin ?? c });
    else if (sheet.view[row.v + columns]) cursor.go(sheet.view[row.v + columns], columns > 0 ? 0 : last());
    else return false;
    return true;
  }

  function arrows(event, ctrl) {
    const { shiftKey } = event;
    const [rows, columns] = ARROWS[event.key];
    if (rows > 0 && !ctrl && !shiftKey) return cursor.go(beyond(rows), cursor.c);
    const from = shiftKey ? cursor.far : cursor;
    const { row, c } = ctrl ? cursor.edge(from, rows, columns) : cursor.step(from, rows, columns);
    cursor[shiftKey ? 'extend' : 'go'](row, c);
  }

  function jump({ shiftKey }, rows, c) {
    const from = shiftKey ? cursor.far : cursor;
    cursor[shiftKey ? 'extend' : 'go'](cursor.step(from, rows, 0).row, c ?? from.c);
  }

  const all = () => sheet.view.length;
  const last = () => sheet.columns.length - 1;
  const clear = () => changes.set([...cursor.cells()].map((cell) => ({ ...cell, now: '' })));

  /** Keys that mean the same whether one writes or not. */
  function always(event, ctrl) {
    const { key, shiftKey } = event;
    if (ctrl && key.toLowerCase() === 's') {
      grid.commit();
      grid.save();
    } else if (key === 'Enter' && !ctrl && !event.altKey) {
      grid.commit();
      next(shiftKey ? -1 : 1, 0);
    } else if (key === 'Tab' && !ctrl && !event.altKey) {
      grid.commit();
      if (leaving || !next(0, shiftKey ? -1 : 1)) return false;
    } else if (key === 'F8') {
      grid.commit();
      grid.fault(shiftKey ? -1 : 1);
    } else if (key === 'F1') grid.help();
    else if (key === 'F4' && !ctrl && !event.altKey) grid.about();
    else if (key === 'F6') {
      grid.commit();
      grid.leave();
    } else return false;
    return done(event);
  }

  function writing(event, ctrl) {
    const { key } = event;
    if (key === 'Escape') editor.field.value = editor.origin, editor.load(), saver.write(null);
    else if (key === 'F2') editor.setMode(editor.mode === 'edit' ? 'enter' : 'edit');
    else if (key === 'Enter' && (event.altKey || ctrl)) editor.newLine();
    else if (key === 'ArrowDown' && event.altKey) editor.open();
    else if (editor.mode === 'enter' && !event.altKey && (ARROWS[key] || /^(Home|End|Page(Up|Down))$/.test(key))) {
      grid.commit();
      return standing(event, ctrl);
    } else return always(event, ctrl);
    return done(event);
  }

  function standing(event, ctrl) {
    const { key } = event;
    const letter = ctrl && !event.altKey ? key.toLowerCase() : '';
    const may = sheet.mayEdit;
    if (key === 'ArrowDown' && event.altKey) editor.open();
    else if (event.altKey && event.shiftKey && /^Arrow(Left|Right)$/.test(key)) grid.widen(key === 'ArrowRight' ? 1 : -1);
    else if (event.altKey) return false;
    else if (ARROWS[key]) arrows(event, ctrl);
    else if (key === 'Home') jump(event, ctrl ? -all() : 0, 0);
    else if (key === 'End') jump(event, ctrl ? all() : 0, last());
    else if (key === 'PageDown' && !ctrl) jump(event, cursor.page());
    else if (key === 'PageUp' && !ctrl) jump(event, -cursor.page());
    else if (key === 'Enter' && !ctrl && !event.shiftKey && conflicts.of(cursor.row, cursor.c)) conflicts.enter();
    else if (key === 'F2') editor.edit();
    else if (key === 'Delete' && may) clear();
    else if (letter === 'a') cursor.choose({ row: sheet.view[0], c: 0 }, { row: sheet.view.at(-1), c: last() });
    else if (letter === 'd' && may) fillDown();
    else if (letter === 'z' && may) grid.back(event.shiftKey ? 'redo' : 'undo');
    else if (letter === 'y' && may) grid.back('redo');
    else if (ctrl && key === '+' && may) grid.add();
    else if (ctrl && key === '-' && may) grid.remove();
    else return always(event, ctrl);
    return done(event);
  }

  function fillDown() {
    const { top, bottom } = cursor.rect();
    const from = top === bottom ? top - 1 : top;
    const below = [...cursor.cells()].filter(({ row }) => row.v > from);
    if (from >= 0) changes.set(below.map((cell) => ({ ...cell, now: sheet.view[from].cells[cell.c] })));
  }

  sheet.body.addEventListener('keydown', (event) => {
    if (event.isComposing || event.target !== editor.field) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (editor.listKey(event)) return void done(event);
    if (editor.mode === 'ready') standing(event, ctrl);
    else writing(event, ctrl);
    // Esc where there is nothing to take back: the next Tab leaves the table.
    if (!/^(Shift|Tab)$/.test(event.key)) leaving = event.key === 'Escape' && editor.mode === 'ready';
  });
  editor.hooks.entered = () => {
    leaving = false;
    grid.entered();
  };

  // ---- Mouse ----
  sheet.body.addEventListener('mousedown', (event) => {
    const at = sheet.at(event.target);
    // A heading takes the place from nobody.
    if (!at) event.preventDefault();
    if (!at || event.button > 1) return;
    const same = at.row === cursor.row && at.c === cursor.c;
    if (same && editor.mode !== 'ready') return;
    event.preventDefault();
    grid.commit();
    if (event.shiftKey) cursor.extend(at.row, at.c);
    else if (same && editor.focused && (event.detail > 1 || event.sourceCapabilities?.firesTouchEvents)) editor.edit();
    else cursor.go(at.row, at.c, { focus: true, reveal: false });
    dragging = `${event.clientX},${event.clientY}`;
  });
  // Where the sheet moves under a mouse that rests, a browser tells of it as if the mouse had moved.
  sheet.body.addEventListener('mouseover', (event) => {
    const at = dragging && dragging !== `${event.clientX},${event.clientY}` && sheet.at(event.target);
    if (at) dragging = `${event.clientX},${event.clientY}`;
    if (at && (at.row !== cursor.far.row || at.c !== cursor.far.c)) cursor.extend(at.row, at.c);
  });
  document.addEventListener('mouseup', () => (dragging = ''));
  cursor.scroll.addEventListener('scroll', () => {
    editor.close();
    conflicts.follow();
  });

  // ---- Clipboard ----
  const whole = (event) => !cursor.empty && event.target === editor.field && editor.mode === 'ready';

  function copy(event) {
    if (!whole(event)) return false;
    const { top, bottom, left, right } = cursor.rect();
    const rows = sheet.view.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1));
    event.clipboardData.setData('text/plain', toText(rows));
    event.clipboardData.setData('text/html', toTable(rows));
    return done(event);
  }
  document.addEventListener('copy', (event) => copy(event) && grid.tell('copied'));
  document.addEventListener('cut', (event) => {
    if (copy(event) && sheet.mayEdit) clear();
  });
  document.addEventListener('paste', (event) => {
    const intoEmpty = cursor.empty && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (!sheet.mayEdit || !(whole(event) || intoEmpty)) return;
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const clip = (html && fromTable(html)) || (text && fromText(text));
    if (!clip) return;
    if (intoEmpty) return void changes.paste({ row: null, c: 0 }, clip);
    const { top, left, rows, columns } = cursor.rect();
    const [high, wide] = [clip.length, Math.max(...clip.map((cells) => cells.length))];
    const corner = { row: sheet.view[top], c: left };
    const repeats = rows % high === 0 && columns % wide === 0;
    const filled = repeats
      ? Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => clip[r % high][c % wide] ?? ''))
      : clip;
    cursor.choose(corner, changes.paste(corner, filled));
  });
}
