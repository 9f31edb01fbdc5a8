"""Who served where, between which bounds, and why do we say so?

Reads stays and tellings, never captures. What editions say and what a source prints or states stand apart; a date that
contradicts the lists is kept as such and bounds nothing. What no source settles stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from legation.model.claims import Event
from legation.model.dates import Bounds, Certainty
from legation.model.documents import DocumentState, folded
from legation.model.keys import made_id
from legation.model.listings import Listing
from legation.model.postings import Derivation, EndKind, Input, Posting, StartBasis, TitleSpan
from legation.reconstruction.departures import Window, windows_of
from legation.reconstruction.renamed import NOT_CONTINUED, Continued
from legation.reconstruction.sightings import Observation, Sighting
from legation.reconstruction.stays import Stay, duty_date

FAILED = frozenset(get_args(DocumentState)) - {"ok", "abridged", "list-removed"}
"""States of a document that say nothing of the list that it may hold."""

VERSION = 1
"""Version of the rules of this module, in every derivation that they draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """The start or the end of a posting as far as some source says."""

    bounds: Bounds
    basis: StartBasis
    derivation: tuple[Derivation, ...] = ()


def posting_of(
    stay: Stay,
    windows: Iterable[Window] = (),
    named: Mapping[tuple[str, str], tuple[Event, ...]] | None = None,
    stated: Sequence[Event] = (),
    other_names: Continued = NOT_CONTINUED,
) -> Posting:
    """A stay as a posting.

    Args:
        stay: the sightings and the absences next to them.
        windows: the announcements about the mission.
        named: tellings that name a listed person, by happening and person id.
        stated: tellings that state the end of this person's posting here.
        other_names: stays of other names that may be this person's.
    """
    left_in = windows_of(stay, windows)
    listed_from = stay.listed_from
    start = _hedged_start(_printed_start(stay, listed_from), other_names)
    end = _hedged_end(_end(stay, stated), other_names)
    naming = sorted({event.id for each in left_in for event in (named or {}).get((each, stay.person.id), ())})
    return Posting(
        id=made_id("posting", stay.mission, stay.sightings[0].listing.id),
        person=stay.person,
        mission=stay.mission,
        titles=_titles(stay.sightings),
        listed_from=listed_from,
        listed_to=stay.listed_to,
        start=start.bounds,
        start_basis=start.basis,
        end=end.bounds if end else None,
        end_basis=end.basis if end else None,
        end_kind=_end_kind(stay, end, bool(naming)),
        windows=left_in,
        editions=tuple(dict.fromkeys(sighting.day.as_of for sighting in stay.sightings)),
        derivation=(
            *_listed(stay),
            *start.derivation,
            *(end.derivation if end else ()),
            *([_derivation("named-in-event", [Input(id=each) for each in naming])] if naming else []),
        ),
        passages=tuple(sighting.listing.passage for sighting in stay.sightings),
    )


def _derivation(rule: str, inputs: Sequence[Input]) -> Derivation:
    return Derivation(rule=rule, version=VERSION, inputs=tuple(inputs))


def line_input(sighting: Sighting) -> Input:
    """A line as what a conclusion rests on."""
    listing = sighting.listing
    return Input(
        id=listing.id,
        sha256=listing.passage.sha256,
        quote=listing.passage.quote,
        order=listing.order,
        as_of=sighting.day.as_of,
    )


def _editions(observation: Observation) -> list[Input]:
    return [Input(id=edition, as_of=observation.day.as_of) for edition in observation.day.editions]


def _listed(stay: Stay) -> list[Derivation]:
    found = [_derivation("consecutive-editions", [line_input(sighting) for sighting in stay.sightings])]
    if stay.not_yet:
        found.append(_derivation("not-yet-listed", _editions(stay.not_yet)))
    if stay.no_more:
        found.append(_derivation("no-more-listed", _editions(stay.no_more)))
    return found


def _printed_start(stay: Stay, listed: Bounds) -> _Side:
    """The earliest edition's printed date of taking up duty that doesn't contradict the lists; else what they give."""
    wrong: list[Sighting] = []
    for sighting in stay.sightings:
        printed = duty_date(sighting)
        if printed is None:
            continue
        bounds = printed.value.bounds.narrowed(Bounds(latest=listed.latest))
        if bounds is not None and not _is_stale(bounds, stay.earlier):
            derivation = (*_contradicted(wrong), _derivation("printed-date", [line_input(sighting)]))
            return _Side(bounds=bounds, basis="printed", derivation=derivation)
        wrong.append(sighting)
    return _Side(bounds=listed, basis="editions", derivation=_contradicted(wrong))


def _is_stale(printed: Bounds, earlier: date | None) -> bool:
    """Whether the printed day belongs to an earlier stay at the mission."""
    return earlier is not None and printed.latest is not None and printed.latest <= earlier


def _contradicted(sightings: Sequence[Sighting]) -> tuple[Derivation, ...]:
    if not sightings:
        return ()
    return (_derivation("printed-date-contradicts-list", [line_input(sighting) for sighting in sightings]),)


def _end(stay: Stay, stated: Sequence[Event]) -> _Side | None:
    """The stated day of leaving where it fits the lists; else what the lists leave open.

    Who leaves on the day of an edition isn't in it any more, so that day is one of those allowed.
    """
    last = max(sighting.day.first for sighting in stay.sightings)
    gone = Bounds(earliest=last, latest=stay.no_more.day.last if stay.no_more else None)
    contradicting: list[Input] = []
    for event in stated:
        if event.date is None:
            continue
        if event.date.bounds.within(gone) is Certainty.EXCLUDED:
            contradicting.append(Input(id=event.id))
            continue
        bounds = event.date.bounds.narrowed(gone)
        return _Side(
            bounds=bounds or gone, basis="stated", derivation=(_derivation("stated-date", [Input(id=event.id)]),)
        )
    if stay.no_more is None:
        return None
    derivation = (_derivation("stated-date-contradicts-list", contradicting),) if contradicting else ()
    return _Side(bounds=gone, basis="editions", derivation=derivation)


def _hedged_start(start: _Side, other_names: Continued) -> _Side:
    """The start, earlier too where the list may have shown the person before under another name."""
    if start.basis != "editions" or not other_names.before:
        return start
    return _Side(
        bounds=other_names.earliest(start.bounds),
        basis=start.basis,
        derivation=(*start.derivation, _other_name([stay.sightings[-1] for stay in other_names.before])),
    )


def _hedged_end(end: _Side | None, other_names: Continued) -> _Side | None:
    """The end, later too where the list may show the person on under another name."""
    if end is None or end.basis != "editions" or not other_names.after:
        return end
    return _Side(
        bounds=other_names.latest(end.bounds),
        basis=end.basis,
        derivation=(*end.derivation, _other_name([stay.sightings[0] for stay in other_names.after])),
    )


def _other_name(lines: Sequence[Sighting]) -> Derivation:
    """Names the other lines by id alone: they are not lines of this posting."""
    return _derivation("may-be-listed-under-another-name", [Input(id=sighting.listing.id) for sighting in lines])


def _end_kind(stay: Stay, end: _Side | None, is_named: bool) -> EndKind:
    if end is not None and end.basis == "stated":
        return "stated"
    if stay.no_more is not None:
        return "named-in-event" if is_named else "left-list"
    return "list-removed" if _names_removed(stay) else "open"


def _names_removed(stay: Stay) -> bool:
    """Whether every list with the person goes on with the mission's section and ends without a name in it."""
    last = max(sighting.day.last for sighting in stay.sightings)
    streams = {sighting.stream.series: sighting.stream for sighting in stay.sightings}
    ends = [stream.observations[-1] for stream in streams.values()]
    return all(
        end.day.first > last
        and end.coverage == "unobservable"
        and not any(FAILED.intersection(why.split()) for why in end.why)
        for end in ends
    )


def _titles(sightings: Sequence[Sighting]) -> tuple[TitleSpan, ...]:
    """Titles with the first and last edition that print them without another of the same list in between."""
    spans: list[list[Sighting]] = []
    latest: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        run = latest.get(sighting.stream.series)
        if run is not None and _same_title(run[-1].listing, sighting.listing):
            run.append(sighting)
            continue
        latest[sighting.stream.series] = [sighting]
        spans.append(latest[sighting.stream.series])
    found = {
        TitleSpan(
            title=run[-1].listing.title,
            rank=run[-1].listing.rank,
            first=run[0].day.as_of,
            last=run[-1].day.as_of,
        ): (run[0].day.first, run[-1].day.last)
        for run in spans
    }
    return tuple(sorted(found, key=lambda span: (*found[span], span.title or "", span.rank or "")))


def _same_title(one: Listing, other: Listing) -> bool:
    return one.rank == other.rank and (
        one.title == other.title or folded(one.title or "").casefold() == folded(other.title or "").casefold()
    )
