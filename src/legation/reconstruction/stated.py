"""Which successions do reports state: one person's post ended and another's began, in one breath?

A stated succession belongs to its report. Where lists show the same two in the same seat it makes theirs stated; else
it stands alone, and its holders may be people whom no list shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.language.names import compare
from legation.model.claims import Event, Report
from legation.model.dates import Certainty
from legation.model.keys import made_id
from legation.model.postings import Derivation, Input
from legation.model.tenures import Holder, Succession
from legation.reconstruction.departures import NOT_HAPPENED
from legation.reconstruction.slots import ACTING, HEAD
from legation.reconstruction.successions import gap_of
from legation.reconstruction.tenures import VERSION, Served
from legation.vocabulary.dispute_words import says

ONE_BREATH = 300
"""Characters within which a report tells of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """The end of one post and the start of the next, as one report tells them."""

    mission: str
    slot: str
    ended: Event
    began: Event
    predecessor: str
    successor: str


def with_stated(
    found: Sequence[Succession], reports: Iterable[Report], served: Mapping[str, Sequence[Served]]
) -> tuple[Succession, ...]:
    """The successions of lists and of reports, in the order of ids.

    Args:
        found: those of lists.
        reports: what was told.
        served: mission to its stays, to know the people whom lists show.
    """
    told = [stated for report in reports for stated in _of_report(report)]
    by_id = {each.id: each for each in found}
    for stated in told:
        same = [each for each in by_id.values() if _is_same(each, stated)]
        for each in same or [_alone(stated, served.get(stated.mission, ()))]:
            known = by_id.get(each.id, each)
            by_id[each.id] = replace(
                known,
                certainty="stated",
                derivation=tuple(dict.fromkeys((*known.derivation, _derivation(stated)))),
                passages=tuple(dict.fromkeys((*known.passages, stated.ended.passage, stated.began.passage))),
            )
    return tuple(by_id[each] for each in sorted(by_id))


def _of_report(report: Report) -> Iterator[_Stated]:
    ends = [event for event in report.events if event.type == "posting-end" and _counts(event)]
    starts = [event for event in report.events if event.type == "appointment" and _counts(event)]
    for ended in ends:
        for began in starts:
            slot = _slot(ended, began)
            old, new = ended.persons[0].name, began.persons[0].name
            if slot is None or ended.mission != began.mission or compare(old, new).verdict == "same":
                continue
            if abs(ended.passage.start - began.passage.start) <= ONE_BREATH and _one_time(ended, began):
                yield _Stated(
                    mission=ended.mission or "",
                    slot=slot,
                    ended=ended,
                    began=began,
                    predecessor=old,
                    successor=new,
                )


def _counts(event: Event) -> bool:
    told = event.status not in NOT_HAPPENED and event.layer != "related"
    return told and event.mission is not None and len(event.persons) == 1


def _slot(ended: Event, began: Event) -> str | None:
    """The seat that both roles name; who follows for the time being acts."""
    old, new = ended.persons[0].role, began.persons[0].role
    if says("head", old) or says("acting", old):
        if says("acting", new):
            return ACTING
        return HEAD if says("head", new) else None
    return new if new and old and new.casefold() == old.casefold() else None


def _one_time(ended: Event, began: Event) -> bool:
    if ended.date is None or began.date is None:
        return True
    return ended.date.bounds.same(began.date.bounds) is not Certainty.EXCLUDED


def _is_same(found: Succession, stated: _Stated) -> bool:
    """Whether lists show this: the same people in the same seat of the same mission."""
    return (
        found.mission == stated.mission
        and found.slot == stated.slot
        and compare(found.predecessor.label, stated.predecessor).verdict == "same"
        and compare(found.successor.label, stated.successor).verdict == "same"
    )


def _alone(stated: _Stated, served: Sequence[Served]) -> Succession:
    ended = stated.ended.date.bounds if stated.ended.date else None
    began = stated.began.date.bounds if stated.began.date else None
    return Succession(
        id=made_id("succession", stated.mission, stated.slot, stated.predecessor, stated.successor),
        mission=stated.mission,
        slot=stated.slot,
        predecessor=_holder(stated.predecessor, served),
        successor=_holder(stated.successor, served),
        gap_days=gap_of(ended, began) if began is not None else (None, None),
        basis="stated",
        certainty="stated",
        between=(),
        notes=(),
        derivation=(),
        passages=(),
    )


def _holder(name: str, served: Sequence[Served]) -> Holder:
    """Somebody of the mission's lists where one person alone has the name; else the name as told."""
    found = {
        each.stay.person
        for each in served
        if any(
            compare(name, printed).verdict == "same"
            for printed in dict.fromkeys(sighting.listing.name for sighting in each.stay.sightings)
            if printed
        )
    }
    if len(found) == 1:
        person = found.pop()
        return Holder(id=person.id, label=person.label)
    return Holder(id=None, label=name)


def _derivation(stated: _Stated) -> Derivation:
    inputs = (Input(id=stated.ended.id), Input(id=stated.began.id))
    return Derivation(rule="stated-succession", version=VERSION, inputs=inputs)
