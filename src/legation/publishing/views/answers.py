"""What does the page answer first? Sums, ceilings, and tallies step by step, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from legation.model.findings import Tally
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.publishing.briefing import Sentence, sentences, telling_tallies, usual_phrase
from legation.publishing.content import Content
from legation.publishing.phrases import bounds_phrase, mission_phrase
from legation.publishing.views.evidence import Evidence, evidence, gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A headline with what qualifies it."""

    headline: str
    kind: str
    notes: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A person who left or joined in a step: the title as printed, and where that stands."""

    name: str
    title: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """An edition of a tally; `width` is its share of the longest bar, 0 to 100."""

    as_of: str
    listed: int | None
    width: float
    left: tuple[Moved, ...]
    joined: tuple[Moved, ...]
    left_unnamed: int
    """How many more left who aren't named here."""
    joined_unnamed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyView:
    """An announced number beside the editions around it."""

    heading: str
    announced: int
    window: str | None
    usual: str | None
    steps: tuple[StepView, ...]
    clips: tuple[Evidence, ...]
    """Pictures of the places that print those who left afterwards."""


def answers(content: Content) -> tuple[Answer, ...]:
    """Sums, tallies and ceilings, each with its notes and its evidence."""
    asked = [
        sentence
        for sentence in sentences(content.derived, content.reports, content.label)
        if sentence.kind in ("sum", "tally", "usual", "ceiling", "note")
    ]
    return tuple(_answer(list(group), content) for _, group in groupby(asked, key=lambda sentence: sentence.about))


def _answer(group: Sequence[Sentence], content: Content) -> Answer:
    first, *rest = group
    passages = [passage for sentence in group for passage in sentence.passages]
    return Answer(
        headline=first.text,
        kind=first.kind,
        notes=tuple(sentence.text for sentence in rest),
        evidence=gathered(passages, content),
    )


def tallies(content: Content) -> tuple[TallyView, ...]:
    """The tallies step by step, in the order of their windows."""
    return tuple(_tally(tally, content) for tally in telling_tallies(content.derived))


def _tally(tally: Tally, content: Content) -> TallyView:
    most = max((step.listed or 0 for step in tally.steps), default=0) or 1
    postings = {(posting.person.id, posting.mission): posting for posting in content.derived.postings}

    def moved(persons: Sequence[Person], *, last: bool) -> tuple[Moved, ...]:
        found = [(person, postings.get((person.id, tally.mission))) for person in persons]
        found.sort(key=lambda each: _in_print(each[1], last=last))
        return tuple(_moved(person, posting, content, last=last) for person, posting in found)

    steps = tuple(
        StepView(
            as_of=step.as_of,
            listed=step.listed if step.coverage != "unobservable" else None,
            width=round(100 * (step.listed or 0) / most, 1),
            left=moved(step.left, last=True),
            joined=moved(step.joined, last=False),
            left_unnamed=content.unnamed.left.get((tally.id, step.as_of), 0),
            joined_unnamed=content.unnamed.joined.get((tally.id, step.as_of), 0),
        )
        for step in tally.steps
    )
    return TallyView(
        heading=mission_phrase(tally.mission, content.label),
        announced=tally.announced,
        window=bounds_phrase(tally.window) if tally.rest is not None else None,
        usual=usual_phrase(tally),
        steps=steps,
        clips=tuple(
            each.evidence for step in steps for each in step.left if each.evidence is not None and each.evidence.clip
        ),
    )


def _in_print(posting: Posting | None, *, last: bool) -> tuple[int, int]:
    """Where the edition prints the person: the order of a list is that of precedence."""
    place = posting.passages[-1 if last else 0] if posting and posting.passages else None
    return (place.page or 0, place.start) if place else (0, 0)


def _moved(person: Person, posting: Posting | None, content: Content, *, last: bool) -> Moved:
    end = -1 if last else 0
    return Moved(
        name=person.label,
        title=posting.titles[end].title if posting and posting.titles else None,
        evidence=evidence(posting.passages[end], content) if posting and posting.passages else None,
    )
