"""What follows from fourteen editions of a real list, and from dated pages whose truth is known exactly."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from legation.analysis.derive import derive
from legation.extraction.rosters import extract_roster
from legation.model.case import Derived, Evidence
from legation.model.claims import Event, Report
from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.model.findings import Change
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.model.sources import Given
from legation.reading import read
from legation.reconstruction.postings import posting_of
from legation.reconstruction.sightings import observe
from legation.reconstruction.stays import stays
from legation.vocabulary.states import Gazetteer

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
LIST, PAGES = SHARED / "rosters" / "de", SHARED / "postings"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent")]

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def announcement(gold: Row) -> Report:
    """An announcement as a reporter would enter it by hand."""
    sending, receiving = gold["mission"].split("/")
    place = Passage(sha256="0" * 64, start=0, end=4, quote="told")
    event = Event(
        id="event-told",
        type="expulsion",
        status="announced",
        layer="body",
        passage=place,
        rule="hand",
        actor=receiving,
        target=sending,
        mission=gold["mission"],
        count=gold["announced"],
        count_unit="persons",
        date=Edtf.parse(gold["announced_on"]),
        deadline=gold.get("deadline", "P5D"),
    )
    return Report(
        sha256="0" * 64,
        published=None,
        published_basis=None,
        language=None,
        title=None,
        events=(event,),
        claims=(),
    )


@cache
def case() -> Derived:
    gazetteer = Gazetteer.default()
    rosters = tuple(
        extract_roster(read(path.read_bytes(), name=path.name), Given(), gazetteer, name=path.name)
        for path in sorted(LIST.glob("*.pdf"))
    )
    return derive(Evidence(rosters=rosters, reports=(announcement(gold()["tally"]),)))


def gold() -> Row:
    found: Row = json.loads((LIST / "case-gold.json").read_text("utf-8"))
    return found


def name_of(change: Change) -> str:
    seen = change.after or change.before
    return (seen.name or "").casefold() if seen else ""


def test_each_edition_lists_as_many_people_as_it_prints() -> None:
    found = Counter((day, posting.mission) for posting in case().postings for day in posting.editions)
    wanted = {(row["as_of"], row["mission"]): row["listings"] for row in gold()["listed"]}
    assert {key: found[key] for key in wanted} == wanted


def test_the_changes_of_seven_intervals_are_those_that_were_checked() -> None:
    checked = rows(LIST / "changes-ru.jsonl")
    ends = {row["to"] for row in checked if row["kind"] == "interval"}
    wanted = {
        (row["change"], row["person"]["label"].casefold(), row["window"]["earliest"], row["window"]["latest"])
        for row in checked
        if row["kind"] == "change"
    }
    found = {
        (each.change, name_of(each), str(each.window.earliest), str(each.window.latest))
        for each in case().changes
        if each.mission == "RU/DE" and str(each.window.latest) in ends and each.change != "moved"
    }
    assert found == wanted


def test_the_tally_walks_every_edition_and_knows_what_usually_leaves() -> None:
    wanted = gold()["tally"]
    (found,) = case().tallies
    assert [(step.as_of, step.listed) for step in found.steps] == [
        (step["as_of"], step["listed"]) for step in wanted["steps"]
    ]
    assert [len(step.left) for step in found.steps[1:]] == [step["left"] for step in wanted["steps"][1:]]
    assert (found.announced, found.left, found.joined) == (wanted["announced"], wanted["left"], wanted["joined"])
    assert found.usual is not None
    assert (found.usual.intervals, found.usual.days) == (11, 771)
    assert found.usual.per_30_days == pytest.approx(2.4, abs=0.02)


def test_a_mission_that_later_editions_leave_out_loses_nobody() -> None:
    open_ends = [posting for posting in case().postings if posting.mission == "BJ/DE" and posting.listed_to is None]
    assert len(open_ends) == 7
    assert not [each for each in case().changes if each.mission == "BJ/DE" and str(each.window.latest) > "2020-09-23"]


def test_a_mission_whose_people_are_printed_for_the_first_time_gains_nobody() -> None:
    first = [
        posting for posting in case().postings if posting.mission == "SMOM/DE" and "2020-11-19" in posting.editions
    ]
    assert len(first) == 3
    assert all(posting.listed_from.earliest is None and posting.start_basis == "printed" for posting in first)
    assert not [
        each for each in case().changes if each.mission == "SMOM/DE" and str(each.window.latest) <= "2020-11-19"
    ]


def test_nobody_is_named_whom_no_telling_names() -> None:
    assert {each.state for each in case().remaining} == {"left-in-window", "still-listed"}
    assert "named-in-event" not in {posting.end_kind for posting in case().postings}


def pages() -> tuple[Roster, ...]:
    """Pages and lists in the formats of the first readers."""
    with (PAGES / "states.csv").open(encoding="utf-8") as states:
        gazetteer = Gazetteer.default().with_states([tuple(row.values()) for row in csv.DictReader(states)])
    found = []
    with (PAGES / "manifest.csv").open(encoding="utf-8") as manifest:
        for row in csv.DictReader(manifest):
            if row["file"].endswith((".html", ".csv")):
                said = Given(
                    as_of=Edtf.parse(row["as_of"]),
                    url=row["url"],
                    sending=row["sending"] or None,
                    receiving=row["receiving"] or None,
                    mission=row["mission"] or None,
                )
                read_page = read((PAGES / row["file"]).read_bytes(), name=row["file"], media_type=row["media_type"])
                found.append(extract_roster(read_page, said, gazetteer, name=row["file"]))
    return tuple(found)


def true_postings() -> list[tuple[Posting, Row]]:
    """Postings of persons as the truth knows them, each with the one true posting that its lines belong to."""
    truth = rows(PAGES / "gold.jsonl")
    known = {row["id"]: row for row in truth if row["kind"] == "posting"}
    lines = {(row["sha256"], row["mission"], row["order"]): row for row in truth if row["kind"] == "listing-identity"}
    person_of: dict[str, Person] = {}
    posting_of_line: dict[str, str] = {}
    rosters = pages()
    for roster in rosters:
        for listing in roster.listings:
            row = lines.get((roster.edition.sha256, listing.mission or "", listing.order))
            if row is not None:
                person_of[listing.id] = Person(id=row["person"], label=row["name"])
                posting_of_line[listing.id] = row["posting"]
    persons = {person.id: person for person in person_of.values()}
    found = []
    for streams in observe(rosters, person_of).values():
        for posting in map(posting_of, stays(streams, persons)):
            true = {posting_of_line[line.id] for line in posting.derivation[0].inputs}
            assert len(true) == 1
            found.append((posting, known[true.pop()]))
    return found


def holds(bounds: Bounds, day: str) -> bool:
    return bounds.allows(date.fromisoformat(day))


def test_bounds_hold_the_true_day_of_every_posting_and_nobody_leaves_who_stayed() -> None:
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for posting, true in true_postings():
        if not holds(posting.start, true["start"]):
            wrong["start"].append(true["id"])
        if posting.end is not None and (true["end"] is None or not holds(posting.end, true["end"])):
            wrong["end"].append(true["id"])
    assert not wrong
