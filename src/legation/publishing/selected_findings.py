"""What is left of the findings once some people aren't named, some words are out and unjudged links with them?

A finding goes whole where it is about one of them, or where its words name one; a tally keeps its numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from legation.model.case import Derived
from legation.model.disputes import Answer, Contradiction, Corroboration, Origin
from legation.model.documents import Passage
from legation.model.findings import Ceiling, Happening, Tally
from legation.model.links import Naming, PersonLink, Resurfacing
from legation.model.postings import Posting
from legation.model.tenures import Holder, Succession, Tenure
from legation.publishing.named import Named

Link = TypeVar("Link", PersonLink, Naming, Resurfacing)
Conclusion = TypeVar("Conclusion", Posting, Tenure, Succession)


def findings_left(
    derived: Derived, outs: frozenset[str], named: Named, included: Mapping[str, str], present: Collection[str]
) -> tuple[Derived, tuple[str, ...]]:
    """The findings that may be written, and the ids of the links that were left out.

    Args:
        derived: all findings.
        outs: ids of persons who aren't named.
        named: their names.
        included: ids that were chosen one by one.
        present: ids of the tellings and claims that stay.
    """
    happenings = tuple(_happenings(derived.happenings, present))
    told = {happening.id for happening in happenings}
    links = tuple(_judged(derived.links, outs, included))
    namings = tuple(_judged(derived.namings, outs, included))
    resurfacings = tuple(_judged(derived.resurfacings, outs, included))
    left = {one.id for one in links} | {one.id for one in namings} | {one.id for one in resurfacings}
    unjudged: tuple[PersonLink | Naming | Resurfacing, ...] = (*derived.links, *derived.namings, *derived.resurfacings)
    made = replace(
        _posts_left(derived, outs, named),
        happenings=happenings,
        tallies=tuple(_tally(one, outs, named, present) for one in derived.tallies if one.event in told),
        sums=tuple(one for one in derived.sums if not _quoted(named, (term.passage for term in one.terms))),
        ceilings=tuple(one for one in derived.ceilings if not _quoted(named, _ceiling_passages(one))),
        links=links,
        mentions=tuple(one for one in derived.mentions if not named.stand_in(one.name, one.passage.quote)),
        namings=tuple(one for one in namings if not named.stand_in(one.mention.name, one.mention.passage.quote)),
        resurfacings=resurfacings,
        contradictions=tuple(one for one in derived.contradictions if _is_kept(one, named, present)),
        corroborations=tuple(one for one in derived.corroborations if _stands(one, named, present, told)),
    )
    return made, tuple(one.id for one in unjudged if one.probability is not None and one.id not in left)


def _posts_left(derived: Derived, outs: frozenset[str], named: Named) -> Derived:
    """The findings without whoever isn't named, and without the steps that rest on their lines."""
    hidden = outs | _kept_about(derived, outs)
    return replace(
        derived,
        persons=tuple(person for person in derived.persons if person.id not in outs),
        members={line: owner for line, owner in derived.members.items() if owner not in outs},
        postings=tuple(_rested(one, hidden) for one in derived.postings if one.person.id not in outs),
        changes=tuple(one for one in derived.changes if one.person.id not in outs),
        remaining=tuple(one for one in derived.remaining if one.person.id not in outs),
        tenures=tuple(
            _rested(one, hidden)
            for one in derived.tenures
            if not _is_out(one.holder, outs, named) and not _quoted(named, one.passages)
        ),
        successions=tuple(
            _rested(one, hidden)
            for one in derived.successions
            if not any(_is_out(holder, outs, named) for holder in (one.predecessor, one.successor, *one.between))
            and not _quoted(named, one.passages)
        ),
    )


def _kept_about(derived: Derived, outs: frozenset[str]) -> frozenset[str]:
    """The ids of the lines and postings of these persons."""
    lines = (line for line, owner in derived.members.items() if owner in outs)
    return frozenset((*lines, *(one.id for one in derived.postings if one.person.id in outs)))


def _rested(one: Conclusion, hidden: frozenset[str]) -> Conclusion:
    """A conclusion without the steps that rest on what is hidden."""
    steps = tuple(step for step in one.derivation if hidden.isdisjoint(given.id for given in step.inputs))
    return one if len(steps) == len(one.derivation) else replace(one, derivation=steps)


def _judged(found: Iterable[Link], outs: frozenset[str], included: Mapping[str, str]) -> Iterator[Link]:
    """Links that somebody judged or chose, between people who are named."""
    for one in found:
        sides = (
            (one.person,)
            if isinstance(one, Naming)
            else (one.a, one.b)
            if isinstance(one, PersonLink)
            else (one.person, one.before)
        )
        if (one.probability is None or one.id in included) and not any(side.id in outs for side in sides):
            yield one


def _happenings(found: Iterable[Happening], present: Collection[str]) -> Iterator[Happening]:
    """The happenings of which something may still be told."""
    for one in found:
        tellings = tuple(id_ for id_ in one.tellings if id_ in present)
        if len(tellings) == len(one.tellings):
            yield one
        elif tellings:
            told = (replace(each, tellings=tuple(t for t in each.tellings if t in present)) for each in one.counts)
            yield replace(one, tellings=tellings, counts=tuple(each for each in told if each.tellings))


def _tally(tally: Tally, outs: frozenset[str], named: Named, present: Collection[str]) -> Tally:
    return replace(
        tally,
        announced_by=tuple(id_ for id_ in tally.announced_by if id_ in present),
        steps=tuple(
            replace(
                step,
                left=tuple(person for person in step.left if person.id not in outs),
                joined=tuple(person for person in step.joined if person.id not in outs),
            )
            for step in tally.steps
        ),
        explanations=tuple(one for one in tally.explanations if not named.stand_in(one.says)),
    )


def _ceiling_passages(ceiling: Ceiling) -> Iterator[Passage]:
    return (passage for part in ceiling.parts for passage in part.passages)


def _is_out(holder: Holder | None, outs: frozenset[str], named: Named) -> bool:
    return holder is not None and (holder.id in outs or named.stand_in(holder.label))


def _is_kept(one: Contradiction, named: Named, present: Collection[str]) -> bool:
    words = (text for side in one.sides for text in (side.says, side.passage.quote))
    said = (side.id for side in one.sides if side.id.startswith(("claim-", "event-")))
    return all(id_ in present for id_ in said) and not named.stand_in(*words, *one.notes)


def _stands(one: Corroboration, named: Named, present: Collection[str], told: Collection[str]) -> bool:
    if not all(id_ in present or id_ in told for id_ in one.about):
        return False
    parts: tuple[Origin | Answer, ...] = (*one.origins, *one.confirmations, *one.denials, *one.non_responses)
    words = (text for part in parts for text in (part.speaker, part.passage.quote))
    return not named.stand_in(one.proposition, *words)


def _quoted(named: Named, passages: Iterable[Passage]) -> bool:
    return named.stand_in(*(passage.quote for passage in passages))
