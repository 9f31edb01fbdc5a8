"""An outline keeps the order of a page and none of its power."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from legation.reading import read
from legation.reading.rebuilt import rebuilt

HOSTILE = (
    "<script>x()</script>",
    "<img src=//out.example/i onerror=x()>",
    "<svg onload=x()><image href=//out.example/s></svg>",
    "<a href='javascript:x()' ping=//out.example/p>Name</a>",
    "<form action=//out.example><input name=a autofocus onfocus=x()><button>Go</button></form>",
    "<meta http-equiv=refresh content='0;url=//out.example/m'>",
    "<link rel=stylesheet href=//out.example/c><base href=//out.example/>",
    "<iframe srcdoc='<script>x()</script>'></iframe><object data=//out.example/o></object>",
    "<style>@import '//out.example/f'; body { background: url(//out.example/b) }</style>",
    "<p style='background:url(//out.example/q)' onclick=x()>A &lt;script&gt;x()&lt;/script&gt; line</p>",
    "<td colspan='2\" onmouseover=x()'>cell</td>",
    "<h1>Head<b>ing</b></h1><ul><li>one<li>two</ul>",
    "<table><tr><th colspan=2>wide<tr><td>a<td>b</table>",
    "<x-own onpointerenter=x()>own</x-own><math><mtext><style><img src=x onerror=x()>",
)


def _outline(page: bytes) -> str:
    from html import escape

    document = read(page)
    return rebuilt(page, {block.start: escape(block.text) for block in document.blocks}) or ""


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=8))
def test_no_attribute_and_no_tag_of_the_page_is_left(parts: list[str]) -> None:
    made = _outline("".join(["<html><body>", *parts]).encode())
    for tag in re.findall(r"<[^>]*>", made):
        assert re.fullmatch(
            r"</?(?:div|h[1-6]|p|[uo]l|li|d[ltd]|table|caption|t(?:head|body|foot|[rdh])|blockquote|pre|figcaption)"
            r'(?: (?:col|row)span="\d+"){0,2}>',
            tag,
        ), tag


def test_headings_tables_and_lists_stay_in_their_order() -> None:
    made = _outline(
        b"<h2>Staff</h2><table><tr><th colspan=2>Who<tr><td>Dario VELTRAN<td>Consul</table><ol><li>End</ol>"
    )
    assert re.sub(r"\s+", "", made).endswith(
        '<h2>Staff</h2><table><tbody><tr><thcolspan="2">Who</th></tr><tr><td>DarioVELTRAN</td><td>Consul</td></tr>'
        "</tbody></table><ol><li>End</li></ol></div></div>"
    )


def test_every_line_that_is_given_is_shown_and_no_other() -> None:
    page = b"<p>first</p><p>second</p><p>third</p>"
    first, _, third = read(page).blocks
    made = rebuilt(page, {first.start: "FIRST", third.start: "THIRD"}) or ""
    assert "FIRST" in made
    assert "THIRD" in made
    assert "second" not in made


def test_a_page_nested_without_end_has_no_outline() -> None:
    assert rebuilt(b"<div>" * 30_000 + b"deep", {}) is None
