"""Which rank, which function and which field does a printed title give? By the vocabulary, in the order of precedence.

The personal rank stays the rank where somebody is also chargé d'affaires; the rest goes into the function. A title in
which no word is known has the rank `other`; nothing is read from who holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from legation.vocabulary.folding import fold_spans
from legation.vocabulary.ranks import (
    DEPUTY_HEAD,
    NO_RANKS,
    OFFICE,
    ORDER,
    attache_phrases,
    attache_words,
    rank_phrases,
    whole_ranks,
)
from legation.vocabulary.title_words import title_words

_ATTACHE_ENDING = re.compile(r"(?:attachee?s?|att?ase|atasee|atasejs|asiamies)$")
_ATTACHE_STEMS = re.compile(
    "tta|тта|аташе|agregad|adid|addett|atas|attase|pridelen|izaslan|ακολουθ|ملحق|وابسته|اتاش|اتاچ|اتيچ|اٹاچ|اٹيچ"
)
_CHARGES = ("charge-daffaires", "charge-daffaires-ai")
_PIECES = re.compile(r"[,;()/|–—\t]+|\s-\s")
_EDGES = " .:*-"


class Title(NamedTuple):
    """What a title says: `rank` and what else stands in `function`, codes where it is a rank, else as printed."""

    rank: str
    function: str | None
    acting: bool
    designate: bool
    known: bool
    """Whether a word of the vocabulary of ranks stands in it."""


class RankAt(NamedTuple):
    """A rank or a deputy's function among the words of a title: code, first word, word after the last."""

    code: str
    first: int
    stop: int


@lru_cache(maxsize=32768)
def parse_title(text: str) -> Title:
    """The parts of a printed title, without its date."""
    spans = fold_spans(text)
    words = tuple(word for word, _, _ in spans)
    found = ranks_in(words)
    codes = sorted({each.code for each in found if each.code != DEPUTY_HEAD}, key=ORDER.__getitem__)
    if not codes and (alone := whole_ranks().whole(words)) is not None:
        return Title(rank=alone, function=None, acting=False, designate=False, known=True)
    rank = next((code for code in codes if code not in _CHARGES), codes[0] if codes else "other")
    kinds = {kind for kind, _, _ in title_words().scan(words)}
    printed = [*(code for code in codes if code != rank), *_fields(text, spans, found)]
    return Title(
        rank=rank,
        function="; ".join(printed) or None if codes or found else None,
        acting="charge-daffaires-ai" in codes or "acting" in kinds,
        designate="designate" in kinds,
        known=bool(found),
    )


@lru_cache(maxsize=32768)
def ranks_in(words: tuple[str, ...]) -> tuple[RankAt, ...]:
    """Ranks among folded words, from left to right; words that only look like one are left out."""
    line = " ".join(words)
    found = _ranks_in(words, line)
    if found or not (line.endswith("s") or "s " in line):
        return found
    singular = tuple(map(_singular, words))
    return _ranks_in(singular, " ".join(singular)) if singular != words else ()


def is_in_table(words: tuple[str, ...]) -> bool:
    """Whether a phrase of the table of ranks stands among folded words, a rank or none."""
    return rank_phrases().touches(words) and bool(rank_phrases().scan(words))


def is_office(words: tuple[str, ...]) -> bool:
    """Whether folded words name an office in a government: `Minister of Health`."""
    return any(code == OFFICE for (code, _), _, _ in rank_phrases().scan(words))


def _singular(word: str) -> str:
    """A plural's singular in English, French or Spanish, as ranks over several names are printed."""
    if len(word) < 6 or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _ranks_in(words: tuple[str, ...], line: str) -> tuple[RankAt, ...]:
    attaches = list(_attaches(words)) if _ATTACHE_STEMS.search(line) is not None else []
    if not attaches and not rank_phrases().touches(words):
        return ()
    taken = {at for each in attaches for at in range(each.first, each.stop)}
    others = [
        RankAt(code=code, first=first, stop=stop)
        for (code, _), first, stop in rank_phrases().scan(words)
        if code not in NO_RANKS and not taken & set(range(first, stop))
    ]
    return tuple(sorted([*attaches, *others], key=lambda each: each.first))


def _attaches(words: Sequence[str]) -> Iterator[RankAt]:
    """Each attaché with the services and the deputy's words around it."""
    tags = _tags(words)
    at = 0
    while at < len(tags):
        run = [tags[at]]
        while at + 1 < len(tags) and tags[at + 1][1] == tags[at][2]:
            at += 1
            run.append(tags[at])
        at += 1
        yield from _of_run(run)


def _tags(words: Sequence[str]) -> list[tuple[str, int, int]]:
    """Words around attaché as (code, first, stop); a compound such as Luftwaffenattaché is `attache:SERVICE`."""
    found: list[tuple[str, int, int]] = []
    at = 0
    while at < len(words):
        hit = attache_phrases().longest(words, at)
        stem = _ATTACHE_ENDING.sub("", words[at])
        if hit is None and stem != words[at] and stem:
            service = attache_words().get((stem,))
            found.append((f"attache:{service[0] if service else ''}", at, at + 1))
        elif hit is not None:
            found.append((hit[0], at, at + hit[1]))
        at += hit[1] if hit is not None else 1
    return found


def _of_run(run: Sequence[tuple[str, int, int]]) -> Iterator[RankAt]:
    """The attachés of words that follow each other: what stands before each is its, what follows the last too."""
    places = [place for place, tag in enumerate(run) if tag[0].startswith("attache")]
    before = 0
    for number, place in enumerate(places):
        after = len(run) if number + 1 == len(places) else place + 1
        if number + 1 < len(places) and run[place][0].partition(":")[2] not in ORDER:
            follows = range(place + 1, places[number + 1])
            after = next((at for at in follows if run[at][0] in ("join", "deputy")), places[number + 1])
        tags = run[before:after]
        codes = [tag[0].partition(":")[2] if tag[0].startswith("attache") else tag[0] for tag in tags]
        services = sorted({code for code in codes if code in ORDER}, key=ORDER.__getitem__)
        kept = [tag for tag in tags if tag[0] != "join"]
        first, stop = kept[0][1], kept[-1][2]
        if "deputy" in codes:
            yield RankAt(code="deputy-defence-attache" if services else "assistant-attache", first=first, stop=stop)
        else:
            yield from (RankAt(code=code, first=first, stop=stop) for code in services or ["attache"])
        before = after


def _fields(text: str, spans: Sequence[tuple[str, int, int]], found: Sequence[RankAt]) -> Iterator[str]:
    """What is printed beside the ranks, without words that only link; a deputy's function as printed."""
    ranked = [(spans[each.first][1], spans[each.stop - 1][2]) for each in found if each.code != DEPUTY_HEAD]
    at = 0
    for start, end in [*sorted(ranked), (len(text), len(text))]:
        for piece in _PIECES.split(text[at:start]) if at < start else ():
            field = _without_links(piece)
            if field:
                yield field
        at = max(at, end)


def _without_links(piece: str) -> str | None:
    spans = fold_spans(piece)
    words = tuple(word for word, _, _ in spans)
    first, stop = 0, len(words)
    while first < stop and (hit := title_words().longest(words, first)) is not None and first + hit[1] <= stop:
        first += hit[1]
    while stop > first and title_words().whole(words[stop - 1 : stop]) is not None:
        stop -= 1
    if first >= stop:
        return None
    return piece[spans[first][1] : spans[stop - 1][2]].strip(_EDGES) or None
