"""How much longer does it take to get listings from a list than to get its bare text?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pypdfium2

from benchmarks.lists import pdf, sections
from benchmarks.measure import Measure, seconds
from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def bare_text(data: bytes) -> int:
    """Characters that the PDF library gives for all pages, with nothing else done."""
    characters = 0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        characters += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return characters


def html_table(rows: int) -> bytes:
    """An invented staff page with a table of so many rows."""
    cells = "".join(
        f"<tr><td>Ilmo SARRE{i}</td><td>Second Secretary</td><td>{1 + i % 28} May 2015</td></tr>\n" for i in range(rows)
    )
    head = "<tr><th>Name</th><th>Title</th><th>Date of arrival</th></tr>"
    return f"<html><body><h1>Embassy of Norway in Vienna</h1><table>{head}\n{cells}</table></body></html>".encode()


def measures() -> Iterator[Measure]:
    """The ratio for a PDF of 300 pages, and the seconds for an HTML table of 3,000 rows."""
    gazetteer = Gazetteer.default()
    listed = pdf(sections(seed=1, missions=160, staff=18), date(2020, 3, 1))

    def listings(data: bytes) -> int:
        return len(extract_roster(read(data), Given(), gazetteer).listings)

    bare, whole = seconds(lambda: bare_text(listed)), seconds(lambda: listings(listed))
    how = (
        f"{listings(listed)} listings in {whole:.2f} s; bare pypdfium2 text in {bare:.2f} s; median of 5 in one process"
    )
    yield Measure(what="PDF pages to listings", figure=whole / bare, unit="× bare text", bound=6, how=how)
    table = html_table(3000)
    how = f"{listings(table)} listings; median of 5 in one process"
    yield Measure(
        what="HTML table of 3,000 rows to listings",
        figure=seconds(lambda: listings(table)),
        unit="s",
        bound=0.4,
        how=how,
    )
