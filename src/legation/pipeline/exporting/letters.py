"""What is somebody to be asked before it is printed? The points of the case about one person, drafted as a letter."""

from __future__ import annotations

from dataclasses import dataclass

from legation.errors import UsageError
from legation.model.parties import Person
from legation.pipeline.answering.asking import about_person, said
from legation.pipeline.answering.hearing import heard_of, parties_in
from legation.pipeline.answering.missions import gazetteer_of
from legation.pipeline.answering.naming import sources
from legation.pipeline.answering.people import person_of
from legation.pipeline.deciding.moments import moment
from legation.pipeline.deciding.notes import repeated_in_confidence
from legation.publishing.allegations import is_to_be_heard
from legation.publishing.gate import without_relatives
from legation.publishing.heard import moment_phrase
from legation.publishing.letter import Point, letter
from legation.store.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A draft, and the ids of the claims that it puts."""

    text: str
    points: tuple[str, ...]
    person: str


def letter_to(case: Case, person: str, *, deadline: str | None = None, zone: str | None = None) -> Letter:
    """Draft the letter; nothing is sent, and nothing is entered as sent.

    What was entered in confidence isn't put to anybody, nor what is said of somebody's family unless lists show them.

    Raises:
        UsageError: the words find several people, or the deadline has no time zone.
    """
    reports = said(case)
    who = _addressee(case, person)
    hidden = repeated_in_confidence(case, reports)
    open_reports = without_relatives(reports, [who.label])
    report_of = {claim.id: report for report in open_reports for claim in report.claims}
    parties = parties_in(case, reports)
    claims = [claim for report in open_reports for claim in report.claims if is_to_be_heard(claim, parties)]
    about = [claim for claim in about_person(case, claims, who.id or who.label) if claim.id not in hidden]
    heard, names = heard_of(case, reports), sources(case)
    points = [
        Point(
            claim=claim,
            report=report_of[claim.id],
            source=names.get(claim.passage.sha256, claim.passage.sha256[:12]),
            attempts=len(heard[claim.id].inquiries) if claim.id in heard else 0,
        )
        for claim in about
    ]
    until = moment_phrase(moment(deadline, zone), zone) if deadline else None
    postings = case.derived.postings(person=who.id) if who.id else ()
    text = letter(who.label, points, postings, gazetteer_of(case).label, until)
    return Letter(text=text, points=tuple(point.claim.id for point in points), person=who.id or who.label)


def _addressee(case: Case, words: str) -> Person:
    """The person of the lists; of somebody whom only reports name, the name and no id."""
    try:
        return person_of(case, words)
    except UsageError:
        if words.startswith("listing-") or case.derived.persons(words):
            raise
        return Person(id="", label=" ".join(words.split()))
