"""What is left of the evidence after people judged it?

Applies judgements in the order of their time: the last word on a thing wins, undone and replaced ones don't count. A
judgement whose id is gone finds its line again by quote, mission and day; one that finds none, or several, is loose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from legation.errors import JudgementError
from legation.model.case import Evidence
from legation.model.claims import Claim, Event, Report
from legation.model.judgements import Judgement
from legation.model.links import Mention
from legation.model.listings import Edition, Listing, Roster
from legation.resolution.attachment import Attachment, Judgeable
from legation.resolution.corrections import (
    corrected_claim,
    corrected_edition,
    corrected_event,
    corrected_listing,
)
from legation.resolution.mentions import mentions

Pair = tuple[str, str]
"""Two ids, the smaller one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Evidence with every standing judgement applied; the order of the evidence stays."""

    rosters: tuple[Roster, ...] = ()
    reports: tuple[Report, ...] = ()
    same: Mapping[Pair, str] = field(default_factory=dict)
    """Pairs of listings or of events, or of a mention and a listing, that are one, to the id of the judgement; the
    oldest judgement first."""
    different: Mapping[Pair, str] = field(default_factory=dict)
    loose: tuple[str, ...] = ()
    """Ids of judgements that attach to nothing, sorted."""


@dataclass(slots=True, kw_only=True)
class _Words:
    """The last word on everything that was judged."""

    pairs: dict[Pair, Judgement] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    changes: dict[str, dict[str, str | None]] = field(default_factory=dict)


def apply_judgements(evidence: Evidence) -> Judged:
    """The evidence as people left it. The order of judgements given doesn't matter, their time does."""
    counting = standing(evidence.judgements)
    if not counting:
        return Judged(rosters=evidence.rosters, reports=evidence.reports)
    attachment = Attachment.of(evidence.rosters, evidence.reports, mentions(evidence.reports))
    words = _Words()
    loose: set[str] = set()
    for judgement in counting:
        found = [attachment.find(side) for side in judgement.sides]
        ids = [one for one in found if one is not None]
        if not ids or len(ids) < len(found) or not _taken(words, attachment, judgement, ids):
            loose.add(judgement.id)
    return Judged(
        rosters=tuple(_roster(roster, words) for roster in evidence.rosters if roster.edition.id not in words.rejected),
        reports=tuple(_report(report, words) for report in evidence.reports),
        same=_pairs(words, "same"),
        different=_pairs(words, "different"),
        loose=tuple(sorted(loose)),
    )


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count, oldest first: not undone, and not replaced by one that counts."""
    live = [judgement for judgement in judgements if not judgement.undone]
    replaced = {judgement.replaces for judgement in live}
    kept = {judgement.id: judgement for judgement in live if judgement.id not in replaced}
    return tuple(sorted(kept.values(), key=lambda judgement: (judgement.at, judgement.id)))


def pair(a: str, b: str) -> Pair:
    """Two ids in their one order."""
    return (a, b) if a < b else (b, a)


def _taken(words: _Words, attachment: Attachment, judgement: Judgement, ids: list[str]) -> bool:
    """Take one judgement; false where it can't be."""
    if judgement.verdict in ("same", "different", "unsure"):
        return _pair_taken(words, attachment, judgement, ids)
    if judgement.verdict == "correct":
        return _correction_taken(words, attachment, judgement, ids)
    if judgement.verdict == "reject":
        words.rejected.update(ids)
    else:
        words.rejected.difference_update(ids)
    return True


def _pair_taken(words: _Words, attachment: Attachment, judgement: Judgement, ids: list[str]) -> bool:
    kinds = {type(attachment.values[one]) for one in ids}
    if len(ids) != 2 or ids[0] == ids[1] or (len(kinds) != 1 and kinds != {Listing, Mention}):
        return False
    words.pairs[pair(ids[0], ids[1])] = judgement
    return True


def _correction_taken(words: _Words, attachment: Attachment, judgement: Judgement, ids: list[str]) -> bool:
    changes = dict(judgement.changes)
    try:
        for one in ids:
            _corrected(attachment.values[one], {**words.changes.get(one, {}), **changes})
    except JudgementError:
        return False
    for one in ids:
        words.changes.setdefault(one, {}).update(changes)
    return True


def _corrected(value: Judgeable, changes: Mapping[str, str | None]) -> object:
    match value:
        case Listing():
            return corrected_listing(value, changes)
        case Event():
            return corrected_event(value, changes)
        case Claim():
            return corrected_claim(value, changes)
        case Edition():
            return corrected_edition(value, changes)
        case Mention():
            raise JudgementError(
                "a mention is as its report words it: correct the event or the claim that it stands in"
            )


def _pairs(words: _Words, verdict: str) -> dict[Pair, str]:
    # The oldest first: what stands holds until it is undone, and who contradicts it is told.
    return {
        ids: judgement.id
        for ids, judgement in sorted(words.pairs.items(), key=lambda one: (one[1].at, one[1].id))
        if judgement.verdict == verdict and not words.rejected & set(ids)
    }


def _roster(roster: Roster, words: _Words) -> Roster:
    touched = words.rejected or words.changes
    if not touched:
        return roster
    return replace(
        roster,
        edition=corrected_edition(roster.edition, words.changes.get(roster.edition.id, {})),
        listings=tuple(
            corrected_listing(line, words.changes[line.id]) if line.id in words.changes else line
            for line in roster.listings
            if line.id not in words.rejected
        ),
    )


def _report(report: Report, words: _Words) -> Report:
    return replace(
        report,
        events=tuple(
            corrected_event(event, words.changes[event.id]) if event.id in words.changes else event
            for event in report.events
            if event.id not in words.rejected
        ),
        claims=tuple(
            corrected_claim(claim, words.changes[claim.id]) if claim.id in words.changes else claim
            for claim in report.claims
            if claim.id not in words.rejected
        ),
    )
