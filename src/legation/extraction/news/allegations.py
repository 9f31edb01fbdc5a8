"""Who is said to be of a service? Ties to services with their hedge and their holder.

It is never the article's fact: it is alleged, in the words and the strength of whoever holds it. A mere mention of
officers is none, and a tie that is denied is a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.extraction.news.beliefs import Belief, belief_of, is_asked, is_linked
from legation.extraction.news.cast import Cast, Named, is_pronoun
from legation.extraction.news.holders import agent_behind, holder_of
from legation.extraction.news.intelligence import Officer, officers, phrase_start
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import (
    Saying,
    apposed_before,
    clause_start,
    is_negated,
    list_end,
    subject_of,
    text_of,
    when_stay,
)
from legation.language.numbers import Number
from legation.model.claims import Attribution

_COPULA = 5
_QUOTES = frozenset('“”«»„"')


def affiliations(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every alleged tie to a service that a sentence tells, and every tie that it denies."""
    marked = line.marked
    previous = 0
    for officer in officers(marked):
        if is_asked(marked, officer):
            continue
        belief = belief_of(marked, officer, previous)
        if belief is not None:
            saying = _believed(line, text, cast, officer, belief)
        else:
            saying = _predicated(line, text, cast, officer) or _listed(line, text, cast, officer)
        if saying is not None:
            yield saying
            previous = officer.after


def _believed(line: Line, text: str, cast: Cast, officer: Officer, belief: Belief) -> Saying | None:
    marked = line.marked
    if is_negated(marked, max(belief.first - 3, clause_start(marked, belief.first)), belief.first):
        return None
    between = (belief.after, officer.first)
    if not is_linked(line, cast, officer, belief):
        return _predicated(line, text, cast, officer) or _listed(line, text, cast, officer)
    if belief.active:
        return _active(line, text, cast, officer, belief)
    agent = agent_behind(marked, text, *between) or agent_behind(marked, text, officer.after, officer.after + 1)
    about = apposed_before(line, text, cast, belief.first) or subject_of(line, text, cast, belief.first)
    saying = _made(line, text, officer, about, belief=belief)
    return _held_by(saying, agent, belief)


def _active(line: Line, text: str, cast: Cast, officer: Officer, belief: Belief) -> Saying | None:
    """Such as "X regards Y as …": who stands between is meant, who stands before believes."""
    marked = line.marked
    if belief.first > officer.first:
        return _verb_last(line, text, cast, officer, belief)
    named = next((n for n in cast.named[line.number] if belief.after <= n.first and n.after <= officer.first), None)
    pointing = any(is_pronoun(marked, i) or marked.is_in(i, "them") for i in range(belief.after, officer.first))
    pointing = pointing or marked.is_in(belief.first - 1, "clitic")
    mention = next((p for p in marked.people if belief.after <= p.first and p.after <= officer.first), None)
    if named is not None:
        subject: str | None = named.name
    elif mention is not None:
        subject = text_of(marked, text, mention.first, mention.after)
    elif pointing and not any(n.first >= belief.after and n.after <= officer.first for n in _counted(marked)):
        before = next((p for p in reversed(marked.people) if p.after <= belief.first), None)
        subject = text_of(marked, text, before.first, before.after) if before else cast.meant[line.number]
    else:
        counted = next((n for n in _counted(marked) if belief.after <= n.first and n.after <= officer.first), None)
        if counted is None:
            return None
        subject = text_of(marked, text, counted.first, officer.after)
    saying = _made(line, text, officer, subject, belief=belief)
    return _held_by(saying, holder_of(line, text, belief.first), belief)


def _verb_last(line: Line, text: str, cast: Cast, officer: Officer, belief: Belief) -> Saying | None:
    """Such as "dass X den Konsul Y für einen Offizier hält": who stands last before the officer is meant."""
    marked = line.marked
    start = clause_start(marked, officer.first)
    named = next((n for n in reversed(cast.named[line.number]) if start <= n.first and n.after <= officer.first), None)
    if named is None:
        return None
    begin = named.first
    while begin > start and _is_titled(marked, begin - 1):
        begin -= 1
    while start < begin and not marked.tokens[start].is_word:
        start += 1
    return _held_by(_made(line, text, officer, named.name, belief=belief), text_of(marked, text, start, begin), belief)


def _is_titled(marked: Marked, index: int) -> bool:
    """Whether a word belongs to the title before a name."""
    title = marked.is_in(index, "title") or marked.is_in(index, "determiner") or marked.is_in(index, "post-adjective")
    return title or any(p.first <= index < p.after for p in marked.people)


def _counted(marked: Marked) -> tuple[Number, ...]:
    """Numbers that count officers whom nobody names: "identified nine undercover officers"."""
    return tuple(number for number in marked.numbers if not number.article)


def _held_by(saying: Saying, holder: str | None, belief: Belief) -> Saying:
    """The saying with its holder as the innermost link of the chain."""
    return saying if holder is None else replace(saying, holder=Attribution(speaker=holder, stance=belief.stance))


def _predicated(line: Line, text: str, cast: Cast, officer: Officer) -> Saying | None:
    """Such as "X is an officer of …", "X works for …", "X, a colonel of …": stated flatly, or denied."""
    marked = line.marked
    verb = _copula(marked, officer)
    if verb is not None:
        subject = subject_of(line, text, cast, verb)
        if subject is None or _is_state(marked, text, subject):
            return None
        if is_negated(marked, verb - 2, officer.first):
            return Saying(
                type="denial",
                rule="denial.affiliation",
                first=verb,
                after=officer.after,
                status="denied",
                subject=subject,
                object=officer.service or officer.role,
            )
        return _made(line, text, officer, subject=subject, span=(verb, officer.after))
    start = phrase_start(marked, officer.first)
    turned = _turned(line, cast, start) if marked.lexicon.has("verb-final") else None
    if turned is not None:
        return _made(line, text, officer, subject=turned[1].name, span=(turned[0], officer.after))
    if start > 0 and marked.tokens[start - 1].text in ",—–":
        named = cast.behind(line, start)
        if named is not None:
            return _made(line, text, officer, subject=named.name, span=(named.first, officer.after))
    return None


def _turned(line: Line, cast: Cast, start: int) -> tuple[int, Named] | None:
    """In a verb-second sentence, the verb of being and who stands behind it: "ist X, Attaché in Y, in Wahrheit …"."""
    marked = line.marked
    place = start
    while place > 0 and marked.is_one_of(place - 1, ("in-fact", "adverb")):
        place -= 1
    named = cast.behind(line, place, 0)
    if named is None and place > 0 and marked.tokens[place - 1].text == ",":
        opened = next((i for i in range(place - 2, 0, -1) if marked.tokens[i].text == ","), 0)
        named = cast.behind(line, opened, 0)
    near = range(named.first - 1, max(named.first - _TITLE, -1), -1) if named is not None else ()
    marks = next((i for i in near if not marked.tokens[i].is_word), -1)
    verb = next((i for i in near if i > marks and marked.is_in(i, "be")), None)
    return (verb, named) if verb is not None and named is not None else None


_TITLE = 8
"""Words of the longest title before a name."""


def _is_state(marked: Marked, text: str, subject: str) -> bool:
    """Whether a subject is a state or government, which is nobody's officer."""
    return any(text_of(marked, text, d.first, d.after) == subject for d in marked.deciders if d.code is not None)


def _copula(marked: Marked, officer: Officer) -> int | None:
    """The verb that makes an officer of its subject: a form of "to be" near before, or the tie's own verb."""
    if officer.tie:
        have = next(
            (i for i in range(officer.first - 1, max(officer.first - 3, -1), -1) if marked.is_in(i, "have")), None
        )
        return have if have is not None else officer.first
    start = phrase_start(marked, officer.first)
    for index in range(start - 1, max(start - _COPULA, -1), -1):
        if marked.is_in(index, "be"):
            return index
        if not marked.is_one_of(index, ("adverb", "negation", "as-word", "in-fact")):
            break
    if marked.lexicon.has("verb-final"):
        last = officer.after + 1
        if marked.has_in("be", officer.after, min(last, len(marked.words))):
            return next((i for i in range(start - 1, max(start - 4, -1), -1) if marked.is_in(i, "be")), officer.first)
    return None


def _listed(line: Line, text: str, cast: Cast, officer: Officer) -> Saying | None:
    """Such as "the embassy harbors officers of …", "revealed further officers, including X"."""
    marked = line.marked
    start = phrase_start(marked, officer.first)
    harbor = next((i for i in range(start - 1, max(start - 3, -1), -1) if marked.is_in(i, "harbor")), None)
    if harbor is not None:
        return _made(line, text, officer, subject=subject_of(line, text, cast, harbor), span=(harbor, officer.after))
    for index in range(officer.after, min(officer.after + 3, len(marked.words))):
        if marked.is_in(index, "including"):
            named = cast.next_to(line, index + 1, 2)
            said = marked.has_in("say", max(start - 3, 0), start)
            if named is not None and said:
                return _made(line, text, officer, subject=named.name, span=(officer.first, named.after))
    if _is_quoted(marked, officer) and any(p.first <= officer.first < p.after for p in marked.people):
        mention = next(p for p in marked.people if p.first <= officer.first < p.after)
        return _made(line, text, officer, subject=text_of(marked, text, mention.first, mention.after))
    return None


def _is_quoted(marked: Marked, officer: Officer) -> bool:
    before = marked.tokens[officer.first - 1].text if officer.first else ""
    behind = marked.tokens[officer.after].text if officer.after < len(marked.tokens) else ""
    return before in _QUOTES and behind in _QUOTES


def _made(
    line: Line,
    text: str,
    officer: Officer,
    subject: str | None,
    *,
    belief: Belief | None = None,
    span: tuple[int, int] | None = None,
) -> Saying:
    """An affiliation over the words of the officer, of the belief, and of what else it was read from."""
    marked = line.marked
    spans = [
        (officer.first, officer.after),
        *([(belief.first, belief.after)] if belief else []),
        *([span] if span else []),
    ]
    first, after = min(begin for begin, _ in spans), max(end for _, end in spans)
    hedge = _hedge(marked, text, first)
    when, _ = when_stay(line, officer.after, list_end(marked, officer.after))
    return Saying(
        type="affiliation",
        rule=f"affiliation.{'belief' if belief else 'tie' if officer.tie else 'stated'}",
        first=first,
        after=after,
        status="alleged",
        subject=subject,
        object=officer.service,
        value=officer.role,
        when=when,
        wording=_wording(marked, text, belief, officer) if belief else hedge,
        strength=belief.strength if belief else "stated",
        hedged=belief.stance if belief else "reports" if hedge else None,
    )


def _wording(marked: Marked, text: str, belief: Belief, officer: Officer) -> str | None:
    """The hedge as printed: the verb with its auxiliary and its "as", an ellipsis for what stands between."""
    first = belief.first
    while first > 0 and belief.first - first < 2 and (marked.is_in(first - 1, "be") or marked.is_in(first - 1, "have")):
        first -= 1
    link = next((i for i in range(belief.after, officer.first) if marked.is_in(i, "as-word")), None)
    head = text_of(marked, text, first, belief.after)
    if link is None:
        return head
    if link == belief.after:
        return text_of(marked, text, first, link + 1)
    return f"{head} … {marked.tokens[link].text}"


def _hedge(marked: Marked, text: str, first: int) -> str | None:
    """A hedging adverb right before a claim."""
    for index in range(first, max(first - 3, -1), -1):
        if marked.phrase_at("hedge", index) is not None:
            found = marked.phrase_at("hedge", index)
            if found is not None and found[0] == "alleged":
                return text_of(marked, text, index, index + found[1])
    return None
