"""Is a "not" lost or added, and is somebody given another office than a source gives?

Both are told only where a near sentence says the same of the same in nearly the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.agreeing import agree
from legation.analysis.drafts.nearest import Near
from legation.analysis.drafts.reading import Said
from legation.extraction.news.mentions import Marked
from legation.model.drafts import DraftPoint

_SAME = 0.45
_AS_NEAR = 0.85
_DENYING = ("negation", "non-response", "deny", "nobody", "untrue", "deny-not")
_DENIED = 5
"""Words behind a "not" that it is about."""
_WHOLE = len("s:list")
"""Letters from which on the beginning of a word is enough to know it, with the mark before it."""
_OFFICES = ("office", "officer")
_DEGREES = frozenset({"officer", "deputy"})
_FIELDS = frozenset({"title", "government", "office", "officer", "deputy", "institution", "service", "spy"})
_NO_FIELD = (
    "determiner",
    "preposition",
    "conjunction",
    "and-word",
    "own",
    "be",
    "have",
    "of",
    "host",
    "say",
    "relative",
)


def polarity_points(said: Said, near: Sequence[Near]) -> Iterator[DraftPoint]:
    """A point where the nearest sentence says it with a "not" and the draft without, or the other way round."""
    names = [*said.of_kind("name")]
    near = [n for n in near if any(agree(a, b) for a in names for b in n.known.said.of_kind("name"))] or near
    if not near or near[0].share < _SAME:
        return
    as_near = [each for each in near if each.share >= near[0].share * _AS_NEAR]
    if any(not _turned(said, each.known.said) or _is_denied_beside(said, each) for each in as_near):
        return
    ground = near[0].known.ground
    yield DraftPoint(kind="words", printed=said.text, verdict="differs", says=f"“{ground.text}”", ground=ground)


def _turned(said: Said, known: Said) -> bool:
    """Whether one of two denies what both speak of, and the other doesn't."""
    mine, theirs = _denied(said), _denied(known)
    if bool(mine) == bool(theirs):
        return False
    return _meet(theirs, _words(said)) if theirs else _meet(mine, _words(known))


def _meet(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a word is in both, also with an ending: "list" and "listed"."""
    return bool(stems & others) or any(
        one.startswith(other) or other.startswith(one)
        for one in stems
        for other in others
        if min(len(one), len(other)) >= _WHOLE
    )


def _is_denied_beside(said: Said, near: Near) -> bool:
    """Whether a "not" of the draft stands in the sentence before or after, of the same words."""
    mine = _denied(said)
    return any(_meet(mine, _denied(other)) for other in near.known.beside)


def _denied(said: Said) -> frozenset[str]:
    """The words that stand behind a "not"."""
    found: set[str] = set()
    for group in _DENYING:
        starts = {index for index, _, _ in said.marked.phrases(group)} | set(said.marked.places(group))
        for index in starts:
            for behind in range(index + 1, min(index + 1 + _DENIED, len(said.features))):
                found.update(each for each in said.features[behind] if each[0] == "s")
    return frozenset(found)


def _words(said: Said) -> frozenset[str]:
    return frozenset(each for features in said.features for each in features if each[0] == "s")


def role_points(said: Said, near: Sequence[Near]) -> Iterator[DraftPoint]:
    """A point for each office that a near sentence about the same person gives with another field or degree."""
    names = [*said.of_kind("name")]
    if not names:
        return
    about = [n for n in near if any(agree(a, b) for a in names for b in n.known.said.of_kind("name"))]
    for office in _offices(said):
        known = [(each, other) for each in about for other in _offices(each.known.said) if other.head == office.head]
        if known and all(other.field != office.field for _, other in known):
            each, other = known[0]
            if office.degree == other.degree and _is_said(office.field, about):
                continue
            if (office.field and other.field) or office.degree or other.degree:
                ground = each.known.ground
                yield DraftPoint(kind="rank", printed=office.text, verdict="differs", says=other.text, ground=ground)


@dataclass(frozen=True, slots=True)
class _Office:
    """A word for an office, with the word before it that says of what, or of which degree."""

    head: str
    field: str
    degree: bool
    """Whether the word before it makes another rank of it: "lieutenant", "deputy"."""

    @property
    def text(self) -> str:
        return f"{self.field} {self.head}".strip()


def _offices(said: Said) -> Iterator[_Office]:
    marked = said.marked
    for index, token in enumerate(marked.tokens):
        if not token.is_word or not marked.is_one_of(index, _OFFICES):
            continue
        before = index - 1
        plain = before >= 0 and marked.tokens[before].is_word and not marked.is_one_of(before, _NO_FIELD)
        if not plain or _in_party(marked, before) or not _says_of_what(marked, before):
            yield _Office(marked.words[index], "", False)
            continue
        degree = marked.may_open(before, _DEGREES)
        above = before - 1
        if not degree and above >= 0 and marked.tokens[above].is_word and marked.may_open(above, _DEGREES):
            yield _Office(marked.words[index], f"{marked.words[above]} {marked.words[before]}", True)
        else:
            yield _Office(marked.words[index], marked.words[before], degree)


def _says_of_what(marked: Marked, index: int) -> bool:
    """Whether a word before an office is part of its name, and no verb: known as such, or behind "the" or a state."""
    opened = index == 0 or marked.is_one_of(index - 1, ("determiner", "own")) or _in_party(marked, index - 1)
    return marked.may_open(index, _FIELDS) or opened or marked.tokens[index].is_capital


def _in_party(marked: Marked, index: int) -> bool:
    return any(party.first <= index < party.after for party in marked.parties)


def _is_said(field: str, about: Sequence[Near]) -> bool:
    return bool(field) and any(field in each.known.said.marked.words for each in about)
