"""What changes nothing: the same list in other wrappings gives the same listings."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.golden import office, print
from tests.golden.catalogue import LAYOUTS
from tests.golden.measure import roster_of, row_of
from tests.golden.truth import Printed

LISTS = tuple(layout(languages.split()[0], 5) for layout, languages in LAYOUTS)
"""One list of each layout; the small sizes that they are made in are enough to show its structure."""
PAGES = tuple(each for each in LISTS if each.name.endswith("html"))
DOCUMENTS = tuple(each for each in LISTS if each.name.endswith("docx"))
PRINTS = tuple(layout for layout, _ in LAYOUTS if layout.__module__ == print.__name__)
FIELDS = ("name", "honorific", "title", "rank", "section", "sending", "order", "vacant", "accompanied", "dates")
COOKIES = (
    b"<div class='cookie-banner'><p>We use cookies to give you the best experience.</p><button>Accept</button></div>"
)
NAV = b"<nav><ul><li>Home</li><li>News</li><li>Visas</li><li>About us</li></ul></nav>"


def listed(printed: Printed) -> list[tuple[object, ...]]:
    rows = [row_of(each) for each in roster_of(printed).listings]
    return [tuple(str(row[field]) for field in FIELDS) for row in rows]


def reordered(body: bytes) -> bytes:
    """Attributes of each tag the other way round."""
    return re.sub(
        rb"<(\w+)((?: [\w-]+=(?:\"[^\"]*\"|'[^']*'))+)>",
        lambda tag: b"<" + tag[1] + b"".join(reversed(re.findall(rb" [\w-]+=(?:\"[^\"]*\"|'[^']*')", tag[2]))) + b">",
        body,
    )


def inside(body: bytes, before: bytes, after: bytes) -> bytes:
    """Something more at the ends of the page's body."""
    opened = re.sub(rb"(<body[^>]*>)", lambda tag: tag[1] + before, body, count=1)
    return opened.replace(b"</body>", after + b"</body>")


def recoded(printed: Printed, charset: str) -> Printed:
    """The page in another encoding, declared as such."""
    declared = re.search(rb'charset="?([\w-]+)', printed.body)
    assert declared is not None
    now = declared[1].decode()
    text = printed.body.decode(now).replace(f'charset="{now}"', f'charset="{charset}"')
    return replace(printed, body=text.encode(charset, "xmlcharrefreplace"))


def split_runs(body: bytes) -> bytes:
    """Each text of several words in two runs, one of them in an element that runs on in the line."""
    return re.sub(
        rb"(<(?:b|h[1-6]|strong|td|li|p|dt|dd|span|a)\b[^>]*>)([^\s<>&]+) ([^<>&]+)(?=<)", rb"\1<i>\2</i> \3", body
    )


def split_words(body: bytes) -> bytes:
    """Each long word that begins a text in two runs."""
    return re.sub(
        rb"(<(?:b|h[1-6]|strong|td|li|p|dt|dd|span|a)\b[^>]*>)([A-Za-z]{3})([A-Za-z]{2,})(?=[^<>]*<)",
        rb"\1\2<b>\3</b>",
        body,
    )


def boxed_texts(body: bytes) -> bytes:
    """The text of each cell, entry and heading in a box of its own."""
    return re.sub(rb"<(td|li|dd|h[1-6])((?:\s[^>]*)?)>([^<>]+)</\1>", rb"<\1\2><div><div>\3</div></div></\1>", body)


def in_runs(body: bytes) -> bytes:
    """A Word document with each run of text as two."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            data = packed.read(name)
            if name == "word/document.xml":
                data = re.sub(
                    rb"<w:r>((?:<w:rPr>.*?</w:rPr>)?)<w:t(?: [^>]*)?>([^<&]{2})([^<&]+)</w:t></w:r>",
                    rb'<w:r>\1<w:t xml:space="preserve">\2</w:t></w:r><w:r>\1<w:t xml:space="preserve">\3</w:t></w:r>',
                    data,
                )
            made.writestr(name, data)
    return out.getvalue()


class Halves(Canvas):  # type: ignore[misc]
    """Draws each text as two, the second where the first one ends."""

    def drawString(self, x: float, y: float, text: str, **more: object) -> None:
        half = len(text) // 2
        super().drawString(x, y, text[:half], **more)
        super().drawString(x + self.stringWidth(text[:half]), y, text[half:], **more)


@pytest.mark.parametrize("printed", PAGES, ids=lambda each: each.id)
class TestAPage:
    def test_the_order_of_attributes_changes_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=reordered(printed.body))) == listed(printed)

    def test_more_boxes_around_it_change_nothing(self, printed: Printed) -> None:
        boxed = inside(printed.body, b"<div><div class=wrap><div>" * 9, b"</div></div></div>" * 9)
        assert listed(replace(printed, body=boxed)) == listed(printed)

    def test_boxes_around_its_texts_change_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=boxed_texts(printed.body))) == listed(printed)

    @pytest.mark.parametrize("deep", [500, pytest.param(10_000, marks=pytest.mark.long)])
    def test_thousands_of_boxes_around_it_change_nothing(self, printed: Printed, deep: int) -> None:
        boxed = inside(printed.body, b"<div>" * deep, b"</div>" * deep)
        assert listed(replace(printed, body=boxed)) == listed(printed)

    @pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16", "iso-8859-1"])
    def test_another_encoding_changes_nothing(self, printed: Printed, charset: str) -> None:
        assert listed(recoded(printed, charset)) == listed(printed)

    def test_menus_and_cookie_banners_change_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=inside(printed.body, NAV + COOKIES, COOKIES + NAV))) == listed(printed)

    @pytest.mark.parametrize("split", [split_runs, split_words])
    def test_a_name_in_two_runs_changes_nothing(self, printed: Printed, split: Callable[[bytes], bytes]) -> None:
        assert listed(replace(printed, body=split(printed.body))) == listed(printed)


def test_ten_thousand_boxes_around_a_page_change_nothing() -> None:
    boxed = inside(PAGES[0].body, b"<div>" * 10_000, b"</div>" * 10_000)
    assert listed(replace(PAGES[0], body=boxed)) == listed(PAGES[0])


@pytest.mark.parametrize("printed", DOCUMENTS, ids=lambda each: each.id)
def test_two_runs_of_text_where_there_was_one_change_nothing_in_a_document(printed: Printed) -> None:
    split = in_runs(printed.body)
    assert split != printed.body
    assert listed(replace(printed, body=split)) == listed(printed)


@pytest.mark.parametrize("layout", PRINTS, ids=lambda layout: str(layout.__name__))
def test_two_runs_of_text_where_there_was_one_change_nothing_in_print(
    layout: Callable[[str, int], Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = layout("en", 5)
    monkeypatch.setattr(print, "Canvas", Halves)
    halved = layout("en", 5)
    assert halved.body != whole.body
    assert listed(halved) == listed(whole)


def test_a_word_table_and_a_workbook_of_the_same_people_list_the_same() -> None:
    word, sheet = (
        [(each.name or "").casefold() for each in roster_of(make("nl", 5)).listings]
        for make in (office.word_table, office.open_sheet)
    )
    assert word == sheet
