"""What does a value look like after a person corrected it?

Takes fields as the commands print them and texts as a person types them; a field that doesn't exist or a value that it
can't hold is refused. The passage never changes: it is what the source prints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, get_args

from legation.errors import JudgementError, LegationError
from legation.extraction.rosters.titles import parse_title
from legation.language.names import parse_name
from legation.model.claims import (
    Claim,
    ClaimType,
    CountModifier,
    CountUnit,
    Event,
    EventType,
    HeadcountRole,
    Layer,
    Status,
    Strength,
)
from legation.model.dates import Edtf
from legation.model.listings import CoverageClass, DateKind, Edition, Listing, PrintedDate
from legation.model.parties import Mission, MissionType

Reader = Callable[[str | None], Any]
"""From the typed text, `None` for no value, to what the field holds."""
Value = TypeVar("Value", Listing, Event, Claim, Edition)

_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def corrected_listing(listing: Listing, changes: Mapping[str, str | None]) -> Listing:
    """The listing with these fields.

    A new name is parted anew, a new title gives its rank and function, a new mission its parties, unless the same
    judgement gives those too.

    Raises:
        JudgementError: no such field, or a value that it can't hold.
    """
    told = {**_parts_of_name(changes), **_told_by_title(changes), **_parties(changes)}
    return _changed(listing, {**told, **changes}, _LISTING)


def corrected_event(event: Event, changes: Mapping[str, str | None]) -> Event:
    """The event with these fields; `from` and `to` are its numbers of posts.

    Raises:
        JudgementError: no such field, or a value that it can't hold.
    """
    return _changed(event, changes, _EVENT)


def corrected_claim(claim: Claim, changes: Mapping[str, str | None]) -> Claim:
    """The claim with these fields.

    Raises:
        JudgementError: no such field, or a value that it can't hold.
    """
    return _changed(claim, changes, _CLAIM)


def corrected_edition(edition: Edition, changes: Mapping[str, str | None]) -> Edition:
    """The edition with these fields; its id and those of its listings stay.

    Raises:
        JudgementError: no such field, or a value that it can't hold.
    """
    return _changed(edition, changes, _EDITION)


def _changed(value: Value, changes: Mapping[str, str | None], fields: Mapping[str, tuple[str, Reader]]) -> Value:
    read: dict[str, Any] = {}
    for name, text in changes.items():
        if name not in fields:
            raise JudgementError(f"{name!r} is no field that can be corrected: one of {', '.join(sorted(fields))}")
        field, reader = fields[name]
        try:
            read[field] = reader(text)
        except JudgementError as error:
            raise JudgementError(f"{name}: {error}") from None
        except (LegationError, ValueError) as error:
            raise JudgementError(f"{text!r} is no value of {name}: {error}") from None
    return replace(value, **read)


def _parts_of_name(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    name = changes.get("name")
    if not name:
        return {}
    parts = parse_name(name)
    return {"given": parts.given, "family": parts.family, "patronymic": parts.patronymic, "script": parts.script}


def _told_by_title(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    text = changes.get("title")
    if not text:
        return {}
    title = parse_title(text)
    return {"rank": title.rank, "function": title.function, "acting": "true" if title.acting else "false"}


def _parties(changes: Mapping[str, str | None]) -> dict[str, str | None]:
    key = changes.get("mission")
    if not key:
        return {}
    mission = Mission.parse(key)
    kind = mission.branch[0] if mission.branch and mission.branch[0] in get_args(MissionType) else None
    parties: dict[str, str | None] = {"sending": mission.sending, "receiving": mission.receiving}
    return parties | ({"mission_type": kind} if kind else {})


def _text(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None


def _needed(text: str | None) -> str:
    found = _text(text)
    if found is None:
        raise JudgementError("it can't be without a value: give one, or reject the row")
    return found


def _number(text: str | None) -> int | None:
    return None if _text(text) is None else int(_needed(text))


def _needed_number(text: str | None) -> int:
    return int(_needed(text))


def _flag(text: str | None) -> bool | None:
    if _text(text) is None:
        return None
    word = _needed(text).casefold()
    if word not in _YES_NO:
        raise JudgementError(f"{text!r} is neither true nor false: write one of them")
    return _YES_NO[word]


def _plain_flag(text: str | None) -> bool:
    return bool(_flag(text))


def _date(text: str | None) -> Edtf | None:
    return None if _text(text) is None else Edtf.parse(_needed(text))


def _mission(text: str | None) -> str | None:
    return None if _text(text) is None else Mission.parse(_needed(text)).key


def _value(text: str | None) -> int | str | None:
    found = _text(text)
    return int(found) if found is not None and found.isdecimal() else found


def _one_of(words: tuple[str, ...], *, needed: bool) -> Reader:
    def read(text: str | None) -> str | None:
        word = _text(text)
        if word is None and not needed:
            return None
        if word not in words:
            raise JudgementError(f"{text!r} is none of {', '.join(words)}: write one of them")
        return word

    return read


def _dates(text: str | None) -> tuple[PrintedDate, ...]:
    """Dates separated by semicolons or spaces, each with its kind before a colon: `arrived:2020-01-05`."""
    found: list[PrintedDate] = []
    for part in (text or "").replace(";", " ").split():
        kind, colon, value = part.rpartition(":")
        word: DateKind = "printed"
        for known in get_args(DateKind):
            if kind == known:
                word = known
        if colon and kind != word:
            raise JudgementError(f"{kind!r} is no kind of date: one of {', '.join(get_args(DateKind))}")
        found.append(PrintedDate(kind=word, value=Edtf.parse(value)))
    return tuple(found)


def _same_names(readers: Mapping[str, Reader]) -> dict[str, tuple[str, Reader]]:
    return {name: (name, reader) for name, reader in readers.items()}


_LISTING_TEXTS = (
    *("name", "title", "rank", "function", "honorific", "given", "family", "patronymic", "script"),
    *("sending", "receiving", "mission_heading", "city", "section", "resident_in"),
)
_LISTING: dict[str, tuple[str, Reader]] = {
    **_same_names(
        dict.fromkeys(
            [
                "name",
                "title",
                "rank",
                "city",
                "section",
                "honorific",
                "given",
                "family",
                "patronymic",
                "script",
                "function",
                "resident_in",
                "sending",
                "receiving",
                "mission_heading",
            ],
            _text,
        )
    ),
    **_same_names(
        {
            "mission": _mission,
            "mission_type": _one_of(get_args(MissionType), needed=True),
            "order": _needed_number,
            "acting": _plain_flag,
            "vacant": _plain_flag,
            "accompanied": _flag,
            "dates": _dates,
        }
    ),
    "date": ("dates", _dates),
}
_EVENT: dict[str, tuple[str, Reader]] = {
    **_same_names(dict.fromkeys(["actor", "target", "city", "deadline", "reason", "date_basis"], _text)),
    **_same_names(
        {
            "mission": _mission,
            "type": _one_of(get_args(EventType), needed=True),
            "status": _one_of(get_args(Status), needed=True),
            "layer": _one_of(get_args(Layer), needed=True),
            "count": _number,
            "count_modifier": _one_of(get_args(CountModifier), needed=False),
            "count_unit": _one_of(get_args(CountUnit), needed=False),
            "background": _plain_flag,
            "retaliation": _plain_flag,
            "in_response_to": _text,
        }
    ),
    "from": ("posts_from", _number),
    "to": ("posts_to", _number),
    "date": ("date", _date),
}
_CLAIM: dict[str, tuple[str, Reader]] = {
    **_same_names(dict.fromkeys(["subject", "object", "wording", "about"], _text)),
    **_same_names(
        {
            "type": _one_of(get_args(ClaimType), needed=True),
            "status": _one_of(get_args(Status), needed=True),
            "layer": _one_of(get_args(Layer), needed=True),
            "role": _one_of(get_args(HeadcountRole), needed=False),
            "strength": _one_of(get_args(Strength), needed=False),
            "value": _value,
            "when": _date,
        }
    ),
}
_EDITION: dict[str, tuple[str, Reader]] = _same_names(
    {
        "as_of": _date,
        "receiving": _text,
        "series": _text,
        "coverage_class": _one_of(get_args(CoverageClass), needed=True),
        "complete": _one_of(("yes", "no", "unknown"), needed=True),
    }
)
