// What the board and the staffing share: changes are sent, what they give is put in place, and said.

import { Stream } from "./stream.js";

const said = document.getElementById("said");

/// Says something to those who listen, and shows it where the page has a place for it.
export const say = (text) => {
  if (said) said.textContent = text;
};

/// A sentence with its words put in: `%task%`.
export const filled = (text, words) => text.replace(/%(\w+)%/g, (all, name) => words[name] ?? all);

/// Who the page was drawn for, as its forms say: nothing is sent as somebody who signed in after them.
const writer = () => document.querySelector('form[action*="skrevet_av="]')?.action.match(/skrevet_av=\d+/)[0] ?? "";

/// Sends changes. Gives the status (0: no connection) and what the server told.
export const send = async (place, changes, view) => {
  try {
    const answer = await fetch(`${place.dataset.address}/changes?${writer()}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Fordel": "1" },
      body: JSON.stringify({ version: Number(place.dataset.version), changes, view }),
    });
    const json = (answer.headers.get("content-type") ?? "").startsWith("application/json");
    return { status: answer.status, told: json ? await answer.json() : {} };
  } catch {
    return { status: 0, told: {} };
  }
};

/// Puts the program's own markup in its places, and remembers the version.
export const put = (place, told) => {
  place.dataset.version = told.version;
  for (const field of document.querySelectorAll('input[name="version"]')) field.value = told.version;
  for (const [id, markup] of Object.entries(told.markup ?? {})) {
    const element = document.getElementById(id);
    if (element && element.innerHTML !== markup) element.innerHTML = markup;
  }
};

/// Tells of what others change in the proposal that is shown: `shown` puts it in place, after what is on its way. `after`
/// gives a promise that is kept when nothing is on its way; `view` is the address's query for what the page shows.
export const watched = (place, after, view, shown) => {
  const number = Number(place.dataset.address.split("/").at(-1));
  const ask = async (cards) => {
    const answer = await fetch(`${place.dataset.address}/changes?${new URLSearchParams({ ...view, cards })}`, { headers: { "X-Fordel": "1" } }).catch(() => null);
    const told = answer?.ok ? await answer.json() : null;
    return told && told.version > Number(place.dataset.version) ? told : null;
  };
  const refresh = async (cards, by) => {
    const told = await ask(cards);
    if (!told) return;
    put(place, told);
    shown(told, by);
  };
  const missed = () => after().then(async () => (await ask("")) && refresh("all"));
  new Stream(place.dataset.address.replace(/\/p\/\d+$/, ""), {
    own: ({ number: changed, version, by, moved }) => {
      if (changed !== number) return;
      const cards = moved.map(([row, days]) => `${row}.${days.join("")}`).join(",");
      // Several versions may have come while one waited: then all is drawn anew.
      after().then(() => {
        const behind = version - Number(place.dataset.version);
        if (behind > 0) return refresh(behind === 1 ? cards : "all", by);
      });
    },
    lost: missed,
    open: missed,
  });
};

/// Whether the changes were made in another proposal: the copy that the first change makes.
export const elsewhere = (place, told) => told.address !== undefined && told.address !== place.dataset.address;

/// What to say where changes weren't made.
export const failure = (status, told, words) => {
  if (status === 401) return words.login;
  return told.refused ?? words.failed;
};
