"""Which words allege wrongdoing? Beginnings of words in many languages, each with the kind of what they allege."""

from __future__ import annotations

import re
from functools import cache

from legation.vocabulary.tables import rows


@cache
def _pattern() -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for _, kind, beginnings in rows("accusing_words.tsv"):
        groups.setdefault(kind, []).extend(beginnings.split("|"))
    parts = (
        f"(?P<{kind}>{'|'.join(re.escape(b) for b in sorted(set(known), key=len, reverse=True))})"
        for kind, known in groups.items()
    )
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(parts)})[^\W\d_]*")


def accusations(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text that allege something, each with its kind, in their order."""
    return tuple((str(found.lastgroup), found[0]) for found in _pattern().finditer(text.lower()))
