// People found while a name is typed. What is typed is sent, and never put into an address.

const PAUSE = 120; // milliseconds without a key before it asks
const MOST = 12;

export function finding(form) {
  if (!form) return;
  const input = form.querySelector("input");
  const list = document.createElement("ul");
  list.className = "found";
  list.hidden = true;
  list.setAttribute("aria-label", "Persons found");
  form.append(list);
  let asked = 0;
  let waiting = 0;

  const close = () => { list.hidden = true; };

  const show = (answer) => {
    list.replaceChildren(...answer.persons.slice(0, MOST).map(entry));
    const rest = answer.found - list.children.length;
    if (!answer.found || rest > 0) {
      const last = document.createElement("li");
      last.textContent = answer.found ? `${rest} more: press Enter` : "nobody of that name was read";
      list.append(last);
    }
    list.hidden = false;
  };

  const ask = async () => {
    const number = ++asked;
    const text = input.value.trim();
    if (!text) return close();
    const body = new URLSearchParams({ text });
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

function entry(person) {
  const link = document.createElement("a");
  link.href = `/persons/${encodeURIComponent(person.id)}`;
  const name = document.createElement("bdi");
  name.dir = "auto";
  name.textContent = person.label;
  const where = document.createElement("small");
  where.textContent = ` ${person.missions.join(", ")} ${person.first ?? ""}`;
  link.append(name, where);
  const item = document.createElement("li");
  item.append(link);
  return item;
}
