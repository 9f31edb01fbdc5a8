"""Is an input a list, a bare file of names, or a report? By its shape, or else the question to answer.

A file of names is never taken for an edition: that somebody named a person somewhere is no list on a day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from legation.extraction.rosters import extract_roster
from legation.model.documents import Document
from legation.model.listings import Roster
from legation.model.sources import Given, InputKind
from legation.vocabulary.states import Gazetteer

_NOT_THE_PAGE = frozenset({"redirected", "error-page", "soft-404", "wall", "login-wall", "needs-script", "empty"})
_FEW = 3
_PROSE_LINE = 160
_SENTENCE = (".", "!", "?", ".”", '."', "»", ".»", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGuess:
    """What an input seems to be and why; `question` is what to ask where it could be two things."""

    kind: InputKind | None
    why: str
    question: str | None = None
    roster: Roster | None = None
    """What was read for the guess, with nothing said by the reporter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    listed: int
    with_post: int
    dated: int
    missions: int
    prose: float
    names: float
    as_of: bool


def guess_kind(document: Document, gazetteer: Gazetteer, *, name: str = "") -> KindGuess:
    """What an input is, by how it is made.

    A list has people with ranks, dates or missions; a file of names has nothing but names; a report has sentences.
    """
    if document.state in _NOT_THE_PAGE or not document.blocks:
        return KindGuess(
            kind=None,
            why=f"what it holds isn't what was asked for: its state is {document.state}",
            question="Was this a mission's list (--kind list --as-of DATE --mission KEY) or a report (--kind report)?",
        )
    if document.state == "list-removed":
        return KindGuess(kind="list", why="it is a page of staff whose names were taken off")
    roster = extract_roster(document, Given(), gazetteer, name=name)
    return replace(_by_signs(_signs(document, roster)), roster=roster)


def _by_signs(signs: _Signs) -> KindGuess:
    if signs.prose > 0.5 and signs.with_post < max(_FEW, signs.listed // 2):
        return KindGuess(kind="report", why=f"{round(100 * signs.prose)} % of its text stands in sentences")
    if signs.with_post >= _FEW or (signs.with_post and signs.with_post * 2 >= signs.listed):
        return KindGuess(kind="list", why=f"{signs.with_post} people with a rank or a date beside their names")
    if signs.names > 0.6 or signs.listed >= _FEW:
        return _of_names(signs)
    if signs.missions and signs.prose < 0.3:
        return KindGuess(kind="list", why="it has the heading of a mission and nobody under it")
    if signs.prose > 0.2:
        return KindGuess(kind="report", why=f"{round(100 * signs.prose)} % of its text stands in sentences")
    return KindGuess(
        kind=None,
        why="neither people with posts nor sentences make up most of it",
        question=(
            "Is this a dated list of a mission's people (--kind list), a file of names (--kind names), or a report "
            "(--kind report)?"
        ),
    )


def _of_names(signs: _Signs) -> KindGuess:
    if signs.missions or signs.as_of:
        said = "a mission" if signs.missions else "a date"
        return KindGuess(
            kind=None,
            why=f"{signs.listed} names without ranks or dates, under {said}",
            question=(
                "Did a mission or a ministry publish these names as its list on one day (--kind list --as-of DATE "
                "--mission KEY), or were they named somewhere (--kind names)?"
            ),
        )
    return KindGuess(
        kind=None if signs.listed >= 2 * _FEW else "names",
        why=f"{max(signs.listed, 1)} names, and no rank, date or mission",
        question=(
            "Is this one day's list of a mission (--kind list --as-of DATE --mission KEY), or names that were named "
            "somewhere (--kind names)?"
        )
        if signs.listed >= 2 * _FEW
        else None,
    )


def _signs(document: Document, roster: Roster) -> _Signs:
    texts = [block.text for block in document.blocks if block.kind not in ("header", "footer")]
    letters = sum(map(len, texts)) or 1
    in_sentences = sum(len(text) for text in texts if _is_prose(text))
    listings = [each for each in roster.listings if each.name]
    names = sum(len(each.name or "") for each in listings)
    return _Signs(
        listed=len(listings),
        with_post=sum((each.rank not in (None, "other")) or bool(each.dates) for each in listings),
        dated=sum(bool(each.dates) for each in listings),
        missions=sum(1 for each in roster.edition.missions if each.mission is not None),
        prose=in_sentences / letters,
        names=names / letters,
        as_of=roster.edition.as_of_basis == "printed",
    )


def _is_prose(text: str) -> bool:
    """Whether a line is running text: long, or a sentence's end, with enough words in small letters."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) > 6 and small * 2 >= len(words) - 2 and (len(text) > 60 or text.rstrip().endswith(_SENTENCE))
