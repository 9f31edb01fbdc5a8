"""In which edition does a line stand? Looks a listing up in the readings of its file."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import UnknownIdError
from legation.model.listings import Edition, Listing, Roster
from legation.pipeline.building.readings import present_keys
from legation.store.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOfEdition:
    """A listing with the edition and the roster that it stands in."""

    listing: Listing
    edition: Edition
    roster: Roster


def line_of(case: Case, listing: Listing) -> LineOfEdition:
    """The line with its edition.

    Raises:
        UnknownIdError: no reading under the present rules holds it; a build makes one.
    """
    keys = [key for key in present_keys(case) if key.sha256 == listing.passage.sha256]
    for roster in case.memo.rosters(keys):
        for line in roster.listings:
            if line.id == listing.id:
                return LineOfEdition(listing=line, edition=roster.edition, roster=roster)
    raise UnknownIdError(f"{listing.id} is from an older reading: run `legation build` and ask again", item=listing.id)
