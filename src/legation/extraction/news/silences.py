"""Who didn't answer, and how? Refusals, silence, reasons not given, names kept back; one sentence at a time.

Each is a frame of kinds of words in one clause: a refusal with a word for commenting, a negation with a verb of
replying, a negation with a reason, names that are not published. To withhold is no denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from legation.extraction.news.mentions import Marked
from legation.model.quick import quick

_CLAUSE = 8
"""Words of the longest stretch that a frame covers."""
_NEAR = 4
_PAIR = 16
"""Words between the first word of "neither … nor" and their verb."""
_SIGNS = ("negation", "refuse", "without", "withhold", "unanswered", "non-response")
"""Groups of which a sentence without any word tells of no silence."""


@quick
@dataclass(frozen=True, slots=True)
class Silence:
    """A frame at tokens `first` to before `after`, with the value of its claim."""

    value: str
    first: int
    after: int


def silences(marked: Marked) -> tuple[Silence, ...]:
    """Every non-response of a sentence, in the order of its words; of two over the same words the first kind counts."""
    if not marked.has_any(_SIGNS):
        return ()
    found: list[Silence] = []
    read = (_neither(marked), _withheld(marked), _without_reason(marked), _refused(marked), _unreached(marked))
    for each in chain(*read, _unanswered(marked), _idioms(marked)):
        if not any(each.first < other.after and other.first < each.after for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda silence: silence.first))


def _idioms(marked: Marked) -> Iterator[Silence]:
    for value, first, after in marked.scan("non-response"):
        if value != "no-reply" or not _in_kind(marked, after):
            yield Silence(value, first, after)


def _neither(marked: Marked) -> Iterator[Silence]:
    """Such as "would neither confirm nor deny"."""
    for index in sorted({*marked.places("confirm-any"), *marked.places("deny-any")}):
        kinds = {_answer_kind(marked, i) for i in _clause(marked, index, index + _NEAR + 1)} - {None}
        if len(kinds) < 2:
            continue
        last = max(i for i in _clause(marked, index, index + _NEAR + 1) if _answer_kind(marked, i))
        no = _before(marked, index, "negation", "refuse")
        if no is not None:
            yield Silence("declined", no, last + 1)


def _answer_kind(marked: Marked, index: int) -> str | None:
    if marked.is_in(index, "confirm-any"):
        return "confirm"
    return "deny" if marked.is_in(index, "deny-any") else None


def _withheld(marked: Marked) -> Iterator[Silence]:
    """Such as "withheld their names", "did not publish the list"."""
    for index in marked.places("identity"):
        around = _clause(marked, index - _CLAUSE + 2, index + _CLAUSE - 2, index)
        kept = [i for i in around if _starts(marked, "withhold", i)]
        said = [i for i in around if marked.is_in(i, "publish")]
        no = [i for i in around if _says_no(marked, i)]
        if kept:
            yield Silence("withheld", min(kept[0], index), max(kept[0], index) + 1)
        elif said and no and _joined(no, said, index):
            places = (no[-1], said[0], index)
            yield Silence("withheld", min(places), max(places) + 1)


def _without_reason(marked: Marked) -> Iterator[Silence]:
    """Such as "gave no reason", "without explanation", "the reasons were not given"."""
    for index in marked.places("reason-word"):
        if marked.is_in(index + 1, "to-word"):
            continue
        ahead = _CLAUSE + 2 if marked.lexicon.has("verb-final") else _NEAR + 1
        around = _clause(marked, index - _CLAUSE + 2, index + ahead, index)
        lacks = [i for i in around if index - _NEAR < i < index and marked.is_in(i, "without")]
        said = [i for i in around if marked.is_in(i, "give-reason")]
        no = [i for i in around if _says_no(marked, i)]
        if lacks:
            yield Silence("no-reason", lacks[-1], index + 1)
        elif said and no and _joined(no, said, index):
            places = (no[-1], min(said, key=lambda i: abs(i - index)), index)
            yield Silence("no-reason", min(places), max(places) + 1)


def _joined(no: list[int], said: list[int], noun: int) -> bool:
    """Whether a negation belongs to a verb or its object: right beside one of them."""
    return any(abs(n - other) <= _NEAR for n in no for other in (*said, noun))


def _refused(marked: Marked) -> Iterator[Silence]:
    """Such as "refused to answer", "wollte sich nicht äußern", "n'a pas souhaité s'exprimer"."""
    for index, kind, length in marked.phrases("comment"):
        free = marked.lexicon.has("verb-final") or marked.lexicon.has("no-article")
        back = _CLAUSE + 2 if free else _CLAUSE
        ahead = index + _NEAR + 2 if free else index
        for place in reversed(_clause(marked, index - back, ahead, index)):
            sense = marked.phrase_at("refuse", place)
            if sense is None or place == index or not _refuses(marked, sense[0], place, index, kind):
                continue
            yield Silence("declined", min(place, index), max(place + sense[1], index + length))
            break
    for _, first, after in marked.scan("would-comment"):
        no = _neither_of(marked, first)
        if no is not None:
            yield Silence("declined", no, after)
    for _, first, after in marked.scan("comment-not"):
        no = _before(marked, first, "negation")
        if no is None and marked.lexicon.has("verb-final"):
            no = next((i for i in _clause(marked, first, first + _NEAR + 2) if marked.is_in(i, "negation")), None)
        if no is not None:
            yield Silence("declined", min(no, first), max(no + 1, after))


def _refuses(marked: Marked, sense: str, place: int, comment: int, kind: str) -> bool:
    """Whether a verb of refusing or wanting means that somebody didn't speak; not to want to answer may mean a step."""
    if sense == "not":
        if kind == "answer" and not any(marked.phrase_at("asked", i) is not None for i in range(min(place, comment))):
            return False
        near = marked.has_in("negation", min(place, comment) - 3, max(place, comment) + 3)
        return near or _neither_of(marked, place) is not None
    if sense == "would":
        return kind != "answer" and comment - place <= 3
    return True


def _unreached(marked: Marked) -> Iterator[Silence]:
    for _, first, after in marked.scan("unanswered"):
        yield Silence("no-reply", first, after)


def _unanswered(marked: Marked) -> Iterator[Silence]:
    """Such as "did not immediately reply": a negation close before a verb of replying, or behind it in its clause."""
    for _, first, after in marked.scan("reply-verb"):
        no = _before(marked, first, "negation")
        if no is None and marked.lexicon.has("verb-final"):
            no = next((i for i in _clause(marked, first, first + _CLAUSE) if marked.is_in(i, "negation")), None)
        no = no if no is not None else _neither_of(marked, first)
        if no is not None and not _in_kind(marked, after):
            yield Silence("no-reply", min(no, first), max(no + 1, after))


def _neither_of(marked: Marked, verb: int) -> int | None:
    """Such as "neither X nor Y responded": where the first of two words of one negation stands before a verb."""
    pair = [index for index in marked.places("neither") if max(verb - _PAIR, 0) <= index < verb]
    return pair[0] if pair and len(_clause(marked, pair[0], verb, pair[0])) == verb - pair[0] else None


def _in_kind(marked: Marked, after: int) -> bool:
    """Whether an answer by deeds is meant."""
    return marked.has_in("by-deed", after, min(after + 3, len(marked.words)))


def _says_no(marked: Marked, index: int) -> bool:
    found = marked.phrase_at("refuse", index)
    return marked.is_in(index, "negation") or (found is not None and found[0] in ("", "would"))


def _before(marked: Marked, index: int, *groups: str) -> int | None:
    """The nearest place before a word, in its clause, at which a word of these groups stands."""
    for place in reversed(_clause(marked, index - _NEAR, index, index)):
        if any(marked.is_in(place, group) or _starts(marked, group, place) for group in groups):
            return place
    return None


def _starts(marked: Marked, group: str, index: int) -> bool:
    return marked.phrase_at(group, index) is not None


def _clause(marked: Marked, first: int, after: int, around: int | None = None) -> list[int]:
    """The places between two that lie in one clause with a third (the first, where none is given)."""
    middle = first if around is None else around
    start = next((i + 1 for i in range(middle - 1, max(first, 0) - 1, -1) if _breaks(marked, i)), max(first, 0))
    stop = min(after, len(marked.words))
    end = next((i for i in range(middle, stop) if _breaks(marked, i)), stop)
    return list(range(start, end))


def _breaks(marked: Marked, index: int) -> bool:
    return marked.tokens[index].text in ',;:.—–«»“”"' or marked.is_in(index, "clause-word")
