"""Which words of a sentence make what follows a rumor, and who passes it on? What is rumored stays so."""

from __future__ import annotations

from dataclasses import dataclass

from legation.extraction.news.mentions import Marked
from legation.extraction.news.sayings import text_of
from legation.extraction.news.speakers import speaker_before

_NEAR = 5
"""Words between who passes a rumor on and the rumor."""


@dataclass(frozen=True, slots=True)
class Rumor:
    """A word for rumor at token `first`, as printed, with who passes it on where the sentence says so."""

    first: int
    wording: str | None
    teller: str | None


def rumor_of(marked: Marked, text: str) -> Rumor | None:
    """The first rumor of a sentence; none where it is denied or where nothing follows it."""
    for _, first, after in marked.scan("rumor"):
        near = range(max(first - _NEAR, 0), first)
        if any(marked.is_in(i, "deny-word") or marked.phrase_at("deny", i) for i in near):
            continue
        verb = next((i for i in near if marked.is_in(i, "rumor-verb")), None)
        span = speaker_before(marked, verb) if verb is not None else None
        begin = verb if verb is not None else max(first - 2, 0)
        return Rumor(first, text_of(marked, text, begin, after), text_of(marked, text, *span) if span else None)
    return None
