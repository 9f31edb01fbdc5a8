"""Does every value of a telling stand in its words? What can't be derived again from its span doesn't get out.

The quote must be found at its place, the number must be printed in the sentence, the two sides must differ, and each
type must say what makes it one. What is turned away is turned away with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.model.documents import Document

_OPPOSED = frozenset({"expulsion", "ceiling", "threat", "relations"})
_PERSONAL = frozenset({"appointment", "posting-end", "sanction"})


def refusal(telling: Telling, document: Document, read: Sequence[Line]) -> str | None:
    """Why a telling may not become an event; `None` where it may."""
    if not document.span(telling.start, telling.end).stands_in(document.text):
        return "its quote is not found at its place"
    missing = _missing(telling)
    if missing is not None:
        return missing
    if telling.type in _OPPOSED and telling.known_actor == telling.target is not None:
        return f"both sides would be {telling.target}"
    if telling.type not in ("closure", "opening") and not _numbers_printed(telling, read):
        return "a number is not printed in its sentence"
    return None


def _missing(telling: Telling) -> str | None:
    """What a telling of its type needs and doesn't have."""
    nobody = telling.known_actor is None
    if telling.type == "expulsion" and not _says_whose(telling):
        return "neither its sentence nor the report says whose people were sent away"
    if telling.type in ("ceiling", "appointment", "posting-end") and nobody and telling.target is None:
        return "neither who decides nor whose posts they are is said"
    if telling.type == "closure" and telling.target is None:
        return "whose mission is closed is not said"
    if telling.type in ("opening", "relations") and (nobody or telling.target is None):
        return "who decides, or whom it concerns, is not said"
    if telling.type in ("threat", "retaliation") and nobody:
        return "who would answer is not said"
    if telling.type in _PERSONAL and not telling.persons and None in (telling.count, telling.target):
        return "nobody is named, and no number of a state's people"
    return None


def _says_whose(telling: Telling) -> bool:
    """Whether an expulsion says whose people were sent away, or names one of them and who decided."""
    named = bool(telling.persons) and (telling.known_actor is not None or telling.rule == "expulsion.member")
    some = telling.part and telling.known_actor is not None
    return telling.target is not None or named or some


def _numbers_printed(telling: Telling, read: Sequence[Line]) -> bool:
    """Whether each number stands in the telling's own sentence, or in one that tells of the same."""
    counted = telling.count - telling.others if telling.count is not None else None
    wanted = {n for n in (counted, telling.posts_from, telling.posts_to) if n is not None and n > 1}
    printed: set[int] = set()
    for number in {telling.sentence, *telling.sentences} if wanted else ():
        values = [found.value for found in read[number].marked.numbers if found.value is not None]
        printed.update(values)
        printed.update(a + b for a in values for b in values)
    return wanted <= printed
