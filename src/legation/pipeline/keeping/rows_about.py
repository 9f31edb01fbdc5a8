"""Which rows that are kept go with a person, and in which others may they be meant?

Rows go with their captures, by a name in their words, and where they are about something that goes: a sentence on a
line or a claim often has no more than the family name. What has only a part of a name is told, and is nobody's for
certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from legation.model.claims import Report
from legation.model.listings import Roster
from legation.model.sources import Capture
from legation.pipeline.building.readings import present_keys
from legation.pipeline.keeping.looking import Names
from legation.store.case import Case
from legation.store.columns import key_of
from legation.store.errands import attempt_key
from legation.store.removal import texts

Subject: TypeAlias = tuple[str, str]
"""Kind and key of a row."""

_BY_LINE = ("judgement", "inquiry")
"""Kinds whose rows go where they are about a line of the person, whatever else stays."""
_BY_ID = ("judgement", "inquiry", "reply", "leaving")
"""Kinds whose rows go where they are about what is read in captures that go."""
_ID = re.compile(r"[a-z]+-[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What an erasure takes of sources."""

    captures: Sequence[Capture]
    files: Set[str]
    """Digests, those of the files around captures too."""
    lines: Set[str]
    """Ids of the lines that are the person's."""
    rosters: Sequence[Roster]
    """All of the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The rows that go, and those in which a part of a name stands."""

    certain: frozenset[Subject]
    possible: frozenset[Subject]


def rows_about(case: Case, names: Names, going: Going) -> About:
    """The rows of these captures, about what stands in them, or with a name in their words."""
    digests = {capture.sha256 for capture in going.captures}
    bodies = texts(case.database)
    worded = {subject for subject, body in bodies.items() if names.stand_in(body)}
    notes = [
        note for note in case.kept.notes() if note.report.sha256 in digests or ("note", key_of(note.id).hex()) in worded
    ]
    said = {id_ for report in _reports(case, digests) for id_ in _ids_in(report)}
    said |= {id_ for note in notes for id_ in (note.id, *_ids_in(note.report))}
    said |= _lines_in(going.rosters, digests) | _mentions_in(case, digests)
    certain = worded | _about(bodies, said, going.lines) | _shown(case, going.files)
    certain |= {("capture", key_of(capture.id).hex()) for capture in going.captures}
    certain |= {("note", key_of(note.id).hex()) for note in notes}
    certain |= set(_told(case, going.files))
    certain |= set(_replies_to(case, certain))
    maybe = (subject for subject, body in bodies.items() if subject not in certain and names.rare_word_in(body))
    return About(certain=frozenset(certain), possible=frozenset(maybe))


def rows_of(case: Case, left: Sequence[Capture]) -> frozenset[Subject]:
    """The rows of captures that are to stay, and those of their requests."""
    ids = {capture.id for capture in left}
    asked = (one for one in case.errands.attempts() if one.capture in ids)
    requests = {("attempt", attempt_key(one.archive, one.url, one.timestamp).hex()) for one in asked}
    return frozenset(requests | {("capture", key_of(id_).hex()) for id_ in ids})


def _reports(case: Case, digests: Set[str]) -> tuple[Report, ...]:
    return case.memo.reports(key for key in present_keys(case) if key.sha256 in digests)


def _ids_in(report: Report) -> Iterator[str]:
    for group in (report.claims, report.events, report.entries):
        yield from (one.id for one in group)


def _lines_in(rosters: Iterable[Roster], digests: Set[str]) -> set[str]:
    editions = [roster for roster in rosters if roster.edition.sha256 in digests]
    return {line.id for roster in editions for line in roster.listings} | {one.edition.id for one in editions}


def _mentions_in(case: Case, digests: Set[str]) -> set[str]:
    return {one.mention.id for one in case.derived.namings() if one.mention.sha256 in digests}


def _about(bodies: Mapping[Subject, str], said: Set[str], lines: Set[str]) -> set[Subject]:
    wanted = {kind: said | lines if kind in _BY_LINE else said for kind in _BY_ID}
    return {
        subject
        for subject, body in bodies.items()
        if subject[0] in wanted and any(found[0] in wanted[subject[0]] for found in _ID.finditer(body))
    }


def _shown(case: Case, files: Set[str]) -> set[Subject]:
    """What was asked and answered of which the proof goes."""
    asked = {("inquiry", key_of(one.id).hex()) for one in case.inquiries.inquiries() if one.proof in files}
    return asked | {("reply", key_of(one.id).hex()) for one in case.inquiries.replies() if one.proof in files}


def _told(case: Case, files: Set[str]) -> Iterator[Subject]:
    """What was asked of archives and answered in files that go."""
    for errand in case.errands.all():
        if any(answer.sha256 in files for answer in errand.told):
            yield "errand", key_of(errand.id).hex()


def _replies_to(case: Case, going: Set[Subject]) -> Iterator[Subject]:
    """What came back on inquiries that go."""
    gone = {one.id for one in case.inquiries.inquiries() if ("inquiry", key_of(one.id).hex()) in going}
    yield from (("reply", key_of(one.id).hex()) for one in case.inquiries.replies() if one.inquiry in gone)
