"""How does a tree of HTML become lines?

Each block-level element gives the lines of its own text; a line break starts another. What stands in an element at the
side, as a picture's words do, is a line of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from legation.model.documents import BlockKind, Cell
from legation.reading.elements import elements
from legation.reading.grid import Grid
from legation.reading.lines import Draft

DROPPED = elements("dropped")
INLINE = elements("inline")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "dt": "term",
    "dd": "definition",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
}
_FRESH = elements("fresh")
_TOLD = elements("told")
_PICTURES_ASIDE = frozenset({"nav", "header", "footer"})
ROLE_LENGTH = 400
"""Signs of a role; nesting without end would otherwise make each block's role longer than the last."""
_KEPT = frozenset({"pre", "listing", "xmp"})
_RUN_ON = frozenset({"a", "span"})
_MENU = 3
"""Links in one line, from which on a line of nothing but links is a menu."""
_POST = re.compile(r"title|role|posit|function|fonction|funkt|rank|grade|cargo|stanow|dolzh|job", re.IGNORECASE)
"""What pages call the element that holds somebody's post."""


class _Manner(NamedTuple):
    """What an element and those around it tell of the lines in it."""

    tag: str
    kind: BlockKind
    level: int | None
    role: str
    kept: bool
    """Whether white space stands as printed."""


class _Frame(NamedTuple):
    """A block-level element that is open."""

    manner: _Manner
    cell: Cell | None
    grid: Grid | None
    element: int


class Walk:
    """Goes through a tree once and keeps the lines it meets in `drafts`."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.signs = 0
        """Signs that aren't white space in the drafts that are text of the page."""
        self._elements = 0
        self._tables = 0
        self._manners: dict[tuple[object, ...], _Manner] = {}
        self._parts: list[str] = []
        self._aside: list[Draft] = []
        self._links: list[LexborNode] = []
        """The links of the line that is open."""
        self._frames = [_Frame(_Manner("", "paragraph", None, "", False), None, None, 0)]
        """The elements that are open; one that runs on in a line has the frame of the one around it."""

    def through(self, root: LexborNode | None) -> None:
        """Walk the tree below and with this node."""
        node = root
        around: list[LexborNode] = []
        while node is not None:
            if self._enter(node):
                child = node.child
                if child is not None:
                    around.append(node)
                    node = child
                    continue
                self._leave()
            following = node.next
            while following is None and around:
                self._leave()
                following = around.pop().next
            node = following
        self._end_line()

    def _enter(self, node: LexborNode) -> bool:
        """Open a node; whether its children are to be visited."""
        tag = node.tag
        if tag == "-text":
            text = node.text_content
            if text and (self._parts or not text.isspace()):
                self._text(text)
            return False
        if tag is None or tag in DROPPED or tag[0] in "-!_":
            return False
        self._elements += 1
        if tag in INLINE:
            self._inline(tag, node)
            self._frames.append(self._frames[-1])
            return True
        if self._parts or self._aside:
            self._end_line()
        self._frames.append(self._frame(tag, node.attributes))
        return True

    @property
    def _opened(self) -> bool:
        """Whether the innermost element has a frame of its own."""
        return self._frames[-1] is not self._frames[-2]

    def _leave(self) -> None:
        if (self._parts or self._aside) and self._opened:
            self._end_line()
        self._frames.pop()

    def _text(self, text: str) -> None:
        if self._frames[-1].manner.kept and ("\n" in text or "\r" in text):
            for index, line in enumerate(text.splitlines()):
                if index:
                    self._end_line()
                self._parts.append(line)
            return
        self._parts.append(text)

    def _inline(self, tag: str, node: LexborNode) -> None:
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self._picture(node.attributes)
        elif tag == "small" and node.prev is not None and "".join(self._parts).strip():
            self._end_line()  # small print behind a name is a line of its own, as a heading's second one
        elif tag == "wbr" or tag not in _RUN_ON:
            return
        else:
            if tag == "a":
                self._links.append(node)
            before = node.prev
            if before is not None and before.tag in _RUN_ON and _are_apart(before, node):
                self._end_line()
                return
            # Links and labelled spans that touch are set apart by style sheets: a menu's entries, a name and its title.
            if before is not None and before.tag == tag and (tag == "a" or (_classed(node) and _classed(before))):
                self._parts.append(" ")

    def _picture(self, attributes: dict[str, str | None]) -> None:
        words = " ".join((attributes.get("alt") or "").split())
        frame = self._frames[-1]
        if len(words) < 3 or any(one.manner.tag in _PICTURES_ASIDE for one in self._frames):
            return
        role = _longer(frame.manner.role, ["img"])
        self._aside.append(Draft(kind="caption", text=words, element=self._elements, role=role, cell=frame.cell))

    def _frame(self, tag: str, attributes: dict[str, str | None]) -> _Frame:
        outer, cell, grid, _ = self._frames[-1]
        manner = self._manner(outer, tag, attributes)
        if tag == "td" or tag == "th":
            if grid is not None:
                cell = grid.place(attributes.get("rowspan"), attributes.get("colspan"))
        elif tag == "tr":
            if grid is not None:
                grid.begin_row()
        elif tag == "table":
            grid, cell = Grid(self._tables), None
            self._tables += 1
        elif tag == "caption":
            cell = None
        return _Frame(manner, cell, grid, self._elements)

    def _manner(self, outer: _Manner, tag: str, attributes: dict[str, str | None]) -> _Manner:
        """What is told of lines in this element; elements of one name and with the same attributes tell the same."""
        key = (outer, tag, *attributes.items()) if attributes else (outer, tag)
        manner = self._manners.get(key)
        if manner is None:
            manner = self._manners[key] = _inside(outer, tag, attributes)
        return manner

    def _end_line(self) -> None:
        """Close the line that is open, if it holds anything, and what stood at its side."""
        if self._parts:
            text = " ".join("".join(self._parts).split())
            self._parts.clear()
            if text:
                (_, kind, level, role, _), cell, _, element = self._frames[-1]
                if len(self._links) >= _MENU and _is_menu(self._links, text):
                    role = _longer(role, ["menu"])
                self.signs += len(text) - text.count(" ")
                self.drafts.append(Draft(kind, text, level, None, None, cell, element, None, role or None))
            self._links.clear()
        if self._aside:
            self.drafts.extend(self._aside)
            self._aside.clear()


def _inside(outer: _Manner, tag: str, attributes: dict[str, str | None]) -> _Manner:
    kind = _KINDS.get(tag) or ("paragraph" if tag in _FRESH else outer.kind)
    level = int(tag[1]) if _KINDS.get(tag) == "heading" else outer.level
    words = [tag] if tag in _TOLD else []
    if tag in ("td", "th"):
        words += [f"{name}={attributes[name]}" for name in ("rowspan", "colspan") if attributes.get(name)]
    words += _names(attributes)
    role = _longer(outer.role, words) if words else outer.role
    return _Manner(tag, kind, level if kind == "heading" else None, role, outer.kept or tag in _KEPT)


def _is_menu(links: list[LexborNode], text: str) -> bool:
    """Whether a line's words all stand in links, in several of them."""
    linked = [signs for link in links if (signs := sum(map(str.isalnum, link.text())))]
    return len(linked) >= _MENU and sum(linked) == sum(map(str.isalnum, text))


def _are_apart(before: LexborNode, node: LexborNode) -> bool:
    """Whether touching elements call themselves two lines: a name and a post, a post and an address."""
    if node.tag == "a" and (node.attributes.get("href") or "").startswith(("mailto:", "tel:")):
        return True
    first, second = (_POST.search(each.attributes.get("class") or "") is not None for each in (before, node))
    return first != second and _classed(before) and _classed(node)


def _classed(node: LexborNode) -> bool:
    return bool(node.attributes.get("class"))


def _names(attributes: dict[str, str | None]) -> list[str]:
    """What an element calls itself: its classes, its id, its role, and whether it is hidden."""
    words = [word for key in ("class", "id", "role", "itemprop") for word in (attributes.get(key) or "").split()]
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        words.append("hidden")
    return words


def _longer(role: str, words: list[str]) -> str:
    known = role.split()
    fresh = [word for word in dict.fromkeys(words) if word not in known]
    longer = " ".join([*known, *fresh])
    return longer if len(longer) <= ROLE_LENGTH else role
