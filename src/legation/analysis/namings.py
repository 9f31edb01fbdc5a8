"""Whom of the lists may a report mean by a name?

Names are compared and weighed as everywhere; that the report speaks of the person's mission speaks for it. What is
likely enough is a candidate to be judged, and nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.analysis.profiles import Profile
from legation.model.keys import made_id
from legation.model.links import Mention, Naming
from legation.resolution.candidates import candidates
from legation.resolution.evidence import evidence
from legation.resolution.frequencies import Frequencies
from legation.resolution.mentions import Meant
from legation.resolution.records import Record, record
from legation.resolution.weights import Step, Weights, default_weights, odds, waterfall, weigh

LIKELY_ENOUGH = 0.5
"""Probability from which on a naming is kept."""

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
    for mention, people in _candidates(mentions, profiles):
        looked_at = record(mention.id, [mention.name])
        weighed[mention.id] = list(_weighed(mention, looked_at, people, known, used))
    found = [naming for mention in mentions for naming in _likely(mention, weighed.get(mention.id, ()), meant)]
    by_id = {mention.id: mention for mention in mentions}
    for (id_, person), judgement in meant.judgements.items():
        if person in by_person:
            found.append(_judged(by_id[id_], by_person[person], judgement))
    return tuple(sorted(found, key=lambda one: one.id))


def _candidates(
    mentions: Sequence[Mention], profiles: Sequence[Profile]
) -> Iterator[tuple[Mention, Sequence[Profile]]]:
    """Each mention with the profiles that share a key with it."""
    records = [*(profile.record for profile in profiles), *(record(one.id, [one.name]) for one in mentions)]
    found: defaultdict[int, list[Profile]] = defaultdict(list)
    for one, other in candidates(records)[0]:
        if one < len(profiles) <= other:
            found[other - len(profiles)].append(profiles[one])
    for place in sorted(found):
        yield mentions[place], found[place]


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
        steps = (*steps, Step(field="mission", says=_PLACES[place], weight=weights.naming[place]))
        yield profile, weigh(levels, weights) - weights.prior + weights.naming[place], steps


def _place(mention: Mention, profile: Profile) -> str:
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


def _likely(mention: Mention, weighed: Sequence[_Weighed], meant: Meant) -> Iterator[Naming]:
    """The candidates that are likely enough beside all others for the same mention."""
    judged = {person for id_, person in meant.judgements if id_ == mention.id}
    open_ = [one for one in weighed if not _excluded(mention, one[0], meant)]
    whole = 1 + sum(odds(weight) for _, weight, _ in open_)
    for profile, weight, steps in open_:
        probability = odds(weight) / whole
        if not judged and probability >= LIKELY_ENOUGH:
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
