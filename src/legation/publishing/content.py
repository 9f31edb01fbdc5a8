"""What is about to leave a case? The values that every page and table is made of, gathered by the pipeline.

Nothing here reads a file or looks anything up; what isn't given doesn't appear.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from legation.custody.stamps import Stamp
from legation.model.case import Derived
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.judgements import Judgement
from legation.model.listings import Roster
from legation.model.replies import Heard
from legation.model.sources import Capture

Label = Callable[[str], str]
"""Gives the name of a state or organization for its code."""
DRAFT = "DRAFT – not for publication"
"""The words that stand on every page, sheet and first line of what didn't pass as a publication."""


OutReason = Literal["withheld", "lowest", "administrative", "local", "relative", "link", "named", "lacking"]
"""Why something is left out: somebody is withheld for safety; the lowest class of the career, administrative or local
staff; what is said of a family; two who may be one and nobody judged; words in which one of these is named; a claim
that lacks what it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is left out by default, and why."""

    id: str
    reason: OutReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """How many people are counted where they aren't named, so that no number changes."""

    listed: Mapping[tuple[str, str | None], int] = field(default_factory=dict)
    """By edition and mission."""
    left: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """By tally and the day of its step."""
    joined: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """The last entry of the chain of custody, and the stamps of authorities on it."""

    number: int
    digest: str
    stamps: tuple[Stamp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A case's answers with all that they rest on."""

    title: str
    """Name of the case: a key, never an allegation."""
    derived: Derived
    now: datetime
    """By which deadlines are told."""
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
    heard: Mapping[str, Heard] = field(default_factory=dict)
    """For each claim what its other side was asked and answered."""
    unnamed: Unnamed = Unnamed()
    left_out: tuple[LeftOut, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """Those that count, for who decided that two are one."""
    chain: ChainEnd | None = None
    """Where the chain of custody stood."""

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
