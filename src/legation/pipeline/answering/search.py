"""What of a case has the words that somebody types? Persons, missions, printed titles, and what reports say.

Each word of the text has to be the beginning of a word that is found, in any script and without accents. What is found
is a place to look.
"""

from __future__ import annotations

from collections.abc import Callable

from legation.model.postings import Posting
from legation.pipeline.answering.missions import gazetteer_of
from legation.pipeline.answering.people import found as persons_found
from legation.pipeline.answering.spoken import with_words
from legation.pipeline.work.remembered import remembered
from legation.publishing.phrases import mission_phrase
from legation.publishing.rows import Row, mission_row, person_row
from legation.store.case import Case
from legation.store.parts import titled
from legation.store.search import folded_words, word_sequence

LEAST = 3
"""Letters that some word has from which on titles and reports are searched: most of them have any shorter beginning."""

SOME = 10
"""Missions, titles and claims that are given at most; more letters say better which is meant."""


def found(case: Case, text: str, *, limit: int, offset: int = 0) -> Row:
    """Everything that has the words: lists of rows by what they are, and how many there are of each.

    Args:
        case: built.
        text: words, or their beginnings.
        limit: persons at most; of anything else some.
        offset: how many persons are passed over; with it, persons alone are looked for.
    """
    words = folded_words(text)
    total, persons = persons_found(case, text, limit=limit, offset=offset) if words else (0, [])
    wide = bool(words) and not offset
    long = wide and max(map(len, words)) >= LEAST
    has = _in_words(words)
    missions = [row for row, called in remembered(case, _missions) if has(called)] if wide else []
    posts = titled(case.database, text, min(limit, SOME)) if long else None
    said = with_words(case, words, min(limit, SOME)) if long else None
    return {
        "text": text,
        "persons": [*persons],
        "found": total,
        "missions": [*missions[: min(limit, SOME)]],
        "missions_found": len(missions),
        "titles": [_post_row(one, has) for one in posts.values] if posts else [],
        "titles_found": posts.total if posts else 0,
        "said": [*said.claims] if said else [],
        "said_found": said.total if said else 0,
    }


def _missions(case: Case) -> tuple[tuple[Row, str], ...]:
    """Each mission with all that it is called."""
    label = gazetteer_of(case).label
    found = []
    for one in case.derived.missions():
        words = mission_phrase(one.mission, label)
        found.append(({**mission_row(one), "words": words}, " ".join((words, one.mission, *one.names))))
    return tuple(found)


def _in_words(words: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a text has, for each word, one that starts with it."""

    def has(text: str) -> bool:
        own = word_sequence(text)
        return all(any(one.startswith(word) for one in own) for word in words)

    return has


def _post_row(posting: Posting, has: Callable[[str], bool]) -> Row:
    """A posting by the title that has the words, with the days on which lists print it."""
    span = next((one for one in posting.titles if one.title and has(one.title)), posting.titles[-1])
    return {
        "id": posting.id,
        "person": person_row(posting.person),
        "mission": posting.mission,
        "title": span.title,
        "first": span.first,
        "last": span.last,
    }
