"""Whom of the lists may a report mean by a name, or a register by an entry?

Names are compared and weighed as everywhere; that the report speaks of the person's mission, or the register of the
person's state, speaks for it. What is likely enough is a candidate to be judged, and nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from legation.analysis.profiles import Profile
from legation.language.names import compare
from legation.model.keys import made_id
from legation.model.links import Mention, Naming
from legation.resolution.candidates import candidates
from legation.resolution.evidence import evidence
from legation.resolution.frequencies import Frequencies
from legation.resolution.mentions import Meant
from legation.resolution.nearby import Nearby
from legation.resolution.records import Record, record
from legation.resolution.weights import Step, Weights, default_weights, odds, waterfall, weigh

LIKELY_ENOUGH = 0.5
"""Probability from which on a naming is kept."""
FEW_ALIKE = 3
"""Entries of one register that bear the very name of a person, up to which each is kept whatever else is known."""

_Weighed = tuple[Profile, float, tuple[Step, ...]]


def namings(
    mentions: Sequence[Mention], profiles: Sequence[Profile], meant: Meant, weights: Weights | None = None
) -> tuple[Naming, ...]:
    """The persons of the lists whom reports may mean, and those whom somebody said that they mean; in order of ids.

    Args:
        mentions: the names in reports.
        profiles: the persons of the lists.
        meant: what judgements say of mentions.
        weights: the case's own weights; the shipped ones where it has none.
    """
    if not mentions:
        return ()
    used = weights or default_weights()
    known = Frequencies.of(profile.record for profile in profiles)
    by_person = {profile.person.id: profile for profile in profiles}
    weighed: dict[str, list[_Weighed]] = {}
    for mention, people in chain(_candidates(mentions, profiles), _near(mentions, profiles)):
        weighed[mention.id] = list(_weighed(mention, _record(mention), people, known, used))
    rivals = _rivals(mentions, weighed, meant)
    found = [naming for mention in mentions for naming in _likely(mention, weighed.get(mention.id, ()), meant, rivals)]
    by_id = {mention.id: mention for mention in mentions}
    for (id_, person), judgement in meant.judgements.items():
        if person in by_person:
            found.append(_judged(by_id[id_], by_person[person], judgement))
    return tuple(sorted(found, key=lambda one: one.id))


def _candidates(
    mentions: Sequence[Mention], profiles: Sequence[Profile]
) -> Iterator[tuple[Mention, Sequence[Profile]]]:
    """Each mention of a report with the profiles that share a key with it."""
    told = [one for one in mentions if one.entry is None]
    records = [*(profile.record for profile in profiles), *map(_record, told)]
    found: defaultdict[int, list[Profile]] = defaultdict(list)
    for one, other in candidates(records)[0]:
        if one < len(profiles) <= other:
            found[other - len(profiles)].append(profiles[one])
    for place in sorted(found):
        yield told[place], found[place]


def _near(mentions: Sequence[Mention], profiles: Sequence[Profile]) -> Iterator[tuple[Mention, Sequence[Profile]]]:
    """Each entry of a register with the profiles that it is near to, however many entries there are."""
    entries = [one for one in mentions if one.entry is not None]
    if entries:
        index = Nearby.of([profile.record for profile in profiles])
        for one in entries:
            if places := index.to(_record(one)):
                yield one, [profiles[place] for place in places]


def _record(mention: Mention) -> Record:
    entry = mention.entry
    return record(mention.id, entry.names if entry else [mention.name], born=entry.born if entry else None)


def _weighed(
    mention: Mention, looked_at: Record, people: Iterable[Profile], known: Frequencies, weights: Weights
) -> Iterator[_Weighed]:
    for profile in people:
        levels = evidence(looked_at, profile.record, known)
        if levels.veto:
            continue
        place = _place(mention, profile)
        steps = tuple(
            step for step in waterfall(looked_at, profile.record, known, levels, weights) if step.field != "prior"
        )
        says = (_PLACES if mention.entry is None else _STATES)[place]
        steps = (*steps, Step(field="mission", says=says, weight=weights.naming[place]))
        yield profile, weigh(levels, weights) - weights.prior + weights.naming[place], steps


def _place(mention: Mention, profile: Profile) -> str:
    if mention.entry is not None:
        if not mention.entry.countries:
            return "no-mission"
        return "same-sender" if profile.sending in mention.entry.countries else "other-sender"
    if not mention.missions:
        return "no-mission"
    if profile.missions & set(mention.missions):
        return "same-mission"
    senders = {mission.partition("/")[0] for mission in mention.missions}
    return "same-sender" if profile.sending in senders else "other-sender"


_PLACES: Mapping[str, str] = {
    "same-mission": "the report speaks of the person's mission",
    "same-sender": "the report speaks of another mission of the sender",
    "other-sender": "the report speaks of other senders' missions",
    "no-mission": "the report names no mission beside the name",
}
_STATES: Mapping[str, str] = {
    "same-sender": "the register names the state that sends the person",
    "other-sender": "the register names other states",
    "no-mission": "the register names no state",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rivals:
    """By register and person the entries that may be that person: one of them is, at most."""

    odds: Mapping[tuple[str, str], float]
    """Of all of them together."""
    alike: Mapping[tuple[str, str], frozenset[str]]
    """The mentions of those that bear the very name."""


def _rivals(mentions: Sequence[Mention], weighed: Mapping[str, Sequence[_Weighed]], meant: Meant) -> _Rivals:
    together: defaultdict[tuple[str, str], float] = defaultdict(float)
    alike: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        for profile, weight, _ in weighed.get(mention.id, ()) if mention.entry else ():
            if not _excluded(mention, profile, meant):
                together[mention.sha256, profile.person.id] += odds(weight)
                if _same_name(mention, profile):
                    alike[mention.sha256, profile.person.id].add(mention.id)
    return _Rivals(odds=together, alike={key: frozenset(found) for key, found in alike.items()})


def _same_name(mention: Mention, profile: Profile) -> bool:
    names = mention.entry.names if mention.entry else (mention.name,)
    return any(compare(one, other).verdict == "same" for one in names for other in profile.record.names)


def _likely(mention: Mention, weighed: Sequence[_Weighed], meant: Meant, rivals: _Rivals) -> Iterator[Naming]:
    """The candidates that are likely enough beside all others for the same mention, or the same person of a list."""
    judged = {person for id_, person in meant.judgements if id_ == mention.id}
    open_ = [one for one in weighed if not _excluded(mention, one[0], meant)]
    whole = 1 + sum(odds(weight) for _, weight, _ in open_)
    for profile, weight, steps in open_:
        others = rivals.odds.get((mention.sha256, profile.person.id), odds(weight)) - odds(weight)
        probability = odds(weight) / (whole + others)
        few = rivals.alike.get((mention.sha256, profile.person.id), frozenset())
        enough = probability >= LIKELY_ENOUGH or (mention.id in few and len(few) <= FEW_ALIKE)
        if not judged and enough:
            yield Naming(
                id=made_id("naming", mention.id, profile.person.id),
                mention=mention,
                person=profile.person,
                probability=round(probability, 4),
                judgement=None,
                reasons=tuple(f"{step.says} ({step.weight:+.1f})" for step in steps),
            )


def _excluded(mention: Mention, profile: Profile, meant: Meant) -> bool:
    return any((said, mention.name, profile.person.id) in meant.different for said in mention.said)


def _judged(mention: Mention, profile: Profile, judgement: str) -> Naming:
    return Naming(
        id=made_id("naming", mention.id, profile.person.id),
        mention=mention,
        person=profile.person,
        probability=None,
        judgement=judgement,
        reasons=(),
    )
