"""Tiny builders of model values for tests: invented persons, invented places, one line each."""

# ruff: noqa: ANN401 - any field of a value may be given by name
from __future__ import annotations

from typing import Any

from legation.language.names import parse_name
from legation.model.claims import Claim, ClaimType, Event, EventType, NamedPerson, Print, PrintKind, Report
from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.keys import made_id, sha256_hex
from legation.model.listings import (
    Edition,
    LineAccount,
    Listing,
    MissionSection,
    PrintedDate,
    Roster,
    edition_id,
    listing_id,
)

MISSION = "XV/XB"
"""An invented mission: the embassy of Velmark in Brannia."""


def digest(label: str) -> str:
    """A SHA-256 that stands for bytes with this label."""
    return sha256_hex(label.encode())


def passage(quote: str, *, source: str = "source", start: int = 0, page: int | None = None) -> Passage:
    """A quote at a place of an invented source."""
    return Passage(sha256=digest(source), start=start, end=start + len(quote), quote=quote, page=page)


def edtf(text: str | None) -> Edtf | None:
    """A date, or none."""
    return None if text is None else Edtf.parse(text)


def edition(
    as_of: str | None = "2020-01-01",
    *,
    missions: tuple[MissionSection, ...] = (),
    series: str | None = "brannia-list",
    source: str | None = None,
    **fields: Any,
) -> Edition:
    """An edition of an invented list; `source` makes other bytes."""
    sha = digest(source or f"{series} {as_of}")
    given: dict[str, Any] = {
        "as_of_basis": "printed",
        "languages": ("en",),
        "receiving": "XB",
        "coverage_class": "diplomatic",
        "complete": "yes",
        "lines": LineAccount(used=sum(section.entries for section in missions), furniture=0, residue=0),
    }
    return Edition(
        id=edition_id(sha, edtf(as_of)),
        sha256=sha,
        as_of=edtf(as_of),
        missions=missions,
        series=series,
        **given | fields,
    )


def listing(
    name: str | None = "Dario VELTRAN",
    title: str | None = "Second Secretary",
    *,
    mission: str | None = MISSION,
    as_of: str | None = "2020-01-01",
    date: str | None = None,
    order: int = 1,
    source: str | None = None,
    series: str | None = "brannia-list",
    **fields: Any,
) -> Listing:
    """One line of an invented list; `date` is the printed date."""
    sha = digest(source or f"{series} {as_of}")
    start = (sum(map(ord, mission or "")) * 1000 + order) * 100
    place = Passage(sha256=sha, start=start, end=start + len(name or "vacant"), quote=name or "vacant")
    sending, _, receiving = (mission or "/").partition("/")
    parts = parse_name(name) if name else None
    given: dict[str, Any] = {
        "mission_heading": mission,
        "mission_type": "embassy",
        "sending": sending or None,
        "receiving": receiving.partition("/")[0] or None,
        "rank": None,
        "vacant": name is None,
        "given": parts.given if parts else None,
        "family": parts.family if parts else None,
        "patronymic": parts.patronymic if parts else None,
        "script": parts.script if parts else None,
        "dates": (PrintedDate(kind="printed", value=Edtf.parse(date)),) if date else (),
    }
    return Listing(
        id=listing_id(edition_id(sha, edtf(as_of)), place),
        mission=mission,
        order=order,
        name=name,
        title=title,
        passage=place,
        **given | fields,
    )


def roster(
    as_of: str | None,
    *names: str | Listing | dict[str, Any],
    mission: str = MISSION,
    series: str | None = "brannia-list",
    source: str | None = None,
    **fields: Any,
) -> Roster:
    """An edition with one mission: names, fields of `listing` as dicts, or listings, in printed order."""
    listings = tuple(
        line
        if isinstance(line, Listing)
        else listing(
            **{"mission": mission, "as_of": as_of, "order": order, "series": series, "source": source}
            | ({"name": line} if isinstance(line, str) else line)
        )
        for order, line in enumerate(names, start=1)
    )
    section = MissionSection(
        mission=mission,
        heading=mission,
        entries=len(listings),
        residue=0,
        coverage="complete" if listings else "unobservable",
    )
    return Roster(
        edition=edition(as_of, missions=fields.pop("missions", (section,)), series=series, source=source, **fields),
        listings=listings,
        residue=(),
    )


def event(
    type: EventType = "expulsion",
    quote: str = "ten diplomats must leave",
    *,
    source: str = "article",
    start: int = 0,
    **fields: Any,
) -> Event:
    """One telling in an invented article; dates may be texts."""
    if isinstance(fields.get("date"), str):
        fields["date"] = Edtf.parse(fields["date"])
    place = passage(quote, source=source, start=start)
    given: dict[str, Any] = {"status": "announced", "layer": "body", "rule": "test"}
    return Event(id=made_id("event", place.sha256, start, type), type=type, passage=place, **given | fields)


def person(name: str, role: str | None = None) -> NamedPerson:
    """A person whom an event names."""
    return NamedPerson(name=name, role=role)


def claim(
    type: ClaimType = "headcount",
    quote: str = "sixty names stood on the page",
    *,
    source: str = "article",
    start: int = 0,
    **fields: Any,
) -> Claim:
    """One claim of an invented article; dates may be texts."""
    if isinstance(fields.get("when"), str):
        fields["when"] = Edtf.parse(fields["when"])
    place = passage(quote, source=source, start=start)
    given: dict[str, Any] = {"status": "asserted", "layer": "body", "rule": "test"}
    return Claim(id=made_id("claim", place.sha256, start, type), type=type, passage=place, **given | fields)


def printed(kind: PrintKind, words: str, *, source: str = "article", start: int = 0, about: str | None = None) -> Print:
    """How an invented article prints something."""
    place = passage(words, source=source, start=start)
    return Print(id=made_id("print", place.sha256, start, kind), kind=kind, words=words, passage=place, about=about)


def report(*said: Event | Claim | Print, source: str = "article", published: str | None = "2021-04-01") -> Report:
    """An invented article with these events and claims."""
    return Report(
        sha256=digest(source),
        published=edtf(published),
        published_basis="given" if published else None,
        language="en",
        title="An article",
        events=tuple(one for one in said if isinstance(one, Event)),
        claims=tuple(one for one in said if isinstance(one, Claim)),
        prints=tuple(one for one in said if isinstance(one, Print)),
    )
