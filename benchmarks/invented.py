"""Invented files of the sizes that lists have: a page with a long table, a dense print, a long text document.

Made from the same invented people as the lists; the same seed gives the same bytes, another one other people.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.lists import Diplomat, Section, sections

ENGLISH = (
    "Ambassador",
    "Minister-Counsellor",
    "Counsellor",
    "First Secretary",
    "Second Secretary (Consular)",
    "Third Secretary",
    "Attaché",
    "Defence Attaché",
)


def _people(seed: int, count: int) -> Iterator[Diplomat]:
    missions = sections(seed, missions=-(-count // 100), staff=100, language="en")
    return (person for section in missions for person in section.staff)


def table_page(seed: int, rows: int) -> bytes:
    """A staff page in HTML with one table of so many rows."""
    cells = "".join(
        f"<tr><td>{each.given} {each.family.upper()}</td><td>{ENGLISH[number % len(ENGLISH)]}</td>"
        f"<td>{each.since.day} {each.since:%B %Y}</td></tr>\n"
        for number, each in zip(range(rows), _people(seed, rows), strict=False)
    )
    head = "<tr><th>Name</th><th>Title</th><th>Date of arrival</th></tr>"
    return f"<html><body><h1>Embassy of Norway in Vienna</h1><table>{head}\n{cells}</table></body></html>".encode()


def cards_page(seed: int, people: int = 40) -> bytes:
    """A staff page in HTML with a card for each person, as most missions have them."""
    cards = "".join(
        f'<div class="card"><h4>{each.given} {each.family}</h4><p class="role">{ENGLISH[number % len(ENGLISH)]}</p>'
        f"<p>Tel.: +43 1 555 01{number:02}</p></div>\n"
        for number, each in zip(range(people), _people(seed, people), strict=False)
    )
    menu = "<nav><ul>" + "".join(f"<li><a href=/{n}>Entry {n}</a></li>" for n in range(30)) + "</ul></nav>"
    return (
        f"<html><head><title>Staff</title></head><body>{menu}<h1>Embassy of Norway in Vienna</h1>{cards}"
        "<footer>© Embassy</footer></body></html>"
    ).encode()


def dense_print(seed: int, pages: int = 60, people: int = 4600) -> bytes:
    """A conference's participants in three narrow columns of small type, without lines between."""
    per_mission = 20
    missions = sections(seed, missions=people // per_mission, staff=per_mission, language="en")
    lines = list(chain.from_iterable(map(_entries, missions)))
    deep = -(-len(lines) // (3 * pages))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for number, first in enumerate(range(0, len(lines), 3 * deep), 1):
        canvas.setFont("Helvetica", 7)
        canvas.drawString(280, 20, f"Page {number}")
        # As word processors do, all columns of one height before those of the next.
        for row in range(deep):
            for column in range(3):
                at = first + column * deep + row
                if at < len(lines):
                    text, bold = lines[at]
                    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 6.5)
                    canvas.drawString(36 + 180 * column, 800 - 760 / deep * row, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _entries(section: Section) -> Iterator[tuple[str, bool]]:
    yield section.name, True
    for number, each in enumerate(section.staff):
        yield f"{'Mr.' if number % 2 else 'Ms.'} {each.given} {each.family.capitalize()}", False
        yield ENGLISH[number % len(ENGLISH)], False


def long_text(seed: int, paragraphs: int = 9000) -> bytes:
    """A Word document of so many paragraphs: a heading for each mission, a line for each name and each title."""
    document = docx.Document()
    missions = sections(seed, missions=150, staff=paragraphs // 300, language="en")
    written = 0
    for section in missions:
        document.add_heading(f"Embassy of {section.name}", level=2)
        written += 1
        for number, each in enumerate(section.staff):
            document.add_paragraph(f"Mr {each.given} {each.family.upper()}")
            document.add_paragraph(ENGLISH[number % len(ENGLISH)])
            written += 2
    for number in range(paragraphs - written):
        document.add_paragraph(f"Annex {number}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
