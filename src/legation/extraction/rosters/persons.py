"""Does a line look like a person's name? By capitals, small particles and words that no name has.

A look is no proof: the shape of the whole list decides whether a line that looks like a name starts a listing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from legation.extraction.rosters.titles import is_in_table, ranks_in
from legation.vocabulary.folding import fold, fold_word
from legation.vocabulary.headings import contact_labels, mission_phrases, section_kind, vacancies
from legation.vocabulary.ranks import rank_phrases
from legation.vocabulary.relatives import joining_words, relative_words
from legation.vocabulary.tables import rows

_MOST_WORDS = 9
_TOKEN = re.compile(r"[^\W\d_][^\W\d_'’ʼ`´.\-‐‑]*(?:['’ʼ`´.\-‐‑\u200c\u200d]+[^\W\d_'’ʼ`´.\-‐‑]+)*\.?")
_PREFIXED = re.compile(r"[^\W\d_]{1,3}['’‐-](?=[^\W\d_])")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)+")
PLACEHOLDER = re.compile(r"(?:^|(?<=\s))-{2,}(?=\s|$)\s*")
"""What stands for a missing given or family name."""


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for row in rows("particles.tsv") for word in row[0].split())


@cache
def plain_words() -> frozenset[str]:
    """Words that no person's name has, though they are printed with capitals: of institutions, streets and pages."""
    particles = {fold_word(word) for word in _particles()}
    return frozenset(
        folded
        for _, text in rows("plain_words.tsv")
        for word in text.split()
        if len(folded := fold_word(word)) > 1 and folded not in particles
    )


@lru_cache(maxsize=32768)
def looks_like_name(text: str) -> bool:
    """Whether a line without honorific has the look of a person's name: two words or more, or one in capitals."""
    bare = text.strip(" *†")
    bare = _BRACKET.sub("", bare).strip() if "(" in bare else bare
    bare = PLACEHOLDER.sub("", bare).strip() if "--" in bare else bare.strip()
    if not bare or any(map(str.isdigit, bare)) or bare.endswith(":") or bare.count(",") > 1:
        return False
    return _are_of_name(bare.replace(",", " ").split(), fold(bare))


def is_bare_name(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text of these folded words is a name and can be nothing else: of letters, and none of them a label."""
    return has_letters_alone(text, words) and _are_of_name(text.split(), words)


def has_letters_alone(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is two words of letters or more with single signs between, and has none of a label's words."""
    if _LETTERS.fullmatch(text) is None or not _labels().isdisjoint(words):
        return False
    return text.isascii() or not any(map(str.isdigit, text))


def _are_of_name(tokens: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether words, as printed and folded, can be a person's name."""
    if not 0 < len(tokens) <= _MOST_WORDS or not all(map(_may_be_part, tokens)):
        return False
    particles = _particles()
    if not any(len(token.strip(".")) > 1 and token not in particles for token in tokens):
        return False
    if len(tokens) == 1 and not _is_capitals(tokens[0]):
        return False
    if not _telling().isdisjoint(words) and _name_something(words):
        return False
    return not ranks_in(words) and section_kind(words) is None


@cache
def _telling() -> frozenset[str]:
    """Words without one of which folded words name nothing that the tables know."""
    tables = (rank_phrases(), mission_phrases(), vacancies())
    return plain_words().union(*(table.firsts for table in tables))


def _name_something(words: tuple[str, ...]) -> bool:
    """Whether folded words have a word that no name has, or name a rank, a mission or a vacancy."""
    if not plain_words().isdisjoint(words) or is_in_table(words):
        return True
    return bool(mission_phrases().scan(words)) or vacancies().whole(words) is not None


@cache
def _labels() -> frozenset[str]:
    """Words that labels of contacts and of relatives begin with, and those that join a spouse's name."""
    return frozenset([*contact_labels().firsts, *relative_words().firsts, *joining_words()])


def _may_be_part(token: str) -> bool:
    if token.isalpha() and not token[0].islower():
        return True
    if token.lower().rstrip(".") in _particles():
        return True
    if _TOKEN.fullmatch(token) is None:
        return False
    # Letters of scripts without case can begin a name; in scripts with case a name begins with a capital.
    return not token[0].islower() or _PREFIXED.match(token) is not None


def _is_capitals(token: str) -> bool:
    letters = [letter for letter in token if letter.isalpha()]
    return len(letters) > 2 and all(map(str.isupper, letters))


def without_placeholder(text: str) -> str:
    """A name without what stands for a missing part, with single spaces; a name broken after a hyphen is joined."""
    bare = PLACEHOLDER.sub(" ", text) if "--" in text else text
    return " ".join(bare.replace("\u00ad", "").split())
