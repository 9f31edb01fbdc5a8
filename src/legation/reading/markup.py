"""What does a page hold before any tree is built of it?

One pass over the tags, linear in the page's length: the signs that a reader would see, how deep elements nest, whether
the page breaks off. It is the yardstick that what was read is held against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import chain
from typing import NamedTuple

from legation.reading.elements import elements

_DROPPED = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|noscript|template|title|iframe|svg|select|datalist|object|textarea)\b[^<>]*(?:>|(?=<)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\s<>/]*)[^<>]*(?:>|(?=<)|\Z)|[!?][^<>]*>)")
_UNNESTED = elements("unnested") | {"head"}
_RUN_ON = elements("inline") - {"br"}
_FRAMES = ("table", "dl", "ul", "ol", "div")
_END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


class Markup(NamedTuple):
    """What one pass over the tags tells."""

    text: str
    signs: int
    """Signs that aren't white space, outside of scripts, styles, titles and the like."""
    deepest: int
    scripts: int
    unscripted: str
    """What is shown where scripts don't run."""
    cut: str | None
    """Where the page breaks off, in words; `None` where it doesn't."""

    @property
    def lines(self) -> list[str]:
        """The lines that a reader would see, with single spaces."""
        return [folded for line in self.text.split("\n") if (folded := " ".join(line.split()))]


class _Dropped(NamedTuple):
    """An element whose text is none of the page's."""

    name: str
    tag: str
    text: str


class _Step(NamedTuple):
    """A tag that opens or ends an element that others nest in."""

    name: str
    down: int
    """1 for one that opens, -1 for one that ends."""


def measure(source: str) -> Markup:
    """Go over a page's tags once."""
    shown, dropped = _parted(source)
    texts: list[str] = []
    steps: list[_Step] = []
    for stretch in shown:
        # In one go, for pages have tens of thousands of tags: text, slash, name, text, slash, name, ..., text.
        pieces = _TAG.split(stretch)
        ends, names = pieces[1::3], pieces[2::3]
        known = {name: name.lower() if name else "" for name in set(names)}
        parting = {name: "\n" if low and low not in _RUN_ON else "" for name, low in known.items()}
        texts += chain.from_iterable(zip(pieces[::3], [*map(parting.__getitem__, names), ""], strict=True))
        nesting = {name: low for name, low in known.items() if low and low not in _UNNESTED}
        steps += [
            _Step(nesting[name], -1 if end else 1) for end, name in zip(ends, names, strict=True) if name in nesting
        ]
    text = unescape("".join(texts))
    return Markup(
        text=text,
        signs=sum(map(len, text.split())),
        deepest=_deepest(steps),
        # Data about the page fills nothing.
        scripts=sum(each.name == "script" and "ld+json" not in each.tag.lower() for each in dropped),
        unscripted=" ".join(
            re.sub(r"<[^<>]*>", " ", " ".join(each.text for each in dropped if each.name == "noscript")).split()
        ),
        cut=_cut(source, steps),
    )


def _parted(source: str) -> tuple[list[str], list[_Dropped]]:
    """The stretches of a page that are shown, and what is left out between them."""
    shown: list[str] = []
    dropped: list[_Dropped] = []
    place = 0
    while (found := _DROPPED.search(source, place)) is not None:
        shown.append(source[place : found.start()])
        place = found.end()
        if found[1] is not None:
            name = found[1].lower()
            end = _end_of(source, name, place)
            dropped.append(_Dropped(name, found[0], source[place:end]))
            place = end
    return [*shown, source[place:]], dropped


def _end_of(source: str, name: str, place: int) -> int:
    """Where an element that holds no markup ends; the end of the page where it is never closed."""
    found = re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE).search(source, place)
    return found.end() if found else len(source)


def _deepest(steps: Sequence[_Step]) -> int:
    depth = deepest = 0
    for _, down in steps:
        depth = max(depth + down, 0)
        deepest = max(depth, deepest)
    return deepest


def _cut(source: str, steps: Sequence[_Step]) -> str | None:
    """Where a page without end breaks off: inside a tag, or inside what should have been closed."""
    if _END_OF_PAGE.search(source):
        return None
    tail = source[-2048:]
    if tail.rfind("<") > tail.rfind(">"):
        return f"inside the tag {tail[tail.rfind('<') :][:40]!r}"
    balance = dict.fromkeys(_FRAMES, 0)
    for name, down in steps:
        if name in balance:
            balance[name] += down
    still_open = [tag for tag, count in balance.items() if count > 0]
    return f"inside <{still_open[0]}>" if still_open else None
