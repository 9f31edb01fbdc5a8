"""What is known of the other side of each claim, and what did somebody rule about what leaves?

Inquiries, rulings and claims are held together by ids, and after new rules by the quotes that they were about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from legation.model.claims import Report
from legation.model.judgements import Judgement
from legation.model.listings import Roster
from legation.model.replies import Heard, Inquiry, Reply, Waiver, replies_standing, standing
from legation.pipeline.answering.missions import gazetteer_of
from legation.publishing.selection import Chosen
from legation.resolution.attachment import Attachment
from legation.store.case import Case


def heard_of(case: Case, reports: Sequence[Report]) -> dict[str, Heard]:
    """For each claim of which anything is known: attempts, answers, denials in print, a waiver; by its id."""
    denials = _denials(reports)
    entered = case.inquiries.inquiries()
    inquiries = [one for one in standing(entered) if one.purpose == "reply"]
    rulings = [one for one in case.kept.live_rulings() if one.verdict == "waive"]
    attachment = Attachment.of((), reports) if inquiries or rulings else None
    put: defaultdict[str, list[Inquiry]] = defaultdict(list)
    waived: dict[str, Waiver] = {}
    if attachment is not None:
        for inquiry in inquiries:
            for claim in dict.fromkeys(filter(None, map(attachment.find, inquiry.points))):
                put[claim].append(inquiry)
        for ruling in rulings:
            for claim in filter(None, map(attachment.find, ruling.sides)):
                waived[claim] = Waiver(judgement=ruling.id, why=ruling.why, author=ruling.author, at=ruling.at)
    came: defaultdict[str, list[Reply]] = defaultdict(list)
    for reply in replies_standing(case.inquiries.replies(), entered):
        came[reply.inquiry].append(reply)
    return {
        claim: Heard(
            claim=claim,
            inquiries=tuple(put[claim]),
            replies=tuple(reply for inquiry in put[claim] for reply in came[inquiry.id]),
            printed=tuple(denials[claim]),
            waiver=waived.get(claim),
        )
        for claim in sorted({*put, *waived, *denials})
    }


def parties_in(case: Case, reports: Sequence[Report]) -> frozenset[str]:
    """The subjects of claims that are states and organizations: what is said of them is about no person."""
    gazetteer = gazetteer_of(case)
    subjects = {claim.subject for report in reports for claim in report.claims if claim.subject}
    return frozenset(subject for subject in subjects if gazetteer.find(subject) is not None)


def chosen_of(case: Case, rosters: Sequence[Roster], included: dict[str, str] | None = None) -> Chosen:
    """Who is withheld now, also where their lines were read anew, and what was chosen one by one."""
    rulings = withholdings(case)
    attachment = Attachment.of(rosters, ()) if rulings else None
    members = case.derived.members() if rulings else {}
    found = {attachment.find(side) or side.id for ruling in rulings for side in ruling.sides if attachment is not None}
    return Chosen(
        included=included or {},
        withheld=with_whom_judged_one(case, {members.get(one, one) for one in found}),
        withheld_names=tuple(dict.fromkeys(name for ruling in rulings for name in ruling.shown)),
    )


def with_whom_judged_one(case: Case, persons: Collection[str]) -> frozenset[str]:
    """Persons, by their ids, and everybody who is judged to be one of them, whether or not a build followed."""
    found = frozenset(persons)
    judged = [one for one in case.kept.live_judgements() if one.verdict == "same"] if found else []
    owners = case.persons.of_listings(side.id for one in judged for side in one.sides)
    ones = [frozenset(owners[side.id].id for side in one.sides if side.id in owners) for one in judged]
    while (wider := found.union(*(one for one in ones if one & found))) != found:
        found = wider
    return found


def withholdings(case: Case) -> tuple[Judgement, ...]:
    """The rulings by which somebody is withheld."""
    return tuple(one for one in case.kept.live_rulings() if one.verdict == "withhold")


def _denials(reports: Sequence[Report]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        for claim in report.claims:
            if claim.type == "denial" and claim.about:
                found[claim.about].append(claim.id)
    return found
