"""Which missions of a case can be worked out apart from each other?

What lists show of one mission doesn't depend on other missions, but for three things: reports and judgements may speak
of several, who of one sender's missions came back at another is looked for among all of them, and whether one list goes
on in another is told by the people of all missions that both show. Where a case can't be parted it stays in one piece.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.analysis.shown import Told
from legation.errors import KeyFormError
from legation.model.judgements import Judgement
from legation.model.listings import Edition
from legation.model.parties import Mission
from legation.reconstruction.series import may_go_on
from legation.resolution.mentions import mission_of

Missions = frozenset[str | None]
"""Keys of missions; `None` for lines of no mission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Missions that are worked out together."""

    missions: Missions
    is_told: bool
    """Whether reports and judgements belong to it; they do to one part."""
    whole: frozenset[str]
    """Senders all of whose missions are in this part and not in the one that is told: judgements join people of several
    senders, whose returns are looked for among all of these."""


def parts(lines: Mapping[str | None, int], told: Collection[str | None], most: int) -> tuple[Part, ...]:
    """The parts of a case; the one of which reports and judgements speak comes first, then the largest.

    Args:
        lines: every mission, each with how many lines it has.
        told: the missions of which reports or judgements speak.
        most: lines of one part; one mission is never parted.
    """
    spoken = frozenset({*told, None})
    groups = [spoken, *_packed({mission: count for mission, count in lines.items() if mission not in spoken}, most)]
    owners: dict[str, set[int]] = {}
    for place, group in enumerate(groups):
        for mission in group:
            if mission is not None and mission in lines:
                owners.setdefault(_sender(mission), set()).add(place)
    found = [
        Part(
            missions=group,
            is_told=place == 0,
            whole=frozenset(sender for sender, places in owners.items() if place and places == {place}),
        )
        for place, group in enumerate(groups)
    ]
    return tuple(sorted(found, key=lambda part: (not part.is_told, -sum(lines.get(each, 0) for each in part.missions))))


def can_be_parted(editions: Iterable[Edition], judgements: Iterable[Judgement]) -> bool:
    """Whether missions can be worked out apart: no list may go on in another, and no judgement is of a whole edition.

    Args:
        editions: all editions.
        judgements: those that stand.
    """
    sides = [side for judgement in judgements for side in judgement.sides]
    if any(side.id.startswith("edition-") for side in sides):
        return False
    # Without a mission, a line that has another id by now may be of any.
    if any(side.id.startswith("listing-") and side.mission is None for side in sides):
        return False
    return not may_go_on(editions)


def spoken_of(told: Told, judgements: Iterable[Judgement]) -> frozenset[str]:
    """The missions of which reports or judgements may speak.

    Args:
        told: what reports tell.
        judgements: those that stand.
    """
    events = {mission for event in told.events.values() for mission in (event.mission, mission_of(event))}
    claimed = {key for report in told.reports for claim in report.claims for key in (claim.subject, claim.object)}
    judged = {side.mission for judgement in judgements for side in judgement.sides}
    changed = {value for judgement in judgements for name, value in judgement.changes if name == "mission"}
    happened = {
        mission
        for each in told.happenings
        for mission in (each.mission, f"{each.target}/{each.actor}" if each.target and each.actor else None)
    }
    return frozenset(key for text in (*events, *claimed, *judged, *changed, *happened) for key in _keys(text))


def _keys(text: str | None) -> Iterator[str]:
    try:
        if text:
            yield Mission.parse(text).key
    except KeyFormError:
        return


def _sender(mission: str) -> str:
    return Mission.parse(mission).sending


def _packed(lines: Mapping[str | None, int], most: int) -> Sequence[Missions]:
    """Missions in groups of at most so many lines, those of one sender together where they fit."""
    by_sender: dict[str, list[str]] = {}
    for mission in sorted(each for each in lines if each is not None):
        by_sender.setdefault(_sender(mission), []).append(mission)
    sizes = Counter({sender: sum(lines[each] for each in own) for sender, own in by_sender.items()})
    units = [own for sender, own in by_sender.items() if sizes[sender] <= most]
    units += [[mission] for sender, own in by_sender.items() if sizes[sender] > most for mission in own]
    groups: list[Missions] = []
    room, group = most, list[str | None]()
    for unit in units:
        size = sum(lines[mission] for mission in unit)
        if group and size > room:
            groups.append(frozenset(group))
            room, group = most, []
        group.extend(unit)
        room -= size
    return [*groups, frozenset(group)] if group else groups
