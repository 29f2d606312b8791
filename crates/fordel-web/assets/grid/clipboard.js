// What is copied and pasted: tab-separated text as Excel writes it, and tables of other programs.

const quoted = (text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows of cells as tab-separated text. */
export const toText = (rows) => rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');

/** Rows of cells as a table. */
export function toTable(rows) {
  const table = document.createElement('table');
  for (const cells of rows) {
    const tr = table.insertRow();
    for (const cell of cells) {
      const td = tr.insertCell();
      cell.split('\n').forEach((line, i) => td.append(...(i ? [document.createElement('br'), line] : [line])));
    }
  }
  return table.outerHTML;
}

/**
 * Rows of cells from tab-separated text. A cell in quotes may hold tabs, line breaks and doubled quotes; a quote that
 * doesn't close before a tab or a line's end is a quote like any other.
 */
export function fromText(text) {
  const rows = [[]];
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const closed = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
  for (let at = 0; at <= whole.length; at++) {
    closed.lastIndex = at;
    const inQuotes = whole[at] === '"' && closed.exec(whole);
    let cell;
    if (inQuotes) {
      cell = inQuotes[1].replaceAll('""', '"');
      at = closed.lastIndex;
    } else {
      const start = at;
      while (at < whole.length && whole[at] !== '\t' && whole[at] !== '\n') at++;
      cell = whole.slice(start, at);
    }
    rows.at(-1).push(cell);
    if (whole[at] === '\n') rows.push([]);
  }
  return rows;
}

/** The text of a cell of another program's table: line breaks where it breaks lines. */
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[ \t\r\n]+/g, ' ').replaceAll('\u00a0', ' ');
  if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT)$/.test(node.tagName)) return '';
  if (node.tagName === 'BR') return '\n';
  const inside = Array.from(node.childNodes, textOf).join('');
  return /^(P|DIV|LI)$/.test(node.tagName) ? `\n${inside.trim()}\n` : inside;
}

/** Rows of cells from the first table in a page, or null. Cells over several columns or rows leave the others empty. */
export function fromTable(page) {
  // A template's content belongs to no page: its styles and scripts are never looked at.
  const template = document.createElement('template');
  template.innerHTML = page;
  const table = template.content.querySelector('table');
  if (!table?.rows.length) return null;
  const rows = Array.from(table.rows, () => []);
  Array.from(table.rows).forEach((tr, r) => {
    let c = 0;
    for (const td of tr.cells) {
      while (rows[r][c] !== undefined) c++;
      const { colSpan: wide, rowSpan: high } = td;
      for (let down = 0; down < Math.min(high, rows.length - r); down++) {
        for (let right = 0; right < wide; right++) rows[r + down][c + right] = '';
      }
      rows[r][c] = textOf(td).replace(/ *\n */g, '\n').replace(/\n{2,}/g, '\n').trim();
      c += wide;
    }
  });
  const columns = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => Array.from({ length: columns }, (_, c) => cells[c] ?? ''));
}
