"""What do names of persons consist of, and can two spellings be of one name?

Parts keep the printed letters; comparing goes by part, each spelling read under the conventions that it fits. A name
alone never identifies a person.
"""

from __future__ import annotations

from legation.language.names.comparing import (
    Comparison,
    Levels,
    Name,
    Reason,
    compare,
    levels,
    prepared,
    ranked_levels,
    similarity,
)
from legation.language.names.folding import folded_name, skeletons
from legation.language.names.parts import NameParts, parse_name

__all__ = [
    "Comparison",
    "Levels",
    "Name",
    "NameParts",
    "Reason",
    "compare",
    "folded_name",
    "levels",
    "parse_name",
    "prepared",
    "ranked_levels",
    "similarity",
    "skeletons",
]
