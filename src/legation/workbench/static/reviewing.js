// Review by the keyboard: keys count only while the list of pairs has the focus, and none of them judges by itself.
// A verdict is chosen by its key, then the reason is typed, and Enter puts both into the log.

const VERDICTS = { y: "same", n: "different", u: "unsure" };
const REASON = "legation-reason"; // the last reason of this sitting, offered again

export function reviewing(list) {
  if (!list) return;
  document.querySelector(".keys").hidden = false;
  const pairs = [...list.querySelectorAll(".pair")];

  const current = () => Math.max(pairs.findIndex((pair) => pair.contains(document.activeElement)), 0);
  const move = (to) => pairs[Math.min(Math.max(to, 0), pairs.length - 1)].focus();

  const choose = (pair, verdict) => {
    const form = pair.querySelector("form.judge");
    for (const button of form.querySelectorAll("button[name=verdict]")) {
      button.setAttribute("aria-pressed", String(button.value === verdict));
    }
    const why = form.querySelector("input[name=why]");
    if (!why.value) why.value = sessionStorage.getItem(REASON) ?? "";
    why.focus();
    why.select();
  };

  const keys = {
    j: () => move(current() + 1),
    k: () => move(current() - 1),
    s: () => document.querySelector("a[rel=next]")?.click(),
    z: () => document.querySelector("form[data-key=z]")?.requestSubmit(),
    o: () => pairs[current()].querySelector("figcaption a")?.focus(),
  };
  for (const [key, verdict] of Object.entries(VERDICTS)) keys[key] = () => choose(pairs[current()], verdict);

  list.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  for (const form of list.querySelectorAll("form.judge")) {
    const why = form.querySelector("input[name=why]");
    why.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return form.closest(".pair").focus();
      if (event.key !== "Enter") return;
      event.preventDefault();
      const chosen = form.querySelector("button[aria-pressed=true]");
      if (chosen) form.requestSubmit(chosen);
    });
    form.addEventListener("submit", () => sessionStorage.setItem(REASON, why.value));
  }
  // After a judgement the next pair is at hand.
  if (new URLSearchParams(location.search).has("after")) move(0);
}
