"""Who says so? The speaker of a sentence with the stance that the verb gives, outermost first.

A speaker is quoted as printed. The article's own voice has an empty chain.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from legation.extraction.news.lexicon import tails
from legation.extraction.news.mentions import Marked
from legation.extraction.news.speakers import MARKS, speaker_behind, subject_before, trimmed
from legation.model.claims import Attribution, Stance

_TOLD = 8
"""Words between a verb of reporting and its clause."""
_CLOSERS = frozenset(',”"»—–')


def chain_of(marked: Marked, text: str, *, first: int, after: int, behind: bool = False) -> tuple[Attribution, ...]:
    """The chain over a telling at tokens `first` to before `after`; empty for the article's own voice.

    Args:
        marked: The sentence.
        text: The document's text.
        first: The first token of what is told.
        after: The token behind it.
        behind: Whether only who speaks behind it counts, and who is named as its source.
    """
    for index in _near_first(marked, first):
        stance = _stance(marked, index)
        if stance is None or first <= index < after or marked.words[index + 1 : index + 3] == ("to", "be"):
            continue
        if behind and index < after:
            continue
        span = _subject(marked, index, first, after)
        if span is not None:
            return _whole(marked, text, (_made(marked, text, span, stance),), span)
        if marked.is_in(index - 1, "pronoun"):
            return (Attribution(speaker=None, stance=stance),)
    return _whole(marked, text, (), None)


def _subject(marked: Marked, index: int, first: int, after: int) -> tuple[int, int] | None:
    """Whose verb of speech it is: behind it where it closes what is told, else before it."""
    inverted = index >= after and index > 0 and marked.tokens[index - 1].text in _CLOSERS
    if inverted:
        behind = speaker_behind(marked, index)
        if behind is not None and not any(_is_verb(marked, i) for i in range(*behind)):
            return behind
    if marked.is_in(index - 1, "introduces"):
        return speaker_behind(marked, index)
    before = subject_before(marked, index, first, after)
    return before if before is not None or index < after else speaker_behind(marked, index)


def _is_verb(marked: Marked, index: int) -> bool:
    return marked.is_one_of(index, ("be", "have", "that-word", "modal", "would"))


def _whole(
    marked: Marked, text: str, spoken: tuple[Attribution, ...], span: tuple[int, int] | None
) -> tuple[Attribution, ...]:
    """The chain of a sentence: who is said to say so around who speaks, and whom they cite."""
    named = _according(marked, text)
    outer = tuple(link for link in named if not _is_part(link, spoken))
    links = (*_reporters(marked, text, span), *spoken) if span is not None else spoken
    cited = _cited(marked, text, (*outer, *links))
    return cited or (*outer, *links)


def _is_part(link: Attribution, spoken: tuple[Attribution, ...]) -> bool:
    """Whether a source is the speaker once more."""
    name = link.speaker or ""
    return any(name in (each.speaker or "") or (each.speaker or "") in name for each in spoken)


def _reporters(marked: Marked, text: str, span: tuple[int, int]) -> tuple[Attribution, ...]:
    """Who says that the speaker says so: "X reported that officials said …", outermost first."""
    found: list[Attribution] = []
    while True:
        start = span[0]
        while start > 0 and marked.is_in(start - 1, "determiner") and not marked.is_in(start - 1, "that-word"):
            start -= 1
        if start < 2 or not marked.is_in(start - 1, "that-word"):
            return tuple(found)
        verb = next((i for i in range(start - 2, max(start - _TOLD, -1), -1) if _stance(marked, i)), None)
        outer = subject_before(marked, verb, start, start) if verb is not None else None
        if verb is None or outer is None:
            return tuple(found)
        found.insert(0, _made(marked, text, outer, _stance(marked, verb) or "asserts"))
        span = outer


def _cited(marked: Marked, text: str, links: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The chain with whom the speaker cites inside it, or who cites the speaker around it; empty where nobody cites."""
    for sense, _, after in marked.scan("citing"):
        span = trimmed(marked, after, _source_end(marked, after))
        if span is None or not links:
            continue
        if sense == "by":
            return (_made(marked, text, span, "reports"), *links)
        return (*(replace(link, stance="reports") for link in links), _made(marked, text, span, "asserts"))
    return ()


def _near_first(marked: Marked, first: int) -> list[int]:
    verbs = {*marked.openings("say"), *marked.openings("found-out"), *marked.openings("belief-active")}
    return sorted(verbs, key=lambda index: (index > first, abs(index - first)))


def _stance(marked: Marked, index: int) -> Stance | None:
    found = marked.phrase_at("say", index) or _found_out(marked, index) or _believed(marked, index)
    if found is not None and (_is_order(marked, index) or _is_noun(marked, index) or _is_deed(marked, index)):
        return None
    return None if found is None else found[0]  # type: ignore[return-value]


def _found_out(marked: Marked, index: int) -> tuple[Stance, int] | None:
    """A verb of finding out with what was found in a clause behind it: "established that"."""
    found = marked.phrase_at("found-out", index)
    if found is None:
        return None
    behind = range(index + found[1], min(index + found[1] + 4, len(marked.words)))
    return ("asserts", found[1]) if any(marked.is_in(i, "that-word") for i in behind) else None


def _believed(marked: Marked, index: int) -> tuple[str, int] | None:
    """A verb of belief with a clause right behind it, and its stance: "believes that"."""
    found = marked.phrase_at("belief-active", index)
    after = index + found[1] if found is not None else index
    after += after < len(marked.words) and marked.tokens[after].text == ","
    return (found[0].split(":")[1], found[1]) if found is not None and marked.is_in(after, "that-word") else None


def _is_noun(marked: Marked, index: int) -> bool:
    """Whether a word that can be a noun is one: an article, owner or preposition before it, or a mark behind it."""
    if not marked.is_in(index, "say-noun"):
        return False
    before = ("determiner", "own", "preposition")
    ended = index + 1 >= len(marked.words) or marked.tokens[index + 1].text in ",.;"
    return ended or marked.words[index - 1 : index] == ("'s",) or marked.is_one_of(index - 1, before)


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
    nameless = marked.has_in("anonymous", *span)
    named = sum(marked.tokens[i].is_capital and not _is_known(marked, i) for i in range(span[0] + 1, span[1]))
    return nameless and (named < 2 or marked.lexicon.has("capital-nouns"))


def _is_known(marked: Marked, index: int) -> bool:
    return any(party.first <= index < party.after for party in marked.parties)


def _sources(marked: Marked, span: tuple[int, int]) -> int | None:
    """How many speak, where a number says it."""
    return next(
        (n.value for n in marked.numbers if span[0] <= n.first < n.after < span[1] and n.value and not n.article), None
    )


@lru_cache(maxsize=256)
def _according(marked: Marked, text: str) -> tuple[Attribution, ...]:
    """Such as "According to X": the words behind it up to a mark."""
    for _, _, after in marked.scan("according"):
        span = trimmed(marked, after, _source_end(marked, after))
        if span is not None and not any(marked.phrase_at("rumor", i) for i in range(*span)):
            return (_made(marked, text, span, "asserts"),)
    for _, first, _ in marked.scan("according-behind"):
        start = first
        while start > 0 and first - start < _TOLD and marked.tokens[start - 1].text not in _SOURCE_ENDS:
            start -= 1
        span = trimmed(marked, start, first)
        if span is not None:
            return (_made(marked, text, span, "asserts"),)
    return ()


_SOURCE_ENDS = (MARKS - frozenset('«»“”„"')) | {"."}


def _source_end(marked: Marked, after: int) -> int:
    """Where a named source ends: at a mark, or where a capitalized name is followed by a new phrase."""
    end = after
    while (
        end < len(marked.words)
        and marked.tokens[end].text not in _SOURCE_ENDS
        and end - after < 8
        and marked.phrase_at("citing", end) is None
    ):
        named = end > after and marked.tokens[end - 1].is_capital and marked.tokens[end - 1].is_word
        closed = end - after > 1 and marked.tokens[end - 1].text in "»”«“"
        spoken = end > after and marked.lexicon.has("verb-final") and marked.is_in(end, "say")
        if closed or spoken or (named and marked.is_in(end, "determiner")) or (end > after and marked.is_in(end, "be")):
            break
        end += 1
    return end
