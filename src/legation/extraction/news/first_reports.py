"""Which outlet had it first, as another one says? Words for being first that stand together, and frames of them.

A title that begins with "first" is no outlet's feat.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.lexicon import PEOPLE
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import Saying, text_of
from legation.extraction.news.speakers import speaker_before, speaker_behind


def first_reports(line: Line, text: str) -> Iterator[Saying]:
    """Which outlet had it first, as another one says."""
    marked = line.marked
    for _, first, after in marked.scan("first-report"):
        outlet = _outlet(marked, first, after) if not marked.is_in(after, "that-word") else None
        if outlet is not None:
            yield _first(marked, text, outlet, (min(outlet[0], first), max(outlet[1], after)))
            return
    yield from list(_revealed(line, text))[:1]


def _revealed(line: Line, text: str) -> Iterator[Saying]:
    """Frames of words that may stand apart: "révélée jeudi par X", "Zuerst hatte X berichtet"."""
    marked = line.marked
    for index in sorted({*marked.places("revealed-part"), *marked.openings("first-word")}):
        if marked.is_in(index, "revealed-part"):
            by = next(
                (i for i in range(index + 1, min(index + 4, len(marked.words))) if marked.is_in(i, "by-agent")), None
            )
            outlet = speaker_behind(marked, by) if by is not None else None
            if outlet is not None:
                yield _first(marked, text, outlet, (index, outlet[1]))
        first = marked.phrase_at("first-word", index)
        if first is not None and not _is_titled(marked, index):
            verbs = [
                i for i in range(max(index - 6, 0), min(index + 12, len(marked.words))) if marked.is_in(i, "break-news")
            ]
            outlet = _breaker(marked, index, first[1], verbs)
            if outlet is not None:
                places = (index, *outlet, *(i for i in verbs))
                yield _first(marked, text, outlet, (min(places), max(*places, index + first[1], verbs[-1] + 1)))


def _is_titled(marked: Marked, index: int) -> bool:
    """Whether a word for "first" begins a title ("premier ministre", "первым секретарем")."""
    return any(marked.phrase_at(group, index) is not None for group in (PEOPLE, "government", "post"))


def _breaker(marked: Marked, index: int, length: int, verbs: list[int]) -> tuple[int, int] | None:
    """Who had it first: the subject behind an opening "first" and its verb, or before a verb with it behind."""
    if not verbs:
        return None
    if index <= 1:
        helper = next((i for i in range(index + length, verbs[-1] + 1) if _may_help(marked, i)), None)
        if helper is None:
            return None
        helper += sum(marked.is_in(i, "determiner") for i in (helper + 1,))
        end = helper + 1
        while end < len(marked.words) and not _ends_outlet(marked, end):
            end += 1
        return (helper + 1, end) if end > helper + 1 else None
    before = [verb for verb in verbs if 0 < index - verb <= 3]
    return speaker_before(marked, before[-1]) if before else None


def _may_help(marked: Marked, index: int) -> bool:
    return marked.is_one_of(index, ("have", "break-news", "pluperfect"))


def _ends_outlet(marked: Marked, index: int) -> bool:
    ends = ("preposition", "break-news", "conjunction")
    return marked.tokens[index].text in ",;:." or marked.is_one_of(index, ends)


def _first(marked: Marked, text: str, outlet: tuple[int, int], span: tuple[int, int]) -> Saying:
    return Saying(
        type="first-report",
        rule="first-report",
        first=span[0],
        after=span[1],
        subject=text_of(marked, text, *outlet),
        voiced=False,
    )


def _outlet(marked: Marked, first: int, after: int) -> tuple[int, int] | None:
    if marked.is_in(after - 1, "by-agent") or marked.is_in(after, "by-agent"):
        start = after + (not marked.is_in(after - 1, "by-agent"))
        end = start
        while end < len(marked.words) and marked.tokens[end].text not in ",;.:" and end - start < 6:
            end += 1
        return (start, end) if end > start else None
    stop = first
    while stop > 0 and (
        marked.is_in(stop - 1, "be")
        or marked.is_in(stop - 1, "relative")
        or marked.is_in(stop - 1, "have")
        or marked.tokens[stop - 1].text == ","
    ):
        stop -= 1
    span = speaker_before(marked, stop)
    if span is not None or marked.lexicon.has("tail-behind"):
        return span
    start = after
    end = start
    while end < len(marked.words) and marked.tokens[end].text not in ",;.:" and end - start < 6:
        end += 1
    return (start, end) if end > start else None
