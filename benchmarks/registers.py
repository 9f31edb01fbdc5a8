"""Invented registers of any size, with who is who: the same size and seed give the same records.

The persons don't exist. Their family names are put together from syllables and borne as unevenly as real ones; each
host prints them in a convention and a layout of its own, some without patronymic, with initials, or with a slip.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from babel import Locale

from legation.vocabulary.given_names import given_forms
from tests.language.names.romanizing import SPELLERS

HEADS = (
    "ба во гор де дро же за зво ка кле ко кри ло лу ма ме мо на не но па пе про ра ро ру са се ско сту та ти то тру у "
    "фе хо це че чу ша ще я"
)
MIDDLES = (
    "бе ва ве во га го да де жа за зе ка ке ко ла ле ли ло ма ме мо на не ни но па пи ра ре ри ро са се со та те ти то "
    "ха ца че ша"
)
CLOSINGS = "б бр в г д ж з к л м н п р с ст т х ч ш"
ENDS = ("ов", "ов", "ов", "ин", "ин", "ский", "енко", "ук", "ич")
FEMININE = {"ов": "ова", "ин": "ина", "ский": "ская"}
SYLLABLES = (
    "ba bel cor da den el fa fin gar hol il jo kar lan lo mar mon nor ol pal per quin ra ros sal ser ta tel ur val ver "
    "win yor zam"
)
RANKS = (
    "attache",
    "third-secretary",
    "second-secretary",
    "first-secretary",
    "counsellor",
    "minister-counsellor",
    "ambassador",
)
EAST_SLAVIC = ("RU", "UA", "BY")
SHARE_EAST_SLAVIC = 0.4
SLIPS, INITIALS, PATRONYMICS, CAPITALS = 0.04, 0.06, 0.5, 0.6
"""Shares of records: with a slip of a letter, with initials only, with the patronymic, with capitals."""
POSTINGS = (1, 1, 1, 1, 2, 2, 3)
FLAT, STEEP = 40, 0.9
"""How unevenly names are borne: proportional to 1 / (place + FLAT) ** STEEP, as counts of family names are."""

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("name", pa.string()),
        ("sending", pa.string()),
        ("mission", pa.string()),
        ("rank", pa.string()),
        ("first", pa.date32()),
        ("last", pa.date32()),
        ("person", pa.string()),
    ]
)
"""A record of a register, with the person whose record it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """Names of one part of the world: given names, family names, and how often each is borne."""

    male: Sequence[str]
    female: Sequence[str]
    families: Sequence[str]
    bounds: Sequence[float]

    def family(self, dice: random.Random) -> str:
        """A family name, common ones more often."""
        return self.families[bisect(self.bounds, dice.random() * self.bounds[-1])]


def write_register(path: Path, count: int, *, seed: int = 1) -> None:
    """Write a Parquet file of so many records."""
    rows: list[tuple[object, ...]] = []
    with pq.ParquetWriter(path, SCHEMA) as writer:
        for row in records(count, seed=seed):
            rows.append(row)
            if len(rows) == 50_000:
                writer.write_table(_table(rows))
                rows = []
        writer.write_table(_table(rows))


def _table(rows: list[tuple[object, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    return pa.Table.from_arrays(
        [pa.array(column, t) for column, t in zip(columns, SCHEMA.types, strict=True)], schema=SCHEMA
    )


def records(count: int, *, seed: int = 1) -> Iterator[tuple[object, ...]]:
    """Records in the order of `SCHEMA`, one for each posting of a person."""
    dice = random.Random(f"{count} {seed}")
    eastern, western = _eastern(dice, count), _western(dice, count)
    codes = sorted(code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha())
    number = 0
    for person in range(count):
        east = dice.random() < SHARE_EAST_SLAVIC
        sending = dice.choice(EAST_SLAVIC if east else codes)
        name = _name(dice, eastern if east else western, east=east)
        for posting in _career(dice, sending, codes):
            printed = _printed(dice, name, posting[1], east=east)
            yield (
                f"r{seed}-{dice.getrandbits(48):012x}",
                printed,
                sending,
                *posting[:1],
                *posting[2:],
                f"p{seed}-{person:08}",
            )
            number += 1
            if number == count:
                return


def _eastern(dice: random.Random, count: int) -> Sort:
    given = [one.form for one in given_forms() if one.kind == "russian" and len(one.form) > 3]
    male = [one for one in given if one[-1] not in "ая"]
    stems = {
        dice.choice(HEADS.split())
        + dice.choice(["", *MIDDLES.split()])
        + dice.choice(CLOSINGS.split())
        + dice.choice(ENDS)
        for _ in range(max(count // 6, 50))
    }
    return _sort(dice, male, [one for one in given if one[-1] in "ая"], stems)


def _western(dice: random.Random, count: int) -> Sort:
    made = {
        "".join(dice.choice(SYLLABLES.split()) for _ in range(dice.choice((2, 3, 3))))
        for _ in range(max(count // 5, 50))
    }
    given = sorted({"".join(dice.choice(SYLLABLES.split()) for _ in range(2)) for _ in range(300)})
    return _sort(dice, given[::2], given[1::2], made)


def _sort(dice: random.Random, male: list[str], female: list[str], families: set[str]) -> Sort:
    ordered = sorted(families)
    dice.shuffle(ordered)
    weights = [1 / (place + FLAT) ** STEEP for place in range(len(ordered))]
    return Sort(male=male, female=female, families=ordered, bounds=list(accumulate(weights)))


Name = tuple[str, str, str, bool]
"""Given name, patronymic, family name, and whether it is a woman's."""


def _name(dice: random.Random, sort: Sort, *, east: bool) -> Name:
    woman = dice.random() < 0.3
    # given names are borne unevenly too: the product of two draws prefers the first of the list
    given = (sort.female if woman else sort.male)[
        int(dice.random() * dice.random() * len(sort.female if woman else sort.male))
    ]
    family = sort.family(dice)
    if not east:
        return given, "", family, woman
    father = sort.male[int(dice.random() * dice.random() * len(sort.male))]
    if woman:
        for ending, feminine in FEMININE.items():
            family = family.removesuffix(ending) + feminine if family.endswith(ending) else family
    return given, _patronymic(father, woman=woman), family, woman


def _patronymic(father: str, *, woman: bool) -> str:
    stem = father[:-2] + "ь" if father.endswith("ий") else father[:-1] if father[-1] in "йь" else father
    soft = father[-1] in "йь"
    return stem + ("е" if soft else "о") + ("вна" if woman else "вич")


def _career(dice: random.Random, sending: str, codes: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Mission, host, rank, first and last day of each posting, in their order."""
    start = date(1992, 1, 1) + timedelta(days=dice.randrange(30 * 365))
    rank = dice.randrange(4)
    for _ in range(dice.choice(POSTINGS)):
        host = dice.choice([code for code in codes[dice.randrange(3) :: 3] if code != sending])
        end = start + timedelta(days=dice.randrange(300, 1700))
        yield f"{sending}/{host}", host, RANKS[min(rank, len(RANKS) - 1)], start, end
        start = end + timedelta(days=dice.randrange(100, 1900))
        rank += dice.choice((0, 1, 1, 2))


HOSTS = {
    "DE": "German", "AT": "German", "CH": "German", "FR": "French", "BE": "French", "PL": "Polish", "ES": "Spanish",
    "NL": "Dutch", "CZ": "Czech", "HU": "Hungarian", "LV": "Latvian", "LT": "Lithuanian",
    "RU": "Cyrillic", "BY": "Cyrillic", "UA": "Cyrillic", "KZ": "Cyrillic", "RS": "Cyrillic", "BG": "Cyrillic",
    "US": "BGN/PCGN", "GB": "BGN/PCGN", "CA": "ICAO 9303", "AU": "ICAO 9303",
}  # fmt: skip
"""Whose convention the list of a host keeps; the others write as the English press does."""


@lru_cache(maxsize=1 << 20)
def _spelled(word: str, convention: str) -> str:
    return SPELLERS[convention](word).capitalize()


def _printed(dice: random.Random, name: Name, host: object, *, east: bool) -> str:
    """The name as the list of this host prints it: its layout is the host's, slips and initials are not."""
    layout = sum(map(ord, str(host))) % 4
    spelled: Callable[[str], str] = str.capitalize
    if east:
        convention = HOSTS.get(str(host), "press English")
        spelled = lambda word: _spelled(word, convention)  # noqa: E731 - one word under the host's convention
    given, patronymic, family = (spelled(part) if part else "" for part in name[:3])
    shown, short = dice.random() < PATRONYMICS, dice.random() < INITIALS
    if dice.random() < SLIPS:
        family = _slipped(dice, family)
    if layout % 2 == 0 and dice.random() < CAPITALS + 0.4 * (layout == 0):
        family = family.upper()
    first = f"{given[:1]}." if short else given
    second = (f"{patronymic[:1]}." if short else patronymic) if shown else ""
    whole = " ".join(part for part in (first, second) if part)
    return f"{family}, {whole}" if layout == 1 else f"{family} {whole}" if layout == 2 else f"{whole} {family}"


def _slipped(dice: random.Random, word: str) -> str:
    """Two neighbors changed about, or a letter doubled or left out."""
    at = dice.randrange(1, max(len(word) - 2, 2))
    kind = dice.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    return word[:at] + word[at] * (kind == 1) + word[at:][kind == 2 :]
