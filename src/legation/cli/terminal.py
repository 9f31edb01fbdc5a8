"""What may reach a terminal of what foreign files say, and how wide is it?

Signs that would steer the terminal, or turn the direction of the text around them, are made visible.
"""

from __future__ import annotations

import shutil
import sys
import unicodedata

PLAIN_WIDTH = 200
"""Columns of a table where stdout is no terminal."""
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction of the text around them (Unicode Technical Report 36, section 2.4)."""


def width() -> int:
    """Columns that a table may take on stdout."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH


def visible(text: str) -> str:
    """The text with control and direction-changing characters as U+FFFD; line feeds and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in "\n\t" or not _steers(c) else "\ufffd" for c in text)


def _steers(character: str) -> bool:
    return character in _STEERING or unicodedata.category(character) in ("Cc", "Cs")
