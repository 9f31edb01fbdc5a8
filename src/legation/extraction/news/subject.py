"""Who is the subject of a verb? The nearest phrase before it that may act, or who is listed with it, or a pronoun.

What a pronoun or a generic noun stands for is left to the report; nobody is taken from behind a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.extraction.news.mentions import Decider, Marked
from legation.model.quick import quick

GENERIC = "?"
"""Code of a subject that only the report can tell: "it", "the government"."""
SPEAKER = "!"
"""Code of a subject that speaks of itself: "we", "our"; only who says it can tell."""


@quick
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


def _antecedent(marked: Marked, verb: int) -> Actor | None:
    """Whom a relative clause is about, where its pronoun is the subject: "by X, which expelled …"."""
    final = marked.lexicon.has("verb-final")
    for place in range(verb - 1, max(verb - (_RELATIVE_FINAL if final else _RELATIVE), 0), -1):
        if marked.is_in(place, "relative-subject") and marked.tokens[place - 1].text == ",":
            owner = next((d for d in marked.deciders if d.after == place - 1), None)
            return Actor(owner.code, owner.first) if owner is not None and owner.code is not None else None
        named = any(d.first <= place < d.after for d in marked.deciders)
        if not (final or marked.is_one_of(place, ("have", "pronoun")) or marked.tokens[place].text.islower()) or named:
            return None
    return None


_RELATIVE = 4
_RELATIVE_FINAL = 14


def subject_of(marked: Marked, start: int, verb: int) -> Actor:
    """The nearest phrase before a verb that may be its subject; a pronoun or generic noun leaves it to the report."""
    antecedent = _antecedent(marked, verb)
    if antecedent is not None:
        return antecedent
    candidates = [d for d in marked.deciders if start <= d.first and d.after <= verb and d.subject]
    stop = max((i for i in range(start, verb) if marked.words[i] == ";"), default=start - 1)
    candidates = [d for d in candidates if d.first > stop]
    pronoun = next((i for i in range(verb - 1, max(stop, verb - 6), -1) if _refers_back(marked, i)), None)
    nearest = candidates[-1] if candidates else None
    speaker = next((i for i in range(verb - 1, max(stop, verb - 6), -1) if marked.is_in(i, "we")), None)
    if speaker is not None and (nearest is None or nearest.first < speaker):
        return Actor(SPEAKER, None)
    if nearest is None:
        silent = pronoun is None and marked.lexicon.has("null-subject") and _opens_clause(marked, verb)
        return Actor(GENERIC if pronoun is not None or silent else None, pronoun)
    if _between_speech(marked, nearest, verb) and pronoun is None:
        first_named = next((d for d in candidates if d.code is not None), nearest)
        nearest = first_named if nearest.code is None else nearest
    coded = [d for d in candidates if d.code is not None]
    if nearest.code is None and coded and pronoun is None:
        nearest = coded[-1]
    codes = _together(marked, coded, nearest)
    return Actor(nearest.code or GENERIC, nearest.first, bool(codes), codes)


def _opens_clause(marked: Marked, verb: int) -> bool:
    """Whether a verb opens its sentence with nothing but auxiliaries before it, so that its subject was said before."""
    return all(marked.is_one_of(i, ("have", "adverb", "conjunction", "clitic")) for i in range(verb))


def _between_speech(marked: Marked, nearest: Decider, verb: int) -> bool:
    return marked.has_in("say", nearest.after, verb)


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


def _together(marked: Marked, coded: Sequence[Decider], nearest: Decider) -> tuple[str, ...]:
    """The codes of those who are listed up to a subject: "Belgium, Ireland and the Netherlands"; none for one alone."""
    chain: list[Decider] = [nearest]
    for decider in reversed([d for d in coded if d.after <= nearest.first]):
        if not _listed(marked, decider.after, chain[0].first):
            break
        chain.insert(0, decider)
    codes = tuple(dict.fromkeys(d.code for d in chain if d.code))
    return codes if len(codes) > 1 else ()


def _listed(marked: Marked, first: int, after: int) -> bool:
    """Whether only commas, an "and" and articles stand between two names."""
    return 0 < after - first <= _JOINED and all(
        marked.tokens[i].text == "," or marked.is_in(i, "and-word") or marked.is_in(i, "determiner")
        for i in range(first, after)
    )


_JOINED = 3


def subject_before(marked: Marked, place: int) -> str | None:
    """The code of the nearest subject before a place: what "its" points to."""
    return next((d.code for d in reversed(marked.deciders) if d.after <= place and d.subject and d.code), None)
