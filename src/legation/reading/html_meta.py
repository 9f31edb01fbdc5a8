"""What does a page say of itself: its title, its dates, its address, its language?

Names are kept as the page writes them, in small letters: `article:published_time`, `og:title`, `json-ld:datePublished`,
`time`. Nothing here decides which date is the page's.
"""

from __future__ import annotations

import json
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_LONGEST = 500
_JSON_LD = frozenset(
    {"@type", "dateCreated", "dateModified", "datePublished", "description", "headline", "inLanguage", "name"}
    | {"uploadDate", "url"}
)
_JSON_LD_NAMED = frozenset({"author", "publisher"})
_MOST = 200
"""Values kept of one page."""

Meta = tuple[tuple[str, str], ...]


def page_meta(tree: LexborHTMLParser) -> Meta:
    """Names and values, in the order of the page, title first."""
    found: list[tuple[str, str]] = []
    title = tree.css_first("title")
    if title is not None:
        _keep(found, "title", title.text())
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        name = name or attributes.get("http-equiv")
        if name and attributes.get("content"):
            _keep(found, name.strip().lower(), attributes["content"])
    for node in tree.css("link[rel]"):
        if "canonical" in (node.attributes.get("rel") or "").lower().split():
            _keep(found, "canonical", node.attributes.get("href"))
    for node in tree.css("time"):
        _keep(found, "time", node.attributes.get("datetime") or node.text())
    for node in tree.css("[itemprop=datePublished], [itemprop=dateModified]"):
        if node.tag not in ("meta", "time"):
            _keep(found, (node.attributes.get("itemprop") or "").lower(), node.attributes.get("content") or node.text())
    for node in tree.css("script"):
        if (node.attributes.get("type") or "").strip().lower() == "application/ld+json":
            _keep_linked(found, node.text())
    return tuple(found[:_MOST])


def page_languages(tree: LexborHTMLParser, meta: Meta) -> tuple[str, ...]:
    """The languages that a page declares, as two or three letters."""
    root = tree.css_first("html")
    declared = [root.attributes.get("lang") or root.attributes.get("xml:lang") or "" if root is not None else ""]
    declared += [value for name, value in meta if name in ("content-language", "og:locale", "json-ld:inLanguage")]
    tags = (tag.strip().replace("_", "-").partition("-")[0].lower() for value in declared for tag in value.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag.isascii() and tag.isalpha() and 2 <= len(tag) <= 3))


def _keep(found: list[tuple[str, str]], name: str, value: str | None) -> None:
    folded = " ".join((value or "").split())
    if folded and len(folded) <= _LONGEST:
        found.append((name, folded))


def _keep_linked(found: list[tuple[str, str]], source: str | None) -> None:
    """The dates and names of a JSON-LD script; what is no JSON is passed over."""
    try:
        waiting: list[Any] = [json.loads(source or "")]
    except (ValueError, RecursionError):
        return
    while waiting and len(found) < _MOST:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            for key, inner in value.items():
                if key in _JSON_LD and isinstance(inner, str):
                    _keep(found, f"json-ld:{key}", inner)
                elif key in _JSON_LD_NAMED:
                    _keep(found, f"json-ld:{key}", _name_of(inner))
                elif isinstance(inner, dict | list):
                    waiting.append(inner)


def _name_of(value: object) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("name") if isinstance(first, dict) else first
    return name if isinstance(name, str) else None
