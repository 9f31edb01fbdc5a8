from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.documents import Block, Document, Passage, folded, joined

LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=12), min_size=1, max_size=6
)


def document(lines: list[str]) -> Document:
    blocks, start = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(kind="paragraph", text=line, start=start, page=1 + number // 3, element=number))
        start += len(line) + 1
    return Document(sha256="0" * 64, media_type="text/html", reader="test", text="\n".join(lines), blocks=tuple(blocks))


@given(LINES, st.data())
def test_every_stretch_of_a_text_is_found_again(lines: list[str], data: st.DataObject) -> None:
    read = document(lines)
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    passage = read.span(start, end)
    assert passage.stands_in(read.text) or not folded(passage.quote)
    assert folded(passage.quote) == folded(read.text[start:end])


@given(LINES, st.data())
def test_a_block_is_found_again_with_its_page_and_element(lines: list[str], data: st.DataObject) -> None:
    read = document(lines)
    block = data.draw(st.sampled_from(read.blocks))
    passage = read.passage(block)
    assert passage.stands_in(read.text)
    assert (passage.page, passage.element, passage.quote) == (block.page, block.element, block.text)


def test_a_quote_at_another_place_is_not_found() -> None:
    read = document(["Dario VELTRAN", "Second Secretary"])
    passage = read.passage(read.blocks[1])
    moved = Passage(sha256=passage.sha256, start=passage.start - 1, end=passage.end - 1, quote=passage.quote)
    assert not moved.stands_in(read.text)


def test_an_empty_quote_is_never_found() -> None:
    assert not Passage(sha256="0" * 64, start=0, end=0, quote="").stands_in("text")


def test_a_passage_over_two_pages_has_both_as_parts() -> None:
    read = document(["one", "two", "three", "Dario", "VELTRAN"])
    passage = read.span(read.blocks[2].start, read.blocks[3].end)
    assert passage.quote == "three Dario"
    assert [part.page for part in passage.parts] == [1, 2]
    assert passage.stands_in(read.text)


def test_parts_that_give_another_quote_are_not_found() -> None:
    read = document(["Dario", "VELTRAN"])
    whole = read.span(0, len(read.text))
    wrong = Passage(sha256=whole.sha256, start=0, end=whole.end, quote="Dario V.", parts=whole.parts)
    assert not wrong.stands_in(read.text)


def test_a_passage_of_no_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one part"):
        joined([])
