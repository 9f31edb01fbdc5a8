"""Which claims does a report make beside its events? Each with its speaker, its hedge and its place.

Nothing that is told of a person here is a fact about them. Inside a rumor everything is rumored, and a correction
tells nothing but what it corrects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legation.extraction.news.allegations import affiliations
from legation.extraction.news.answers import Answer, answers
from legation.extraction.news.attribution import chain_of
from legation.extraction.news.careers import ages, relatives, trainings
from legation.extraction.news.cast import Cast
from legation.extraction.news.counts import Count, counts
from legation.extraction.news.dealings import dealings
from legation.extraction.news.deeds import deeds
from legation.extraction.news.links import tied
from legation.extraction.news.postings import postings
from legation.extraction.news.quotations import quotations
from legation.extraction.news.reading_order import Line
from legation.extraction.news.remarks import REMARKING, remarks
from legation.extraction.news.rumors import Rumor, rumor_of
from legation.extraction.news.sayings import Saying, text_of
from legation.extraction.news.tellings import Telling
from legation.extraction.news.voices import Voices, voices_of
from legation.model.claims import SENSITIVE_CLAIMS, Attribution, Claim, Event, Status
from legation.model.documents import Document
from legation.model.keys import made_id

_OF_PERSONS = frozenset({"expulsion", "recall", "aggregate"})


@dataclass(frozen=True, slots=True)
class _Found:
    """What every claim of a report is made with."""

    document: Document
    cast: Cast
    voices: Voices
    events: Sequence[Event]


def claims_of(
    document: Document, read: Sequence[Line], cast: Cast, events: Sequence[Event], happenings: Sequence[Telling]
) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text, each tied to what it is about."""
    report = _Found(document, cast, voices_of(read, document.text, cast), events)
    found: list[Claim] = []
    subject: str | None = None
    for line in read:
        if line.layer == "title":
            continue
        counted = counts(line.marked, line.dates)
        named = next((_words(document, line, *count.subject) for count in counted if count.subject), None)
        subject = named or subject
        found.extend(_counted(report, line, counted, happenings, subject))
        for answer in answers(line.marked):
            claim = _answer(report, line, answer, _recent(found, read, line) if answer.pointing else None)
            found.append(claim)
        told = (_said(report, line, saying) for saying in _sayings(line, document.text, cast))
        found.extend(claim for claim in told if not _told_as_event(claim, events))
        subject = _mission(document, line) or subject
    found.extend(quotations(document, read, cast))
    unique = {claim.id: claim for claim in found}
    ordered = sorted(unique.values(), key=lambda claim: (claim.passage.start, claim.passage.end, claim.type))
    return tied(_without_repeats(ordered), events, read)


def _recent(found: Sequence[Claim], read: Sequence[Line], line: Line) -> str | None:
    """Who answered in the sentence right before: whom a pronoun then means."""
    before = next((other for other in read if other.number == line.number - 1), None)
    if before is None or before.paragraph != line.paragraph:
        return None
    spans = (before.start, before.marked.tokens[-1].end)
    said = (c for c in reversed(found) if c.type in _ANSWERS and spans[0] <= c.passage.start < spans[1])
    return next((c.subject for c in said), None)


_ANSWERS = frozenset({"denial", "non-response", "confirmation"})


def _sayings(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """What a sentence says; inside a rumor everything is one, and a correction tells nothing else."""
    told = list(_told(line, text, cast))
    if any(saying.type == "correction" for saying in told):
        told = [saying for saying in told if saying.type == "correction"]
    rumor = rumor_of(line.marked, text)
    for saying in told:
        inside = rumor is not None and rumor.first <= saying.first and saying.rule not in _RUMORS
        yield _rumored(saying, rumor) if inside and rumor is not None else saying


_RUMORS = ("statement.rumor", "correction", "first-report")


def _rumored(saying: Saying, rumor: Rumor) -> Saying:
    """A saying inside a rumor, with who passes it on."""
    teller = Attribution(speaker=rumor.teller, stance="reports") if rumor.teller else None
    return replace(
        saying,
        status="alleged",
        strength="rumored",
        wording=rumor.wording,
        holder=saying.holder or teller,
        hedged=saying.hedged if saying.hedged not in (None, "reports") else "suspects",
    )


_TELLERS: tuple[tuple[Callable[[Line, str, Cast], Iterator[Saying]], tuple[str, ...]], ...] = (
    (affiliations, ()),
    (deeds, ("act-accuse", "act-accuse-by")),
    (trainings, ("train",)),
    (postings, ()),
    (relatives, ("kin", "kin-own")),
    (ages, ()),
    (remarks, REMARKING),
    (dealings, ("meet", "share", "request", "locate")),
)
"""Who reads what out of a sentence, with the groups of cues without which there is nothing to read; none: any."""


def _told(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    for read, signs in _TELLERS:
        if not signs or line.marked.has_any(signs):
            yield from read(line, text, cast)


def _told_as_event(claim: Claim, events: Sequence[Event]) -> bool:
    """Whether a post is only what a step calls the person whom it is about."""
    if claim.type != "posting" or claim.when is not None:
        return False
    start, end = claim.passage.start, claim.passage.end
    return any(e.type in _OF_PERSONS and e.passage.start < end and start < e.passage.end for e in events)


def _without_repeats(found: Sequence[Claim]) -> list[Claim]:
    """One denial for one place: "denied" and what is denied beside it are the same."""
    kept: list[Claim] = []
    for claim in found:
        twin = next((k for k in kept if k.type == claim.type == "denial" and _overlap(k, claim)), None)
        if twin is None:
            kept.append(claim)
    return kept


def _overlap(one: Claim, other: Claim) -> bool:
    return one.passage.start < other.passage.end and other.passage.start < one.passage.end


def _said(report: _Found, line: Line, saying: Saying) -> Claim:
    tokens = line.marked.tokens
    last = saying.after - 1
    while last > saying.first and not (tokens[last].is_word or tokens[last].text[0].isdigit()):
        last -= 1
    passage = report.document.span(tokens[saying.first].start, tokens[last].end)
    chain = report.voices.chain(line, saying)
    if saying.type == "denial" and chain:
        chain = (replace(chain[0], stance="denies"), *chain[1:])
    return Claim(
        id=made_id("claim", report.document.sha256, passage.start, passage.end, saying.type, saying.rule),
        type=saying.type,
        status=_status(saying, chain),
        layer=line.layer,
        passage=passage,
        rule=saying.rule,
        subject=saying.subject,
        object=saying.object,
        value=saying.value,
        when=saying.when,
        years=saying.years if saying.when is None else None,
        wording=saying.wording,
        strength=saying.strength,
        attribution=chain,
    )


def _status(saying: Saying, chain: Sequence[Attribution]) -> Status:
    """Training and family are asserted where somebody says them, and alleged in the article's own voice."""
    if saying.type in ("training", "family") and saying.hedged is None and any(link.speaker for link in chain):
        return "asserted"
    return "alleged" if saying.type in SENSITIVE_CLAIMS else saying.status


def _counted(
    report: _Found, line: Line, counted: Sequence[Count], happenings: Sequence[Telling], subject: str | None
) -> Iterator[Claim]:
    for count in counted:
        yield _count(report.document, line, count, subject)
        if count.role == "remaining":
            yield from _departed(report, line, happenings, subject)


def _count(document: Document, line: Line, count: Count, subject: str | None) -> Claim:
    tokens = line.marked.tokens
    passage = document.span(tokens[count.first].start, tokens[count.after - 1].end)
    own = _words(document, line, *count.subject) if count.subject else None
    spoken = () if count.own_voice else chain_of(line.marked, document.text, first=count.first, after=count.after)
    return Claim(
        id=made_id("claim", document.sha256, passage.start, passage.end, count.type, count.rule),
        type=count.type,
        status="asserted",
        layer=line.layer,
        passage=passage,
        rule=count.rule,
        subject=own or subject,
        value=count.value,
        role=count.role,
        when=count.when.value if count.when else None,
        attribution=spoken,
    )


def _answer(report: _Found, line: Line, answer: Answer, recent: str | None) -> Claim:
    tokens = line.marked.tokens
    passage = report.document.span(tokens[answer.first].start, tokens[answer.after - 1].end)
    speaker = None if answer.speaker is None else _words(report.document, line, *answer.speaker)
    named = report.cast.behind(line, answer.verb[0])
    if named is not None and answer.speaker is not None and named.first > answer.speaker[1]:
        speaker = named.name
    if speaker is None and answer.pointing:
        said = chain_of(line.marked, report.document.text, first=answer.first, after=answer.after)
        speaker = next((link.speaker for link in said), None) or recent or report.cast.meant[line.number]
    opening = answer.first
    while line.marked.is_in(opening - 1, "preposition"):
        opening -= 1
    if speaker is None and line.marked.is_in(opening - 1, "conjunction"):
        speaker = _shared(report, line, opening)
    return Claim(
        id=made_id(
            "claim", report.document.sha256, passage.start, passage.end, answer.type, f"answer.{answer.value or ''}"
        ),
        type=answer.type,
        status=answer.status,
        layer=line.layer,
        passage=passage,
        rule=f"answer.{answer.type}",
        subject=speaker,
        value=answer.value,
        attribution=(_answering(report, line, answer, speaker),),
    )


def _shared(report: _Found, line: Line, place: int) -> str | None:
    """Who answers where two verbs share their subject: "expelled two envoys and gave no reason"."""
    decider = next((d for d in line.marked.deciders if d.subject and d.after <= place), None)
    if decider is not None:
        return _words(report.document, line, decider.first, decider.after)
    named = report.cast.before(line, 0, place)
    if named is not None:
        return named.name
    mission = next((m for m in line.marked.missions if m.after <= place), None)
    if mission is not None:
        return _words(report.document, line, mission.first, mission.after)
    spoken = chain_of(line.marked, report.document.text, first=0, after=0)
    return spoken[-1].speaker if spoken else None


def _answering(report: _Found, line: Line, answer: Answer, speaker: str | None) -> Attribution:
    """The link of who answers, with how many they are and whether they are named, as a chain would have it."""
    found = chain_of(line.marked, report.document.text, first=answer.after, after=answer.after)
    same = next((link for link in found if link.speaker == speaker and speaker is not None), None)
    return replace(same, stance=answer.stance) if same else Attribution(speaker=speaker, stance=answer.stance)


def _departed(report: _Found, line: Line, happenings: Sequence[Telling], subject: str | None) -> Iterator[Claim]:
    """The number of those sent away that stands beside the number of those who stayed, tied to its happening."""
    for happening in happenings:
        if happening.rule == "expulsion.member" or happening.count is None:
            continue
        for start, end in (*happening.places, (happening.start, happening.end)):
            if not line.start <= start < line.marked.tokens[-1].end:
                continue
            passage = report.document.span(start, end)
            home = (e.id for e in report.events if e.passage.start == happening.start and e.rule == happening.rule)
            yield Claim(
                id=made_id(
                    "claim", report.document.sha256, passage.start, passage.end, "headcount", "headcount.departed"
                ),
                type="headcount",
                status="asserted",
                layer=line.layer,
                passage=passage,
                rule="headcount.departed",
                subject=subject,
                value=happening.count,
                role="departed",
                about=next(home, None),
            )


def _mission(document: Document, line: Line) -> str | None:
    mission = next((m for m in reversed(line.marked.missions) if m.sending is not None), None)
    return None if mission is None else _words(document, line, mission.first, mission.after)


def _words(document: Document, line: Line, first: int, after: int) -> str | None:
    return text_of(line.marked, document.text, first, after)
