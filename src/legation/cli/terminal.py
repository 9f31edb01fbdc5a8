"""What may reach a terminal of what foreign files say, and how wide is it?

Signs that would steer the terminal, or turn the direction of the text around them, are made visible.
"""

from __future__ import annotations

import shutil
import sys

from legation.language.steering import visible as visible

PLAIN_WIDTH = 200
"""Columns of a table where stdout is no terminal."""


def width() -> int:
    """Columns that a table may take on stdout."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else PLAIN_WIDTH
