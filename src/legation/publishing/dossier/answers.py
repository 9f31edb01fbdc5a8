"""What was asked about a claim, when and how, and what came back?

From the log of the case: attempts with their numbers and deadlines, answers verbatim, or that nobody is asked.
Addresses stay in the case, and so does the reason why nobody is asked: it may be somebody's safety.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.claims import SENSITIVE_CLAIMS, Claim
from legation.model.parties import Person
from legation.model.replies import Heard, Inquiry, Reply
from legation.publishing.dossier.blocks import Sentence, Value
from legation.publishing.dossier.wording import sentence

MOMENT = "%Y-%m-%d %H:%M %Z"


def heard_sentences(heard: Heard | None, claim: Claim, person: Person | None, *, printed: bool) -> Iterator[Sentence]:
    """The other side of one claim as the log has it.

    Args:
        heard: what the log has.
        claim: about what.
        person: of whom the dossier speaks.
        printed: whether reports print an answer to it.
    """

    def said(template: str, *ids: str, **values: Value) -> Sentence:
        return sentence(template, about=(claim.id, *ids), person=person, **values)

    replies: dict[str, list[Reply]] = {}
    for reply in heard.replies if heard else ():
        replies.setdefault(reply.inquiry, []).append(reply)
    for number, inquiry in enumerate(heard.inquiries if heard else (), 1):
        sent = inquiry.sent_at.strftime(MOMENT).strip()
        values: dict[str, Value] = {"attempt": f"{number}", "whom": inquiry.whom, "channel": inquiry.channel}
        if inquiry.deadline is not None:
            yield said("attempt-until", inquiry.id, **values, sent=sent, deadline=_deadline(inquiry))
        else:
            yield said("attempt", inquiry.id, **values, sent=sent)
        for reply in replies.get(inquiry.id, ()):
            yield from _reply(reply, inquiry, claim, person)
        if inquiry.id not in replies:
            yield said("nothing-back", inquiry.id, attempt=f"{number}")
    if heard is not None and heard.waiver is not None:
        day = heard.waiver.at.date().isoformat()
        yield said("waived", heard.waiver.judgement, day=day)
    if claim.type in SENSITIVE_CLAIMS and not (printed or (heard and (heard.inquiries or heard.waiver))):
        yield said("unasked")


def _reply(reply: Reply, inquiry: Inquiry, claim: Claim, person: Person | None) -> Iterator[Sentence]:
    about, day = (claim.id, reply.id), reply.received_at.strftime(MOMENT).strip()
    if reply.words:
        yield sentence(
            "replied", about=about, person=person, whom=inquiry.whom, day=day, kind=reply.kind, quote=reply.words
        )
    else:
        yield sentence("replied-bare", about=about, person=person, whom=inquiry.whom, day=day, kind=reply.kind)
    if reply.translation:
        yield sentence("translated", about=about, person=person, quote=reply.translation)


def _deadline(inquiry: Inquiry) -> str:
    assert inquiry.deadline is not None
    moment = inquiry.deadline.strftime("%Y-%m-%d %H:%M")
    return f"{moment} {inquiry.zone or inquiry.deadline.strftime('%Z')}".strip()
