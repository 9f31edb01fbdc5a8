"""Who is asked about what, what came back, and what is due? Entered as it happened, and never changed.

Points are claims of the case. A file that shows that something was sent or came goes to the vault as it is; nothing
reads it as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TypeVar, cast, get_args

from legation.archive.vault import Vault
from legation.errors import KeyFormError, UnknownIdError, UsageError
from legation.model.keys import made_id
from legation.model.replies import (
    Channel,
    Inquiry,
    Purpose,
    Reply,
    ReplyKind,
    replies_standing,
    standing,
    standing_for,
)
from legation.pipeline.answering.people import person_of
from legation.pipeline.deciding.author import author
from legation.pipeline.deciding.judging import correct, correctable, is_corrected, side_of
from legation.pipeline.deciding.moments import moment
from legation.pipeline.work.fields import pairs_of
from legation.pipeline.work.files import bytes_of
from legation.publishing.heard import inquiry_row
from legation.publishing.rows import Row
from legation.store.case import Case
from legation.store.finding import find

ANSWERS: Mapping[Purpose, tuple[ReplyKind, ...]] = {
    "reply": ("answered", "confirmed", "denied", "declined", "acknowledged", "extended", "returned"),
    "request": ("granted", "partly", "refused", "withheld", "acknowledged", "extended", "returned"),
}
"""What can come back on each."""
_END_OF_DAY = time(23, 59)

Found = TypeVar("Found", Inquiry, Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What somebody says of an inquiry that was sent, in words as typed."""

    whom: str
    channel: str
    points: tuple[str, ...] = ()
    """Ids of claims."""
    words: str | None = None
    sent_by: str | None = None
    sent: str | None = None
    deadline: str | None = None
    zone: str | None = None
    address: str | None = None
    reference: str | None = None
    proof: Path | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What somebody says of an answer that came, in words as typed."""

    kind: str
    words: str | None = None
    language: str | None = None
    translation: str | None = None
    received: str | None = None
    deadline: str | None = None
    zone: str | None = None
    changes: tuple[str, ...] = ()
    """`CLAIM:FIELD=VALUE`, or the id of a claim that was changed already."""
    printed_in: str | None = None
    proof: Path | None = None
    replaces: str | None = None


def put(case: Case, purpose: Purpose, sending: Sending, by: str | None = None) -> Inquiry:
    """Enter what was put to somebody, or what information was requested.

    Raises:
        UsageError: nobody, no points, no known channel; a deadline without its time zone.
        UnknownIdError: there is no such claim or person.
    """
    _check_said(purpose, sending)
    person, whom = _addressed(case, sending.whom)
    now, who = datetime.now(UTC).replace(microsecond=0), author(by)
    sent_at = moment(sending.sent, sending.zone) if sending.sent else now
    if sent_at > now:
        raise UsageError(f"{sending.sent} is still to come: enter what was sent, when it was sent")
    sides = tuple(side_of(case, find(case, one, ("claim", "event"))) for one in sending.points)
    proof = _kept(case, sending.proof)
    replaces = inquiry_of(case, sending.replaces).id if sending.replaces else None
    known_by = (*sorted(side.id for side in sides), *filter(None, [replaces]))
    made = Inquiry(
        id=made_id("inquiry", purpose, whom, sending.channel, sent_at.isoformat(), sending.words, *known_by),
        purpose=purpose,
        whom=whom,
        person=person,
        points=sides,
        channel=cast(Channel, _word(sending.channel, get_args(Channel), "channel")),
        words=sending.words,
        address=sending.address,
        sent_by=sending.sent_by or who,
        sent_at=sent_at,
        deadline=moment(sending.deadline, sending.zone, at=_END_OF_DAY) if sending.deadline else None,
        zone=sending.zone,
        reference=sending.reference,
        proof=proof,
        replaces=replaces,
        author=who,
        at=now,
    )
    case.inquiries.add(made)
    return made


def _check_said(purpose: Purpose, sending: Sending) -> None:
    """Refuse an inquiry that doesn't say whom was asked what."""
    if not sending.whom.strip():
        raise UsageError("say who was asked: a person's id or name, or an institution")
    if purpose == "reply" and not sending.points:
        raise UsageError("say which claims were put: add --claim ID, once for each")
    if purpose == "request" and not (sending.words or "").strip():
        raise UsageError("say what was requested, in the words of the request: add --text TEXT")


def answer(case: Case, inquiry: str, coming: Coming, by: str | None = None) -> Reply:
    """Enter what came back, and correct the claims that it changes.

    An answer that the log has already isn't entered twice; corrections that it lacks are made.

    Raises:
        UsageError: no such kind for what was asked, or an answer without its words; nothing was entered.
        JudgementError: a claim can't be changed so; nothing was entered.
        UnknownIdError: there is no such inquiry or claim.
    """
    asked = inquiry_of(case, inquiry)
    kind = cast(ReplyKind, _word(coming.kind, ANSWERS[asked.purpose], "answer"))
    if kind in ("answered", "confirmed", "denied", "granted", "partly") and not (coming.words or coming.proof):
        raise UsageError("an answer is kept verbatim: add --text TEXT, or the file that holds it with --proof")
    now, who = datetime.now(UTC).replace(microsecond=0), author(by)
    received = moment(coming.received, coming.zone or asked.zone) if coming.received else now
    if received < asked.sent_at:
        raise UsageError(f"{coming.received} is before it was asked, on {asked.sent_at.isoformat()}")
    deadline = moment(coming.deadline, coming.zone or asked.zone, at=_END_OF_DAY) if coming.deadline else None
    changes = _changes(case, coming.changes)
    replaces = reply_of(case, coming.replaces).id if coming.replaces else None
    made = Reply(
        id=made_id("reply", asked.id, kind, received.isoformat(), coming.words, *filter(None, [replaces])),
        inquiry=asked.id,
        kind=kind,
        received_at=received,
        words=coming.words,
        language=coming.language,
        translation=coming.translation,
        changed=tuple(changes),
        printed_in=coming.printed_in,
        deadline=deadline,
        proof=_kept(case, coming.proof),
        replaces=replaces,
        author=who,
        at=now,
    )
    case.inquiries.add(made)
    _change(case, changes, why=f"{asked.whom} {kind}: {made.id}", by=by)
    return made


def _change(case: Case, changes: Mapping[str, Mapping[str, str]], *, why: str, by: str | None) -> None:
    """Correct the claims that aren't corrected so yet: an answer that was kept before may lack its corrections."""
    for claim, fields in changes.items():
        if fields and not is_corrected(case, claim, fields):
            correct(case, claim, fields, why=why, by=by)


def listed(case: Case, purpose: Purpose, *, of: str | None = None, now: datetime | None = None) -> list[Row]:
    """Every inquiry that stands, with its attempt's number and what came back, the first sent first.

    Args:
        case: an open case.
        purpose: replies or requests.
        of: id of a claim or person, or words of the addressee.
        now: by which deadlines are told; the clock's otherwise.
    """
    moment_now = now or datetime.now(UTC)
    entered = case.inquiries.inquiries()
    came: dict[str, list[Reply]] = {}
    for reply in replies_standing(case.inquiries.replies(), entered):
        came.setdefault(reply.inquiry, []).append(reply)
    every = [one for one in standing(entered) if one.purpose == purpose]
    return [
        inquiry_row(one, number, tuple(came.get(one.id, ())), moment_now)
        for one, number in _numbered(every)
        if of is None or _is_of(one, of)
    ]


def due(case: Case, purpose: Purpose, *, now: datetime | None = None) -> list[Row]:
    """What waits for an answer: the overdue first, then by deadline, then what has none."""
    order = {"overdue": 0, "waiting": 1, "open": 2}
    rows = [row for row in listed(case, purpose, now=now) if row["state"] in order]
    return sorted(rows, key=lambda row: (order[str(row["state"])], str(row["deadline"] or row["sent_at"])))


def inquiry_of(case: Case, id_: str) -> Inquiry:
    """The inquiry of an id, or of its beginning; of one that was replaced the entry that stands for it now.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    every = {one.id: one for one in case.inquiries.inquiries()}
    found = _one_of([one for one in every.values() if _begins(one.id, id_)], id_, "inquiry")
    return every[standing_for(tuple(every.values())).get(found.id, found.id)]


def reply_of(case: Case, id_: str) -> Reply:
    """The reply of an id, or of its beginning.

    Raises:
        UnknownIdError: there is none, or there are several.
    """
    return _one_of([one for one in case.inquiries.replies() if _begins(one.id, id_)], id_, "reply")


def _addressed(case: Case, whom: str) -> tuple[str | None, str]:
    """The person of an id, with the name; any other words are those of an institution or of somebody unlisted."""
    try:
        found = find(case, whom, ("person",))
    except KeyFormError:
        return None, " ".join(whom.split())
    person = person_of(case, found.id)
    return person.id, person.label


def _kept(case: Case, file: Path | None) -> str | None:
    """The digest of a file that shows something, which the vault keeps."""
    return Vault(case.vault).put(bytes_of(file)) if file is not None else None


def _changes(case: Case, said: Sequence[str]) -> dict[str, dict[str, str]]:
    """By claim the fields that are to be corrected, each tried; none where somebody changed the claim already."""
    words: dict[str, list[str]] = {}
    for claim, colon, field in (one.partition(":") for one in said):
        words.setdefault(find(case, claim, ("claim",)).id, []).extend([field] if colon else [])
    changes = {claim: pairs_of(fields) for claim, fields in words.items()}
    for claim, fields in changes.items():
        correctable(case, claim, fields)
    return changes


def _word(text: str, known: Sequence[str], what: str) -> str:
    if text not in known:
        raise UsageError(f"{text!r} is no {what}: one of {', '.join(known)}")
    return text


def _numbered(every: Sequence[Inquiry]) -> Iterator[tuple[Inquiry, int]]:
    """Each with its number among those that put one of its points to the same addressee before."""
    for place, one in enumerate(every):
        points = {side.id for side in one.points}
        earlier = (
            before
            for before in every[:place]
            if _addressee(before) == _addressee(one) and (not points or points & {side.id for side in before.points})
        )
        yield one, 1 + sum(1 for _ in earlier)


def _addressee(one: Inquiry) -> str:
    return one.person or one.whom.casefold()


def _is_of(one: Inquiry, of: str) -> bool:
    ids = (one.id, one.person or "", *(side.id for side in one.points))
    return any(_begins(id_, of) for id_ in ids if id_) or of.casefold() in one.whom.casefold()


def _begins(id_: str, text: str) -> bool:
    digits = text.rpartition("-")[2] if text.startswith(id_.partition("-")[0]) else text
    return len(digits) >= 8 and id_.partition("-")[2].startswith(digits)


def _one_of(found: list[Found], id_: str, what: str) -> Found:
    if len(found) != 1:
        raise UnknownIdError(
            f"no {what} has the id {id_}: `legation reply list` and `legation request list` show them"
            if not found
            else f"several ids begin with {id_}: give more digits",
            item=id_,
        )
    return found[0]
