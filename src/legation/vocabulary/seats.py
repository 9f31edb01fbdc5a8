"""Which organizations sit in a city? For people who name a mission to one by the city alone."""

from __future__ import annotations

from functools import cache

from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows


@cache
def _seats() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code, city in rows("seats.tsv"):
        found[fold(city)] = (*found.get(fold(city), ()), code)
    return found


def organizations_at(city: str) -> tuple[str, ...]:
    """Codes of the organizations that sit in a city, given by its usual English name."""
    return _seats().get(fold(city), ())


def main_seat(organization: str) -> str | None:
    """The city of an organization's main seat; missions elsewhere name their city."""
    return next((city for code, city in rows("seats.tsv") if code == organization), None)
