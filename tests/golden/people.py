"""Who stands in the invented lists, and what should be read of each.

A seed gives the same missions for ever. Nobody here exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
STATES = ("AT", "BR", "CH", "FI", "GR", "HU", "IE", "IN", "JP", "MA", "NO", "PE", "PT", "SE", "TH", "TN", "VN", "ZM")
RANKS = (
    "ambassador",
    "minister-counsellor",
    "counsellor",
    "first-secretary",
    "first-secretary",
    "second-secretary",
    "third-secretary",
    "defence-attache",
    "attache",
)


@cache
def words(language: str) -> dict[str, tuple[str, str]]:
    """What a list in this language prints, by key: masculine and feminine."""
    found = {}
    for line in (HERE / "words.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{language}\t"):
            _, key, *forms = line.split("\t")
            found[key] = (forms[0], forms[-1])
    return found


def word(language: str, key: str, *, female: bool = False) -> str:
    """One of them."""
    return words(language)[key][female]


@cache
def _names(language: str) -> dict[str, tuple[str, ...]]:
    rows = [line.split("\t") for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines()]
    return {row[1]: tuple(name.replace("_", " ") for name in row[2].split()) for row in rows if row[0] == language}


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    """An invented official."""

    language: str
    given: str
    family: str
    patronymic: str | None
    female: bool
    rank: str
    year: int
    month: int
    day: int
    spouse: str | None
    """A spouse's name, to be printed and never read."""
    section: str | None = None

    @property
    def title(self) -> str:
        """The title as printed."""
        return word(self.language, self.rank, female=self.female)

    @property
    def honorific(self) -> str:
        """How the list addresses this person."""
        return word(self.language, "he" if self.rank == "ambassador" else "mr", female=self.female)

    @property
    def iso(self) -> str:
        """The printed day as EDTF."""
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    @property
    def dotted(self) -> str:
        """The printed day as continental lists write it."""
        return f"{self.day:02d}.{self.month:02d}.{self.year}"

    @property
    def wife_or_husband(self) -> str | None:
        """The spouse's line as printed."""
        return self.spouse and f"{word(self.language, 'mr', female=not self.female)} {self.spouse}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """An invented mission and its people, in printed order."""

    state: str
    language: str
    people: tuple[Human, ...]

    @property
    def country(self) -> str:
        """The state's name in the list's language."""
        return country(self.state, self.language)


def country(state: str, language: str) -> str:
    """A state's name in a language; Arab missions publish in English."""
    return str(Locale.parse("en" if language == "ar" else language).territories[state])


def staff(seed: int, state: str, language: str, size: int = 9) -> Staff:
    """A mission's people in order of precedence."""
    rng = random.Random(f"{seed} {state} {language}")
    pool = _names(language)
    numbers = rng.sample(range(len(pool["M"])), min(size, len(pool["M"])))
    people = []
    for at, number in enumerate(numbers):
        rank = RANKS[at * len(RANKS) // len(numbers)]
        female = rng.random() < 0.45
        patronymics = pool.get("q" if female else "p", ())
        family = pool["F" if female and "F" in pool else "M"][number]
        people.append(
            Human(
                language=language,
                given=rng.choice(pool["f" if female else "m"]),
                family=family,
                patronymic=rng.choice(patronymics) if patronymics else None,
                female=female,
                rank=rank,
                year=rng.randint(1998, 2021),
                month=rng.randint(1, 12),
                day=rng.randint(1, 28),
                spouse=f"{rng.choice(pool['m' if female else 'f'])} {family}" if rng.random() < 0.4 else None,
                section=(None, "trade", "consular")[(at > 4) + (at > 6)],
            )
        )
    return Staff(state=state, language=language, people=tuple(people))


def several(seed: int, language: str, count: int, size: int = 5) -> tuple[Staff, ...]:
    """Missions of several states, in the alphabetical order of their printed names."""
    rng = random.Random(f"{seed} states {language}")
    chosen = sorted(rng.sample(STATES, count), key=lambda state: country(state, language))
    return tuple(staff(seed, state, language, size) for state in chosen)
