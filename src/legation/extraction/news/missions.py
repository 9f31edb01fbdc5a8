"""Which missions does a sentence mention, whose are they, with whom, and where?"""

from __future__ import annotations

from legation.extraction.news.lexicon import MISSIONS
from legation.extraction.news.mentions import Marked, MissionMention
from legation.extraction.news.noun_phrases import complement, leftward


def missions(marked: Marked) -> tuple[MissionMention, ...]:
    """Every mission of a sentence whose parties are marked."""
    found: list[MissionMention] = []
    for kind, head, after in marked.scan_table(MISSIONS):
        first, sending, _ = leftward(marked, head)
        if found and first < found[-1].after:
            first = head
        found.append(_mission_right(marked, kind, (first, head, after), sending))
    return tuple(found)


def _mission_right(marked: Marked, kind: str, place: tuple[int, int, int], sending: str | None) -> MissionMention:
    """Read on behind a mission's noun: whose it is, to whom, where."""
    first, head, after = place
    receiving: str | None = None
    city: str | None = None
    for _ in range(3):
        step = complement(marked, after)
        if step is None:
            break
        role, party, end = step
        if (role == "adjective" and sending is None) or (role == "origin" and sending is None):
            sending = party.sense.code
        elif role == "host" and party.sense.kind == "seat":
            city = party.sense.label
            if kind in ("embassy", "high-commission"):
                receiving = receiving or party.sense.code
        elif role in ("host", "origin") and receiving is None and party.sense.code != sending:
            receiving = party.sense.code
        else:
            break
        after = end
    if (
        city is None
        and receiving is None
        and not marked.lexicon.has("capital-nouns")
        and marked.is_in(after, "host")
        and after + 1 < len(marked.tokens)
    ):
        place_name = marked.tokens[after + 1]
        if place_name.is_capital and place_name.is_word and not _is_party(marked, after + 1):
            city, after = place_name.text, after + 2
    return MissionMention(first, after, head, kind, sending, receiving, city)


def _is_party(marked: Marked, index: int) -> bool:
    return any(party.first <= index < party.after for party in marked.parties)
