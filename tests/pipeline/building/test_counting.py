from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from legation.model.dates import Edtf
from legation.model.sources import Capture, Given, InputKind
from legation.pipeline.building.counting import repeated, replacements

ONE_DAY, ANOTHER = Edtf.parse("2020-03-10"), Edtf.parse("2020-03-11")
MORNING, EVENING = datetime(2020, 3, 10, 8, tzinfo=UTC), datetime(2020, 3, 10, 20, tzinfo=UTC)


def capture(id_: str, given: Given, *, sha256: str = "ab" * 32, name: str = "staff.csv") -> Capture:
    return Capture(
        id=id_,
        sha256=sha256,
        size=9,
        origin="file",
        name=name,
        media_type="text/csv",
        added_at=MORNING,
        given=given,
    )


def kinds(kind: InputKind, *ids: str) -> Mapping[str, InputKind | None]:
    return dict.fromkeys(ids, kind)


def test_a_report_added_again_with_its_day_takes_the_place_of_the_one_without() -> None:
    captures = [capture("a", Given()), capture("b", Given(published=ONE_DAY))]
    assert replacements(captures, kinds("report", "a", "b")) == {"a": "b"}
    assert replacements(captures[::-1], kinds("report", "a", "b")) == {"a": "b"}


def test_the_last_word_on_the_day_of_a_report_counts_whatever_its_file_is_called() -> None:
    captures = [
        capture("a", Given(published=ONE_DAY)),
        capture("b", Given(published=ANOTHER), name="copy.csv"),
        capture("c", Given(source="Courier")),
    ]
    assert replacements(captures, kinds("report", "a", "b", "c")) == {"a": "b", "c": "b"}


def test_a_list_of_which_more_is_said_takes_the_place_of_the_one_of_which_less_was_said() -> None:
    captures = [capture("a", Given()), capture("b", Given(as_of=ONE_DAY)), capture("c", Given(as_of=ONE_DAY, url="u"))]
    assert replacements(captures, kinds("list", "a", "b", "c")) == {"a": "c", "b": "c"}


def test_the_same_bytes_of_two_days_are_two_editions() -> None:
    days = [capture("a", Given(as_of=ONE_DAY)), capture("b", Given(as_of=ANOTHER))]
    moments = [capture("a", Given(captured_at=MORNING)), capture("b", Given(captured_at=EVENING))]
    assert replacements(days, kinds("list", "a", "b")) == {}
    assert replacements(moments, kinds("list", "a", "b")) == {}


def test_other_bytes_and_lists_of_another_name_stand_for_themselves() -> None:
    told = Given(as_of=ONE_DAY)
    assert not repeated([capture("a", Given()), capture("b", told, sha256="cd" * 32)])
    assert replacements([capture("a", Given()), capture("b", told, sha256="cd" * 32)], {}) == {}
    assert replacements([capture("a", Given()), capture("b", told, name="other.csv")], kinds("list", "a", "b")) == {}


def test_what_was_taken_for_names_becomes_a_list_once_that_is_said() -> None:
    captures = [capture("a", Given()), capture("b", Given(kind="list", as_of=ONE_DAY))]
    assert replacements(captures, {"a": "names", "b": "list"}) == {"a": "b"}
