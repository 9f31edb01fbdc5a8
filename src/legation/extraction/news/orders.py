"""Who is told to do something, and by whom? "X told Y to cut its staff", "X asked Y to withdraw its envoy".

The words of telling stand before the verb that is told; without them nobody is told anything.
"""

from __future__ import annotations

from legation.extraction.news.mentions import Marked
from legation.extraction.news.subject import SPEAKER
from legation.extraction.news.triggers import Hit
from legation.model.claims import Status

_TELLS = 4
_ORDER = 7


def told_before(marked: Marked, hit: Hit) -> str | None:
    """The state behind a verb of telling, before the trigger."""
    for party in marked.parties:
        if party.after > hit.first or party.sense.kind == "adjective":
            continue
        before = party.first - 1
        while before > 0 and marked.is_one_of(before, ("determiner", "preposition")):
            before -= 1
        if before > 0 and marked.is_in(before, "that-word") and _is_asking(marked, before - 1):
            return party.sense.code
        if before >= 0 and marked.is_one_of(before, ("accuse", "decide", "order-noun")):
            return party.sense.code
    return _notified(marked, hit)


def told_to(marked: Marked, hit: Hit) -> str | None:
    """The state that is told to do something, before or behind the verb of telling."""
    return told_before(marked, hit) or _asked(marked, hit)


def _notified(marked: Marked, hit: Hit) -> str | None:
    """Such as "informed the Y side of a cut of its staff": of what is one's own nobody has to be told so."""
    if hit.sense.type != "ceiling":
        return None
    told = (d for d in marked.deciders if d.code and not d.subject and d.after <= hit.first)
    return next((d.code for d in told if marked.phrase_at("notify", d.first - 1) is not None), None)


def status_told(marked: Marked, hit: Hit, status: Status) -> Status:
    """What a government tells another state to do is announced; what a parliament calls for is not."""
    called = marked.has_in("assembly", 0, hit.first)
    return "announced" if status == "called-for" and not called else status


def teller_before(marked: Marked, hit: Hit) -> str | None:
    """The subject of a verb of telling before the trigger: who says that it shall be done."""
    for decider in marked.deciders:
        if decider.after > hit.first or not decider.subject or decider.code is None:
            continue
        near = range(decider.after, min(decider.after + _TELLS, hit.first))
        if any(marked.is_one_of(i, ("say", "accuse", "decide", "order-noun")) for i in near):
            return decider.code
        helped = marked.lexicon.has("verb-final") and marked.is_in(decider.after, "have")
        if helped and any(_is_asking(marked, i) for i in range(decider.after, hit.first)):
            return decider.code
    return None


def _by_pronoun(marked: Marked, hit: Hit) -> str | None:
    """Such as "a note to Y's embassy, in which it asks it to …": whom a pronoun beside the asking means."""
    for index in range(hit.first - 1, max(hit.first - _ORDER, 0), -1):
        if _is_asking(marked, index) and marked.is_one_of(index - 1, ("him", "them-object")):
            named = [p.sense.code for p in marked.parties if p.after < index and p.sense.code]
            return named[-1] if named else None
    return None


def _is_asking(marked: Marked, index: int) -> bool:
    found = marked.phrase_at("modal", index)
    return found is not None and found[0] == "called-for"


def order(marked: Marked, hit: Hit) -> tuple[str | None, str] | None:
    """Who tells whom, where an infinitive hangs on a verb of telling: the teller, open where only "we" is said."""
    told = told_to(marked, hit) or _by_pronoun(marked, hit)
    infinitive = hit.sense.form == "base" or marked.is_one_of(hit.first - 1, ("to-word", "that-word"))
    if not infinitive or told is None:
        return None
    teller = teller_before(marked, hit)
    if teller is None and marked.has_in("we", max(hit.first - _ORDER, 0), hit.first):
        teller = SPEAKER
    if teller is None and told_before(marked, hit) is None:
        teller = next((d.code for d in marked.deciders if d.subject and d.code and d.after <= hit.first), None)
    return None if teller == told else (teller, told)


def _asked(marked: Marked, hit: Hit) -> str | None:
    """In verb-final languages: the state right before the participle of asking, "hat Y aufgefordert, …"."""
    if not marked.lexicon.has("verb-final"):
        return None
    for party in reversed(marked.parties):
        if party.after <= hit.first and party.sense.kind != "adjective":
            near = range(party.after, min(party.after + 2, hit.first))
            if any(_is_asking(marked, i) for i in near):
                return party.sense.code
    return None
