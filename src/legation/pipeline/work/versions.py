"""Under which rules was something made? Versions of the rooms, read from their sources without loading them.

A case in which nothing is new is to answer at once; loading every reader only to learn its version would take longer
than everything else.
"""

from __future__ import annotations

import ast
import json
from functools import cache
from importlib.util import find_spec

from legation.vocabulary.link_weights import shipped_weights
from legation.vocabulary.ocr_packs import ocr_version

EVIDENCE_RULES = "evidence-1"
"""Version of the rules by which readings become the evidence of a case."""


def reading_rules() -> str:
    """The version of all rules that make values of bytes, and the packs for scans; another one makes them anew."""
    return "+".join(
        (
            declared("legation.reading", "READER_VERSION"),
            declared("legation.extraction.rosters", "RULES_VERSION"),
            declared("legation.extraction.news", "RULES_VERSION"),
            declared("legation.extraction.registers", "RULES_VERSION"),
            ocr_version(),
        )
    )


def deriving_rules() -> str:
    """The version of all rules that work out what follows from evidence."""
    weights = json.loads(shipped_weights())["version"]
    return f"{EVIDENCE_RULES}+{declared('legation.analysis.derive', 'RULES_VERSION')}+links-{weights}"


@cache
def declared(module: str, name: str) -> str:
    """The text that a module assigns to a name at its top level.

    Raises:
        LookupError: the module has no source or assigns no such text.
    """
    spec = find_spec(module)
    source = getattr(spec.loader, "get_source", lambda _: None)(module) if spec and spec.loader else None
    for statement in ast.parse(source or "").body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=found)], value=ast.Constant(value=str(text))) if found == name:
                return text
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.Constant(value=str(text))) if found == name:
                return text
    raise LookupError(f"{module} assigns no text to {name}")
