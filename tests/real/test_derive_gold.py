"""What follows from the two editions of a real list whose lines were checked by eye."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from legation.analysis.derive import derive
from legation.model.case import Derived, Evidence
from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.keys import sha256_hex
from legation.model.listings import (
    Edition,
    LineAccount,
    Listing,
    MissionSection,
    PrintedDate,
    Roster,
    edition_id,
    listing_id,
)

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
LIST = SHARED / "data" / "rosters" / "de"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not LIST.exists(), reason="../shared is absent")]

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (LIST / name).read_text("utf-8").splitlines()]


def line(row: Row, edition: str, sha256: str, place: int) -> Listing:
    passage = Passage(sha256=sha256, start=place, end=place + len(row["name"]), quote=row["name"], page=row["page"])
    sending, receiving, *_ = row["mission"].split("/")
    return Listing(
        id=listing_id(edition, passage),
        mission=row["mission"],
        mission_heading=row["mission"],
        mission_type="embassy",
        sending=sending,
        receiving=receiving,
        order=row["order"],
        name=row["name"],
        title=row["title"],
        rank=row["rank"],
        passage=passage,
        dates=tuple(PrintedDate(kind=each["kind"], value=Edtf.parse(each["value"])) for each in row["dates"]),
    )


def roster(day: str, given: list[Row]) -> Roster:
    sha256, as_of = sha256_hex(day.encode()), Edtf.parse(day)
    edition = edition_id(sha256, as_of)
    missions: defaultdict[str, int] = defaultdict(int)
    for row in given:
        missions[row["mission"]] += 1
    sections = tuple(
        MissionSection(mission=mission, heading=mission, entries=entries, residue=0, coverage="complete")
        for mission, entries in missions.items()
    )
    return Roster(
        edition=Edition(
            id=edition,
            sha256=sha256,
            as_of=as_of,
            as_of_basis="given",
            languages=("de",),
            receiving="DE",
            coverage_class="diplomatic",
            complete="yes",
            missions=sections,
            lines=LineAccount(used=len(given), furniture=0, residue=0),
            series="list:DE",
        ),
        listings=tuple(line(row, edition, sha256, place * 1000) for place, row in enumerate(given)),
        residue=(),
    )


@cache
def derived() -> Derived:
    by_day: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows("gold.jsonl"):
        by_day[row["edition"]].append(row)
    return derive(Evidence(rosters=tuple(roster(day, given) for day, given in by_day.items())))


def test_the_changes_of_the_last_interval_are_those_that_were_checked() -> None:
    wanted = {
        (row["change"], row["person"]["label"])
        for row in rows("changes-ru.jsonl")
        if row["kind"] == "change" and row["window"]["latest"] == "2022-04-26"
    }
    found = {(each.change, each.person.label) for each in derived().changes if each.mission == "RU/DE"}
    assert found == wanted
    assert sum(kind == "left" for kind, _ in found) == 24
    assert not any(kind == "joined" for kind, _ in found)


def test_every_change_lies_between_the_two_editions() -> None:
    windows = {(each.window.earliest, each.window.latest) for each in derived().changes}
    assert {(str(first), str(last)) for first, last in windows} == {("2022-04-09", "2022-04-26")}


def test_every_line_of_each_day_is_one_posting_of_that_day() -> None:
    for day in ("2022-04-08", "2022-04-26"):
        lines = [row for row in rows("gold.jsonl") if row["edition"] == day]
        assert sum(day in posting.editions for posting in derived().postings) == len(lines)


def test_nobody_is_said_to_have_been_told_to_leave() -> None:
    assert all(not posting.windows and posting.end_kind in ("left-list", "open") for posting in derived().postings)


def test_nobody_is_one_person_at_two_missions_without_a_judgement() -> None:
    missions: defaultdict[str, set[str]] = defaultdict(set)
    for posting in derived().postings:
        missions[posting.person.id].add(posting.mission)
    assert [found for found in missions.values() if len(found) > 1] == []
    assert all(link.a.id != link.b.id and 0.5 <= link.probability < 1 for link in derived().links)
