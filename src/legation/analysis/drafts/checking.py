"""What is each sentence of a draft beside the case: supported, different, unsupported, or nothing to check?

A sentence is what the worst of its points is. One that says something of somebody in words that no near source has is
unsupported, also where each of its names and numbers is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.accusing import accusing_points
from legation.analysis.drafts.agreeing import agree
from legation.analysis.drafts.evidence import CaseEvidence, listed_grounds
from legation.analysis.drafts.knowing import CARRIED as _CARRIED
from legation.analysis.drafts.knowing import read_grounds
from legation.analysis.drafts.lines import DraftLine, draft_lines
from legation.analysis.drafts.names import Names, name_point, opening_point, words_of
from legation.analysis.drafts.nearest import Near, Nearest
from legation.analysis.drafts.polarity import polarity_points, role_points
from legation.analysis.drafts.quotes import Texts, quote_points
from legation.analysis.drafts.reading import Said, said, with_opening_name
from legation.analysis.drafts.sayings import claim_points
from legation.analysis.drafts.tellings import Told, event_point, told
from legation.analysis.drafts.turned import turned_points
from legation.analysis.drafts.values import value_points
from legation.extraction.news.lexicon import lexicon
from legation.language.tokens import Sentence, Token
from legation.model.claims import Claim, Report
from legation.model.documents import Document
from legation.model.drafts import DraftPoint, DraftSentence, DraftVerdict
from legation.model.keys import made_id

_SHOWN = 3
_READ = 6
"""Sentences of the case that together may say what one of the draft says."""
_FAR = 0.24
"""Below this share of a sentence's words nothing in the case speaks of the same."""
_NEAR = 0.3
_SAME = 0.5
"""From this share on a sentence of the case says the same."""
_ORDER: tuple[DraftVerdict, ...] = ("differs", "unsupported", "supported", "nothing-to-check")


_Line = tuple[DraftLine, Said]


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """A case, read once for all sentences of a draft."""

    nearest: Nearest
    names: Names
    texts: Texts
    whole: str
    told: tuple[Told, ...]
    expelled: tuple[str, ...]
    """Names of those whom a source names in an expulsion."""
    claims: tuple[Claim, ...]
    parties: frozenset[str]
    """Words of names of states and organizations that have several, as sources print them."""


def checked(document: Document, report: Report, evidence: CaseEvidence) -> tuple[DraftSentence, ...]:
    """Every sentence of a draft with its points and what comes nearest to it in the case.

    Args:
        document: the draft.
        report: what the news grammar reads in it.
        evidence: the case.
    """
    tables = lexicon(report.language or "en", evidence.gazetteer)
    bounds = report.published.bounds if report.published else None
    lines = [(line, said(line.text, Sentence(line.tokens), tables, bounds)) for line in draft_lines(document)]
    case = _read(evidence, [line for _, line in lines])
    lines = list(_carried_on(lines, case.names))
    return tuple(
        _sentence(made_id("sentence", document.sha256, place.start, place.end), number, place, line, report, case)
        for number, (place, line) in enumerate(lines, 1)
    )


def _carried_on(lines: Sequence[_Line], names: Names) -> Iterator[_Line]:
    """The same, each with its first word as a name where it is one, and with the names that those before carry on."""
    known = names.of_name.keys() | {word for _, line in lines for word in words_of(line.of_kind("name"))}
    carried: list[frozenset[str]] = []
    for place, read in lines:
        line = with_opening_name(read, known)
        line.carried = frozenset().union(*carried[-_CARRIED:])
        carried.append(frozenset(words_of(line.of_kind("name"))))
        yield place, line


def _read(evidence: CaseEvidence, draft: Sequence[Said]) -> _Case:
    named = frozenset(word for line in draft for word in words_of(line.of_kind("name")))
    named |= {token.folded for line in draft for token in line.marked.tokens[:1] if token.is_capital}
    parties = frozenset(str(atom.value) for line in draft for atom in line.of_kind("party"))
    spoken = read_grounds(evidence.spoken, evidence)
    listed = read_grounds(listed_grounds(evidence, named, parties), evidence)
    texts = Texts.of(evidence.spoken)
    events = {event.id: event for each in evidence.reports for event in each.events}
    return _Case(
        nearest=Nearest([*spoken, *listed]),
        names=Names.of([*spoken, *listed]),
        texts=texts,
        whole=texts.text,
        told=told(evidence.derived, events),
        expelled=tuple(p.name for event in events.values() if event.type == "expulsion" for p in event.persons),
        claims=tuple(claim for each in evidence.reports for claim in each.claims),
        parties=frozenset(word for each in spoken for word in _party_words(each.said)),
    )


def _party_words(line: Said) -> Iterator[str]:
    for atom in line.of_kind("party"):
        if atom.after - atom.first > 1:
            yield from (line.marked.words[i] for i in range(atom.first, atom.after) if line.marked.tokens[i].is_capital)


def _sentence(id_: str, number: int, place: DraftLine, line: Said, report: Report, case: _Case) -> DraftSentence:
    near = case.nearest.near(line)
    quotes = [*quote_points(line, case.texts, case.whole)]
    events = [*_told_points(place, line, report, case)]
    points = [
        *events,
        *quotes,
        *_beside_quotes(line, quotes, case),
        *_name_points(line, case.names),
        *_value_points(line, near, case),
        *accusing_points(line, near, case.expelled),
        *(() if _is_told(line, events) else turned_points(line, near)),
        *polarity_points(line, near),
        *role_points(line, near),
    ]
    if not place.heading:
        points += _words_point(line, near, points, case.nearest)
    points = list(dict.fromkeys(points))
    grounds = [point.ground for point in points if point.ground is not None]
    grounds += [each.known.ground for each in near if each.share >= _NEAR and not place.heading]
    return DraftSentence(
        id=id_,
        number=number,
        text=line.text,
        heading=place.heading,
        verdict=_worst(points),
        points=tuple(points),
        grounds=tuple(ground for ground, _ in Counter(grounds).most_common(_SHOWN)),
    )


def _is_told(line: Said, points: Sequence[DraftPoint]) -> bool:
    """Whether the case tells of an event with the same parties in their roles, and no day or number means another."""
    pinned = any(atom.kind in ("date", "number") for atom in line.atoms)
    return not pinned and any(point.kind == "event" and point.verdict == "supported" for point in points)


def _told_points(place: DraftLine, line: Said, report: Report, case: _Case) -> Iterator[DraftPoint]:
    """What the case has to the events and claims that begin in a sentence."""
    found = place.tokens
    inside = [(found[first].start, found[after - 1].end) for first, after in line.quotes]
    for event in report.events:
        if place.start <= event.passage.start < place.end:
            point = event_point(event, case.told)
            if point is not None:
                yield point
    for claim in report.claims:
        if place.start <= claim.passage.start < place.end:
            start, end = claim.passage.start, claim.passage.end
            quoted = any(first < end and start < last for first, last in inside)
            yield from claim_points(claim, case.claims, quoted=quoted or _told_by_pronoun(line, found, start))


def _told_by_pronoun(line: Said, found: Sequence[Token], start: int) -> bool:
    """Whether a claim stands behind a "that" of a sentence whose subject is a pronoun: "it found that many …"."""
    marked = line.marked
    before = [index for index, token in enumerate(found) if token.start < start]
    pointing = any(marked.is_one_of(index, ("he", "pronoun")) for index in before[:2])
    return pointing and any(marked.is_in(index, "that-word") or marked.words[index] == "that" for index in before)


def _beside_quotes(line: Said, quotes: Sequence[DraftPoint], case: _Case) -> Iterator[DraftPoint]:
    """Names beside a quotation that the source of it names nowhere near: to whom something was said, and by whom."""
    grounds = {point.ground.id for point in quotes if point.ground is not None and point.verdict == "supported"}
    if not grounds:
        return
    around = [each for each in case.nearest.known if each.ground.id in grounds]
    told_ = [said_ for each in around for said_ in (each.said, *each.beside)]
    known = [name for said_ in told_ for name in said_.of_kind("name")]
    carried = frozenset().union(*(each.said.carried for each in around))
    for name in line.of_kind("name"):
        words = set(words_of([name]))
        if not words & carried and not any(agree(name, other) for other in known) and words & case.names.words:
            says = ", ".join(dict.fromkeys(other.text for other in known)) or None
            verdict: DraftVerdict = "differs" if says else "unsupported"
            yield DraftPoint(kind="speaker", printed=name.text, verdict=verdict, says=says, ground=around[0].ground)


def _name_points(line: Said, names: Names) -> Iterator[DraftPoint]:
    for atom in line.of_kind("name"):
        point = name_point(line, atom, names)
        if point is not None:
            yield point
    opening = opening_point(line, names)
    if opening is not None:
        yield opening


def _value_points(line: Said, near: Sequence[Near], case: _Case) -> Iterator[DraftPoint]:
    """The values; a name that the case prints otherwise was told before, and a part of a party's name is nobody's."""
    names = [*line.of_kind("name")]
    wrong = {atom.text for atom in names if name_point(line, atom, case.names) is not None}
    wrong |= {atom.text for atom in names if atom.words and case.parties.issuperset(atom.words)}
    for point in value_points(line, near, case.nearest):
        if point.kind != "name" or point.printed not in wrong:
            yield point


def _words_point(
    line: Said, near: Sequence[Near], points: Sequence[DraftPoint], nearest: Nearest
) -> Iterator[DraftPoint]:
    """Whether anything in the case speaks of what a sentence says, where its points alone don't show it."""
    if any(point.kind in ("event", "claim", "quote") for point in points):
        return
    share, missing = _together(line, near, nearest)
    if near and near[0].share >= _SAME and share >= _SAME:
        yield DraftPoint(kind="words", printed=line.text, verdict="supported", ground=near[0].known.ground)
    spoken_of = line.carried or any(atom.kind in ("name", "party") for atom in line.atoms)
    if share < _FAR and missing > 1 and spoken_of and not any(_shares_values(line, each) for each in near[:_SHOWN]):
        yield DraftPoint(kind="words", printed=line.text, verdict="unsupported")


def _shares_values(line: Said, near: Near) -> bool:
    """Whether a sentence has several of the draft's values, one of them no name: then it speaks of the same."""
    found = [a for a in line.atoms if a.kind != "party" and any(agree(a, b) for b in near.known.said.of_kind(a.kind))]
    return len(found) > 1 and any(atom.kind != "name" for atom in found)


def _together(line: Said, near: Sequence[Near], nearest: Nearest) -> tuple[float, int]:
    """Which share of a sentence's words near sentences about the same have together, and how many they don't have."""
    has = frozenset().union(*(each.known.said.all for each in near[:_READ] if _is_about(line, each.known.said)))
    total = got = 0.0
    missing = 0
    named = {i for atom in line.atoms for i in range(atom.first, atom.after)}
    named |= {i for number in line.marked.numbers for i in range(number.first, number.after)}
    for index, features in enumerate(line.features):
        if index in named or not features:
            continue
        total += max(map(nearest.weight, features))
        got += max(map(nearest.weight, features & has), default=0.0)
        missing += not features & has
    return (got / total if total else 1.0), missing


def _is_about(line: Said, known: Said) -> bool:
    """Whether a sentence is about somebody whom the draft names, also by a pronoun; any is, where it names nobody."""
    names = [*line.of_kind("name")]
    if not names:
        return True
    words = {*words_of(names)}
    return bool(words & known.carried) or any(agree(a, b) for a in names for b in known.of_kind("name"))


def _worst(points: Sequence[DraftPoint]) -> DraftVerdict:
    verdicts = {point.verdict for point in points}
    return next((verdict for verdict in _ORDER if verdict in verdicts), "nothing-to-check")
