"""Who came after whom in a seat of a mission, and how many days lay between?

From the order in which lists show holders. Who acts for a head is told between two heads and follows in a seat of its
own. Where a third person may have come between whom no list shows, or who held the seat side by side, less is certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from legation.model.dates import Bounds
from legation.model.keys import made_id
from legation.model.postings import Derivation, Input
from legation.model.tenures import Holder, Succession, SuccessionCertainty
from legation.reconstruction.sightings import Stream
from legation.reconstruction.slots import ACTING, FIXED, HEAD
from legation.reconstruction.stays import duty_date
from legation.reconstruction.tenures import VERSION, Held

HANDOVER = 1
"""Editions that may show two holders of one seat: the one who leaves and the one who comes."""

LONG_BLINDNESS = timedelta(days=400)
"""Days without an edition from which on a third person may have come and gone; postings seldom last less."""

LONG_VACANCY = timedelta(days=730)
"""Days without a holder from which on a seat that no list prints as vacant may have had one whom none shows."""


def successions(mission: str, held: Sequence[Held], streams: Sequence[Stream]) -> tuple[Succession, ...]:
    """The successions in every seat of one mission, in the order of ids.

    Args:
        mission: its key.
        held: its tenures, in the order of days.
        streams: its streams.
    """
    by_code: defaultdict[str, list[Held]] = defaultdict(list)
    for each in held:
        by_code[each.slot.code].append(each)
    seen = _complete_days(streams)
    found = [
        made
        for code in sorted(by_code)
        for before, after in _pairs(code, by_code)
        if (made := _succession(mission, before, after, by_code[ACTING], seen)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def gap_of(end: Bounds | None, start: Bounds) -> tuple[int | None, int | None]:
    """The least and the most days from an end to a start; `None` where a side is open."""
    ended = end or Bounds()
    least = (start.earliest - ended.latest).days if start.earliest and ended.latest else None
    most = (start.latest - ended.earliest).days if start.latest and ended.earliest else None
    return least, most


def _pairs(code: str, by_code: Mapping[str, Sequence[Held]]) -> Iterator[tuple[Held, Held]]:
    """Each holder with the one before; who acts for a head follows the head, who is followed by nobody who acts."""
    if code == ACTING:
        line = sorted([*by_code[ACTING], *by_code.get(HEAD, ())], key=lambda each: (each.first, each.last))
        yield from (pair for pair in pairwise(line) if pair[1].slot.code == ACTING)
        return
    before: Held | None = None
    for after in by_code[code]:
        if before is not None and after.last <= before.last and code in FIXED:
            # Listed within the time of another: two seats, or a line misread; neither follows the other.
            continue
        if before is not None:
            yield before, after
        before = after


def _succession(
    mission: str, before: Held, after: Held, acting: Sequence[Held], seen: Sequence[date]
) -> Succession | None:
    if before.tenure.holder is None or after.tenure.holder is None or before.tenure.holder == after.tenure.holder:
        return None
    if len(before.places & after.places) > HANDOVER or _same_printed_day(before, after):
        return None
    gap = gap_of(before.tenure.end or Bounds(earliest=before.last), after.tenure.start)
    certainty, notes = _certainty(before, after, gap, seen)
    slot = after.slot
    between = [each for each in acting if slot.code == HEAD and before.last <= each.last and each.first <= after.first]
    holders = [each.tenure.holder for each in between if each.tenure.holder is not None]
    return Succession(
        id=made_id("succession", mission, slot.code, before.tenure.id, after.tenure.id),
        mission=mission,
        slot=slot.label,
        predecessor=before.tenure.holder,
        successor=after.tenure.holder,
        gap_days=gap,
        basis=after.tenure.start_basis,
        certainty=certainty,
        between=tuple(dict.fromkeys(holder for holder in holders if holder not in _ends(before, after))),
        notes=notes,
        derivation=(
            Derivation(
                rule="next-in-seat",
                version=VERSION,
                inputs=tuple(Input(id=each.tenure.id) for each in (before, *between, after)),
            ),
        ),
        passages=(before.tenure.passages[-1], after.tenure.passages[0]),
    )


def _ends(before: Held, after: Held) -> tuple[Holder | None, Holder | None]:
    return before.tenure.holder, after.tenure.holder


def _same_printed_day(before: Held, after: Held) -> bool:
    """Whether both lines print one day of taking up duty: then they may be one person, spelled in two ways."""
    days = [{_day(each.value.bounds) for s in held.sightings if (each := duty_date(s))} for held in (before, after)]
    return bool(days[0] & days[1] - {None})


def _day(bounds: Bounds) -> date | None:
    return bounds.exact


def _certainty(
    before: Held, after: Held, gap: tuple[int | None, int | None], seen: Sequence[date]
) -> tuple[SuccessionCertainty, tuple[str, ...]]:
    """How sure it is that nobody else held the seat between, and why it isn't surer."""
    notes = []
    blind = _blindness(before.last, after.first, seen)
    if blind is not None:
        notes.append(
            f"No edition shows the mission from {blind[0]} to {blind[1]}: somebody else may have come between."
        )
    if gap[1] is None or gap[1] > LONG_VACANCY.days:
        notes.append("Much time may lie between the two; another may have come between whom no list shows.")
    if before.places & after.places:
        notes.append("One edition lists both.")
    sure = not notes or notes == ["One edition lists both."]
    if after.slot.code in FIXED:
        return ("single-seat" if sure else "likely"), tuple(notes)
    return ("likely" if sure else "possible"), tuple(notes)


def _blindness(first: date, last: date, seen: Sequence[date]) -> tuple[date, date] | None:
    """The longest stretch without a complete edition between two days, where it is long."""
    days = [first, *(day for day in seen if first < day < last), last]
    longest = max(pairwise(days), key=lambda pair: pair[1] - pair[0], default=None)
    return longest if longest is not None and longest[1] - longest[0] > LONG_BLINDNESS else None


def _complete_days(streams: Iterable[Stream]) -> list[date]:
    return sorted({seen.day.first for stream in streams for seen in stream.observations if seen.complete})
