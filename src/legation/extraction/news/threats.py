"""Who says that there will be an answer? Threats of a state that name no step yet, in one sentence.

A threat is never told as done, and a refusal to answer is none.
"""

from __future__ import annotations

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.mentions import Decider, Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import subject_before
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import when_of

_REACH = 8
_SUBJECT = 14


def threats(line: Line, text: str) -> tuple[Telling, ...]:
    """The threat that a sentence tells, where a state is its subject."""
    marked = line.marked
    whole = [(first, after, (first, after)) for _, first, after in marked.scan("threat-whole")]
    verbs = [(a, b, _noun(marked, a, b)) for _, a, b in marked.scan("threat-verb")]
    for first, after, noun in (*verbs, *whole):
        subject = _subject(marked, first)
        if noun is None or subject is None or _negated(marked, subject.after, first if noun[0] == first else noun[1]):
            continue
        start, end = min(subject.first, noun[0]), max(noun[1], after)
        return (
            Telling(
                type="threat",
                rule="threat.answer",
                status="threatened",
                layer=line.layer,
                start=marked.tokens[start].start,
                end=marked.tokens[end - 1].end,
                sentence=line.number,
                paragraph=line.paragraph,
                actor=subject.code or subject_before(marked, subject.first),
                when=when_of(marked, line.dates, first=start, after=end),
                retaliation=True,
                attribution=chain_of(marked, text, first=start, after=end),
            ),
        )
    return ()


def _noun(marked: Marked, first: int, after: int) -> tuple[int, int] | None:
    """The word of answering that a verb of threatening governs: behind it, in German before it as well."""
    german = marked.lexicon.has("verb-final")
    for index in (
        *range(after, min(after + _REACH, len(marked.words))),
        *(range(max(first - _REACH, 0), first) if german else ()),
    ):
        if marked.tokens[index].text in ";:." and index > after:
            return None
        found = marked.phrase_at("threat-noun", index)
        if found is not None:
            return index, index + found[1]
    return None


def _subject(marked: Marked, verb: int) -> Decider | None:
    """The state right before the verb that may act."""
    near = [d for d in marked.deciders if d.subject and d.code and 0 <= verb - d.after <= _SUBJECT]
    return near[-1] if near else None


def _negated(marked: Marked, first: int, after: int) -> bool:
    return marked.has_in("negation", first, after)
