"""Makes the pages and lists of the demo case: the same bytes at every run.

Every state, person, address and happening is invented; a likeness to somebody living is chance. The articles, the
manifest and the states beside them are written by hand. Run it from the repository: `python tools/make_demo.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path

from demo_people import MEN, WOMEN, Figure, english, figures, french
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

DEMO = Path(__file__).resolve().parents[1] / "src" / "legation" / "demo"
SEED = 20190204

MISSION_TITLES: tuple[tuple[str, str, int], ...] = (
    ("Permanent Representative", "Постоянный представитель", 1),
    (
        "Deputy Permanent Representative, Minister-Counsellor",
        "Заместитель Постоянного представителя, советник-посланник",
        1,
    ),
    ("Senior Counsellor", "Старший советник", 3),
    ("Counsellor", "Советник", 8),
    ("First Secretary", "Первый секретарь", 13),
    ("Second Secretary", "Второй секретарь", 13),
    ("Third Secretary", "Третий секретарь", 11),
    ("Attaché", "Атташе", 8),
)
EMBASSY_TITLES: tuple[tuple[str, int], ...] = (
    ("Ambassadeur extraordinaire et plénipotentiaire", 1),
    ("Ministre-Conseiller", 1),
    ("Conseiller", 3),
    ("Attaché de défense", 1),
    ("Premier Secrétaire", 4),
    ("Deuxième Secrétaire", 3),
    ("Troisième Secrétaire", 2),
    ("Attaché", 2),
)
OTHER_MISSIONS: tuple[tuple[str, str, Sequence[str]], ...] = (
    (
        "CARMORE",
        "de Carmore",
        (
            "Iñigo VALTUERRA",
            "Doña Remedios OLLANGA",
            "Baltasar QUIRROZ",
            "Elvio SANTACORVA",
            "Jacinta MORALBA",
            "Teodoro PENAVERDE",
            "Lisandro ARBOLEA",
        ),
    ),
    (
        "COMPACT DU NORD",
        "du Compact du Nord",
        ("Sigrun HALVORDAL", "Tormod EKEBERGSEN", "Annelie VINTERGAARD", "Jorun STAVHOLT"),
    ),
    (
        "ILMARIE",
        "d'Ilmarie",
        (
            "Tauno KIVISAARELA",
            "Hilja METSOVAARA",
            "Urmas PÕLDRANNA",
            "Aini LUMEKIVI",
            "Raivo HÄMARSOO",
            "Leena TUULEMÄE",
        ),
    ),
    (
        "MONTÉLARD",
        "de Montélard",
        ("Gaëtan DUROCHEBRUN", "Solveig D'ARRANCOURT", "Maël VAUCRESSIN", "Clotilde BRISEVENT", "Ulysse PONTAUMUR"),
    ),
    (
        "SOUHANDA",
        "de Souhanda",
        (
            "Wirajaya SENTOSANUR",
            "Dewanti PRAMESARI",
            "Tirtana KUSUMBARA",
            "Ratnani WULANSETA",
            "Bagasari LINTANGJATI",
            "Suryadi MEKARWANA",
        ),
    ),
    (
        "TASSIRA",
        "de Tassira",
        (
            "Idriss BENZAROUAL",
            "Lalla TAMGHARTE",
            "Moulay AZERWALI",
            "Samira OUTGHARI",
            "Youba IMSOUANE",
            "Tanit AGOULMIM",
            "Anir TIZGHART",
        ),
    ),
)
OTHER_TITLES = (
    "Ambassadeur",
    "Conseiller",
    "Premier Secrétaire",
    "Premier Secrétaire",
    "Deuxième Secrétaire",
    "Troisième Secrétaire",
    "Attaché",
)
FEMALE_TITLES = {
    "Ambassadeur": "Ambassadrice",
    "Conseiller": "Conseillère",
    "Premier Secrétaire": "Première Secrétaire",
    "Ministre-Conseiller": "Ministre-Conseillère",
    "Attaché": "Attachée",
}
FEMALE_GIVEN = {
    "Doña",
    "Jacinta",
    "Sigrun",
    "Annelie",
    "Jorun",
    "Hilja",
    "Aini",
    "Leena",
    "Solveig",
    "Clotilde",
    "Dewanti",
    "Ratnani",
    "Lalla",
    "Samira",
    "Tanit",
}
PARTNERS = {
    "Baltasar QUIRROZ": "Mme Aurelia DEL ROMERAL",
    "Jacinta MORALBA": "M. Fermín OLIVARTE",
    "Tormod EKEBERGSEN": "Mme Ragna EKEBERGSEN",
    "Tauno KIVISAARELA": "Mme Marju KIVISAARELA",
    "Maël VAUCRESSIN": "Mme Apolline VAUCRESSIN",
    "Bagasari LINTANGJATI": "Mme Sekarini LINTANGJATI",
    "Samira OUTGHARI": "M. Amayas OUTGHARI",
}
"""Invented spouses: printed, because such lists print them, and to be left out by whoever reads the list."""
EDITIONS = (date(2018, 10, 15), date(2019, 3, 1), date(2019, 6, 3))
CAPTURES = (date(2018, 2, 6), date(2018, 8, 14), date(2019, 2, 4), date(2019, 6, 18))
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the embassy in the printed list: who, as what, since when, and whether a spouse follows."""

    figure: Figure
    title: str
    since: date
    married: bool


def staff_by_capture(people: Sequence[Figure]) -> list[list[tuple[Figure, int]]]:
    """Who stands on the staff page at each capture with names, each with the number of the title."""
    ranks = [number for number, (*_, many) in enumerate(MISSION_TITLES) for _ in range(many)]
    first = list(zip(people[:58], ranks, strict=True))
    second = _turned_over(first, (9, 27, 40), people[58:63], (4, 4, 5, 6, 7))
    third = _turned_over(second, (3, 31, 52), people[63:67], (3, 4, 5, 7))
    return [first, second, third]


def _turned_over(
    staff: list[tuple[Figure, int]], gone: Sequence[int], new: Sequence[Figure], ranks: Sequence[int]
) -> list[tuple[Figure, int]]:
    stayed = [entry for place, entry in enumerate(staff) if place not in gone]
    return sorted([*stayed, *zip(new, ranks, strict=True)], key=lambda entry: entry[1])


def embassy_by_edition(people: Sequence[Figure], moved: Figure, chance: random.Random) -> list[list[Line]]:
    """Who stands in the printed list under the embassy: 17, 17 with one gone and one new, then 10."""
    titles = [title for title, many in EMBASSY_TITLES for _ in range(many)]
    seventeen = [*people[:9], moved, *people[9:16]]
    first = [
        Line(
            figure=figure,
            title=titled(title, figure.woman),
            since=date(2015, 9, 1) + timedelta(days=chance.randrange(1050)),
            married=chance.random() < 0.5,
        )
        for figure, title in zip(seventeen, titles, strict=True)
    ]
    new = Line(figure=people[16], title="Premier Secrétaire", since=date(2018, 12, 10), married=True)
    second = [*first[:9], new, *first[10:]]
    third = [line for place, line in enumerate(second) if place not in {3, 5, 7, 8, 11, 13, 15}]
    return [first, second, third]


def titled(title: str, woman: bool) -> str:
    """The title in the form that the French list prints for the person."""
    return FEMALE_TITLES.get(title, title) if woman else title


def cyrillic_page(staff: Iterable[tuple[Figure, int]]) -> str:
    """The staff page as it stood first: a table in Russian."""
    rows = "\n".join(
        f"<tr><td>{figure.surname} {figure.given} {figure.patronymic}</td><td>{MISSION_TITLES[rank][1]}</td></tr>"
        for figure, rank in staff
    )
    return f"""<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8">
<title>Дипломатический состав — Постоянное представительство Заречии при Северном пакте</title></head>
<body><h1>Постоянное представительство Заречии при Северном пакте</h1>
<h2>Дипломатический состав</h2>
<table>
<tr><th>Фамилия, имя, отчество</th><th>Должность</th></tr>
{rows}
</table>
<p id="footer">Арлесунн, Липовая набережная, 14. Телефон: +00 555 0142</p>
</body></html>
"""


def english_page(staff: Iterable[tuple[Figure, int]] | None) -> str:
    """The staff page as it stood later: English, rank by rank; without staff, the shell that was left."""
    body = "<p>Information on the staff of the mission is being updated.</p>"
    if staff is not None:
        cards = "\n".join(
            f"<tr><td>{'Ms' if figure.woman else 'Mr'} {english(figure.given)} "
            f"{english(figure.surname).upper()}</td><td>{escape(MISSION_TITLES[rank][0])}</td></tr>"
            for figure, rank in staff
        )
        body = f"<table>\n<tr><th>Name</th><th>Position</th></tr>\n{cards}\n</table>"
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Diplomatic staff - Permanent Mission of Zarechia to the Northern Compact</title></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/staff">Staff</a></li></ul></nav>
<h1>Permanent Mission of Zarechia to the Northern Compact</h1>
<h2>Diplomatic staff</h2>
{body}
<p id="footer">14 Linden Quay, Arlesund. Telephone: +00 555 0142</p>
</body></html>
"""


class ListPrinter:
    """Sets the diplomatic list of the invented ministry, one mission a page run."""

    def __init__(self, path: Path, day: date) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.canvas.setTitle("Liste diplomatique")
        self.top = 0.0
        self.number = 0
        self._cover(day)

    def _cover(self, day: date) -> None:
        self.turn()
        self.top = 560
        self.put("LISTE DIPLOMATIQUE", "Helvetica-Bold", 22, after=30)
        self.put(
            f"Situation au {'1er' if day.day == 1 else day.day} {MONTHS.split()[day.month - 1]} {day.year}",
            "Helvetica",
            13,
            after=24,
        )
        self.put("Ministère des Affaires étrangères de Vestrie - Protocole", "Helvetica", 11, after=0)

    def turn(self) -> None:
        """Begins a new page."""
        if self.number:
            self.canvas.setFont("Helvetica", 8)
            self.canvas.drawCentredString(A4[0] / 2, 30, str(self.number))
            self.canvas.showPage()
        self.number += 1
        self.top = 780

    def put(self, text: str, font: str, size: float, *, after: float) -> None:
        """Prints a line and moves down."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(70, self.top, text)
        self.top -= size + after

    def mission(self, heading: str, of: str, street: str) -> None:
        """Prints the head of a mission's section."""
        self.turn()
        self.put(heading, "Helvetica-Bold", 15, after=4)
        self.put(f"{'Délégation' if 'COMPACT' in heading else 'Ambassade'} {of}", "Helvetica", 11, after=8)
        self.put(f"Chancellerie : {street}, Marhaven", "Helvetica", 9, after=2)
        self.put("Téléphone : +00 555 01 77", "Helvetica", 9, after=14)

    def person(self, name: str, title: str, since: date, spouse: str | None) -> None:
        """Prints a person, and the spouse in small type below."""
        if self.top < 90:
            self.turn()
        self.put(name, "Helvetica-Bold", 10, after=2)
        self.put(f"{title}, ({since:%d.%m.%Y})", "Helvetica", 10, after=2)
        if spouse:
            self.put(spouse, "Helvetica", 8, after=2)
        self.top -= 8

    def close(self) -> None:
        """Ends the list."""
        self.turn()
        self.canvas.save()


def print_list(path: Path, day: date, embassy: Sequence[Line], chance: random.Random) -> None:
    """Prints one edition with all missions in the order of their headings."""
    printer = ListPrinter(path, day)
    for heading, of, names in OTHER_MISSIONS:
        printer.mission(heading, of, f"{3 + len(of)}, avenue des Érables")
        for name, title in zip(names, OTHER_TITLES, strict=False):
            woman = name.split()[0] in FEMALE_GIVEN
            head = title == "Ambassadeur"
            since = date(2014, 2, 3) + timedelta(days=sum(map(ord, name)) % 1300)
            honorific = ("S.E. " if head else "") + ("Mme" if woman else "M.")
            printed = f"{honorific} {name.removeprefix('Doña ')}"
            printer.person(printed, titled(title, woman), since, PARTNERS.get(name))
    printer.mission("ZARÉCHIE", "de Zaréchie", "21, rue des Bateliers")
    for number, line in enumerate(embassy):
        figure = line.figure
        family = french(figure.surname).upper()
        honorific = ("S.E. " if number == 0 else "") + ("Mme" if figure.woman else "M.")
        partner = _partner(figure)
        printer.person(
            f"{honorific} {french(figure.given)} {family}", line.title, line.since, partner if line.married else None
        )
    printer.close()


def _partner(figure: Figure) -> str:
    given = (MEN if figure.woman else WOMEN).split()[len(figure.family) % 8]
    partner = Figure(family=figure.family, given=given, father=figure.father, woman=not figure.woman)
    return f"{'Mme' if partner.woman else 'M.'} {french(partner.given)} {french(partner.surname).upper()}"


def make(target: Path = DEMO) -> None:
    """Writes the pages and lists under `target`."""
    chance = random.Random(SEED)
    people = figures(chance)
    (target / "pages").mkdir(parents=True, exist_ok=True)
    (target / "lists").mkdir(parents=True, exist_ok=True)
    captures = staff_by_capture(people)
    pages = [cyrillic_page(captures[0]), english_page(captures[1]), english_page(captures[2]), english_page(None)]
    for day, page in zip(CAPTURES, pages, strict=True):
        (target / "pages" / f"{day}.html").write_bytes(page.encode())
    moved = people[63]
    editions = embassy_by_edition(people[67:], moved, chance)
    for day, embassy in zip(EDITIONS, editions, strict=True):
        print_list(target / "lists" / f"{day}.pdf", day, embassy, chance)


if __name__ == "__main__":
    make()
