from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.archive.dialects.timemap import http_date, links, read_timemap, relation
from legation.errors import ArchiveAnswerError

MAP = """<http://m.example/a,b;c?x=1,2>; rel="original",
<http://archive.example/timemap/link/http://m.example/a>; rel="self";
  type="application/link-format"; from="Fri, 04 Feb 2022 10:00:00 GMT",
<http://archive.example/timegate/http://m.example/a>; rel="timegate",
<http://archive.example/20220204100000/http://m.example/a,b;c?x=1,2>; rel="first memento";
  datetime="Fri, 04 Feb 2022 10:00:00 GMT",
<http://archive.example/20220304100000/http://m.example/a,b;c?x=1,2>; rel="Memento Last";
  datetime="Fri, 04 Mar 2022 10:00:00 GMT"; collection="x, y"
"""


def test_mementos_are_listed_with_the_original_address_commas_and_all() -> None:
    page = read_timemap("peer", MAP)
    assert [one.timestamp for one in page.holdings] == ["20220204100000", "20220304100000"]
    assert {one.url for one in page.holdings} == {"http://m.example/a,b;c?x=1,2"}
    assert page.following == ()


def test_the_order_of_links_and_their_line_ends_do_not_matter() -> None:
    turned = ",\r\n".join(reversed(MAP.strip().split(",\n")))
    listed = {one.timestamp: one for one in read_timemap("peer", turned).holdings}
    assert listed == {one.timestamp: one for one in read_timemap("peer", MAP).holdings}


def test_unquoted_relations_and_a_comma_at_the_end_are_taken() -> None:
    (one,) = read_timemap(
        "peer",
        '<http://a.example/20220204100000/http://m.example/>;rel=memento;datetime="Fri, 04 Feb 2022 10:00:00 GMT",\n',
    ).holdings
    assert one.at == datetime(2022, 2, 4, 10, tzinfo=UTC)


def test_further_timemaps_are_told() -> None:
    more = '<http://a.example/timemap/2/http://m.example/>; rel="timemap"; type="application/link-format"'
    assert read_timemap("peer", f"{MAP.strip()},\n{more}").following == (
        "http://a.example/timemap/2/http://m.example/",
    )


def test_a_date_that_disagrees_with_the_address_is_flagged_and_both_are_kept() -> None:
    (one,) = read_timemap(
        "peer",
        '<http://a.example/20220204100000id_/http://m.example/>; rel="memento"; '
        'datetime="Sat, 05 Feb 2022 10:00:00 GMT"',
    ).holdings
    assert (one.timestamp, one.at) == ("20220204100000", datetime(2022, 2, 5, 10, tzinfo=UTC))
    assert one.flags == ("the TimeMap says 20220205100000, the address 20220204100000",)


@pytest.mark.parametrize("broken", ["no link", "<http://a.example/", "<html><body>busy</body></html>"])
def test_what_is_no_timemap_says_where(broken: str) -> None:
    with pytest.raises(ArchiveAnswerError):
        list(links(broken))


def test_a_link_header_that_cannot_be_read_has_no_relations() -> None:
    assert relation("nonsense", "original") is None
    assert relation('<http://m.example/>; rel="original"', "original") == "http://m.example/"


def test_dates_of_http_and_what_is_none() -> None:
    assert http_date("Fri, 04 Feb 2022 10:00:00 GMT") == datetime(2022, 2, 4, 10, tzinfo=UTC)
    assert http_date("yesterday") is None


address = st.text(st.characters(exclude_characters=">", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1)
quoted = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(st.lists(st.tuples(address, quoted), max_size=5))
def test_any_links_that_are_written_by_the_grammar_are_read_again(written: list[tuple[str, str]]) -> None:
    text = " , ".join(
        '<{}>; rel=memento; title="{}"'.format(where, said.replace("\\", "\\\\").replace('"', '\\"'))
        for where, said in written
    )
    assert [(where, said["title"]) for where, said in links(text)] == written
