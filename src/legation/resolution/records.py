"""What do sources show of one person, as far as it helps to know the person again elsewhere?

A record is made of printed letters and days alone, and holds plain values, so that it can be sent to any engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.language.names import folded_name, parse_name, skeletons
from legation.language.names.folding import words
from legation.vocabulary.given_names import given_name_group
from legation.vocabulary.names import name_words

MOST_NAMES = 4
"""Spellings of one person that are compared, the fullest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A printed name, with the parts that its list shows; where it shows none, the letters of the name tell them."""

    text: str
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One mission at which sources show the person."""

    mission: str
    """Its key, or whatever else names it."""
    first: int
    """Ordinal of the first day on which a source shows the person there."""
    last: int
    first_rank: str | None = None
    last_rank: str | None = None
    heads: bool = False
    """Whether the person heads the mission, at the end at least."""
    editions: frozenset[str] = frozenset()
    """The editions that list the person there: two lines of one edition and mission are two persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One person as one mission's lists, one line of a register, or one report shows them."""

    id: str
    names: tuple[str, ...]
    """In every printed spelling, the fullest first."""
    families: frozenset[str]
    """Forms of the family name that no romanization decides."""
    givens: frozenset[str]
    """The same of the first given name, and the groups of names that it belongs to."""
    initials: frozenset[str]
    """First letters of the given name, and its groups."""
    middles: frozenset[str]
    """What a second given name may begin with."""
    sending: str | None = None
    posts: tuple[Post, ...] = ()
    """In the order of days."""
    born: str | None = None
    """A year, a month or a day as EDTF, where a register prints one."""


def record(
    id_: str,
    spellings: Iterable[Spelling | str],
    *,
    sending: str | None = None,
    posts: Iterable[Post] = (),
    born: str | None = None,
) -> Record:
    """The record of one person; the order of spellings and posts doesn't matter."""
    every = {one.text: one for one in (Spelling(text=one) if isinstance(one, str) else one for one in spellings)}
    fullest = sorted(every, key=lambda name: (-len(words(name)), -len(name), name))[:MOST_NAMES]
    given = [form for one in every.values() for form in _given_forms(one)]
    return Record(
        id=id_,
        names=tuple(fullest),
        families=frozenset(form for one in every.values() for form in _family_forms(one)),
        givens=frozenset(form for form, _ in given),
        initials=frozenset(initial for _, initial in given),
        middles=frozenset(letter for name in fullest for letter in _second(name)),
        sending=sending,
        posts=tuple(sorted(posts, key=lambda post: (post.first, post.last, post.mission))),
        born=born,
    )


def _family_forms(spelling: Spelling) -> Iterator[str]:
    """Of a name of which nothing shows the family name, every word may be one."""
    family = spelling.family or parse_name(spelling.text).family or spelling.text
    whole = words(family)
    own = [word for word in whole if len(word) > 1 and word.casefold() not in name_words().articles]
    for word in own or whole:
        yield from skeletons(word)


def _given_forms(spelling: Spelling) -> Iterator[tuple[str, str]]:
    given = spelling.given or parse_name(spelling.text).given or ""
    for word in words(given)[:1]:
        for form in skeletons(word):
            yield form, form[:1]
        for group in given_name_group(folded_name(word)):
            yield group, group


def _second(name: str) -> set[str]:
    """What the second given name may begin with, whoever romanized it."""
    given = (parse_name(name).given or "").split()
    return {form[:1] for word in given[1:2] for form in (folded_name(word), *skeletons(word)) if form}
