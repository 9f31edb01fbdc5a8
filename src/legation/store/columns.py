"""How do the parts of a value that queries ask for become columns?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from legation.model.dates import Bounds, Edtf
from legation.model.keys import KEY_BYTES, content_key

T = TypeVar("T")

IN_ONE_QUERY = 10_000
"""Values that one `IN (…)` may hold: well under the number of variables that SQLite takes."""

_MADE = re.compile(rf"[a-z]+-([0-9a-f]{{{2 * KEY_BYTES}}})")


def key_of(id_: str) -> bytes:
    """The content key in an id such as `listing-…`; for an id of another form, a key made of its text."""
    match = _MADE.fullmatch(id_)
    return bytes.fromhex(match.group(1) if match else content_key(id_))


def days(prefix: str, when: Bounds | Edtf | None) -> dict[str, int | None]:
    """First and last possible day as ordinal numbers, `None` for an open side."""
    bounds = when.bounds if isinstance(when, Edtf) else when
    return {
        f"{prefix}_lo": _ordinal(bounds.earliest if bounds else None),
        f"{prefix}_hi": _ordinal(bounds.latest if bounds else None),
    }


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def chunks(values: Iterable[T], size: int = IN_ONE_QUERY) -> Iterator[Sequence[T]]:
    """The values in portions of at most `size`."""
    waiting = iter(values)
    while portion := list(islice(waiting, size)):
        yield portion


def column_text(text: str | None) -> str | None:
    """A text as a column takes it: half of a surrogate pair is shown as `?`; the value's body has it unchanged."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
