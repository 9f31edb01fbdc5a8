"""Rows stand in their source's lines and on its pages; relatives in neither."""

from __future__ import annotations

from dataclasses import replace

from legation.extraction.rosters.explaining import explain_roster
from legation.model.documents import Block, Document
from legation.model.sources import Given
from legation.publishing.beside import Beside, Line, Stretch, beside_list, beside_said
from legation.publishing.leaves import LINES, LONGEST, leaf_at, leaf_of_row, leaves
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests import make

SPOUSES = """Embassy of France

H.E. Mr Dario VELTRAN
Ambassador (1 May 2019)
Mrs Oriane VELTRAN

Ms Ilse MARKOVAN
Counsellor (2 June 2018)

Mr Joran PESTEL
First Secretary (3 July 2017)
Mrs Lenka PESTEL
"""


def _beside(text: str) -> Beside:
    roster, why = explain_roster(read(text.encode()), Given(), Gazetteer.default())
    return beside_list(read(text.encode()), roster, why.withheld)


def test_no_line_shows_a_spouse() -> None:
    beside = _beside(SPOUSES)
    shown = "\n".join(stretch.text for line in beside.lines for stretch in line.stretches)
    assert len(beside.rows) == 3
    assert "VELTRAN" in shown
    assert "Oriane" not in shown
    assert "Lenka" not in shown
    assert "Oriane" not in "".join(each.text for _, made in beside.blocks for each in made)
    assert [line.kind for line in beside.lines].count("withheld") == 2


def test_a_row_begins_once() -> None:
    beside = _beside(SPOUSES)
    begun = [row for line in beside.lines for stretch in line.stretches for row in stretch.begins]
    assert begun == [1, 2, 3]


def test_the_place_of_a_withheld_line_on_its_page_is_covered() -> None:
    lines = SPOUSES.splitlines()
    blocks, start = [], 0
    for at, text in enumerate(lines):
        if text:
            box = (50.0, 20.0 * at, 50.0 + 6 * len(text), 20.0 * at + 12)
            blocks.append(Block(kind="paragraph", text=text, start=start, page=1, box=box))
            start += len(text) + 1
    text = "\n".join(block.text for block in blocks)
    document = Document(
        sha256=make.digest("pages"), media_type="application/pdf", reader="r", pages=1, text=text, blocks=tuple(blocks)
    )
    roster, why = explain_roster(document, Given(), Gazetteer.default())
    beside = beside_list(document, roster, why.withheld)
    private = {block.box for block in blocks if "Oriane" in block.text or "Lenka" in block.text}
    assert {box for _, box in beside.covered} == private
    assert {mark.row for mark in beside.marks} == {1, 2, 3}


def _on_a_page(*rows: str) -> tuple[Document, list[Block]]:
    """Lines on a page, whose boxes say nothing of where in them a word stands."""
    blocks, start = [], 0
    for at, text in enumerate(rows):
        box = (50.0, 20.0 * at, 400.0, 20.0 * at + 12)
        blocks.append(Block(kind="paragraph", text=text, start=start, page=1, box=box))
        start += len(text) + 1
    text = "\n".join(rows)
    sha256 = make.digest("pages")
    made = Document(sha256=sha256, media_type="application/pdf", reader="r", pages=1, text=text, blocks=tuple(blocks))
    return made, blocks


def test_a_line_that_a_relative_shares_is_covered_whole_and_no_other() -> None:
    document, (head, shared, alone) = _on_a_page(
        "Embassy of France", "Mr Dario VELTRAN, iiiiiiiiii, WWWWWWWW, Mrs Oriane VELTRAN", "Ms Ilse MARKOVAN"
    )
    start, end = shared.start, shared.start + len("Mr Dario VELTRAN")
    first = replace(make.listing("Dario VELTRAN"), passage=document.span(start, end), accompanied=True)
    second = replace(make.listing("Ilse MARKOVAN"), passage=document.span(alone.start, alone.end), accompanied=True)
    roster = make.roster("2020-01-01", first, second)
    beside = beside_list(document, roster, frozenset())
    assert head.box not in [box for _, box in beside.covered]
    assert beside.covered == ((1, shared.box),)


def test_a_sign_between_the_words_of_a_listing_covers_nothing() -> None:
    document, (line,) = _on_a_page("Mr Dario VELTRAN *")
    listing = replace(make.listing("Dario VELTRAN"), passage=document.span(line.start, line.end - 2), accompanied=True)
    assert beside_list(document, make.roster("2020-01-01", listing), frozenset()).covered == ()


def test_words_of_several_rows_belong_to_each_of_them() -> None:
    document = read(b"Velmark told nine envoys of Brannia to leave, a spokesman said on Monday.")
    whole = replace(make.claim("statement"), passage=document.span(0, 72))
    inner = replace(make.event("expulsion"), passage=document.span(8, 44))
    beside = beside_said(document, [inner, whole])
    assert beside.rows == (whole.id, inner.id)
    (line,) = beside.lines
    assert "".join(stretch.text for stretch in line.stretches) == document.text
    assert [stretch.rows for stretch in line.stretches] == [(1,), (1, 2), (1,), ()]
    assert [stretch.begins for stretch in line.stretches] == [(1,), (2,), (), ()]


def _lines(count: int, every: int, pages: int | None = None) -> Beside:
    lines = tuple(
        Line(
            kind="person",
            start=10 * at,
            end=10 * at + 9,
            page=at * pages // count + 1 if pages else None,
            stretches=(Stretch(text="x", begins=(at // every + 1,) if at % every == 0 else ()),),
        )
        for at in range(count)
    )
    rows = tuple(f"listing-{number}" for number in range(-(-count // every)))
    return Beside(rows=rows, lines=lines, blocks=(), marks=(), covered=())


def test_every_line_and_row_is_on_one_leaf() -> None:
    for count, every, pages in ((5, 2, None), (1000, 3, None), (1000, 1000, None), (90, 4, 7)):
        beside = _lines(count, every, pages)
        found = leaves(beside, pages=pages)
        assert [line for leaf in found for line in leaf.lines] == list(beside.lines)
        assert sorted(row for leaf in found for row in leaf.rows) == list(range(1, len(beside.rows) + 1))
        assert [leaf.number for leaf in found] == list(range(1, len(found) + 1))
        assert all(len(leaf.lines) <= LONGEST for leaf in found)


def test_a_part_ends_before_a_row_begins() -> None:
    first, *_ = leaves(_lines(1000, 7), pages=None)
    assert len(first.lines) == -(-LINES // 7) * 7


def test_a_page_without_a_line_is_a_leaf_all_the_same() -> None:
    found = leaves(_lines(4, 1, 2), pages=5)
    assert [leaf.page for leaf in found] == [1, 2, 3, 4, 5]
    assert [len(leaf.rows) for leaf in found] == [2, 2, 0, 0, 0]


def test_a_place_and_a_row_lead_to_their_leaf() -> None:
    found = leaves(_lines(1000, 4), pages=None)
    for leaf in found:
        assert leaf_at(found, leaf.lines[0].start) is leaf
        assert leaf_at(found, leaf.lines[-1].end) is leaf
        assert all(leaf_of_row(found, row) is leaf for row in leaf.rows)


def test_a_row_without_a_line_of_its_own_is_on_the_first_leaf() -> None:
    beside = _lines(10, 5)
    lost = Beside(rows=(*beside.rows, "listing-lost"), lines=beside.lines, blocks=(), marks=(), covered=())
    assert leaves(lost, pages=None)[0].rows == (1, 2, 3)


def test_a_source_without_a_line_has_one_empty_leaf() -> None:
    empty = Beside(rows=(), lines=(), blocks=(), marks=(), covered=())
    (leaf,) = leaves(empty, pages=None)
    assert leaf.rows == ()
