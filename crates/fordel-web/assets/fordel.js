// What every page does beyond plain HTML: dialogs open in place, menus close, a form is sent once, a closed part opens by its address. Without it each page still works.

const opened = (id) => {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return false;
  if (dialog.open) dialog.close();
  dialog.showModal();
  return true;
};

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const opener = event.target.closest("[data-opens]");
  if (opener && opened(opener.dataset.opens)) event.preventDefault();
  const closer = event.target.closest("dialog [data-closes]");
  if (closer) {
    closer.closest("dialog").close();
    event.preventDefault();
  }
  // A click on the backdrop is a click on the dialog itself.
  if (event.target instanceof HTMLDialogElement && event.target.matches(":modal")) {
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside && event.detail > 0) event.target.close();
  }
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A second click on a form that is already on its way sends nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// A part that lies closed opens where its address is followed.
const unfold = () => {
  const part = document.getElementById(location.hash.slice(1));
  if (!part?.matches("details.folded") || part.open) return;
  part.open = true;
  part.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

// Where the steps don't all have room, the one that one is at is in sight.
const here = document.querySelector(".steps a[aria-current]");
if (here) here.closest("ol").scrollLeft = here.offsetLeft - 12;

// A page that was sent with a dialog open shows it as one, and a list of faults is what one must read first.
for (const dialog of document.querySelectorAll("dialog[open]")) opened(dialog.id);
document.querySelector("[data-takes-focus]")?.focus();
