// Follows what is solved beside the page: tells how far it has come, and shows the page anew when it is over.

const section = document.querySelector("[data-following]");

/// The server has the words.
const ask = async () => {
  const answer = await fetch(section.dataset.following, { headers: { "X-Fordel": "1" } }).catch(() => null);
  if (!answer?.ok) return;
  if (answer.headers.get("X-Fordel-State") === "over") {
    location.reload();
    return;
  }
  section.querySelector("[data-told]").textContent = await answer.text();
  const bar = section.querySelector("progress");
  if (bar.max > bar.value) bar.value += 1;
};

if (section) setInterval(ask, 1000);
