"""What should be read of an invented list, in the shape that the command prints, and how near a reading comes."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tests.golden.people import Human

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An invented list as a file, with its truth."""

    id: str
    name: str
    body: bytes
    rows: tuple[Row, ...]
    media_type: str | None = None
    charset: str | None = None
    as_of: str | None = None
    never: tuple[str, ...] = ()
    """Names that no listing may hold: spouses."""


def listed(human: Human, name: str, **fields: Any) -> Row:  # noqa: ANN401 - any field of a listing
    """The truth of one line; a field that is missing is not scored, one that is None must be empty."""
    row: Row = {
        "name": name,
        "given": human.given,
        "family": human.family,
        "patronymic": None,
        "title": human.title,
        "rank": human.rank,
        "acting": False,
        "vacant": False,
        "accompanied": False,
        "dates": [],
        "section": None,
        "resident_in": None,
    }
    if human.language == "ar":  # these missions have other posts
        row["rank"] = {"minister-counsellor": "minister", "defence-attache": "military-attache"}.get(
            human.rank, human.rank
        )
    return row | fields


def numbered(rows: list[Row]) -> tuple[Row, ...]:
    """The rows with their order within each mission."""
    seen: dict[Any, int] = defaultdict(int)
    for row in rows:
        owner = row.get("mission") or row.get("sending") or row.get("mission_heading")
        seen[owner] += 1
        row["order"] = seen[owner]
    return tuple(rows)


def same(found: Any, wanted: Any) -> bool:  # noqa: ANN401 - values of any field
    """Whether a field says the same: letters without case, single spaces, no final stop."""
    if isinstance(wanted, tuple):
        return any(same(found, each) for each in wanted)
    if isinstance(wanted, str) and isinstance(found, str):
        return folded(found) == folded(wanted)
    return bool(found == wanted) or (not found and not wanted)


def folded(text: str) -> str:
    """A text for comparison."""
    return " ".join(unicodedata.normalize("NFC", text).replace("ı", "i").casefold().split()).rstrip(" .,;:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a reading compares with the truth."""

    matched: int
    wanted: int
    found: int
    fields: dict[str, tuple[int, int]]
    errors: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was wanted or found."""
        return 2 * self.matched / (self.wanted + self.found) if self.wanted + self.found else 1.0


def score(printed: Printed, found: list[Row]) -> Score:
    """The reading of one list against its truth; a listing counts where owner and name are the same."""
    left = list(found)
    pairs, errors = [], []
    for row in printed.rows:
        hit = next((one for one in left if _is(one, row)), None)
        if hit is None:
            errors.append(f"missing {row['name'] or '(vacant) ' + str(row['title'])} of {_owner(row)}")
            continue
        left.remove(hit)
        pairs.append((row, hit))
    errors += [f"surplus {one['name']!r} of {_owner(one)} as {one['title']!r}" for one in left]
    fields: dict[str, tuple[int, int]] = {}
    for row, hit in pairs:
        for field, wanted in row.items():
            right = same(hit.get(field), wanted)
            good, all_ = fields.get(field, (0, 0))
            fields[field] = (good + right, all_ + 1)
            if not right:
                errors.append(f"{field} of {row['name']}: {hit.get(field)!r}, not {wanted!r}")
    return Score(matched=len(pairs), wanted=len(printed.rows), found=len(found), fields=fields, errors=tuple(errors))


def _owner(row: Row) -> str | None:
    return row.get("mission") or row.get("sending") or row.get("mission_heading")


def _is(found: Row, wanted: Row) -> bool:
    owners = [field for field in ("mission", "sending") if wanted.get(field)][:1]
    if any(not same(found.get(field), wanted[field]) for field in owners):
        return False
    if wanted["name"] is None:
        return bool(found["vacant"]) and not found["name"] and same(found["title"], wanted["title"])
    return same(found["name"] or "", wanted["name"])
