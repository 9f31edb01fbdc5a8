"""What changed on a page that is being watched, from one look to the next?

Of the list alone: who joined, who left, whose title or spelling is another, whether the list or the whole page went out
of sight or came back. Menus, dates and counters are no change. Two looks that show names are compared with each other,
however many that show nothing lie between; a change is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.analysis.vanishing import Look
from legation.language.names import compare
from legation.language.names.folding import folded_name

News = Literal["joined", "left", "title", "respelled", "list-gone", "page-gone", "wall", "unreadable", "back"]
"""`list-gone`: the page is there without it; `page-gone`: an error, a redirect or another page stands in its place;
`wall`: something stands before it; `unreadable`: it is there and can't be read; `back`: names are there again."""

_GONE = frozenset({"error-page", "soft-404", "redirected", "empty"})
_WALLS = frozenset({"wall", "login-wall", "needs-script"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person's line as a look shows it."""

    name: str
    title: str | None
    mission: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A look with the people that it shows."""

    look: Look
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is another than at the look before."""

    news: News
    before: Look
    """The look that it is compared with: for people the last one that shows names."""
    now: Look
    was: Person | None = None
    is_: Person | None = None


def differences(seen: Iterable[Seen], fresh: frozenset[str]) -> Iterator[Difference]:
    """What the fresh looks show that the ones before didn't, in order.

    Args:
        seen: all looks at one page, in any order.
        fresh: the captures that nothing was told of yet.
    """
    ordered = sorted(seen, key=lambda one: (one.look.at, one.look.capture))
    named: Seen | None = None
    for number, one in enumerate(ordered):
        before = ordered[number - 1] if number else None
        if before is not None and one.look.capture in fresh:
            yield from _sights(before, one)
            if named is not None and one.look.sight == "names":
                yield from _people(named, one)
        if one.look.sight == "names":
            named = one


def _sights(before: Seen, now: Seen) -> Iterator[Difference]:
    was, is_ = _state(before.look), _state(now.look)
    if was != is_:
        yield Difference(news="back" if is_ is None else is_, before=before.look, now=now.look)


def _state(look: Look) -> News | None:
    """What a look shows instead of names."""
    if look.sight == "names":
        return None
    if look.sight == "without":
        return "list-gone"
    if look.state in _GONE:
        return "page-gone"
    return "wall" if look.state in _WALLS else "unreadable"


def _people(before: Seen, now: Seen) -> Iterator[Difference]:
    pairs, gone, come = _paired(before.people, now.people)
    looks = (before.look, now.look)
    for was, is_ in pairs:
        if folded_name(was.name) != folded_name(is_.name):
            yield Difference(news="respelled", before=looks[0], now=looks[1], was=was, is_=is_)
        if _plain(was.title) != _plain(is_.title):
            yield Difference(news="title", before=looks[0], now=looks[1], was=was, is_=is_)
    for was in gone:
        yield Difference(news="left", before=looks[0], now=looks[1], was=was)
    for is_ in come:
        yield Difference(news="joined", before=looks[0], now=looks[1], is_=is_)


def _paired(
    before: Sequence[Person], now: Sequence[Person]
) -> tuple[list[tuple[Person, Person]], list[Person], list[Person]]:
    """Who is who: first by the same name and title, then by the same name, then by names that are spellings of one."""
    pairs: list[tuple[Person, Person]] = []
    left, right = list(before), list(now)
    for same in (_same_line, _same_name, _same_person):
        for was in tuple(left):
            is_ = next((other for other in right if same(was, other)), None)
            if is_ is not None:
                pairs.append((was, is_))
                left.remove(was)
                right.remove(is_)
    return pairs, left, right


def _same_line(one: Person, other: Person) -> bool:
    return _same_name(one, other) and _plain(one.title) == _plain(other.title)


def _same_name(one: Person, other: Person) -> bool:
    return one.mission == other.mission and folded_name(one.name) == folded_name(other.name)


def _same_person(one: Person, other: Person) -> bool:
    return one.mission == other.mission and compare(one.name, other.name).verdict == "same"


def _plain(title: str | None) -> str:
    return " ".join((title or "").split()).casefold()
