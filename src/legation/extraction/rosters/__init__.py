"""Who is on this list, at which mission, with which title, and which lines were not understood?

Finds the repeated shape of a list by its own habits, never by whose list it is.
"""

from __future__ import annotations

from legation.extraction.rosters.roster import extract_roster

RULES_VERSION = "rosters-12"
"""Changes whenever the same document could give another roster."""

__all__ = ["RULES_VERSION", "extract_roster"]
