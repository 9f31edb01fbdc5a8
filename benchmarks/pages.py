"""How long does it take to get the listings of one large file, beside a bare library on the same bytes?

Every run reads other bytes, so nothing that was remembered of one helps the next. Figures are processor seconds of one
process, the least of the runs: what else the machine does at the time changes them least.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html.parser import HTMLParser

import docx
import pypdfium2

from benchmarks.invented import dense_print, long_text, table_page
from benchmarks.lists import pdf, sections
from benchmarks.measure import Measure, least
from legation.extraction.rosters import extract_roster
from legation.model.quick import collection_rested
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

RUNS = 4


def listings(data: bytes) -> int:
    """Listings that are read from a file's bytes."""
    with collection_rested():
        return len(extract_roster(read(data), Given(), Gazetteer.default()).listings)


def bare_print(data: bytes) -> int:
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


def bare_page(data: bytes) -> int:
    """Signs that the standard library's parser gives for a page."""
    signs = 0

    class Counter(HTMLParser):
        def handle_data(self, data: str) -> None:
            nonlocal signs
            signs += len(data)

    Counter().feed(data.decode())
    return signs


def bare_document(data: bytes) -> int:
    """Signs that python-docx gives for all paragraphs."""
    return sum(len(paragraph.text) for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def measures() -> Iterator[Measure]:
    """A table of 3,000 rows, 60 dense pages, 9,000 paragraphs, and a list of 300 pages beside its bare text."""
    yield _within("HTML table of 3,000 rows", 0.4, [table_page(n, 3000) for n in range(2 * RUNS)], bare_page)
    yield _within("60 pages of 3 columns, 4,600 people", 3, [dense_print(n) for n in range(RUNS)], bare_print)
    yield _within("DOCX of 9,000 paragraphs", 3, [long_text(n) for n in range(2)], bare_document)
    blocks = [pdf(sections(n, missions=150, staff=13), date(2020, 3, 1)) for n in range(RUNS)]
    whole, bare = least(listings, blocks).processor, least(bare_print, blocks).processor
    how = f"{listings(blocks[0]):,} listings in {whole:.2f} s; bare pypdfium2 text in {bare:.2f} s"
    yield Measure(what="list of 300 pages to listings", figure=whole / bare, unit="× bare text", bound=6, how=how)


def _within(what: str, bound: float, files: Sequence[bytes], peer: Callable[[bytes], int]) -> Measure:
    whole, bare = least(listings, files), least(peer, files)
    how = (
        f"{whole.wall:.2f} s on the wall; {listings(files[0]):,} listings; "
        f"{whole.processor / bare.processor:.1f} × {peer.__name__} of a library ({bare.processor:.2f} CPU s)"
    )
    return Measure(what=what, figure=whole.processor, unit="CPU s", bound=bound, how=how)
