"""Why does the case say so? For an id: what it is, the rules that led to it, and every quote with its place.

Around the line of a list nothing of the list is shown but the line itself: beside it may stand people who are not the
story.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.errors import UnknownIdError
from legation.model.careers import Career
from legation.model.claims import Claim, Event, Print
from legation.model.documents import Passage
from legation.model.findings import Ceiling, Change, Happening, Sum, Tally
from legation.model.judgements import Judgement
from legation.model.listings import Edition, Listing
from legation.model.parties import Person
from legation.model.postings import Derivation, Input, Posting
from legation.model.sources import Capture
from legation.pipeline.answering.asking import events_by_id, said
from legation.pipeline.answering.clips import clips_of
from legation.pipeline.answering.doubting import career_with
from legation.pipeline.answering.grounds import Ground, ground_of_conclusion
from legation.pipeline.work.surroundings import Clip
from legation.pipeline.work.written import write_whole
from legation.publishing.rows import Row, Value, bounds_row, derivation_row, judgement_row, passages_row
from legation.store.case import Case
from legation.store.finding import KINDS, Found, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The answer to a why: a row, and the clip of the page where the source has pages."""

    row: Row
    clip: Clip | None


def why(case: Case, id_: str) -> Reason:
    """The reason for anything that has an id.

    Raises:
        UnknownIdError: nothing has it, or several things begin with it.
    """
    if id_.lower().startswith("career-"):
        return _why_career(career_with(case, id_))
    found = _found(case, id_)
    ground = _ground(case, found)
    last = ground.passages[-1:]
    clip = clips_of(case, last).get(last[0]) if last else None
    row: Row = {
        "kind": "why",
        "id": found.id,
        "of": found.kind,
        "says": ground.says,
        "waterfall": list(ground.waterfall),
        "derivation": [derivation_row(step) for step in ground.derivation],
        "passages": passages_row(ground.passages),
        "judgements": _judgements(case, found, ground),
        "text": _text_row(clip),
    }
    return Reason(row=row, clip=clip)


def _why_career(career: Career) -> Reason:
    """The posts of a career: each has an id of its own, which tells more."""
    step = _rule("posts-on-one-axis", [post.id for post in career.posts])
    row: Row = {
        "kind": "why",
        "id": career.id,
        "of": "career",
        "says": f"{career.label}, {_counted(len(career.posts), 'post')} in lists and reports",
        "waterfall": [],
        "derivation": [derivation_row(step)],
        "passages": passages_row(tuple(passage for post in career.posts for passage in post.passages)),
        "judgements": [],
        "text": None,
    }
    return Reason(row=row, clip=None)


def write_clip(reason: Reason, to: Path | None) -> Path | None:
    """Write the clip of the page where there is one; to a new file of its own where no place is given.

    Raises:
        LegationError: the file system doesn't take it.
    """
    if reason.clip is None or reason.clip.png is None:
        return None
    if to is None:
        number, name = tempfile.mkstemp(prefix="legation-clip-", suffix=".png")
        os.close(number)
        to = Path(name)
    write_whole(to, reason.clip.png)
    return to


def _found(case: Case, id_: str) -> Found:
    try:
        return find(case, id_, KINDS)
    except UnknownIdError:
        return find(case, id_, ("person",))


def _text_row(clip: Clip | None) -> Row | None:
    if clip is None or clip.text is None:
        return None
    return {"before": clip.text.before or None, "quote": clip.text.quote, "after": clip.text.after or None}


def _judgements(case: Case, found: Found, ground: Ground) -> list[Value]:
    ids = {found.id, *(given.id for step in ground.derivation for given in step.inputs)}
    live = case.kept.live_judgements()
    return [judgement_row(one) for one in live if ids & {side.id for side in one.sides}]


def _ground(case: Case, found: Found) -> Ground:
    match found.value:
        case Listing() | Edition() | Capture() | Judgement() as kept:
            return _ground_of_kept(kept)
        case Print() as printed:
            rule = Derivation(rule=f"printed-{printed.kind}", version=1, inputs=())
            return Ground(says=f"printed: {printed.words}", passages=(printed.passage,), derivation=(rule,))
        case Event() | Claim() as telling:
            rule = Derivation(rule=telling.rule, version=1, inputs=())
            return Ground(says=_telling_words(telling), passages=(telling.passage,), derivation=(rule,))
        case Person() as person:
            held = case.derived.postings(person=person.id)
            return Ground(
                says=f"{person.label}, a person of {_counted(len(held), 'posting')}",
                passages=tuple(passage for posting in held for passage in posting.passages),
                derivation=tuple(step for posting in held for step in posting.derivation),
            )
        case Posting() as posting:
            title = posting.titles[-1].title if posting.titles else None
            says = ", ".join(filter(None, (posting.person.label, title, posting.mission)))
            return Ground(says=says, passages=posting.passages, derivation=posting.derivation)
        case Change() as change:
            return _ground_of_change(change)
        case Happening() as happening:
            return _ground_of_happening(happening, _told(case))
        case Tally() as tally:
            return _ground_of_tally(tally, _told(case))
        case Sum() as numbers:
            words = ", ".join(term.says for term in numbers.terms)
            step = Derivation(rule="numbers-of-one-report", version=1, inputs=())
            says = f"{words}: {numbers.expected} expected, {numbers.printed} printed"
            return Ground(says=says, passages=tuple(term.passage for term in numbers.terms), derivation=(step,))
        case Ceiling() as ceiling:
            return _ground_of_ceiling(ceiling)
        case conclusion:
            return ground_of_conclusion(conclusion, lambda person: case.derived.postings(person=person))


def _ground_of_kept(value: Listing | Edition | Capture | Judgement) -> Ground:
    match value:
        case Listing() as line:
            words = (line.name or ("vacant" if line.vacant else None), line.title, line.mission)
            return Ground(says=", ".join(filter(None, words)), passages=(line.passage,))
        case Edition() as edition:
            day = edition.as_of.text if edition.as_of else "no day"
            return Ground(says=f"an edition as of {day} ({edition.as_of_basis}), {edition.coverage_class}")
        case Capture() as capture:
            return Ground(
                says=f"{capture.name}, {capture.size} bytes, added {capture.added_at.date()}, {capture.sha256}"
            )
        case Judgement() as judgement:
            return Ground(says=f"{judgement.verdict} by {judgement.author} on {judgement.at.date()}: {judgement.why}")


def _ground_of_change(change: Change) -> Ground:
    sides = [side for side in (change.before, change.after) if side]
    inputs = tuple(Input(id=side.listing, sha256=side.passage.sha256, quote=side.passage.quote) for side in sides)
    days = bounds_row(change.window) or {}
    return Ground(
        says=f"{change.person.label}: {change.change} at {change.mission}, "
        f"between {days.get('earliest') or 'an unknown day'} and {days.get('latest') or 'an unknown day'}",
        passages=tuple(side.passage for side in sides),
        derivation=(Derivation(rule="consecutive-editions", version=1, inputs=inputs),),
    )


def _ground_of_happening(happening: Happening, told: Mapping[str, Event]) -> Ground:
    numbers = ", ".join(f"{count.value} {count.unit or ''}".strip() for count in happening.counts)
    says = f"{happening.type} of {happening.mission or happening.target or 'an unnamed party'}"
    says += f" by {happening.actor or 'an unnamed party'}, {happening.date.text if happening.date else 'no day given'}"
    return Ground(
        says=f"{says}: {numbers}" if numbers else says,
        passages=_passages(happening.tellings, told),
        derivation=(_rule("tellings-of-one-happening", happening.tellings),),
    )


def _ground_of_tally(tally: Tally, told: Mapping[str, Event]) -> Ground:
    return Ground(
        says=f"{tally.announced} announced for {tally.mission}; "
        + (
            "how many left can't be told from these lists"
            if tally.left is None
            else f"{tally.left} left the list, {tally.joined} joined"
        ),
        passages=_passages(tally.announced_by, told),
        derivation=(_rule("announcement-beside-editions", (tally.event, *tally.announced_by)),),
    )


def _ground_of_ceiling(ceiling: Ceiling) -> Ground:
    levels = ", then ".join(
        f"from {step.posts_from} to {step.posts_to}" if step.posts_from is not None else f"to {step.posts_to}"
        for step in ceiling.steps
    )
    told = ", ".join(str(one.value) for one in ceiling.persons)
    says = f"posts of {ceiling.mission or ceiling.target} allowed by {ceiling.actor}: {levels}"
    return Ground(
        says=f"{says}; persons told to leave: {told}" if told else says,
        passages=tuple(passage for part in ceiling.parts for passage in part.passages),
        derivation=(_rule("posts-beside-persons", [part.happening for part in ceiling.parts]),),
    )


def _told(case: Case) -> dict[str, Event]:
    return events_by_id(said(case))


def _passages(ids: Sequence[str], told: Mapping[str, Event]) -> tuple[Passage, ...]:
    return tuple(told[id_].passage for id_ in ids if id_ in told)


def _rule(name: str, ids: Sequence[str]) -> Derivation:
    return Derivation(rule=name, version=1, inputs=tuple(Input(id=id_) for id_ in ids))


def _telling_words(telling: Event | Claim) -> str:
    words: tuple[str | None, ...]
    if isinstance(telling, Claim):
        words = (telling.type, telling.subject, telling.object, telling.wording and f"“{telling.wording}”")
    else:
        number = telling.count if telling.count is not None else telling.posts_to
        words = (telling.type, telling.actor, telling.mission or telling.target, str(number) if number else None)
    speakers = ", ".join(link.speaker or "unnamed" for link in telling.attribution)
    return f"{', '.join(filter(None, words))}: {telling.status}{f', says {speakers}' if speakers else ''}"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
