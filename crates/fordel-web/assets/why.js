// "Hvorfor?": what other groups would cost is solved while one waits, and put in place.

for (const form of document.querySelectorAll("form[data-ask]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const told = form.querySelector("[data-told]");
    const button = form.querySelector("button");
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", form.dataset.working);
    bar.max = Number(form.dataset.seconds);
    bar.value = 0;
    told.textContent = form.dataset.working;
    told.after(bar);
    button.disabled = true;
    const start = performance.now();
    const clock = setInterval(() => {
      bar.value = Math.min(bar.max * 0.97, (performance.now() - start) / 1000);
    }, 200);
    let status = 0;
    try {
      const answer = await fetch(form.action, { method: "POST", headers: { "X-Fordel": "1", Accept: "text/html" } });
      status = answer.status;
      if (answer.ok) {
        const place = document.getElementById(form.dataset.ask);
        place.innerHTML = await answer.text();
        place.setAttribute("tabindex", "-1");
        place.focus();
        form.remove();
        return;
      }
    } catch {
      status = 0;
    } finally {
      clearInterval(clock);
    }
    bar.remove();
    button.disabled = false;
    told.textContent = status === 503 ? form.dataset.busy : form.dataset.failed;
  });
}
