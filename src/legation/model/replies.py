"""Who was asked, what came back, and is a claim ready to be printed beside its answer?

An inquiry puts points to somebody, or asks an institution for information; each one is an attempt that is kept, with
when and how it was sent. A reply is what came back, verbatim. Neither is ever changed: a later one names what it
replaces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from legation.model.judgements import Side

Purpose = Literal["reply", "request"]
"""Points put to somebody who is to reply to them, or information that was requested."""
Channel = Literal["email", "letter", "phone", "fax", "in-person", "messenger", "form", "lawyer", "other"]
ReplyKind = Literal[
    "answered",
    "confirmed",
    "denied",
    "declined",
    "acknowledged",
    "extended",
    "granted",
    "partly",
    "refused",
    "withheld",
    "returned",
]
"""What came back: on points (`answered` to `declined`), on a request (`granted` to `withheld`), or nothing settled."""

SETTLING: frozenset[ReplyKind] = frozenset(
    {"answered", "confirmed", "denied", "declined", "granted", "partly", "refused", "withheld"}
)
"""Kinds that settle an inquiry; an acknowledgement, more time and a letter that came back leave it open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """One attempt: what was put to whom, by which way, and until when an answer is awaited."""

    id: str
    purpose: Purpose
    whom: str
    """A person's name or an institution, as it was written to."""
    channel: Channel
    sent_by: str
    sent_at: datetime
    author: str
    """Who entered it."""
    at: datetime
    """When it was entered."""
    person: str | None = None
    """Id of a person of the case, where it was put to one."""
    points: tuple[Side, ...] = ()
    """The claims that were put, or what a request is about, as they are found again."""
    words: str | None = None
    """What was written or said, as it was sent."""
    address: str | None = None
    """Where it was sent to; it never leaves the case."""
    deadline: datetime | None = None
    zone: str | None = None
    """IANA name of the deadline's time zone."""
    reference: str | None = None
    """The institution's own number for a request."""
    proof: str | None = None
    """SHA-256 of what shows that it was sent."""
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back on an inquiry, verbatim."""

    id: str
    inquiry: str
    kind: ReplyKind
    received_at: datetime
    author: str
    at: datetime
    words: str | None = None
    language: str | None = None
    translation: str | None = None
    changed: tuple[str, ...] = ()
    """Ids of the claims that were changed because of it."""
    printed_in: str | None = None
    """Where it was printed."""
    deadline: datetime | None = None
    """The new deadline, where more time was asked for."""
    proof: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why somebody isn't asked about a claim, and who decided that."""

    judgement: str
    why: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What is known of the other side of one claim: attempts, answers, what reports print of it, a waiver."""

    claim: str
    inquiries: tuple[Inquiry, ...] = ()
    """The attempts, oldest first: the first is attempt 1."""
    replies: tuple[Reply, ...] = ()
    """Oldest first."""
    printed: tuple[str, ...] = ()
    """Ids of the denials that reports print of it."""
    waiver: Waiver | None = None

    def is_settled(self, now: datetime) -> bool:
        """Whether it may be printed: an answer, a waiver, or attempts of which no deadline is still to come."""
        if self.waiver or self.printed or any(reply.kind in SETTLING for reply in self.replies):
            return True
        return bool(self.inquiries) and self.waits_until(now) is None

    def waits_until(self, now: datetime) -> datetime | None:
        """The last deadline that is still to come; `None` where none is."""
        last = self.last_deadline()
        return last[0] if last is not None and last[0] > now else None

    def last_deadline(self) -> tuple[datetime, Inquiry] | None:
        """The latest deadline that was given, at first or where more time was asked for, and to which attempt."""
        asked = {one.id: one for one in self.inquiries}
        given = (
            *((one.deadline, one) for one in self.inquiries),
            *((reply.deadline, asked[reply.inquiry]) for reply in self.replies if reply.inquiry in asked),
        )
        known = [(until, one) for until, one in given if until is not None]
        return max(known, key=lambda each: each[0], default=None)


def standing(entries: tuple[Inquiry, ...]) -> tuple[Inquiry, ...]:
    """The inquiries that no later one replaces, in the order of their sending."""
    replaced = {one.replaces for one in entries}
    return tuple(sorted((one for one in entries if one.id not in replaced), key=lambda one: (one.sent_at, one.id)))


def replies_standing(entries: tuple[Reply, ...], inquiries: tuple[Inquiry, ...]) -> tuple[Reply, ...]:
    """The replies that no later one replaces, in the order of their coming.

    What came back on an inquiry that was put right since is a reply to the entry that stands for it now.

    Args:
        entries: every reply, replaced ones too.
        inquiries: every inquiry, replaced ones too.
    """
    replaced, newest = {one.replaces for one in entries}, standing_for(inquiries)
    kept = (replace(one, inquiry=newest.get(one.inquiry, one.inquiry)) for one in entries if one.id not in replaced)
    return tuple(sorted(kept, key=lambda one: (one.received_at, one.id)))


def standing_for(entries: tuple[Inquiry, ...]) -> dict[str, str]:
    """For each inquiry that was replaced the id of the newest entry after it; of several for one the last entered."""
    later = {one.replaces: one.id for one in sorted(entries, key=lambda one: (one.at, one.id)) if one.replaces}
    found: dict[str, str] = {}
    for first in later:
        passed, newest = {first}, later[first]
        while newest in later and newest not in passed:
            passed.add(newest)
            newest = later[newest]
        found[first] = newest
    return found
