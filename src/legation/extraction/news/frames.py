"""Who decides? The decider of a trigger, by the place in which each language puts it.

The decider is the subject of an active verb, the owner of a noun, or stands behind "by"; a passive without one has
none, whatever the place suggests.
"""

from __future__ import annotations

from dataclasses import replace

from legation.extraction.news.mentions import Decider, Marked, Party, PeopleMention, party_before
from legation.extraction.news.nouns import decided_on, decides, notified
from legation.extraction.news.objects import reduced
from legation.extraction.news.subject import GENERIC, SPEAKER, Actor, subject_of
from legation.extraction.news.triggers import Hit
from legation.vocabulary.press import months, weekdays

_DECIDES = 9
"""Words between a verb of deciding and its noun: "ordered late on Monday the expulsion of"."""


def actor_of(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor:
    """Who decides."""
    by = _agent_behind(marked, hit, people)
    if by is not None:
        return by
    if hit.sense.rule == "noun":
        return _noun_actor(marked, hit)
    if hit.sense.rule == "left-asked":
        return _asker(marked, hit)
    if hit.voice == "passive" or hit.sense.rule in ("welcome", "must-leave"):
        said = _speaking(marked, hit, people)
        return said if said.code is not None or people is None else _ahead_of_colon(marked, hit, people)
    if people is not None and _is_reduced(marked, hit, people):
        return Actor(None, None)
    place = hit.first
    decision = _decision(marked, hit)
    if decision is not None:
        return decision
    if people is not None and people.after <= hit.first and marked.lexicon.has("relative-subject"):
        relative = subject_of(marked, people.after, place)
        if relative.code is not None:
            return relative
    return _inverted(marked, hit, people) or subject_of(marked, 0, place)


def _asker(marked: Marked, hit: Hit) -> Actor:
    """At whose request people left: "at the request of X", "at our request"."""
    first, after = hit.tail or (hit.after, hit.after)
    if any(marked.is_in(index, "we") or marked.is_in(index, "our") for index in range(first, after)):
        return Actor(SPEAKER, None)
    decider = next((d for d in marked.deciders if after <= d.first <= after + 2), None)
    return Actor(None, None) if decider is None else Actor(decider.code or GENERIC, decider.first)


def _speaking(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor:
    """Such as "X said that Y were no longer welcome": who says it of others decides, unless another host is named."""
    told = hit.sense.tail in _ORDERS
    if people is None or not (told or hit.sense.rule == "expel") or (not told and _elsewhere(marked, hit)):
        return Actor(None, None)
    host = people.host or (people.mission.receiving if people.mission else None)
    speakers = [d for d in marked.deciders if d.subject and d.after <= people.first]
    for decider in speakers if marked.lexicon.has("verb-final") else reversed(speakers):
        verb = next((i for i in range(decider.after, people.first) if _speaks(marked, i)), None)
        far = verb is None or verb - decider.after > 4 or people.first - verb > 6
        if far and not _notifies(marked, decider, people):
            continue
        if decider.code is not None and (decider.code == people.sending or host not in (None, decider.code)):
            return Actor(None, None)
        if decider.code is None and not told:
            return Actor(None, None)
        return Actor(decider.code or GENERIC, decider.first)
    return Actor(None, None)


def _ahead_of_colon(marked: Marked, hit: Hit, people: PeopleMention) -> Actor:
    """Such as "X followed suit: two diplomats must leave": the one subject of the clause before."""
    colon = next((i for i in range(hit.first - 1, 0, -1) if marked.tokens[i].text == ":"), None)
    if colon is None or colon > people.first:
        return Actor(None, None)
    subjects = [d for d in marked.deciders if d.subject and d.code is not None and d.after <= colon]
    alone = len(subjects) == 1 and subjects[0].code != people.sending
    return Actor(subjects[0].code, subjects[0].first) if alone else Actor(None, None)


def _elsewhere(marked: Marked, hit: Hit) -> bool:
    """Whether the clause names a state behind the verb, from which they may be sent away."""
    stop = next((i for i in range(hit.end, len(marked.words)) if marked.tokens[i].text in ",;:."), len(marked.words))
    return any(hit.end <= party.first < stop and party.sense.kind != "adjective" for party in marked.parties)


def _notifies(marked: Marked, decider: Decider, people: PeopleMention) -> bool:
    """Such as "the ministry summoned the envoy and informed him that three members …"."""
    near = range(max(people.first - _TOLD, decider.after), people.first)
    verb = next((index for index in near if marked.phrase_at("notify", index) is not None), None)
    return verb is not None and marked.has_in("that-word", verb, people.first)


_TOLD = 14


def _speaks(marked: Marked, index: int) -> bool:
    return marked.is_in(index, "say") or marked.is_in(index, "decide")


_ORDERS = frozenset(
    {
        "no-longer-welcome",
        "leave",
        "persona-non-grata",
        "quitter",
        "abandonar",
        "покинуть",
        "accreditation",
        "nicht-willkommen",
        "plus-bienvenu",
        "no-bienvenido",
    }
)


def _decision(marked: Marked, hit: Hit) -> Actor | None:
    """Such as "X's decision to expel", "la decisión de X de": the party beside the noun decides, not the subject."""
    if hit.sense.form not in ("base", "pres"):
        return None
    owner: Party | None = None
    for place in range(hit.first - 2, max(hit.first - _DECISION, 0), -1):
        if marked.is_in(place, "decision"):
            party = party_before(marked, place) or owner
            if party is None and marked.is_in(place - 1, "own"):
                return replace(subject_of(marked, 0, place), reference=True)
            return Actor(party.sense.code if party else None, party.first if party else None, reference=True)
        owner = owner or next((p for p in marked.parties if p.first <= place < p.after), None)
        if not _joins(marked, place) and (owner is None or place < owner.first):
            return None
    return None


_DECISION = 7


def _joins(marked: Marked, index: int) -> bool:
    """Whether a word may lead from a noun to its infinitive: "decision on Monday to", "décision de", a comma."""
    word = marked.words[index]
    return marked.is_in(index, "preposition") or not word[0].isalpha() or word in weekdays() or word in months()


def _is_reduced(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    joined = marked.is_in(hit.first - 1, "and-word")
    return people.after <= hit.first and not joined and reduced(marked, hit) is people


def _inverted(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor | None:
    """German and Russian put the subject behind the verb where something else opens the sentence."""
    if not marked.lexicon.has("verb-final"):
        return None
    start = next((i + 1 for i in range(hit.first - 1, -1, -1) if marked.tokens[i].text in ":;"), 0)
    helpers = (i for i in range(hit.first, start - 1, -1) if marked.is_in(i, "have") or marked.is_in(i, "modal"))
    helper = next(helpers, None)
    place = (
        helper
        if helper is not None and helper < hit.first
        else hit.first
        if hit.sense.form in ("pres", "past")
        else None
    )
    if place is None:
        return None
    places = (hit.first + 1, place + 1, place + 2) if hit.sense.form in ("pres", "past") else (place + 1, place + 2)
    decider = next((d for d in marked.deciders if d.first in places), None)
    if decider is None or (people is not None and people.first <= decider.first < people.after):
        return None
    return Actor(decider.code or GENERIC, decider.first)


def _agent_behind(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor | None:
    """A decider behind "by" or its like, near the trigger."""
    if hit.voice != "passive" and hit.sense.rule != "noun":
        return None
    limit = max(hit.end, people.after if people else 0) + 4
    for decider in marked.deciders:
        before = decider.first - 1
        while before >= hit.after and marked.is_in(before, "determiner"):
            before -= 1
        if hit.after <= before < limit and (marked.is_in(before, "by-agent") or _agent_phrase(marked, before)):
            return Actor(decider.code or GENERIC, decider.first)
    return _instrumental_agent(marked, hit, people)


def _agent_phrase(marked: Marked, last: int) -> bool:
    """Whether several words that stand for "by" end at a place."""
    starts = range(max(last - 3, 0), last + 1)
    return any(
        (found := marked.phrase_at("by-agent-phrase", index)) is not None and index + found[1] == last + 1
        for index in starts
    )


def _instrumental_agent(marked: Marked, hit: Hit, people: PeopleMention | None) -> Actor | None:
    """An instrumental behind a passive, or behind the people of a noun: "выслан властями"."""
    if not marked.lexicon.has("instrumental-agent"):
        return None
    places = (hit.after,) if hit.voice == "passive" else (people.after,) if people is not None else ()
    decider = next((d for d in marked.deciders if d.first in places), None)
    return (
        None
        if decider is None or not _is_instrumental(marked, decider)
        else Actor(decider.code or GENERIC, decider.first)
    )


def _is_instrumental(marked: Marked, decider: Decider) -> bool:
    endings = tuple(marked.lexicon.words("instrumental"))
    return any(word.endswith(endings) for word in marked.words[decider.first : decider.after])


def _noun_actor(marked: Marked, hit: Hit) -> Actor:
    """Such as "X's expulsion of", "ordered the expulsion of": the possessor, or the subject of the deciding verb."""
    place = hit.first
    while place > 0 and not marked.is_in(place - 1, "preposition") and hit.first - place < 4:
        if marked.words[place - 1] == "'s":
            owner = next((d for d in marked.deciders if d.after == place - 1), None)
            return Actor(owner.code, owner.first) if owner is not None else Actor(None, None)
        place -= 1
    verb = next((i for i in range(hit.first - 1, max(hit.first - _DECIDES, -1), -1) if decides(marked, i)), None)
    verb = verb if verb is not None else _governing(marked, hit) or notified(marked, hit)
    if verb is None:
        decided = decided_on(marked, hit)
        return Actor(*decided) if decided is not None else _framed(marked, hit)
    if marked.lexicon.has("verb-final"):
        behind = next((d for d in marked.deciders if verb < d.first <= verb + 2 and d.after <= hit.first), None)
        if behind is not None:
            return Actor(behind.code or GENERIC, behind.first)
    return subject_of(marked, 0, verb)


def _framed(marked: Marked, hit: Hit) -> Actor:
    """In verb-final languages, of a noun whose verb closes the clause: "X hat mit der Ausweisung von Y geantwortet"."""
    ahead = range(hit.after, min(hit.after + _FRAME, len(marked.words)))
    closes = any(_ends(marked, i) for i in ahead)
    helper = next((i for i in range(hit.first - 1, -1, -1) if marked.is_in(i, "have")), None)
    if not marked.lexicon.has("verb-final") or helper is None or not closes:
        return Actor(None, None)
    behind = next((d for d in marked.deciders if helper < d.first <= helper + 2 and d.after <= hit.first), None)
    return Actor(behind.code or GENERIC, behind.first) if behind is not None else subject_of(marked, 0, helper)


def _ends(marked: Marked, index: int) -> bool:
    """Whether a verb of deciding stands before a comma, an "and" or the end."""
    closed = (
        index + 1 >= len(marked.words) or not marked.tokens[index + 1].is_word or marked.is_in(index + 1, "and-word")
    )
    return decides(marked, index) and closed


_FRAME = 14


def _governing(marked: Marked, hit: Hit) -> int | None:
    """The verb of planning or threatening that governs a noun: its subject would decide."""
    for index in range(hit.first - 1, max(hit.first - _DECIDES, -1), -1):
        found = marked.phrase_at("modal", index)
        if found is not None and found[0] in ("planned", "threatened"):
            return index
    return None
