"""Invented lists as PDF: blocks, three columns drawn row by row, ruled and unruled tables, residences at the edge."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.golden.pages import capitals, western
from tests.golden.people import several, staff, word
from tests.golden.truth import Printed, Row, listed, numbered

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
Put = tuple[float, float, float, str]
"""Left edge, baseline from the top, type size, text."""


def _drawn(pages: list[list[Put]], ruled: list[tuple[float, float, float, float]] | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    font = "Helvetica"
    if FONT.exists():
        pdfmetrics.registerFont(TTFont("DejaVu", str(FONT)))
        font = "DejaVu"
    for page in pages:
        for left, down, size, text in page:
            canvas.setFont(font, size)
            canvas.drawString(left, A4[1] - down, text)
        for x0, y0, x1, y1 in ruled or ():
            canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _printed(layout: str, language: str, seed: int, body: bytes, rows: list[Row], **fields: object) -> Printed:
    return Printed(
        id=f"{layout}-{language}-{seed}",
        name=f"list-{seed}.pdf",
        body=body,
        rows=numbered(rows),
        media_type="application/pdf",
        as_of=str(fields["as_of"]) if "as_of" in fields else None,
        never=tuple(fields.get("never", ())),  # type: ignore[arg-type]
    )


def _flowing(lines: list[tuple[str, float]], footer: str, left: float = 70) -> list[list[Put]]:
    """Lines with their type sizes set one below the other, as many pages as it takes; an empty line is a gap."""
    pages: list[list[Put]] = [[]]
    down = 80.0
    for text, size in lines:
        if down > 760:
            pages.append([])
            down = 80.0
        if text:
            pages[-1].append((left, down, size, text))
        down += size + 4
    for number, page in enumerate(pages, 1):
        page.append((left, 815, 8, f"{footer} {number}"))
    return pages


def block_pages(language: str, seed: int) -> Printed:
    """A ministry's list: state in large capitals, contacts, blocks of name, title with day, and spouse."""
    lines: list[tuple[str, float]] = [(f"{word(language, 'as-of')} 06.05.2022", 14), ("", 9)]
    rows, never = [], []
    for each in several(seed, language, 6, 8):
        lines += [
            ("", 9),
            (each.country.upper(), 14),
            ("Tel.: +49 30 5550 0100", 9),
            ("E-Mail: post@mission.example", 9),
        ]
        lines.append(("", 9))
        for p in each.people:
            lines += [(f"{p.honorific} {capitals(p)}", 9), (f"{p.title}, ({p.dotted})", 9)]
            if p.wife_or_husband and p.spouse:
                lines.append((p.wife_or_husband, 9))
                never.append(p.spouse)
            lines.append(("", 9))
            fields = {"honorific": p.honorific, "dates": [{"kind": "printed", "value": p.iso}]}
            rows.append(listed(p, capitals(p), sending=each.state, accompanied=p.spouse is not None, **fields))
    body = _drawn(_flowing(lines, "Seite"))
    return _printed("block-pages", language, seed, body, rows, never=never, as_of="2022-05-06")


def residences(language: str, seed: int) -> Printed:
    """Names with the city of residence at the end of the line, rank and credentials below, a rule of dashes."""
    lines: list[tuple[str, float]] = [("Diplomatic List", 16), ("", 10)]
    rows = []
    for each in several(seed, language, 5, 4):
        lines += [
            (each.country.upper(), 13),
            ("National day: 1 May", 9),
            ("Example Str. 4, 10115 Tallinn", 9),
            ("-" * 60, 9),
        ]
        for n, p in enumerate(each.people):
            city = "Riga" if n == 0 else ""
            lines.append((f"{p.honorific} {p.given.upper()} {p.family.upper()}{'          ' * bool(city)}{city}", 10))
            lines.append((f"{p.title} ({p.dotted})", 10))
            day = [{"kind": ("printed"), "value": p.iso}]
            row = listed(p, western(p), sending=each.state, honorific=p.honorific, dates=day)
            row.pop("resident_in")
            rows.append(row | ({"place": city} if city else {}))
        lines.append(("", 10))
    for row in rows:
        row.pop("place", None)
    return _printed("residences", language, seed, _drawn(_flowing(lines, "VM |")), rows)


def three_columns(language: str, seed: int) -> Printed:
    """A conference's participants in three columns, drawn row by row; people break over columns."""
    rows: list[Row] = []
    lines: list[str] = []
    for each in several(seed, language, 12, 6):
        lines += [each.country.upper(), ""]
        for p in each.people:
            lines += [f"{p.honorific} {western(p)}", p.title, ""]
            rows.append(listed(p, western(p), sending=each.state, honorific=p.honorific))
    deep = 52
    pages: list[list[Put]] = []
    for at in range(0, len(lines), 3 * deep):
        page: list[Put] = [(70, 45, 8, "EXAMPLE/CP/2009/INF.2"), (70, 56, 8, f"Page {len(pages) + 3}")]
        for row in range(deep):
            for column in range(3):
                place = at + column * deep + row
                if place < len(lines) and lines[place]:
                    page.append((60 + 170.0 * column, 90 + 13.0 * row, 7, lines[place]))
        pages.append(page)
    return _printed("three-columns", language, seed, _drawn(pages), rows)


def _grid(language: str, seed: int) -> tuple[list[list[str]], list[Row]]:
    cells = [[word(language, key) for key in ("h.name", "h.title", "h.arrived")]]
    rows = []
    for p in staff(seed, "KZ", language, 11).people:
        cells.append([capitals(p), p.title, p.dotted])
        day = [{"kind": "arrived", "value": p.iso}]
        rows.append(listed(p, capitals(p), sending="KZ", dates=day))
    return cells, rows


def _set(cells: list[list[str]], lefts: tuple[float, ...], title: str) -> Iterator[Put]:
    yield 70, 60, 15, title
    for line, texts in enumerate(cells):
        for left, text in zip(lefts, texts, strict=True):
            yield left, 100 + 20.0 * line, 8, text


def unruled(language: str, seed: int) -> Printed:
    """A table without lines: three columns of cells under a header."""
    cells, rows = _grid(language, seed)
    body = _drawn([list(_set(cells, (70, 235, 470), word(language, "embassy.KZ")))])
    return _printed("unruled", language, seed, body, rows)


def ruled(language: str, seed: int) -> Printed:
    """The same with lines around the cells."""
    cells, rows = _grid(language, seed)
    deep = 86 + 20.0 * len(cells)
    lines = [(66.0, 86 + 20.0 * n, 540.0, 86 + 20.0 * n) for n in range(len(cells) + 1)]
    lines += [(x, 86.0, x, deep) for x in (66.0, 231.0, 466.0, 540.0)]
    body = _drawn([list(_set(cells, (70, 235, 470), word(language, "embassy.KZ")))], lines)
    return _printed("ruled", language, seed, body, rows)


def heads_only(language: str, seed: int) -> Printed:
    """Heads of mission alone: state in capitals, name, title."""
    lines: list[tuple[str, float]] = [("", 10)]
    rows = []
    for each in several(seed, language, 12, 1):
        p = each.people[0]
        lines += [(each.country.upper(), 12), (f"{p.honorific} {western(p)}", 10), (p.title, 10), ("", 10)]
        rows.append(listed(p, western(p), sending=each.state, honorific=p.honorific))
    return _printed("heads-only", language, seed, _drawn(_flowing(lines, "-")), rows)
