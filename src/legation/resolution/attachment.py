"""Which line is a judgement about, now that the bytes were read again?

By its id; else by the quote, within the mission and the day that the judgement names, where exactly one line fits.
Guesses never: none or several are nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legation.model.claims import Claim, Event, Report
from legation.model.documents import folded
from legation.model.judgements import Side
from legation.model.keys import made_id
from legation.model.links import Mention
from legation.model.listings import Edition, Listing, Roster

Judgeable = Listing | Event | Claim | Edition | Mention


def happening_id(event: str) -> str:
    """The id of the happening whose smallest telling is this event."""
    return made_id("happening", event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What finds a line again."""

    id: str
    quote: str
    mission: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Everything that can be judged, by id, by the id of its happening, and by its quote."""

    values: Mapping[str, Judgeable]
    aliases: Mapping[str, str]
    places: Mapping[str, tuple[_Place, ...]]
    """By quote, white space folded."""

    @staticmethod
    def of(rosters: Iterable[Roster], reports: Iterable[Report], mentions: Iterable[Mention] = ()) -> Attachment:
        """Index what these rosters and reports hold, with the names that the reports give to people."""
        values: dict[str, Judgeable] = {}
        places: defaultdict[str, list[_Place]] = defaultdict(list)
        for roster in rosters:
            as_of = roster.edition.as_of.text if roster.edition.as_of else None
            values[roster.edition.id] = roster.edition
            for line in roster.listings:
                values[line.id] = line
                _add(places, _Place(id=line.id, quote=line.passage.quote, mission=line.mission, as_of=as_of))
        for report in reports:
            published = report.published.text if report.published else None
            told: tuple[Event | Claim, ...] = (*report.events, *report.claims)
            for said in told:
                values[said.id] = said
                mission = said.mission if isinstance(said, Event) else None
                _add(places, _Place(id=said.id, quote=said.passage.quote, mission=mission, as_of=published))
        for mention in mentions:
            values[mention.id] = mention
            _add(places, _Place(id=mention.id, quote=mention.passage.quote, mission=None, as_of=mention.published))
        return Attachment(
            values=values,
            aliases={happening_id(one): one for one, value in values.items() if isinstance(value, Event)},
            places={quote: tuple(found) for quote, found in places.items()},
        )

    def find(self, side: Side) -> str | None:
        """The id of what the side names now; `None` where nothing, or more than one thing, fits."""
        if side.id in self.values:
            return side.id
        if side.id in self.aliases:
            return self.aliases[side.id]
        if side.quote is None:
            return None
        fitting = {
            place.id
            for place in self.places.get(folded(side.quote), ())
            if side.mission in (None, place.mission)
            and side.as_of in (None, place.as_of)
            and place.id.partition("-")[0] == side.id.partition("-")[0]
        }
        return fitting.pop() if len(fitting) == 1 else None


def _add(places: defaultdict[str, list[_Place]], place: _Place) -> None:
    places[folded(place.quote)].append(place)
