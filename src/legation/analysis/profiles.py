"""What do lists show of one person, as far as it helps to know the person again elsewhere?

Names in every printed spelling, postings in the order of days, first and last ranks. Nothing that isn't printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from legation.model.parties import Mission, Person
from legation.model.postings import Posting
from legation.reconstruction.slots import HEADS_EN_TITRE
from legation.reconstruction.tenures import Served
from legation.resolution.records import Post, Record, Spelling, record


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

    @property
    def post(self) -> Post:
        """What helps to know the person again."""
        return Post(
            mission=self.posting.mission,
            first=self.first.toordinal(),
            last=self.last.toordinal(),
            first_rank=self.first_rank,
            last_rank=self.last_rank,
            heads=self.is_head,
            editions=self.editions,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person of one sender."""

    person: Person
    sending: str
    presences: tuple[Presence, ...]
    """In the order of days."""
    record: Record
    """What is laid beside other records."""

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


def _profile(sending: str, served: list[Served]) -> Profile:
    lines = [sighting.listing for each in served for sighting in each.stay.sightings]
    names = {line.name: line for line in lines if line.name}
    presences = tuple(sorted(map(_presence, served), key=lambda each: (each.first, each.last, each.posting.id)))
    return Profile(
        person=served[0].stay.person,
        sending=sending,
        presences=presences,
        record=record(
            served[0].stay.person.id,
            [Spelling(text=name, family=line.family, given=line.given) for name, line in names.items()],
            sending=sending,
            posts=[each.post for each in presences],
        ),
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
