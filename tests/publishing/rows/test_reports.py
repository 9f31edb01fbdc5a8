from __future__ import annotations

from legation.model.claims import Attribution, Claim, Event, NamedPerson, Report
from legation.model.dates import Edtf, Precision
from legation.model.documents import Passage
from legation.publishing.rows import claim_row, event_row, report_rows

PASSAGE = Passage(sha256="cd" * 32, start=0, end=4, quote="text")
FIRST = Event(
    id="event-a",
    type="expulsion",
    status="announced",
    layer="body",
    passage=PASSAGE,
    rule="r",
    actor="QV",
    target="QZ",
    count=8,
    count_unit="persons",
    date=Edtf.parse("2019-03-15"),
    date_precision=Precision.DAY,
    persons=(NamedPerson(name="Ana Velled"),),
    attribution=(Attribution(speaker="the ministry", stance="asserts"),),
)
SECOND = Event(
    id="event-b",
    type="ceiling",
    status="announced",
    layer="body",
    passage=PASSAGE,
    rule="r",
    posts_from=20,
    posts_to=10,
    in_response_to="event-a",
)
DENIAL = Claim(
    id="claim-a", type="denial", status="asserted", layer="body", passage=PASSAGE, rule="r", about="event-b", value=""
)


def test_references_count_inside_one_report() -> None:
    report = Report(
        sha256=PASSAGE.sha256,
        published=None,
        published_basis=None,
        language="en",
        title=None,
        events=(FIRST, SECOND),
        claims=(DENIAL,),
    )
    first, second, denial = report_rows(report)
    assert first["in_response_to"] is None
    assert second["in_response_to"] == "e0"
    assert denial["about"] == "e1"


def test_references_are_ids_in_a_case() -> None:
    assert event_row(SECOND)["in_response_to"] == "event-a"
    assert claim_row(DENIAL)["about"] == "event-b"


def test_a_ceiling_says_from_and_to_how_many_posts() -> None:
    row = event_row(SECOND)
    assert (row["from"], row["to"], row["count"]) == (20, 10, None)


def test_an_event_names_its_persons_its_date_and_who_says_so() -> None:
    row = event_row(FIRST)
    assert row["persons"] == [{"name": "Ana Velled", "role": None}]
    assert (row["date"], row["date_precision"]) == ("2019-03-15", "day")
    assert row["attribution"] == [
        {"speaker": "the ministry", "stance": "asserts", "anonymous": False, "count": None, "independent": None}
    ]


def test_an_empty_value_of_a_claim_is_null() -> None:
    assert claim_row(DENIAL)["value"] is None
