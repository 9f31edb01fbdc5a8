"""Which parts has a name in Chinese or Korean writing, and can a Latin spelling be of it?

One romanization is laid beside the other spelling, both read so that what other romanizations write makes no
difference. Tones, and the characters behind a syllable, are lost: such names are never more than possible.
"""

from __future__ import annotations

from functools import lru_cache

from legation.language.scripts import script_of
from legation.vocabulary.syllables import long_family_names, syllable_sounds

_LONGEST = 5
_WHOLE_NAME = (2, 4)
"""Characters of a name that is written without a space."""


def split_characters(token: str) -> tuple[str, str] | None:
    """Family name and given name of a name written without a space; `None` for anything else."""
    if not _WHOLE_NAME[0] <= len(token) <= _WHOLE_NAME[1] or script_of(token) not in syllable_sounds():
        return None
    # four characters: a long Chinese or Korean family name, or a Japanese name with two for each part
    end = 2 if len(token) > 2 and (token[:2] in long_family_names() or len(token) == _WHOLE_NAME[1]) else 1
    return token[:end], token[end:]


def same_syllables(a: str, b: str) -> bool:
    """Whether two words can have the same syllables, one of them at least in Chinese or Korean writing."""
    scripts = {script_of(a), script_of(b)}
    table = next((script for script in sorted(filter(None, scripts)) if script in syllable_sounds()), None)
    if table is None or not scripts <= {table, "Latn"}:
        return False
    here, there = _sounds(a, table), _sounds(b, table)
    return here == there != ""


@lru_cache(maxsize=65536)
def _sounds(word: str, table: str) -> str:
    """The classes of a word's sounds, in any script of the two."""
    low = "".join(filter(str.isalpha, word.casefold() if word.isascii() else _romanized(word)))
    sounds = syllable_sounds()[table]
    found: list[str] = []
    at = 0
    while at < len(low):
        for size in range(_LONGEST, 0, -1):
            letters = low[at : at + size]
            sound = sounds.get("^" + letters) if at == 0 else None
            sound = sounds.get(letters) if sound is None else sound
            if sound is not None:
                found.append(sound)
                break
        at += size
    return "".join(found)


def _romanized(word: str) -> str:
    # loaded only where such a name is met
    from anyascii import anyascii

    return anyascii(word).casefold()
