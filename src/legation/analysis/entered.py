"""What do registers say of the people of the case? Only of those whom somebody judged to be in them.

That a name stands in a register is nobody's business until a person says who is meant; then it is the register's claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from legation.model.claims import Report
from legation.model.links import Naming
from legation.model.parties import Person


def without_unjudged(reports: Iterable[Report], namings: Iterable[Naming]) -> tuple[Report, ...]:
    """The reports; of a register the claims about entries that were judged to be somebody of the case."""
    meant = persons_of_entries(namings)
    found = []
    for report in reports:
        if report.entries:
            claims = tuple(claim for claim in report.claims if claim.entry in meant)
            entries = tuple(entry for entry in report.entries if entry.id in meant)
            if not claims:
                continue
            report = replace(report, claims=claims, entries=entries)
        found.append(report)
    return tuple(found)


def persons_of_entries(namings: Iterable[Naming]) -> Mapping[str, Person]:
    """The person of each entry of a register that somebody judged to be one."""
    return {
        naming.mention.entry.id: naming.person
        for naming in namings
        if naming.mention.entry is not None and naming.judgement is not None
    }
