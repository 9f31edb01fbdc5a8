"""What is done to one part of a case, from its lines to rows: the work that another process may take over.

Everything is at the top of the module and every argument a plain value, so that it can be sent to another process.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from legation.analysis.derive import derived_of, each_once, returns
from legation.analysis.parting import Missions
from legation.analysis.profiles import Profile
from legation.analysis.shown import Decided, shown_by, told_by
from legation.analysis.unnamed import names_printed, unnamed
from legation.model.case import Evidence
from legation.model.claims import Report
from legation.model.judgements import Judgement
from legation.model.links import Mention
from legation.model.listings import Edition, Listing, Roster
from legation.resolution.judged import apply_judgements
from legation.resolution.weights import Weights, read_weights
from legation.store.codec import unpacked, unpacked_all
from legation.store.derived_rows import Rows, derived_rows
from legation.store.search import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTask:
    """One part of a case, as it is stored."""

    editions: tuple[tuple[str, tuple[str, ...]], ...]
    """Each edition, packed, with its lines of these missions."""
    missions: Missions | None
    """The missions that are looked at; all, where none are given."""
    whole: frozenset[str] | None
    """Senders all of whose missions are looked at; all, where none are given."""
    is_told: bool = True
    """Whether reports and judgements belong to it."""
    reports: tuple[Report, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    keeps_profiles: bool = False
    """Whether names in reports are looked for among the persons of several parts."""
    weights: str | None = None
    """The case's own weights of links as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWork:
    """What follows for one part."""

    rows: Rows
    is_told: bool
    whole: frozenset[str]
    """Senders whose persons were compared with each other."""
    differing_sums: int
    loose: tuple[str, ...]
    refused: tuple[str, ...]
    profiles: tuple[Profile, ...] = ()
    """Persons who are still to be compared with those of other parts."""
    mentions: tuple[Mention, ...] = ()
    """Names of reports that are still to be looked for."""
    decided: Decided = field(default_factory=Decided)


def part_work(task: PartTask) -> PartWork:
    """Work out what follows for a part."""
    evidence = Evidence(
        rosters=tuple(_roster(body, lines) for body, lines in task.editions),
        reports=task.reports,
        judgements=task.judgements,
    )
    return worked(evidence, task)


def worked(evidence: Evidence, task: PartTask) -> PartWork:
    """Work out what follows from evidence that was loaded already.

    Args:
        evidence: it.
        task: what is to be done with it; its editions, reports and judgements aren't looked at.
    """
    weights = weights_of(task.weights)
    judged = apply_judgements(each_once(evidence))
    told = told_by(judged)
    shown = shown_by(judged, told, task.missions)
    own, others = list[Profile](), list[Profile]()
    for each in shown.profiles:
        (own if task.whole is None or each.sending in task.whole else others).append(each)
    looked_for = () if task.keeps_profiles else told.mentions
    derived = derived_of(told, shown, returns(own, shown.decided, weights), looked_for, weights)
    reasons = unnamed(derived, judged.rosters)
    return PartWork(
        rows=derived_rows(derived, names_of(derived, evidence), names_printed(derived, judged.rosters, reasons)),
        is_told=task.is_told,
        whole=frozenset(each.sending for each in own),
        differing_sums=sum(found.difference != 0 for found in told.sums),
        loose=shown.loose,
        refused=shown.refused,
        profiles=tuple(map(_light, shown.profiles if task.keeps_profiles else others)),
        mentions=told.mentions if task.keeps_profiles else (),
        decided=shown.decided,
    )


def weights_of(text: str | None) -> Weights | None:
    """The case's own weights of links, if it has any."""
    return read_weights(text) if text is not None else None


def _roster(body: str, lines: Iterable[str]) -> Roster:
    edition = unpacked(Edition, body)
    return Roster(edition=edition, listings=unpacked_all(Listing, lines, edition.sha256), residue=())


def _light(profile: Profile) -> Profile:
    """A person without the lines that their postings rest on."""
    return replace(
        profile,
        presences=tuple(
            replace(each, posting=replace(each.posting, derivation=(), passages=(), titles=(), editions=()))
            for each in profile.presences
        ),
    )
