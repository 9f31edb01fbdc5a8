"""How does a reference manager get the captures? CSL-JSON and BibTeX, as Zotero reads them.

One item for each capture: its source, what it is called, when it was seen and by whom, and the digest of its bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from legation.model.dates import Edtf
from legation.model.sources import Capture
from legation.publishing.content import DRAFT, Content

Item = dict[str, Any]
_CSL_TYPES = {"report": "article-newspaper", "list": "report", "names": "document", "letter": "personal_communication"}
_BIBTEX_TYPES = {"article-newspaper": "article", "report": "techreport", "webpage": "misc"}
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}


def csl_bytes(content: Content) -> bytes:
    """The captures as CSL-JSON (Citation Style Language 1.0.2)."""
    return (json.dumps([*_items(content)], ensure_ascii=False, indent=1) + "\n").encode()


def bibtex_bytes(content: Content) -> bytes:
    """The captures as BibTeX in UTF-8; the first line of a draft says that it is one."""
    first = f"% {DRAFT}\n" if content.draft else ""  # what stands outside of entries is a comment
    return (first + "\n".join(_entry(item) for item in _items(content))).encode()


def _items(content: Content) -> Iterator[Item]:
    published = {report.sha256: report.published for report in content.reports}
    titles = {report.sha256: report.title for report in content.reports if report.title}
    as_of = {roster.edition.sha256: roster.edition.as_of for roster in content.rosters}
    for capture in content.captures:
        given = capture.given
        seen = given.captured_at or capture.added_at
        issued = published.get(capture.sha256) or as_of.get(capture.sha256) or given.published or given.as_of
        kind = _CSL_TYPES.get(given.kind or ("report" if capture.sha256 in titles else ""), "")
        item: Item = {
            "id": capture.id,
            "type": kind or ("webpage" if given.url else "document"),
            "title": titles.get(capture.sha256) or given.source or capture.name,
            "container-title": given.source if capture.sha256 in titles else None,
            "URL": given.url,
            "issued": _day(issued),
            "accessed": _moment(seen),
            "archive": "web archive" if capture.origin == "archive" else None,
            "language": given.language,
            "note": f"{DRAFT}. {_note(capture)}" if content.draft else _note(capture),
        }
        yield {name: value for name, value in item.items() if value is not None}


def _day(day: Edtf | None) -> Item | None:
    """The day as far as it is known; a span that isn't a year or month as its words."""
    if day is None:
        return None
    parts = day.text.rstrip("~?").split("-")
    if "/" in day.text or not all(part.isdigit() for part in parts) or (len(parts) > 1 and int(parts[1]) > 12):
        return {"literal": day.text}
    return {"date-parts": [[int(part) for part in parts]]}


def _moment(seen: datetime) -> Item:
    return {"date-parts": [[seen.year, seen.month, seen.day]]}


def _note(capture: Capture) -> str:
    told = [f"SHA-256: {capture.sha256}"]
    if capture.given.captured_at is not None:
        told.append(f"seen {capture.given.captured_at.isoformat()}")
    told.append(f"added {capture.added_at.isoformat()}")
    return "; ".join(told)


def _entry(item: Item) -> str:
    fields = {
        "title": f"{{{_text(item['title'])}}}",
        "journal": _text(item["container-title"]) if "container-title" in item else None,
        "url": item.get("URL"),
        "year": _year(item.get("issued")),
        "month": _month(item.get("issued")),
        "date": _iso(item.get("issued")),
        "urldate": _iso(item["accessed"]),
        "note": _text(item["note"]),
    }
    kind = _BIBTEX_TYPES.get(item["type"], "misc")
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{item['id']},", *lines, "}", ""])


def _iso(issued: Item | None) -> str | None:
    if issued is None:
        return None
    if "literal" in issued:
        return str(issued["literal"])
    first, *rest = issued["date-parts"][0]
    return "-".join([f"{first:04d}", *(f"{part:02d}" for part in rest)])


def _year(issued: Item | None) -> str | None:
    return None if issued is None or "literal" in issued else f"{issued['date-parts'][0][0]:04d}"


def _month(issued: Item | None) -> str | None:
    parts = [] if issued is None or "literal" in issued else issued["date-parts"][0]
    return str(parts[1]) if len(parts) > 1 else None


def _text(text: str) -> str:
    """The text as BibTeX reads it: on one line, with what it would take for a command escaped."""
    return "".join(_ESCAPED.get(char, char) for char in " ".join(text.split()))
