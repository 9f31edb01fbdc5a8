"""How does a value have to be written so that every reader of the model takes it as it is?

The model's own cleaning changes nothing of what these functions give, or they give nothing: a date that isn't whole
would be cut silently, an address of another kind dropped. What a source doesn't state exactly has no date here.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from legation.model.dates import Bounds, Edtf
from legation.publishing.content import Label
from legation.vocabulary.ftm import country_codes
from legation.vocabulary.states import Gazetteer

_SPACES = re.compile(r"\s+")
LONGEST_NAME, LONGEST_TEXT, LONGEST_URL = 384, 1024, 4096
"""The most signs that the model takes of a name, a text on one line, and an address."""


def text_value(text: str | None, longest: int = LONGEST_TEXT) -> str | None:
    """A text on one line, without signs that print nothing; `None` where nothing is left, and … where it was cut."""
    if text is None:
        return None
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    shown = "".join(sign for sign in spaced if not unicodedata.category(sign).startswith("C"))
    whole = unicodedata.normalize("NFC", _SPACES.sub(" ", shown).strip())
    return (whole if len(whole) <= longest else f"{whole[: longest - 1].rstrip()}…") or None


def name_value(text: str | None) -> str | None:
    """A name; quotation marks around the whole of it are no part of it."""
    name = text_value(text, LONGEST_NAME)
    while name and len(name) > 1 and name[0] == name[-1] == '"':
        name = text_value(name[1:-1])
    return name


def date_value(when: Bounds | Edtf | None) -> str | None:
    """A day, a month or a year that is known to be just that; `None` for anything between other bounds."""
    if isinstance(when, Edtf):
        return date_value(when.bounds) if re.fullmatch(r"\d{4}(-\d\d){0,2}", when.text) else None
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest, when.latest
    if first == last:
        return first.isoformat()
    if (first.year, first.month, first.day) == (last.year, last.month, 1) and _ends_month(last):
        return f"{first:%Y-%m}"
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first:%Y}" if whole_year and first.year == last.year else None


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def moment_value(at: datetime | None) -> str | None:
    """A moment in UTC, to the second; the model knows no zones."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if at else None


def url_value(url: str | None) -> str | None:
    """An address of the web."""
    text = text_value(url, LONGEST_URL + 1)
    if text is None or " " in text or len(text) > LONGEST_URL:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return parts._replace(path=parts.path or "/").geturl()


def country_value(code: str | None, label: Label) -> str | None:
    """The model's code of a state or organization; `None` for one that only the case knows.

    A case may give a code of its own to a state that no gazetteer has: to the model it would be another state.
    """
    if code is None or label(code) != Gazetteer.default().label(code):
        return None
    small = code.lower()
    return small if small in country_codes() else None
