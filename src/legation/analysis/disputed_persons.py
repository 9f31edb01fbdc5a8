"""Do sources agree on one person: acting or head, how old, in which strength an allegation is worded?

Looks at all reports together, and at nothing that lists print. An order of days that makes both so is no contradiction;
several strengths of wording contradict nothing and are kept beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from legation.analysis.disputed_claims import said_in, side
from legation.analysis.disputed_tellings import contradiction
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Bounds, Certainty
from legation.model.disputes import Contradiction, DisputeSide
from legation.reconstruction.careers import spoken_of
from legation.reconstruction.departures import NOT_HAPPENED
from legation.vocabulary.dispute_words import says

NO_CONTRADICTION = "The wording differs in strength; that alone contradicts nothing."
SAME_PLACE = 300
"""Characters within which an age and an event stand in one sentence or two."""

STRENGTHS = ("rumored", "suspected", "regarded", "identified", "stated")
"""From the weakest to the strongest."""

_ALLEGED = frozenset({"affiliation", "attributed-act"})


def disputed_persons(reports: Iterable[Report]) -> Iterator[Contradiction]:
    """Contradictions about one person, in each report and across reports."""
    told = list(reports)
    for report in told:
        yield from _ages(report)
    yield from _across(told)


def _ages(report: Report) -> Iterator[Contradiction]:
    """An age beside an event of another year than the report's, or two ages of one person in one report."""
    ages = [claim for claim in report.claims if claim.type == "age" and claim.subject]
    for claim in ages:
        for event in report.events:
            if _named(claim.subject or "", event) and _other_year(event, report) and _close(claim, event):
                sides = [side(claim, f"aged {claim.value}"), side(event, event.date.text if event.date else "")]
                yield contradiction("age", sides, "The age may be that at the event or that on the day of the report.")
                break
    for one, other in combinations(ages, 2):
        if one.value != other.value and other.subject in spoken_of([one.subject or ""], [other.subject or ""]):
            yield contradiction("age", [side(each, f"aged {each.value}") for each in (one, other)])


def _named(subject: str, event: Event) -> bool:
    return bool(spoken_of([subject], [person.name for person in event.persons]))


def _other_year(event: Event, report: Report) -> bool:
    if event.date is None or report.published is None or event.date.bounds.latest is None:
        return False
    published = report.published.bounds.earliest
    return published is not None and event.date.bounds.latest.year < published.year


def _close(claim: Claim, event: Event) -> bool:
    return abs(claim.passage.start - event.passage.start) <= SAME_PLACE


def _across(reports: Sequence[Report]) -> Iterator[Contradiction]:
    """Roles and strengths of one person, in all reports together."""
    subjects = sorted({name for report in reports for name in _all_subjects(report)})
    done: set[str] = set()
    for subject in subjects:
        if subject in done or len(subject.split()) < 2:
            continue
        meant = [(report, spoken_of([subject], _all_subjects(report))) for report in reports]
        done |= {name for _, names in meant for name in names}
        yield from _roles(meant)
        yield from _strengths(meant)


def _all_subjects(report: Report) -> Iterator[str]:
    return (name for said in said_in(report) for name in _subjects(said))


def _subjects(said: Claim | Event) -> Iterator[str]:
    if isinstance(said, Event):
        if said.type in ("appointment", "posting-end"):
            yield from (person.name for person in said.persons)
    elif said.type in ("posting", *_ALLEGED) and said.subject:
        yield said.subject


Meant = Sequence[tuple[Report, frozenset[str]]]
"""Each report with the names that mean one person there."""


def _roles(meant: Meant) -> Iterator[Contradiction]:
    """Acting head for one, head for another, without an order of days that makes it one career."""
    acting: list[tuple[DisputeSide, Bounds]] = []
    head: list[tuple[DisputeSide, Bounds]] = []
    for report, names in meant:
        for said, role, day in _held(report, names):
            if says("acting", role):
                acting.append((side(said, role), day))
            elif says("head", role):
                head.append((side(said, role), day))
    clashing = [
        (one, other)
        for one, first in acting
        for other, second in head
        if first.latest is None or second.earliest is None or first.before(second) is not Certainty.CERTAIN
    ]
    if clashing:
        sides = [*dict.fromkeys(one for one, _ in clashing), *dict.fromkeys(other for _, other in clashing)]
        yield contradiction("role", sides, "Both may be so at different times; the texts don't say when which began.")


def _held(report: Report, names: frozenset[str]) -> Iterator[tuple[Claim | Event, str, Bounds]]:
    for event in report.events:
        role = next((person.role for person in event.persons if person.name in names and person.role), None)
        if event.type == "appointment" and role and event.status not in NOT_HAPPENED:
            yield event, role, event.date.bounds if event.date else Bounds()
    for claim in report.claims:
        if claim.type == "posting" and claim.subject in names and isinstance(claim.value, str) and _at_mission(claim):
            yield claim, claim.value, claim.when.bounds if claim.when else Bounds()


def _at_mission(claim: Claim) -> bool:
    """Whether the post is at a mission: a head of anything else is no head of mission."""
    return "/" in (claim.object or "") or says("mission", claim.object)


def _strengths(meant: Meant) -> Iterator[Contradiction]:
    claims = [
        claim
        for report, names in meant
        for claim in report.claims
        if claim.type == "affiliation" and claim.subject in names and claim.strength is not None
    ]
    found = {claim.strength for claim in claims}
    if len(found) > 1:
        ordered = sorted(claims, key=lambda claim: (STRENGTHS.index(claim.strength or "stated"), claim.id))
        sides = [side(claim, f"{claim.strength}: {claim.wording or claim.passage.quote}") for claim in ordered]
        yield contradiction("strength", sides, NO_CONTRADICTION)
