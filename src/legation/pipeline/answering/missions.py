"""Which mission does a person mean by `russian embassy berlin`? Words in any order and language become keys.

What a case knows comes first; without a case a key is still found. Where the words allow several missions, all are
given; where they name no party, none is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.errors import KeyFormError, UsageError
from legation.model.findings import MissionSummary
from legation.model.parties import Mission
from legation.store.case import Case
from legation.vocabulary.adjectives import state_of_adjective
from legation.vocabulary.cities import City, cities_within
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import mission_type
from legation.vocabulary.seats import main_seat, organizations_at
from legation.vocabulary.states import ORGANIZATIONS, Gazetteer

Role = Literal["sending", "receiving", "either"]
_TO_ORGANIZATIONS = frozenset({"permanent-mission", "delegation"})
_TOWARDS = frozenset(fold("in to at with by bei bis im der dem auprès près à au aux en ante a в во на при w przy")) | {
    "в"
}
"""Words before the party or city that receives a mission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    code: str
    first: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What the words say of a mission."""

    sending: tuple[str, ...]
    receiving: tuple[str, ...]
    either: tuple[str, ...]
    type: str | None
    city: City | None

    def fits(self, mission: Mission) -> bool:
        """Whether a known mission is one that the words may mean."""
        if not (self.sending or self.receiving or self.either):
            return False
        if self.sending and mission.sending not in self.sending:
            return False
        if self.receiving and mission.receiving not in self.receiving:
            return False
        if self.either and not {mission.sending, mission.receiving} & set(self.either):
            return False
        kind = mission.branch[0] if mission.branch else None
        if self.type in ("consulate", "consulate-general", "office"):
            return (
                kind is not None and kind.startswith("consul") == self.type.startswith("consul") and self._in(mission)
            )
        return self.type is None or kind is None or kind == self.type

    def _in(self, mission: Mission) -> bool:
        place = mission.branch[1] if len(mission.branch) > 1 else None
        return self.city is None or place is None or fold(place) == fold(self.city.name)


def find_missions(text: str, gazetteer: Gazetteer, known: Sequence[MissionSummary] = ()) -> tuple[MissionSummary, ...]:
    """The missions that the words may mean, those of a case first and the likeliest of them at the top."""
    by_key = {summary.mission: summary for summary in known}
    stripped = text.strip()
    try:
        key = Mission.parse(stripped).key
    except KeyFormError:
        pass
    else:
        inside = [by_key[one] for one in sorted(by_key) if one == key or one.startswith(f"{key}/")]
        return tuple(inside) or (_unknown(key, gazetteer),)
    words = fold(stripped)
    wanted = _wanted(words, gazetteer)
    found = [summary for summary in known if wanted.fits(Mission.parse(summary.mission))]
    if not found and words:
        found = [summary for summary in known if set(words) <= set(fold(" ".join(summary.names)))]
    if found:
        return tuple(sorted(found, key=lambda summary: (summary.mission.count("/"), summary.mission)))
    return tuple(_unknown(key, gazetteer) for key in dict.fromkeys(_keys(wanted)))


def mission_key(case: Case, text: str) -> str:
    """The one mission of a case that a key or words mean.

    Raises:
        UsageError: the words mean none, or several.
    """
    try:
        return Mission.parse(text).key
    except KeyFormError as error:
        found = find_missions(text, gazetteer_of(case), case.derived.missions())
        main = [summary for summary in found if summary.mission.count("/") == 1]
        if len(found) == 1 or len(main) == 1:
            return (main or list(found))[0].mission
        if not found:
            raise UsageError(f"{text!r} names no mission; {error.message}") from None
        keys = ", ".join(summary.mission for summary in found[:6])
        raise UsageError(f"{text!r} may mean {keys}: give one of them") from None


def gazetteer_of(case: Case | None) -> Gazetteer:
    """The gazetteer with a case's own states."""
    default = Gazetteer.default()
    return default.with_states(case.states()) if case is not None else default


def _wanted(words: Sequence[str], gazetteer: Gazetteer) -> _Wanted:
    hit = mission_type(words)
    cities = cities_within(words, inflected=True)
    parties = list(_parties(words, gazetteer))
    taken = {party.first for party in parties}
    city = next((found.city for found in cities if found.first not in taken), None)
    sending = tuple(party.code for party in parties if party.role == "sending")[:1]
    receiving = tuple(party.code for party in parties if party.role == "receiving")[-1:]
    open_ = [party.code for party in parties if party.role == "either"]
    if city is not None and not receiving:
        receiving = _hosts(city, hit[0] if hit else None)
    if not sending and open_ and (receiving or len(open_) > 1):
        sending = (open_.pop(0),)
    if not receiving and open_ and sending:
        receiving = (open_.pop(0),)
    return _Wanted(
        sending=sending, receiving=receiving, either=tuple(open_[:1]), type=hit[0] if hit else None, city=city
    )


def _parties(words: Sequence[str], gazetteer: Gazetteer) -> Iterator[_Party]:
    named = {found.first: found for found in gazetteer.find_within(words, inflected=True)}
    at = 0
    while at < len(words):
        towards = at > 0 and (
            words[at - 1] in _TOWARDS or (at > 1 and words[at - 2] in _TOWARDS and words[at - 1] == "the")
        )
        if at in named:
            code, stop = named[at].code, named[at].stop
            receives = towards or code in ORGANIZATIONS
            yield _Party(code=code, first=at, role="receiving" if receives else "either")
            at = stop
            continue
        adjective = state_of_adjective(words, at)
        if adjective is not None:
            yield _Party(code=adjective[0], first=at, role="sending")
            at += adjective[1]
            continue
        at += 1


def _hosts(city: City, type_: str | None) -> tuple[str, ...]:
    organizations = organizations_at(city.name)
    if organizations and (type_ in _TO_ORGANIZATIONS or (type_ is None and not city.capital)):
        return organizations
    return (city.state,)


def _keys(wanted: _Wanted) -> Iterator[str]:
    for sending in wanted.sending:
        for receiving in wanted.receiving:
            if sending == receiving:
                continue
            away = wanted.city is not None and not wanted.city.capital
            seat = main_seat(receiving)
            if seat is not None and wanted.city is not None and seat != wanted.city.name:
                yield f"{sending}/{receiving}/permanent-mission/{wanted.city.name}"
            elif wanted.type in ("consulate", "consulate-general") and wanted.city is not None and away:
                yield f"{sending}/{receiving}/{wanted.type}/{wanted.city.name}"
            else:
                yield f"{sending}/{receiving}"


def _unknown(key: str, gazetteer: Gazetteer) -> MissionSummary:
    mission = Mission.parse(key)
    name = f"{gazetteer.label(mission.sending)} in {gazetteer.label(mission.receiving)}"
    if mission.receiving in ORGANIZATIONS:
        name = f"{gazetteer.label(mission.sending)} at {gazetteer.label(mission.receiving)}"
    return MissionSummary(mission=key, names=(name,), editions=(), first=None, last=None)
