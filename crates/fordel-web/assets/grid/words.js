// The sentences that the page brings along, with what they tell filled in; and numbers as people type them.

export const words = (texts) => (key, values = {}) =>
  texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** The number a person typed (`1 234,5`), or null. */
export function number(text) {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
