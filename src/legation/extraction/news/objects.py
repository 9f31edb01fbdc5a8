"""Whom does a verb or noun send away? The people, by the place in which each language puts them.

They are the object of an active verb, the subject of a passive one, or what a noun is of; people who stand elsewhere in
the sentence are none of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.news.lexicon import PeopleSense
from legation.extraction.news.mentions import OWN, Marked, PeopleMention
from legation.extraction.news.triggers import Hit

_OBJECT_REACH = 14
_SUBJECT_REACH = 12


def people_of(marked: Marked, hit: Hit, taken: Sequence[PeopleMention] = ()) -> PeopleMention | None:
    """The people whom a trigger is about; `None` where none stand in their place."""
    if hit.sense.rule == "noun":
        return _behind(marked, _over_insertion(marked, hit.after), 4) or _behind_agent(marked, hit)
    if hit.voice == "passive" and hit.sense.rule == "accreditation" and hit.tail:
        stripped = _behind(marked, hit.tail[1], 3)
        if stripped is not None:
            return stripped
    if hit.voice == "passive" and marked.lexicon.has("instrumental-agent"):
        right = _right_behind(marked, hit)
        if right is not None:
            return right
    if hit.voice == "passive":
        return _before(marked, hit.start if hit.tail and hit.tail[0] < hit.first else hit.first) or _behind(
            marked, hit.end, 3
        )
    if hit.sense.rule in ("welcome", "must-leave", "left-asked"):
        return _before(marked, hit.first) or (_behind(marked, hit.after, 2) if _inverts(marked, hit) else None)
    found = reduced(marked, hit)
    if found is not None:
        return found
    final = _verb_final(marked, hit) if hit.sense.form in ("part", "base") else None
    if final is not None:
        return final
    behind = _behind(marked, hit.after, _OBJECT_REACH)
    if behind is not None and not _clause_between(marked, hit.after, behind.first):
        return behind
    behind_tail = _behind(marked, hit.end, 4) if hit.tail else None
    found = behind_tail or _relative(marked, hit) or _verb_final(marked, hit) or _bare_number(marked, hit)
    return found or _pronoun(marked, hit)


def _over_insertion(marked: Marked, place: int) -> int:
    """The place behind an insertion between commas: "the expulsion, on Tuesday, of"."""
    if place >= len(marked.words) or marked.tokens[place].text != ",":
        return place
    near = range(place + 1, min(place + _INSERTED, len(marked.words)))
    closed = next((i for i in near if marked.tokens[i].text == ","), None)
    return closed + 1 if closed is not None and marked.is_in(closed + 1, "of") else place


_INSERTED = 7
"""Words of the longest such insertion."""


def _inverts(marked: Marked, hit: Hit) -> bool:
    """Whether a verb may stand before its subject: in verb-final languages, and where its tail opens the clause."""
    return marked.lexicon.has("verb-final") or (hit.tail is not None and hit.tail[1] <= hit.first)


def _pronoun(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "declared him persona non grata": the people before it in the sentence, else for the report to say."""
    if not hit.tail or hit.voice != "active" or hit.sense.rule not in ("expel", "declare", "accreditation"):
        return None
    for index in _pronoun_places(marked, hit):
        group = next((name for name in ("him", "them-object") if marked.is_in(index, name)), None)
        if group is not None:
            sense = PeopleSense(strong=True, plural=group != "him", role=None)
            before = [p for p in marked.people if p.after <= index]
            return before[-1] if before else PeopleMention(index, index + 1, index, sense, None, OWN, None, None)
    return None


def _pronoun_places(marked: Marked, hit: Hit) -> Sequence[int]:
    """Where an object pronoun stands: in the frame of a verb-final language, else right beside the verb."""
    if marked.lexicon.has("verb-final"):
        framed = range(max(hit.first - _OBJECT_REACH, 0), hit.first) if hit.sense.form in ("part", "base") else ()
        return (*framed, hit.after)
    if marked.lexicon.has("tail-behind"):
        return (hit.after,)
    helped = hit.first - 2 if marked.is_in(hit.first - 1, "have") else hit.first - 1
    return (helped,) if hit.sense.form in ("pres", "past") or helped < hit.first - 1 else ()


def _behind_agent(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "l'expulsion par X, la semaine dernière, de deux attachés": people behind who decides."""
    if not marked.is_in(hit.after, "by-agent"):
        return None
    found = _behind(marked, hit.after, _OBJECT_REACH)
    near = range(max(found.first - 2, 0), found.first + 1) if found is not None else range(0)
    return found if any(marked.is_in(index, "of") for index in near) else None


def _bare_number(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "X expelled three.": a number that ends its clause right behind the verb counts whom the report means."""
    number = next((n for n in marked.numbers if n.first == hit.after and n.value is not None and not n.article), None)
    if number is None or hit.tail or hit.sense.rule != "expel":
        return None
    if number.after < len(marked.words) and marked.tokens[number.after].is_word:
        return None
    sense = PeopleSense(strong=False, plural=number.value != 1, role=None)
    return PeopleMention(number.first, number.after, number.first, sense, number, None, None, None)


def reduced(marked: Marked, hit: Hit) -> PeopleMention | None:
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


def _right_behind(marked: Marked, hit: Hit) -> PeopleMention | None:
    """The people right behind a passive where it opens its clause: "высланы двое дипломатов"; no agent."""
    opens = hit.first == 0 or not marked.tokens[hit.first - 1].is_word or marked.is_in(hit.first - 1, "conjunction")
    found = _behind(marked, hit.end, 0)
    return found if found is not None and opens and (found.number is not None or found.sense.plural) else None


def _before(marked: Marked, place: int) -> PeopleMention | None:
    """The nearest people before a passive verb who may be its subject: not behind "by"."""
    for mention in reversed(marked.people):
        if mention.after <= place and place - mention.after <= _SUBJECT_REACH:
            if any(marked.tokens[i].text in ";:" for i in range(mention.after, place)):
                return None
            if marked.is_in(mention.first - 1, "by-agent") or _is_example(marked, mention):
                continue
            return mention
    return None


def _is_example(marked: Marked, mention: PeopleMention) -> bool:
    """Whether people only stand for others named before: ", including the attaché,"."""
    first = mention.first - marked.is_in(mention.first - 1, "determiner")
    near = range(max(first - 3, 0), first)
    return first > 1 and any(
        marked.phrase_at("including", i) is not None and marked.tokens[i - 1].text == "," for i in near
    )


def _relative(marked: Marked, hit: Hit) -> PeopleMention | None:
    """Such as "the envoys whom X had sent away": people before a relative pronoun, the subject between."""
    for mention in reversed(marked.people):
        if mention.after < hit.first and hit.first - mention.after <= _SUBJECT_REACH:
            named = mention.after
            while named < hit.first and marked.tokens[named].is_capital and marked.tokens[named].is_word:
                named += 1
            place = named + (marked.words[named] == ",")
            if marked.is_in(place, "relative") and place < hit.first:
                return mention
    return None


def _verb_final(marked: Marked, hit: Hit) -> PeopleMention | None:
    """German: the object stands between the auxiliary and the participle, or before a verb that closes its clause."""
    closes = hit.after >= len(marked.words) or not marked.tokens[hit.after].is_word
    if not marked.lexicon.has("verb-final") or not (hit.sense.form in ("part", "base") or closes):
        return None
    return next(
        (p for p in reversed(marked.people) if p.after <= hit.start and hit.start - p.after <= _OBJECT_REACH), None
    )
