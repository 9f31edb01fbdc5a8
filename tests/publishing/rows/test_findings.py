from __future__ import annotations

from datetime import date

from legation.model.dates import Bounds, Certainty
from legation.model.documents import Passage
from legation.model.findings import Change, Seen, Step, Sum, Tally, Term, Usual
from legation.model.parties import Person
from legation.model.postings import Derivation, Input, Posting, TitleSpan
from legation.publishing.rows import change_row, posting_row, short_id, sum_row, tally_row

PERSON = Person(id="listing-1", label="Ana Velled")
PASSAGE = Passage(sha256="cd" * 32, start=0, end=10, quote="Ana Velled")
WINDOW = Bounds(earliest=date(2020, 1, 2), latest=date(2020, 2, 1))
POSTING = Posting(
    id="posting-1",
    person=PERSON,
    mission="QZ/QV",
    titles=(
        TitleSpan(title="Attaché", rank="attache", first="2020-01-01", last="2020-01-01"),
        TitleSpan(title="Counsellor", rank="counsellor", first="2020-02-01", last="2020-02-01"),
    ),
    listed_from=Bounds(latest=date(2020, 1, 1)),
    listed_to=None,
    start=Bounds.on(date(2019, 12, 1)),
    start_basis="printed",
    end=None,
    end_basis=None,
    end_kind="open",
    windows=(),
    editions=("2020-01-01", "2020-02-01"),
    derivation=(
        Derivation(
            rule="consecutive-editions",
            version=1,
            inputs=(
                Input(id="listing-1", sha256="cd" * 32, quote="Ana Velled", order=1, as_of="2020-01-01"),
                Input(id="event-1"),
            ),
        ),
    ),
    passages=(PASSAGE, PASSAGE),
)


def test_a_posting_shows_its_last_title_and_open_sides_as_null() -> None:
    row = posting_row(POSTING)
    assert (row["title"], row["rank"], row["on"]) == ("Counsellor", "counsellor", None)
    assert row["listed"] == {"from": {"earliest": None, "latest": "2020-01-01"}, "to": None}
    assert row["end"] is None


def test_a_posting_says_how_sure_a_day_is() -> None:
    assert posting_row(POSTING, Certainty.POSSIBLE)["on"] == "possible"


def test_a_derivation_gives_listings_by_place_and_other_values_by_id() -> None:
    assert posting_row(POSTING)["derivation"] == [
        {
            "rule": "consecutive-editions",
            "version": 1,
            "inputs": [
                {
                    "id": "listing-1",
                    "sha256": "cd" * 32,
                    "quote": "Ana Velled",
                    "order": 1,
                    "as_of": "2020-01-01",
                },
                {"id": "event-1"},
            ],
        }
    ]


def test_a_change_has_a_side_before_and_none_after() -> None:
    seen = Seen(listing="listing-1", name="Ana Velled", title=None, rank=None, dates=("2019-12-01",), passage=PASSAGE)
    row = change_row(
        Change(id="change-1", mission="QZ/QV", change="left", person=PERSON, before=seen, after=None, window=WINDOW)
    )
    assert row["after"] is None
    assert row["window"] == {"earliest": "2020-01-02", "latest": "2020-02-01"}
    assert isinstance(row["before"], dict)
    assert row["before"]["dates"] == [{"kind": "printed", "value": "2019-12-01"}]


def test_a_tally_lists_the_persons_of_each_step_and_what_is_usual() -> None:
    row = tally_row(
        Tally(
            id="tally-1",
            event="happening-1",
            mission="QZ/QV",
            announced=3,
            announced_by=("event-1",),
            steps=(Step(as_of="2020-02-01", listed=4, left=(PERSON,), joined=(), coverage="complete"),),
            window=WINDOW,
            left=1,
            joined=0,
            usual=Usual(per_30_days=0.5, range=(0.0, 1.5), intervals=4, days=200),
            rest=2,
            notes=("why is not said",),
        )
    )
    assert row["steps"] == [
        {
            "as_of": "2020-02-01",
            "listed": 4,
            "left": [{"id": "listing-1", "label": "Ana Velled"}],
            "joined": [],
            "coverage": "complete",
        }
    ]
    assert row["usual"] == {"per_30_days": 0.5, "range": [0.0, 1.5], "intervals": 4, "days": 200}


def test_a_sum_shows_its_terms_with_their_passages() -> None:
    term = Term(value=6, role="listed", passage=PASSAGE)
    row = sum_row(Sum(id="sum-1", terms=(term,), expected=6, printed=5, difference=1, notes=()))
    assert row["terms"] == [
        {
            "value": 6,
            "role": "listed",
            "passage": {"sha256": "cd" * 32, "start": 0, "end": 10, "quote": "Ana Velled"},
        }
    ]


def test_a_short_id_keeps_its_kind_and_eight_digits() -> None:
    assert short_id("posting-0123456789abcdef") == "posting-01234567"
