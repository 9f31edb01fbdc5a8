"""Which persons of a case may have a name? Found by what its words can stand for, then compared part by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from legation.pipeline.answering.spellings import comparison_row
from legation.publishing.rows import Row, person_row
from legation.store.case import Case

MOST_COMPARED = 500
"""Persons that are compared with one name; who has a word in common with it comes first."""
MATCHER: Mapping[str, str] = {
    "score": "0 to 1; it ranks and is no probability",
    "verdict": "same or possible by rules about the parts of names; nobody whose name is another is given",
    "reasons": "each part of the two names: what stands there, how it agrees, and what that weighs",
    "how": "by which romanization, form or initial two words agree",
}
"""What the words of an answer mean."""


class Matched(NamedTuple):
    """Who may have a name."""

    rows: list[Row]
    """The likeliest first; nobody whose name is another."""
    all_compared: bool
    """False where so many share a word with the name that some weren't compared."""


def matches(case: Case, name: str, *, least: float = 0.0) -> Matched:
    """The persons who may have the name.

    Args:
        case: built.
        name: in any script and order.
        least: the score from which on somebody is given.
    """
    found: list[Row] = []
    alike = case.persons.alike(name, limit=MOST_COMPARED)
    for person in alike:
        compared = comparison_row(name, person.label)
        if compared["verdict"] != "different" and float(str(compared["score"])) >= least:
            found.append({**compared, "kind": "match", "id": person.id, "person": person_row(person)})
    found.sort(key=lambda row: (-float(str(row["score"])), str(row["id"])))
    return Matched(found, len(alike) < MOST_COMPARED)
