"""Who is said to be of a service? Ties to services with their hedge and their holder.

It is never the article's fact: it is alleged, in the words and the strength of whoever holds it. A mere mention of
officers is none, and a tie that is denied is a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.extraction.news.cast import Cast, is_pronoun
from legation.extraction.news.holders import agent_behind, holder_of
from legation.extraction.news.intelligence import Officer, officers, phrase_start
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import (
    Saying,
    clause_start,
    is_negated,
    subject_of,
    text_of,
)
from legation.model.claims import Attribution, Stance, Strength

_CUE_REACH = 13
_COPULA = 4
_QUOTES = frozenset('“”«»„"')


@dataclass(frozen=True, slots=True)
class _Belief:
    """A word of belief at tokens `first` to before `after`: with its strength and stance."""

    first: int
    after: int
    strength: Strength
    stance: Stance
    active: bool


def affiliations(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every alleged tie to a service that a sentence tells, and every tie that it denies."""
    marked = line.marked
    previous = 0
    for officer in officers(marked):
        belief = _belief(marked, officer, previous)
        if belief is not None:
            saying = _believed(line, text, cast, officer, belief)
        else:
            saying = _predicated(line, text, cast, officer) or _listed(line, text, cast, officer)
        if saying is not None:
            yield saying
            previous = officer.after


def _belief(marked: Marked, officer: Officer, previous: int) -> _Belief | None:
    """The nearest word of belief before an officer in the clause; verb-final languages have it behind as well."""
    start = max(clause_start(marked, officer.first), officer.first - _CUE_REACH, previous)
    places = list(range(officer.first - 1, start - 1, -1))
    if marked.lexicon.has("verb-final"):
        places += range(officer.after, min(officer.after + 4, len(marked.words)))
    for index in places:
        for group, active in (("belief-active", True), ("belief", False)):
            found = marked.phrase_at(group, index)
            if found is None or (index < officer.first < index + found[1]):
                continue
            strength, stance = found[0].split(":")
            near = range(max(index - 3, 0), index)
            been = any(marked.is_in(i, "be") for i in near)
            helped = any(marked.is_in(i, "have") for i in near) or active
            return _Belief(index, index + found[1], strength, stance, helped and not been)  # type: ignore[arg-type]
    return None


def _believed(line: Line, text: str, cast: Cast, officer: Officer, belief: _Belief) -> Saying | None:
    marked = line.marked
    if is_negated(marked, max(belief.first - 3, clause_start(marked, belief.first)), belief.first):
        return None
    between = (belief.after, officer.first)
    if not _is_linked(line, cast, officer, belief):
        return _predicated(line, text, cast, officer) or _listed(line, text, cast, officer)
    if belief.active:
        return _active(line, text, cast, officer, belief)
    agent = agent_behind(marked, text, *between) or agent_behind(marked, text, officer.after, officer.after + 1)
    saying = _made(line, text, officer, subject_of(line, text, cast, belief.first), belief=belief)
    return _held_by(saying, agent, belief)


_FILLERS = (
    "as-word",
    "adverb",
    "be",
    "preposition",
    "determiner",
    "number-article",
    "he",
    "them",
    "conjunction",
    "pronoun",
)


def _is_linked(line: Line, cast: Cast, officer: Officer, belief: _Belief) -> bool:
    """Whether nothing but grammar, a person and one other word stands between a belief and what is believed."""
    marked = line.marked
    start = phrase_start(marked, officer.first)
    persons = [(n.first, n.after) for n in cast.named[line.number]]
    persons += [(m.first, m.after) for m in (*marked.people, *marked.missions, *marked.deciders)]
    agent = next((i for i in range(belief.after, start) if marked.is_in(i, "by-agent")), start)
    unknown = [
        i
        for i in range(belief.after, min(start, agent))
        if not any(marked.is_in(i, group) for group in _FILLERS) and not any(a <= i < b for a, b in persons)
    ]
    return len([i for i in unknown if marked.tokens[i].is_word]) <= 1


def _active(line: Line, text: str, cast: Cast, officer: Officer, belief: _Belief) -> Saying | None:
    """Such as "X regards Y as …": who stands between is meant, who stands before believes."""
    marked = line.marked
    named = next((n for n in cast.named[line.number] if belief.after <= n.first and n.after <= officer.first), None)
    pointing = any(is_pronoun(marked, i) or marked.is_in(i, "them") for i in range(belief.after, officer.first))
    mention = next((p for p in marked.people if belief.after <= p.first and p.after <= officer.first), None)
    if named is not None:
        subject: str | None = named.name
    elif mention is not None:
        subject = text_of(marked, text, mention.first, mention.after)
    elif pointing:
        before = next((p for p in reversed(marked.people) if p.after <= belief.first), None)
        subject = text_of(marked, text, before.first, before.after) if before else cast.meant[line.number]
    else:
        return None
    saying = _made(line, text, officer, subject, belief=belief)
    return _held_by(saying, holder_of(line, text, belief.first), belief)


def _held_by(saying: Saying, holder: str | None, belief: _Belief) -> Saying:
    """The saying with its holder as the innermost link of the chain."""
    return saying if holder is None else replace(saying, holder=Attribution(speaker=holder, stance=belief.stance))


def _predicated(line: Line, text: str, cast: Cast, officer: Officer) -> Saying | None:
    """Such as "X is an officer of …", "X works for …", "X, a colonel of …": stated flatly, or denied."""
    marked = line.marked
    verb = _copula(marked, officer)
    if verb is not None:
        subject = subject_of(line, text, cast, verb)
        if subject is None:
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
    if start > 0 and marked.tokens[start - 1].text == ",":
        named = cast.behind(line, start)
        if named is not None:
            return _made(line, text, officer, subject=named.name, span=(named.first, officer.after))
    return None


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
        if (
            not marked.is_in(index, "adverb")
            and not marked.is_in(index, "negation")
            and not marked.is_in(index, "as-word")
        ):
            break
    if marked.lexicon.has("verb-final"):
        last = officer.after + 1
        if any(marked.is_in(i, "be") for i in range(officer.after, min(last, len(marked.words)))):
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
            said = any(marked.is_in(i, "say") for i in range(max(start - 3, 0), start))
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
    belief: _Belief | None = None,
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
    return Saying(
        type="affiliation",
        rule=f"affiliation.{'belief' if belief else 'tie' if officer.tie else 'stated'}",
        first=first,
        after=after,
        status="alleged",
        subject=subject,
        object=officer.service,
        value=officer.role,
        wording=_wording(marked, text, belief, officer) if belief else hedge,
        strength=belief.strength if belief else "stated",
        hedged=belief.stance if belief else "reports" if hedge else None,
    )


def _wording(marked: Marked, text: str, belief: _Belief, officer: Officer) -> str | None:
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
