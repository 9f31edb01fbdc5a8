// The mark of the row that has the focus is brought into view, and keys work the list while it has the focus.
// Without this, the numbers lead from each row to its mark and back.

const seen = document.querySelector(".panel.seen");
const rows = document.querySelector("table.rows");
const frame = seen?.querySelector("iframe");
document.documentElement.classList.add("scripted");

function marksOf(number) {
  return [...seen.querySelectorAll("[data-row]")].filter((mark) => mark.dataset.row.split(" ").includes(number));
}

function light(row) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  row.classList.add("lit");
  const marks = marksOf(row.dataset.row);
  for (const mark of marks) mark.classList.add("lit");
  if (marks.length) bring(marks[0]);
  else if (frame) frame.src = frame.src.split("#")[0] + "#row-" + row.dataset.row;
}

function bring(mark) {
  const place = mark.getBoundingClientRect();
  const panel = seen.getBoundingClientRect();
  if (place.top < panel.top + 24 || place.bottom > panel.bottom - 24) {
    seen.scrollTop += place.top - panel.top - panel.height / 3;
  }
}

function rowOf(element) {
  return element.closest?.("table.rows tr[data-row]");
}

function step(from, by) {
  const every = [...rows.tBodies[0].rows];
  const to = every[Math.min(Math.max(every.indexOf(from) + by, 0), every.length - 1)];
  to.focus();
  to.scrollIntoView({ block: "nearest" });
}

function pressed(event) {
  const typing = event.target.matches("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rowOf(event.target) ?? rows.querySelector("tr.lit") ?? rows.tBodies[0].rows[0];
  if (event.key === "j") step(row, row.classList.contains("lit") ? 1 : 0);
  else if (event.key === "k") step(row, -1);
  else if (event.key === "c") row.querySelector("button[value=accept]")?.click();
  else if (event.key === "e") {
    const form = row.querySelector("details");
    form.open = true;
    form.querySelector("input").focus();
  } else return;
  event.preventDefault();
}

if (seen && rows) {
  rows.addEventListener("focusin", (event) => {
    const row = rowOf(event.target);
    if (row) light(row);
  });
  document.querySelector(".panel.read").addEventListener("keydown", pressed);
  seen.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-row]");
    const row = mark && document.getElementById("row-" + mark.dataset.row.split(" ")[0]);
    if (!row) return;
    event.preventDefault();
    row.focus();
    row.scrollIntoView({ block: "center" });
  });
  const asked = location.hash.startsWith("#row-") && document.getElementById(location.hash.slice(1));
  if (asked) asked.focus();
}
