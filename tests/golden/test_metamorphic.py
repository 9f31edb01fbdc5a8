"""What changes nothing: the same list in other wrappings gives the same listings."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.golden import office, pages
from tests.golden.measure import roster_of, row_of
from tests.golden.truth import Printed

PAGES = [
    make(language, 5)
    for make, language in (
        (pages.cards, "en"),
        (pages.web_directory, "fr"),
        (pages.dashed, "ru"),
        (pages.broken_by_hand, "es"),
        (pages.ranks_over_names, "de"),
        (pages.accordion, "en"),
        (pages.by_country, "uk"),
    )
]
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
    text = printed.body.decode().replace('charset="utf-8"', f'charset="{charset}"')
    return replace(printed, body=text.encode(charset, "xmlcharrefreplace"))


def split_runs(body: bytes) -> bytes:
    """Each heading's and bold run's text in two runs."""
    return re.sub(rb">([^\s<>&]+) ([^<>&]+)</(b|h4|strong)>", rb"><span>\1</span> <span>\2</span></\3>", body)


@pytest.mark.parametrize("printed", PAGES, ids=lambda each: each.id)
class TestAPage:
    def test_the_order_of_attributes_changes_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=reordered(printed.body))) == listed(printed)

    def test_more_boxes_around_it_change_nothing(self, printed: Printed) -> None:
        boxed = inside(printed.body, b"<div><div class=wrap><div>" * 9, b"</div></div></div>" * 9)
        assert listed(replace(printed, body=boxed)) == listed(printed)

    def test_ten_thousand_boxes_around_it_change_nothing(self, printed: Printed) -> None:
        boxed = inside(printed.body, b"<div>" * 10_000, b"</div>" * 10_000)
        assert listed(replace(printed, body=boxed)) == listed(printed)

    @pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16", "iso-8859-1"])
    def test_another_encoding_changes_nothing(self, printed: Printed, charset: str) -> None:
        assert listed(recoded(printed, charset)) == listed(printed)

    def test_menus_and_cookie_banners_change_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=inside(printed.body, NAV + COOKIES, COOKIES + NAV))) == listed(printed)

    def test_a_name_in_two_runs_changes_nothing(self, printed: Printed) -> None:
        assert listed(replace(printed, body=split_runs(printed.body))) == listed(printed)


def test_a_word_table_and_a_workbook_of_the_same_people_list_the_same() -> None:
    word, sheet = (
        [(each.name or "").casefold() for each in roster_of(make("nl", 5)).listings]
        for make in (office.word_table, office.open_sheet)
    )
    assert word == sheet
