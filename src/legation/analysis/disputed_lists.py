"""Do lists agree with what is said and with each other?

A list shows who was listed; a claim of another day, of staff that the list doesn't cover, or of a mission that no list
shows, contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from legation.analysis.disputed_claims import side
from legation.analysis.disputed_tellings import contradiction
from legation.errors import KeyFormError
from legation.extraction.rosters.titles import parse_title
from legation.language.names import compare
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Bounds, Edtf
from legation.model.disputes import Contradiction, DisputeSide
from legation.model.listings import Listing
from legation.model.parties import Mission
from legation.model.postings import Derivation
from legation.model.tenures import Tenure
from legation.reconstruction.careers import period_sides
from legation.reconstruction.departures import NOT_HAPPENED
from legation.reconstruction.sightings import BREADTH, Observation, Sighting, Stream
from legation.reconstruction.slots import HEAD, HEADS_EN_TITRE
from legation.reconstruction.tenures import Served
from legation.vocabulary.dispute_words import says
from legation.vocabulary.ranks import HEADS

LATE = timedelta(days=60)
"""Days that a list is given to show a new role or head; editions come every few weeks to months."""

Streams = Mapping[str, Sequence[Stream]]
AtMissions = Mapping[str, Sequence[Served]]


def disputed_lists(
    reports: Iterable[Report], streams: Streams, served: AtMissions, tenures: Iterable[Tenure]
) -> Iterator[Contradiction]:
    """Contradictions between claims and lists, between lists, and inside one list.

    Args:
        reports: what is said.
        streams: mission to its lists.
        served: mission to its stays with their postings.
        tenures: who held the seats of missions.
    """
    for report in reports:
        missions = {event.id: event.mission for event in report.events}
        for claim in report.claims:
            if claim.status not in NOT_HAPPENED:
                yield from _number(claim, missions, streams)
                yield from _claimed_post(claim, streams, served)
        for event in report.events:
            yield from _appointed(event, served)
    for mission, at_mission in served.items():
        for each in at_mission:
            yield from _dates(mission, each)
    yield from _heads(tenures)


def _number(claim: Claim, missions: Mapping[str, str | None], streams: Streams) -> Iterator[Contradiction]:
    """A number said to be listed on a day, beside a complete edition of that day with another number."""
    if claim.type not in ("capture", "headcount") or not isinstance(claim.value, int) or claim.when is None:
        return
    if claim.type == "headcount" and claim.role != "listed":
        return
    mission, day = _key(claim.subject) or missions.get(claim.about or ""), claim.when.bounds.exact
    for stream in streams.get(mission or "", ()) if day is not None else ():
        for seen in stream.observations:
            if seen.complete and seen.day.first == seen.day.last == day and len(seen.listed) != claim.value:
                first = next(iter(seen.listed.values()))
                listed = DisputeSide(id=first.id, says=f"{len(seen.listed)} listed", passage=first.passage)
                yield contradiction(
                    "listed-number",
                    [side(claim, f"{claim.value} listed"), listed],
                    "The list may cover fewer people than were counted, or more.",
                    mission=mission,
                )


def _appointed(event: Event, served: AtMissions) -> Iterator[Contradiction]:
    """Head of mission since a day, as a report says, whom a later list shows in another role."""
    if event.type != "appointment" or event.status in NOT_HAPPENED or event.date is None or event.mission is None:
        return
    since = event.date.bounds.latest
    for person in event.persons:
        if since is not None and says("head", person.role) and not says("acting", person.role):
            yield from _other_role(event, person.name, event.mission, since, served)


def _claimed_post(claim: Claim, streams: Streams, served: AtMissions) -> Iterator[Contradiction]:
    """A post at a mission over a time, whose holder the lists of that time show otherwise or not at all."""
    mission = _key(claim.object)
    if claim.type != "posting" or mission is None or claim.subject is None or claim.when is None:
        return
    start, end = period_sides(claim.when)
    role = claim.value if isinstance(claim.value, str) else None
    if start.latest is not None and says("head", role) and not says("acting", role):
        yield from _other_role(claim, claim.subject, mission, start.latest, served, until=end)
    if start.latest is None or end is None or end.earliest is None or start.latest + LATE > end.earliest:
        return
    if not _same_name(claim.subject, mission, served):
        span = Bounds(earliest=start.latest + LATE, latest=end.earliest)
        yield from _not_listed(claim, mission, role, span, streams)


def _other_role(
    said: Claim | Event, name: str, mission: str, since: date, served: AtMissions, until: Bounds | None = None
) -> Iterator[Contradiction]:
    people = _same_name(name, mission, served)
    if len({each.stay.person.id for each in people}) != 1:
        return
    for sighting in (one for each in people for one in each.stay.sightings):
        last = until.earliest if until else None
        if sighting.day.first > since + LATE and (last is None or sighting.day.last <= last) and _is_no_head(sighting):
            line = sighting.listing
            shown = DisputeSide(
                id=line.id, says=f"{line.title or line.rank}, listed {sighting.day.as_of}", passage=line.passage
            )
            yield contradiction(
                "listed-role",
                [side(said, f"head of mission since {since}"), shown],
                "Lists follow late; the role may also be held for the time being.",
                mission=mission,
            )
            return


def _is_no_head(sighting: Sighting) -> bool:
    line = sighting.listing
    codes = {line.rank, *(line.function or "").split("; ")}
    return line.rank is not None and not codes & (HEADS_EN_TITRE | HEADS) and not line.acting


def _same_name(name: str, mission: str, served: AtMissions) -> list[Served]:
    return [
        each
        for each in served.get(mission, ())
        if any(
            compare(name, printed).verdict == "same"
            for printed in dict.fromkeys(sighting.listing.name for sighting in each.stay.sightings)
            if printed
        )
    ]


def _not_listed(
    claim: Claim, mission: str, role: str | None, span: Bounds, streams: Streams
) -> Iterator[Contradiction]:
    """Somebody whose rank the lists cover, and whom no complete edition of the time shows under any like name."""
    title = parse_title(role) if role else None
    if title is None or title.rank in ("other", "administrative"):
        return
    seen = [
        observation
        for stream in streams.get(mission, ())
        for observation in stream.observations
        if observation.complete and _inside(observation, span) and _covers(observation, title.rank)
    ]
    names = {line.name for observation in seen for line in observation.listed.values() if line.name}
    if len(seen) > 1 and not any(compare(claim.subject or "", name).verdict != "different" for name in names):
        lines = [next(iter(observation.listed.values())) for observation in (seen[0], seen[-1]) if observation.listed]
        sides = [side(claim, f"{role}, {claim.when.text if claim.when else ''}"), *map(_without, lines)]
        yield contradiction(
            "not-listed", sides, f"{len(seen)} complete editions of that time don't list the name.", mission=mission
        )


def _inside(observation: Observation, span: Bounds) -> bool:
    return bool(span.earliest and span.latest and span.earliest <= observation.day.first <= span.latest)


def _covers(observation: Observation, rank: str) -> bool:
    return rank in HEADS or BREADTH.get(observation.day.coverage_class, 0) > 0


def _without(line: Listing) -> DisputeSide:
    return DisputeSide(id=line.id, says="an edition that doesn't list the name begins so", passage=line.passage)


def _dates(mission: str, served: Served) -> Iterator[Contradiction]:
    """A date that a line prints or a report states and that the lists exclude."""
    stay, steps = served.stay, {step.rule: step for step in served.posting.derivation}
    lines = {sighting.listing.id: sighting for sighting in stay.sightings}
    first = stay.sightings[0]
    if (printed := steps.get("printed-date-contradicts-list")) is not None:
        listed = DisputeSide(
            id=first.listing.id, says=f"listed already {first.day.as_of}", passage=first.listing.passage
        )
        for sighting in _of(printed, lines):
            dates = ", ".join(each.value.text for each in sighting.listing.dates)
            shown = DisputeSide(
                id=sighting.listing.id, says=f"{dates}, printed {sighting.day.as_of}", passage=sighting.listing.passage
            )
            yield contradiction("printed-date", [listed, shown], mission=mission)
            return


def _of(step: Derivation, lines: Mapping[str, Sighting]) -> Iterator[Sighting]:
    return (lines[given.id] for given in step.inputs if given.id in lines)


def _heads(tenures: Iterable[Tenure]) -> Iterator[Contradiction]:
    """Two heads of one mission whom lists show over one longer time."""
    by_mission: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        if tenure.slot == HEAD and tenure.holder is not None and tenure.editions:
            by_mission.setdefault(tenure.mission, []).append(tenure)
    for mission, found in by_mission.items():
        for one, other in combinations(sorted(found, key=lambda each: (_day(each, 0), each.id)), 2):
            if _day(one, -1) - _day(other, 0) > LATE and one.holder != other.holder:
                sides = [
                    DisputeSide(
                        id=each.id,
                        says=f"{each.holder.label if each.holder else ''} heads it, {each.editions[at]}",
                        passage=each.passages[at],
                    )
                    for each, at in ((one, -1), (other, 0))
                ]
                yield contradiction("lists-disagree", sides, "One list may follow the other late.", mission=mission)


def _day(tenure: Tenure, at: int) -> date:
    bounds = Edtf.parse(tenure.editions[at]).bounds
    return bounds.earliest or bounds.latest or date.min


def _key(text: str | None) -> str | None:
    try:
        return Mission.parse(text).key if text else None
    except KeyFormError:
        return None
