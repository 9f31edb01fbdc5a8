"""Who of one mission is listed later at another?

Judged persons by their own postings; candidates by links that nobody has judged. Posts held side by side, as by heads
accredited to several states, are no return.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.analysis.profiles import Presence, Profile
from legation.model.keys import made_id
from legation.model.links import PersonLink, Resurfacing
from legation.reconstruction.successions import gap_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Return:
    """Two postings at different missions, the one after the other."""

    before: Profile
    after: Profile
    first: Presence
    second: Presence


def resurfacings(
    profiles: Iterable[Profile],
    links: Iterable[PersonLink],
    judgements: Mapping[str, str],
    named: Iterable[tuple[str, str]],
) -> tuple[Resurfacing, ...]:
    """Everybody who came back elsewhere, judged or possible, in the order of ids.

    Args:
        profiles: the persons of the case.
        links: who may be one person.
        judgements: person id to the judgement that made one person of lines of several missions.
        named: happening and person id, for each listed person whom a telling names.
    """
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for happening, person in named:
        naming[person].append(happening)
    by_person: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_person[profile.person.id].append(profile)
    found = [
        _resurfacing(back, naming, judgement=judgements.get(person))
        for person, own in by_person.items()
        for back in _own(own)
    ]
    for link in links:
        found.extend(
            _resurfacing(back, naming, link=link)
            for one in by_person[link.a.id]
            for other in by_person[link.b.id]
            for back in _across(one, other)
        )
    return tuple(sorted({each.id: each for each in found}.values(), key=lambda each: each.id))


def _own(profiles: Sequence[Profile]) -> Iterator[_Return]:
    """Each posting of one person with the next one elsewhere."""
    line = sorted(
        ((presence, profile) for profile in profiles for presence in profile.presences),
        key=lambda each: (each[0].first, each[0].last, each[0].posting.id),
    )
    for (first, before), (second, after) in pairwise(line):
        if first.posting.mission != second.posting.mission and first.last < second.first:
            yield _Return(before=before, after=after, first=first, second=second)


def _across(one: Profile, other: Profile) -> Iterator[_Return]:
    """The returns from the one's postings to the other's: neighbors in the order of days."""
    owners = {presence.posting.id: profile for profile in (one, other) for presence in profile.presences}
    line = sorted(
        (*one.presences, *other.presences), key=lambda presence: (presence.first, presence.last, presence.posting.id)
    )
    for first, second in pairwise(line):
        before, after = owners[first.posting.id], owners[second.posting.id]
        if before is not after and first.posting.mission != second.posting.mission and first.last < second.first:
            yield _Return(before=before, after=after, first=first, second=second)


def _resurfacing(
    back: _Return, naming: Mapping[str, Sequence[str]], *, link: PersonLink | None = None, judgement: str | None = None
) -> Resurfacing:
    first, second = back.first.posting, back.second.posting
    return Resurfacing(
        id=made_id("resurfacing", first.id, second.id),
        person=back.after.person,
        before=back.before.person,
        from_posting=first.id,
        to_posting=second.id,
        gap_days=gap_of(first.end, second.start),
        probability=link.probability if link else None,
        judgement=judgement,
        reasons=link.reasons if link else (),
        named_in=tuple(sorted(naming.get(back.before.person.id, ()))),
        windows=first.windows,
    )
