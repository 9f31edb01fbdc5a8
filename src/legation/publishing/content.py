"""What is about to leave a case? The values that every page and table is made of, gathered by the pipeline.

Nothing here reads a file or looks anything up; what isn't given doesn't appear.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from legation.model.case import Derived
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.listings import Roster
from legation.model.sources import Capture

Label = Callable[[str], str]
"""Gives the name of a state or organization for its code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A case's answers with all that they rest on."""

    title: str
    """Name of the case: a key, never an allegation."""
    derived: Derived
    rosters: tuple[Roster, ...] = ()
    reports: tuple[Report, ...] = ()
    captures: tuple[Capture, ...] = ()
    label: Label = str
    missions: tuple[str, ...] = ()
    """Keys of the missions to show in full; empty = those that a tally or a happening speaks of."""
    clips: Mapping[Passage, bytes] = field(default_factory=dict)
    """PNG of the page around a passage, where its format has pages."""
    surroundings: Mapping[Passage, tuple[str, str]] = field(default_factory=dict)
    """Text before and after a quote."""
    version: str = ""
    cut_off: str | None = None
    """Day of the newest capture, ISO 8601."""
    draft: bool = True

    def shown_missions(self) -> tuple[str, ...]:
        """Keys of the missions to show in full, in order."""
        if self.missions:
            return self.missions
        spoken_of = {tally.mission for tally in self.derived.tallies}
        spoken_of |= {happening.mission for happening in self.derived.happenings if happening.mission}
        listed = {section.mission for roster in self.rosters for section in roster.edition.missions}
        return tuple(sorted(spoken_of & {mission for mission in listed if mission}))

    def source_name(self, sha256: str) -> str:
        """What people call the bytes: the source as given, the report's title, the file's name, or the digest."""
        for capture in self.captures:
            if capture.sha256 == sha256 and capture.given.source:
                return capture.given.source
        for report in self.reports:
            if report.sha256 == sha256 and report.title:
                return report.title
        return next((capture.name for capture in self.captures if capture.sha256 == sha256), sha256[:12])


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All tellings and claims of some reports, by their ids."""

    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    report_of: Mapping[str, Report]

    @staticmethod
    def of(reports: tuple[Report, ...]) -> Said:
        """Index the reports once."""
        return Said(
            events={event.id: event for report in reports for event in report.events},
            claims={claim.id: claim for report in reports for claim in report.claims},
            report_of={
                id_: report
                for report in reports
                for id_ in (*(event.id for event in report.events), *(claim.id for claim in report.claims))
            },
        )
