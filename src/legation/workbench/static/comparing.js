// n and p go from change to change, [ and ] from pair to pair, while the list has the focus.

const list = document.getElementById("changes");
const changes = [...(list?.querySelectorAll("[data-change]") ?? [])];
document.documentElement.classList.add("scripted");

function step(by) {
  const at = changes.indexOf(document.activeElement);
  const to = changes[at < 0 ? (by > 0 ? 0 : changes.length - 1) : Math.min(Math.max(at + by, 0), changes.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: "center" });
}

list?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "[") document.getElementById("earlier")?.click();
  else if (event.key === "]") document.getElementById("later")?.click();
  else return;
  event.preventDefault();
});
if (location.hash === "#changes") list?.focus();
