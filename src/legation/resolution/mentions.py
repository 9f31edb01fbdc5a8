"""Whom do reports and registers name, and whom does somebody say that they mean?

A mention is one name in one report, or one entry of a register. Nothing here finds out who is meant: names do that
where they can, and judgements where they can't.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.links import Mention
from legation.model.parties import Mission

_NO_PERSON = frozenset({"headcount", "capture", "request", "non-response", "first-report", "correction"})
"""Types of claim whose subject is an institution or a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One place in which a report names somebody."""

    id: str
    name: str
    passage: Passage
    mission: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Whom somebody said that names in reports mean, and whom not."""

    same: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Id of an event or claim, and a name in it, to the person."""
    different: frozenset[tuple[str, str, str]] = frozenset()
    """Ids of events and claims, names in them, and persons who are not meant."""
    judgements: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Id of a mention and of a person to the judgement that it means that person."""

    def among(self, said: str, name: str, people: Iterable[str]) -> set[str]:
        """Of the people whom a name may mean, those whom no judgement leaves out; the one that a judgement names."""
        if (said, name) in self.same:
            return {self.same[said, name]}
        return {person for person in people if (said, name, person) not in self.different}


NOBODY_JUDGED = Meant()


def mentions(reports: Iterable[Report]) -> tuple[Mention, ...]:
    """Every name that a report gives to a person, once for each report, in the order of ids."""
    found: dict[str, Mention] = {}
    for report in reports:
        if report.entries:
            found |= {mention.id: mention for mention in _of_register(report)}
            continue
        named: defaultdict[str, list[_Said]] = defaultdict(list)
        for said in _said(report):
            named[said.name].append(said)
        for name, places in named.items():
            places.sort(key=lambda said: (said.passage.start, said.id))
            mention = Mention(
                id=made_id("mention", report.sha256, name),
                name=name,
                sha256=report.sha256,
                published=report.published.text if report.published else None,
                missions=tuple(sorted({said.mission for said in places if said.mission})),
                said=tuple(dict.fromkeys(said.id for said in places)),
                passage=places[0].passage,
            )
            found[mention.id] = mention
    return tuple(found[id_] for id_ in sorted(found))


def _of_register(report: Report) -> Iterator[Mention]:
    """Each entry by itself: two of one name are two until somebody says otherwise."""
    said: defaultdict[str | None, list[str]] = defaultdict(list)
    for claim in report.claims:
        said[claim.entry].append(claim.id)
    for entry in report.entries:
        yield Mention(
            id=made_id("mention", report.sha256, entry.id),
            name=entry.names[0],
            sha256=report.sha256,
            published=report.published.text if report.published else None,
            missions=(),
            said=tuple(said[entry.id]),
            passage=entry.passage,
            entry=entry,
        )


def meant(
    found: Iterable[Mention],
    person_of: Mapping[str, str],
    same: Mapping[tuple[str, str], str],
    different: Mapping[tuple[str, str], str],
) -> Meant:
    """What judgements say of mentions.

    Args:
        found: the mentions of all reports.
        person_of: listing id to person id.
        same: pairs of ids that somebody judged to be one, to the id of the judgement.
        different: pairs that somebody judged to be two.
    """
    by_id = {mention.id: mention for mention in found}
    named: dict[tuple[str, str], str] = {}
    judgements: dict[tuple[str, str], str] = {}
    for mention, person, judgement in _pairs(same, by_id, person_of):
        judgements[mention.id, person] = judgement
        named.update({(said, mention.name): person for said in mention.said})
    return Meant(
        same=named,
        different=frozenset(
            (said, mention.name, person)
            for mention, person, _ in _pairs(different, by_id, person_of)
            for said in mention.said
        ),
        judgements=judgements,
    )


def _pairs(
    judged: Mapping[tuple[str, str], str], by_id: Mapping[str, Mention], person_of: Mapping[str, str]
) -> Iterator[tuple[Mention, str, str]]:
    for ids, judgement in sorted(judged.items()):
        mentioned = [by_id[one] for one in ids if one in by_id]
        persons = [person_of[one] for one in ids if one in person_of]
        if len(mentioned) == len(persons) == 1:
            yield mentioned[0], persons[0], judgement


def _said(report: Report) -> Iterator[_Said]:
    about = {event.id: mission_of(event) for event in report.events}
    for event in report.events:
        if event.layer != "related":
            for person in event.persons:
                yield _Said(id=event.id, name=person.name, passage=event.passage, mission=about[event.id])
    for claim in report.claims:
        if claim.layer != "related" and claim.subject and claim.type not in _NO_PERSON:
            yield _Said(id=claim.id, name=claim.subject, passage=claim.passage, mission=_mission_of_claim(claim, about))


def mission_of(event: Event) -> str | None:
    """The mission of a telling; where it names none, the main one between the two parties."""
    if event.mission or event.actor is None or event.target is None or event.actor == event.target:
        return event.mission
    return Mission(sending=event.target, receiving=event.actor).key


def _mission_of_claim(claim: Claim, about: Mapping[str, str | None]) -> str | None:
    return about.get(claim.about) if claim.about else None
