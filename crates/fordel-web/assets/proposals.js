// Follows proposals that are being made: tells what they have so far, and shows the page anew when one is done.
const sections = [...document.querySelectorAll("[data-proposal]")];
if (sections.length > 0) {
  const events = new EventSource(sections[0].dataset.events);
  const told = new Map(sections.map((section) => [section.dataset.proposal, section]));
  let last = 0;
  events.addEventListener("proposal", async (event) => {
    const progress = JSON.parse(event.data);
    const section = told.get(String(progress.number));
    if (!section) return;
    if (progress.state !== "running" && progress.state !== "waiting") {
      location.reload();
      return;
    }
    // The server has the words: they are asked for at most twice a second.
    const now = Date.now();
    if (now - last < 450) return;
    last = now;
    const answer = await fetch(`${section.dataset.events.replace(/events$/, "")}p/${progress.number}/progress`, { headers: { "X-Fordel": "1" } });
    if (answer.ok) section.querySelector("[data-told]").textContent = await answer.text();
  });
  events.addEventListener("lost", () => location.reload());
}
