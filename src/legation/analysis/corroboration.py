"""Who stands behind a proposition, once copies are collapsed, and who confirms, denies, or doesn't answer?

Whoever quotes another adds no origin. What is confirmed of a belief confirms the belief; a silence is neither yes nor
no. Nothing is weighed, and there is no verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.analysis.disputed_persons import STRENGTHS
from legation.analysis.sums import NEAR
from legation.language.names import compare
from legation.model.claims import Attribution, Claim, Event, Report
from legation.model.disputes import Answer, Corroboration, Origin, Wording
from legation.model.findings import Happening
from legation.model.keys import made_id
from legation.reconstruction.careers import spoken_of
from legation.vocabulary.folding import fold

ANSWERS = frozenset({"confirmation", "denial", "non-response", "first-report", "correction", "statement", "confidence"})
"""Types of claim that answer others, or that stand for themselves."""

_BELIEVING = frozenset({"believes", "suspects"})
_TITLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "l"})

Said = Claim | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposition:
    """What is said, by all that say it."""

    type: str
    words: str
    said: tuple[Said, ...]
    about: tuple[str, ...]


def corroborations(reports: Iterable[Report], happenings: Iterable[Happening]) -> tuple[Corroboration, ...]:
    """One value for each proposition of a case, in the order of ids.

    Args:
        reports: what is said.
        happenings: what the tellings are of; each is a proposition of its own.
    """
    told = list(reports)
    found = [_corroboration(each, told) for each in (*_of_happenings(told, happenings), *_of_claims(told))]
    by_id = {each.id: each for each in found}
    return tuple(by_id[each] for each in sorted(by_id))


def _of_happenings(reports: Sequence[Report], happenings: Iterable[Happening]) -> Iterator[_Proposition]:
    events = {event.id: event for report in reports for event in report.events}
    for happening in happenings:
        said = tuple(events[one] for one in happening.tellings if one in events)
        if said:
            parties = f"{happening.actor or 'not named'}, of {happening.mission or happening.target or 'not named'}"
            yield _Proposition(
                type="happening",
                words=f"{happening.type} by {parties}",
                said=said,
                about=(happening.id, *happening.tellings),
            )


def _of_claims(reports: Sequence[Report]) -> Iterator[_Proposition]:
    """Claims of one type about one subject, with objects that don't contradict each other."""
    groups: list[list[tuple[Claim, frozenset[str]]]] = []
    by_type: defaultdict[str, list[list[tuple[Claim, frozenset[str]]]]] = defaultdict(list)
    for report in reports:
        subjects = [claim.subject for claim in report.claims if claim.subject]
        for claim in report.claims:
            if claim.type in ANSWERS or claim.layer == "related" or claim.subject is None:
                continue
            meant = spoken_of([claim.subject], subjects) | {claim.subject}
            home = next((group for group in by_type[claim.type] if _fits(claim, meant, group)), None)
            if home is None:
                home = []
                groups.append(home)
                by_type[claim.type].append(home)
            home.append((claim, meant))
    for group in groups:
        claims = tuple(claim for claim, _ in group)
        first = max(claims, key=lambda claim: (len((claim.subject or "").split()), claim.object is not None, claim.id))
        words = ", ".join(str(part) for part in (first.type, first.subject, first.object, first.value) if part)
        yield _Proposition(type=first.type, words=words, said=claims, about=tuple(claim.id for claim in claims))


def _fits(claim: Claim, meant: frozenset[str], group: Sequence[tuple[Claim, frozenset[str]]]) -> bool:
    same = any(
        meant & others or compare(claim.subject or "", other.subject or "").verdict == "same" for other, others in group
    )
    # Affiliations are one proposition whatever body is named: which one is for the reader to compare.
    return same and (claim.type == "affiliation" or all(_one_object(claim, other) for other, _ in group))


def _one_object(one: Claim, other: Claim) -> bool:
    first, second = (_content(f"{claim.object or ''} {claim.value or ''}") for claim in (one, other))
    return not first or not second or bool(first & second)


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text) if len(word) > 3)


def _corroboration(proposition: _Proposition, reports: Sequence[Report]) -> Corroboration:
    about = set(proposition.about)
    near = {said.passage.sha256 for said in proposition.said}
    around = [report for report in reports if report.sha256 in near]
    answers = [claim for report in around for claim in report.claims if claim.layer != "related"]
    firsts = [claim for report in around for claim in report.claims if _is_first_of(claim, about, report)]
    return Corroboration(
        id=made_id("corroboration", proposition.type, *sorted(about)),
        type=proposition.type,  # type: ignore[arg-type]
        proposition=proposition.words,
        about=proposition.about,
        origins=_origins(proposition, firsts),
        confirmations=tuple(_confirmations(proposition, answers)),
        denials=tuple(_denials(proposition, answers)),
        non_responses=tuple(_silences(proposition, answers)),
        strengths=_strengths(proposition),
    )


def _is_first_of(claim: Claim, about: set[str], report: Report) -> bool:
    """Whether it says who was first to report this; where it doesn't say what, it is of the nearest present telling."""
    if claim.type != "first-report" or claim.layer == "related":
        return False
    if claim.about is not None:
        return claim.about in about
    present = [event for event in report.events if not event.background and event.layer != "related"]
    nearest = min(present, key=lambda event: (abs(event.passage.start - claim.passage.start), event.id), default=None)
    return nearest is not None and _kin(nearest, report) & about != set()


def _kin(event: Event, report: Report) -> set[str]:
    """The telling and those of the same report that speak of one decision: same parties, same day."""
    parties = (event.actor, event.target, event.date)
    return {one.id for one in report.events if (one.actor, one.target, one.date) == parties} | {event.id}


def _origins(proposition: _Proposition, firsts: Sequence[Claim]) -> tuple[Origin, ...]:
    """Who says it of their own, each once; a report that names who was first hands its own voice on to them."""
    first_in = {claim.passage.sha256: claim.subject for claim in firsts if claim.subject}
    groups: dict[tuple[str, str], list[tuple[Said, Attribution | None, list[str]]]] = {}
    for said in sorted(proposition.said, key=lambda one: (one.passage.sha256, one.passage.start, one.id)):
        if said.status in ("denied", "retracted", "negated"):
            continue
        link, via = _origin_of(said)
        if link is None and said.passage.sha256 in first_in:
            speaker = first_in[said.passage.sha256]
            link, via = Attribution(speaker=speaker, stance="reports"), [said.passage.sha256]
        key = _speaker_key(link, said)
        groups.setdefault(key, []).append((said, link, via))
    return tuple(_origin(found) for _, found in sorted(groups.items()))


def _origin_of(said: Said) -> tuple[Attribution | None, list[str]]:
    """The innermost speaker, and those outside who pass it on; `None` for the report's own voice."""
    if not said.attribution:
        return None, []
    *outer, innermost = said.attribution
    return innermost, [link.speaker for link in outer if link.speaker]


def _speaker_key(link: Attribution | None, said: Said) -> tuple[str, str]:
    if link is None:
        return "report", said.passage.sha256
    if link.speaker is None:
        # An agentless passive: nobody can say whether two of them are one.
        return "unnamed", said.id
    words = [word for word in fold(link.speaker) if word not in _TITLES]
    # Two reports may speak of different anonymous officials.
    return "speaker", " ".join(words) + (f" {said.passage.sha256}" if link.anonymous else "")


def _origin(found: Sequence[tuple[Said, Attribution | None, list[str]]]) -> Origin:
    said, link, _ = found[0]
    return Origin(
        speaker=link.speaker if link else None,
        own_voice=link is None,
        anonymous=link.anonymous if link else False,
        count=link.count if link else None,
        independent=link.independent if link else None,
        via=tuple(dict.fromkeys(one for _, _, via in found for one in via)),
        said=tuple(one.id for one, _, _ in found),
        passage=said.passage,
    )


def _confirmations(proposition: _Proposition, answers: Sequence[Claim]) -> Iterator[Answer]:
    """Who confirms it; where they confirm that somebody believes it, that is what they confirm."""
    by_id: Mapping[str, Said] = {one.id: one for one in proposition.said}
    seen: set[tuple[str, str]] = set()
    for claim in answers:
        said = by_id.get(claim.about or "")
        if claim.type == "confirmation" and said is not None:
            link = claim.attribution[0] if claim.attribution else Attribution(speaker=claim.subject, stance="confirms")
            seen.add((said.passage.sha256, link.speaker or ""))
            yield _answer(claim, link, "belief" if _is_belief(said) else "fact")
    for said in proposition.said:
        for place, link in enumerate(said.attribution):
            if link.stance == "confirms" and (said.passage.sha256, link.speaker or "") not in seen:
                inner = said.attribution[place + 1 :]
                yield _answer(said, link, "belief" if any(one.stance in _BELIEVING for one in inner) else "fact")


def _is_belief(said: Said) -> bool:
    return any(link.stance in _BELIEVING for link in said.attribution)


def _denials(proposition: _Proposition, answers: Sequence[Claim]) -> Iterator[Answer]:
    about = set(proposition.about)
    for claim in answers:
        if claim.type == "denial" and claim.about in about:
            link = claim.attribution[0] if claim.attribution else Attribution(speaker=claim.subject, stance="denies")
            yield _answer(claim, link, "denial")
    for said in proposition.said:
        if said.status in ("denied", "retracted"):
            link = said.attribution[0] if said.attribution else Attribution(speaker=None, stance="denies")
            yield _answer(said, link, said.status)


def _silences(proposition: _Proposition, answers: Sequence[Claim]) -> Iterator[Answer]:
    """Who was asked and didn't answer: to this, as far as the report says to what, else in the text around it."""
    about = set(proposition.about)
    for claim in answers:
        if claim.type != "non-response":
            continue
        asked = claim.about in about if claim.about else claim.value != "withheld" and _beside(claim, proposition)
        if asked:
            link = claim.attribution[0] if claim.attribution else Attribution(speaker=claim.subject, stance="declines")
            yield _answer(claim, link, str(claim.value or "no-reply"))


def _beside(claim: Claim, proposition: _Proposition) -> bool:
    return any(
        claim.passage.sha256 == said.passage.sha256 and abs(claim.passage.start - said.passage.start) <= NEAR
        for said in proposition.said
    )


def _answer(said: Said, link: Attribution, kind: str) -> Answer:
    return Answer(
        id=said.id,
        speaker=link.speaker,
        kind=kind,
        anonymous=link.anonymous,
        count=link.count,
        passage=said.passage,
    )


def _strengths(proposition: _Proposition) -> tuple[Wording, ...]:
    found = [
        Wording(strength=said.strength, wording=said.wording, said=said.id, passage=said.passage)
        for said in proposition.said
        if isinstance(said, Claim) and said.strength is not None
    ]
    return tuple(sorted(found, key=lambda one: (STRENGTHS.index(one.strength), one.passage.start, one.said)))
