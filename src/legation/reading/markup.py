"""What does a page hold before any tree is built of it?

One pass over the tags, linear in the page's length: the signs that a reader would see, how deep elements nest, whether
the page breaks off. It is the yardstick that what was read is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from itertools import accumulate, chain
from operator import sub
from typing import NamedTuple

from legation.reading.elements import elements

_DROPPED = re.compile(
    r"<(?=[!sStTnNiIdDoO])(?:!--.*?(?:-->|\Z)"
    r"|(s(?:cript|tyle|vg|elect)|t(?:emplate|itle|extarea)|noscript|iframe|datalist|object)\b[^<>]*(?:>|(?=<)|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"(<[/!?a-zA-Z][^<>]*>?)")
"""A tag, and what begins like one."""
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)")
_UNNESTED = elements("unnested") | {"head"}
_RUN_ON = elements("inline") - {"br"}
_FRAMES = ("table", "dl", "ul", "ol", "div")
_END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)

_TAIL = 2048
"""Signs at the end of a page in which its last tag is looked for."""


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


class _Tag(NamedTuple):
    """A tag as written: its element's name, what it parts the text by, and by how many levels it goes down."""

    name: str
    parting: str
    down: int
    """1 where it opens what others nest in, -1 where it ends that, else 0."""


def measure(source: str) -> Markup:
    """Go over a page's tags once."""
    shown, dropped = _parted(source)
    # In one go, for pages have tens of thousands of tags, most of them alike: text, tag, text, tag, ..., text.
    stretches = [_TAG.split(stretch) for stretch in shown]
    tags = [*chain.from_iterable(pieces[1::2] for pieces in stretches)]
    known = {tag: _tag(tag) for tag in set(tags)}
    partings = {tag: each.parting for tag, each in known.items()}
    for pieces in stretches:
        pieces[1::2] = map(partings.__getitem__, pieces[1::2])
    text = unescape("".join(chain.from_iterable(stretches)))
    return Markup(
        text=text,
        signs=sum(map(len, text.split())),
        deepest=_deepest(tags, known),
        # Data about the page fills nothing.
        scripts=sum(each.name == "script" and "ld+json" not in each.tag.lower() for each in dropped),
        unscripted=" ".join(
            re.sub(r"<[^<>]*>", " ", " ".join(each.text for each in dropped if each.name == "noscript")).split()
        ),
        cut=_cut(source, map(known.__getitem__, tags)),
    )


def _tag(tag: str) -> _Tag:
    found = _NAME.match(tag)
    if found is None:
        is_tag = tag[1] != "/" and tag[-1] == ">"
        return _Tag("", "" if is_tag else tag, 0)
    name = found[2].lower()
    return _Tag(name, "" if name in _RUN_ON else "\n", 0 if name in _UNNESTED else -1 if found[1] else 1)


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


def _deepest(tags: Iterable[str], known: Mapping[str, _Tag]) -> int:
    """The most levels that are open at once; an end of what was never opened ends nothing."""
    levels = {tag: each.down for tag, each in known.items()}
    sums = [*accumulate(filter(None, map(levels.__getitem__, tags)), initial=0)]
    return max(sums) if min(sums) == 0 else max(map(sub, sums, accumulate(sums, min)))


def _cut(source: str, tags: Iterable[_Tag]) -> str | None:
    """Where a page without end breaks off: inside a tag, or inside what should have been closed."""
    if _END_OF_PAGE.search(source, len(source) - _TAIL) or _END_OF_PAGE.search(source):
        return None
    tail = source[-_TAIL:]
    if tail.rfind("<") > tail.rfind(">"):
        return f"inside the tag {tail[tail.rfind('<') :][:40]!r}"
    balance = dict.fromkeys(_FRAMES, 0)
    for tag in tags:
        if tag.name in balance:
            balance[tag.name] += tag.down
    still_open = [name for name, count in balance.items() if count > 0]
    return f"inside <{still_open[0]}>" if still_open else None
