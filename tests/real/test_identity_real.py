"""Persons inside missions, on lists whose truth is known: who is one person, and who must not be."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from legation.model.dates import Edtf
from legation.model.documents import Passage
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
from legation.resolution.judged import Judged
from legation.resolution.series import link_series

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"

pytestmark = [pytest.mark.real, pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")]

Row = Mapping[str, Any]


def rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def roster(sha256: str, as_of: str, series: str, given: Iterable[Row], *, complete: bool = True) -> Roster:
    """An edition as the truth says that it was printed."""
    edition = edition_id(sha256, Edtf.parse(as_of))
    listings = []
    for place, row in enumerate(given):
        name = row["name"]
        passage = Passage(sha256=sha256, start=place * 200, end=place * 200 + len(name), quote=name)
        listings.append(
            Listing(
                id=listing_id(edition, passage),
                mission=row["mission"],
                mission_heading=None,
                mission_type="embassy",
                sending=None,
                receiving=None,
                order=row["order"],
                name=name,
                title=row.get("title", row["rank"]),
                rank=row["rank"],
                passage=passage,
                dates=tuple(
                    PrintedDate(kind="printed", value=Edtf.parse(date["value"])) for date in row.get("dates", ())
                ),
            )
        )
    sections = tuple(
        MissionSection(
            mission=mission,
            heading=mission,
            entries=entries,
            residue=0,
            coverage="complete" if complete else "partial",
        )
        for mission, entries in Counter(line.mission or "" for line in listings).items()
    )
    return Roster(
        edition=Edition(
            id=edition,
            sha256=sha256,
            as_of=Edtf.parse(as_of),
            as_of_basis="given",
            languages=(),
            receiving=None,
            coverage_class="unknown",
            complete="yes",
            missions=sections,
            lines=LineAccount(used=len(listings), furniture=0, residue=0),
            series=series,
        ),
        listings=tuple(listings),
        residue=(),
    )


def pairs(keys: Iterable[Hashable]) -> int:
    """How many pairs of listings share a key."""
    return sum(count * (count - 1) // 2 for count in Counter(keys).values())


def test_persons_inside_missions_are_found_and_nobody_is_merged() -> None:
    printed: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(SHARED / "postings" / "gold.jsonl"):
        if row["kind"] == "listing-identity":
            printed[row["file"]].append(row)
    with (SHARED / "postings" / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        files = {row["file"]: row for row in csv.DictReader(lines)}
    truth: dict[str, Row] = {}
    rosters = []
    for file, given in printed.items():
        state, sending = files[file]["state"], files[file]["sending"]
        series = given[0]["mission"] if file.startswith("pages") else f"heads of {sending}"
        made = roster(given[0]["sha256"], given[0]["as_of"], series, given, complete=state == "ok")
        rosters.append(made)
        truth.update(zip((line.id for line in made.listings), given, strict=True))

    found = link_series(Judged(rosters=tuple(rosters))).person_of

    persons: defaultdict[str, set[str]] = defaultdict(set)
    for listing, row in truth.items():
        persons[found[listing]].add(row["person"])
    assert [names for names in persons.values() if len(names) > 1] == []
    recall = pairs((row["mission"], row["person"], found[one]) for one, row in truth.items()) / pairs(
        (row["mission"], row["person"]) for row in truth.values()
    )
    assert 2 * recall / (1 + recall) >= 0.995


def test_who_left_a_ministrys_list_is_who_the_truth_says() -> None:
    printed: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(SHARED / "rosters" / "de" / "gold.jsonl"):
        printed[row["edition"]].append(row)
    before, after = (roster(day * 6, day, "list", given) for day, given in sorted(printed.items()))
    found = link_series(Judged(rosters=(before, after))).person_of
    changes = [
        row
        for row in rows(SHARED / "rosters" / "de" / "changes-ru.jsonl")
        if row["kind"] == "change" and row["window"]["latest"] == max(printed)
    ]
    mission = changes[0]["mission"]
    here, there = (
        {found[line.id]: line.name for line in made.listings if line.mission == mission} for made in (before, after)
    )
    for kind, persons, names in (
        ("left", here.keys() - there.keys(), here),
        ("joined", there.keys() - here.keys(), there),
    ):
        assert sorted(names[one] or "" for one in persons) == sorted(
            row["person"]["label"] for row in changes if row["change"] == kind
        )
