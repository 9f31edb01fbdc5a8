from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.model.documents import folded
from legation.pipeline.deciding.notes import quoted
from legation.reading import read

TEXTS = st.text(st.sampled_from("ab \n\tЖé"), min_size=1, max_size=60).filter(str.strip)


@given(TEXTS, st.data())
def test_every_stretch_of_a_text_is_quoted_where_it_stands(text: str, data: st.DataObject) -> None:
    document = read(text.encode(), name="a.txt")
    whole = folded(document.text)
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    quote = folded(whole[start : data.draw(st.integers(start + 1, len(whole)))])
    if not quote:
        return
    passage = quoted(document, quote)
    assert passage is not None
    assert passage.stands_in(document.text)
    assert folded(passage.quote) == quote


def test_what_does_not_stand_there_is_not_quoted() -> None:
    document = read(b"one two three", name="a.txt")
    assert quoted(document, "two four") is None
    assert quoted(document, "  ") is None
