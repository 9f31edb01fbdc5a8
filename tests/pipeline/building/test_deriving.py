"""A case that is worked out in parts, in any number of processes, is the case that is worked out in one piece."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from legation.model.claims import Report
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from legation.model.listings import Listing, MissionSection, Roster
from legation.pipeline.building.deriving import Sizes, derive_all
from legation.store.case import Case
from legation.store.digest import case_digest
from legation.store.kept import Note
from legation.store.memo import Account, MemoKey, Reading
from tests import make

MISSIONS = ("XV/XB", "XV/XM", "XV/XW", "XQ/XB", "XQ/XO", "XR/XB", "XR/XB/consulate/Norra")
NAMES = ("Anna BRODIK", "Dario VELTRAN", "Elio MARSK", "Fenna GOLD", "Ilmo SARRE", "Mira OSTEN", "Tarn Ove KELB")
TITLES = ("Ambassador", "Counsellor", "Second Secretary", "Attaché")
RANKS = ("ambassador", "counsellor", "second-secretary", "attache")
DAYS = ("2020-01-01", "2020-04-01", "2020-09-01", "2021-02-01", "2021-08-01")
WHOLE = Sizes(small=10**9)
PARTED = Sizes(small=0, part=1, workers=0)


def section(mission: str, entries: int) -> MissionSection:
    return MissionSection(
        mission=mission,
        heading=mission,
        entries=entries,
        residue=0,
        coverage="complete" if entries else "unobservable",
    )


def lists(seed: int) -> tuple[Roster, ...]:
    """Editions of one list of many missions, and of a page of one of them; somebody stands under no mission."""
    rng = random.Random(seed)
    found = []
    for day in DAYS:
        lines = [line for mission in MISSIONS for line in _lines(rng, mission, day, "all")]
        lines.append(make.listing("Nils UNPLACED", mission=None, as_of=day, series="all", order=99))
        sections = tuple(section(each, sum(line.mission == each for line in lines)) for each in MISSIONS)
        found.append(make.roster(day, *lines, series="all", missions=sections))
        if rng.random() < 0.7:
            found.append(make.roster(day, *_lines(rng, "XV/XB", day, "page"), series="page"))
    return tuple(found)


def _lines(rng: random.Random, mission: str, day: str, series: str) -> list[Listing]:
    names = rng.sample(NAMES, rng.randrange(2, 6))
    return [
        make.listing(
            name,
            TITLES[kind],
            mission=mission,
            as_of=day,
            series=series,
            order=order,
            rank=RANKS[kind],
            date=rng.choice((None, "2019-11-05", "2020-03-01")),
        )
        for order, name in enumerate(names, start=1)
        for kind in (0 if order == 1 else rng.randrange(1, 4),)
    ]


def reports() -> tuple[Report, ...]:
    expelled = make.event(
        actor="XB",
        target="XV",
        count=2,
        date="2020-05-01",
        persons=(make.person("Elio Marsk", "counsellor"),),
    )
    ended = make.event(
        "posting-end", mission="XQ/XB", date="2021-01-10", persons=(make.person("Anna Brodik", "ambassador"),), start=90
    )
    began = make.event(
        "appointment", mission="XQ/XB", date="2021-01-12", persons=(make.person("Mira Osten", "ambassador"),), start=99
    )
    posted = make.claim(
        "posting", subject="Ilmo Sarre", object="XR/XB", value="counsellor", when="2020/2021", start=200
    )
    return (
        make.report(expelled, source="first"),
        make.report(replace(expelled, id=made_id("event", "other"), count=3), ended, began, posted, source="second"),
    )


def judgement(number: int, verdict: Verdict, *lines: Listing, **changes: str) -> Judgement:
    """A decision about lines."""
    return Judgement(
        id=made_id("judgement", number),
        verdict=verdict,
        sides=tuple(Side(id=line.id, quote=line.passage.quote, mission=line.mission) for line in lines),
        author="test",
        at=datetime(2026, 1, 1, 0, number, tzinfo=UTC),
        why="test",
        changes=tuple(changes.items()),
    )


def judged(rosters: Sequence[Roster], seed: int) -> Iterator[Judgement]:
    """Two lines of two missions that are one person, two that aren't, and a line that belongs to another mission."""
    rng = random.Random(seed)
    by_mission = {
        mission: [line for roster in rosters for line in roster.listings if line.mission == mission]
        for mission in MISSIONS
    }
    first, second, third = rng.sample(MISSIONS, 3)
    yield judgement(1, "same", rng.choice(by_mission[first]), rng.choice(by_mission[second]))
    yield judgement(2, "different", rng.choice(by_mission[first]), rng.choice(by_mission[third]))
    yield judgement(3, "correct", rng.choice(by_mission[second]), mission="XR/XB")
    yield judgement(4, "reject", rng.choice(by_mission[third]))
    yield judgement(5, "same", make.listing("Gone GONE", as_of="1999-01-01"), by_mission[first][0])


def put(
    case: Case, rosters: Sequence[Roster], notes: Sequence[Report] = (), decisions: Sequence[Judgement] = ()
) -> list[MemoKey]:
    """Fill a case; the keys of its readings."""
    keys = []
    with case.writing():
        for roster in rosters:
            key = MemoKey(sha256=roster.edition.sha256, rules="test", inputs=make.digest(roster.edition.id))
            case.memo.save(Reading(account=Account(key=key, kind="list", state="ok"), roster=roster))
            keys.append(key)
        for report in notes:
            at = datetime(2026, 1, 1, tzinfo=UTC)
            case.kept.add_note(Note(id=made_id("note", report.sha256), author="test", report=report, at=at))
        for decision in decisions:
            case.kept.record(decision)
    return keys


def digests(case: Case, keys: Sequence[MemoKey], *sizes: Sizes) -> list[str]:
    """The digest of the case, worked out in each of these ways."""
    found = []
    for each in sizes:
        derive_all(case, keys, inputs="test", sizes=each)
        found.append(case_digest(case))
    return found


@given(seed=st.integers(0, 10**6), spoken=st.booleans(), decided=st.booleans())
@example(seed=0, spoken=False, decided=True)  # a judgement that joins lines of two senders
@example(seed=6, spoken=True, decided=True)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parts_give_what_the_whole_gives(seed: int, spoken: bool, decided: bool) -> None:
    rosters = lists(seed)
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "case") as case:
        decisions = tuple(judged(rosters, seed)) if decided else ()
        keys = put(case, rosters, reports() if spoken else (), decisions)
        whole, small, larger = digests(case, keys, WHOLE, PARTED, replace(PARTED, part=30))
        assert whole == small == larger


@pytest.mark.parametrize("workers", [1, 2])
def test_other_processes_give_what_this_one_gives(tmp_path: Path, workers: int) -> None:
    rosters = lists(7)
    told: list[tuple[int, int]] = []
    with Case.create(tmp_path / "case") as case:
        keys = put(case, rosters, reports(), tuple(judged(rosters, 7)))
        whole, parted = digests(case, keys, WHOLE, replace(PARTED, workers=workers))
        assert whole == parted
        sizes = replace(PARTED, workers=workers)
        totals = derive_all(
            case, keys, inputs="x", sizes=sizes, progress=lambda done, total, _: told.append((done, total))
        )
        assert told == [(place, len(told)) for place in range(1, len(told) + 1)]
        assert len(told) > 2
        assert (totals.persons, totals.missions) == (len(case.derived.persons()), len(case.derived.missions()))


def test_a_list_that_may_go_on_in_another_is_worked_out_in_one_piece(tmp_path: Path) -> None:
    names = [{"name": name, "mission": mission} for mission in ("XV/XB", "XQ/XB") for name in NAMES[:3]]
    sections = (section("XV/XB", 3), section("XQ/XB", 3))
    before, after = (
        make.roster(day, *names, series=series, missions=sections)
        for day, series in (("2020-01-01", "old.example/list"), ("2021-01-01", "new.example/list"))
    )
    told: list[int] = []
    with Case.create(tmp_path / "case") as case:
        keys = put(case, (before, after))
        derive_all(case, keys, inputs="x", sizes=PARTED, progress=lambda done, total, name: told.append(done))
        assert not told
        derive_all(case, keys[:1], inputs="x", sizes=PARTED, progress=lambda done, total, name: told.append(done))
        assert len(told) > 1
