"""On which condition is a step told, and is it only left open? Words such as "if", "otherwise", "does not rule out".

A condition may stand far from its verb, even behind a comma; who only asks whether something is so sets none.
"""

from __future__ import annotations

from legation.extraction.news.mentions import Marked
from legation.extraction.news.triggers import Hit

_REACH = 18


def is_conditional(marked: Marked, hit: Hit) -> bool:
    """Whether the sentence says on which condition: at its beginning, behind a comma, or behind the verb."""
    for index, _, _ in marked.phrases("if-word"):
        if hit.start <= index < hit.end:
            continue
        opens = index == 0 or marked.tokens[index - 1].text in ",:—–" or marked.is_in(index - 1, "that-word")
        if opens or (index >= hit.end and not marked.is_one_of(index - 1, ("say", "conjunction", "preposition"))):
            return True
    return False


def is_not_excluded(marked: Marked, hit: Hit, start: int) -> bool:
    """Whether several words leave open what a clause behind a comma says: "does not rule out that …"."""
    for index, found, length in marked.phrases_in("modal", max(hit.first - _REACH, start), hit.first):
        if found == "hypothetical" and length > 1:
            return not marked.has_in("say", index + length, hit.first)
    return False
