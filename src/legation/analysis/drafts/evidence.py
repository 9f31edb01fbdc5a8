"""What in a case can a draft rest on? Sentences of its reports, and sentences made of what its lists show.

What the lists show is told in sentences of ours, so that one way of comparing serves both; each keeps the passage that
it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legation.analysis.drafts.agreeing import sounds
from legation.extraction.news.layers import paragraphs
from legation.extraction.news.reading_order import SPEAKING
from legation.language.tokens import sentences, tokens
from legation.model.case import Derived
from legation.model.claims import Report
from legation.model.documents import Document, Passage
from legation.model.drafts import Ground
from legation.model.findings import Tally
from legation.model.keys import made_id
from legation.model.listings import Roster
from legation.model.postings import Posting
from legation.model.tenures import Succession
from legation.vocabulary.folding import fold
from legation.vocabulary.states import Gazetteer

MissionWords = Callable[[str | None], str]
"""Gives a mission in words for its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvidence:
    """All that a draft is held against."""

    derived: Derived
    reports: tuple[Report, ...]
    """As people left them, without claims about strangers' relatives."""
    rosters: tuple[Roster, ...]
    spoken: tuple[Ground, ...]
    """The sentences of the reports, in their order."""
    gazetteer: Gazetteer
    mission_words: MissionWords
    languages: Mapping[str, str] = field(default_factory=dict)
    """Language of each report by its digest."""


def spoken_grounds(document: Document) -> tuple[Ground, ...]:
    """Every sentence that a report speaks, with its place; captions, links and furniture are left out."""
    found: list[Ground] = []
    before = ""
    for part in paragraphs(document):
        if part.layer not in SPEAKING:
            continue
        for sentence in sentences(tokens(document.text, part.start, part.end)):
            passage = document.span(sentence.start, sentence.end)
            text = " ".join(passage.quote.split())
            id_ = made_id("sentence", document.sha256, sentence.start, sentence.end)
            found.append(Ground(id=id_, text=text, passage=passage, before=before))
            before = text
    return tuple(found)


def listed_grounds(evidence: CaseEvidence, named: frozenset[str], parties: frozenset[str]) -> Iterator[Ground]:
    """What the lists show of those whom a draft names and of the missions between the parties that it names.

    Args:
        evidence: of the case.
        named: folded words of names in the draft.
        parties: codes of states and organizations that the draft names; none: of every mission.
    """
    derived, words = evidence.derived, evidence.mission_words

    def is_meant(mission: str | None) -> bool:
        return mission is not None and (not parties or bool(parties & {*mission.split("/")[:2]}))

    heard = frozenset(sound for word in named for sound in sounds(word))

    def is_named(label: str) -> bool:
        words_ = fold(label)
        return not named.isdisjoint(words_) or any(not heard.isdisjoint(sounds(word)) for word in words_)

    persons = {person.id for person in derived.persons if is_named(person.label)}
    for posting in derived.postings:
        if posting.person.id in persons and posting.passages:
            yield from _posting(posting, words)
    for found in derived.successions:
        if found.passages and (is_named(found.predecessor.label) or is_named(found.successor.label)):
            yield _succession(found, words)
    for tally in derived.tallies:
        if is_meant(tally.mission):
            yield from _tally(tally, evidence, words)
    yield from _sections((roster for roster in evidence.rosters), is_meant, words)


def _posting(posting: Posting, words: MissionWords) -> Iterator[Ground]:
    for span in posting.titles:
        inside = [day for day in posting.editions if span.first <= day <= span.last] or [span.first]
        at = posting.editions.index(inside[0]) if inside[0] in posting.editions else 0
        said = f"{posting.person.label}, {span.title or 'no title'}, is listed and printed at {words(posting.mission)}"
        yield Ground(
            id=posting.id,
            text=f"{said} in the editions of {_joined(inside)}.",
            passage=posting.passages[min(at, len(posting.passages) - 1)],
            derived=True,
        )
    if since := _since(posting, words(posting.mission)):
        yield Ground(id=posting.id, text=since, passage=posting.passages[-1], derived=True)


def _since(posting: Posting, mission: str) -> str | None:
    """Whether somebody is still listed, as far as the lists say."""
    who, gone = posting.person.label, posting.listed_to
    if gone is not None and gone.earliest and gone.latest:
        left = f"{who} left the list of {mission} and is no longer listed"
        return f"{left}: last listed between {gone.earliest} and {gone.latest}."
    if posting.end_kind == "open" and posting.editions:
        return (
            f"{who} is still listed and stays on the list of {mission} in its last edition, of {posting.editions[-1]}."
        )
    return None


def _joined(days: Sequence[str]) -> str:
    return days[0] if len(days) == 1 else f"{', '.join(days[:-1])} and {days[-1]}"


def _succession(found: Succession, words: MissionWords) -> Ground:
    said = f"{found.successor.label} succeeded and followed {found.predecessor.label}"
    return Ground(
        id=found.id,
        text=f"{said} as {found.slot.replace('-', ' ')} of {words(found.mission)}.",
        passage=found.passages[-1],
        derived=True,
    )


def _tally(tally: Tally, evidence: CaseEvidence, words: MissionWords) -> Iterator[Ground]:
    if tally.left is None or tally.joined is None or not tally.steps:
        return
    passage = _passage_of(evidence.rosters, tally.mission, tally.steps[-1].as_of)
    if passage is None:
        return
    window = f"between {tally.window.earliest} and {tally.window.latest}"
    for number, what in (
        (tally.left, "names of diplomats left and disappeared from"),
        (tally.joined, "new names of diplomats joined"),
    ):
        yield Ground(
            id=tally.id,
            text=f"{_none(number)}{number} {what} the list of {words(tally.mission)} {window}.",
            passage=passage,
            derived=True,
        )


def _none(number: int) -> str:
    """A word for none before a nought, since a draft says it so."""
    return "" if number else "None: "


def _passage_of(rosters: Iterable[Roster], mission: str, as_of: str) -> Passage | None:
    for roster in rosters:
        if roster.edition.as_of is not None and roster.edition.as_of.text == as_of:
            line = next((line for line in roster.listings if line.mission == mission), None)
            if line is not None:
                return line.passage
    return None


def _sections(
    rosters: Iterable[Roster], is_meant: Callable[[str | None], bool], words: MissionWords
) -> Iterator[Ground]:
    for roster in rosters:
        day = roster.edition.as_of
        for section in roster.edition.missions:
            if day is None or not is_meant(section.mission) or section.coverage != "complete":
                continue
            first = next((line for line in roster.listings if line.mission == section.mission), None)
            if first is not None:
                of = words(section.mission)
                yield Ground(
                    id=roster.edition.id,
                    text=f"The list, page or edition of {day.text} showed {section.entries} names of diplomats and "
                    f"staff listed at {of}.",
                    passage=first.passage,
                    derived=True,
                )
