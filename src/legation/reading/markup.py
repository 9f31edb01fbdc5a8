"""What does a page hold before any tree is built of it?

One pass over the tags, linear in the page's length: the signs that a reader would see, how deep elements nest, whether
the page breaks off. It is the yardstick that what was read is held against.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from legation.reading.elements import elements

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<drop>script|style|noscript|template|title|iframe|svg|select|datalist|object|textarea|head)\b[^<>]*"
    r"(?:>|(?=<)|\Z)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s<>/]*)[^<>]*(?P<closed>>|(?=<)|\Z)"
    r"|<[!?][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_UNNESTED = elements("unnested")
_INLINE = elements("inline")
_FRAMES = ("table", "dl", "ul", "ol", "div")
_END_OF_PAGE = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


class Markup(NamedTuple):
    """What one pass over the tags tells."""

    lines: list[str]
    signs: int
    """Signs that aren't white space, outside of scripts, styles, titles and the like."""
    deepest: int
    scripts: int
    unscripted: str
    """What is shown where scripts don't run."""
    cut: str | None
    """Where the page breaks off, in words; `None` where it doesn't."""


def measure(source: str) -> Markup:
    """Go over a page's tags once."""
    texts: list[str] = []
    unscripted: list[str] = []
    scripts = depth = deepest = place = 0
    balance = dict.fromkeys(_FRAMES, 0)
    while True:
        found = _TOKEN.search(source, place)
        if found is None:
            texts.append(source[place:])
            break
        start, stop = found.span()
        texts.append(source[place:start])
        place = stop
        dropped, end, tag = found.group("drop", "end", "tag")
        if dropped is not None:
            name = dropped.lower()
            # Data about the page fills nothing.
            scripts += name == "script" and "ld+json" not in found[0].lower()
            if name == "head":
                continue
            stop = _end_of(source, name, place)
            if name == "noscript":
                unscripted.append(source[place:stop])
            place = stop
            continue
        if not tag:
            continue
        tag = tag.lower()
        if tag == "br" or tag not in _INLINE:
            texts.append("\n")
        if tag in balance:
            balance[tag] += -1 if end else 1
        if tag not in _UNNESTED:
            depth = depth + 1 if not end else depth - 1 if depth else 0
            if depth > deepest:
                deepest = depth
    shown = unescape("".join(texts))
    lines = [folded for line in shown.split("\n") if (folded := _BLANK.sub(" ", line).strip())]
    return Markup(
        lines=lines,
        signs=sum(len(line) - line.count(" ") for line in lines),
        deepest=deepest,
        scripts=scripts,
        unscripted=" ".join(re.sub(r"<[^<>]*>", " ", " ".join(unscripted)).split()),
        cut=_cut(source, balance),
    )


def _end_of(source: str, name: str, place: int) -> int:
    """Where an element that holds no markup ends; the end of the page where it is never closed."""
    found = re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE).search(source, place)
    return found.end() if found else len(source)


def _cut(source: str, balance: dict[str, int]) -> str | None:
    """Where a page without end breaks off: inside a tag, or inside what should have been closed."""
    if _END_OF_PAGE.search(source):
        return None
    tail = source[-2048:]
    if tail.rfind("<") > tail.rfind(">"):
        return f"inside the tag {tail[tail.rfind('<') :][:40]!r}"
    still_open = [tag for tag, count in balance.items() if count > 0]
    return f"inside <{still_open[0]}>" if still_open else None
