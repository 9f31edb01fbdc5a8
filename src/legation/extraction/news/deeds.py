"""Which deeds is somebody accused or suspected of? With who accuses, in the words of the accusation.

What is said of officers of services is an affiliation, no deed; an accusation that the sentence denies is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast as typed

from legation.extraction.news.cast import Cast
from legation.extraction.news.holders import asked_by, holder_of
from legation.extraction.news.intelligence import officers
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import Saying, apposed_before, clause_end, subject_of, text_of
from legation.model.claims import Attribution, Stance, Strength

_AGENT = 9
"""Words of the longest agent between an accusation and its deed."""
_QUOTES = frozenset('“”«»„"')


def deeds(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every deed that a sentence says somebody is accused or suspected of."""
    marked = line.marked
    taken = -1
    accusations = (*marked.scan("act-accuse"), *_by_agent(marked))
    services = officers(marked) if accusations else ()
    for sense, first, after in accusations:
        accused = None if _is_passive(sense) else _accused(line, cast, after)
        end = _deed_end(marked, accused[1] if accused else after)
        if first < taken or end - after < 1 or _is_denied(marked, first):
            continue
        if any(after <= officer.first <= after + 5 for officer in services):
            continue
        saying = _deed(line, text, cast, (first, after, end), sense)
        if saying is not None:
            taken = end
            yield saying


def _by_agent(marked: Marked) -> Iterator[tuple[str, int, int]]:
    """Such as "soupçonné par la justice d'avoir …": a participle with its agent before the deed."""
    for sense, first, after in marked.scan("act-accuse-by"):
        near = range(after + 1, min(after + _AGENT, len(marked.words)))
        opening = next((i for i in near if marked.words[i] in ("d'", "de", "of")), None)
        if opening is not None and not any(marked.tokens[i].text in ",;:." for i in range(after, opening)):
            yield sense, first, opening + 1


def _agent(marked: Marked, text: str, first: int, after: int) -> str | None:
    """Who stands behind "by" inside the words of an accusation."""
    by = next((i for i in range(first, after) if marked.is_in(i, "by-agent")), None)
    return text_of(marked, text, by + 1, after - 1) if by is not None else None


def _is_passive(sense: str) -> bool:
    """Whether the accused is the verb's subject; a third part of the sense says that it is not."""
    parts = sense.split(":")
    return parts[0] == "suspected" and len(parts) == 2


def _is_denied(marked: Marked, place: int) -> bool:
    near = range(max(place - 4, 0), place)
    return any(marked.is_in(index, "negation") or marked.is_in(index, "deny-word") for index in near)


def _deed(line: Line, text: str, cast: Cast, span: tuple[int, int, int], sense: str) -> Saying | None:
    marked = line.marked
    first, after, end = span
    strength, stance = typed(tuple[Strength, Stance], tuple(sense.split(":")[:2]))
    leads = marked.is_in(after, "preposition") or (_is_passive(sense) and marked.tokens[first - 1].text == ",")
    before = _before_verb(line, text, cast, first) if leads and first > 0 else None
    passive = _is_passive(sense) or before is not None
    accused = None if passive else _accused(line, cast, after)
    subject = (
        (before or subject_of(line, text, cast, first)) if passive else accused and _name(line, text, cast, accused)
    )
    holder = _agent(marked, text, first, after) if passive else _accuser(line, text, cast, first)
    if subject is None and not passive:
        return None
    return Saying(
        type="attributed-act",
        rule="act.accused",
        first=first,
        after=end,
        status="alleged",
        subject=subject,
        object=_object(marked, text, accused[1] if accused else after, end),
        wording=text_of(marked, text, first, after),
        strength=strength,
        holder=Attribution(speaker=holder, stance=stance) if holder else None,
        hedged=stance,
    )


def _before_verb(line: Line, text: str, cast: Cast, verb: int) -> str | None:
    """Such as "дипломата подозревают в": whom a verb without a subject is about, right before it."""
    named = cast.behind(line, verb, 0)
    if named is not None:
        return named.name
    apposed = apposed_before(line, text, cast, verb)
    if apposed is not None:
        return apposed
    mention = next((p for p in line.marked.people if p.after == verb), None)
    subject = any(d.subject and d.after <= verb for d in line.marked.deciders)
    return text_of(line.marked, text, mention.first, mention.after) if mention is not None and not subject else None


def _object(marked: Marked, text: str, first: int, end: int) -> str | None:
    """The deed in the words of the accusation, without the mark behind the accused."""
    while first < end and not marked.tokens[first].is_word:
        first += 1
    return text_of(marked, text, first, min(end, first + 25))


def _deed_end(marked: Marked, place: int) -> int:
    """Where the words for a deed end: at a comma, a mark, a conjunction with a new verb."""
    stop = clause_end(marked, place)
    for index in range(place, stop):
        if marked.tokens[index].text == "," or (
            index > place and marked.tokens[index].text in _QUOTES and index - place > 3
        ):
            return index
        if marked.is_in(index, "conjunction") and any(
            marked.is_in(i, "say") or marked.is_in(i, "modal") for i in range(index, min(index + 5, stop))
        ):
            return index
    return stop


def _accuser(line: Line, text: str, cast: Cast, place: int) -> str | None:
    """Who accuses: the nearest state, ministry or person before the verb; its subject where it shares one."""
    marked = line.marked
    if place > 0 and marked.words[place - 1] == "to":
        return asked_by(line, text, place)
    deciders = [d for d in marked.deciders if d.subject and d.after <= place]
    named = cast.before(line, 0, place)
    if named is not None and (not deciders or deciders[-1].first < named.first):
        return named.name
    return text_of(marked, text, deciders[-1].first, deciders[-1].after) if deciders else holder_of(line, text, place)


def _accused(line: Line, cast: Cast, place: int) -> tuple[int, int] | None:
    """Where whom an active accusation is about stands: the person, state or people right behind the verb."""
    marked = line.marked
    named = cast.next_to(line, place, 2)
    if named is not None:
        return named.first, named.after
    apposed = _apposed(line, cast, place)
    if apposed is not None:
        return apposed
    if any(marked.is_in(i, "he") or marked.is_in(i, "them") for i in (place - 2, place)) and cast.meant[line.number]:
        return place, place + marked.is_in(place, "he")
    mentions = (*marked.parties, *marked.missions, *marked.people)
    spans = [(m.first, m.after) for m in mentions if place <= m.first <= place + 2]
    called = next((n for _, after in spans if (n := cast.next_to(line, after, 0)) is not None), None)
    if called is not None:
        return called.first, called.after
    return min(spans, key=lambda span: (span[0], -span[1])) if spans else None


def _apposed(line: Line, cast: Cast, place: int) -> tuple[int, int] | None:
    """Such as "accuse a former consul, X, of …": X, with the comma behind."""
    marked = line.marked
    comma = next((i for i in range(place, min(place + 8, len(marked.words))) if marked.tokens[i].text == ","), None)
    named = cast.next_to(line, comma + 1, 0) if comma is not None else None
    if named is None or any(marked.is_in(i, "be") or marked.is_in(i, "have") for i in range(place, named.first)):
        return None
    closed = named.after < len(marked.tokens) and marked.tokens[named.after].text == ","
    return (named.first, named.after + 1) if closed else None


def _name(line: Line, text: str, cast: Cast, span: tuple[int, int]) -> str | None:
    """The full name of a person named there or meant by a pronoun, else the words as printed."""
    named = next((n for n in cast.named[line.number] if n.first == span[0]), None)
    if named is not None:
        return named.name
    words = text_of(line.marked, text, *span)
    pointing = words is None or line.marked.is_in(span[0], "he")
    return cast.meant[line.number] if pointing else words
