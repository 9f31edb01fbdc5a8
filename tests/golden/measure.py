"""How well are the invented lists read? Reads them through the same functions as the command, and adds up."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from legation.extraction.rosters import extract_roster
from legation.model.listings import Listing, Roster
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.golden.truth import Printed, Row, Score, score


def roster_of(printed: Printed) -> Roster:
    """What is read of an invented list."""
    document = read(printed.body, name=printed.name, media_type=printed.media_type, charset=printed.charset)
    return extract_roster(document, Given(), Gazetteer.default(), name=printed.name)


def row_of(listing: Listing) -> Row:
    """A listing as a row of the command's output."""
    row: dict[str, Any] = asdict(listing)
    row["dates"] = [{"kind": day.kind, "value": day.value.text} for day in listing.dates]
    return row


def measured(printed: Printed) -> Score:
    """The score of one list."""
    return score(printed, [row_of(each) for each in roster_of(printed).listings])


def is_read_as_made(printed: Printed) -> None:
    """See to it that a list is read nearly without error, and gives nobody who is no listing.

    Raises:
        AssertionError: it isn't so; with the first errors.
    """
    found = measured(printed)
    assert found.f1 >= 0.95, "\n".join(found.errors[:10])
    listed = {each.name for each in roster_of(printed).listings}
    assert not listed & (set(printed.never) - {row["name"] for row in printed.rows if isinstance(row["name"], str)})


def summed(scores: list[Score]) -> tuple[float, dict[str, float]]:
    """F1 over all lists together, and the share of right values by field."""
    matched, both = sum(each.matched for each in scores), sum(each.wanted + each.found for each in scores)
    good: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for each in scores:
        for field, (right, count) in each.fields.items():
            good[field] += right
            all_[field] += count
    return 2 * matched / both, {field: good[field] / all_[field] for field in sorted(all_)}
