"""What did a person decide? Judgements are checked, given what finds their lines again, and added to the log.

Nothing is changed by a judgement alone: the next build honors it. Old values stay, and every judgement can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast, get_args

from legation.errors import JudgementError, UsageError
from legation.model.claims import Claim, Event
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from legation.model.links import Mention
from legation.model.listings import Edition, Listing
from legation.model.postings import Posting
from legation.model.sources import Capture
from legation.pipeline.answering.lines import LineOfEdition, line_of
from legation.pipeline.deciding.author import author
from legation.pipeline.work.versions import deriving_rules, reading_rules
from legation.store.case import Case
from legation.store.finding import KINDS, Found, find

_COMPARABLE = {("listing", "listing"), ("event", "event"), ("mention", "listing"), ("listing", "mention")}


def verdict_of(word: str) -> Verdict:
    """The verdict that a word is.

    Raises:
        UsageError: it is none.
    """
    for verdict in get_args(Verdict):
        if verdict == word:
            return cast(Verdict, verdict)
    raise UsageError(f"{word!r} is no verdict: one of {', '.join(get_args(Verdict))}")


def decide(case: Case, a: str, b: str, verdict: Verdict, *, why: str, by: str | None = None) -> Judgement:
    """Say whether two listings, persons or tellings are one, or whether a report means a person by a name.

    What the case shows for and against goes into the log with the judgement.

    Raises:
        JudgementError: they are one value, of two kinds, or two lines of one mission in one edition called the same.
        UnknownIdError: there is no such id.
    """
    first, second = _found(case, a), _found(case, b)
    if first.id == second.id:
        raise JudgementError(f"{a} and {b} are the same value: give two", item=first.id)
    if (first.kind, second.kind) not in _COMPARABLE:
        raise JudgementError(
            f"{first.kind} and {second.kind} can't be one: give two listings or persons, two tellings of events, or "
            "a mention and a listing",
            item=first.id,
        )
    if verdict == "same" and isinstance(first.value, Listing) and isinstance(second.value, Listing):
        one, other = line_of(case, first.value), line_of(case, second.value)
        if one.edition == other.edition and one.listing.mission == other.listing.mission:
            raise JudgementError(
                f"{first.id} and {second.id} are two lines of one mission in one edition: two persons. "
                "If a line was misread, reject it",
                item=first.id,
            )
    return _record(
        case, verdict, (first, second), Reason(why=why, by=by, shown=evidence_for(case, first.id, second.id))
    )


def evidence_for(case: Case, a: str, b: str) -> tuple[str, ...]:
    """What the last build found for and against two listings, or a mention and a listing, being one person."""
    persons = case.persons.of_listings((a, b))
    sides = {persons[one].id if one in persons else one for one in (a, b)}
    links = (({one.a.id, one.b.id}, one.reasons) for one in case.derived.links())
    namings = (({one.mention.id, one.person.id}, one.reasons) for one in case.derived.namings())
    return next((reasons for ids, reasons in (*links, *namings) if ids == sides), ())


def correct(case: Case, id_: str, changes: Mapping[str, str], *, why: str, by: str | None = None) -> Judgement:
    """Put right what a line was misread as; an empty value says that the field isn't known.

    Raises:
        JudgementError: the value has no such field, or the field can't hold the text.
        UnknownIdError: there is no such id.
    """
    if not changes:
        raise UsageError("there is nothing to correct: add FIELD=VALUE")
    found = correctable(case, id_, changes)
    return _record(case, "correct", (found,), Reason(why=why, by=by, changes=_settled(changes)))


def correctable(case: Case, id_: str, changes: Mapping[str, str]) -> Found:
    """What an id means, if it can be corrected so; nothing is entered.

    Raises:
        JudgementError: the value has no such field, or the field can't hold the text.
        UnknownIdError: there is no such id.
    """
    found = _found(case, id_)
    _try(found, dict(_settled(changes)))
    return found


def is_corrected(case: Case, id_: str, changes: Mapping[str, str]) -> bool:
    """Whether corrections that count say all of this of a value already."""
    counting = (one for one in case.kept.live_judgements() if one.verdict == "correct")
    said = {change for one in counting if id_ in {side.id for side in one.sides} for change in one.changes}
    return said.issuperset(_settled(changes))


def _settled(changes: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    """Fields with their values in the order in which they are kept; an empty one isn't known."""
    return tuple(sorted((name, value or None) for name, value in changes.items()))


def reject(case: Case, id_: str, *, why: str, by: str | None = None) -> Judgement:
    """Set a line, telling, claim or edition aside; it stays in its source and counts no more.

    Raises:
        JudgementError: it is something that follows from others.
        UnknownIdError: there is no such id.
    """
    found = _found(case, id_)
    _try(found, {})
    return _record(case, "reject", (found,), Reason(why=why, by=by))


def accept(case: Case, id_: str, *, why: str, by: str | None = None) -> Judgement:
    """Say of a line, telling, claim or edition that it is as its source prints it; one that was rejected counts again.

    Raises:
        JudgementError: it is something that follows from others.
        UnknownIdError: there is no such id.
    """
    found = _found(case, id_)
    _try(found, {})
    return _record(case, "accept", (found,), Reason(why=why, by=by))


def record_each(
    case: Case,
    verdict: Literal["accept", "reject"],
    sides: Iterable[Side],
    *,
    why: str,
    by: str | None = None,
    shown: tuple[str, ...] = (),
) -> int:
    """Judge many rows alike, each by itself, so that each can be taken back; all of them or none.

    Returns:
        How many judgements are new.
    """
    reason = Reason(why=why, by=by, shown=shown)
    return case.kept.record_all([_judgement(verdict, (side,), reason) for side in sides])


def ruling(case: Case, verdict: Literal["withhold", "waive"], found: Found | None, reason: Reason) -> Judgement:
    """Put a ruling about what leaves the case into the log; nothing that is worked out follows from it.

    Of somebody whom the case knows by name alone there is nothing to find: the names stand in `reason.shown`.
    """
    return _record(case, verdict, () if found is None else (found,), reason)


def undo(case: Case, id_: str | None = None, *, why: str = "", by: str | None = None) -> Judgement:
    """Take back the last judgement that counts, or the one of this id.

    Raises:
        JudgementError: there is nothing to undo.
    """
    judgement = find(case, id_, ("judgement",)).id if id_ else None
    return case.kept.undo(author=author(by), at=datetime.now(UTC), why=why, judgement=judgement)


def _found(case: Case, id_: str) -> Found:
    found = find(case, id_, KINDS)
    if isinstance(found.value, Capture):
        raise JudgementError(
            f"{found.id} is a file, {found.value.name}: add it again with what is to be said of it, "
            "such as --published DATE or --as-of DATE",
            item=found.id,
        )
    if found.kind == "judgement":
        raise JudgementError(f"{found.id} is a judgement: `legation undo {found.id}` takes it back", item=found.id)
    if found.kind == "happening":
        raise JudgementError(
            f"{found.id} is made of tellings: give one of {', '.join(getattr(found.value, 'tellings', ()))}",
            item=found.id,
        )
    if isinstance(found.value, Posting):
        lines = ", ".join(given.id for step in found.value.derivation for given in step.inputs)
        raise JudgementError(f"{found.id} follows from its lines: give one of {lines}", item=found.id)
    if found.kind not in ("listing", "event", "claim", "edition", "mention"):
        raise JudgementError(f"{found.id} follows from others: `legation why {found.id}` shows them", item=found.id)
    return found


def _try(found: Found, changes: Mapping[str, str | None]) -> None:
    from legation.resolution import corrections

    match found.value:
        case Listing() as listing:
            corrections.corrected_listing(listing, changes)
        case Event() as event:
            corrections.corrected_event(event, changes)
        case Claim() as claim:
            corrections.corrected_claim(claim, changes)
        case Edition() as edition:
            corrections.corrected_edition(edition, changes)
        case Mention() as mention:
            raise JudgementError(
                f"{mention.id} is as its report words it: give one of {', '.join(mention.said)}", item=mention.id
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What goes into the log beside the verdict."""

    why: str
    by: str | None
    changes: tuple[tuple[str, str | None], ...] = ()
    shown: tuple[str, ...] = ()


def _record(case: Case, verdict: Verdict, found: tuple[Found, ...], reason: Reason) -> Judgement:
    return case.kept.record(_judgement(verdict, tuple(side_of(case, one) for one in found), reason))


def _judgement(verdict: Verdict, sides: tuple[Side, ...], reason: Reason) -> Judgement:
    if not reason.why.strip():
        raise UsageError("a judgement needs its reason: add --why TEXT")
    at, who = datetime.now(UTC), author(reason.by)
    ids = sorted(side.id for side in sides)
    return Judgement(
        id=made_id("judgement", verdict, *ids, who, at.isoformat(), reason.why),
        verdict=verdict,
        sides=sides,
        author=who,
        at=at,
        why=reason.why,
        changes=reason.changes,
        rules=f"{reading_rules()}+{deriving_rules()}",
        shown=reason.shown,
    )


def side_of(case: Case, found: Found) -> Side:
    """What a judgement keeps of a value, so that it is found again after the bytes were read with new rules."""
    match found.value:
        case Listing() as listing:
            line = line_of(case, listing)
            return Side(id=found.id, quote=listing.passage.quote, mission=listing.mission, as_of=_as_of(line))
        case Event() as event:
            return Side(id=found.id, quote=event.passage.quote, mission=event.mission)
        case Claim() as claim:
            return Side(id=found.id, quote=claim.passage.quote)
        case Mention() as mention:
            return Side(id=found.id, quote=mention.passage.quote, as_of=mention.published)
        case _:
            return Side(id=found.id)


def _as_of(line: LineOfEdition) -> str | None:
    return line.edition.as_of.text if line.edition.as_of else None
