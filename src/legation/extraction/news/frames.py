"""Who sends whom away? The people and the decider of a trigger, by the place in which each language puts them.

The people are the object of an active verb, the subject of a passive one, or what a noun is of. The decider is the
subject of an active verb or stands behind "by"; a passive without one has none, whatever the place suggests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.extraction.news.mentions import Decider, Marked, PeopleMention, party_before
from legation.extraction.news.nouns import decides
from legation.extraction.news.triggers import Hit

_OBJECT_REACH = 14
_SUBJECT_REACH = 12
GENERIC = "?"
"""Code of a subject that only the report can tell: "it", "the government"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who decides, as the sentence says: a code, `GENERIC`, or none; and where it says so."""

    code: str | None
    first: int | None
    several: bool = False
    """Whether several states decide together, so that the number is a total."""
    codes: tuple[str, ...] = ()
    """The codes of several who decide together."""
    reference: bool = False
    """Whether the verb only says what a decision was that is spoken of: the sentence's own date is another one."""


def people_of(marked: Marked, hit: Hit, taken: Sequence[PeopleMention] = ()) -> PeopleMention | None:
    """The people whom a trigger is about; `None` where none stand in their place."""
    if hit.sense.rule == "noun":
        return _behind(marked, hit.after, 4)
    if hit.voice == "passive":
        return _before(marked, hit.start if hit.tail and hit.tail[0] < hit.first else hit.first) or _behind(
            marked, hit.end, 3
        )
    if hit.sense.rule == "welcome":
        return _before(marked, hit.first)
    reduced = _reduced(marked, hit)
    if reduced is not None:
        return reduced
    behind = _behind(marked, hit.after, _OBJECT_REACH)
    if behind is not None and not _clause_between(marked, hit.after, behind.first):
        return behind
    behind_tail = _behind(marked, hit.end, 4) if hit.tail else None
    return behind_tail or _relative(marked, hit) or _verb_final(marked, hit)


def _reduced(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "the envoys expelled from X": a participle right behind its people, with no object."""
    if hit.sense.form not in ("part", "past") or not marked.lexicon.has("reduced-participle"):
        return None
    mention = next((p for p in marked.people if 0 <= hit.first - p.after <= 1), None)
    if mention is None or (mention.after < hit.first and marked.tokens[mention.after].text in ",;"):
        return None
    behind = _behind(marked, hit.after, 5)
    return mention if behind is None or _clause_between(marked, hit.after, behind.first) else None


def _clause_between(marked: Marked, first: int, after: int) -> bool:
    """Whether a new clause begins between two places."""
    return any(
        marked.words[index] in (";", ":")
        or (marked.is_in(index, "conjunction") and not marked.is_in(index, "and-word"))
        or (marked.is_in(index, "preposition") and marked.words[index] in _AWAY)
        for index in range(first, after)
    )


_AWAY = frozenset({"from", "after", "over", "because", "without", "since", "via", "including", "against"})


def _behind(marked: Marked, place: int, reach: int) -> PeopleMention | None:
    return next(
        (p for p in marked.people if place <= p.first + 1 and place <= p.head and p.first <= place + reach), None
    )


def _before(marked: Marked, place: int) -> PeopleMention | None:
    """The nearest people before a passive verb who may be its subject: not behind "by"."""
    for mention in reversed(marked.people):
        if mention.after <= place and place - mention.after <= _SUBJECT_REACH:
            if marked.is_in(mention.first - 1, "by-agent"):
                continue
            return mention
    return None


def _relative(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "the envoys whom X had sent away": people before a relative pronoun, the subject between."""
    for mention in reversed(marked.people):
        if mention.after < hit.first and hit.first - mention.after <= _SUBJECT_REACH:
            place = mention.after + (marked.words[mention.after] == ",")
            if marked.is_in(place, "relative") and place < hit.first:
                return mention
    return None


def _verb_final(marked: Marked, hit: Hit) -> PeopleMention | None:
    """German: the object stands between the auxiliary and the participle."""
    if not marked.lexicon.has("verb-final") or hit.sense.form not in ("part", "base"):
        return None
    return next(
        (p for p in reversed(marked.people) if p.after <= hit.start and hit.start - p.after <= _OBJECT_REACH), None
    )


def actor_of(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor:
    """Who decides."""
    by = _agent_behind(marked, hit, people)
    if by is not None:
        return by
    if hit.sense.rule == "noun":
        return _noun_actor(marked, hit)
    if hit.voice == "passive" or hit.sense.rule == "welcome":
        return _speaking(marked, hit, people)
    if people is not None and _is_reduced(marked, hit, people):
        return Actor(None, None)
    place = hit.first
    decision = _decision(marked, hit)
    if decision is not None:
        return decision
    if people is not None and people.after <= hit.first and marked.lexicon.has("relative-subject"):
        relative = _subject(marked, people.after, place)
        if relative.code is not None:
            return relative
    return _inverted(marked, hit, people) or _subject(marked, 0, place)


def _speaking(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor:
    """Such as "X said that Y were no longer welcome": who says it of others decides, unless another host is named."""
    if people is None or hit.sense.tail not in _ORDERS:
        return Actor(None, None)
    host = people.host or (people.mission.receiving if people.mission else None)
    for decider in reversed([d for d in marked.deciders if d.subject and d.after <= people.first]):
        verb = next((i for i in range(decider.after, people.first) if _speaks(marked, i)), None)
        if verb is None or verb - decider.after > 4 or people.first - verb > 6:
            continue
        if decider.code is not None and (decider.code == people.sending or host not in (None, decider.code)):
            return Actor(None, None)
        return Actor(decider.code or GENERIC, decider.first)
    return Actor(None, None)


def _speaks(marked: Marked, index: int) -> bool:
    return marked.is_in(index, "say") or marked.is_in(index, "decide")


_ORDERS = frozenset(
    {"no-longer-welcome", "leave", "persona-non-grata", "quitter", "abandonar", "покинуть", "accreditation"}
)


def _decision(marked: Marked, hit: Hit) -> Actor | None:
    """Such as "X's decision to expel": the party before the noun decides, not the subject of the sentence."""
    for place in (hit.first - 2, hit.first - 3):
        if place > 0 and hit.sense.form in ("base", "pres") and marked.is_in(place, "decision"):
            party = party_before(marked, place)
            return Actor(party.sense.code if party else None, party.first if party else None, reference=True)
    return None


def _is_reduced(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    return people.after <= hit.first and _reduced(marked, hit) is people


def _inverted(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor | None:
    """German and Russian put the subject behind the verb where something else opens the sentence."""
    if not marked.lexicon.has("verb-final"):
        return None
    helper = next((i for i in range(hit.first, -1, -1) if marked.is_in(i, "have") or marked.is_in(i, "modal")), None)
    place = (
        helper
        if helper is not None and helper < hit.first
        else hit.first
        if hit.sense.form in ("pres", "past")
        else None
    )
    if place is None:
        return None
    decider = next((d for d in marked.deciders if d.first in (place + 1, place + 2)), None)
    if decider is None or (people is not None and people.first <= decider.first < people.after):
        return None
    return Actor(decider.code or GENERIC, decider.first)


def _agent_behind(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor | None:
    """A decider behind "by" or its like, near the trigger."""
    if hit.voice != "passive" and hit.sense.rule != "noun":
        return None
    limit = max(hit.end, people.after if people else 0) + 4
    for decider in marked.deciders:
        before = decider.first - 1
        while before >= hit.after and marked.is_in(before, "determiner"):
            before -= 1
        if hit.after <= before < limit and marked.is_in(before, "by-agent"):
            return Actor(decider.code or GENERIC, decider.first)
    return _russian_agent(marked, hit)


def _russian_agent(marked: Marked, hit: Hit) -> Actor | None:
    """An instrumental behind a passive: "выслан властями"."""
    if not marked.lexicon.has("instrumental-agent") or hit.voice != "passive":
        return None
    decider = next((d for d in marked.deciders if d.first == hit.after), None)
    return (
        None
        if decider is None or not marked.words[decider.first].endswith(("ми", "ом", "еи", "ем"))
        else Actor(decider.code or GENERIC, decider.first)
    )


def _noun_actor(marked: Marked, hit: Hit) -> Actor:
    """Such as "X's expulsion of", "ordered the expulsion of": the possessor, or the subject of the deciding verb."""
    place = hit.first
    while place > 0 and not marked.is_in(place - 1, "preposition") and hit.first - place < 4:
        if marked.words[place - 1] == "'s":
            owner = next((d for d in marked.deciders if d.after == place - 1), None)
            return Actor(owner.code, owner.first) if owner is not None else Actor(None, None)
        place -= 1
    verb = next((i for i in range(hit.first - 1, max(hit.first - 5, -1), -1) if decides(marked, i)), None)
    return Actor(None, None) if verb is None else _subject(marked, 0, verb)


def _subject(marked: Marked, start: int, verb: int) -> Actor:
    """The nearest phrase before a verb that may be its subject; a pronoun or generic noun leaves it to the report."""
    candidates = [d for d in marked.deciders if start <= d.first and d.after <= verb and d.subject]
    stop = max((i for i in range(start, verb) if marked.words[i] == ";"), default=start - 1)
    candidates = [d for d in candidates if d.first > stop]
    pronoun = next((i for i in range(verb - 1, max(stop, verb - 6), -1) if _refers_back(marked, i)), None)
    nearest = candidates[-1] if candidates else None
    if nearest is None:
        return Actor(GENERIC if pronoun is not None else None, pronoun)
    if _between_speech(marked, nearest, verb) and pronoun is None:
        first_named = next((d for d in candidates if d.code is not None), nearest)
        nearest = first_named if nearest.code is None else nearest
    coded = [d for d in candidates if d.code is not None]
    if nearest.code is None and coded and pronoun is None:
        nearest = coded[-1]
    several = _several(marked, coded, nearest)
    codes = tuple(d.code for d in coded if d.code) if several else ()
    return Actor(nearest.code or GENERIC, nearest.first, several, codes)


def _between_speech(marked: Marked, nearest: Decider, verb: int) -> bool:
    return any(marked.is_in(index, "say") for index in range(nearest.after, verb))


def _refers_back(marked: Marked, index: int) -> bool:
    return marked.is_in(index, "pronoun") and marked.words[index] not in (
        "that",
        "que",
        "das",
        "die",
        "der",
        "which",
        "who",
    )


def _several(marked: Marked, coded: Sequence[Decider], nearest: Decider) -> bool:
    """Whether names are listed right before: "Belgium, Ireland and the Netherlands"."""
    others = [d for d in coded if d.after <= nearest.first and nearest.first - d.after <= 3]
    return any(
        all(
            marked.tokens[i].text == "," or marked.is_in(i, "and-word") or marked.is_in(i, "determiner")
            for i in range(d.after, nearest.first)
        )
        and d.code != nearest.code
        for d in others
        if d.after < nearest.first
    )


def subject_before(marked: Marked, place: int) -> str | None:
    """The code of the nearest subject before a place: what "its" points to."""
    return next((d.code for d in reversed(marked.deciders) if d.after <= place and d.subject and d.code), None)
