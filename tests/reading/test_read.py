from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.model.documents import Document
from legation.reading import lines_total, read

MARKUP = """<p>|</p>|<table>|<tr>|<td>|<td rowspan=2>|</table>|<ul>|<li>|<dl>|<dt>|<dd>|<br>|<h2>|</h2>|<!--|-->
<script>|</script>|<div class=card>|<img alt='Ilo Tarbo'>|&amp;|Ilo| Tarbo |Атташе|<|>|<pre>|</pre>|<select>|<option>"""
FRAGMENTS = st.sampled_from([*MARKUP.replace("\n", "|").split("|"), "\n", "\u00a0", "\u2028"])


def check(document: Document) -> None:
    if document.media_type != "text/plain":
        assert document.text == "\n".join(block.text for block in document.blocks)
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert "\n" not in block.text
        assert block.text.strip()
        assert document.passage(block).stands_in(document.text)
    assert 0.0 <= document.coverage <= 1.0
    assert document.state == "ok" or document.notes
    assert lines_total(document) >= len(document.blocks)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
def test_every_passage_of_any_page_is_found_again(source: str) -> None:
    check(read(("<!doctype html><html><body>" + source).encode()))


@given(st.lists(st.lists(st.text(max_size=6), min_size=1, max_size=4), max_size=8))
def test_every_passage_of_any_sheet_is_found_again(rows: list[list[str]]) -> None:
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    check(read(text.encode("utf-8", "replace"), name="x.csv"))


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"<html>", b"PK\x03\x04", b"\xff\xfe", b"a,b,c\n"])
)
def test_no_bytes_make_reading_fail(data: bytes, start: bytes) -> None:
    check(read(start + data))


def test_the_same_bytes_give_the_same_document() -> None:
    data = b"<html><body><p>Mr Ilo TARBO</p></body></html>"
    assert read(data) == read(data)
    assert read(data).reader == "legation-html/5"


def test_a_declared_charset_comes_before_that_of_the_page() -> None:
    data = b"<html><head><meta charset=iso-8859-1></head><body>" + "г-н Ило Тарбо, атташе по делам".encode("koi8-r")
    assert "Тарбо" in read(data, charset="koi8-r").text
