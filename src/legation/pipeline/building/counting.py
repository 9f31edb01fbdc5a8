"""Which captures count? One that was added again with more said of it takes the place of the one before.

Nothing is forgotten: the earlier capture stays in the case and says which one counts instead of it. The same bytes of
two days or two addresses are two sightings, and both count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields

from legation.model.sources import Capture, Given, InputKind


def replacements(
    captures: Sequence[Capture], kinds: Mapping[str, InputKind | None], standing: Collection[str | None] = ()
) -> dict[str, str]:
    """The captures whose place another took: their ids, each with the id of the one that counts.

    A report has one day on which it appeared, and so has a register: the last word on it counts. So it does of what was
    fetched, since bytes of one address and moment are one sighting. Anything else gives way only to a later capture of
    the same name of which all that was said is said again, and more.

    Args:
        captures: in the order in which they were added.
        kinds: capture id to what it was read as, where it was read.
        standing: the ids of what requests gave, by the last word on each.
    """
    found: dict[str, str] = {}
    for group in _of_same_bytes(captures):
        told = [capture for capture in group if kinds.get(capture.id) in ("report", "register")]
        dated = [capture for capture in told if (capture.given.published or capture.given.as_of) is not None]
        for capture in told:
            found[capture.id] = (dated or told)[-1].id
        for place, capture in enumerate(group):
            later = [one for one in group[place + 1 :] if one.name == capture.name and _adds(one.given, capture.given)]
            if later:
                found[capture.id] = found.get(later[-1].id, later[-1].id)
        found |= _fetched(group, standing)
    return {earlier: later for earlier, later in found.items() if earlier != later}


def _fetched(group: Sequence[Capture], standing: Collection[str | None]) -> dict[str, str]:
    """What was fetched and said anew: of one address and moment, those that no request stands for any more."""
    found = {}
    for capture in group:
        if capture.id in standing or capture.origin not in ("archive", "live"):
            continue
        seen = (capture.given.url, capture.given.captured_at)
        now = [one.id for one in group if one.id in standing and (one.given.url, one.given.captured_at) == seen]
        if now:
            found[capture.id] = now[-1]
    return found


def repeated(captures: Sequence[Capture]) -> bool:
    """Whether any bytes were added more than once, so that one capture may have taken the place of another."""
    return bool(_of_same_bytes(captures))


def _of_same_bytes(captures: Sequence[Capture]) -> list[list[Capture]]:
    groups: defaultdict[str, list[Capture]] = defaultdict(list)
    for capture in captures:
        groups[capture.sha256].append(capture)
    return [group for group in groups.values() if len(group) > 1]


def _adds(later: Given, earlier: Given) -> bool:
    """Whether everything that was said earlier is said again, and something more."""
    said = [(getattr(earlier, field.name), getattr(later, field.name)) for field in fields(Given)]
    return later != earlier and all(before is None or before == after for before, after in said)
