"""Which persons of different missions of one sender may be one, and how likely is it?

Candidates are compared and weighed as everywhere; a probability shares its weight with rivals that can't be true as
well. A link is evidence and no decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.analysis.profiles import Profile
from legation.model.keys import made_id
from legation.model.links import PersonLink
from legation.resolution.candidates import candidates
from legation.resolution.evidence import Levels, evidence
from legation.resolution.frequencies import Frequencies
from legation.resolution.weights import Weights, default_weights, odds, waterfall, weigh

LIKELY_ENOUGH = 0.5
"""Probability from which on a link is kept; what is less likely helps nobody to look."""

LEAST_WEIGHT = -20.0
"""Weight below which a pair is no rival either."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighed:
    """Two profiles with the weight of what speaks for one person; `a` was listed first."""

    a: Profile
    b: Profile
    levels: Levels
    odds: float
    """How often one person for each time that it is two."""


def person_links(
    profiles: Iterable[Profile], different: Collection[tuple[str, str]] = (), weights: Weights | None = None
) -> tuple[PersonLink, ...]:
    """The links between persons of different missions, in the order of ids.

    Args:
        profiles: the persons of the case.
        different: pairs of person ids that somebody judged different, in any order.
        weights: the case's own weights; the shipped ones where it has none.
    """
    by_sender: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_sender[profile.sending].append(profile)
    apart = {frozenset(pair) for pair in different}
    used = weights or default_weights()
    found = [link for sender in sorted(by_sender) for link in _links(by_sender[sender], apart, used)]
    return tuple(sorted(found, key=lambda link: link.id))


def _links(profiles: Sequence[Profile], apart: Collection[frozenset[str]], weights: Weights) -> Iterator[PersonLink]:
    known = Frequencies.of(profile.record for profile in profiles)
    weighed = list(_weighed(profiles, apart, known, weights))
    by_person: defaultdict[str, list[Weighed]] = defaultdict(list)
    for each in weighed:
        by_person[each.a.person.id].append(each)
        by_person[each.b.person.id].append(each)
    for each in weighed:
        if each.odds < LIKELY_ENOUGH:
            continue
        probability = each.odds / (1 + each.odds + sum(rival.odds for rival in _rivals(each, by_person, known)))
        if probability >= LIKELY_ENOUGH:
            yield _link(each, probability, known, weights)


def _link(pair: Weighed, probability: float, known: Frequencies, weights: Weights) -> PersonLink:
    steps = waterfall(pair.a.record, pair.b.record, known, pair.levels, weights)
    return PersonLink(
        id=made_id("link", pair.a.person.id, pair.b.person.id),
        a=pair.a.person,
        b=pair.b.person,
        probability=round(probability, 4),
        reasons=tuple(f"{step.says} ({step.weight:+.1f})" for step in steps),
    )


def _weighed(
    profiles: Sequence[Profile], apart: Collection[frozenset[str]], known: Frequencies, weights: Weights
) -> Iterator[Weighed]:
    """The candidates that something speaks for, of whom not both are of the same missions."""
    places, _ = candidates([profile.record for profile in profiles])
    for one, other in places:
        levels = evidence(profiles[one].record, profiles[other].record, known)
        if levels.excluded:
            continue
        a, b = sorted((profiles[one], profiles[other]), key=_since)
        if a.missions == b.missions or frozenset((a.person.id, b.person.id)) in apart:
            continue
        weight = weigh(levels, weights)
        if weight > LEAST_WEIGHT:
            yield Weighed(a=a, b=b, levels=levels, odds=odds(weight))


def _since(profile: Profile) -> tuple[object, ...]:
    return profile.presences[0].first, profile.presences[0].last, profile.person.id


def _rivals(link: Weighed, by_person: Mapping[str, Sequence[Weighed]], known: Frequencies) -> Iterator[Weighed]:
    """Links of one of the two to somebody who can't be the other as well."""
    for side, across in ((link.a, link.b), (link.b, link.a)):
        for rival in by_person[side.person.id]:
            if rival is link:
                continue
            other = rival.b if rival.a.person.id == side.person.id else rival.a
            if evidence(other.record, across.record, known).excluded:
                yield rival
