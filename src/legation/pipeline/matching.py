"""Which persons of a case may have a name? Found by what its words can stand for, then compared part by part."""

from __future__ import annotations

from legation.pipeline.spellings import comparison_row
from legation.publishing.rows import Row, person_row
from legation.store.case import Case

MOST_COMPARED = 500
"""Persons that are compared with one name; who has a word in common with it comes first."""


def matches(case: Case, name: str, *, limit: int) -> list[Row]:
    """The persons who may have the name, the likeliest first; nobody whose name is another.

    Args:
        case: built.
        name: in any script and order.
        limit: rows at most.
    """
    found: list[Row] = []
    for person in case.persons.alike(name, limit=MOST_COMPARED):
        compared = comparison_row(name, person.label)
        if compared["verdict"] != "different":
            found.append({**compared, "kind": "match", "id": person.id, "person": person_row(person)})
    return sorted(found, key=lambda row: (-float(str(row["score"])), str(row["id"])))[:limit]
