"""Invented lists as documents: what a test writes is read by the reader and then extracted."""

from __future__ import annotations

from legation.extraction.rosters import extract_roster
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.keys import sha256_hex
from legation.model.listings import Listing, Roster
from legation.model.sources import Given
from legation.reading import lines_total, read
from legation.vocabulary.states import Gazetteer

GAZETTEER = Gazetteer.default().with_states(
    [("XV", "Velmoria", "Velmorien", "Velmorie", "Вельмория"), ("XB", "Brannia", "Brannien")]
)


def roster_of(
    text: str, *, name: str = "list.txt", given: Given | None = None, gazetteer: Gazetteer = GAZETTEER
) -> Roster:
    """The roster of a list written in a test; the name's ending says its format."""
    document = document_of(text, name=name)
    roster = extract_roster(document, given or Given(), gazetteer, name=name)
    check(roster, document)
    return roster


def document_of(text: str, *, name: str = "list.txt") -> Document:
    """A list written in a test, as the reader gives it."""
    media_type = {"html": "text/html", "csv": "text/csv", "txt": "text/plain"}[name.rpartition(".")[2]]
    return read(text.encode(), name=name, media_type=media_type, charset="utf-8")


def check(roster: Roster, document: Document) -> None:
    """What holds for every roster: quotes are found again, lines add up, ids differ, order counts from one."""
    for passage in [*(each.passage for each in roster.listings), *(each.passage for each in roster.residue)]:
        assert passage.stands_in(document.text)
    assert roster.edition.lines.total == lines_total(document)
    assert len({each.id for each in roster.listings}) == len(roster.listings)
    by_mission: dict[tuple[str | None, str | None], list[int]] = {}
    for each in roster.listings:
        key = (each.mission, None if each.mission else each.mission_heading)
        by_mission.setdefault(key, []).append(each.order)
    assert all(orders == list(range(1, len(orders) + 1)) for orders in by_mission.values())


def said(listing: Listing) -> tuple[str | None, str | None, str | None]:
    """Name, title and rank of a listing."""
    return listing.name, listing.title, listing.rank


def page_lines(*lines: tuple[str, float, float] | tuple[str, float, float, int]) -> Document:
    """A PDF's lines from text, type size, top and page; each as wide as its text."""
    blocks, start = [], 0
    for text, size, top, *page in lines:
        box = (77.0, top, 77.0 + 5 * len(text), top + size)
        blocks.append(Block(kind="paragraph", text=text, start=start, page=page[0] if page else 1, box=box, size=size))
        start += len(text) + 1
    text = "\n".join(block.text for block in blocks)
    return Document(
        sha256=sha256_hex(text.encode()),
        media_type="application/pdf",
        reader="test",
        pages=max(block.page or 1 for block in blocks),
        text=text,
        blocks=tuple(blocks),
    )


def roster_on_pages(document: Document, given: Given | None = None) -> Roster:
    """The roster of a document made of lines on pages."""
    roster = extract_roster(document, given or Given(), GAZETTEER)
    check(roster, document)
    return roster


def given(**fields: str) -> Given:
    """What a reporter said: `as_of` as text, the rest as it is."""
    day = fields.pop("as_of", None)
    return Given(as_of=Edtf.parse(day) if day else None, **fields)  # type: ignore[arg-type]
