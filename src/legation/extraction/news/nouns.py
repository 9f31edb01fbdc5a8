"""When does a noun of sending away tell an event? Where somebody decides it, owns it, or a step answers it."""

from __future__ import annotations

from legation.extraction.news.mentions import Marked, PeopleMention, party_before
from legation.extraction.news.triggers import Hit

_NEAR = 6
_DECISION = 7
"""Words between a decision and the noun of what was decided."""
_VERB = 5
_BEHIND = 6
"""Words behind the people of a noun in which its verb stands: "the expulsion of X was announced"."""


def is_decided(marked: Marked, hit: Hit) -> bool:
    """Whether a noun of sending away hangs on a verb that decides, or on its possessor, so that it tells an event."""
    near = range(max(hit.first - _VERB, 0), hit.first)
    return any(decides(marked, index) or marked.words[index] == "'s" for index in near)


def is_told(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Whether a noun of sending away tells an event: somebody decides or demands it, or its people are counted."""
    if is_decided(marked, hit) or is_answered(marked, hit) or decided_on(marked, hit) is not None:
        return True
    counted = people.number is not None and not people.number.article and people.number.value is not None
    if counted and people.sending is not None:
        return True
    if any(_governs(marked, index) for index in range(max(hit.first - _VERB, 0), hit.first)):
        return True
    if notified(marked, hit) is not None:
        return True
    behind = range(people.after, min(people.after + _BEHIND, len(marked.words)))
    if any(marked.is_one_of(i, ("decide", "by-agent", "remark")) for i in behind) or marked.is_in(
        hit.after, "by-agent"
    ):
        return True
    return any(marked.phrase_at("by-agent-phrase", index) is not None for index in behind)


def decided_on(marked: Marked, hit: Hit) -> tuple[str, int] | None:
    """Such as "the decision of X on the expulsion of": who stands beside the decision, and where."""
    for place in range(hit.first - 1, max(hit.first - _DECISION, 0), -1):
        if marked.tokens[place].text in ",;:.":
            return None
        if marked.is_in(place, "decision"):
            near = (d for d in marked.deciders if place <= d.first <= place + 2 and place + 1 < d.after <= hit.first)
            owner = next(((d.code, d.first) for d in near if d.code is not None), None)
            party = party_before(marked, place)
            before = (party.sense.code, party.first) if party is not None and party.sense.code is not None else None
            return owner or before
    return None


def _governs(marked: Marked, index: int) -> bool:
    """Whether a verb of demanding, planning or threatening begins at a place."""
    found = marked.phrase_at("modal", index)
    return found is not None and found[0] in ("called-for", "planned", "threatened", "hypothetical")


def notified(marked: Marked, hit: Hit) -> int | None:
    """The verb by which somebody is told of a step: "informed the ambassador of the expulsion of two diplomats"."""
    near = range(hit.first - 1, max(hit.first - _NOTICE, -1), -1)
    verb = next((i for i in near if marked.phrase_at("notify", i) is not None), None)
    stop = hit.first - 1 - marked.is_in(hit.first - 1, "determiner")
    return verb if verb is not None and marked.is_one_of(stop, ("of", "preposition")) else None


_NOTICE = 10
"""Words between a verb of informing and the noun of what is told."""


def decides(marked: Marked, index: int) -> bool:
    """Whether a verb that decides on a step, or takes it back, begins at a place."""
    if marked.is_in(index, "decide"):
        return True
    undone = marked.phrase_at("hedge", index)
    return undone is not None and undone[0] == "retracted"


def is_earlier(marked: Marked, hit: Hit) -> bool:
    """Whether a noun of sending away only says after what something else came: "after the expulsion of"."""
    if hit.sense.rule != "noun":
        return False
    place = hit.first - 1
    while place > 0 and marked.is_one_of(place, ("determiner", "own")):
        place -= 1
    return any(
        (found := marked.phrase_at("after-word", index)) is not None and index + found[1] > place
        for index in range(max(place - 2, 0), place + 1)
    )


def is_answered(marked: Marked, hit: Hit) -> bool:
    """Whether a noun of sending away is what a step is said to answer: "in response to the expulsion of"."""
    if hit.sense.rule != "noun":
        return False
    for index in range(max(hit.first - _NEAR, 0), hit.first):
        found = marked.phrase_at("retaliation-back", index)
        if found is not None and hit.first - index - found[1] <= 2:
            return True
    return _answers_decision(marked, hit)


def _answers_decision(marked: Marked, hit: Hit) -> bool:
    """Such as "in response to X's decision on the expulsion of": a decision between, and no mark."""
    near = range(max(hit.first - _DECISION, 0), hit.first)
    decided = next((index for index in reversed(near) if marked.is_in(index, "decision")), None)
    if decided is None or any(marked.tokens[index].text in ",;:." for index in range(decided, hit.first)):
        return False
    before = range(max(decided - _DECISION, 0), decided)
    return any(marked.phrase_at("retaliation-back", index) is not None for index in before)
