"""Which signs of a text would do more than be read? Those that steer a terminal, or turn the text around them."""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = frozenset("\u061c\u200e\u200f")
"""Marks of direction for the signs beside them, which texts in Arabic and Hebrew have for good reasons."""


def visible(text: str) -> str:
    """The text with control and direction-changing characters as U+FFFD; line feeds and tabs stay.

    Unicode Technical Report 36, section 2.4.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in "\n\t" or not (c in _MARKS or _steers(c)) else "\ufffd" for c in text)


def printable(text: str) -> str:
    """The same for paper, where each name stands by itself: marks of direction stay away without a trace."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if c not in "\n\t" and _steers(c) else c for c in text if c not in _MARKS)


def _steers(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Cs")
