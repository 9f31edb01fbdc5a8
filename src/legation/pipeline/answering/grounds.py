"""What does a conclusion rest on that carries its own derivation? Its words, its rules and inputs, and its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from legation.model.disputes import Contradiction, Corroboration
from legation.model.documents import Passage
from legation.model.links import Mention, Naming, PersonLink, Resurfacing
from legation.model.postings import Derivation, Input, Posting
from legation.model.tenures import Succession, Tenure
from legation.publishing.rows import bounds_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a value rests on."""

    says: str
    passages: tuple[Passage, ...] = ()
    derivation: tuple[Derivation, ...] = ()
    waterfall: tuple[str, ...] = ()
    """What speaks for and against, each with its weight, where weights led to it."""


Conclusion: TypeAlias = (
    Tenure | Succession | PersonLink | Mention | Naming | Resurfacing | Contradiction | Corroboration
)


def ground_of_conclusion(value: Conclusion, postings: Callable[[str], Sequence[Posting]]) -> Ground:
    """The ground of a value.

    Args:
        value: what was concluded.
        postings: gives the postings of a person.
    """
    match value:
        case Tenure():
            return Ground(says=_of_tenure(value), passages=value.passages, derivation=value.derivation)
        case Succession():
            return Ground(says=_of_succession(value), passages=value.passages, derivation=value.derivation)
        case Contradiction():
            words = "; ".join(side.says for side in value.sides)
            passages = tuple(side.passage for side in value.sides)
            return Ground(
                says=" ".join((f"{value.rule}: {words}.", *value.notes)),
                passages=passages,
                derivation=(_step(f"both-sides-{value.rule}", [side.id for side in value.sides]),),
            )
        case Corroboration():
            counted = (
                f"{len(value.origins)} of their own, {len(value.confirmations)} confirm, {len(value.denials)} deny"
            )
            return Ground(
                says=f"{value.proposition}: {counted}, {len(value.non_responses)} don't answer",
                passages=tuple(origin.passage for origin in value.origins),
                derivation=(_step("origins-after-copies", value.about),),
            )
        case PersonLink() as link:
            says = f"{link.a.label} and {link.b.label} may be one person, probability {link.probability:.2f}"
            return _of_two((*postings(link.a.id), *postings(link.b.id)), says, link.reasons)
        case Mention() as mention:
            return Ground(
                says=f"{mention.name}, named in a report of {mention.published or 'an unknown day'}",
                passages=(mention.passage,),
                derivation=(_step("name-in-a-report", mention.said),),
            )
        case Naming() as naming:
            return _of_naming(naming, postings(naming.person.id))
        case Resurfacing() as back:
            both = {one.id: one for person in (back.before, back.person) for one in postings(person.id)}
            held = [both[one] for one in (back.from_posting, back.to_posting) if one in both]
            sure = "judged one person" if back.probability is None else f"probability {back.probability:.2f}"
            missions = " and later at ".join(one.mission for one in held)
            return _of_two(held, f"{back.person.label}, listed at {missions}; {sure}", back.reasons, back.judgement)


def _step(rule: str, ids: Iterable[str]) -> Derivation:
    return Derivation(rule=rule, version=1, inputs=tuple(Input(id=one) for one in dict.fromkeys(ids)))


def _of_two(held: Sequence[Posting], says: str, reasons: Sequence[str], judgement: str | None = None) -> Ground:
    """Two postings beside each other, with what speaks for one person."""
    rule = "judged-one-person" if judgement else "names-dates-and-ranks"
    ids = [*([judgement] if judgement else []), *(one.id for one in held)]
    return Ground(
        says=says,
        passages=tuple(one.passages[-1] for one in held if one.passages),
        derivation=(_step(rule, ids),),
        waterfall=tuple(reasons),
    )


def _of_naming(naming: Naming, held: Sequence[Posting]) -> Ground:
    """A name of a report beside the person's postings."""
    sure = "judged" if naming.probability is None else f"probability {naming.probability:.2f}"
    ids = [*([naming.judgement] if naming.judgement else []), naming.mention.id, *(one.id for one in held)]
    return Ground(
        says=f"{naming.mention.name} in a report may be {naming.person.label} of the lists; {sure}",
        passages=(naming.mention.passage, *(one.passages[-1] for one in held if one.passages)),
        derivation=(_step("judged-one-person" if naming.judgement else "names-and-missions", ids),),
        waterfall=naming.reasons,
    )


def _of_tenure(tenure: Tenure) -> str:
    holder = tenure.holder.label if tenure.holder else "vacant"
    start, end = bounds_row(tenure.start) or {}, bounds_row(tenure.end) or {}
    return (
        f"{tenure.slot} of {tenure.mission}: {holder}{', acting' if tenure.acting else ''}, "
        f"from {start.get('earliest') or 'an unknown day'} at the earliest "
        f"to {end.get('latest') or 'an unknown day'} at the latest"
    )


def _of_succession(found: Succession) -> str:
    least, most = ("unknown" if days is None else str(days) for days in found.gap_days)
    notes = "".join(f" {note}" for note in found.notes)
    return (
        f"{found.slot} of {found.mission}: {found.predecessor.label}, then {found.successor.label} "
        f"({found.certainty}; days between, least {least}, most {most}).{notes}"
    )
