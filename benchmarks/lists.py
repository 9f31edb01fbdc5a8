"""Invented diplomatic lists of any size: the same seed gives the same bytes.

The states exist, the persons don't: given and family names are put together from syllables.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

TITLES = (
    "außerordentlicher und bevollmächtigter Botschafter",
    "Gesandter-Botschaftsrat",
    "I. Botschaftsrat",
    "Botschaftsrat",
    "I. Sekretär",
    "II. Sekretär",
    "III. Sekretär",
    "Attaché",
    "Verteidigungsattaché",
)
SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fi",
    "gan",
    "hes",
    "il",
    "jor",
    "ka",
    "lum",
    "mer",
    "nor",
    "os",
    "pra",
    "ren",
    "sul",
    "tam",
    "ul",
    "ver",
    "zin",
)
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
CODES = Locale("de").territories
SKIPPED = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "DE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Diplomat:
    """An invented line of a list."""

    given: str
    family: str
    title: str
    since: date
    spouse: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """An invented mission: the state's German name and its people."""

    name: str
    staff: tuple[Diplomat, ...]


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()


def _diplomat(rng: random.Random, title: str) -> Diplomat:
    return Diplomat(
        given=_word(rng, 2),
        family=_word(rng, 3),
        title=title,
        since=date(2016, 1, 1) + timedelta(days=rng.randrange(1500)),
        spouse=rng.random() < 0.6,
    )


def sections(seed: int, missions: int = 160, staff: int = 13, language: str = "de") -> tuple[Section, ...]:
    """An invented list of about `missions * staff` people, the states named in a language."""
    rng = random.Random(seed)
    codes = Locale(language).territories
    names = sorted(name for code, name in codes.items() if len(code) == 2 and code.isalpha() and code not in SKIPPED)
    return tuple(
        Section(
            name=name,
            staff=tuple(
                _diplomat(rng, TITLES[min(i, len(TITLES) - 1)] if i < 4 else rng.choice(TITLES[3:]))
                for i in range(staff)
            ),
        )
        for name in names[:missions]
    )


def moved_on(previous: tuple[Section, ...], seed: int, share: float = 0.03) -> tuple[Section, ...]:
    """The next edition: some have left, others have come."""
    rng = random.Random(seed)
    return tuple(
        Section(name=s.name, staff=tuple(_diplomat(rng, d.title) if rng.random() < share else d for d in s.staff))
        for s in previous
    )


def pdf(content: tuple[Section, ...], as_of: date) -> bytes:
    """The list as a PDF of A4 pages, each mission on pages of its own."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    _cover(canvas, as_of)
    for section in content:
        _mission(canvas, section)
    canvas.save()
    return out.getvalue()


def _cover(canvas: Canvas, as_of: date) -> None:
    canvas.setFont("Helvetica", 20)
    for number, line in enumerate(("LISTE DER DIPLOMATISCHEN VERTRETUNGEN", "IN DER BUNDESREPUBLIK DEUTSCHLAND")):
        canvas.drawString(90, 700 - 30 * number, line)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(90, 560, f"Stand: {as_of.day}. {MONTHS[as_of.month - 1]} {as_of.year}")
    canvas.showPage()


def _mission(canvas: Canvas, section: Section) -> None:
    y = 790.0
    canvas.setFont("Helvetica", 16)
    canvas.drawString(70, y, section.name.upper())
    canvas.setFont("Helvetica", 9)
    for line in ("Kanzlei:", "Adresse: Musterstraße 1, 10117 Berlin", "Telefon: +49 30 000 00 00"):
        y -= 16
        canvas.drawString(70, y, line)
    y -= 24
    for person in section.staff:
        if y < 90:
            canvas.showPage()
            y = 790.0
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, y, f"Herr {person.given} {person.family.upper()}")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, y - 13, f"{person.title}, ({person.since:%d.%m.%Y})")
        if person.spouse:
            canvas.drawString(70, y - 26, f"Frau {person.given}a {person.family.upper()}")
        y -= 52
    canvas.showPage()
