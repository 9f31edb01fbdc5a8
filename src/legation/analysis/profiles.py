"""What do lists show of one person, as far as it helps to know the person again elsewhere?

Names in every printed spelling, postings in the order of days, first and last ranks. Nothing that isn't printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from legation.language.names import parse_name, skeletons
from legation.language.names.folding import folded_name, words
from legation.model.listings import Listing
from legation.model.parties import Mission, Person
from legation.model.postings import Posting
from legation.reconstruction.slots import HEADS_EN_TITRE, SERVICES
from legation.reconstruction.tenures import Served
from legation.vocabulary.given_names import given_name_group
from legation.vocabulary.names import name_words

MOST_NAMES = 4
"""Spellings of one person that are compared, the fullest first."""

_LADDER: Mapping[str, int] = {
    "assistant-attache": 0,
    "attache": 0,
    "vice-consul": 0,
    "third-secretary": 1,
    "second-secretary": 2,
    "consul": 3,
    "first-secretary": 3,
    "first-counsellor": 4,
    "counsellor": 4,
    "consul-general": 5,
    "minister-counsellor": 5,
    "minister": 6,
    "envoy": 6,
    "charge-daffaires": 6,
    "ambassador": 7,
    "high-commissioner": 7,
    "nuncio": 7,
    "permanent-representative": 7,
}
"""Classes of the diplomatic career, in the order of the Vienna Convention and of the lists below its classes."""

_SERVICES = frozenset({*SERVICES, "deputy-defence-attache"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One posting, with what its first and last lines print."""

    posting: Posting
    first: date
    last: date
    """First and last day on which an edition shows the person there."""
    first_rank: str | None
    last_rank: str | None
    editions: frozenset[str]

    @property
    def is_head(self) -> bool:
        """Whether the person heads the mission, at the end at least."""
        return self.last_rank in HEADS_EN_TITRE


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person of one sender."""

    person: Person
    sending: str
    presences: tuple[Presence, ...]
    """In the order of days."""
    names: tuple[str, ...]
    families: frozenset[str]
    """Forms of the family name that no romanization decides."""
    givens: frozenset[str]
    """The same of the first given name, and the groups of names that it belongs to."""
    initials: frozenset[str]
    """First letters of the given name, and its groups."""

    @property
    def missions(self) -> frozenset[str]:
        """The missions that list the person."""
        return frozenset(each.posting.mission for each in self.presences)


def profiles(served: Iterable[Served]) -> tuple[Profile, ...]:
    """One profile for each person and sender, in the order of person ids."""
    found: dict[tuple[str, str], list[Served]] = {}
    for each in served:
        found.setdefault((each.stay.person.id, Mission.parse(each.stay.mission).sending), []).append(each)
    return tuple(_profile(sending, found[person, sending]) for person, sending in sorted(found))


def rank_step(before: str | None, after: str | None) -> int | None:
    """Classes from one rank up to another; `None` where one of them is no class of the diplomatic career."""
    if before is None or after is None or before not in _LADDER or after not in _LADDER:
        return None
    return _LADDER[after] - _LADDER[before]


def is_service(rank: str | None) -> bool:
    """Whether the rank is that of a service attaché or an assistant of one."""
    return rank in _SERVICES


def _profile(sending: str, served: list[Served]) -> Profile:
    lines = [sighting.listing for each in served for sighting in each.stay.sightings]
    names = {line.name: line for line in lines if line.name}
    fullest = sorted(names, key=lambda name: (-len(words(name)), -len(name), name))[:MOST_NAMES]
    families = {form for line in names.values() for form in _family_forms(line)}
    givens, initials = set[str](), set[str]()
    for line in names.values():
        for form, initial in _given_forms(line):
            givens.add(form)
            initials.add(initial)
    return Profile(
        person=served[0].stay.person,
        sending=sending,
        presences=tuple(sorted(map(_presence, served), key=lambda each: (each.first, each.last, each.posting.id))),
        names=tuple(fullest),
        families=frozenset(families),
        givens=frozenset(givens),
        initials=frozenset(initials),
    )


def _presence(served: Served) -> Presence:
    sightings = served.stay.sightings
    return Presence(
        posting=served.posting,
        first=min(sighting.day.first for sighting in sightings),
        last=max(sighting.day.first for sighting in sightings),
        first_rank=sightings[0].listing.rank,
        last_rank=sightings[-1].listing.rank,
        editions=frozenset(edition for sighting in sightings for edition in sighting.day.editions),
    )


def _family_forms(line: Listing) -> Iterator[str]:
    """Of a line whose family name nothing shows, every word may be one."""
    family = line.family or parse_name(line.name or "").family or line.name or ""
    whole = words(family)
    own = [word for word in whole if len(word) > 1 and word.casefold() not in name_words().articles]
    for word in own or whole:
        yield from skeletons(word)


def _given_forms(line: Listing) -> Iterator[tuple[str, str]]:
    given = line.given or parse_name(line.name or "").given or ""
    for word in words(given)[:1]:
        for form in skeletons(word):
            yield form, form[:1]
        for group in given_name_group(folded_name(word)):
            yield group, group
