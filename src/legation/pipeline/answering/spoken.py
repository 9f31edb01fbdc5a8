"""What is said in the reports of a case, each claim with its day of print and the answers to it?

A claim that can do harm and lacks its claimant, date, status or wording isn't among them: it is counted, with what it
lacks, until somebody corrects or rejects it. Claims about the family of people whom no list shows stay in the source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from legation.model.claims import ANSWERING_CLAIMS, Claim, Report
from legation.model.replies import Heard
from legation.pipeline.answering.asking import about_person, said
from legation.pipeline.answering.hearing import heard_of, parties_in
from legation.pipeline.work.remembered import remembered
from legation.publishing.allegations import is_to_be_heard, lacking
from legation.publishing.gate import without_relatives
from legation.publishing.heard import heard_phrases
from legation.publishing.rows import Row, Value, claim_row, date_text, passage_row
from legation.store.case import Case
from legation.store.search import sounds_of, tokens_of, word_sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    """The claims of a case by id: those that may be shown, with what answers each, and those that are held back."""

    shown: dict[str, tuple[Claim, Report]]
    answers: dict[str, list[str]]
    held_back: dict[str, Row]
    heard: dict[str, Heard]
    parties: frozenset[str]


def spoken(case: Case, *, person: str | None = None) -> dict[str, list[Row]]:
    """Claims with the answers to each, and what is held back: lists of rows under `claims` and `held_back`.

    Args:
        case: with its reports read.
        person: an id or a name; then what is said of a name that may be theirs, with all that answers it.
    """
    found = _found(case)
    rows = _rows(found, _first(case, found, person))
    return {"claims": rows, "held_back": [*found.held_back.values()]}


class Some(NamedTuple):
    """Some of the claims of a case, as `spoken` shows them."""

    total: int
    """How many there are, with those that answer them counted under them."""
    claims: list[Row]
    held_back: list[Row]
    """All that is held back."""


def some_spoken(case: Case, *, offset: int, limit: int, person: str | None = None) -> Some:
    """So many claims after so many; the rows of no others are made."""
    found = _found(case)
    first = _first(case, found, person)
    rows = _rows(found, first[offset : offset + limit])
    return Some(len(first), rows, [*found.held_back.values()])


def _first(case: Case, found: _Spoken, person: str | None) -> list[str]:
    """The claims under which all others stand; with a person, those of a name that may be theirs.

    An answer stands under what it answers, where that is shown; of claims that answer each other the first is shown.
    """
    wanted = [*found.shown]
    if person is not None:
        wanted = [claim.id for claim in about_person(case, [claim for claim, _ in found.shown.values()], person)]
    under = {answer for one in wanted for answer in found.answers.get(one, ())}
    first = [one for one in wanted if one not in under]
    done: set[str] = set()
    for one in first:
        _mark(found, one, done)
    for one in wanted:
        if one not in done:
            first.append(one)
            _mark(found, one, done)
    return first


def _mark(found: _Spoken, id_: str, done: set[str]) -> None:
    """Count a claim as shown, and what stands under it."""
    waiting = [id_]
    while waiting:
        one = waiting.pop()
        if one not in done:
            done.add(one)
            waiting += found.answers.get(one, ())


def with_words(case: Case, words: Sequence[str], limit: int) -> Some:
    """Some of the claims in whose quotes, or in the names of whom they name, words begin with each of these.

    Args:
        case: with its reports read.
        words: folded, as names are for the search.
        limit: rows at most.
    """
    ways = [(f" {word}", *(f" {sound} " for sound in sounds_of(word))) for word in words]
    every = remembered(case, _folded).items()
    wanted = [id_ for id_, text in every if all(any(way in text for way in each) for each in ways)]
    found = _found(case)
    return Some(len(wanted), _rows(found, wanted[:limit]), [])


def _folded(case: Case) -> Mapping[str, str]:
    """The words by which each claim that may be shown is found, folded, a space around each."""
    return {id_: f" {' '.join(_words_of(claim))} " for id_, (claim, _) in _found(case).shown.items()}


def _words_of(claim: Claim) -> Iterator[str]:
    """The words of the quote, and those of names with what each can stand for."""
    yield from word_sequence(claim.passage.quote)
    for name in (claim.subject, claim.object, *(link.speaker for link in claim.attribution)):
        yield from tokens_of(name or "")


def how_many_unheard(case: Case) -> int:
    """How many claims `some_unheard` gives some of."""
    found = _found(case)
    now = datetime.now(UTC)
    return sum(_waits(found, id_, now) for id_ in found.shown)


def some_unheard(case: Case, *, offset: int, limit: int) -> Some:
    """Some of the claims that nobody was asked about yet, and of those whose answer is still awaited."""
    found = _found(case)
    now = datetime.now(UTC)
    waiting = [id_ for id_ in found.shown if _waits(found, id_, now)]
    rows = _rows(found, waiting[offset : offset + limit])
    return Some(len(waiting), rows, [])


def told(case: Case, ids: Iterable[str]) -> dict[str, list[Row]]:
    """Some claims as `spoken` shows them; other ids are passed over."""
    found = _found(case)
    wanted = [*ids]
    return {
        "claims": _rows(found, (id_ for id_ in wanted if id_ in found.shown)),
        "held_back": [found.held_back[id_] for id_ in wanted if id_ in found.held_back],
    }


def _found(case: Case) -> _Spoken:
    return remembered(case, _gathered)


def _gathered(case: Case) -> _Spoken:
    reports = said(case)
    shown: dict[str, tuple[Claim, Report]] = {}
    held_back: dict[str, Row] = {}
    for report in without_strangers(case):
        for claim in report.claims:
            if lacks := lacking(claim, report):
                place = passage_row(claim.passage)
                held_back[claim.id] = {"id": claim.id, "lacks": [*lacks], "passage": place}
            else:
                shown[claim.id] = (claim, report)
    answers: defaultdict[str, list[str]] = defaultdict(list)
    for claim, _ in shown.values():
        if claim.type in ANSWERING_CLAIMS and claim.about in shown and claim.about != claim.id:
            answers[str(claim.about)].append(claim.id)
    return _Spoken(
        shown=shown,
        answers=answers,
        held_back=held_back,
        heard=heard_of(case, reports),
        parties=parties_in(case, reports),
    )


def without_strangers(case: Case) -> tuple[Report, ...]:
    """The reports as people left them, without what is said of the families of people whom no list shows."""
    reports = said(case)
    # A big case has many persons, and only what is said of families asks for them.
    families = any(claim.type == "family" for report in reports for claim in report.claims)
    return without_relatives(reports, [one.label for one in case.derived.persons()]) if families else reports


def _rows(found: _Spoken, ids: Iterable[str]) -> list[Row]:
    """Some claims as they stand now: by tomorrow an answer may be overdue."""
    now = datetime.now(UTC)
    return [_row(found, id_, now, set()) for id_ in ids]


def _row(found: _Spoken, id_: str, now: datetime, done: set[str]) -> Row:
    """A claim with its answers and theirs; each once, also where claims answer each other."""
    done.add(id_)
    claim, report = found.shown[id_]
    answers: list[Value] = []
    for answer in found.answers.get(id_, ()):
        if answer not in done:
            answers.append(_row(found, answer, now, done))
    printed: Row = {"published": date_text(report.published), "report": report.title}
    heard: list[Value] = [*heard_phrases(found.heard.get(id_), now)]
    waits = _waits(found, id_, now)
    return {**claim_row(claim), **printed, "answers": answers, "heard": heard, "to_be_heard": waits}


def _waits(found: _Spoken, id_: str, now: datetime) -> bool:
    """Whether somebody is still to be asked about a claim, or an answer is awaited."""
    settled = id_ in found.heard and found.heard[id_].is_settled(now)
    return is_to_be_heard(found.shown[id_][0], found.parties) and not settled
