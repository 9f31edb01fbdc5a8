from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from legation.archive.dialects.internet_archive import FIELDS, question, read_page
from legation.errors import ArchiveAnswerError

ROW = (
    "example,mission)/staff 20220204100000 http://mission.example:80/staff text/html 200 "
    "QWERTYUIOPASDFGHJKLZXCVBNM234567 4321"
)


def as_json(*rows: str, key: str | None = None) -> str:
    table: list[list[str]] = [list(FIELDS), *(row.split(" ") for row in rows)]
    return json.dumps([*table, [], [key]] if key else table)


def test_a_row_is_a_holding_with_the_address_as_printed() -> None:
    (one,) = read_page("ia", as_json(ROW)).holdings
    assert (one.url, one.status, one.media_type, one.length) == (
        "http://mission.example:80/staff",
        200,
        "text/html",
        4321,
    )
    assert one.at == datetime(2022, 2, 4, 10, tzinfo=UTC)


def test_lines_say_the_same_as_the_table() -> None:
    assert read_page("ia", ROW + "\n").holdings == read_page("ia", as_json(ROW)).holdings


@pytest.mark.parametrize("nothing", ["[]", "", "\n"])
def test_no_rows_are_no_holdings(nothing: str) -> None:
    assert read_page("ia", nothing).holdings == ()


@pytest.mark.parametrize(
    "text",
    [
        as_json(ROW, key="example%2Cmission%29%2F+2022020410000%3A"),
        f"{ROW}\n\nexample%2Cmission%29%2F+2022020410000%3A\n",
    ],
)
def test_the_resume_key_is_kept_as_it_came(text: str) -> None:
    page = read_page("ia", text)
    assert page.following == ("example%2Cmission%29%2F+2022020410000%3A",)
    assert len(page.holdings) == 1


def test_exact_repetitions_are_one_and_neighbors_of_another_time_stay() -> None:
    later = ROW.replace("20220204100000", "20220205100000")
    assert len(read_page("ia", as_json(ROW, ROW, ROW, later)).holdings) == 2


def test_a_revisit_has_no_status_and_no_type_of_its_own() -> None:
    (one,) = read_page(
        "ia", as_json("k 20200612014014 https://m.example/ warc/revisit - DBA3N4QWERTYUIOPASDFGHJKLZXCVB23 606")
    ).holdings
    assert (one.revisit, one.status, one.media_type) == (True, None, None)


@pytest.mark.parametrize(
    "address", ["http://mailto:name@m.example", "data:text/html,x", "not-an-address", "mailto:name@m.example"]
)
def test_rows_that_name_no_page_are_told_apart(address: str) -> None:
    page = read_page("ia", as_json(ROW, f"k 20200612014014 {address} text/html 200 D 1"))
    assert len(page.holdings) == 1
    assert len(page.malformed) == 1


def test_an_inserted_00_is_taken_out_and_flagged() -> None:
    (one,) = read_page("ia", as_json(ROW.replace("20220204100000", "20000800241623"))).holdings
    assert one.at == datetime(2000, 8, 24, 16, 23, tzinfo=UTC)
    assert one.timestamp == "20000800241623"
    assert "00" in one.flags[0]


def test_an_address_with_spaces_stays_whole() -> None:
    (one,) = read_page("ia", "k 20220204100000 http://m.example/our staff.html text/html 200 D 77").holdings
    assert (one.url, one.length) == ("http://m.example/our staff.html", 77)


@pytest.mark.parametrize("broken", ['[["urlkey","timesta', '[{"a": 1}]', "[1, 2]"])
def test_an_answer_that_broke_off_says_so(broken: str) -> None:
    with pytest.raises(ArchiveAnswerError):
        read_page("ia", broken)


def test_the_question_always_asks_for_the_key_that_resuming_needs() -> None:
    asked = dict(question("m.example/staff", since="2020", until=None, resume="k+1"))
    assert "urlkey" in asked["fl"]
    assert (asked["from"], asked["resumeKey"]) == ("2020", "k+1")
    assert "collapse" not in asked
