"""What does each column of a table hold? Its header's words first, then what its cells look like.

A header that the cells contradict gives way: a column called Position that holds numbers is an order, one called Title
that holds `Mr.` and `Ms.` is an honorific. A column of contacts, homes or children is never read.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.saying import say
from legation.extraction.rosters.titles import is_office, ranks_in
from legation.language.printed_dates import whole_date
from legation.model.dates import Edtf
from legation.model.listings import DateKind
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import column_phrases, is_vacancy, middle_names
from legation.vocabulary.honorifics import addressed, is_honorific
from legation.vocabulary.relatives import relative_words
from legation.vocabulary.states import Gazetteer

SAMPLE = 150
"""Cells of a column that tell what it holds: the rest of a long table holds more of the same."""
_CLEAR = 0.6
_RANKED = 0.3
_HUMPS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|_+|(?<=[A-Z])(?=[A-Z][a-z])")
_IDENTIFIER = re.compile(r"Q\d+|[0-9a-f-]{16,}|https?://\S+|\S+@\S+|\+?[\d\s()/-]{7,}")
_SERIAL = re.compile(r"[1-6]\d{4}(?:\.0+)?")
_ZERO = datetime.date(1899, 12, 30)
_LABELS = ("label", "name", "text")
YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "да", "так", "si", "tak", "sim", "*"})
NO = frozenset(
    {"no", "n", "false", "0", "nein", "non", "нет", "ні", "nie", "nee", "nao", "none", "nil", "single", "ledig"}
)
DATE_KINDS: tuple[DateKind, ...] = ("accredited", "credentials", "arrived", "appointed", "printed")
NAME_ROLES = frozenset({"name", "given", "family"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Shares of a column's cells that look like this or that."""

    date: float
    honorific: float
    rank: float
    state: float
    name: float
    number: float
    identifier: float
    answer: float
    """Yes or no."""
    filled: int
    several: float
    """Two words or more."""
    addressed: float
    """Names behind an honorific."""
    serial: float
    """Days as a spreadsheet counts them."""
    relative: float
    """Names behind the word for a relative."""
    contact: float
    """Numbers, addresses and mails behind their labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Roles by column, and whether the first given row is a header."""

    roles: Mapping[int, str]
    family_first: bool = False
    """Whether the header of the names puts the family name first (`Nom et prénom`)."""

    _by_role: Mapping[str, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        held: dict[str, list[int]] = {}
        for column, role in sorted(self.roles.items()):
            held.setdefault(role, []).append(column)
        object.__setattr__(self, "_by_role", {role: tuple(columns) for role, columns in held.items()})

    def of(self, role: str) -> tuple[int, ...]:
        """The columns with a role, from left to right."""
        return self._by_role.get(role, ())

    @property
    def is_list(self) -> bool:
        """Whether the columns are those of a list of people: names, and something beside them."""
        held = set(self.roles.values())
        beside = {"title", "function", "country", "host", "mission", "section", "honorific", "spouse"}
        named = "name" in held or "family" in held
        return named and bool(held & beside or any(role.startswith("date:") for role in held))


def serial_day(text: str) -> Edtf | None:
    """The day that a bare number of a column of dates counts, from the end of 1899 as spreadsheets do."""
    if _SERIAL.fullmatch(text.strip()) is None:
        return None
    return Edtf.of_day(_ZERO + datetime.timedelta(days=int(text.strip().partition(".")[0])))


def header_role(header: str, prefix: str | None = None) -> str | None:
    """The role that a header's words give; `prefix` is a word that most headers of the table start with."""
    words = tuple(word for piece in _HUMPS.split(header.replace("№", " no ")) for word in fold(piece))
    if prefix is not None and len(words) > 1 and words[0] == prefix:
        words = words[1:]
    whole = column_phrases().whole(words)
    if whole is not None:
        return whole
    if len(words) == 1:
        bare = next((words[0].removesuffix(ending) for ending in _LABELS if words[0].endswith(ending)), "")
        return column_phrases().whole(fold(bare)) if bare else None
    found = column_phrases().scan(words)
    return found[-1][0] if found and len(words) <= 8 else None


@cache
def _first_words(headers: tuple[str, ...]) -> str | None:
    """The word that more than half of the headers start with, such as a table's name."""
    firsts = Counter(
        words[0] for header in headers if len(words := [w for p in _HUMPS.split(header) for w in fold(p)]) > 1
    )
    common = firsts.most_common(1)
    return common[0][0] if common and common[0][1] > len(headers) / 2 else None


def header_roles(headers: Mapping[int, str]) -> dict[int, str]:
    """Roles by the words of the headers."""
    prefix = _first_words(tuple(headers.values()))
    return {column: role for column, header in headers.items() if (role := header_role(header, prefix)) is not None}


def columns_of(
    headers: Mapping[int, str],
    cells: Mapping[int, Sequence[str]],
    gazetteer: Gazetteer,
    filled: Mapping[int, int] | None = None,
) -> Columns:
    """Roles of columns from headers and cells.

    Args:
        headers: text by column; empty where the table has no header.
        cells: the texts of each column's filled cells; more than the first `SAMPLE` are not looked at.
        gazetteer: knows the states.
        filled: how many cells of each column are filled; as many as are given, where it isn't.
    """
    named = header_roles(headers)
    roles: dict[int, str] = {}
    looks: dict[int, Look] = {}
    for column, texts in cells.items():
        look = looks[column] = _look(texts[:SAMPLE], gazetteer)
        role = _settled(named.get(column), look) if column in headers or named else _by_look(look)
        if role is not None:
            roles[column] = role
    if "title" not in roles.values():
        # A column called Function that holds ranks is that of the titles, where no other is.
        functions = [column for column, role in roles.items() if role == "function"]
        ranked = [column for column in functions if looks[column].rank > _RANKED]
        roles |= dict.fromkeys((ranked or functions)[:1], "title")
    _tell_middle(roles, headers)
    _part_names(roles, cells)
    named_first = any(role == "name" and _puts_family_first(headers.get(column, "")) for column, role in roles.items())
    _keep_addressed(roles, looks)
    many = filled or {column: len(texts) for column, texts in cells.items()}
    return Columns(roles=_without_rivals(roles, many), family_first=named_first)


def _tell_middle(roles: dict[int, str], headers: Mapping[int, str]) -> None:
    """Of two columns of family names, one whose word is the middle name's in another language holds that one."""
    families = [column for column, role in roles.items() if role == "family"]
    middle = [column for column in families if middle_names().whole(fold(headers.get(column, ""))) is not None]
    if len(families) > 1 and len(middle) < len(families):
        roles |= dict.fromkeys(middle, "patronymic")


def _part_names(roles: dict[int, str], cells: Mapping[int, Sequence[str]]) -> None:
    """A name beside one of its parts is the other part, as in `Apellidos | Nombre`, where it doesn't repeat it."""
    held = {role: [column for column, one in roles.items() if one == role] for role in NAME_ROLES}
    parts = [role for role in ("family", "given") if held[role]]
    if len(held["name"]) != 1 or len(parts) != 1 or len(held[parts[0]]) != 1:
        return
    whole = " ".join(cells.get(held["name"][0], ())[:SAMPLE]).casefold()
    part = [text.casefold() for text in cells.get(held[parts[0]][0], ())[:SAMPLE] if text.strip()]
    if part and sum(text in whole for text in part) * 2 < len(part):
        roles[held["name"][0]] = "given" if parts[0] == "family" else "family"


def _keep_addressed(roles: dict[int, str], looks: Mapping[int, Look]) -> None:
    """Beside a column of addressed persons, one that only looks like names holds what they are, such as ministers."""
    named = [column for column, role in roles.items() if role == "name"]
    addressed = [column for column in named if looks[column].addressed > _CLEAR]
    strangers = [column for column in named if looks[column].addressed == 0.0]
    if addressed and strangers and "title" not in roles.values():
        roles[strangers[0]] = "title"
    if addressed and "title" not in roles.values():
        left = [
            column
            for column, look in looks.items()
            if column not in roles and look.several > 0.0 and look.identifier + look.contact < _CLEAR
        ]
        roles |= dict.fromkeys(left[:1], "title")


def _puts_family_first(header: str) -> bool:
    """Whether a header names the family name, or the name, before the given name."""
    words = fold(header)
    parts = [
        role
        for at in range(len(words))
        if (hit := column_phrases().longest(words[: at + 1][-1:])) is not None and (role := hit[0]) in NAME_ROLES
    ]
    if len(parts) < 2:
        return False
    return parts[0] == "family" or (parts[0] == "name" and parts[1] == "given")


def _settled(role: str | None, look: Look) -> str | None:
    """The header's role, unless the cells say otherwise."""
    if role is None:
        return _by_look(look, unasked=True)
    if role in ("title", "function", "name", "order") and look.honorific > _CLEAR:
        return "honorific"
    if role in ("title", "function", "name", "mission") and look.identifier > _CLEAR:
        return "skip"
    if role in ("title", "function", "name") and look.contact > _CLEAR:
        return "private"
    if role in ("title", "function", "section") and look.number > _CLEAR:
        return "order"
    if role.startswith("date:") and look.date + look.serial < 0.3:
        return "skip"
    if role == "name" and look.name < 0.2 and look.state > _CLEAR:
        return "country"
    if role in ("country", "mission") and look.state < 0.2 and look.name > _CLEAR:
        return "name"
    if role in ("name", "title") and look.rank > _CLEAR and look.name < 0.2:
        return "title"
    return role


def _by_look(look: Look, *, unasked: bool = False) -> str | None:
    shares = {
        "date:printed": look.date,
        "honorific": look.honorific,
        "title": look.rank,
        "country": look.state,
        "order": look.number,
        "name": look.name if not unasked and look.several > _CLEAR else 0.0,
    }
    if look.relative > _CLEAR:
        return "spouse"
    if look.identifier > _CLEAR or look.answer > _CLEAR:
        return None
    role, share = max(shares.items(), key=lambda item: item[1])
    return role if share > _CLEAR else None


def _without_rivals(roles: Mapping[int, str], filled: Mapping[int, int]) -> dict[int, str]:
    """One column for each role that one person has once; the fullest stays, a second title is a function."""
    kept = dict(roles)
    for role in ("name", "given", "family", "patronymic", "honorific", "country", "host", "city", "section"):
        rivals = [column for column, held in kept.items() if held == role]
        if len(rivals) > 1:
            best = max(rivals, key=lambda column: (filled[column], -column))
            kept.update({column: "skip" for column in rivals if column != best})
    return kept


def _look(texts: Sequence[str], gazetteer: Gazetteer) -> Look:
    filled = len(texts)

    def share(marks: Sequence[bool]) -> float:
        return sum(marks) / filled if filled else 0.0

    folded = [fold(text) for text in texts]
    return Look(
        date=share([whole_date(text) is not None for text in texts]),
        honorific=share([is_honorific(text) for text in texts]),
        rank=share([bool(ranks_in(words)) or is_office(words) for words in folded]),
        state=share([gazetteer.find(text) is not None for text in texts]),
        name=share(
            [
                looks_like_name(text) or is_vacancy(words) or _is_addressed(text)
                for text, words in zip(texts, folded, strict=True)
            ]
        ),
        number=share([text.strip(" .)").isdigit() and len(text) < 7 for text in texts]),
        identifier=share(
            [_IDENTIFIER.fullmatch(text.strip()) is not None and whole_date(text) is None for text in texts]
        ),
        answer=share([len(words) == 1 and words[0] in YES | NO for words in folded]),
        filled=filled,
        several=share([len(words) > 1 or is_vacancy(words) for words in folded]),
        addressed=share([addressed(text) is not None for text in texts]),
        serial=share([serial_day(text) is not None for text in texts]),
        relative=share([relative_words().longest(words) is not None and len(words) > 1 for words in folded]),
        contact=share([say(text).kind == "contact" for text in texts]),
    )


def _is_addressed(text: str) -> bool:
    found = addressed(text)
    return found is not None and found.sure
