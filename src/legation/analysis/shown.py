"""What follows for some missions from their own lists, and from what reports and judgements say of them?

Missions are looked at one by one, so what follows for one doesn't depend on which others are looked at with it. Who of
one mission came back at another is no question of this module.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from legation.analysis.contradictions import contradictions
from legation.analysis.missions import mission_summaries
from legation.analysis.profiles import Profile, profiles
from legation.analysis.remaining import remaining
from legation.analysis.sums import sums
from legation.analysis.tally import tallies
from legation.model.claims import Event, Report
from legation.model.disputes import Contradiction
from legation.model.findings import Change, Happening, MissionSummary, Remaining, Sum, Tally
from legation.model.links import Mention
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.model.postings import Posting
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
from legation.resolution.judged import Judged
from legation.resolution.mentions import NOBODY_JUDGED, Meant, meant, mentions
from legation.resolution.series import Clusters, link_series


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What reports tell, corrections applied."""

    reports: tuple[Report, ...]
    happenings: tuple[Happening, ...]
    """In the order of ids."""
    mentions: tuple[Mention, ...]
    sums: tuple[Sum, ...]

    @property
    def events(self) -> Mapping[str, Event]:
        """Event id to telling."""
        return {event.id: event for report in self.reports for event in report.events}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What judgements and reports say of listed persons, beyond who is whom."""

    apart: frozenset[tuple[str, str]] = frozenset()
    """Pairs of persons of whom somebody judged two lines to be different people's."""
    across: Mapping[str, str] = field(default_factory=dict)
    """Person id to the judgement that joined lines of two missions."""
    meant: Meant = NOBODY_JUDGED
    named: tuple[tuple[str, str], ...] = ()
    """Happening and person id, for each listed person whom a telling names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What follows for some missions; each tuple of values is sorted by id."""

    persons: tuple[Person, ...]
    members: Mapping[str, str]
    postings: tuple[Posting, ...]
    changes: tuple[Change, ...]
    tallies: tuple[Tally, ...]
    remaining: tuple[Remaining, ...]
    missions: tuple[MissionSummary, ...]
    tenures: tuple[Tenure, ...]
    successions: tuple[Succession, ...]
    contradictions: tuple[Contradiction, ...]
    profiles: tuple[Profile, ...]
    decided: Decided
    loose: tuple[str, ...]
    refused: tuple[str, ...]


def told_by(judged: Judged) -> Told:
    """What the reports tell; of registers nothing but whom they may mean, until somebody judges that they do."""
    reports = tuple(report for report in judged.reports if not report.entries)
    happenings = cluster_tellings(reports, same=judged.same, different=judged.different)
    return Told(
        reports=reports,
        happenings=tuple(sorted(happenings, key=lambda happening: happening.id)),
        mentions=mentions(judged.reports),
        sums=sums(reports),
    )


def shown_by(judged: Judged, told: Told, only: Collection[str | None] | None = None) -> Shown:
    """What follows for missions.

    Args:
        judged: the evidence; editions with all of their sections, whichever lines they are given with.
        told: what its reports tell.
        only: the missions that are looked at, `None` among them for lines of no mission; all, where none are given.
    """
    clusters = link_series(judged, only)
    persons = {each: Person(id=each, label=clusters.label_of[each]) for each in sorted(set(clusters.label_of))}
    streams = observe(judged.rosters, {line: persons[each] for line, each in clusters.person_of.items()}, only)
    stayed = {mission: tuple(stays(found, persons)) for mission, found in streams.items()}
    events = told.events
    windows = announcement_windows(told.happenings, streams)
    judged_names = meant(told.mentions, clusters.person_of, judged.same, judged.different)
    named = people_named(windows, events, stayed, judged_names)
    served = _served(stayed, windows, named, stated_ends(events.values(), stayed, judged_names))
    tenures, followed = _seats(streams, served)
    changed = {mission: steps(found) for mission, found in stayed.items()}
    changes = [step.change for found in changed.values() for step in found]
    return Shown(
        persons=tuple(persons.values()),
        members=dict(sorted(clusters.person_of.items())),
        postings=tuple(sorted((one.posting for many in served.values() for one in many), key=lambda one: one.id)),
        changes=tuple(sorted(changes, key=lambda change: change.id)),
        tallies=tallies(windows, changed, told.happenings, events),
        remaining=remaining(windows, stayed, named, persons),
        missions=mission_summaries(streams, told.reports),
        tenures=tenures,
        successions=with_stated(followed, told.reports, served),
        contradictions=contradictions(told.reports, told.happenings, told.sums, streams, served, tenures),
        profiles=profiles(one for many in served.values() for one in many),
        decided=Decided(
            apart=_persons_apart(judged, clusters),
            across=_judged_across(clusters, judged.rosters),
            meant=judged_names,
            named=tuple(sorted(named)),
        ),
        loose=tuple(sorted(judged.loose)),
        refused=tuple(sorted({link.reasons[0] for link in clusters.refused if link.rule == "judged"})),
    )


def _persons_apart(judged: Judged, clusters: Clusters) -> frozenset[tuple[str, str]]:
    of = clusters.person_of
    return frozenset((of[a], of[b]) for a, b in judged.different if a in of and b in of)


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
