from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.reading import lines_total, read
from legation.reading.text import lines_in, text_blocks


def test_the_text_stays_as_it_was() -> None:
    text = "Title\r\n\r\n  A line with  spaces \nlast"
    document = read(text.encode())
    assert (document.media_type, document.text) == ("text/plain", text)
    assert [block.text for block in document.blocks] == ["Title", "A line with  spaces", "last"]
    assert lines_total(document) == 4


def test_a_text_of_blank_lines_is_empty() -> None:
    document = read(b"\t\n \n\x0c", name="x.txt")
    assert (document.state, document.blocks) == ("empty", ())


@given(st.text(max_size=300))
def test_each_line_stands_where_it_says(text: str) -> None:
    blocks = text_blocks(text)
    for block in blocks:
        assert text[block.start : block.end] == block.text
        assert block.text == block.text.strip()
        assert "\n" not in block.text
    assert "".join("".join(text.split())) == "".join("".join(block.text.split()) for block in blocks)
    assert lines_in(text) >= len(blocks)
