"""What is a dossier about, and which claims and tellings speak of it?

A name in a report is taken for somebody of the lists only where that was judged, or chosen one by one; names alone
make nobody the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from legation.model.claims import Claim, Event, Report
from legation.model.links import Naming
from legation.model.parties import Person
from legation.publishing.dossier.known import Known
from legation.reconstruction.careers import spoken_of

SubjectKind = Literal["person", "name", "mission", "happening", "resurfacing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a dossier is about; `name` is somebody whom no list shows."""

    kind: SubjectKind
    id: str
    """An id; for a mission its key."""
    name: str
    """For people to read: a label, a name as printed, or a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What reports say of somebody."""

    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[str, ...] = ()
    """As reports print them."""
    namings: tuple[Naming, ...] = ()
    """Why a name in a report is taken for somebody of the lists."""


def spoken_of_subject(known: Known, subject: Subject) -> Spoken:
    """What reports say of somebody; nothing of what is no person."""
    match subject.kind:
        case "person":
            return spoken_of_person(known, Person(id=subject.id, label=subject.name))
        case "name":
            return spoken_of_name(known, subject.name)
        case _:
            return Spoken()


def tellings_of(known: Known, subject: Subject) -> tuple[str, ...]:
    """Ids of the tellings of a happening, or of all happenings of a mission."""
    happenings = known.content.derived.happenings
    return tuple(id_ for one in happenings if subject.id in (one.id, one.mission) for id_ in one.tellings)


def spoken_of_person(known: Known, person: Person) -> Spoken:
    """What reports say under names that were judged to mean a person of the lists."""
    namings = tuple(one for one in known.content.derived.namings if one.person.id == person.id)
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for naming in namings:
        whole[naming.mention.sha256].append(naming.mention.name)
    meant = {
        report.sha256: spoken_of(whole[report.sha256], names_in(report))
        for report in known.content.reports
        if report.sha256 in whole
    }
    return _spoken(known, meant, namings)


def spoken_of_name(known: Known, name: str) -> Spoken:
    """What reports say under a name that no list has."""
    meant = {report.sha256: spoken_of([name], names_in(report)) for report in known.content.reports}
    return _spoken(known, meant, ())


def names_in(report: Report) -> tuple[str, ...]:
    """Every name that a report gives to somebody, once."""
    said = [claim.subject for claim in report.claims if claim.subject]
    said += [named.name for event in report.events for named in event.persons]
    return tuple(dict.fromkeys(said))


def _spoken(known: Known, meant: Mapping[str, frozenset[str]], namings: tuple[Naming, ...]) -> Spoken:
    claims: list[Claim] = []
    events: list[Event] = []
    for report in known.content.reports:
        names = meant.get(report.sha256, frozenset())
        claims += [claim for claim in report.claims if claim.subject in names]
        events += [event for event in report.events if any(named.name in names for named in event.persons)]
    printed = sorted({name for names in meant.values() for name in names}, key=lambda name: (-len(name), name))
    return Spoken(
        claims=tuple(claims),
        events=tuple(event for event in events if event.layer != "related"),
        names=tuple(printed),
        namings=namings,
    )
