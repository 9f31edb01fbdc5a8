"""Who decides? The name that stands in the log: as given, from the environment, or of the account."""

from __future__ import annotations

import getpass
import os

VARIABLE = "LEGATION_AUTHOR"


def author(given: str | None = None) -> str:
    """The name of the person at work."""
    if name := (given or os.environ.get(VARIABLE, "")).strip():
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
