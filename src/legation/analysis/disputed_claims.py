"""Do claims of one report contradict each other: asserted and denied, a reason and none, a thing and not that thing?

Also keeps what readers take for plain and isn't: one name in two spellings, people pointed at of whom two groups were
counted. It decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from legation.analysis.disputed_tellings import contradiction
from legation.analysis.sums import NEAR
from legation.language.names import folded_name, skeletons
from legation.model.claims import Claim, Event, Report
from legation.model.disputes import Contradiction, DisputeSide
from legation.reconstruction.departures import NOT_HAPPENED
from legation.vocabulary.dispute_words import dispute_words, says
from legation.vocabulary.folding import fold

SHORTEST_NAME = 5
_ALLEGED = frozenset({"affiliation", "attributed-act"})


def disputed_claims(reports: Iterable[Report]) -> Iterator[Contradiction]:
    """Contradictions among the claims of each report."""
    for report in reports:
        for rule in (_denied, _reasons, _negated, _spellings, _scopes):
            yield from rule(report)


def side(said: Claim | Event, says: str) -> DisputeSide:
    """What a claim or a telling says, as a side."""
    return DisputeSide(id=said.id, says=says, passage=said.passage)


def said_in(report: Report) -> tuple[Claim | Event, ...]:
    """All claims and tellings of a report."""
    found: list[Claim | Event] = [*report.claims, *report.events]
    return tuple(found)


def speakers(said: Claim | Event) -> str:
    """Who says it, outermost first."""
    return " › ".join(link.speaker or "unnamed" for link in said.attribution) or "the report"


def _denied(report: Report) -> Iterator[Contradiction]:
    """A claim or an event, and the denial of it."""
    by_id = {each.id: each for each in said_in(report)}
    for denial in report.claims:
        about = by_id.get(denial.about or "")
        if denial.type == "denial" and about is not None and not _is_of_reason(denial, report):
            yield contradiction(
                "denied",
                [
                    side(about, f"{about.type}, says {speakers(about)}"),
                    side(denial, f"denied by {speakers(denial)}"),
                ],
                mission=about.mission if isinstance(about, Event) else None,
            )


def _reasons(report: Report) -> Iterator[Contradiction]:
    """A reason that one gives, beside another who says that there is none, or who gives none."""
    given: list[DisputeSide] = [
        side(claim, f"a reason, says {speakers(claim)}")
        for claim in report.claims
        if claim.type == "statement" and says("reason", claim.wording) and claim.status not in NOT_HAPPENED
    ]
    given += [
        side(event, f"a reason: {event.reason}")
        for event in report.events
        if event.reason and not event.background and event.status not in NOT_HAPPENED
    ]
    refused = [
        side(claim, f"no such reason, says {speakers(claim)}")
        for claim in report.claims
        if claim.type == "denial" and _is_of_reason(claim, report)
    ]
    refused += [
        side(claim, f"no reason given by {claim.subject or speakers(claim)}")
        for claim in report.claims
        if claim.type == "non-response" and claim.value == "no-reason"
    ]
    if given and refused:
        yield contradiction("reason", [*given, *refused], "Who decided and who reports may give different reasons.")


def _is_of_reason(denial: Claim, report: Report) -> bool:
    """Whether what is denied is why something was done, and not that it was."""
    if denial.about in {claim.id for claim in report.claims}:
        return False
    return says("reason", denial.wording or denial.passage.quote)


def _negated(report: Report) -> Iterator[Contradiction]:
    """One statement denies words that another, close by and of the same matter, asserts."""
    statements = [claim for claim in report.claims if claim.type == "statement"]
    for one, other in combinations(statements, 2):
        if abs(one.passage.start - other.passage.start) > NEAR:
            continue
        for denying, asserting in ((one, other), (other, one)):
            if _denies(_words(denying), _words(asserting)):
                sides = [
                    side(asserting, f"says {speakers(asserting)}"),
                    side(denying, f"not so, says {speakers(denying)}"),
                ]
                yield contradiction("negated", sides, "A word may have been lost in one of the texts.")


def _words(claim: Claim) -> tuple[str, ...]:
    return fold(claim.passage.quote)


def _denies(denying: Sequence[str], asserting: Sequence[str]) -> bool:
    """Whether two content words after a negation stand in the other text, which has none, with a word of the matter."""
    for _, _, stop in dispute_words("negation").scan(denying):
        phrase = [word for word in denying[stop : stop + 4] if len(word) > 3][:2]
        if len(phrase) < 2 or dispute_words("negation").scan(asserting):
            continue
        at = [place for place in range(len(asserting) - 1) if list(asserting[place : place + 2]) == phrase]
        matter = {word[:4] for word in denying if len(word) > 5} & {word[:4] for word in asserting if len(word) > 5}
        if at and len(matter - {word[:4] for word in phrase}) > 0:
            return True
    return False


def _spellings(report: Report) -> Iterator[Contradiction]:
    """One family name in two spellings in one report."""
    named: dict[str, DisputeSide] = {}
    for said in said_in(report):
        for name in _people(said):
            for word in name.split()[-1:] if name.istitle() or name.split()[-1][:1].isupper() else ():
                if len(word) >= SHORTEST_NAME and word.isalpha():
                    named.setdefault(word, side(said, word))
    for one, other in combinations(sorted(named), 2):
        if folded_name(one) != folded_name(other) and set(skeletons(one)) & set(skeletons(other)):
            yield contradiction("spelling", [named[one], named[other]], "They may be one name, or two people's.")


def _people(said: Claim | Event) -> Iterator[str]:
    if isinstance(said, Event):
        yield from (person.name for person in said.persons)
        return
    if said.type in ("posting", "age", "training", "statement") and said.subject:
        yield said.subject
    yield from (link.speaker for link in said.attribution if link.speaker and not link.anonymous)


def _scopes(report: Report) -> Iterator[Contradiction]:
    """People pointed at, where two groups were counted shortly before."""
    counts = [
        claim for claim in report.claims if claim.type in ("headcount", "capture") and isinstance(claim.value, int)
    ]
    for claim in report.claims:
        if claim.type not in _ALLEGED or not says("these", claim.subject):
            continue
        before = [each for each in counts if 0 <= claim.passage.start - each.passage.end <= NEAR]
        if len({each.value for each in before}) > 1:
            sides = [
                side(claim, claim.subject or ""),
                *(side(each, f"{each.value} {each.role or ''}".strip()) for each in before),
            ]
            yield contradiction("scope", sides, "The text doesn't say which of the groups is meant.")
