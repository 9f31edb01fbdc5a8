"""What follows from the evidence, all of it?

The whole middle of the house in one pure function: the same evidence in any order, also with inputs given twice, gives
the same values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from legation.analysis.ceilings import ceilings
from legation.analysis.corroboration import corroborations
from legation.analysis.links import person_links
from legation.analysis.namings import namings
from legation.analysis.profiles import Profile
from legation.analysis.resurfacing import resurfacings
from legation.analysis.shown import Decided, Shown, Told, shown_by, told_by
from legation.model.case import Derived, Evidence
from legation.model.claims import Claim, Event
from legation.model.links import Mention, PersonLink, Resurfacing
from legation.model.listings import Roster
from legation.resolution.judged import apply_judgements
from legation.resolution.weights import Weights

RULES_VERSION = "10"
"""Version of what follows from evidence; another one means that a case has to be derived anew."""


class Returns(NamedTuple):
    """Who of one mission may be somebody of another, and who came back there."""

    links: tuple[PersonLink, ...]
    resurfacings: tuple[Resurfacing, ...]


def derive(evidence: Evidence, weights: Weights | None = None) -> Derived:
    """Everything that follows from what was read, entered and judged.

    Args:
        evidence: all of it.
        weights: the case's own weights of links; the shipped ones where it has none.
    """
    judged = apply_judgements(each_once(evidence))
    told = told_by(judged)
    shown = shown_by(judged, told)
    back = returns(shown.profiles, shown.decided, weights)
    return derived_of(told, shown, back, told.mentions, weights)


def returns(profiles: Iterable[Profile], decided: Decided, weights: Weights | None = None) -> Returns:
    """Links and returns among all persons of some senders; those of one sender don't depend on any other.

    Args:
        profiles: the persons, in the order of ids.
        decided: what judgements and reports say of them.
        weights: the case's own weights of links.
    """
    known = tuple(profiles)
    links = person_links(known, decided.apart, weights)
    return Returns(links=links, resurfacings=resurfacings(known, links, decided.across, decided.named))


def derived_of(
    told: Told, shown: Shown, back: Returns, mentions: tuple[Mention, ...], weights: Weights | None = None
) -> Derived:
    """What is told and shown in one value.

    Args:
        told: what reports tell.
        shown: what follows for missions.
        back: who came back elsewhere.
        mentions: the names that are looked for among the persons of `shown`.
        weights: the case's own weights of links.
    """
    return Derived(
        persons=shown.persons,
        members=shown.members,
        postings=shown.postings,
        changes=shown.changes,
        happenings=told.happenings,
        tallies=shown.tallies,
        sums=told.sums,
        ceilings=ceilings(told.happenings, told.events),
        remaining=shown.remaining,
        missions=shown.missions,
        tenures=shown.tenures,
        successions=shown.successions,
        links=back.links,
        mentions=told.mentions,
        namings=namings(mentions, shown.profiles, shown.decided.meant, weights),
        resurfacings=back.resurfacings,
        contradictions=shown.contradictions,
        corroborations=corroborations(told.reports, told.happenings),
        loose=shown.loose,
        refused=shown.refused,
    )


def each_once(evidence: Evidence) -> Evidence:
    """The evidence in an order of its own, with what was given twice once."""
    # Of two readings of one edition the one that shows more people comes first, whatever the order of inputs.
    readings = sorted(
        evidence.rosters, key=lambda each: (each.edition.id, -len(each.listings), each.edition.series or "")
    )
    rosters: dict[str, Roster] = {}
    for roster in readings:
        rosters.setdefault(roster.edition.id, roster)
    reports = sorted(
        set(evidence.reports), key=lambda each: (each.sha256, [*map(_id, each.events), *map(_id, each.claims)])
    )
    judgements = {each.id: each for each in sorted(evidence.judgements, key=lambda each: (each.at, each.id))}
    return Evidence(rosters=tuple(rosters.values()), reports=tuple(reports), judgements=tuple(judgements.values()))


def _id(said: Event | Claim) -> str:
    return said.id
