// The heads: each change is saved as it is made, and what no longer holds is marked at once.

import { elsewhere, failure, filled, put, say, send, watched } from "./by-hand.js";

const place = document.getElementById("staffing");
const form = document.getElementById("heads");
const words = JSON.parse(place?.dataset.words ?? "{}");
const fields = () => [...document.querySelectorAll('input[form="heads"][name^="h."]')];
const undoable = [];
let sending = Promise.resolve();

/// What a field stands for: the shift's place, and the day.
const parts = (field) => {
  const [, shift, day] = field.name.split(".");
  return { shift, day: Number(day) };
};

/// The fields of the same shift that are to be alike: Monday to Friday, or Saturday and Sunday.
const alike = (field) => {
  const own = parts(field);
  const weekend = own.day > 5;
  return fields().filter((other) => {
    const of = parts(other);
    return of.shift === own.shift && of.day > 5 === weekend;
  });
};

const whole = (text) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

const mark = (red) => {
  for (const field of fields()) {
    const bad = red.includes(field.name);
    field.closest("td").toggleAttribute("data-red", bad);
    if (bad) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }
};

/// Shows heads as they are now. What is being typed meanwhile stays; what is saved is what it is held against.
const show = (told, takes) => {
  for (const field of fields()) {
    const heads = told.heads?.[field.name];
    if (heads === undefined) continue;
    if (takes(field, heads)) field.value = heads;
    field.dataset.was = heads;
  }
  mark(told.red ?? []);
};

/// Sends what the fields hold that differs from what is saved. `then` are the values that it is sent from, to undo.
const save = async (changed, remember) => {
  const rows = JSON.parse(place.dataset.shifts);
  const wanted = changed.filter((field) => Number(field.dataset.was) !== whole(field.value));
  if (!wanted.length) return;
  const before = wanted.map((field) => [field.name, field.dataset.was]);
  const changes = wanted.map((field) => {
    const { shift, day } = parts(field);
    return { kind: "heads", group: rows[shift][0], shift: rows[shift][1], day, heads: whole(field.value) };
  });
  say(words.saving);
  const view = { page: "staffing", group: place.dataset.group, day: Number(place.dataset.day) };
  const { status, told } = await send(place, changes, view);
  if (status !== 200 && status !== 409) {
    say(failure(status, told, words));
    return;
  }
  if (elsewhere(place, told)) {
    say(words.copying);
    location.assign(`${told.address}/staffing${location.search}#${wanted[0].name}`);
    return;
  }
  put(place, told);
  show(told, (field, heads) => status === 409 || whole(field.value) === heads || changed.includes(field));
  if (status === 409) undoable.length = 0;
  else if (remember) undoable.push(before);
  say(status === 409 ? words.stale : `${words.saved} ${told.told ?? ""}`);
};

const queue = (changed, remember = true) => {
  sending = sending.then(() => save(changed, remember));
};

place?.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches?.('input[name^="h."]')) return;
  if (whole(field.value) === null) {
    field.setAttribute("aria-invalid", "true");
    say(`${field.getAttribute("aria-label")}: ${words.number}`);
    return;
  }
  const together = form.elements.alike?.checked ? alike(field) : [field];
  for (const other of together) other.value = field.value;
  queue(together);
});

/// Arrows go between cells, as in a sheet.
place?.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.ctrlKey && event.key.toLowerCase() === "z" && undoable.length && (!field.matches?.("input") || field.value === field.dataset.was)) {
    event.preventDefault();
    const back = undoable.pop();
    const changed = back.map(([name, heads]) => {
      const cell = document.getElementById(name);
      cell.value = heads;
      return cell;
    });
    queue(changed, false);
    return;
  }
  if (!field.matches?.('input[name^="h."]')) return;
  // No number holds a question mark: it asks why.
  if (event.key === "?") {
    event.preventDefault();
    const why = field.parentElement.querySelector("a.why");
    sending.then(() => location.assign(why.href));
    return;
  }
  const { shift, day } = parts(field);
  const all = fields();
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  let next;
  if (step) {
    const column = all.filter((other) => parts(other).day === day);
    next = column[column.indexOf(field) + step];
  } else if (event.key === "ArrowLeft" && field.selectionStart === 0) {
    next = all.filter((other) => parts(other).shift === shift && parts(other).day < day).at(-1);
  } else if (event.key === "ArrowRight" && field.selectionEnd === field.value.length) {
    next = all.find((other) => parts(other).shift === shift && parts(other).day > day);
  }
  if (event.key === "Enter") event.preventDefault();
  if (next) {
    event.preventDefault();
    next.focus();
    next.select();
  }
});

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const faulty = fields().find((field) => whole(field.value) === null);
  if (faulty) {
    say(`${faulty.getAttribute("aria-label")}: ${words.number}`);
    faulty.focus();
    return;
  }
  queue(fields());
});

// What others change is shown as it happens.
if (place && "own" in place.dataset) {
  const others = (told, by) => {
    show(told, (field) => field !== document.activeElement || field.value === field.dataset.was);
    undoable.length = 0;
    if (by) say(filled(words.live, { who: by }));
  };
  watched(place, () => sending, { group: place.dataset.group, day: place.dataset.day }, others);
}

// With the key for it, the way to each answer isn't a stop of its own between two cells.
for (const why of document.querySelectorAll("table.heads td:has(input) a.why")) why.tabIndex = -1;

// Each change is saved as it is made: the button is for those without script.
const button = form?.querySelector(".save");
if (button) button.hidden = true;
if (location.hash.startsWith("#h.")) document.getElementById(location.hash.slice(1))?.focus();
