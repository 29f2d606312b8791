// Vakten nå without loading the page anew: a − or +, another day or shift is asked at once, and the answer put in place. Without this each
// of them is a link or a form, and the same address gives the same page.

document.documentElement.classList.add("scripted");

const part = () => document.getElementById("now");
let latest = 0;

async function show(href, focus) {
  const mine = ++latest;
  let page;
  try {
    const answer = await fetch(href, { headers: { accept: "text/html" } });
    page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    page = null;
  }
  // Whoever pressed again meanwhile waits for that answer.
  if (mine !== latest) return;
  const next = page?.getElementById("now");
  if (!next) {
    location.assign(href);
    return;
  }
  const open = document.getElementById("logg")?.open;
  part().replaceWith(document.adoptNode(next));
  if (open) document.getElementById("logg")?.setAttribute("open", "");
  history.replaceState(null, "", href);
  document.title = page.title;
  const back = document.querySelector(".language input[name=back]");
  if (back) back.value = page.querySelector(".language input[name=back]")?.value ?? back.value;
  // What can't be pressed any more leaves the focus to its neighbour.
  const other = focus?.replace(/^(fewer|more)-/, (_, which) => (which === "fewer" ? "more-" : "fewer-"));
  (document.getElementById(focus) ?? document.getElementById(other))?.focus({ preventScroll: true });
  document.getElementById("said").textContent = document.getElementById("svar-head")?.textContent ?? "";
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-step]") : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const href = new URL(link.href);
  href.hash = "";
  show(href.href, link.id);
});

document.addEventListener("change", (event) => {
  const form = event.target instanceof Element ? event.target.closest("form[data-when]") : null;
  if (!form || !form.checkValidity()) return;
  const href = new URL(form.action);
  href.search = new URLSearchParams(new FormData(form)).toString();
  show(href.href, event.target.id);
});
