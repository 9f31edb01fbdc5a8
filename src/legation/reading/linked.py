"""Whom does a page name for machines only? Persons with a post in its linked data (schema.org as JSON-LD).

Pages that a program fills often carry their people there and nowhere else. Authors of articles aren't among them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from legation.reading.lines import Draft

_WRITERS = {"author", "creator", "publisher", "editor", "contributor", "reviewedBy", "copyrightHolder"}
_RELATED = {"spouse", "children", "parent", "parents", "sibling", "siblings", "relatedTo", "knows", "colleague"}
_ASIDE = frozenset(_WRITERS | _RELATED | {"colleagues", "follows"})
"""Properties under which others stand than the people of the page: who wrote it, and whose relatives they are."""
_ARTICLES = ("Article", "Posting", "Report")
_MOST = 5_000


def linked_people(tree: LexborHTMLParser, shown: Iterable[Draft]) -> list[Draft]:
    """Lines for persons whom the page's linked data names with a post and its text doesn't.

    Args:
        tree: the page.
        shown: the lines of its text.
    """
    scripts = [
        node.text()
        for node in tree.css("script")
        if (node.attributes.get("type") or "").strip().lower() == "application/ld+json"
    ]
    if not scripts:
        return []
    lines = list(shown)
    text = " ".join(" ".join(line.text.split()) for line in lines)
    element = max((line.element or 0 for line in lines), default=0)
    found: list[Draft] = []
    for script in scripts:
        for name, post in _persons(script):
            if name in text:
                continue
            element += 2
            found.append(Draft(kind="term", text=name, element=element - 1, role="json-ld"))
            found.append(Draft(kind="definition", text=post, element=element, role="json-ld"))
            if len(found) > _MOST:
                return found
    return found


def _persons(script: str) -> Iterator[tuple[str, str]]:
    try:
        waiting: list[Any] = [json.loads(script or "")]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            types = value.get("@type")
            kinds = [each for each in (types if isinstance(types, list) else [types]) if isinstance(each, str)]
            if any(each.endswith(_ARTICLES) for each in kinds):
                continue
            name, post = _said(value.get("name")), _said(value.get("jobTitle"))
            if "Person" in kinds and name and post:
                yield name, post
            inner = [each for key, each in value.items() if key not in _ASIDE and isinstance(each, dict | list)]
            waiting.extend(reversed(inner))


def _said(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    text = first.get("name") if isinstance(first, dict) else first
    return " ".join(text.split()) if isinstance(text, str) else ""
