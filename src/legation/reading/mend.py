"""Can the pages of a PDF still be reached when its end, and with it the list of its pages, is lost?

Each page is an object of its own that stands before that list; a list made anew of those that are left, put behind the
bytes that came, leads to them. The bytes that came stay as they are.
"""

from __future__ import annotations

import re

MOST_PAGES = 5000
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_NUMBERS = re.compile(rb"(?<!\d)(\d{1,9})\s{1,3}(\d{1,5})\s{1,3}\Z")
"""The numbers before `obj` where an object begins; before `endobj` there are none."""
_NUMBERS_LONG = 24
_BEGINS = re.compile(rb"(?<!\d)(\d{1,9})\s{1,3}\d{1,5}\s{1,3}obj\b")
_REACH = 4000
"""Bytes before a page's type among which its object begins."""


def with_pages(data: bytes) -> bytes | None:
    """The bytes with a list of the pages found in them behind; `None` where no page is found.

    Pages packed into streams of objects aren't found, and what is locked with a password stays so.
    """
    if b"/Encrypt" in data:
        return None
    pages: dict[tuple[bytes, bytes], None] = {}
    for found in _PAGE.finditer(data):
        at = data.rfind(b"obj", max(found.start() - _REACH, 0), found.start())
        begins = _NUMBERS.search(data[max(at - _NUMBERS_LONG, 0) : at]) if at > 0 else None
        if begins:
            pages[begins[1], begins[2]] = None
        if len(pages) == MOST_PAGES:
            break
    if not pages:
        return None
    kids = b" ".join(b"%s %s R" % page for page in pages)
    last = max(int(found[1]) for found in _BEGINS.finditer(data))
    first, second = last + 1, last + 2
    return b"".join(
        (
            data,
            b"\nendstream\nendobj\n",
            b"%d 0 obj\n<</Type/Pages/Count %d/Kids[%s]>>\nendobj\n" % (first, len(pages), kids),
            b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R>>\nendobj\n" % (second, first),
            b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n0\n%%%%EOF\n" % (second + 1, second),
        )
    )
