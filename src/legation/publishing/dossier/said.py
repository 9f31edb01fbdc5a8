"""Who says what, when, in which words, with which status, and what do others say to it?

One proposition with everybody who says it, then every answer in the same size: denials, confirmations, silences, what
was asked and what came back. A claim that lacks its claimant, date, status or wording isn't printed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model.claims import ANSWERING_CLAIMS, SENSITIVE_CLAIMS, Claim, Event
from legation.model.disputes import Answer, Corroboration
from legation.model.parties import Person
from legation.publishing.dossier.answers import heard_sentences
from legation.publishing.dossier.blocks import Said, Sentence
from legation.publishing.dossier.known import Known, place
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import EVENT_WORDS, chain_phrase, day_phrase, party_phrase
from legation.publishing.views.said import LEFT_OUT, claim_words, event_number
from legation.reconstruction.careers import spoken_of

_ANSWERS = {
    "denial": "denied",
    "denied": "denied",
    "fact": "confirmed",
    "belief": "belief-confirmed",
    "retracted": "retracted",
    "correction": "corrected",
    "declined": "declined",
    "withheld": "withheld",
}
"""Templates by the kind of an answer; every other kind is a silence."""
_PLAIN = {"denial": "denied-plain", "denied": "denied-plain", "fact": "confirmed-plain"}
"""Templates of answers of which the report doesn't say whose they are."""

Line = tuple[Sentence, Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """Claims that say one thing, the earliest first, with what stands behind and against it."""

    claims: tuple[Claim, ...]
    corroboration: Corroboration | None = None


def propositions(known: Known, claims: Iterable[Claim]) -> tuple[Proposition, ...]:
    """The claims that may be printed, by what they say.

    Answers stand under what they answer, where that is among the claims.
    """
    wanted = [claim for claim in claims if claim.type not in LEFT_OUT and claim.layer != "related"]
    whole = [claim for claim in wanted if known.is_whole(claim.id)]
    by_claim = {id_: one for one in known.content.derived.corroborations for id_ in one.about}
    said = {claim.id for claim in whole if claim.type not in ANSWERING_CLAIMS}
    under = {answer.id for id_ in said if id_ in by_claim for answer in _every_answer(by_claim[id_])}
    ids = {claim.id for claim in whole}
    shown = [
        claim for claim in whole if not (claim.type in ANSWERING_CLAIMS and (claim.about in ids or claim.id in under))
    ]
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(shown, key=lambda claim: _printed(known, claim)):
        home = by_claim.get(claim.id)
        groups.setdefault(home.id if home else claim.id, []).append(claim)
    found = (Proposition(claims=tuple(group), corroboration=by_claim.get(group[0].id)) for group in groups.values())
    return tuple(sorted(found, key=_gravity))


def _gravity(one: Proposition) -> bool:
    """What can do harm stands first; the rest keeps the order of print."""
    return one.claims[0].type not in SENSITIVE_CLAIMS


def _printed(known: Known, said: Claim | Event) -> tuple[str, str, int, str]:
    day = known.said.report_of[said.id].published
    return day.text if day else "", said.passage.sha256, said.passage.start, said.id


def claim_block(known: Known, one: Proposition, person: Person | None = None) -> Said:
    """A proposition with everybody who says it and all that answers it."""
    first = one.claims[0]
    lines: list[Line] = []
    for claim in one.claims:
        if claim is first or _parts(claim) != _parts(first):
            lines.append(_line("l-what", _what(claim, person)))
        lines += _attributed(known, claim, person)
        lines.append(_line("l-status", _status(claim, person)))
    lines += [_line("l-origins", found) for found in _origins(known, one, person)]
    answers = [*_answers(known, one, person)]
    answers += [
        found
        for claim in one.claims
        for found in heard_sentences(known.content.heard.get(claim.id), claim, person, printed=bool(answers))
    ]
    lines += [_line("l-answer", found) for found in answers]
    return Said(lines=tuple(lines), about=first.id)


def telling_block(known: Known, event: Event, person: Person | None = None) -> Said:
    """A telling of a happening, with who tells it and what is said to it."""
    label = known.content.label
    kind, number = event_number(event)
    lines = [
        _line(
            "l-what",
            sentence(
                "telling-what",
                place(event.passage),
                about=(event.id,),
                person=person,
                kind=EVENT_WORDS[event.type],
                actor=party_phrase(event.actor, label),
                whom=event.mission or party_phrase(event.target, label),
                number=f"{kind.casefold()}: {number}",
            ),
        )
    ]
    if event.persons:
        names = tuple(f"{one.name} ({one.role})" if one.role else one.name for one in event.persons)
        lines.append(_line("l-named", _plain("telling-names", event, person, names=names)))
    lines += _attributed(known, event, person)
    lines.append(_line("l-status", _plain("status", event, person, status=event.status)))
    if event.date or event.deadline:
        lines.append(_line("l-day", _plain("telling-day", event, person, day=_day(event))))
    if event.reason:
        lines.append(_line("l-reason", _plain("telling-reason", event, person, reason=event.reason)))
    answering = [
        claim for claim in known.said.claims.values() if claim.about == event.id and claim.type in ANSWERING_CLAIMS
    ]
    for claim in sorted(answering, key=lambda claim: _printed(known, claim)):
        lines.append(_line("l-answer", _answer(_answer_of(claim), person)))
    return Said(lines=tuple(lines), about=event.id)


def _day(event: Event) -> str:
    day = day_phrase(event.date)
    return f"{day}; deadline {event.deadline}" if event.deadline else day


def _line(label: str, what: Sentence) -> Line:
    return sentence(label), what


def _plain(template: str, said: Claim | Event, person: Person | None, **values: str | tuple[str, ...]) -> Sentence:
    return sentence(template, about=(said.id,), person=person, **values)


def _parts(claim: Claim) -> tuple[str, ...]:
    return tuple(str(part) for part in (claim.subject, claim.value, claim.object) if part is not None)


def _what(claim: Claim, person: Person | None) -> Sentence:
    template = "alleged" if claim.type in SENSITIVE_CLAIMS else "stated"
    parts = _parts(claim)
    kind = claim_words(claim.type)
    if not parts:
        return sentence(f"{template}-bare", place(claim.passage), about=(claim.id,), person=person, kind=kind)
    return sentence(template, place(claim.passage), about=(claim.id,), person=person, kind=kind, parts=parts)


def _attributed(known: Known, said: Claim | Event, person: Person | None) -> Iterator[Line]:
    """Who, when and in which words."""
    report = known.said.report_of[said.id]
    yield _line("l-who", _plain("who", said, person, chain=chain_phrase(said.attribution)))
    source, day = known.content.source_name(report.sha256), day_phrase(report.published)
    when = said.when if isinstance(said, Claim) else None
    if when is not None:
        dated = _plain("printed-of", said, person, source=source, day=day, when=day_phrase(when))
    else:
        dated = _plain("printed", said, person, source=source, day=day)
    yield _line("l-printed", dated)
    words = sentence("words", place(said.passage), about=(said.id,), person=person, quote=said.passage.quote)
    yield _line("l-words", words)


def _status(claim: Claim, person: Person | None) -> Sentence:
    hedge = {"status": claim.status, "hedge": claim.wording or "", "strength": claim.strength or ""}
    if claim.wording and claim.strength:
        return _plain("status-hedged", claim, person, **hedge)
    if claim.wording:
        return _plain("status-worded", claim, person, status=claim.status, hedge=claim.wording)
    return _plain("status", claim, person, status=claim.status)


def _origins(known: Known, one: Proposition, person: Person | None) -> Iterator[Sentence]:
    """How many stand behind it of their own, of those whose words may be printed."""
    if one.corroboration is None:
        return
    origins = [found for found in one.corroboration.origins if any(map(known.is_whole, found.said))]
    ids = tuple(claim.id for claim in one.claims)
    if not origins:
        yield sentence("no-origin", about=ids, person=person)
        return
    yield sentence(
        "origins",
        *(place(origin.passage, pictured=False) for origin in origins),
        about=ids,
        person=person,
        number=len(origins),
        speakers=tuple(_speaker(origin.speaker, own_voice=origin.own_voice) for origin in origins),
    )


def _speaker(name: str | None, *, own_voice: bool = False) -> str:
    return name or ("the report itself" if own_voice else "somebody who is not named")


def _answers(known: Known, one: Proposition, person: Person | None) -> Iterator[Sentence]:
    """Every confirmation, denial and silence that reports print, each once."""
    found: dict[str, Answer] = {}
    if one.corroboration is not None:
        given = _every_answer(one.corroboration)
        found |= {one.id: _whose(known, one) for one in given if known.claim(one.id) or known.event(one.id)}
    ids = {claim.id for claim in one.claims}
    for claim in known.said.claims.values():
        if claim.about in ids and claim.type in ANSWERING_CLAIMS:
            found.setdefault(claim.id, _answer_of(claim))
    grave = one.claims[0].type in SENSITIVE_CLAIMS
    for answer in found.values():
        beside = _is_beside(known.claim(answer.id), one)
        if answer.id not in ids and (grave or not beside):
            yield _answer(answer, person, beside=beside)


def _every_answer(stands: Corroboration) -> tuple[Answer, ...]:
    return (*stands.denials, *stands.confirmations, *stands.non_responses)


def _whose(known: Known, answer: Answer) -> Answer:
    """The answer, of nobody where the report says of nobody that it is theirs."""
    claim = known.claim(answer.id)
    nobody = claim is not None and claim.type in ("denial", "confirmation") and not claim.attribution
    return replace(answer, speaker=None) if nobody else answer


def _is_beside(answer: Claim | None, one: Proposition) -> bool:
    """Whether a silence stands near it in the report, of somebody else, and the report doesn't say to what."""
    if answer is None or answer.type != "non-response" or answer.about is not None:
        return False
    subjects = [claim.subject for claim in one.claims if claim.subject]
    return not (answer.subject and spoken_of(subjects, [answer.subject, *subjects]) & {answer.subject})


def _answer_of(claim: Claim) -> Answer:
    link = claim.attribution[0] if claim.attribution else None
    kinds: Mapping[str, str] = {"confirmation": "fact", "non-response": str(claim.value or "no-reply")}
    whose = claim.subject if claim.type == "non-response" else None
    return Answer(
        id=claim.id,
        speaker=(link.speaker if link else None) or whose,
        kind=kinds.get(claim.type, claim.type),
        anonymous=link.anonymous if link else False,
        count=link.count if link else None,
        passage=claim.passage,
    )


def _answer(answer: Answer, person: Person | None, *, beside: bool = False) -> Sentence:
    if beside:
        template = "silent-beside"
    elif answer.speaker is None and answer.kind in _PLAIN:
        about, quote = (answer.id,), answer.passage.quote
        return sentence(_PLAIN[answer.kind], place(answer.passage), about=about, person=person, quote=quote)
    else:
        template = _ANSWERS.get(answer.kind, "no-reply")
    return sentence(
        template,
        place(answer.passage),
        about=(answer.id,),
        person=person,
        speaker=_speaker(answer.speaker),
        quote=answer.passage.quote,
    )


def said_blocks(known: Known, found: Sequence[Proposition], person: Person | None = None) -> Iterator[Said]:
    """Every proposition as a block."""
    return (claim_block(known, one, person) for one in found)
