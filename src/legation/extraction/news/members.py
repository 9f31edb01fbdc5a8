"""Who is named as one of those sent away? "Among them is X", "X was one of the six whom …".

The name must stand in the sentence; what it shares with the others (who, when) is the report's link, said as such.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.extraction.news.mentions import Marked
from legation.extraction.news.naming import name_at

_REACH = 5


@dataclass(frozen=True, slots=True)
class Member:
    """A named one of a group: the name, and the tokens from the words of belonging to it."""

    name: str
    first: int
    after: int


def member_of_group(marked: Marked) -> Member | None:
    """The person whom a sentence names as one of the group spoken of before."""
    for _, first, after in marked.scan("among"):
        for place in range(after, min(after + _REACH, len(marked.words))):
            name = name_at(marked, place)
            if name is not None and _only_grammar(marked, after, place):
                return Member(name, _from_noun(marked, first), place + len(name.split()))
    return None


def _only_grammar(marked: Marked, first: int, after: int) -> bool:
    return all(
        marked.is_in(i, "be")
        or marked.is_in(i, "determiner")
        or marked.words[i] in ("expelled", "ausgewiesen")
        or not marked.tokens[i].is_word
        for i in range(first, after)
    )


def _from_noun(marked: Marked, first: int) -> int:
    """Such as "One of note among them": from the sentence's first word where it is near."""
    return 0 if first <= _REACH else first


def member_before(marked: Marked) -> str | None:
    """The name of whom a sentence says that they were among those whom it goes on to speak of."""
    for _, first, _ in marked.scan("among-before"):
        name = name_at(marked, 0)
        if name is not None and len(name.split()) <= first:
            return name
    return None
