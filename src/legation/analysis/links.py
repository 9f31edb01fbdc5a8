"""Which persons of different missions of one sender may be one, and how likely is it?

Evidence adds up over names, their rarity in the case, dates and ranks; conflicting names, posts held at one time far
apart, and judgements exclude. A probability shares its weight with rivals that can't be true as well.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.analysis.profiles import Presence, Profile, is_service, rank_step
from legation.language.names import Comparison, compare, folded_name, parse_name, skeletons
from legation.model.keys import made_id
from legation.model.links import PersonLink
from legation.vocabulary.link_weights import link_weights, up_to

LIKELY_ENOUGH = 0.5
"""Probability from which on a link is kept; what is less likely helps nobody to look."""

UNSEEN = 0.5
"""What is added to the number of others who bear a name, for those whom the case doesn't show."""

YEAR = 365.25
LEAST_STEP, GREATEST_STEP = -3, 6

Reason = tuple[str, float]
"""What speaks for or against, and its weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Two profiles with the weight of what speaks for one person."""

    a: Profile
    b: Profile
    weight: float
    reasons: tuple[Reason, ...]

    @property
    def odds(self) -> float:
        """How often one person for each time that it is two."""
        return math.pow(2.0, min(self.weight, 60.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """How many persons of one sender bear the forms of a name."""

    persons: int
    families: Mapping[str, int]
    givens: Mapping[str, int]


def person_links(profiles: Iterable[Profile], different: Collection[tuple[str, str]] = ()) -> tuple[PersonLink, ...]:
    """The links between persons of different missions, in the order of ids.

    Args:
        profiles: the persons of the case.
        different: pairs of person ids that somebody judged different, in any order.
    """
    by_sender: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_sender[profile.sending].append(profile)
    apart = {frozenset(pair) for pair in different}
    found = [link for sender in sorted(by_sender) for link in _links(by_sender[sender], apart)]
    return tuple(sorted(found, key=lambda link: link.id))


def excluded(a: Profile, b: Profile) -> bool:
    """Whether two profiles can't be one person: they served at one time at two missions, or their names contradict."""
    return _timing(a, b) is None or _naming(a, b) is None


def _links(profiles: Sequence[Profile], apart: Collection[frozenset[str]]) -> Iterator[PersonLink]:
    known = _Names(
        persons=len(profiles),
        families=Counter(form for profile in profiles for form in profile.families),
        givens=Counter(form for profile in profiles for form in profile.givens),
    )
    weighed = [
        found
        for a, b in _pairs(profiles)
        if frozenset((a.person.id, b.person.id)) not in apart and (found := weigh(a, b, known)) is not None
    ]
    by_person: defaultdict[str, list[Weighed]] = defaultdict(list)
    for each in weighed:
        by_person[each.a.person.id].append(each)
        by_person[each.b.person.id].append(each)
    for each in weighed:
        probability = each.odds / (1 + each.odds + sum(rival.odds for rival in _rivals(each, by_person)))
        if probability >= LIKELY_ENOUGH:
            yield PersonLink(
                id=made_id("link", each.a.person.id, each.b.person.id),
                a=each.a.person,
                b=each.b.person,
                probability=round(probability, 4),
                reasons=tuple(f"{words} ({weight:+.1f})" for words, weight in each.reasons),
            )


def _pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Profiles that share a form of the family name and may share the given name, the earlier listed first."""
    blocks: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for form in profile.families:
            blocks[form].append(profile)
    for form in sorted(blocks):
        block = blocks[form]
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                if form != min(one.families & other.families) or not (one.missions ^ other.missions):
                    continue
                if one.person.id != other.person.id and (one.initials & other.initials or not one.initials):
                    first, second = sorted((one, other), key=_since)
                    yield first, second


def _since(profile: Profile) -> tuple[object, ...]:
    return profile.presences[0].first, profile.presences[0].last, profile.person.id


def weigh(a: Profile, b: Profile, known: _Names) -> Weighed | None:
    """What speaks for one person; `None` where something excludes it.

    Args:
        a: who was listed first.
        b: who was listed later.
        known: how common names are.
    """
    timing = _timing(a, b)
    if timing is None:
        return None
    naming = _naming(a, b)
    if naming is None:
        return None
    prior = link_weights()["prior"]["resurfaces"]
    reasons = [("how often people come back elsewhere", prior), _rarity(a, b, known), *naming, *timing, *_ranks(a, b)]
    return Weighed(a=a, b=b, weight=sum(weight for _, weight in reasons), reasons=tuple(reasons))


def _rivals(link: Weighed, by_person: Mapping[str, Sequence[Weighed]]) -> Iterator[Weighed]:
    """Links of one of the two to somebody who can't be the other as well."""
    for side, across in ((link.a, link.b), (link.b, link.a)):
        for rival in by_person[side.person.id]:
            if rival is link:
                continue
            other = rival.b if rival.a.person.id == side.person.id else rival.a
            first, second = sorted((other, across), key=_since)
            if excluded(first, second) or _same_time(first, second):
                yield rival


def _same_time(a: Profile, b: Profile) -> bool:
    """Whether two profiles of one mission stand side by side in one edition."""
    return any(
        one.editions & other.editions for one in a.presences for other in b.presences if _one_mission(one, other)
    )


def _one_mission(one: Presence, other: Presence) -> bool:
    return one.posting.mission == other.posting.mission


def _rarity(a: Profile, b: Profile, known: _Names) -> Reason:
    """How few persons of the sender would bear both names by chance."""
    families = min(known.families[form] for form in a.families & b.families)
    shared = a.givens & b.givens
    givens = min((known.givens[form] for form in shared), default=max(known.persons // 10, 1))
    both = (families - 2 + UNSEEN) * (max(givens - 2, 0) + UNSEEN) / max(known.persons, 1)
    return f"{max(families - 2, 0)} others with the family name, {max(givens - 2, 0)} with the given name", -math.log2(
        max(both, 1e-6)
    )


def _naming(a: Profile, b: Profile) -> list[Reason] | None:
    """The best agreement of any two spellings; `None` where any two contradict each other under one family name."""
    best: Comparison | None = None
    for one in a.names:
        for other in b.names:
            found = compare(one, other)
            if found.verdict == "different":
                if _contradict(found):
                    return None
                continue
            if best is None or found.score > best.score:
                best = found
    if best is None:
        return None
    weights = link_weights()
    reasons = [
        (f"{reason.part} {reason.relation}", weights[reason.part].get(reason.relation, -4.0))
        for reason in best.reasons
        if reason.part in weights
    ]
    return [*reasons, *_middle(a, b)]


def _contradict(found: Comparison) -> bool:
    return found.relation("family") in ("equal", "variant", "form") and "different" in (
        found.relation("given"),
        found.relation("patronymic"),
    )


def _middle(a: Profile, b: Profile) -> list[Reason]:
    """Second given names or initials, where both print one."""
    one, other = ({letter for name in profile.names for letter in _second(name)} for profile in (a, b))
    if not one or not other:
        return []
    level = "same" if one & other else "other"
    return [(f"{level} second given name or initial", link_weights()["middle"][level])]


def _second(name: str) -> set[str]:
    """What the second given name may begin with, whoever romanized it."""
    given = (parse_name(name).given or "").split()
    return {form[:1] for word in given[1:2] for form in (folded_name(word), *skeletons(word)) if form}


def _timing(a: Profile, b: Profile) -> list[Reason] | None:
    """The days between, or how long both are listed side by side; `None` where one person can't have been at both."""
    reasons: list[Reason] = []
    for one in a.presences:
        for other in b.presences:
            overlap = (min(one.last, other.last) - max(one.first, other.first)).days
            if overlap < 0 or one.posting.mission == other.posting.mission:
                continue
            if one.is_head and other.is_head and one.editions & other.editions:
                reasons.append(("one list prints both as heads", link_weights()["accreditations"]["same-edition"]))
                continue
            found = up_to("overlap", overlap)
            if found is None:
                return None
            reasons.append((f"listed at both for {overlap} days", found[1]))
    if reasons:
        return [max(reasons, key=lambda reason: abs(reason[1]))]
    before, after = _nearest(a, b)
    years = max((after.first - before.last).days, 0) / YEAR
    gap = up_to("gap", years)
    return [(f"{years:.1f} years between", gap[1])] if gap else []


def _nearest(a: Profile, b: Profile) -> tuple[Presence, Presence]:
    """The two postings, one of each, that follow each other with the least time between."""
    pairs = [(one, other) if one.first <= other.first else (other, one) for one in a.presences for other in b.presences]
    return min(pairs, key=lambda pair: (pair[1].first - pair[0].last, pair[0].posting.id, pair[1].posting.id))


def _ranks(a: Profile, b: Profile) -> list[Reason]:
    before, after = _nearest(a, b)
    weights = link_weights()
    services = is_service(before.last_rank), is_service(after.first_rank)
    if any(services):
        level = "same-service" if all(services) else "other"
        known = before.last_rank is not None and after.first_rank is not None
        return [(f"{before.last_rank}, then {after.first_rank}", weights["track"][level])] if known else []
    step = rank_step(before.last_rank, after.first_rank)
    if step is None:
        return []
    weight = weights["step"][str(min(max(step, LEAST_STEP), GREATEST_STEP))]
    if before.is_head and after.is_head:
        weight += weights["heads"]["both"]
    return [(f"{before.last_rank}, then {after.first_rank}", weight)]
