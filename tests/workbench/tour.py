"""Every screen of a case by its address, found as a reader finds them: by following links from the first page."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

SAME = 2
"""Addresses of one kind that are looked at; captures all are."""
_KIND = re.compile(r"[0-9a-f]{8,}|[A-Z]{2,4}/[A-Z]{2,4}(?:/[\w-]+)*")


def addresses(page: Page, base: str, *, same: int = SAME, captures: bool = True) -> list[str]:
    """The paths of all screens; of many that are alike some, and each capture in each of its views.

    Args:
        page: a page inside of the workbench.
        base: what all its addresses begin with.
        same: how many of one kind are taken.
        captures: whether each capture is among them.
    """
    found: list[str] = []
    waiting, kinds = ["/"], dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        found.append(path)
        answer = page.request.get(f"{base}{path}")
        if not answer.headers.get("content-type", "").startswith("text/html"):
            found.pop()
            continue
        for href in re.findall(r'<a [^>]*href="([^"]+)"', answer.text()):
            whole = urlsplit(urljoin(f"{base}{path}", href.replace("&amp;", "&")))
            to = whole.path + (f"?{whole.query}" if whole.query else "")
            kind = re.sub(r"\d+", "9", _KIND.sub("*", to))
            if "format=json" in to or to in found or to in waiting or kinds.get(kind, 0) >= same:
                continue
            kinds[kind] = kinds.get(kind, 0) + 1
            waiting.append(to)
    if captures:
        rows = page.request.get(f"{base}/captures?format=json").json()["captures"]
        every = [f"/sources/{row['sha256']}?view=outline" for row in rows]
        found += [path for path in every if path not in found]
    return found
