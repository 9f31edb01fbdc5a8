"""Which two editions are compared, and what lies on both sides of them? Editions of a mission, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legation.errors import UnknownIdError, UsageError
from legation.model.case import Evidence
from legation.model.listings import Edition, Roster
from legation.pipeline.answering.naming import sources
from legation.pipeline.building.readings import present_keys
from legation.publishing.comparison import DIFFERENCE_WORDS, Comparison, Line, compare_editions
from legation.publishing.rows import Row, Value, listing_row, person_row
from legation.resolution.judged import apply_judgements
from legation.store.case import Case
from legation.store.finding import find


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """Two editions of a mission, and all others of the same list."""

    before: Roster
    after: Roster
    series: tuple[Roster, ...]


def roster_changes(case: Case, *, mission: str | None = None, from_: str | None = None, to: str | None = None) -> Row:
    """Two editions of a mission compared, with the pairs before and after.

    Args:
        case: built.
        mission: key; may be left out where the editions show one mission only.
        from_: id of the earlier edition; the one before `to` where it isn't given.
        to: id of the later one; where neither is given, the last of a list that shows the mission twice.

    Raises:
        UsageError: the editions show several missions, or there is no second edition.
        UnknownIdError: an edition isn't in the case.
    """
    key = mission or _only_mission([_edition(case, id_) for id_ in (from_, to) if id_])
    chosen = _chosen(editions_with(case, key), key, from_, to)
    lines = (line.id for roster in (chosen.before, chosen.after) for line in roster.listings if line.mission == key)
    persons = case.persons.of_listings(lines)
    found = compare_editions(key, chosen.before, chosen.after, {line: one.id for line, one in persons.items()})
    people = {person.id: person_row(person) for person in persons.values()}
    at = chosen.series.index(chosen.after)
    same_bytes = chosen.before.edition.sha256 == chosen.after.edition.sha256
    return {
        "mission": key,
        "from": _edition_row(chosen.before),
        "to": _edition_row(chosen.after),
        "lines": [_line_row(line, people) for line in found.lines],
        "counts": {str(kind): found.count(kind) for kind in DIFFERENCE_WORDS},
        "says": _says(found, same_bytes=same_bytes),
        "other_order": found.other_order,
        "complete": [*found.complete],
        "editions": [_edition_row(roster) for roster in chosen.series],
        "earlier": _pair(chosen.series, at - 1),
        "later": _pair(chosen.series, at + 1),
        "sources": {**sources(case)},
    }


def editions_with(case: Case, mission: str) -> tuple[Roster, ...]:
    """Every edition as people left it, with its lines of a mission and those that somebody may have said are of it."""
    judgements = case.kept.live_judgements()
    judged = case.memo.missions_of(side.id for judgement in judgements for side in judgement.sides)
    rosters = case.memo.rosters(present_keys(case), {mission, *judged})
    return apply_judgements(Evidence(rosters=rosters, judgements=judgements)).rosters


def _says(found: Comparison, *, same_bytes: bool) -> str | None:
    """What is to be said where nothing differs."""
    if any(line.differences != ("same",) for line in found.lines):
        return None
    if same_bytes:
        return "No change: the bytes are the same."
    return "No visible change; the bytes differ."


def _chosen(rosters: Sequence[Roster], key: str, from_: str | None, to: str | None) -> _Chosen:
    shown = sorted((one for one in rosters if _shows(one, key)), key=_day)
    latest = last_of_several(shown, key) or (shown[-1] if shown else None)
    anchor = _roster(rosters, to or from_ or "") if to or from_ else latest
    if anchor is None:
        raise UsageError(f"no edition of this case shows {key}: add one and build")
    series = [one for one in shown if one.edition.series == anchor.edition.series]
    for one in (from_, to):
        if one and all(one != each.edition.id for each in series):
            series = sorted([*series, _roster(rosters, one)], key=_day)
    ids = [one.edition.id for one in series]
    later = ids.index(to) if to else min(ids.index(from_) + 1, len(ids) - 1) if from_ else len(ids) - 1
    earlier = ids.index(from_) if from_ else max(later - 1, 0)
    if len(series) < 2:
        raise UsageError(f"there is one edition of this list alone that shows {key}: add another and build")
    earlier, later = min(earlier, later), max(earlier, later)
    return _Chosen(before=series[earlier], after=series[later], series=tuple(series))


def last_of_several(rosters: Sequence[Roster], key: str) -> Roster | None:
    """The last edition of a list that shows a mission in two editions or more: without it nothing can be compared."""
    shown = [one for one in rosters if _shows(one, key)]
    series = Counter(one.edition.series for one in shown)
    return max((one for one in shown if series[one.edition.series] > 1), key=_day, default=None)


def _only_mission(editions: Sequence[Edition]) -> str:
    shown = [{section.mission for section in one.missions if section.mission} for one in editions]
    common = sorted(set.intersection(*shown)) if shown else []
    if len(common) != 1:
        raise UsageError(f"{len(common)} missions stand in both editions: say which with ?mission=KEY")
    return common[0]


def _edition(case: Case, id_: str) -> Edition:
    found = find(case, id_, ("edition",)).value
    assert isinstance(found, Edition)
    return found


def _roster(rosters: Sequence[Roster], id_: str) -> Roster:
    found = next((one for one in rosters if one.edition.id == id_), None)
    if found is None:
        raise UnknownIdError(f"no edition of this case has the id {id_}: it may have been excluded", item=id_)
    return found


def _shows(roster: Roster, key: str) -> bool:
    return roster.edition.as_of is not None and any(one.mission == key for one in roster.edition.missions)


def _day(roster: Roster) -> tuple[date, str]:
    as_of = roster.edition.as_of
    return (as_of.bounds.earliest or date.min) if as_of else date.min, roster.edition.id


def _pair(series: Sequence[Roster], later: int) -> Value:
    if not 1 <= later < len(series):
        return None
    return {"from": series[later - 1].edition.id, "to": series[later].edition.id}


def _edition_row(roster: Roster) -> Row:
    as_of = roster.edition.as_of
    return {"id": roster.edition.id, "sha256": roster.edition.sha256, "as_of": as_of.text if as_of else None}


def _line_row(line: Line, people: dict[str, Row]) -> Row:
    label = next((each.name for each in (line.after, line.before) if each and each.name), "(vacant)")
    return {
        "person": people.get(line.person or "") or {"id": None, "label": label},
        "differences": [*line.differences],
        "before": listing_row(line.before) if line.before else None,
        "after": listing_row(line.after) if line.after else None,
    }
