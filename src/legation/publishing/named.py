"""In which texts does somebody's name stand, in any romanization?

A whole name stands where all its words do, in any order and near each other. Of somebody who must not be found at all,
the family name alone is enough, also where the language of the text declines it: that leaves out too much, and is meant
to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from urllib.parse import unquote

from legation.language.names import parse_name, skeletons
from legation.language.names.folding import words

APART = 2
"""Words that may stand between those of a name."""
DECLINED = 3
"""Letters that an ending may add to a name."""
LEAST = 3
"""Letters of a family name that is looked for by its sound; a shorter one is looked for as it is printed."""

MOST_KNOWN = 20_000
"""Texts of which it is remembered whether a name stands in them."""

Sounds = frozenset[str]
Spelling = tuple[Sounds, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The names of some persons."""

    whole: Mapping[str, tuple[Spelling, ...]]
    """Each name under what its longest word sounds like."""
    alone: frozenset[str]
    """What family names sound like that are looked for alone."""
    short: frozenset[str] = frozenset()
    """Family names that are too short to be told by their sound, each as a name is printed and in capitals."""
    unspaced: tuple[str, ...] = ()
    """Names in a writing that sets no space between words."""
    looked_at: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Texts in which they were looked for, and whether one stood there: rows repeat their quotes and names."""

    @staticmethod
    def of(names: Iterable[str], unfindable: Iterable[str] = ()) -> Named:
        """Look for these names.

        Args:
            names: of people who aren't named.
            unfindable: of people of whom the family name alone says too much.
        """
        hidden = tuple(unfindable)
        found: defaultdict[str, list[Spelling]] = defaultdict(list)
        for name in dict.fromkeys(chain(names, hidden)):
            parts = [word for word in words(name) if len(word) > 1]
            if len(parts) > 1:
                spelling = tuple(map(_sounds, parts))
                for sound in _sounds(max(parts, key=len)):
                    found[sound].append(spelling)
            elif parts:
                hidden = (*hidden, parts[0])
        families = {word for name in hidden for word in words(parse_name(name).family or name)}
        short = {word.title() for word in families if len(word) < LEAST and word.upper() != word.lower()}
        return Named(
            whole={sound: tuple(kept) for sound, kept in found.items()},
            alone=frozenset(sound for word in families if len(word) >= LEAST for sound in _sounds(word)),
            short=frozenset(short | set(map(str.upper, short))),
            unspaced=tuple(dict.fromkeys(name for name in hidden if _UNSPACED.fullmatch(name))),
        )

    def joined(self, others: Named) -> Named:
        """These names and others."""
        if others.is_empty:
            return self
        sounds = self.whole.keys() | others.whole.keys()
        return Named(
            whole={sound: (*self.whole.get(sound, ()), *others.whole.get(sound, ())) for sound in sounds},
            alone=self.alone | others.alone,
            short=self.short | others.short,
            unspaced=(*self.unspaced, *others.unspaced),
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is no name to look for."""
        return not (self.whole or self.alone or self.short or self.unspaced)

    def stand_in(self, *texts: object) -> bool:
        """Whether one of the names stands in one of the texts; what is no text has none."""
        if self.is_empty:
            return False
        return any(self._stand_in(text) for text in texts if isinstance(text, str) and text)

    def _stand_in(self, text: str) -> bool:
        known = self.looked_at.get(text)
        if known is None:
            if len(self.looked_at) >= MOST_KNOWN:
                self.looked_at.clear()
            known = self.looked_at[text] = any(map(self._looked_for, _readable(text)))
        return known

    def _looked_for(self, text: str) -> bool:
        if any(name in text for name in self.unspaced):
            return True
        printed = words(text)
        if not self.short.isdisjoint(printed):
            return True
        heard = [_sounds(word) for word in printed]
        if self.alone and any(self._is_alone(sounds) for sounds in heard):
            return True
        return any(
            _stands(spelling, heard, at)
            for at, sounds in enumerate(heard)
            for sound in sounds
            for spelling in self.whole.get(sound, ())
        )

    def _is_alone(self, sounds: Sounds) -> bool:
        if not self.alone.isdisjoint(sounds):
            return True
        shorter = (sound[:-cut] for sound in sounds for cut in range(1, DECLINED + 1) if len(sound) - cut >= LEAST)
        return not self.alone.isdisjoint(shorter)


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Signs between letters that nobody sees: soft hyphens, spaces without width, marks of direction."""
_BROKEN = re.compile(r"-\s*\n\s*")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Han and kana."""
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_SPELLED_OUT = str.maketrans({"ä": "ae", "å": "aa", "æ": "ae", "ö": "oe", "ø": "oe", "ü": "ue", "ß": "ss"})
"""How passports and agencies print these letters where they have none: ICAO 9303, part 3, section 6."""
_DIGEST = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")
"""Keys and digests, which rows are full of and which stand for no name."""
NOBODY = Named(whole={}, alone=frozenset())


@lru_cache(maxsize=65536)
def _sounds(word: str) -> Sounds:
    if _DIGEST.fullmatch(word):
        return frozenset()
    if word.isascii():
        return frozenset(skeletons(word))
    return frozenset((*skeletons(word), *skeletons(word.lower().translate(_SPELLED_OUT))))


def _readable(text: str) -> Iterator[str]:
    """The text as somebody reads it, also with words joined that a line breaks, and with an address's letters."""
    seen = _UNSEEN.sub("", text)
    yield seen
    if _BROKEN.search(seen):
        yield _BROKEN.sub("", seen)
    if _ESCAPED.search(seen):
        yield unquote(seen)


def _stands(spelling: Spelling, heard: Sequence[Sounds], at: int) -> bool:
    """Whether all words of a name stand around a place of the text."""
    reach = len(spelling) + APART
    near = heard[max(0, at - reach) : at + reach]
    return all(any(not wanted.isdisjoint(one) for one in near) for wanted in spelling)
