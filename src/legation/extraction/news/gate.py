"""Does every value of a telling stand in its words? What can't be derived again from its span doesn't get out.

The quote must be found at its place, the number must be printed in the sentence, the two sides must differ, and an
expulsion must say whose people were meant or name somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.model.documents import Document


def passes(telling: Telling, document: Document, read: Sequence[Line]) -> bool:
    """Whether a telling may become an event."""
    if not document.span(telling.start, telling.end).stands_in(document.text):
        return False
    if telling.type == "expulsion" and not _says_whose(telling):
        return False
    if telling.type == "ceiling" and telling.known_actor is None and telling.target is None:
        return False
    if telling.type in ("closure", "relations") and (telling.known_actor is None or telling.target is None):
        return False
    if telling.type in ("appointment", "posting-end") and telling.known_actor is None and telling.target is None:
        return False
    if telling.type in ("appointment", "posting-end", "sanction") and not telling.persons:
        return False
    if telling.type == "threat" and telling.known_actor is None:
        return False
    if (
        telling.type in ("expulsion", "ceiling", "threat", "relations")
        and telling.known_actor == telling.target is not None
    ):
        return False
    return telling.type == "closure" or _numbers_printed(telling, read)


def _says_whose(telling: Telling) -> bool:
    """Whether an expulsion says whose people were sent away, or names one of them and who decided."""
    named = bool(telling.persons) and (telling.known_actor is not None or telling.rule == "expulsion.member")
    return telling.target is not None or named


def _numbers_printed(telling: Telling, read: Sequence[Line]) -> bool:
    """Whether each number stands in the telling's own sentence, or in one that tells of the same."""
    wanted = {n for n in (telling.count, telling.posts_from, telling.posts_to) if n is not None and n > 1}
    printed: set[int] = set()
    for number in {telling.sentence, *telling.sentences} if wanted else ():
        values = [found.value for found in read[number].marked.numbers if found.value is not None]
        printed.update(values)
        printed.update(a + b for a in values for b in values)
    return wanted <= printed
