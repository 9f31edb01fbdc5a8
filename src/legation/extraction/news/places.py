"""Where is a post? A mission, a ministry, or a state or city behind the preposition that follows a title."""

from __future__ import annotations

from legation.extraction.news.mentions import OWN, Marked, MissionMention

Place = tuple[int, int, MissionMention | None]
"""The first token of a place with its preposition, the token after it, and the mission where it is one."""
_PLACE = 7


def place_behind(marked: Marked, after: int) -> Place | None:
    """Where a post is: a mission, a seat, a ministry or a capitalized place behind a preposition."""
    index = after
    while index < min(after + _PLACE, len(marked.words)) and not _joins(marked, index):
        if marked.tokens[index].text in ",;:." or marked.is_in(index, "be") or marked.is_in(index, "conjunction"):
            return None
        index += 1
    if index >= min(after + _PLACE, len(marked.words)):
        return None
    mission = next((m for m in marked.missions if index <= m.head and m.first <= index + 2), None)
    if mission is not None:
        return index, mission.after, mission
    return _other_place(marked, index)


def _joins(marked: Marked, index: int) -> bool:
    if (marked.is_in(index, "of") or marked.is_in(index, "host")) and not marked.is_in(index, "away"):
        return True
    return marked.lexicon.has("genitive-behind") and any(m.first == index for m in marked.missions)


def _other_place(marked: Marked, index: int) -> Place | None:
    """A ministry, or a state or city behind the preposition."""
    start = index + 1
    while start < len(marked.words) and marked.is_in(start, "determiner"):
        start += 1
    for place in range(start, min(start + 6, len(marked.words))):
        found = marked.phrase_at("government", place)
        if found is not None:
            return index, place + found[1], None
        if marked.tokens[place].text in ",;:.":
            break
    if start < len(marked.tokens) and marked.tokens[start].is_capital and marked.tokens[start].is_word:
        party = next((p for p in marked.parties if p.first == start), None)
        end = party.after if party is not None and party.sense.kind != "adjective" else start + 1
        second = marked.is_in(end, "host") and end + 1 < len(marked.tokens) and marked.tokens[end + 1].is_capital
        return index, end + 2 if second else end, None
    return None


def mission_key_of(mission: MissionMention | None) -> str | None:
    """The key of a mission whose both sides the words say."""
    if mission is None or mission.sending in (None, OWN) or mission.receiving is None:
        return None
    if mission.kind in ("consulate", "consulate-general", "office"):
        return None
    return f"{mission.sending}/{mission.receiving}"
