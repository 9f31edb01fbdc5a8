"""What does a lawyer read first? The sentences by the harm that they could do, with what speaks against each.

Sentences are sorted, never persons, and by kind alone. Under each stand the other sides of its disagreements, and what
is open: who isn't named, what nobody answered, which edition can't be seen, who judged that two are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.model.claims import SENSITIVE_CLAIMS, Claim
from legation.model.judgements import Judgement
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points, Said, Sentence, Table, sentences_in
from legation.publishing.dossier.disputes import dispute_sentences, disputes_of
from legation.publishing.dossier.known import Known
from legation.publishing.dossier.listed import unobserved
from legation.publishing.dossier.persons import decision_sentence
from legation.publishing.dossier.wording import harm_of, harms, sentence

_UNTOLD = "frame"


def by_harm(known: Known, blocks: Iterable[Block]) -> Iterator[Block]:
    """The same sentences under headings of harm, the gravest first, each with what speaks against it and what is open.

    What somebody says stays with all that belongs to it; tables stand with the numbers.
    """
    units = [*_units(blocks)]
    yield Paragraph(sentences=(sentence("harm-lead"),))
    for harm, heading in harms().items():
        found = [unit for unit in units if _gravest(unit) == harm]
        if not found:
            continue
        yield Heading(level=2, title=sentence(heading))
        for unit in found:
            yield unit
            yield from _beside(known, unit)


def _units(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each sentence by itself, once; headings stay away, and so does what is no more than a frame."""
    seen: set[str] = set()
    for block in blocks:
        match block:
            case Said() | Table():
                yield block
            case Paragraph() | Points():
                for one in block.sentences:
                    if one.id not in seen and harm_of(one) != _UNTOLD:
                        seen.add(one.id)
                        yield Paragraph(sentences=(one,))
            case _:
                continue


def _gravest(unit: Block) -> str:
    order = [*harms()]
    found = [harm for one in sentences_in(unit) if (harm := harm_of(one)) in harms()]
    return min(found, key=order.index, default="numbers")


def _beside(known: Known, unit: Block) -> Iterator[Block]:
    """What speaks against it, then what is open."""
    ids = {id_ for one in sentences_in(unit) for id_ in one.about}
    own = {
        (one.passage.sha256, one.passage.start) for each in sentences_in(unit) for one in each.references if one.passage
    }
    against = [
        side
        for found in disputes_of(known, ids)
        for side in dispute_sentences(known, found)
        if not any(one.passage and (one.passage.sha256, one.passage.start) in own for one in side.references)
    ]
    for label, sentences in (("l-counter", against), ("l-doubt", [*_doubts(known, unit, ids)])):
        if sentences:
            lines = tuple((sentence(label), one) for one in dict.fromkeys(sentences))
            yield Said(lines=lines, about=next(iter(sorted(ids)), ""))


def _doubts(known: Known, unit: Block, ids: set[str]) -> Iterator[Sentence]:
    for id_ in sorted(ids):
        claim = known.claim(id_)
        if claim is not None:
            yield from _claim_doubts(known, claim)
    yield from _identity_doubts(known, ids)
    for one in sentences_in(unit):
        if one.template in ("left", "came"):
            yield sentence("doubt-interval")
    for id_ in sorted(ids & known.postings.keys()):
        yield from _unseen(known, id_)


def _claim_doubts(known: Known, claim: Claim) -> Iterator[Sentence]:
    if claim.type not in SENSITIVE_CLAIMS:
        return
    about = (claim.id,)
    chain = claim.attribution
    if any(link.anonymous for link in chain):
        yield sentence("doubt-anonymous", about=about)
    if any(link.speaker is None for link in chain):
        yield sentence("doubt-no-speaker", about=about)
    if claim.strength is not None and claim.strength != "stated":
        yield sentence("doubt-worded", about=about, strength=claim.strength)
    if known.said.report_of[claim.id].published is None:
        yield sentence("doubt-undated", about=about)
    for stands in known.content.derived.corroborations:
        if claim.id not in stands.about:
            continue
        if len(stands.origins) == 1:
            yield sentence("doubt-one-origin", about=about)
        if any(one.kind == "belief" for one in stands.confirmations):
            yield sentence("doubt-belief", about=about)
    yield from _hearing_doubts(known, claim)


def _hearing_doubts(known: Known, claim: Claim) -> Iterator[Sentence]:
    heard = known.content.heard.get(claim.id)
    if heard is None or not (heard.inquiries or heard.replies or heard.printed or heard.waiver):
        yield sentence("doubt-no-answer", about=(claim.id,))
    elif heard.inquiries and not heard.replies:
        yield sentence("doubt-open-deadline", about=(claim.id,))


def _identity_doubts(known: Known, ids: set[str]) -> Iterator[Sentence]:
    """Who judged that two are one, why where that may leave, and what was weighed then."""
    derived = known.content.derived
    for naming in derived.namings:
        if ids & {naming.id, *naming.mention.said}:
            yield sentence("doubt-identity", about=(naming.id,))
            yield from _judged(known.judgements.get(naming.judgement or ""), naming.probability, naming.id)
    for one in derived.resurfacings:
        if one.id in ids:
            yield from _judged(known.judgements.get(one.judgement or ""), one.probability, one.id)


def _judged(judgement: Judgement | None, probability: float | None, id_: str) -> Iterator[Sentence]:
    if judgement is not None:
        yield decision_sentence("doubt-judgement", judgement, id_)
        if judgement.shown:
            yield sentence("doubt-weighed", about=(id_, judgement.id), text=judgement.shown)
    elif probability is not None:
        yield sentence("doubt-probability", about=(id_,), probability=f"{probability:.2f}")


def _unseen(known: Known, posting: str) -> Sequence[Sentence]:
    found = known.postings[posting]
    shut = list(unobserved(known, found.mission, found.person, found))
    days = tuple(str(day) for one in shut for name, value in one.values if name == "days" for day in _each(value))
    return (sentence("doubt-unseen", about=(posting,), days=days),) if days else ()


def _each(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
