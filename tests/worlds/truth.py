"""An invented foreign service over a dozen years, known exactly: who served where, from which day to which.

The same seed gives the same people. Ranks rise within a post, heads act for absent heads, posts stand vacant, some
people come back elsewhere, and one head is accredited to two states.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

FIRST, LAST = date(2004, 1, 10), date(2016, 6, 1)
LADDER = ("attache", "third-secretary", "second-secretary", "first-secretary", "counsellor", "minister-counsellor")
_WOMEN = ("Alma", "Berta", "Carla", "Delia", "Elvira", "Flora", "Greta", "Hilda", "Irma", "Juana", "Laura", "Marta")
_MEN = ("Adrian", "Bruno", "Cesar", "Dario", "Emil", "Felix", "Gustav", "Hugo", "Ivo", "Julio", "Leon", "Mario")
_SYLLABLES = ("ar", "bel", "cor", "dan", "es", "fal", "gom", "hol", "is", "jan", "kest", "lor", "mon", "nav", "ost")
_ENDINGS = ("ares", "berg", "dini", "ello", "feld", "gaard", "holm", "inger", "katz", "lund", "mann", "nova", "ovic")


@dataclass(slots=True, kw_only=True)
class Human:
    """An invented person; `family` may change once."""

    id: str
    given: str
    family: str
    woman: bool
    sending: str
    married: date | None = None
    maiden: str = ""

    def family_on(self, day: date) -> str:
        """The family name that the person has on a day."""
        return self.maiden if self.married is not None and day < self.married else self.family


@dataclass(slots=True, kw_only=True)
class Stint:
    """One true posting: printed on a day where `start <= day < end`."""

    id: str
    human: Human
    mission: str
    slot: str
    """`head`, `deputy`, `defence-attache` or `staff`."""
    ranks: list[tuple[date, str]]
    start: date
    end: date | None
    acting: list[tuple[date, date]] = field(default_factory=list)
    """Times as chargé d'affaires ad interim."""

    def on(self, day: date) -> bool:
        """Whether the person serves there on a day."""
        return self.start <= day and (self.end is None or day < self.end)

    def rank_on(self, day: date) -> str:
        """The rank on a day."""
        return [rank for since, rank in self.ranks if since <= day][-1]

    def acts_on(self, day: date) -> bool:
        """Whether the person acts for the head on a day."""
        return any(first <= day < last for first, last in self.acting)


@dataclass(slots=True, kw_only=True)
class World:
    """All stints, by mission in the order of days."""

    stints: list[Stint]
    rng: random.Random

    def at(self, mission: str) -> list[Stint]:
        """The stints at one mission."""
        return [stint for stint in self.stints if stint.mission == mission]


def world(seed: int, posts: dict[str, tuple[str, ...]], staff: int) -> World:
    """A world of missions.

    Args:
        seed: another one makes other people.
        posts: sending party to its receiving parties; the first two of the first sender share a head.
        staff: how many serve at a mission beside head, deputy and defense attaché.
    """
    rng = random.Random(seed)
    made = _Making(rng=rng)
    for sending, hosts in posts.items():
        for number, host in enumerate(hosts):
            mission = f"{sending}/{host}"
            if number == 1 and sending == next(iter(posts)):
                made.same_head(f"{sending}/{hosts[0]}", mission)
            else:
                made.seat(mission, "head", "ambassador")
            made.seat(mission, "deputy", "minister-counsellor")
            made.seat(mission, "defence-attache", "defence-attache")
            for _ in range(staff):
                made.seat(mission, "staff", rng.choice(LADDER[:5]))
            made.acting(mission)
    return World(stints=made.stints, rng=rng)


@dataclass(slots=True, kw_only=True)
class _Making:
    rng: random.Random
    stints: list[Stint] = field(default_factory=list)
    free: list[tuple[Human, date, str]] = field(default_factory=list)
    """Who left a post, when, and at which mission; some of them come back elsewhere."""
    names: set[tuple[str, str]] = field(default_factory=set)
    humans: int = 0

    def human(self, sending: str) -> Human:
        """Somebody new, whose name nobody has."""
        while True:
            woman = self.rng.random() < 0.45
            given = self.rng.choice(_WOMEN if woman else _MEN)
            family = (
                self.rng.choice(_SYLLABLES) + self.rng.choice(_SYLLABLES) + self.rng.choice(_ENDINGS)
            ).capitalize()
            if (given, family) not in self.names:
                break
        self.names.add((given, family))
        self.humans += 1
        return Human(id=f"{sending.lower()}-{self.humans:04}", given=given, family=family, woman=woman, sending=sending)

    def seat(self, mission: str, slot: str, rank: str) -> None:
        """One post with its holders, one after another."""
        day = FIRST - timedelta(days=self.rng.randrange(100, 900))
        while day < LAST:
            length = timedelta(days=self.rng.randrange(700, 1500))
            human = self._returning(mission, day, slot, rank) or self.human(mission.partition("/")[0])
            end = day + length
            self._add(human, mission, slot, rank, day, end if end < LAST else None)
            day = end + timedelta(days=self.rng.choice((-15, 0, 10, 40, 90, 200)))

    def _add(self, human: Human, mission: str, slot: str, rank: str, start: date, end: date | None) -> Stint:
        ranks = [(start, rank)]
        if slot == "staff" and rank in LADDER[:4] and self.rng.random() < 0.2:
            ranks.append((start + timedelta(days=self.rng.randrange(300, 600)), LADDER[LADDER.index(rank) + 1]))
        stint = Stint(
            id=f"s{len(self.stints):05}", human=human, mission=mission, slot=slot, ranks=ranks, start=start, end=end
        )
        if human.woman and human.married is None and slot == "staff" and self.rng.random() < 0.04 and start > FIRST:
            human.maiden, human.family = human.family, self.human(human.sending).family
            human.married = start + timedelta(days=450)
        self.stints.append(stint)
        if end is not None:
            self.free.append((human, end, mission))
        return stint

    def _returning(self, mission: str, day: date, slot: str, rank: str) -> Human | None:
        """Somebody of the same sender who left another mission one to six years before, now and then."""
        if self.rng.random() > 0.15:
            return None
        sending = mission.partition("/")[0]
        for place, (human, left, other) in enumerate(self.free):
            waited = (day - left).days
            if human.sending == sending and other != mission and 300 < waited < 2200 and human.married is None:
                del self.free[place]
                return human
        return None

    def same_head(self, first: str, second: str) -> None:
        """The heads of one mission, accredited to another state some weeks later."""
        for stint in [one for one in self.stints if one.mission == first and one.slot == "head"]:
            start = stint.start + timedelta(days=60)
            self._add(stint.human, second, "head", "ambassador", start, stint.end)

    def acting(self, mission: str) -> None:
        """The deputy or a counsellor acts while a mission has no head."""
        own = [one for one in self.stints if one.mission == mission]
        heads = sorted((one for one in own if one.slot == "head"), key=lambda one: one.start)
        for before, after in pairwise(heads):
            if before.end is None or before.end >= after.start:
                continue
            for one in own:
                if one.slot == "deputy" and one.on(before.end) and one.on(after.start):
                    one.acting.append((before.end, after.start))
                    break
