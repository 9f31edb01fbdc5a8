"""Where do the sources of a case disagree, who stands behind what they say, and which posts do they give one person?

Rows of what a build worked out, a career apart: it is put together from postings, claims and contradictions on asking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from legation.analysis.order import place_of_contradiction
from legation.errors import UnknownIdError, UsageError
from legation.model.careers import Career
from legation.model.disputes import Corroboration
from legation.model.findings import Tally
from legation.model.keys import made_id
from legation.model.parties import Person
from legation.pipeline.answering.asking import said
from legation.pipeline.answering.missions import mission_key
from legation.pipeline.answering.people import person_of
from legation.publishing.rows import Row, career_row, contradiction_row, corroboration_row
from legation.reconstruction.careers import career as career_of
from legation.reconstruction.careers import spoken_of
from legation.store.case import Case
from legation.store.finding import Kind, find

_ASKED: tuple[Kind, ...] = ("claim", "event", "happening", "tally", "corroboration")


def contradictions(case: Case, *, mission: str | None = None) -> Iterator[Row]:
    """What can't all be so, rule by rule.

    Raises:
        UsageError: the words name no mission of the case.
    """
    key = mission_key(case, mission) if mission else None
    found = sorted(case.derived.contradictions(mission=key), key=place_of_contradiction)
    return (contradiction_row(one) for one in found)


def corroboration(case: Case, id_: str) -> Iterator[Row]:
    """Who stands behind the proposition of a claim, a telling or a happening.

    Raises:
        UnknownIdError: nothing of that id is a proposition.
    """
    value = find(case, id_, _ASKED).value
    if isinstance(value, Corroboration):
        return iter((corroboration_row(value),))
    wanted = value.event if isinstance(value, Tally) else _id(value)
    found = [one for one in case.derived.corroborations() if wanted in one.about]
    if not found:
        raise UnknownIdError(
            f"{id_} is no proposition of the last build: ask for a claim that asserts something, or for an event",
            item=id_,
        )
    # A telling stands under its happening; what it is beside that is no answer to the question.
    return (corroboration_row(one) for one in sorted(found, key=lambda one: (one.type != "happening", one.id))[:1])


def _id(value: object) -> str:
    return str(getattr(value, "id", ""))


def career(case: Case, person: str) -> Iterator[Row]:
    """One person's posts from lists, claims and notes: somebody of the lists, or whom only reports name.

    Raises:
        UsageError: neither lists nor reports know the name, or several people have it.
    """
    yield career_row(whole_career(case, person))


def career_with(case: Case, id_: str) -> Career:
    """The career that has an id; a career is put together on asking, so it is looked for among all.

    Raises:
        UnknownIdError: nobody's has it.
    """
    wanted = id_.strip().lower()
    for person in case.derived.persons():
        if made_id("career", person.id, person.label).startswith(wanted):
            return whole_career(case, person.id)
    for name in sorted({mention.name for mention in case.derived.mentions()}):
        if made_id("career", None, name).startswith(wanted):
            return whole_career(case, name)
    raise UnknownIdError(f"nobody's career has the id {id_}: it may be of another case, or gone since", item=id_)


def whole_career(case: Case, person: str) -> Career:
    """One person's posts on one axis of time; `person` is an id or a name.

    Raises:
        UsageError: neither lists nor reports know the name, or several people have it.
    """
    listed = _listed(case, person)
    reports = said(case)
    held = case.derived.postings(person=listed.id) if listed else ()
    names = [listed.label if listed else person, *(posting.person.label for posting in held)]
    if listed is None:
        known = {claim.subject for report in reports for claim in report.claims if claim.subject}
        known |= {named.name for report in reports for event in report.events for named in event.persons}
        meant = spoken_of([person], known) or {name for name in known if person.casefold() in name.casefold().split()}
        if not meant:
            raise UsageError(f"neither lists nor reports of the case know {person!r}: try `legation persons {person}`")
        names = sorted(meant, key=lambda name: (-len(name), name))
    conflicts = [(one.id, [side.id for side in one.sides]) for one in case.derived.contradictions()]
    judged: defaultdict[str, set[str]] = defaultdict(set)
    for naming in case.derived.namings():
        if listed is not None and naming.judgement is not None and naming.person.id == listed.id:
            judged[naming.mention.sha256].add(naming.mention.name)
    known_as = list(dict.fromkeys(names))
    return career_of(known_as, held, reports, person=listed, conflicts=conflicts, judged=judged)


def _listed(case: Case, person: str) -> Person | None:
    """The person of the lists; `None` where lists don't know the name."""
    try:
        return person_of(case, person)
    except UsageError:
        if case.derived.persons(person):
            raise
        return None
