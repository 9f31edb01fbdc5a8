"""What do sources say about what they know? Confidence, first reports, corrections, reasons, competences and rumors.

A confidence is no likelihood; a rumor stays one; a step said not to be linked to a cause is a denial of that link.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.cast import Cast
from legation.extraction.news.first_reports import first_reports
from legation.extraction.news.lexicon import TRIGGERS
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import Saying, clause_end, clause_start, is_negated, list_end, subject_of, text_of
from legation.language.tokens import quoted
from legation.model.claims import Attribution

_LEVELS = 6
REMARKING = (
    "confidence",
    "first-report",
    "revealed-part",
    "first-word",
    "corrects",
    "contrast",
    "linked",
    "rumor",
    "competence",
)
"""Groups of cues of which a sentence without any makes no remark."""
_QUOTES = frozenset('“”«»„"')


def remarks(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every remark of a sentence."""
    yield from _confidence(line, text, cast)
    yield from first_reports(line, text)
    yield from _corrections(line, text)
    yield from _links(line, text, cast)
    yield from _rumors(line, text)
    yield from _competences(line, text, cast)


def _confidence(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Such as "low to moderate confidence that": the levels on their own scale, and who holds it."""
    marked = line.marked
    for index in marked.places("confidence"):
        near = range(max(index - _LEVELS, 0), min(index + 4, len(marked.words)))
        levels = [(found[0], i) for i in near if (found := marked.phrase_at("confidence-level", i))]
        levels = [pair for pair in levels if pair[1] < index] or levels
        if not levels:
            continue
        first = levels[0][1]
        holder = _confident(line, text, cast, first)
        yield Saying(
            type="confidence",
            rule="confidence",
            first=first,
            after=index + 1,
            status="alleged",
            subject=holder,
            object=text_of(marked, text, index + 1, min(list_end(marked, index + 1), index + 14)),
            value=" to ".join(dict.fromkeys(level for level, _ in levels)),
            wording=text_of(marked, text, first, max(index, levels[-1][1]) + 1),
            holder=Attribution(speaker=holder, stance="believes") if holder else None,
        )


def _confident(line: Line, text: str, cast: Cast, place: int) -> str | None:
    """Who is confident: the words before the clause's first verb."""
    marked = line.marked
    while place > 0 and (not marked.tokens[place - 1].is_word or marked.is_in(place - 1, "adverb-only")):
        place -= 1
    start = clause_start(marked, place)
    for index in range(start, place):
        if marked.is_in(index, "have") or marked.is_in(index, "assess"):
            return _without_article(marked, text, start, index) or subject_of(line, text, cast, index)
    return None


def _without_article(marked: Marked, text: str, first: int, after: int) -> str | None:
    while first < after and (marked.is_in(first, "determiner") or not marked.tokens[first].is_word):
        first += 1
    return text_of(marked, text, first, after) if after - first <= 7 else None


def _corrections(line: Line, text: str) -> Iterator[Saying]:
    """What a report says that an earlier version of it had wrong."""
    marked = line.marked
    found = marked.scan("corrects")
    if found:
        _, _, after = found[0]
        yield Saying(
            type="correction",
            rule="correction",
            first=0,
            after=max(len(marked.words) - 1, after),
            subject=text_of(marked, text, after, max(len(marked.words) - 1, after)),
            voiced=False,
        )
        return
    if line.layer == "update":
        yield from _contrasts(line, text)


def _contrasts(line: Line, text: str) -> Iterator[Saying]:
    """In an update: one number put in another's place ("three, not five")."""
    marked = line.marked
    values = [n for n in marked.numbers if n.value is not None and not n.article]
    for index, _, _ in marked.phrases("contrast"):
        before = next((n for n in reversed(values) if n.after <= index and index - n.after <= 4), None)
        behind = next((n for n in values if 0 < n.first - index <= 2), None)
        if before is not None and behind is not None and before.value != behind.value:
            end = list_end(marked, behind.after + 1) if behind.after < len(marked.words) else behind.after
            yield Saying(
                type="correction",
                rule="correction.number",
                first=before.first,
                after=end,
                value=before.value,
                object=text_of(marked, text, behind.first, behind.after),
            )
            return


def _links(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """A cause that somebody gives for a step, or says that it doesn't have."""
    marked = line.marked
    for _, first, after in marked.scan("linked"):
        closing = next((stop for start, stop in quoted(marked.tokens) if start <= first < stop), len(marked.words))
        end = min(clause_end(marked, after), after + 20, closing)
        if end <= after or not _of_step(marked, first):
            continue
        start = first - 1 if marked.is_in(first - 1, "negation") else first
        denied = is_negated(marked, max(first - 4, clause_start(marked, first)), first)
        subject = subject_of(line, text, cast, first)
        yield Saying(
            type="denial" if denied else "statement",
            rule="statement.cause",
            first=max(start - 1, 0) if marked.is_in(start - 1, "be") else start,
            after=end,
            status="denied" if denied else "alleged",
            subject=subject,
            object=text_of(marked, text, after, end),
            wording=text_of(marked, text, start, after),
            strength="stated",
        )


def _of_step(marked: Marked, place: int) -> bool:
    """Whether a step or decision is spoken of before a place."""
    return any(
        marked.is_in(i, "decision") or marked.sense_at(TRIGGERS, i) is not None
        for i in range(max(place - 14, 0), place)
    )


def _rumors(line: Line, text: str) -> Iterator[Saying]:
    """A rumor that somebody mentions: kept as one, with who mentions it."""
    marked = line.marked
    for _, first, after in marked.scan("rumor"):
        after += marked.is_in(after, "preposition") and marked.is_in(after + 1, "that-word")
        if not marked.is_in(after, "conjunction"):
            continue
        end = min(len(marked.words) - 1, after + 30)
        begin = max(first - 3, 0)
        yield Saying(
            type="statement",
            rule="statement.rumor",
            first=first,
            after=end,
            status="alleged",
            object=text_of(marked, text, after + 1, end),
            wording=text_of(marked, text, begin, after),
            strength="rumored",
        )


def _competences(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Who is said to decide on missions or their people, in a sentence that isn't a quotation."""
    marked = line.marked
    if not (marked.missions or marked.people) or any(token.text in _QUOTES for token in marked.tokens):
        return
    for _, first, after in marked.scan("competence"):
        start, end = clause_start(marked, first), clause_end(marked, after)
        if end - after < 2 or not any(after <= one.first < end for one in (*marked.deciders, *marked.missions)):
            continue
        while start < first and not marked.tokens[start].is_word:
            start += 1
        negated = is_negated(marked, max(first - 4, start), after)
        yield Saying(
            type="statement",
            rule="statement.competence",
            first=start,
            after=end,
            status="negated" if negated else "asserted",
            subject=subject_of(line, text, cast, first),
            object=text_of(marked, text, first, end),
        )
        return
