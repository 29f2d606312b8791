// The board: cards are moved by drag, by keys and by their menus; each move is saved at once and can be undone.

import { elsewhere, failure, filled, put, say, send, watched } from "./by-hand.js";

const board = document.getElementById("board");
const form = document.getElementById("moving");
const words = JSON.parse(board?.dataset.words ?? "{}");
const groups = JSON.parse(board?.dataset.groups ?? "[]");
const rules = [...document.querySelectorAll("#rules > li")].map((rule) => rule.textContent);
const columns = [...document.querySelectorAll(".column")];
const undoable = [];
// What can be undone outlives the page beside the version that it is of: where that is another now, something else was changed.
const kept = `board-undo:${board?.dataset.address}`;
let sending = Promise.resolve();

const cards = (column) => [...column.querySelectorAll(".card")];
const columnOf = (card) => columns[Number(card.dataset.group)];
const rule = (card, group) => rules[(card.dataset.rules ?? "").split(",")[group] || -1];
const handle = (card) => card.querySelector("summary");

// ---- Where a card may go ----

/// Marks each column: whether it may take the card, and why not.
const lift = (card) => {
  board.dataset.lifted = "true";
  columns.forEach((column, group) => {
    const why = rule(card, group);
    column.toggleAttribute("data-may-not", why !== undefined);
    const told = column.querySelector(".refused");
    told.hidden = why === undefined;
    told.textContent = why ?? "";
  });
};

const lower = () => {
  delete board.dataset.lifted;
  for (const column of columns) {
    column.removeAttribute("data-may-not");
    column.removeAttribute("data-target");
    column.querySelector(".refused").hidden = true;
  }
};

// ---- Moving ----

/// Puts a card in its column, in the order of the sheet.
const settle = (card, group) => {
  const list = columns[group].querySelector(".cards");
  const after = cards(columns[group]).find((other) => other !== card && Number(other.dataset.at) > Number(card.dataset.at));
  list.insertBefore(card, after ?? null);
  card.dataset.group = group;
};

/// A card as the server draws it now, in place of the one that is shown.
const redraw = (id, markup, group) => {
  const old = document.getElementById(id);
  if (!old) return null;
  const template = document.createElement("template");
  template.innerHTML = markup;
  const fresh = template.content.firstElementChild;
  fresh.dataset.at = old.dataset.at;
  fresh.dataset.rules = old.dataset.rules ?? "";
  old.replaceWith(fresh);
  settle(fresh, group);
  return fresh;
};

const move = async (value, focus, undoes = false) => {
  const [row, days, to] = value.split(".");
  const group = Number(to);
  const card = document.getElementById(`k${row}-${days}`);
  const from = card ? Number(card.dataset.group) : null;
  if (from === group) return;
  const change = { kind: "move", row: Number(row), days: [...days].map(Number), group: groups[group][0] };
  say(words.saving);
  card?.setAttribute("data-saving", "");
  const { status, told } = await send(board, [change], { page: "board" });
  card?.removeAttribute("data-saving");
  if (status === 409) {
    put(board, told);
    for (const [id, place] of Object.entries(told.stand ?? {})) {
      const other = document.getElementById(id);
      if (other && Number(other.dataset.group) !== place) settle(other, place);
    }
    undoable.length = 0;
    warn(words.stale);
    return;
  }
  if (status !== 200) {
    warn(failure(status, told, words));
    return;
  }
  if (elsewhere(board, told)) {
    say(words.copying);
    const query = new URLSearchParams(location.search);
    query.set("flyttet", `${row}.${days}.${from ?? told.stand?.[`k${row}-${days}`]}`);
    location.assign(`${told.address}/board?${query}#k${row}-${days}`);
    return;
  }
  if (undoes) undoable.pop();
  else if (from !== null) undoable.push(`${row}.${days}.${from}`);
  put(board, told);
  remember();
  let fresh = null;
  for (const [id, markup] of Object.entries(told.cards ?? {})) fresh = redraw(id, markup, told.stand[id]) ?? fresh;
  offerUndo();
  if (fresh) {
    watch(fresh);
    if (focus) handle(fresh).focus();
    const [one, two] = [groups[from], groups[group]];
    say(filled(words.moved, { task: fresh.dataset.task, from: one?.[1] ?? "", to: two[1] }));
  }
};

/// One move after another: each is made on the version that the one before gave.
const queue = (value, focus) => {
  sending = sending.then(() => move(value, focus));
};

/// Takes back what was moved last of what hasn't been taken back.
const undo = (focus) => {
  sending = sending.then(() => (undoable.length ? move(undoable.at(-1), focus, true) : inform(words.nothing)));
};

/// Keeps what can be undone; the address tells the last of it, so that the page offers it when it is loaded anew.
const remember = () => {
  sessionStorage.setItem(kept, JSON.stringify([board.dataset.version, undoable]));
  const here = new URL(location);
  here.searchParams.delete("flyttet");
  if (undoable.length) here.searchParams.set("flyttet", undoable.at(-1));
  history.replaceState(null, "", here);
};

const strip = document.getElementById("strip");
const warn = (text) => {
  say(text);
  strip.querySelector(".warned")?.remove();
  const told = document.createElement("p");
  told.className = "warned";
  told.textContent = `▲ ${text}`;
  strip.prepend(told);
};

/// News that isn't a warning.
const inform = (text) => {
  warn(text);
  const told = strip.querySelector(".warned");
  told.className = "warned told";
  told.textContent = text;
};

/// The strip's button undoes what was moved last, then the move before it.
const offerUndo = () => {
  const button = strip.querySelector("[data-undo]");
  if (!button) return;
  const last = undoable.at(-1);
  if (last) button.value = last;
  else button.remove();
};

// ---- By drag ----

let dragged = null;

const watch = (card) => {
  if (!card.draggable) return;
  card.addEventListener("dragstart", (event) => {
    dragged = card;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.dataset.task);
    lift(card);
  });
  card.addEventListener("dragend", () => {
    dragged = null;
    lower();
  });
};

columns.forEach((column, group) => {
  column.addEventListener("dragover", (event) => {
    if (!dragged || rule(dragged, group) !== undefined) return;
    event.preventDefault();
    for (const other of columns) other.toggleAttribute("data-target", other === column);
  });
  column.addEventListener("drop", (event) => {
    if (!dragged || rule(dragged, group) !== undefined) return;
    event.preventDefault();
    queue(`${dragged.dataset.card}.${group}`, false);
  });
});

// ---- By keys ----

let choosing = null;

const choose = (card) => {
  choosing = { card, group: Number(card.dataset.group) };
  card.setAttribute("data-chosen", "");
  lift(card);
  aim(choosing.group, filled(words.choose, { task: card.dataset.task }));
};

const aim = (group, lead) => {
  choosing.group = group;
  columns.forEach((column, at) => column.toggleAttribute("data-target", at === group));
  columns[group].scrollIntoView({ block: "nearest", inline: "nearest" });
  const why = rule(choosing.card, group);
  const text = filled(why === undefined ? words.target : words.refused, { group: groups[group][1], why });
  say(lead ?? text);
};

const done = () => {
  const { card } = choosing;
  card.removeAttribute("data-chosen");
  choosing = null;
  lower();
  return card;
};

/// Moves the chosen card, if the group may have it; else says why not and goes on choosing.
const take = (group) => {
  if (group === Number(choosing.card.dataset.group)) {
    done();
    say(words.cancelled);
  } else if (rule(choosing.card, group) !== undefined) {
    aim(group);
  } else {
    queue(`${done().dataset.card}.${group}`, true);
  }
};

/// The group that a key names: its place from the left, or the first letter of its code; several of the same letter take turns.
const named = (key) => {
  if (/^[1-9]$/.test(key)) return groups[Number(key) - 1] ? Number(key) - 1 : null;
  const fits = groups.map((group, at) => at).filter((at) => groups[at][0].toLowerCase().startsWith(key.toLowerCase()));
  return fits.find((at) => at > choosing.group) ?? fits[0] ?? null;
};

const whileChoosing = (event) => {
  const last = groups.length - 1;
  if (event.key === "Escape") {
    handle(done()).focus();
    say(words.cancelled);
  } else if (event.key === "ArrowRight") aim(Math.min(last, choosing.group + 1));
  else if (event.key === "ArrowLeft") aim(Math.max(0, choosing.group - 1));
  else if (event.key === "Enter" || event.key === " ") take(choosing.group);
  else if (event.key === "Tab") {
    done();
    say(words.cancelled);
    return;
  } else if (event.key.length === 1) {
    const group = named(event.key);
    if (group === null) return;
    const only = groups.filter(([code]) => code.toLowerCase().startsWith(event.key.toLowerCase())).length === 1;
    if (/^[1-9]$/.test(event.key) || only) take(group);
    else aim(group);
  } else return;
  event.preventDefault();
};

/// The card beside this one, in its column or the next that has any.
const beside = (card, key) => {
  const own = cards(columnOf(card));
  const at = own.indexOf(card);
  if (key === "ArrowDown") return own[at + 1];
  if (key === "ArrowUp") return own[at - 1];
  const step = key === "ArrowRight" ? 1 : -1;
  for (let group = Number(card.dataset.group) + step; columns[group]; group += step) {
    const theirs = cards(columns[group]);
    if (theirs.length) return theirs[Math.min(at, theirs.length - 1)];
  }
  return undefined;
};

board?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (choosing) {
    whileChoosing(event);
    return;
  }
  const card = event.target.closest?.(".card");
  if (!card || event.target !== handle(card)) return;
  if (event.key.startsWith("Arrow")) {
    const next = beside(card, event.key);
    if (next) {
      handle(next).focus();
      event.preventDefault();
    }
  } else if (event.key.toLowerCase() === "m" && form) {
    choose(card);
    event.preventDefault();
  }
});

document.addEventListener("keydown", (event) => {
  const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey;
  if (!asked || !form || event.target.matches?.("input, textarea, select")) return;
  event.preventDefault();
  undo(true);
});

// ---- By menus ----

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button) return;
  if (button.hasAttribute("formaction")) {
    // A pin stands in the sheet: the page is loaded anew with it, and is told what was moved last, so that it can still be undone.
    if (undoable.length) {
      const back = new URLSearchParams(form.elements.back.value);
      back.set("flyttet", undoable.at(-1));
      form.elements.back.value = back.toString();
    }
    return;
  }
  event.preventDefault();
  if (button.hasAttribute("data-undo")) undo(false);
  else queue(button.value, true);
});

// ---- By others ----

/// Shows what somebody else has moved. A card that one is moving stays in hand; what one could undo is no longer what stands there.
const others = (told, by) => {
  if (choosing) done();
  const at = document.activeElement?.closest?.(".card")?.id;
  for (const [id, markup] of Object.entries(told.cards ?? {})) {
    const old = document.getElementById(id);
    const open = old?.querySelector("details")?.open;
    const fresh = redraw(id, markup, told.stand[id]);
    if (!fresh) continue;
    fresh.querySelector("details").open = Boolean(open);
    watch(fresh);
    if (at === id) handle(fresh).focus();
  }
  for (const [id, place] of Object.entries(told.stand ?? {})) {
    const card = document.getElementById(id);
    if (card && Number(card.dataset.group) !== place) settle(card, place);
  }
  undoable.length = 0;
  if (by) inform(filled(words.live, { who: by }));
};

if (board) {
  if ("own" in board.dataset) watched(board, () => sending, {}, others);
  for (const card of board.querySelectorAll(".card")) watch(card);
  const offered = strip.querySelector("[data-undo]");
  const [version, moves] = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  if (version === board.dataset.version) undoable.push(...moves);
  if (!undoable.length && offered) undoable.push(offered.value);
  // The browser goes to the address's card by itself, and would take the focus from it.
  const shown = () => {
    const at = location.hash.startsWith("#k") ? document.getElementById(location.hash.slice(1)) : null;
    if (!at) return;
    at.scrollIntoView({ block: "center", inline: "center" });
    handle(at).focus({ preventScroll: true });
  };
  addEventListener("load", () => setTimeout(shown));
}
