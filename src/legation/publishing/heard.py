"""What is printed beside a claim of its other side: answers in full, attempts with their days, a decision not to ask.

Addresses never are, nor is the reason of a decision not to ask: it may be somebody's safety.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from legation.model.claims import ANSWERING_CLAIMS, Claim
from legation.model.replies import SETTLING, Channel, Heard, Inquiry, Reply, ReplyKind
from legation.publishing.phrases import counted, quoted, said_phrase
from legation.publishing.rows.places import Row, text_or_null

CHANNEL_WORDS: dict[Channel, str] = {
    "email": "by e-mail",
    "letter": "by letter",
    "phone": "by telephone",
    "fax": "by fax",
    "in-person": "in person",
    "messenger": "by messenger",
    "form": "through a form",
    "lawyer": "through a lawyer",
    "other": "by another way",
}
REPLY_WORDS: dict[ReplyKind, str] = {
    "answered": "answered",
    "confirmed": "confirmed it",
    "denied": "denied it",
    "declined": "declined to say anything",
    "acknowledged": "confirmed to have received it",
    "extended": "asked for more time",
    "granted": "gave the information",
    "partly": "gave a part of the information",
    "refused": "refused the information",
    "withheld": "withheld the information",
    "returned": "didn’t get it: it came back",
}
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


def heard_phrases(heard: Heard | None, now: datetime) -> Iterator[str]:
    """The sentences that stand beside a claim, answers first.

    Args:
        heard: what is known of its other side.
        now: by which a deadline is over.
    """
    if heard is None:
        return
    whom = {inquiry.id: inquiry.whom for inquiry in heard.inquiries}
    for reply in heard.replies:
        yield reply_phrase(reply, whom[reply.inquiry])
    if heard.inquiries and not any(reply.kind in SETTLING for reply in heard.replies):
        yield attempts_phrase(heard, now)
    if heard.waiver is not None:
        yield "Nobody was asked about this; the reason is noted."


def answer_phrases(claim: Claim, said: Mapping[str, Claim], heard: Heard | None, now: datetime) -> Iterator[str]:
    """What the other side of a claim says to it: what reports print of that, then what the log has of it.

    Args:
        claim: to which somebody may have answered.
        said: every claim that is in it, by id.
        heard: what the log has.
        now: by which a deadline is over.
    """
    about = (one for one in said.values() if one.about == claim.id and one.type in ANSWERING_CLAIMS)
    denials = (said[id_] for id_ in (heard.printed if heard else ()) if id_ in said)
    for one in dict.fromkeys((*about, *denials)):
        yield said_phrase(one)
    yield from heard_phrases(heard, now)


def reply_phrase(reply: Reply, whom: str) -> str:
    """An answer in full, as it was given, with its translation."""
    words = f": {quoted(reply.words)}" if reply.words else ""
    translation = f" (translated: {quoted(reply.translation)})" if reply.translation else ""
    return f"{whom} {REPLY_WORDS[reply.kind]} on {reply.received_at.date()}{words}{translation}{'' if words else '.'}"


def attempts_phrase(heard: Heard, now: datetime) -> str:
    """How many attempts there were, when and how; and until when an answer is awaited, or that none came by then."""
    ways = "; ".join(f"{CHANNEL_WORDS[one.channel]} on {one.sent_at.date()}" for one in heard.inquiries)
    times = counted(len(heard.inquiries), "attempt", "attempts")
    until, asked = heard.last_deadline() or (None, heard.inquiries[-1])
    if until is None:
        return f"{asked.whom} was asked in {times} ({ways}); no answer came."
    when = moment_phrase(until, asked.zone)
    if until > now:
        return f"{asked.whom} has been asked to answer by {when} ({times}: {ways})."
    return f"{asked.whom} was asked in {times} ({ways}); no answer came by {when}."


def moment_phrase(moment: datetime, zone: str | None) -> str:
    """A moment on the clock of its time zone, with the zone's name."""
    try:
        local = moment.astimezone(ZoneInfo(zone)) if zone else moment
    except ZoneInfoNotFoundError:
        local = moment
    return f"{local:%Y-%m-%d %H:%M} {zone or local.tzname()}"


def delay_phrase(days: int) -> str:
    """How long something took, in the largest unit of which more than one went by."""
    if days <= 0:
        return "on the same day"
    for unit, name in ((_YEAR, "years"), (_MONTH, "months"), (_WEEK, "weeks")):
        if days >= 2 * unit:
            return f"over {int(days // unit)} {name} later"
    return "the next day" if days == 1 else f"{days} days later"


def reply_row(reply: Reply, sent_at: datetime) -> Row:
    """What came back, and how long it took."""
    days = (reply.received_at.date() - sent_at.date()).days
    return {
        "kind": "reply-received",
        "id": reply.id,
        "inquiry": reply.inquiry,
        "answer": reply.kind,
        "received_at": reply.received_at.isoformat(),
        "words": text_or_null(reply.words),
        "language": text_or_null(reply.language),
        "translation": text_or_null(reply.translation),
        "changed": list(reply.changed),
        "printed_in": text_or_null(reply.printed_in),
        "deadline": reply.deadline.isoformat() if reply.deadline else None,
        "proof": reply.proof,
        "days": days,
        "delay": delay_phrase(days),
        "author": reply.author,
    }


def inquiry_row(inquiry: Inquiry, number: int, replies: tuple[Reply, ...], now: datetime) -> Row:
    """One attempt with what came back; no address.

    Args:
        inquiry: what was sent.
        number: of the attempt, from 1.
        replies: what came back on it.
        now: by which it is overdue.
    """
    until = max((one for one in (inquiry.deadline, *(reply.deadline for reply in replies)) if one), default=None)
    state = state_of(replies, until, now)
    waiting = (now - inquiry.sent_at).days
    return {
        "kind": inquiry.purpose,
        "id": inquiry.id,
        "whom": inquiry.whom,
        "person": inquiry.person,
        "points": [side.id for side in inquiry.points],
        "attempt": number,
        "channel": inquiry.channel,
        "sent_by": inquiry.sent_by,
        "sent_at": inquiry.sent_at.isoformat(),
        "deadline": until.isoformat() if until else None,
        "zone": inquiry.zone,
        "due": moment_phrase(until, inquiry.zone) if until else None,
        "reference": text_or_null(inquiry.reference),
        "words": text_or_null(inquiry.words),
        "proof": inquiry.proof,
        "state": state,
        "waiting_days": waiting if state in ("waiting", "overdue", "open") else None,
        "replies": [reply_row(reply, inquiry.sent_at) for reply in replies],
        "author": inquiry.author,
    }


def state_of(replies: tuple[Reply, ...], until: datetime | None, now: datetime) -> str:
    """The kind of the answer that settled it; else `waiting`, `overdue`, or `open` where there is no deadline."""
    settled = [reply.kind for reply in replies if reply.kind in SETTLING]
    if settled:
        return settled[-1]
    if until is None:
        return "open"
    return "waiting" if until > now else "overdue"
