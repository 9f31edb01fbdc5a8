"""Whose voice is it that a sentence speaks with? Chains of any depth, and speakers who go on over "for example".

The article's own voice has an empty chain, a passive without an agent a link without a speaker. A speaker carries on
over sentences that say that they go on, until a new one speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.cast import Cast
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import Saying, text_of
from legation.extraction.news.speakers import speaker_before
from legation.language.tokens import quoted
from legation.model.claims import Attribution

_OPENING = 5
_OWNED = 2
"""Words before a finding that has an owner."""
_ARTICLES = frozenset({"the", "der", "die", "das", "le", "la", "les", "el", "los", "las"})


@dataclass(frozen=True, slots=True)
class Voices:
    """The speakers of a report: for each sentence, the chain that carries on into it from the one before."""

    text: str
    cast: Cast
    carried: tuple[tuple[Attribution, ...], ...]

    def chain(self, line: Line, saying: Saying) -> tuple[Attribution, ...]:
        """Who says a claim, outermost first."""
        if not saying.voiced:
            return (saying.holder,) if saying.holder else ()
        outer = self._outer(line, saying)
        if saying.holder is not None:
            return (*(link for link in outer if not _is_same(link, saying.holder)), saying.holder)
        if not outer and saying.hedged is not None:
            return (Attribution(speaker=None, stance=saying.hedged),)
        return outer

    def _outer(self, line: Line, saying: Saying) -> tuple[Attribution, ...]:
        """The speaker of the sentence, a pronoun's person, or the one who carries on.

        A hedge such as "reportedly" is somebody else's word: who speaks before it doesn't speak for it.
        """
        behind = saying.hedged == "reports"
        found = chain_of(line.marked, self.text, first=saying.first, after=saying.after, behind=behind)
        if found and found[0].speaker is None:
            return (replace(found[0], speaker=self.cast.meant[line.number]),)
        return found or self.carried[line.number]


def voices_of(read: Sequence[Line], text: str, cast: Cast) -> Voices:
    """Who speaks in the sentences of a report, and who carries on."""
    return Voices(text, cast, tuple(_carried(read, text)))


def _carried(read: Sequence[Line], text: str) -> Iterator[tuple[Attribution, ...]]:
    paragraphs = [None, *(line.paragraph for line in read)]
    goes_on = [
        _goes_on(line) or (line.paragraph == before and _is_reported(line))
        for line, before in zip(read, paragraphs, strict=False)
    ]
    current: tuple[Attribution, ...] = ()
    for line, carries, next_carries in zip(read, goes_on, [*goes_on[1:], False], strict=False):
        yield current if carries else ()
        if next_carries:
            spoken = _speaker(line, text)
            current = spoken if spoken or not carries else current


def _goes_on(line: Line) -> bool:
    """Whether a sentence says at its beginning that it goes on with what was said before."""
    return any(index < _OPENING for index, _, _ in line.marked.phrases("carries-on"))


def _is_reported(line: Line) -> bool:
    """Whether the mood of a sentence says that somebody else speaks: a subjunctive or conditional of hearsay."""
    marked = line.marked
    moods = marked.phrases("reported-mood")
    inside = {i for first, after in quoted(marked.tokens) for i in range(first, after)} if moods else ()
    return any(index not in inside for index, _, _ in moods)


def _speaker(line: Line, text: str) -> tuple[Attribution, ...]:
    """Who speaks in a sentence as a whole: the subject of a verb of speech, a source named, or whose finding it is."""
    found = chain_of(line.marked, text, first=0, after=0)
    if found and found[0].speaker is not None:
        return found
    finder = _finder(line, text) or _discoverer(line, text)
    return (finder,) if finder is not None else ()


def _discoverer(line: Line, text: str) -> Attribution | None:
    """Such as "researchers identified nine officers": who found out, where the verb is active."""
    marked = line.marked
    for _, first, _ in marked.scan("found-out"):
        if marked.has_in("be", max(first - 3, 0), first):
            continue
        span = speaker_before(marked, first)
        if span is not None:
            return Attribution(speaker=text_of(marked, text, *span), stance="asserts")
    return None


def _finder(line: Line, text: str) -> Attribution | None:
    """Such as "X's investigation": X, where a sentence builds on what X found."""
    marked = line.marked
    for index in marked.places("finding"):
        if index < _OWNED or marked.words[index - 1] != "'s":
            continue
        first = index - 1
        while first > 0 and marked.tokens[first - 1].is_capital and marked.tokens[first - 1].is_word:
            first -= 1
        name = text_of(marked, text, first, index - 1)
        if name is not None:
            return Attribution(speaker=name, stance="asserts")
    return None


def _is_same(link: Attribution, holder: Attribution) -> bool:
    if link.speaker is None or holder.speaker is None:
        return False
    one, other = (set(name.casefold().split()) - _ARTICLES for name in (link.speaker, holder.speaker))
    return bool(one and other) and (one <= other or other <= one)
