"""What is left out before anybody writes, unless it is chosen one by one?

People of the lowest class, administrative and local staff, what is said of families, links that nobody judged, and
whoever is withheld for safety, with every sentence that names one of them. Counts stay what they are: who isn't named
is counted. Nobody who is withheld can be chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legation.analysis.unnamed import names_printed, unnamed
from legation.model.case import Derived
from legation.model.claims import Claim, Event, Print, Report
from legation.model.documents import Passage
from legation.model.listings import Roster
from legation.model.sources import Capture
from legation.publishing.content import Content, LeftOut, OutReason, Unnamed
from legation.publishing.named import Named
from legation.publishing.selected_findings import findings_left
from legation.publishing.selected_log import heard_left, judgements_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody decided about single persons, links and claims."""

    included: Mapping[str, str] = field(default_factory=dict)
    """Ids that are out by default and were chosen, each with the reason."""
    withheld: frozenset[str] = frozenset()
    """Ids of persons who are withheld for safety."""
    withheld_names: tuple[str, ...] = ()
    """Names of theirs and of others whom lists needn't show; whoever is listed under one is withheld as well."""


def selected(content: Content, chosen: Chosen) -> Content:
    """The content without what is out by default; what was left out is told by id in `left_out`."""
    outs = outsiders(content, chosen)
    named = names_left_out(content, chosen)
    said_out = tellings_out(content.reports, named, chosen.included)
    reports = _reports(content.reports, named, said_out)
    present = {event.id for report in reports for event in report.events}
    present |= {claim.id for report in reports for claim in report.claims}
    derived, links_out = findings_left(content.derived, frozenset(outs), named, chosen.included, present)
    rosters, listed = _rosters(content, frozenset(outs))
    left, joined = _moves(content.derived, derived)
    heard, wordless = heard_left({id_: one for id_, one in content.heard.items() if id_ in present}, named)
    return replace(
        content,
        derived=derived,
        rosters=rosters,
        reports=reports,
        captures=tuple(_capture(one, named) for one in content.captures),
        clips={place: png for place, png in content.clips.items() if not named.stand_in(place.quote)},
        surroundings=surroundings_left(content.surroundings, named),
        heard=heard,
        judgements=judgements_left(content.judgements, named, draft=content.draft),
        unnamed=Unnamed(listed=listed, left=left, joined=joined),
        left_out=(
            *(LeftOut(id=id_, reason=reason) for id_, reason in sorted(outs.items())),
            *(LeftOut(id=id_, reason=reason) for id_, reason in said_out.items()),
            *(LeftOut(id=id_, reason="named") for id_ in wordless),
            *(LeftOut(id=id_, reason="link") for id_ in links_out),
        ),
    )


def surroundings_left(found: Mapping[Passage, tuple[str, str]], named: Named) -> Mapping[Passage, tuple[str, str]]:
    """The texts around quotes in which nobody is named who is left out."""
    return {
        place: around for place, around in found.items() if not named.stand_in(f"{around[0]} {place.quote} {around[1]}")
    }


def names_left_out(content: Content, chosen: Chosen) -> Named:
    """The names of everybody whom `selected` leaves out, to be looked for in what is added to it later."""
    outs = outsiders(content, chosen)
    names = names_printed(content.derived, content.rosters, outs)
    hidden = {id_ for id_, reason in outs.items() if reason == "withheld"}
    return Named.of(
        (name for id_, each in names.items() if id_ not in hidden for name in each),
        [*chosen.withheld_names, *(name for id_ in hidden for name in names.get(id_, ()))],
    )


def outsiders(content: Content, chosen: Chosen) -> dict[str, OutReason]:
    """The persons who aren't named, by id, each with the reason; who once stood higher is named."""
    by_default = unnamed(content.derived, content.rosters)
    found: dict[str, OutReason] = {id_: why for id_, why in by_default.items() if id_ not in chosen.included}
    return {**found, **dict.fromkeys(_known(content, chosen), "withheld")}


def _known(content: Content, chosen: Chosen) -> Iterator[str]:
    """The ids that withheld persons have now: who was joined to one since is withheld too, and who is named so."""
    members = content.derived.members
    yield from (members.get(one, one) for one in chosen.withheld)
    if chosen.withheld_names:
        hidden = Named.of(chosen.withheld_names)
        persons = {person.id for person in content.derived.persons}
        every = names_printed(content.derived, content.rosters, persons)
        yield from (id_ for id_, names in every.items() if hidden.stand_in(*names))


def _rosters(content: Content, outs: frozenset[str]) -> tuple[tuple[Roster, ...], dict[tuple[str, str | None], int]]:
    """The editions without lines of those who are out and without what wasn't understood: names may stand there."""
    members = content.derived.members
    listed: dict[tuple[str, str | None], set[str]] = {}
    kept = []
    for roster in content.rosters:
        lines = []
        for line in roster.listings:
            owner = members.get(line.id)
            if owner in outs:
                listed.setdefault((roster.edition.id, line.mission), set()).add(str(owner))
            elif owner is not None or line.vacant:
                lines.append(line)
        kept.append(replace(roster, listings=tuple(lines), residue=()))
    return tuple(kept), {place: len(who) for place, who in listed.items()}


def _moves(before: Derived, after: Derived) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """How many of each step of a tally left and joined without being named."""
    shown = {(tally.id, step.as_of): step for tally in after.tallies for step in tally.steps}
    left: Counter[tuple[str, str]] = Counter()
    joined: Counter[tuple[str, str]] = Counter()
    for tally in before.tallies:
        for step in tally.steps:
            place = (tally.id, step.as_of)
            if place in shown:
                left[place] += len(step.left) - len(shown[place].left)
                joined[place] += len(step.joined) - len(shown[place].joined)
    return dict(+left), dict(+joined)


def tellings_out(reports: Sequence[Report], named: Named, included: Container[str] = ()) -> dict[str, OutReason]:
    """The tellings and claims that name somebody who is out, or families, and answers to these, by id with the reason.

    Args:
        reports: without the relatives of people whom no list shows.
        named: the names of everybody who is out.
        included: ids that were chosen one by one.
    """
    out: dict[str, OutReason] = {}
    for report in reports:
        for event in report.events:
            if names_in_telling(event, named):
                out[event.id] = "named"
        for claim in report.claims:
            if names_in_telling(claim, named):
                out[claim.id] = "named"
            elif claim.type == "family" and claim.id not in included:
                out[claim.id] = "relative"
    every = [claim for report in reports for claim in report.claims]
    while gone := [claim for claim in every if claim.about in out and claim.id not in out]:
        out.update((claim.id, out[str(claim.about)]) for claim in gone)
    return out


def _reports(reports: Sequence[Report], named: Named, out: Mapping[str, OutReason]) -> tuple[Report, ...]:
    """The reports without the tellings and claims that are out."""
    return tuple(
        replace(
            report,
            title=None if named.stand_in(report.title) else report.title,
            events=tuple(_referring(event, out) for event in report.events if event.id not in out),
            claims=tuple(claim for claim in report.claims if claim.id not in out),
            prints=tuple(one for one in report.prints if not _print_names(one, named) and one.about not in out),
        )
        for report in reports
    )


def _referring(event: Event, out: Mapping[str, OutReason]) -> Event:
    return replace(event, in_response_to=None) if event.in_response_to in out else event


def names_in_telling(one: Event | Claim, named: Named) -> bool:
    """Whether a telling or claim names somebody: in its words, in what was read of them, or as who says so."""
    speakers = (link.speaker for link in one.attribution)
    if isinstance(one, Claim):
        return named.stand_in(one.passage.quote, one.subject, one.object, one.value, one.wording, *speakers)
    persons = (text for person in one.persons for text in (person.name, person.role))
    return named.stand_in(one.passage.quote, one.reason, *persons, *speakers)


def _print_names(one: Print, named: Named) -> bool:
    return named.stand_in(one.words, one.passage.quote)


def _capture(capture: Capture, named: Named) -> Capture:
    """The capture under its digest, where its name, address or source names somebody who is out."""
    given = capture.given
    name = capture.sha256[:12] if named.stand_in(capture.name) else capture.name
    url = None if named.stand_in(given.url) else given.url
    source = None if named.stand_in(given.source) else given.source
    if (name, url, source) == (capture.name, given.url, given.source):
        return capture
    return replace(capture, name=name, given=replace(given, url=url, source=source))
