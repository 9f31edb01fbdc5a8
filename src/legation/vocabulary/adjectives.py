"""Which state does an adjective name, as in `Russian embassy`? By stems and their endings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows, spelled_out

MOST_ENDING = 3
"""Letters of an ending that a language may put behind an adjective's stem."""
_LONGEST = 3
_SHORTEST_STEM = 4


def state_of_adjective(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The state that an adjective starting at a word names, and how many words it has; `None` for no adjective.

    Args:
        words: folded words.
        at: the word to look at.
    """
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = tuple(words[at : at + length])
        for cut in range(MOST_ENDING + 1):
            stem = (*phrase[:-1], phrase[-1][: len(phrase[-1]) - cut])
            if cut and len(stem[-1]) < _SHORTEST_STEM:
                break
            code = _stems().get(stem)
            if code is not None:
                return code, length
    return None


@cache
def _stems() -> dict[tuple[str, ...], str]:
    header, *states = rows("demonyms.tsv")
    found: dict[tuple[str, ...], str] = {}
    for code, *forms in states:
        for language, cell in zip(header[1:], forms, strict=False):
            for form in filter(None, (fold(one) for one in cell.split(";"))):
                found.setdefault(form, code)
                if language == "es" and form[-1].endswith("o"):
                    found.setdefault((*form[:-1], form[-1][:-1]), code)
    for code, _, text in rows("adjectives_more.tsv"):
        for form in spelled_out(text):
            found.setdefault(form, code)
    return found
