"""How do the lines of a page stand to each other: its headings, tables and lists, as far as its own tags say so?

Made anew from what was read, in a handful of plain tags without attributes of the page's: no script, style, picture,
address or form of it is left to do anything. Lines that must not be seen aren't.
"""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from legation.reading.encoding import declared_in_markup, decode
from legation.reading.html import DEEPEST
from legation.reading.markup import measure
from legation.reading.walk import Walk

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TABLES = ("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
_TEXTS = ("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figcaption")
_KEPT = frozenset((*_HEADINGS, *_TABLES, *_TEXTS))
_SPANS = ("colspan", "rowspan")
_WIDEST = 1000


def rebuilt(data: bytes, lines: Mapping[int, str], *, charset: str | None = None) -> str | None:
    """The page as markup of ours; `None` where it has no tree, or one too deep.

    Args:
        data: the page.
        lines: by where a block starts in the document's text, its markup; blocks that aren't there aren't shown.
        charset: as for reading.
    """
    source = decode(data, declared=(charset, declared_in_markup(data))).text
    if measure(source).deepest > DEEPEST:
        return None
    try:
        tree = LexborHTMLParser(source)
    except SelectolaxError:
        return None
    walk = _Rebuilding(lines)
    walk.through(tree.root)
    return "".join(walk.markup)


class _Rebuilding(Walk):
    """Walks as reading does, and writes each element and line down as it passes."""

    def __init__(self, lines: Mapping[int, str]) -> None:
        super().__init__()
        self.markup: list[str] = []
        self._lines = lines
        self._start = 0

    def _enter(self, node: LexborNode) -> bool:
        inside = super()._enter(node)
        if inside and self._opened:
            self.markup.append(_opening(self._frames[-1].manner.tag, node.attributes))
        return inside

    def _leave(self) -> None:
        opened, tag = self._opened, self._frames[-1].manner.tag
        super()._leave()
        if opened:
            self.markup.append(f"</{_plain(tag)}>\n")

    def _end_line(self) -> None:
        known = len(self.drafts)
        super()._end_line()
        for draft in self.drafts[known:]:
            self.markup.append(self._lines.get(self._start, ""))
            self._start += len(draft.text) + 1


def _plain(tag: str) -> str:
    return tag if tag in _KEPT else "div"


def _opening(tag: str, attributes: Mapping[str, str | None]) -> str:
    spans = ""
    if tag in ("td", "th"):
        told = ((name, attributes.get(name) or "") for name in _SPANS)
        spans = "".join(f' {name}="{int(value)}"' for name, value in told if _is_span(value))
    return f"<{_plain(tag)}{spans}>"


def _is_span(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) < 5 and 1 < int(value) <= _WIDEST
