"""Which kind, level and size does a Word document's style give its paragraphs?

A style says what it doesn't say itself by the one that it is based on. Names of built-in styles are English in every
language of Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from legation.model.documents import BlockKind

DEFAULT = ""
"""The key of what holds where no style is named."""
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CHAIN = 20
"""Styles that may be based on one another."""


class Style(NamedTuple):
    """What a style says of a paragraph; `None` and false where it says nothing."""

    name: str = ""
    base: str | None = None
    level: int | None = None
    size: float | None = None
    """Points."""
    bold: bool = False
    item: bool = False

    @property
    def kind(self) -> BlockKind:
        """The kind of block that a paragraph in this style is."""
        if self.level is not None:
            return "heading"
        return "item" if self.item else "caption" if self.name == "caption" else "paragraph"

    @property
    def role(self) -> str | None:
        """The style's name as one word; nothing for the one that all text has."""
        return "-".join(self.name.split()) if self.name not in ("", "normal", "default") else None


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def value_of(element: ElementTree.Element | None) -> str | None:
    """The `val` of an element, in whichever namespace."""
    if element is None:
        return None
    return next((value for name, value in element.attrib.items() if local(name) == "val"), None)


def is_on(value: str | None) -> bool:
    """Whether a switch is on; one that is named without a value is."""
    return (value or "true").lower() not in ("0", "false", "off", "none")


def half_points(value: str | None) -> float | None:
    """A size given in half points, in points."""
    return int(value) / 2 if value and value.isascii() and value.isdigit() and len(value) < 5 else None


def outline(value: str | None) -> int | None:
    """A heading's level from 1; the tenth of the outline is running text."""
    return int(value) + 1 if value and len(value) == 1 and value in "012345678" else None


def styles_of(part: bytes) -> dict[str, Style]:
    """The styles of a document by their ids, what they are based on filled in."""
    try:
        root = ElementTree.fromstring(part or b"<none/>")
    except (ElementTree.ParseError, ValueError):
        return {}
    own: dict[str, Style] = {}
    default = Style(size=next((half_points(value_of(one)) for one in _named(root, "docDefaults", "sz")), None))
    normal: str | None = None
    for element in root:
        attributes = {local(name): value for name, value in element.attrib.items()}
        if local(element.tag) != "style" or attributes.get("type", "paragraph") != "paragraph":
            continue
        own[attributes.get("styleId", "")] = _own(element)
        if is_on(attributes.get("default", "0")):
            normal = attributes.get("styleId")
    found = {key: _whole(style, own, default) for key, style in own.items()}
    found[DEFAULT] = found[normal]._replace(name="") if normal in found else default
    return found


def _own(element: ElementTree.Element) -> Style:
    """What a style says itself."""
    told = {local(one.tag): one for one in element.iter()}
    name = (value_of(told.get("name")) or "").lower()
    heading = _HEADING.fullmatch(name)
    level = int(heading[1]) if heading else 1 if name == "title" else outline(value_of(told.get("outlineLvl")))
    return Style(
        name=name,
        base=value_of(told.get("basedOn")),
        level=level,
        size=half_points(value_of(told.get("sz"))),
        bold="b" in told and is_on(value_of(told["b"])),
        item="numPr" in told or name.startswith("list "),
    )


def _whole(style: Style, own: Mapping[str, Style], default: Style) -> Style:
    chain = [style]
    while (base := own.get(chain[-1].base or "")) is not None and len(chain) < _CHAIN:
        chain.append(base)
    return Style(
        name=style.name,
        level=next((one.level for one in chain if one.level is not None), None),
        size=next((one.size for one in chain if one.size is not None), default.size),
        bold=style.bold,
        item=any(one.item for one in chain),
    )


def _named(root: ElementTree.Element, outer: str, inner: str) -> Iterator[ElementTree.Element]:
    for one in root.iter():
        if local(one.tag) == outer:
            yield from (within for within in one.iter() if local(within.tag) == inner)
