"""What do names of persons consist of, and can two spellings be of one name?

Parts keep the printed letters; comparing goes by part, in a form that no romanization decides. A name alone never
identifies a person.
"""

from __future__ import annotations

from legation.language.names.comparing import Comparison, Reason, compare, similarity
from legation.language.names.folding import folded_name, skeletons
from legation.language.names.parts import NameParts, parse_name

__all__ = [
    "Comparison",
    "NameParts",
    "Reason",
    "compare",
    "folded_name",
    "parse_name",
    "similarity",
    "skeletons",
]
