"""What in the print of one report may mislead its readers?

One decision told in several statuses, one name in two spellings, a number that is a word, sentences joined without a
space. Kept as printed beside what may be meant; nothing is repaired and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from legation.analysis.disputed_tellings import contradiction
from legation.model.claims import Event, Print, Report
from legation.model.dates import DAY, Certainty, Edtf
from legation.model.disputes import Contradiction, DisputeSide
from legation.reconstruction.departures import NOT_HAPPENED

VAGUE = frozenset({"dozens", "hundreds"})
LONG = 7
"""Days from which on a time may hold several decisions."""


def disputed_prints(reports: Iterable[Report]) -> Iterator[Contradiction]:
    """What each report prints so that it can be taken in two ways."""
    told = list(reports)
    for report in told:
        events = {event.id: event for event in report.events}
        yield from _statuses(report, events)
        yield from _spellings(report)
        yield from _joined(report)
    yield from _vague(told)


def _side(found: Print, says: str | None = None) -> DisputeSide:
    return DisputeSide(id=found.id, says=says or found.words, passage=found.passage)


def _statuses(report: Report, events: Mapping[str, Event]) -> Iterator[Contradiction]:
    """One happening that is decided in some of the report's words and only planned in others."""
    by_event: dict[str | None, list[Print]] = {}
    for found in report.prints:
        if found.kind == "status":
            by_event.setdefault(found.about, []).append(found)
    for about, prints in by_event.items():
        event = events.get(about or "")
        yield contradiction(
            "status",
            [_side(found) for found in prints],
            "One decision, as far as is told; its being announced doesn't say that it was carried out.",
            mission=event.mission if event else None,
        )


def _spellings(report: Report) -> Iterator[Contradiction]:
    spelled = {found.words: found for found in report.prints if found.kind == "spelling"}
    for word, found in spelled.items():
        other = spelled.get(found.about or "")
        if other is not None and word < other.words:
            yield contradiction("spelling", [_side(found), _side(other)], "They may be one name, or two people's.")


def _joined(report: Report) -> Iterator[Contradiction]:
    joined = [_side(found) for found in report.prints if found.kind == "joined"]
    if joined:
        yield contradiction(
            "printed", joined, "Sentences are joined without a space; words may have been lost between them."
        )


def _vague(reports: Sequence[Report]) -> Iterator[Contradiction]:
    """A number in a word over a longer time, beside the tellings of the same parties that fall into it."""
    events = [event for report in reports for event in report.events if event.status not in NOT_HAPPENED]
    for event in events:
        if event.count_modifier not in VAGUE or event.type != "expulsion" or not _lasts(event.date):
            continue
        parts = [other for other in events if other.id != event.id and _may_be_part(other, event)]
        sides = [DisputeSide(id=event.id, says=f"{event.count_modifier}, no number", passage=event.passage)]
        sides += [DisputeSide(id=part.id, says=_number(part), passage=part.passage) for part in parts]
        yield contradiction(
            "vague-number",
            sides,
            "The word gives no number, and it may take several decisions together.",
            mission=event.mission,
        )


def _lasts(date: Edtf | None) -> bool:
    if date is None or date.bounds.earliest is None or date.bounds.latest is None:
        return True
    return (date.bounds.latest - date.bounds.earliest) >= LONG * DAY


def _may_be_part(other: Event, whole: Event) -> bool:
    """Whether a telling that counts persons or posts of the same parties falls into the time of a vague one."""
    if other.type not in ("expulsion", "ceiling") or (other.actor, other.target) != (whole.actor, whole.target):
        return False
    if other.actor is None or other.target is None or other.count_modifier in VAGUE:
        return False
    if (other.count or other.posts_to) is None or other.date is None or whole.date is None:
        return False
    return other.date.bounds.within(whole.date.bounds) is not Certainty.EXCLUDED


def _number(event: Event) -> str:
    if event.type == "ceiling":
        since = f"{event.posts_from} to " if event.posts_from is not None else ""
        return f"{since}{event.posts_to} posts"
    return f"{event.count} {event.count_unit or 'persons'}"
