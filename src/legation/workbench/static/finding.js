// What has the words that are typed, while they are typed: people first. It is sent, and never put into an address.

const PAUSE = 120; // milliseconds without a key before it asks
const MOST = 8; // persons that are shown; of anything else some
const SOME = 3;

export function finding(form) {
  if (!form) return;
  const input = form.querySelector("input");
  const list = document.createElement("ul");
  list.className = "found";
  list.hidden = true;
  list.setAttribute("aria-label", "Found");
  form.append(list);
  let asked = 0;
  let waiting = 0;

  const close = () => { list.hidden = true; };

  const show = (answer) => {
    const kinds = [
      [answer.persons, MOST, person],
      [answer.missions, SOME, mission],
      [answer.titles, SOME, post],
      [answer.said, SOME, claim],
    ];
    list.replaceChildren(...kinds.flatMap(([rows, most, entry]) => rows.slice(0, most).map(entry)));
    const rest = answer.found + answer.missions_found + answer.titles_found + answer.said_found - list.children.length;
    if (!list.children.length || rest > 0) {
      const last = document.createElement("li");
      last.textContent = rest > 0 ? `${rest.toLocaleString("en")} more: press Enter` : "nothing that was read has these words";
      list.append(last);
    }
    list.hidden = false;
  };

  const ask = async () => {
    const number = ++asked;
    const text = input.value.trim();
    if (!text) return close();
    const body = new URLSearchParams({ text, most: MOST });
    const answer = await fetch("/search?format=json", { method: "POST", body });
    if (answer.ok && number === asked) show(await answer.json());
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); input.focus(); }
    if (list.hidden || !links.length) return;
    if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp") (at > 0 ? links[at - 1] : input).focus();
    else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}

const person = (row) => entry(`/persons/${row.id}`, row.label, `${row.missions.join(", ")} ${row.first ?? ""}`);
const mission = (row) => entry(`/missions/${row.id}`, row.words, row.id);
const post = (row) => entry(`/persons/${row.person.id}`, row.title, `${row.person.label}, ${row.mission} ${row.first}`);
const claim = (row) => entry(`/claims/${row.id}/origins`, row.passage.quote, `claim, ${row.status}`);

function entry(href, words, where) {
  const link = document.createElement("a");
  link.href = href;
  const name = document.createElement("bdi");
  name.dir = "auto";
  name.textContent = words;
  const beside = document.createElement("small");
  beside.textContent = ` ${where}`;
  link.append(name, beside);
  const item = document.createElement("li");
  item.append(link);
  return item;
}
