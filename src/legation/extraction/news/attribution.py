"""Who says so? The speaker of a sentence with the stance that the verb gives, outermost first.

A speaker is quoted as printed. The article's own voice has an empty chain.
"""

from __future__ import annotations

from legation.extraction.news.lexicon import tails
from legation.extraction.news.mentions import Marked
from legation.model.claims import Attribution, Stance
from legation.vocabulary.press import months, weekdays

_SPEAKER_REACH = 14
_MARKS = frozenset(',;:“”"«»„()—–')


def chain_of(marked: Marked, text: str, *, first: int, after: int) -> tuple[Attribution, ...]:
    """The chain over a telling at tokens `first` to before `after`; empty for the article's own voice."""
    for index in _near_first(marked, first):
        stance = _stance(marked, index)
        if stance is None or first <= index < after or marked.words[index + 1 : index + 3] == ("to", "be"):
            continue
        span = _speaker_before(marked, index, first, after)
        if span is None and index >= after:
            span = _speaker_after(marked, index)
        if span is not None:
            return (_made(marked, text, span, stance),)
        if marked.is_in(index - 1, "pronoun"):
            return (Attribution(speaker=None, stance=stance),)
    return _according(marked, text)


def speaker_before(marked: Marked, index: int) -> tuple[int, int] | None:
    """The tokens of the subject right before a verb of saying or not saying; `None` for a pronoun or none."""
    return _speaker_before(marked, index, len(marked.words), len(marked.words))


def speaker_behind(marked: Marked, index: int) -> tuple[int, int] | None:
    """The tokens of the subject right behind a verb of saying: "das bestätigten zwei Beamte"."""
    return _speaker_after(marked, index)


def _near_first(marked: Marked, first: int) -> list[int]:
    return sorted(range(len(marked.words)), key=lambda index: (index > first, abs(index - first)))


def _stance(marked: Marked, index: int) -> Stance | None:
    found = marked.phrase_at("say", index)
    if found is not None and (_is_order(marked, index) or _is_noun(marked, index) or _is_deed(marked, index)):
        return None
    return None if found is None else found[0]  # type: ignore[return-value]


def _is_noun(marked: Marked, index: int) -> bool:
    """Whether a word that can be a noun is one: an article, owner or preposition before it, or a mark behind it."""
    if not marked.is_in(index, "say-noun"):
        return False
    before = ("determiner", "own", "preposition")
    ended = index + 1 >= len(marked.words) or marked.tokens[index + 1].text in ",.;"
    return (
        ended or marked.words[index - 1 : index] == ("'s",) or any(marked.is_in(index - 1, group) for group in before)
    )


def _is_deed(marked: Marked, index: int) -> bool:
    """Whether a verb of speech is part of a deed: "declared … persona non grata", "replied by expelling"."""
    if marked.is_in(index, "declare-word"):
        return bool(tails()["persona-non-grata"].scan(marked.words))
    behind = range(index + 1, min(index + 5, len(marked.words)))
    return marked.is_in(index, "reply-word") and any(marked.is_in(i, "by-doing") for i in behind)


def _is_order(marked: Marked, index: int) -> bool:
    """Whether a verb of speech gives an order or is a passive: "told them to leave", "were told"."""
    if marked.is_in(index - 1, "be"):
        return True
    return marked.words[index] in ("told", "declared") and "to" in marked.words[index + 1 : index + 4]


def _speaker_before(marked: Marked, index: int, first: int, after: int) -> tuple[int, int] | None:
    """The subject of a verb of speech: words before it, back to a mark, a conjunction or the telling itself."""
    start = _over_apposition(marked, index)
    index = start
    while start > 0 and index - start < _SPEAKER_REACH:
        word = marked.tokens[start - 1].text
        if word in _MARKS or (marked.is_in(start - 1, "conjunction") and start < index) or first <= start - 1 < after:
            break
        start -= 1
    return _trimmed(marked, start, index)


def _over_apposition(marked: Marked, index: int) -> int:
    """The place before an insertion that ends right before a verb: "X, which was first to report, said"."""
    if index == 0 or marked.tokens[index - 1].text != ",":
        return index
    opened = next((i for i in range(index - 2, max(index - 24, -1), -1) if marked.tokens[i].text == ","), None)
    return index if opened is None or opened == 0 else opened


def _speaker_after(marked: Marked, index: int) -> tuple[int, int] | None:
    """The subject behind the verb: "…, said X of Y"."""
    after = index + 1
    while (
        after < len(marked.words)
        and after - index <= _SPEAKER_REACH
        and marked.tokens[after].text not in _MARKS | {"."}
    ):
        if marked.is_in(after, "conjunction") or _dates(marked, after):
            break
        after += 1
    return _trimmed(marked, index + 1, after)


def _dates(marked: Marked, index: int) -> bool:
    """Whether a date begins at a place: a weekday, or a preposition before one or before a number."""
    word = marked.words[index]
    ahead = marked.words[index + 1] if index + 1 < len(marked.words) else ""
    dated = ahead in weekdays() or ahead[:1].isdigit() or ahead in months()
    return word in weekdays() or (marked.is_in(index, "preposition") and dated)


_HELPERS = ("have", "be", "adverb", "before-verb", "this-one")


def _trimmed(marked: Marked, start: int, after: int) -> tuple[int, int] | None:
    """The words of a speaker without auxiliaries and marks at their ends; `None` where no name or noun is left."""
    while start < after and (
        marked.is_in(start, "conjunction")
        or marked.is_in(start, "have")
        or marked.is_in(start, "say")
        or not marked.tokens[start].is_word
    ):
        start += 1
    while after > start and _is_helper(marked, after - 1):
        after -= 1
    while after > start and marked.is_in(after - 1, "inquiry"):
        after -= 1
    if after > start and marked.is_in(after - 1, "preposition"):
        after -= 1
    if (
        after < len(marked.tokens)
        and marked.tokens[after].text in "»”"
        and any(marked.tokens[i].text in "«“„" for i in range(start, after))
    ):
        after += 1
    nobody = ("pronoun", "preposition", "he", "them", "own", "determiner")
    if all(any(marked.is_in(i, group) for group in nobody) for i in range(start, after)):
        return None
    return start, after


def _is_helper(marked: Marked, index: int) -> bool:
    """Whether a word before a verb belongs to the verb, not to its subject."""
    if not marked.tokens[index].is_word or marked.words[index] in weekdays():
        return True
    return any(marked.is_in(index, group) for group in _HELPERS)


def _made(marked: Marked, text: str, span: tuple[int, int], stance: Stance) -> Attribution:
    speaker = text[marked.tokens[span[0]].start : marked.tokens[span[1] - 1].end]
    near = range(span[0], min(span[1] + 3, len(marked.words)))
    independent = any(marked.is_in(index, "independently") for index in near)
    return Attribution(
        speaker=" ".join(speaker.split()),
        stance=stance,
        anonymous=_is_anonymous(marked, span),
        count=_sources(marked, span),
        independent=True if independent else None,
    )


def _is_anonymous(marked: Marked, span: tuple[int, int]) -> bool:
    """Whether the speaker is people without a name: sources, officials, a diplomat."""
    nameless = any(marked.is_in(index, "anonymous") for index in range(*span))
    named = sum(marked.tokens[i].is_capital and not _is_known(marked, i) for i in range(span[0] + 1, span[1]))
    return nameless and (named < 2 or marked.lexicon.has("capital-nouns"))


def _is_known(marked: Marked, index: int) -> bool:
    return any(party.first <= index < party.after for party in marked.parties)


def _sources(marked: Marked, span: tuple[int, int]) -> int | None:
    """How many speak, where a number says it."""
    return next(
        (n.value for n in marked.numbers if span[0] <= n.first < n.after < span[1] and n.value and not n.article), None
    )


def _according(marked: Marked, text: str) -> tuple[Attribution, ...]:
    """Such as "According to X": the words behind it up to a mark."""
    for _, first, after in marked.lexicon.phrases("according").scan(marked.words):
        span = _trimmed(marked, after, _source_end(marked, after))
        if span is not None and first >= 0:
            return (_made(marked, text, span, "asserts"),)
    return ()


def _source_end(marked: Marked, after: int) -> int:
    """Where a named source ends: at a mark, or where a capitalized name is followed by a new phrase."""
    end = after
    while (
        end < len(marked.words)
        and marked.tokens[end].text not in (_MARKS - frozenset('«»“”„"')) | {"."}
        and end - after < 8
    ):
        named = end > after and marked.tokens[end - 1].is_capital and marked.tokens[end - 1].is_word
        closed = end > after and marked.tokens[end - 1].text in "»”"
        if closed or (named and marked.is_in(end, "determiner")) or (end > after and marked.is_in(end, "be")):
            break
        end += 1
    return end
