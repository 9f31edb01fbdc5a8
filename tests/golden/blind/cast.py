"""Who stands in the lists that were written blind, and what should be read of each. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from tests.golden.truth import Printed, Row, numbered

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """An invented person, as a list prints it."""

    hon: str
    given: str
    family: str
    patronymic: str
    title: str
    rank: str
    more: dict[str, str] = field(default_factory=dict)

    @property
    def western(self) -> str:
        """Given name first, with a patronymic between."""
        return " ".join(part for part in (self.given, self.patronymic, self.family) if part)

    @property
    def loud(self) -> str:
        """The family name in capitals, last."""
        return f"{self.given} {self.family.upper()}"

    @property
    def inverted(self) -> str:
        """The family name first."""
        return " ".join(part for part in (self.family, self.given, self.patronymic) if part)

    @property
    def headed(self) -> str:
        """The family name first, in capitals."""
        return " ".join(part for part in (self.family.upper(), self.given, self.patronymic) if part)

    @property
    def polite(self) -> str:
        """With the form of address."""
        return f"{self.hon} {self.western}".strip()


@cache
def _casts() -> dict[str, tuple[One, ...]]:
    casts: dict[str, list[One]] = {}
    for path in sorted(HERE.glob("*.tsv")):
        key = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                key = line[3:].strip()
                continue
            if not line or line.startswith("#"):
                continue
            hon, given, family, patronymic, title, rank, *more = line.split("\t")
            extra = dict(pair.split("=", 1) for cell in more for pair in cell.split("; ") if "=" in pair)
            one = One(hon=hon, given=given, family=family, patronymic=patronymic, title=title, rank=rank, more=extra)
            casts.setdefault(key, []).append(one)
    return {key: tuple(people) for key, people in casts.items()}


def cast(key: str) -> tuple[One, ...]:
    """The people of a list."""
    return _casts()[key]


def told(one: One, name: str | tuple[str, ...], **fields: Any) -> Row:  # noqa: ANN401 - any field of a listing
    """The truth of one line."""
    row: Row = {
        "name": name,
        "given": one.given or None,
        "family": one.family or None,
        "patronymic": one.patronymic or None,
        "title": one.title or None,
        "rank": one.rank or None,
        "acting": one.more.get("acting") == "yes",
        "vacant": False,
        "accompanied": False,
        "dates": [],
        "section": None,
        "resident_in": None,
    }
    if "function" in one.more:
        row["function"] = tuple(one.more["function"].split("|"))
    return row | fields


def lives(one: One) -> tuple[str, ...] | None:
    """Where somebody lives who is accredited elsewhere: as printed, or by the city's usual name."""
    return tuple(one.more["res"].split("|")) if "res" in one.more else None


def spouses_of(people: tuple[One, ...]) -> tuple[str, ...]:
    """The spouses' names, which no listing may hold, without their form of address."""
    return tuple(p.more["spouse"].split(" ", 1)[1] for p in people if "spouse" in p.more)


def empty(title: str, rank: str, **fields: Any) -> Row:  # noqa: ANN401 - any field of a listing
    """The truth of a post that nobody holds."""
    return {"name": None, "given": None, "family": None, "title": title, "rank": rank, "vacant": True} | fields


def dated(value: str, *kinds: str) -> Any:  # noqa: ANN401 - one list of dates, or several that are as right
    """One date beside a person, of any of these kinds."""
    return tuple([{"kind": kind, "value": value}] for kind in kinds or ("printed",))


def page(title: str, body: str, *, lang: str = "en", head: str = "", charset: str = "utf-8") -> bytes:
    """A page around a list."""
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="{charset}"><title>{escape(title)}</title>{head}'
        f"</head>\n<body>{body}</body></html>"
    ).encode(charset, "xmlcharrefreplace")


def web(key: str, body: bytes, rows: list[Row], **fields: Any) -> Printed:  # noqa: ANN401 - of Printed
    """A list as a page."""
    return made(key, "html", body, rows, media_type="text/html", **fields)


def text(key: str, lines: list[str], rows: list[Row], **fields: Any) -> Printed:  # noqa: ANN401 - of Printed
    """A list as plain text."""
    charset = fields.pop("written", "utf-8")
    return made(key, "txt", "\n".join(lines).encode(charset), rows, media_type="text/plain", **fields)


def made(key: str, ending: str, body: bytes, rows: list[Row], **fields: Any) -> Printed:  # noqa: ANN401 - of Printed
    """A list as a file of any format."""
    return Printed(
        id=f"blind-{key}", name=fields.pop("name", f"{key}.{ending}"), body=body, rows=numbered(rows), **fields
    )
