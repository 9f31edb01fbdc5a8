"""Where do the words of a heading end that is written without spaces, or joined to the small word before?

Chinese and Japanese headings run on: states, cities and words for missions of the vocabulary part them. In Arabic a
preposition of one letter stands at the name itself. What no vocabulary knows stays one word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from legation.vocabulary.cities import cities_within
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import heading_words, mission_phrases
from legation.vocabulary.states import Gazetteer

_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{5,}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_JOINED = re.compile(r"(?<!\w)([بل])(ال|)([\u0621-\u064a]{3,})")
_LONGEST = 14


def words_apart(text: str, gazetteer: Gazetteer) -> str:
    """The text with spaces between its words; as it is where it is written with them."""
    if text.isascii():
        return text
    if _JOINED.search(text) is not None:
        text = _JOINED.sub(lambda found: _detached(found, gazetteer), text)
    return _RUN.sub(lambda found: _parted(found.group(), gazetteer), text)


def _detached(found: re.Match[str], gazetteer: Gazetteer) -> str:
    letter, article, rest = found.groups()
    name = article + rest
    if letter == "ل" and rest.startswith("ل") and not article:  # `ل` before an article takes its first letter
        name = f"ا{rest}"
    if not _is_small(name) and not _is_place(name, gazetteer, "ar"):
        return found.group()
    return f"في {name}" if letter == "ب" else name


def _is_small(word: str) -> bool:
    return not heading_words("link").isdisjoint(fold(word))


@lru_cache(maxsize=4096)
def _parted(run: str, gazetteer: Gazetteer) -> str:
    """A run of characters as words: the longest known one at each place, what is unknown between them together."""
    language = "ja" if _KANA.search(run) else "zh"
    pieces: list[str] = []
    unknown = at = 0
    while at < len(run):
        stop = next(
            (end for end in range(min(len(run), at + _LONGEST), at, -1) if _is_known(run[at:end], gazetteer, language)),
            None,
        )
        if stop is None:
            at += 1
            continue
        pieces += [run[unknown:at]] if unknown < at else []
        pieces.append(run[at:stop])
        unknown = at = stop
    pieces += [run[unknown:]] if unknown < len(run) else []
    return " ".join(pieces)


def _is_known(piece: str, gazetteer: Gazetteer, language: str) -> bool:
    words = fold(piece)
    if mission_phrases().whole(words) is not None:
        return True
    if not (heading_words("link") | heading_words("towards")).isdisjoint(words):
        return True
    return len(piece) > 1 and _is_place(piece, gazetteer, language)


def _is_place(name: str, gazetteer: Gazetteer, language: str) -> bool:
    """Whether a text names a state or a city."""
    if gazetteer.find(name, language) is not None:
        return True
    return bool(cities_within(fold(name), inflected=True, languages=(language,)))
