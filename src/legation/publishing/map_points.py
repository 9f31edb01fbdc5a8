"""Where are the missions of a case, and which places do its sources state? GeoJSON (RFC 7946) with geodesic distances.

A mission stands at the city that its key or its listings print, else at its host's seat; nothing is guessed from an
address, and places without known coordinates are listed as such.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from geographiclib.geodesic import Geodesic

from legation.errors import KeyFormError
from legation.model.claims import Event
from legation.model.parties import Mission
from legation.publishing.content import DRAFT, Content
from legation.publishing.phrases import mission_phrase
from legation.publishing.rows import bounds_row, date_text
from legation.vocabulary.city_places import CityPlace, capital_place, city_place
from legation.vocabulary.seats import main_seat

Feature = dict[str, Any]
_POINTS = 24
"""Points of a line along the ellipsoid, so that a flat map shows where it runs."""
SOURCE = "coordinates: GeoNames, CC BY 4.0 (https://www.geonames.org)"


def geojson_bytes(content: Content) -> bytes:
    """Missions as points, the way from the sender's seat to each as a line with its length, and stated places."""
    features = [*_missions(content), *_stated(content)]
    nowhere = sorted(mission for mission in _keys(content) if _where(mission, content) is None)
    made = {
        "type": "FeatureCollection",
        "case": content.title,
        "version": content.version,
        "cut_off": content.cut_off,
        "draft": DRAFT if content.draft else None,
        "source": SOURCE,
        "without_place": nowhere,
        "features": features,
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _keys(content: Content) -> tuple[str, ...]:
    known = {posting.mission for posting in content.derived.postings}
    known |= {happening.mission for happening in content.derived.happenings if happening.mission}
    return tuple(sorted(known))


def _missions(content: Content) -> Iterator[Feature]:
    for key in _keys(content):
        place = _where(key, content)
        if place is None:
            continue
        mission = Mission.parse(key)
        postings = [posting for posting in content.derived.postings if posting.mission == key]
        editions = sorted({day for posting in postings for day in posting.editions})
        home = capital_place(mission.sending)
        line = _line(home, place) if home is not None else None
        properties = {
            "kind": "mission",
            "mission": key,
            "name": mission_phrase(key, content.label),
            "city": place.name,
            "sending": mission.sending,
            "receiving": mission.receiving,
            "persons_named": len({posting.person.id for posting in postings}),
            "first_edition": editions[0] if editions else None,
            "last_edition": editions[-1] if editions else None,
        }
        if line is not None:
            properties["km_from_seat_of_sender"] = line[1]
        yield _point(place, properties)
        if line is not None and home is not None and line[1] > 0:
            yield {
                "type": "Feature",
                "geometry": {"type": "MultiLineString", "coordinates": line[0]},
                "properties": {"kind": "way", "mission": key, "from": home.name, "to": place.name, "km": line[1]},
            }


def _where(key: str, content: Content) -> CityPlace | None:
    """The city of a mission: of its key, as its listings print it, or the seat of its host."""
    try:
        mission = Mission.parse(key)
    except KeyFormError:
        return None
    if len(mission.branch) > 1:
        return city_place(mission.branch[1], _state(mission.receiving))
    lines = [line for roster in content.rosters for line in roster.listings if line.mission == key and line.city]
    if lines and lines[0].city:
        # Who resides in another state is there, not in a city of the host that is called alike.
        host = None if lines[0].resident_in else _state(mission.receiving)
        if (found := city_place(lines[0].city, host)) is not None:
            return found
    seat = main_seat(mission.receiving)
    return city_place(seat) if seat else capital_place(mission.receiving)


def _state(code: str) -> str | None:
    return code if capital_place(code) is not None else None


def _stated(content: Content) -> Iterator[Feature]:
    """Cities that a claim states for a post; each is its claimant's, with the quote."""
    for report in content.reports:
        for claim in report.claims:
            place = city_place(claim.object) if claim.type == "posting" and claim.object else None
            if place is not None:
                yield _point(
                    place,
                    {
                        "kind": "stated-place",
                        "id": claim.id,
                        "subject": claim.subject,
                        "post": claim.value if isinstance(claim.value, str) else None,
                        "city": place.name,
                        "when": date_text(claim.when),
                        "status": claim.status,
                        "said_by": [link.speaker for link in claim.attribution],
                        "source": content.source_name(report.sha256),
                        "published": date_text(report.published),
                        "quote": claim.passage.quote,
                    },
                )
        for event in report.events:
            place = _spoken_of(event)
            if place is not None:
                yield _point(
                    place,
                    {
                        "kind": "stated-event",
                        "id": event.id,
                        "type": event.type,
                        "city": place.name,
                        "date": date_text(event.date),
                        "between": bounds_row(event.date.bounds) if event.date else None,
                        "status": event.status,
                        "source": content.source_name(report.sha256),
                        "quote": event.passage.quote,
                    },
                )


def _spoken_of(event: Event) -> CityPlace | None:
    """Where the city of an event is: in the state of one of its sides, where it has one of that name."""
    if event.city is None:
        return None
    sides = (state for state in (event.actor, event.target) if state is not None and _state(state) is not None)
    found = (city_place(event.city, state) for state in sides)
    return next((place for place in found if place is not None), None) or city_place(event.city)


def _point(place: CityPlace, properties: Feature) -> Feature:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": properties,
    }


def _line(home: CityPlace, place: CityPlace) -> tuple[list[list[list[float]]], float]:
    """The shortest way on the ellipsoid (WGS84), cut where it crosses the date line, and its length in kilometers."""
    way = Geodesic.WGS84.InverseLine(home.latitude, home.longitude, place.latitude, place.longitude)
    parts: list[list[list[float]]] = [[]]
    for step in range(_POINTS + 1):
        at = way.Position(way.s13 * step / _POINTS)
        longitude, latitude = round(at["lon2"], 4), round(at["lat2"], 4)
        if parts[-1] and abs(longitude - parts[-1][-1][0]) > 180:
            crossing = _crossing(parts[-1][-1], [longitude, latitude])
            parts[-1].append(crossing)
            parts.append([[-crossing[0], crossing[1]]])
        parts[-1].append([longitude, latitude])
    return parts, round(way.s13 / 1000, 1)


def _crossing(before: list[float], after: list[float]) -> list[float]:
    """Where a line meets the date line, on the side of the first point (RFC 7946, 3.1.9)."""
    side = 180.0 if before[0] > 0 else -180.0
    onward = after[0] + 2 * side
    share = (side - before[0]) / (onward - before[0]) if onward != before[0] else 0.0
    return [side, round(before[1] + share * (after[1] - before[1]), 4)]
