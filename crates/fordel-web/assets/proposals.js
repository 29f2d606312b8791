// Follows proposals that are being made: tells what they have so far, and shows the page anew when one is done.

import { Stream } from "./stream.js";

const sections = [...document.querySelectorAll("[data-proposal]")];
const unit = sections[0]?.dataset.events.replace(/\/events$/, "");
let last = 0;

/// The server has the words; where the proposal is done, the page shows it.
const ask = async (section) => {
  const answer = await fetch(`${unit}/p/${section.dataset.proposal}/progress`, { headers: { "X-Fordel": "1" } }).catch(() => null);
  if (!answer?.ok) return;
  if (answer.headers.get("X-Fordel-State") === "over") location.reload();
  else section.querySelector("[data-told]").textContent = await answer.text();
};

if (unit) {
  new Stream(unit, {
    proposal: (progress) => {
      const section = sections.find((one) => one.dataset.proposal === String(progress.number));
      if (!section) return;
      if (progress.state !== "running" && progress.state !== "waiting") {
        location.reload();
        return;
      }
      // Asked for at most twice a second.
      const now = Date.now();
      if (now - last < 450) return;
      last = now;
      ask(section);
    },
    lost: () => location.reload(),
    // One that was done before this page listened told nobody.
    open: () => sections.forEach(ask),
  });
}
