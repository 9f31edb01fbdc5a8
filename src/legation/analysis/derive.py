"""What follows from the evidence, all of it?

The whole middle of the house in one pure function: the same evidence in any order, also with inputs given twice, gives
the same values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.analysis.ceilings import ceilings
from legation.analysis.contradictions import contradictions
from legation.analysis.corroboration import corroborations
from legation.analysis.links import person_links
from legation.analysis.missions import mission_summaries
from legation.analysis.namings import namings
from legation.analysis.profiles import profiles
from legation.analysis.remaining import remaining
from legation.analysis.resurfacing import resurfacings
from legation.analysis.sums import sums
from legation.analysis.tally import tallies
from legation.model.case import Derived, Evidence
from legation.model.claims import Claim, Event
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.model.tenures import Succession, Tenure
from legation.reconstruction.changes import steps
from legation.reconstruction.departures import Window, announcement_windows, people_named, stated_ends
from legation.reconstruction.postings import posting_of
from legation.reconstruction.renamed import NOT_CONTINUED, continued, first_line
from legation.reconstruction.replacements import replacements
from legation.reconstruction.sightings import Stream, observe
from legation.reconstruction.stated import with_stated
from legation.reconstruction.stays import Stay, stays
from legation.reconstruction.successions import successions
from legation.reconstruction.tenures import Served, held_seats, vacancies
from legation.resolution.happenings import cluster_tellings
from legation.resolution.judged import Judged, apply_judgements
from legation.resolution.mentions import meant, mentions
from legation.resolution.series import Clusters, link_series
from legation.resolution.weights import Weights

RULES_VERSION = "7"
"""Version of what follows from evidence; another one means that a case has to be derived anew."""


def derive(evidence: Evidence, weights: Weights | None = None) -> Derived:
    """Everything that follows from what was read, entered and judged.

    Args:
        evidence: all of it.
        weights: the case's own weights of links; the shipped ones where it has none.
    """
    judged = apply_judgements(_each_once(evidence))
    clusters = link_series(judged)
    persons = _persons(clusters)
    streams = observe(judged.rosters, {listing: persons[person] for listing, person in clusters.person_of.items()})
    stayed = {mission: tuple(stays(found, persons)) for mission, found in streams.items()}
    happenings = cluster_tellings(judged.reports, same=judged.same, different=judged.different)
    events = {event.id: event for report in judged.reports for event in report.events}
    windows = announcement_windows(happenings, streams)
    found = mentions(judged.reports)
    judged_names = meant(found, clusters.person_of, judged.same, judged.different)
    named = people_named(windows, events, stayed, judged_names)
    served = _served(stayed, windows, named, stated_ends(events.values(), stayed, judged_names))
    tenures, followed = _seats(streams, served)
    numbers = sums(judged.reports)
    known = profiles(one for many in served.values() for one in many)
    links = person_links(known, _persons_apart(judged, clusters), weights)
    changed = {mission: steps(found) for mission, found in stayed.items()}
    changes = [step.change for found in changed.values() for step in found]
    return Derived(
        persons=tuple(persons[each] for each in sorted(persons)),
        members=dict(sorted(clusters.person_of.items())),
        postings=tuple(sorted((one.posting for many in served.values() for one in many), key=lambda one: one.id)),
        changes=tuple(sorted(changes, key=lambda change: change.id)),
        happenings=tuple(sorted(happenings, key=lambda happening: happening.id)),
        tallies=tallies(windows, changed, happenings, events),
        sums=numbers,
        ceilings=ceilings(happenings, events),
        remaining=remaining(windows, stayed, named, persons),
        missions=mission_summaries(streams, judged.reports),
        tenures=tenures,
        successions=with_stated(followed, judged.reports, served),
        links=links,
        mentions=found,
        namings=namings(found, known, judged_names, weights),
        resurfacings=resurfacings(known, links, _judged_across(clusters, judged.rosters), named),
        contradictions=contradictions(judged.reports, happenings, numbers, streams, served, tenures),
        corroborations=corroborations(judged.reports, happenings),
        loose=tuple(sorted(judged.loose)),
        refused=tuple(sorted({link.reasons[0] for link in clusters.refused if link.rule == "judged"})),
    )


def _each_once(evidence: Evidence) -> Evidence:
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


def _persons(clusters: Clusters) -> Mapping[str, Person]:
    return {
        person: Person(id=person, label=clusters.label_of[person])
        for person in sorted(set(clusters.person_of.values()))
    }


def _persons_apart(judged: Judged, clusters: Clusters) -> set[tuple[str, str]]:
    """Pairs of persons of whom somebody judged two lines to be different people's."""
    of = clusters.person_of
    return {(of[a], of[b]) for a, b in judged.different if a in of and b in of}


def _judged_across(clusters: Clusters, rosters: Sequence[Roster]) -> Mapping[str, str]:
    """Person id to the judgement that joined lines of two missions; the first by its id, where there are several."""
    joined = [link for link in clusters.links if link.rule == "judged"]
    if not joined:
        return {}
    missions = {line.id: line.mission for roster in rosters for line in roster.listings}
    found: dict[str, str] = {}
    for link in joined:
        person, judgement = clusters.person_of[link.a], link.reasons[0]
        if missions.get(link.a) != missions.get(link.b):
            found[person] = min(found.get(person, judgement), judgement)
    return found


def _served(
    stayed: Mapping[str, tuple[Stay, ...]],
    windows: tuple[Window, ...],
    named: Mapping[tuple[str, str], tuple[Event, ...]],
    stated: Mapping[str, tuple[Event, ...]],
) -> Mapping[str, tuple[Served, ...]]:
    """Mission to its stays, each with its posting."""
    about = {mission: [window for window in windows if window.mission == mission] for mission in stayed}
    return {
        mission: tuple(
            Served(
                stay=stay,
                posting=posting_of(
                    stay,
                    windows=about[mission],
                    named=named,
                    stated=[event for event in stated.get(stay.person.id, ()) if event.mission == mission],
                    other_names=other_names.get(first_line(stay), NOT_CONTINUED),
                ),
            )
            for stay in at_mission
        )
        for mission, at_mission in stayed.items()
        for other_names in (continued(at_mission),)
    }


def _seats(
    streams: Mapping[str, Sequence[Stream]], served: Mapping[str, tuple[Served, ...]]
) -> tuple[tuple[Tenure, ...], tuple[Succession, ...]]:
    """Who held the seats of every mission, and who came after whom."""
    tenures: list[Tenure] = []
    followed: list[Succession] = []
    for mission, at_mission in served.items():
        held = held_seats(mission, streams[mission], at_mission)
        tenures.extend(each.tenure for each in held)
        tenures.extend(vacancies(mission, streams[mission], held))
        followed.extend(successions(mission, held, streams[mission]))
        followed.extend(replacements(mission, at_mission, held))
    return tuple(sorted(tenures, key=lambda one: one.id)), tuple(sorted(followed, key=lambda one: one.id))
