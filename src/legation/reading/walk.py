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


class _Frame(NamedTuple):
    """A block-level element that is open."""

    tag: str
    kind: BlockKind
    level: int | None
    element: int
    role: str
    cell: Cell | None
    grid: Grid | None
    kept: bool
    """Whether white space stands as printed."""


class Walk:
    """Goes through a tree once and keeps the lines it meets in `drafts`."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.signs = 0
        """Signs that aren't white space in the drafts that are text of the page."""
        self._elements = 0
        self._tables = 0
        self._roles: dict[tuple[object, ...], str] = {}
        self._parts: list[str] = []
        self._aside: list[Draft] = []
        self._links: list[LexborNode] = []
        """The links of the line that is open."""
        self._frames = [_Frame("", "paragraph", None, 0, "", None, None, False)]

    def through(self, root: LexborNode | None) -> None:
        """Walk the tree below and with this node."""
        node = root
        around: list[tuple[LexborNode, bool]] = []
        """The elements that are open, with whether each has a frame of its own."""
        while node is not None:
            frames = len(self._frames)
            if self._enter(node):
                framed = len(self._frames) > frames
                child = node.child
                if child is not None:
                    around.append((node, framed))
                    node = child
                    continue
                if framed:
                    self._leave()
            following = node.next
            while following is None and around:
                node, framed = around.pop()
                if framed:
                    self._leave()
                following = node.next
            node = following
        self._end_line()

    def _enter(self, node: LexborNode) -> bool:
        """Open a node; whether its children are to be visited."""
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content)
            return False
        if tag is None or tag in DROPPED or tag[0] in "-!_":
            return False
        self._elements += 1
        if tag in INLINE:
            self._inline(tag, node)
            return True
        if self._parts or self._aside:
            self._end_line()
        self._frames.append(self._frame(tag, node))
        return True

    def _leave(self) -> None:
        if self._parts or self._aside:
            self._end_line()
        self._frames.pop()

    def _text(self, text: str | None) -> None:
        if not text or (text.isspace() and not self._parts):
            return
        if self._frames[-1].kept and ("\n" in text or "\r" in text):
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
        if len(words) < 3 or any(one.tag in _PICTURES_ASIDE for one in self._frames):
            return
        role = _longer(frame.role, ["img"])
        self._aside.append(Draft(kind="caption", text=words, element=self._elements, role=role, cell=frame.cell))

    def _frame(self, tag: str, node: LexborNode) -> _Frame:
        outer = self._frames[-1]
        attributes = node.attributes
        cell, grid = outer.cell, outer.grid
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
        level = outer.level
        kind = _KINDS.get(tag)
        if kind is None:
            kind = "paragraph" if tag in _FRESH else outer.kind
        elif kind == "heading":
            level = int(tag[1])
        role = self._role(outer.role, tag, attributes) if attributes or tag in _TOLD else outer.role
        kept = outer.kept or tag in _KEPT
        return _Frame(tag, kind, level if kind == "heading" else None, self._elements, role, cell, grid, kept)

    def _role(self, outer: str, tag: str, attributes: dict[str, str | None]) -> str:
        """What is told of a block in this element; elements of one name and with the same attributes tell the same."""
        key = (outer, tag, *attributes.items())
        role = self._roles.get(key)
        if role is None:
            words = [tag] if tag in _TOLD else []
            if tag in ("td", "th"):
                words += [f"{name}={attributes[name]}" for name in ("rowspan", "colspan") if attributes.get(name)]
            role = self._roles[key] = _longer(outer, words + _names(attributes))
        return role

    def _end_line(self) -> None:
        """Close the line that is open, if it holds anything, and what stood at its side."""
        if self._parts:
            text = " ".join("".join(self._parts).split())
            self._parts.clear()
            if text:
                frame = self._frames[-1]
                role = frame.role or None
                if len(self._links) >= _MENU and _is_menu(self._links, text):
                    role = _longer(frame.role, ["menu"])
                self.signs += len(text) - text.count(" ")
                self.drafts.append(
                    Draft(frame.kind, text, frame.level, None, None, frame.cell, frame.element, None, role)
                )
            self._links.clear()
        if self._aside:
            self.drafts.extend(self._aside)
            self._aside.clear()


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
