"""What did the reporter say of an input? Words of options and of manifest columns become a `Given`.

Everything is checked before anything is stored: a date, key or kind that can't be is a usage error that names it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import get_args

from legation.errors import DateError, KeyFormError, UsageError
from legation.model.dates import Edtf
from legation.model.keys import content_key
from legation.model.parties import Mission
from legation.model.sources import Given, InputKind

KINDS: tuple[InputKind, ...] = get_args(InputKind)

_CODE = re.compile(r"[A-Z]{2,5}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def given_from(options: Mapping[str, str | None]) -> Given:
    """Check what was said and make one value of it; blank texts say nothing, other names are left alone.

    Raises:
        UsageError: a value can't be what its option asks for; the message names both.
    """
    said = {name: text.strip() for name, value in options.items() if (text := value or "").strip()}
    kind = said.get("kind")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"--kind {kind}: no such kind; write one of {', '.join(KINDS)}")
    return Given(
        kind=kind,
        as_of=_date(said, "as-of"),
        mission=_mission(said.get("mission")),
        sending=_code(said, "sending"),
        receiving=_code(said, "receiving"),
        published=_date(said, "published"),
        language=_matching(said, "language", _LANGUAGE, "a language tag such as en or de"),
        source=said.get("source"),
        url=_matching(said, "url", _URL, "a full address such as https://example.org/staff"),
        captured_at=_moment(said.get("captured-at")),
        columns=said.get("columns"),
    )


def given_key(given: Given) -> str:
    """A key of everything that was said, equal for equal words."""
    return content_key(
        given.kind,
        given.as_of.text if given.as_of else None,
        given.mission,
        given.sending,
        given.receiving,
        given.published.text if given.published else None,
        given.language,
        given.source,
        given.url,
        given.captured_at.isoformat() if given.captured_at else None,
        given.columns,
    )


def date_option(name: str, text: str) -> Edtf:
    """The date that an option gives.

    Raises:
        DateError: it is none; the message names option and value.
    """
    try:
        return Edtf.parse(text)
    except DateError as error:
        raise DateError(f"--{name}: {error.message}") from None


def day_span(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The first day of `--from` and the last of `--to`; `None` where one isn't given or is open.

    Raises:
        UsageError: one is no date, or the first lies after the last.
    """
    from_ = date_option("from", first).bounds.earliest if first else None
    to = date_option("to", last).bounds.latest if last else None
    if from_ is not None and to is not None and from_ > to:
        raise UsageError(f"--from {first} lies after --to {last}: swap them")
    return from_, to


def _date(said: Mapping[str, str], name: str) -> Edtf | None:
    return date_option(name, said[name]) if name in said else None


def _mission(key: str | None) -> str | None:
    if key is None:
        return None
    try:
        return Mission.parse(key).key
    except KeyFormError as error:
        raise KeyFormError(f"--mission: {error.message}") from None


def _code(said: Mapping[str, str], name: str) -> str | None:
    code = said.get(name)
    if code is not None and not _CODE.fullmatch(code):
        raise KeyFormError(f"--{name} {code}: no code of a state or organization; write capitals such as RU, EU, NATO")
    return code


def _matching(said: Mapping[str, str], name: str, form: re.Pattern[str], wanted: str) -> str | None:
    text = said.get(name)
    if text is not None and not form.fullmatch(text):
        raise UsageError(f"--{name} {text}: write {wanted}")
    return text


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    if re.fullmatch(r"\d{14}", text):  # the time of a capture as web archives write it in their addresses
        text = f"{text[:4]}-{text[4:6]}-{text[6:8]}T{text[8:10]}:{text[10:12]}:{text[12:]}+00:00"
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise DateError(f"--captured-at {text}: no moment; write YYYY-MM-DDTHH:MM:SS+00:00 or YYYYMMDDHHMMSS") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
