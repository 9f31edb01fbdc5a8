"""What differs between two editions of one list that follow each other?

Somebody joined or left where both editions show the mission completely and no other list shows otherwise. The window
runs from the day after the earlier edition to the later one; the list doesn't say what happened in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from legation.model.documents import folded
from legation.model.findings import Change, ChangeKind, Seen
from legation.model.keys import made_id
from legation.model.listings import Listing
from legation.reconstruction.sightings import EditionDay, Observation, Sighting, proves_absence, span
from legation.reconstruction.stays import Stay

MANY = 3
"""From so many people on, most of whom change at once, it is the list that changed its way of printing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A change with the list and the two days between which it shows."""

    series: str
    before: EditionDay
    after: EditionDay
    change: Change


def steps(stays: Iterable[Stay]) -> tuple[Step, ...]:
    """All changes at one mission, of each list that shows it, in the order of ids."""
    found: list[Step] = []
    printed: defaultdict[tuple[str, EditionDay, EditionDay], list[tuple[Stay, Sighting, Sighting]]] = defaultdict(list)
    for stay in stays:
        for series, sightings in _by_list(stay).items():
            found.extend(_came(stay, series, sightings))
            found.extend(_went(stay, series, sightings))
            for before, after in pairwise(sightings):
                if before.day.first < after.day.last:
                    printed[series, before.day, after.day].append((stay, before, after))
    for (series, before_day, after_day), pairs in printed.items():
        for stay, kind, before, after in _printed_otherwise(pairs):
            found.append(_step(stay, series, kind, (before_day, before.listing), (after_day, after.listing)))
    return tuple(sorted({step.change.id: step for step in found}.values(), key=lambda step: step.change.id))


def _by_list(stay: Stay) -> Mapping[str, list[Sighting]]:
    if all(sighting.stream is stay.sightings[0].stream for sighting in stay.sightings):
        return {stay.sightings[0].stream.series: list(stay.sightings)}
    lists: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in stay.sightings:
        lists[sighting.stream.series].append(sighting)
    return lists


def _came(stay: Stay, series: str, sightings: Sequence[Sighting]) -> Iterator[Step]:
    first = sightings[0]
    before = _without(stay, first, first.stream.before(first.day.first))
    if before is None or (stay.earlier is not None and before.day.first <= stay.earlier):
        return
    if not any(sighting.day.first <= before.day.last for sighting in stay.sightings):
        yield _step(stay, series, "joined", (before.day, None), (first.day, first.listing))


def _went(stay: Stay, series: str, sightings: Sequence[Sighting]) -> Iterator[Step]:
    last = sightings[-1]
    after = _without(stay, last, last.stream.after(last.day.last))
    if after is not None and not any(sighting.day.last >= after.day.first for sighting in stay.sightings):
        yield _step(stay, series, "left", (last.day, last.listing), (after.day, None))


def _without(stay: Stay, sighting: Sighting, observations: Iterator[Observation]) -> Observation | None:
    for observation in observations:
        if stay.person.id in observation.listed:
            return None
        if proves_absence(observation, sighting):
            return observation
    return None


def _printed_otherwise(
    pairs: Sequence[tuple[Stay, Sighting, Sighting]],
) -> Iterator[tuple[Stay, ChangeKind, Sighting, Sighting]]:
    """People whom both editions list and print differently.

    Where most of them change at once, or the list stops or begins to add fields of work to titles, it has a new layout
    or spelling: then only a new rank, or acting for the head of mission, is a person's own.
    """
    differing = [(stay, before, after, differences(before.listing, after.listing)) for stay, before, after in pairs]
    counts = Counter(kind for *_, kinds in differing for kind in kinds)
    general = {kind for kind, count in counts.items() if count >= MANY and count * 2 > len(pairs)}
    fields = _adds_fields(pairs)
    for stay, before, after, kinds in differing:
        for kind in kinds:
            if kind == "title" and (kind in general or fields):
                own = _own_title(before.listing, after.listing, unranked="title" not in general)
            else:
                own = kind not in general
            if own:
                yield stay, kind, before, after


def _adds_fields(pairs: Sequence[tuple[Stay, Sighting, Sighting]]) -> bool:
    """Whether one of two editions prints fields of work in brackets, and the other for nobody."""
    before = sum("(" in (sighting.listing.title or "") for _, sighting, _ in pairs)
    after = sum("(" in (sighting.listing.title or "") for _, _, sighting in pairs)
    return min(before, after) == 0 and max(before, after) >= MANY


def differences(before: Listing, after: Listing) -> list[ChangeKind]:
    """How one person's line differs between two editions: title, spelling of the name, or place on the list."""
    found: list[ChangeKind] = []
    if _differ(before.title, after.title):
        found.append("title")
    if before.name != after.name and _name(before.name) != _name(after.name):
        found.append("respelled")
    # Some lists have a section for each rank, so a new title brings a new section.
    if "title" not in found and (_differ(before.city, after.city) or _differ(before.section, after.section)):
        found.append("moved")
    return found


def _own_title(before: Listing, after: Listing, *, unranked: bool) -> bool:
    """Whether a title changed beyond its wording; with `unranked`, one of no known rank counts by its bare words."""
    if before.acting != after.acting:
        return True
    if before.rank is None or after.rank is None:
        return unranked and _bare(before.title) != _bare(after.title)
    return before.rank != after.rank


def _bare(title: str | None) -> str:
    """A title without what stands in brackets."""
    return _letters(re.sub(r"\([^)]*\)", " ", title or ""))


def _differ(one: str | None, other: str | None) -> bool:
    return one != other and _letters(one) != _letters(other)


def _letters(text: str | None) -> str:
    return folded(unicodedata.normalize("NFC", text or "")).casefold()


def _name(text: str | None) -> tuple[str, ...]:
    """The words of a name in an order of their own: another order or capitals are no other spelling."""
    return tuple(sorted(word.strip(".,;") for word in _letters(text).split()))


def _step(
    stay: Stay,
    series: str,
    kind: ChangeKind,
    before: tuple[EditionDay, Listing | None],
    after: tuple[EditionDay, Listing | None],
) -> Step:
    old, new = _seen(before[1]), _seen(after[1])
    window = span(before[0], after[0])
    change = Change(
        id=made_id(
            "change",
            stay.mission,
            kind,
            old.listing if old else None,
            new.listing if new else None,
            _text(window.earliest),
            _text(window.latest),
        ),
        mission=stay.mission,
        change=kind,
        person=stay.person,
        before=old,
        after=new,
        window=window,
    )
    return Step(series=series, before=before[0], after=after[0], change=change)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _seen(listing: Listing | None) -> Seen | None:
    if listing is None:
        return None
    return Seen(
        listing=listing.id,
        name=listing.name,
        title=listing.title,
        rank=listing.rank,
        dates=tuple(each.value.text for each in listing.dates),
        passage=listing.passage,
    )
