"""Who denied, confirmed or didn't answer? What was said about something said, with its speaker, in one sentence.

No answer is no denial, and "did not deny" is none either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.extraction.news.attribution import speaker_before, speaker_behind
from legation.extraction.news.mentions import Marked
from legation.model.claims import ClaimType, Stance, Status

_OBJECT = 12
_REJECTED = 6
"""Words behind a verb of rejecting among which the accusation stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A denial, confirmation or non-response at tokens `first` to before `after`."""

    type: ClaimType
    status: Status
    stance: Stance
    value: str | None
    first: int
    after: int
    speaker: tuple[int, int] | None
    """Tokens of who answers; `None` for a pronoun."""
    pointing: bool = False
    """Whether a pronoun answers."""


def answers(marked: Marked) -> tuple[Answer, ...]:
    """Every denial, confirmation and non-response of a sentence."""
    return (*_non_responses(marked), *_denials(marked), *_confirmations(marked))


def _non_responses(marked: Marked) -> Iterator[Answer]:
    for value, first, after in marked.lexicon.phrases("non-response").scan(marked.words):
        yield _made(marked, (first, after), "non-response", "asserted", "declines", value)


def _denials(marked: Marked) -> Iterator[Answer]:
    for _, first, after in marked.lexicon.phrases("deny").scan(marked.words):
        if not _turned(marked, first):
            yield _made(marked, (first, after), "denial", "denied", "denies", None)
    for _, first, after in marked.lexicon.phrases("reject").scan(marked.words):
        near = range(after, min(after + _REJECTED, len(marked.words)))
        if any(marked.is_in(i, "accusation") for i in near) and not _turned(marked, first):
            yield _made(marked, (first, after), "denial", "denied", "denies", None)


def _confirmations(marked: Marked) -> Iterator[Answer]:
    """Confirmations of something that stands before: "confirmed the expulsion", "independently confirmed that"."""
    for _, first, after in marked.lexicon.phrases("confirm").scan(marked.words):
        several = after - first > 1 and "independently" in marked.words[first:after]
        definite = marked.is_in(after, "determiner") and marked.words[after] not in (
            "a",
            "an",
            "ein",
            "eine",
            "un",
            "une",
            "una",
        )
        several = several or (_opens_clause(marked, after) and _is_sources(marked, first))
        inverted = marked.is_in(first - 1, "back-reference") or marked.is_in(first - 1, "this-one")
        if (several or definite or inverted) and not _turned(marked, first) and not marked.is_in(first - 1, "be"):
            yield _made(marked, (first, after), "confirmation", "confirmed", "confirms", None)


def _opens_clause(marked: Marked, place: int) -> bool:
    """Whether a clause with "that" follows."""
    return marked.is_in(place, "that-word")


def _is_sources(marked: Marked, place: int) -> bool:
    """Whether sources or officials stand right before a verb."""
    speaker = speaker_before(marked, place)
    return speaker is not None and any(marked.is_in(i, "anonymous") for i in range(*speaker))


def _turned(marked: Marked, first: int) -> bool:
    """Whether a negation turns the verb round."""
    return any(marked.is_in(index, "deny-not") for index in range(max(first - 3, 0), first))


def _made(
    marked: Marked, span: tuple[int, int], type_: ClaimType, status: Status, stance: Stance, value: str | None
) -> Answer:
    speaker = speaker_before(marked, span[0])
    if speaker is not None and all(marked.is_in(i, "this-one") for i in range(*speaker)):
        speaker = None
    if speaker is None and marked.is_in(span[0] - 1, "this-one"):
        speaker = speaker_behind(marked, span[1] - 1)
    after = min(span[1] + _OBJECT, len(marked.words))
    stop = next((i for i in range(span[1], after) if marked.tokens[i].text in ",;.:—"), after)
    return Answer(
        type=type_,
        status=status,
        stance=stance,
        value=value,
        first=speaker[0] if speaker else span[0],
        after=max(stop, span[1]),
        speaker=speaker,
        pointing=speaker is None and any(marked.is_in(i, "he") for i in range(max(span[0] - 3, 0), span[0])),
    )
