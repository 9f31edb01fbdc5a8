"""Who met whom, shared what with whom, asked whom for what, and where does a mission lie?"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.cast import Cast
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import Saying, is_negated, list_end, subject_of, text_of, when_stay

_OBJECT = 9


def dealings(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every meeting, sharing, request and location of a sentence."""
    yield from _meetings(line, text, cast)
    yield from _shared(line, text, cast)
    yield from _requests(line, text, cast)
    yield from _locations(line, text, cast)


def _meetings(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    marked = line.marked
    for _, first, after in marked.scan("meet"):
        subject = subject_of(line, text, cast, first)
        end = _party_end(line, cast, after)
        met = [n for n in cast.named[line.number] if after <= n.first < end]
        party = any(p.first <= after + 3 and p.first >= after for p in marked.parties)
        council = _is_body(marked, first)
        if (
            subject is None
            or is_negated(marked, first - 3, first)
            or not (met or party or council or _titled(marked, after, end))
        ):
            continue
        when, _ = when_stay(line, after, len(marked.words))
        yield Saying(
            type="meeting",
            rule="meeting",
            first=first,
            after=max(end, after),
            subject=subject,
            object=text_of(marked, text, after, end),
            when=when,
        )


def _party_end(line: Line, cast: Cast, after: int) -> int:
    """Where the words for whom somebody met end: behind a name in apposition to a post."""
    end = list_end(line.marked, after)
    comma = end < len(line.marked.tokens) and line.marked.tokens[end].text == ","
    named = cast.next_to(line, end + 1, 0) if comma else None
    return named.after if named is not None else end


def _is_body(marked: Marked, verb: int) -> bool:
    """Whether a council or commission is what met."""
    return marked.has_in("institution", max(verb - 3, 0), verb)


def _titled(marked: Marked, first: int, after: int) -> bool:
    """Whether somebody with a title stands there."""
    return any(
        marked.is_in(i, "title") and i + 1 < len(marked.tokens) and marked.tokens[i + 1].is_capital
        for i in range(first, after)
    )


def _shared(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    marked = line.marked
    for _, first, after in marked.scan("share"):
        if is_negated(marked, first - 3, first):
            continue
        end = list_end(marked, after)
        when, _ = when_stay(line, 0, len(marked.words))
        yield Saying(
            type="intelligence-sharing",
            rule="sharing",
            first=first,
            after=max(end, after),
            subject=subject_of(line, text, cast, first),
            object=text_of(marked, text, after, end),
            when=when,
        )


def _requests(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    marked = line.marked
    for _, first, after in marked.scan("request"):
        places = range(after, min(after + _OBJECT, len(marked.words)))
        place = next((i for i in places if marked.phrase_at("request-object", i) is not None), None)
        if place is None or any(marked.tokens[i].text in ",;:." for i in range(after, place)):
            continue
        subject = subject_of(line, text, cast, first)
        if subject is None:
            continue
        end = list_end(marked, place, 10)
        when, _ = when_stay(line, max(first - 6, 0), end)
        yield Saying(
            type="request",
            rule="request",
            first=first,
            after=end,
            subject=subject,
            object=text_of(marked, text, after, end),
            when=when,
        )


def _locations(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Where a mission's house stands."""
    marked = line.marked
    for _, first, after in marked.scan("locate"):
        mission = next((m for m in marked.missions if m.after <= first and first - m.after <= 3), None)
        if mission is None:
            continue
        end = list_end(marked, after, 12)
        yield Saying(
            type="location",
            rule="location",
            first=mission.first,
            after=max(end, after),
            subject=text_of(marked, text, mission.first, mission.after),
            object=text_of(marked, text, after, end),
            voiced=False,
        )
