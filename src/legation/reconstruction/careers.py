"""Which posts does one person have from lists, claims and notes, on one axis of time?

Puts every source's posts beside each other with the bounds that it gives, and says which overlap and what lies between.
It merges nothing and decides nothing: a claimed post next to a listed one stays claimed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from legation.errors import KeyFormError
from legation.language.names import compare
from legation.model.careers import Career, Gap, Overlap, Post
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Bounds, Certainty, Edtf, Period
from legation.model.keys import made_id
from legation.model.parties import Mission, Person
from legation.model.postings import Posting
from legation.reconstruction.departures import NOT_HAPPENED
from legation.reconstruction.slots import HEADS_EN_TITRE
from legation.reconstruction.successions import gap_of
from legation.vocabulary.cities import cities_within
from legation.vocabulary.folding import fold

PRINTED = frozenset({None, "printed", "year", "given"})
"""Bases of a telling's date that nobody had to work out: it stands in the report, or was entered by hand."""

NOTHING_JUDGED: Mapping[str, Collection[str]] = {}

_YEAR = re.compile(r"\d{4}|\d{3}(?=X)")


def career(
    names: Sequence[str],
    postings: Iterable[Posting],
    reports: Iterable[Report],
    *,
    person: Person | None = None,
    conflicts: Iterable[tuple[str, Sequence[str]]] = (),
    judged: Mapping[str, Collection[str]] = NOTHING_JUDGED,
) -> Career:
    """The career of one person.

    Args:
        names: the names under which lists or the asker know the person, the best first.
        postings: the person's postings.
        reports: everything told in the case.
        person: the person of the lists, if there is one.
        conflicts: contradictions by id, with the ids of their sides.
        judged: by the digest of a report, the names in it that somebody judged to mean the person.
    """
    told = [post for report in reports for post in _told_of(report, names, judged.get(report.sha256, ()))]
    posts = tuple(sorted([*map(_listed, postings), *told], key=_place))
    ids = {post.id for post in posts}
    return Career(
        id=made_id("career", person.id if person else None, names[0]),
        person=person,
        label=names[0],
        names=tuple(dict.fromkeys(names)),
        posts=posts,
        overlaps=tuple(_overlaps(posts)),
        gaps=tuple(_gaps(posts)),
        conflicts=tuple(sorted(id_ for id_, sides in conflicts if ids.intersection(sides))),
    )


def period_sides(when: Edtf) -> tuple[Bounds, Bounds | None]:
    """First and last day of what a claim dates: `A/B` lasts from A to B, and a single date falls into the post."""
    first, slash, second = when.text.partition("/")
    if not slash:
        return Bounds(latest=when.bounds.latest), Bounds(earliest=when.bounds.earliest)
    start = Edtf.parse(first).bounds if first not in ("", "..") else Bounds()
    end = Edtf.parse(second).bounds if second not in ("", "..") else None
    return start, end


def spoken_of(names: Sequence[str], said: Iterable[str]) -> frozenset[str]:
    """Those of the names in one report that mean the person: the same name, or a part of it beside the whole."""
    found = set(said)
    whole = {name for name in found if any(compare(name, known).verdict == "same" for known in names)}
    parts = {
        name
        for name in found - whole
        if whole and len(name.split()) == 1 and all(compare(name, one).verdict != "different" for one in whole)
    }
    return frozenset(whole | parts)


def _told_of(report: Report, names: Sequence[str], judged: Collection[str]) -> Iterator[Post]:
    said = [claim.subject for claim in report.claims if claim.subject]
    said += [named.name for event in report.events for named in event.persons]
    meant = spoken_of(names, said) | set(judged)
    if not meant:
        return
    for claim in report.claims:
        if claim.type == "posting" and claim.subject in meant and claim.layer != "related":
            yield _lasting(claim, report, meant) if claim.when is None and claim.years else _claimed(claim)
    for event in report.events:
        if event.type in ("appointment", "posting-end") and event.layer != "related":
            roles = [named.role for named in event.persons if named.name in meant]
            if roles:
                yield _told(event, roles[0])


def _listed(posting: Posting) -> Post:
    return Post(
        id=posting.id,
        basis="lists",
        mission=posting.mission,
        place=None,
        title=posting.titles[-1].title if posting.titles else None,
        start=posting.start,
        end=posting.end,
        derived=False,
        status=None,
        attribution=(),
        passages=posting.passages[:1] + posting.passages[1:][-1:],
    )


def _claimed(claim: Claim) -> Post:
    start, end = period_sides(claim.when) if claim.when else (None, None)
    mission = _mission(claim.object)
    return Post(
        id=claim.id,
        basis="claim",
        mission=mission,
        place=None if mission else claim.object,
        title=claim.value if isinstance(claim.value, str) else None,
        start=start,
        end=end,
        derived=claim.when is not None and _is_derived(claim.when, claim.passage.quote),
        status=claim.status,
        attribution=claim.attribution,
        passages=(claim.passage,),
    )


def _lasting(claim: Claim, report: Report, meant: frozenset[str]) -> Post:
    """A post of so many years, worked out from the end that the report gives, or from the day of the report."""
    ends = [
        event.date.bounds
        for event in report.events
        if event.type == "posting-end" and event.date and any(named.name in meant for named in event.persons)
    ]
    post = _claimed(claim)
    until = ends[0] if len(ends) == 1 else report.published.bounds if report.published and not ends else None
    if until is None or until.earliest is None or until.latest is None or claim.years is None:
        return post
    start = Bounds(
        earliest=date(until.earliest.year - claim.years, 1, 1), latest=date(until.latest.year - claim.years, 12, 31)
    )
    return replace(post, start=start, end=until if ends else None, derived=True)


def _told(event: Event, role: str | None) -> Post:
    day = event.date.bounds if event.date else None
    begins = event.type == "appointment"
    return Post(
        id=event.id,
        basis="event",
        mission=event.mission,
        place=None if event.mission else event.city or event.target,
        title=role,
        start=day if begins else None,
        end=None if begins else day,
        derived=event.date is not None and event.date_basis not in PRINTED,
        status=event.status,
        attribution=event.attribution,
        passages=(event.passage,),
    )


def _is_derived(when: Edtf, quote: str) -> bool:
    """Whether no year of a claim stands in its passage; the second one often stands behind it."""
    return not any(year in quote for year in _YEAR.findall(when.text))


def _mission(text: str | None) -> str | None:
    try:
        return Mission.parse(text).key if text else None
    except KeyFormError:
        return None


def _place(post: Post) -> tuple[date, date, str]:
    days = [day for side in (post.start, post.end) if side is not None for day in (side.earliest, side.latest) if day]
    return min(days, default=date.max), max(days, default=date.max), post.id


def _period(post: Post) -> Period | None:
    if post.start is None or post.status in NOT_HAPPENED:
        return None
    end = post.end
    if end is None and post.basis == "lists":
        # Still listed in the last edition: the end lies after the last day that is known.
        end = Bounds(earliest=post.start.latest)
    start, end = post.start, end or Bounds()
    if start.earliest and end.latest and start.earliest > end.latest:
        return None
    return Period(start=start, end=end)


def _overlaps(posts: Sequence[Post]) -> Iterator[Overlap]:
    """Posts at places that differ for sure; what may be one post in two sources is none."""
    for one, other in combinations(posts, 2):
        first, second = _period(one), _period(other)
        if first is None or second is None or not _elsewhere(one, other) or _both_heads(one, other):
            continue
        certainty = first.overlaps(second)
        if certainty is not Certainty.EXCLUDED and (certainty is Certainty.CERTAIN or _bounded(first, second)):
            yield Overlap(posts=(one.id, other.id), certainty=certainty)


def _bounded(first: Period, second: Period) -> bool:
    """Whether a possible overlap rests on days and not on what nobody says."""
    sides = (first.start.earliest, first.end.latest, second.start.earliest, second.end.latest)
    return all(side is not None for side in sides)


def _both_heads(one: Post, other: Post) -> bool:
    """Heads are accredited to several states at once."""
    heads = [bool(HEADS_EN_TITRE & set(fold(post.title or ""))) for post in (one, other)]
    return all(heads) and one.basis == other.basis == "lists"


def _elsewhere(one: Post, other: Post) -> bool:
    hosts = [_hosts(post) for post in (one, other)]
    return all(hosts) and hosts[0].isdisjoint(hosts[1])


def _hosts(post: Post) -> frozenset[str]:
    """States and organizations in which a post may be; empty where the words don't tell."""
    if post.mission is not None:
        return frozenset({Mission.parse(post.mission).receiving})
    found = [each.city for each in cities_within(fold(post.place or ""))]
    return frozenset(code for city in found for code in (city.state, city.organization) if code)


def _gaps(posts: Sequence[Post]) -> Iterator[Gap]:
    """What lies between posts of one kind of source: lists after lists, told after told."""
    for listed in (True, False):
        line = [post for post in posts if (post.basis == "lists") is listed and post.start is not None]
        for before, after in pairwise(line):
            if before.end is None or after.start is None:
                continue
            least, most = gap_of(before.end, after.start)
            if most is None or most > 0:
                yield Gap(posts=(before.id, after.id), days=(least, most))
