"""What does a word of a printed name look like: an initial, capitals, a patronymic, a particle?

Looks at one word at a time; which part it is of the name is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from legation.vocabulary.names import name_words

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?|[^\W\d_]")
_PREFIXED_CAPITALS = re.compile(r"(?:Mc|Mac|Fitz|De|Di|Da|Le|La|Van|O['’]|D['’]|[dl]['’]|al-|el-|Al-|El-)(?=[^\W\d_])")
_SYLLABLES = "\u2e80"
"""Where the characters begin of which one can be a whole name."""
_SHORTEST_PATRONYMIC_STEM = 2


def is_initial(token: str) -> bool:
    """Whether a token is one initial, or several written together (`J.`, `I.O.`, `J.-P.`)."""
    if len(token) > 1 and "." not in token:
        return False
    return token < _SYLLABLES and _INITIAL.fullmatch(token) is not None


def is_capitals(token: str) -> bool:
    """Whether a token is printed in capitals as family names are, a mixed prefix such as `Mc` allowed."""
    if token.isascii() and token.isalpha() and (token.isupper() or token[1:].islower()):
        return len(token) > 1 and token.isupper()
    return _is_capitals(token)


@lru_cache(maxsize=65536)
def _is_capitals(token: str) -> bool:
    if is_initial(token):
        return False
    letters = [letter for letter in _PREFIXED_CAPITALS.sub("", token, count=1) if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def is_patronymic(token: str) -> bool:
    """Whether a token has the ending of an East Slavic patronymic."""
    low = token.casefold()
    return low.endswith(name_words().patronymic_endings) and any(
        low.endswith(ending) and len(low) >= len(ending) + (_SHORTEST_PATRONYMIC_STEM if len(ending) < 5 else 0)
        for ending in name_words().patronymic_endings
    )


def is_particle(token: str) -> bool:
    """Whether a word belongs before a family name, as `van` and `de la` do."""
    return token.casefold() in name_words().particles


def is_bound(token: str) -> bool:
    """Whether a word is no name alone: `Abd`, and what ends with a particle behind a hyphen, `Meulen-de` Vries."""
    _, hyphen, end = token.casefold().rpartition("-")
    return end in (name_words().particles if hyphen else name_words().bound)
