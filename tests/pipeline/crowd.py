"""A list of 200 officials, 150 spouses and 120 children, all invented, and a report with everything that may not leave.

Every person has names of their own, so that a word found anywhere tells whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.cli.world import STATES, command

OFFICIALS, SPOUSES, CHILDREN = 200, 150, 120
_FIRST = (
    "Bar",
    "Cor",
    "Dal",
    "Fen",
    "Gar",
    "Hol",
    "Jor",
    "Kal",
    "Lom",
    "Mer",
    "Nor",
    "Pel",
    "Ros",
    "Sel",
    "Tor",
    "Val",
)
_SECOND = ("ba", "de", "fi", "go", "ku", "la", "mi", "no", "pe", "ra", "so", "tu", "va", "ze")
_LAST = ("nek", "mar", "dov", "lin", "ros", "tan", "vik", "bel")
_GIVEN = ("Arvo", "Dario", "Emil", "Goran", "Ivo", "Jonas", "Karel", "Milan", "Oskar", "Pavel")
TITLES = ("Counsellor", "First Secretary", "Second Secretary", "Third Secretary")
ATTACHE, OFFICE, LOCAL = "Attaché", "Administrative Assistant", "Locally engaged clerk"


def _words() -> Iterator[str]:
    return ("".join(parts) for parts in product(_FIRST, _SECOND, _LAST))


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who is in the list, by what becomes of them."""

    named: tuple[str, ...]
    """Family names that may leave."""
    lowest: tuple[str, ...]
    administrative: tuple[str, ...]
    local: tuple[str, ...]
    withheld: str
    spouses: tuple[str, ...]
    """Given names."""
    children: tuple[str, ...]

    @property
    def out(self) -> tuple[str, ...]:
        """Words that stand nowhere in anything that leaves."""
        return (*self.lowest, *self.administrative, *self.local, self.withheld, *self.spouses, *self.children)


def crowd() -> Crowd:
    """The people, each with a word that nobody else has."""
    words = list(dict.fromkeys(_words()))
    families = [word.upper() for word in words[:OFFICIALS]]
    relatives = [word[::-1].capitalize() for word in words[OFFICIALS : OFFICIALS + SPOUSES + CHILDREN]]
    return Crowd(
        named=tuple(families[:149]),
        lowest=tuple(families[150:170]),
        administrative=tuple(families[170:190]),
        local=tuple(families[190:]),
        withheld=families[149],
        spouses=tuple(relatives[:SPOUSES]),
        children=tuple(relatives[SPOUSES:]),
    )


def title_of(number: int) -> str:
    """The title of an official by the place in the list."""
    if number >= 190:
        return LOCAL
    if number >= 170:
        return OFFICE
    if number >= 150:
        return ATTACHE
    return "Ambassador" if number == 0 else TITLES[number % len(TITLES)]


def page(people: Crowd, *, without: int = 0) -> str:
    """An edition as a page: spouses in a column of theirs, below the name, or beside it; children in a column."""
    families = (*people.named, people.withheld, *people.lowest, *people.administrative, *people.local)
    rows = []
    for number, family in enumerate(families):
        if 0 < number <= without:
            continue
        name = f"Mr {_GIVEN[number % len(_GIVEN)]} {family}"
        spouse = f"Mrs {people.spouses[number]} {family}" if number < SPOUSES else ""
        child = people.children[number] if number < CHILDREN else ""
        if number % 3 == 1 and spouse:
            name, spouse = f"{name}<br>{spouse}", ""
        elif number % 3 == 2 and spouse:
            name, spouse = f"{name} / {spouse}", ""
        rows.append(f"<tr><td>{name}</td><td>{title_of(number)}</td><td>{spouse}</td><td>{child}</td></tr>")
    head = "<tr><th>Name</th><th>Title</th><th>Spouse</th><th>Children</th></tr>"
    return (
        "<html><head><title>Diplomatic list of Brannia</title></head><body><h1>Diplomatic list</h1>"
        f"<h2>Embassy of Velmark</h2><table>{head}{''.join(rows)}</table></body></html>"
    )


def article(people: Crowd) -> str:
    """A report: an expulsion, a telling that names an attaché, allegations, and what is said of a family."""
    one, other, low, safe = people.named[3].title(), people.named[4].title(), people.lowest[0].title(), people.withheld
    return f"""<html><head><title>Brannia expels ten diplomats</title></head><body><article>
<h1>Brannia expels ten diplomats</h1>
<p>Brannia on Tuesday expelled ten diplomats of the embassy of Velmark, the foreign ministry said.</p>
<p>Goran {one} is an officer of military intelligence, the newspaper Morning wrote.</p>
<p>Ivo {other}, the police said, is an officer of military intelligence.
The embassy of Velmark denied the allegation.</p>
<p>Arvo {low} is an officer of military intelligence, the newspaper Morning wrote.</p>
<p>Pavel {safe.title()} is an officer of military intelligence, the newspaper Morning wrote.</p>
</article></body></html>"""


def made(folder: Path) -> Path:
    """The case, built, with one person withheld and one note whose words were also entered in confidence."""
    people, case = crowd(), folder / "case"
    (folder / "states.csv").write_text(STATES, encoding="utf-8")
    (folder / "2020-03-01.html").write_text(page(people), encoding="utf-8")
    (folder / "2020-04-01.html").write_text(page(people, without=12), encoding="utf-8")
    (folder / f"{people.withheld.lower()}.html").write_text(article(people), encoding="utf-8")
    lists = ("--kind", "list", "--receiving", "XB", "--case", case)
    for words in (
        ("init", case, "--states", folder / "states.csv"),
        ("add", folder / "2020-03-01.html", folder / "2020-04-01.html", *lists),
        ("add", folder / f"{people.withheld.lower()}.html", "--published", "2020-03-10", "--case", case),
        ("build", "--case", case),
    ):
        ran = command(*words)
        assert ran.code == 0, ran.err
    return case
