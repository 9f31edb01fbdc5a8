"""Which seats of a mission does a line hold, of those that one person at a time holds?

Reads printed ranks, functions and order, never who holds them. Head of mission, deputy and service attachés are seats
everywhere; another function is one where the mission's lists print one holder at a time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from legation.extraction.rosters.titles import ranks_in
from legation.model.listings import Listing
from legation.model.parties import Mission
from legation.model.tenures import SEATS
from legation.reconstruction.sightings import Observation
from legation.vocabulary.folding import fold
from legation.vocabulary.ranks import DEPUTY_HEAD, ORDER, SERVICES

HEAD, DEPUTY, ACTING = "head", "deputy", "charge-daffaires-ai"
FIXED = frozenset(SEATS)
"""Seats that a mission has once, whatever its lists print."""

HEADS_EN_TITRE = frozenset(
    {"ambassador", "high-commissioner", "nuncio", "permanent-representative", "charge-daffaires"}
)
"""Ranks of who heads a mission. Envoys are left out: most of them are deputies today."""

MOSTLY = 0.9
"""Share of editions in which a function has one holder, from which on it is a seat: lists err in one of a hundred
lines, and who leaves and who comes are sometimes listed together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A seat as a line shows it; `code` is one of `FIXED` or the folded words of the function."""

    code: str
    label: str
    """The code, or the function as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What the title of a line says of seats."""

    heads: bool
    acting_head: bool
    fixed: tuple[str, ...]
    named: tuple[Slot, ...]


def slots_of(observation: Observation, mission: str) -> Mapping[str, tuple[Slot, ...]]:
    """Person id to the seats that the person's line shows in one edition.

    Of several lines with a head's rank the one of the head is that with the mission's own title, then the first: lists
    print others with the personal rank of an ambassador below.
    """
    consulate = _is_consulate(mission)
    lines = {person: _read(listing, consulate=consulate) for person, listing in observation.listed.items()}
    found = {person: [*map(_fixed, line.fixed), *line.named] for person, line in lines.items()}
    heads = [person for person, line in lines.items() if line.heads]
    if heads:
        found[min(heads, key=lambda person: _precedence(observation.listed[person]))].insert(0, _fixed(HEAD))
    for person, line in lines.items():
        if line.acting_head:
            found[person].insert(0, _fixed(ACTING))
    return {person: tuple(dict.fromkeys(slots)) for person, slots in found.items() if slots}


def vacant_slots(observation: Observation, mission: str) -> Mapping[Slot, Listing]:
    """The seats that an edition prints as vacant; a list of heads prints no title beside them."""
    found: dict[Slot, Listing] = {}
    for listing in observation.vacant:
        line = _read(listing, consulate=_is_consulate(mission))
        slots = [_fixed(HEAD)] if line.heads else [*map(_fixed, line.fixed), *line.named]
        if not slots and observation.day.coverage_class == "heads-only":
            slots = [_fixed(HEAD)]
        for slot in slots:
            found.setdefault(slot, listing)
    return found


def seats(shown: Iterable[Mapping[str, Sequence[Slot]]]) -> frozenset[str]:
    """The codes that are single seats of a mission.

    Args:
        shown: for each edition of one mission, person id to the seats that the line shows.
    """
    once: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for edition in shown:
        held = Counter(slot.code for slots in edition.values() for slot in slots)
        often.update(held.keys())
        once.update(code for code, count in held.items() if count == 1)
    return FIXED | {code for code, count in often.items() if count > 1 and once[code] >= MOSTLY * count}


def holders(shown: Mapping[str, Sequence[Slot]]) -> Mapping[str, tuple[str, ...]]:
    """Code to the persons who hold it in one edition."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person, slots in shown.items():
        for slot in slots:
            found[slot.code].append(person)
    return {code: tuple(persons) for code, persons in found.items()}


def _is_consulate(mission: str) -> bool:
    branch = Mission.parse(mission).branch
    return bool(branch) and branch[0] in ("consulate-general", "consulate")


def _precedence(listing: Listing) -> tuple[bool, bool, int, str]:
    """Who represents by the title's own words, then who isn't a chargé, then the place in the list."""
    codes = _codes(listing.rank, listing.function)
    return "permanent-representative" not in codes, codes[0] == "charge-daffaires", listing.order, listing.id


def _read(listing: Listing, *, consulate: bool) -> _Line:
    return _line(listing.rank, listing.function, listing.title, listing.acting, consulate)


@lru_cache(maxsize=32768)
def _line(rank: str | None, function: str | None, title: str | None, acting: bool, consulate: bool) -> _Line:
    codes = _codes(rank, function)
    deputy = any(each.code == DEPUTY_HEAD for each in ranks_in(fold(title or "")))
    en_titre = not deputy and bool(HEADS_EN_TITRE & set(codes[:1] if consulate else codes))
    acting_head = ACTING in codes or (en_titre and acting)
    # A deputy who is chargé d'affaires remains the deputy; any other acting holder holds no seat.
    own = not acting or ACTING in codes
    fixed = [code for code in codes if code in SERVICES and own]
    if deputy and own:
        fixed.append(DEPUTY)
    if "consul-general" in codes and own:
        fixed.append(HEAD if consulate else "consul-general")
    return _Line(
        heads=en_titre and not acting_head,
        acting_head=acting_head,
        fixed=tuple(fixed),
        named=tuple(_named(function)) if own else (),
    )


def _codes(rank: str | None, function: str | None) -> tuple[str, ...]:
    pieces = (function or "").split("; ")
    return tuple(code for code in (rank, *pieces) if code in ORDER)


def _named(function: str | None) -> list[Slot]:
    """Functions in words; a deputy's is a seat of its own already."""
    found = []
    for piece in (function or "").split("; "):
        words = fold(piece)
        if words and piece not in ORDER and not any(each.code == DEPUTY_HEAD for each in ranks_in(words)):
            found.append(Slot(code=" ".join(words), label=piece))
    return found


def _fixed(code: str) -> Slot:
    return Slot(code=code, label=code)
