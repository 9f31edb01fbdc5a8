"""Which types have a form of their own in the case file: dates, bounds and passages.

A passage doesn't repeat the digest of the document that it stands in; a date is its text wherever the text says it all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias

from legation.errors import DateError
from legation.model.dates import Bounds, Edtf, Precision
from legation.model.documents import Passage

Data: TypeAlias = Any
"""What JSON knows: texts, numbers, yes and no, nothing, arrays, objects."""
Step: TypeAlias = Callable[[Any, str], Any]
"""A value and the SHA-256 of the document at hand to data, or data and that to a value."""
Pair: TypeAlias = tuple[Step | None, Step | None]
"""Encoder and decoder; `None` where JSON has the value as it is."""

DATES = 65_536
"""Dates that are remembered: more than there are days in the lists of a century."""
_PASSAGE_MINIMUM = 4
"""Digest, start, end and quote: what every passage has."""
_new = object.__new__
(
    _set_sha256,
    _set_start,
    _set_end,
    _set_quote,
    _set_page,
    _set_box,
    _set_cell,
    _set_element,
    _set_parts,
) = (getattr(Passage, field.name).__set__ for field in fields(Passage))


@lru_cache(maxsize=DATES)
def _read_date(text: str) -> Edtf:
    return Edtf.parse(text)


@lru_cache(maxsize=DATES)
def _read_day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=DATES)
def _tells_all(value: Edtf) -> bool:
    """Whether the text alone gives the value back; a week, say, is a range in EDTF and more to us."""
    try:
        return _read_date(value.text) == value
    except DateError:
        return False


def _edtf_to(value: Edtf, home: str) -> Data:
    if _tells_all(value):
        return value.text
    return [value.text, _bounds_to(value.bounds, home), value.precision.value]


def _edtf_from(data: Data, home: str) -> Edtf:
    if isinstance(data, str):
        return _read_date(data)
    return Edtf(text=data[0], bounds=_bounds_from(data[1], home), precision=Precision(data[2]))


def _bounds_to(value: Bounds, home: str) -> Data:
    return [day.isoformat() if day else None for day in (value.earliest, value.latest)]


def _bounds_from(data: Data, home: str) -> Bounds:
    earliest, latest = (_read_day(day) if day else None for day in data)
    return Bounds(earliest=earliest, latest=latest)


def _passage_to(value: Passage, home: str) -> Data:
    data = [
        None if value.sha256 == home else value.sha256,
        value.start,
        value.end,
        value.quote,
        value.page,
        value.box,
        value.cell,
        value.element,
        [_passage_to(part, value.sha256) for part in value.parts] if value.parts else None,
    ]
    while len(data) > _PASSAGE_MINIMUM and data[-1] is None:
        data.pop()
    return data


def _passage_from(data: Data, home: str) -> Passage:
    # A case holds passages by the hundred thousand: setting the slots takes half as long as the frozen constructor,
    # which checks nothing.
    passage = _new(Passage)
    own = home if data[0] is None else data[0]
    given = len(data)
    _set_sha256(passage, own)
    _set_start(passage, data[1])
    _set_end(passage, data[2])
    _set_quote(passage, data[3])
    _set_page(passage, data[4] if given > 4 else None)
    box = data[5] if given > 5 else None
    _set_box(passage, None if box is None else tuple(box))
    cell = data[6] if given > 6 else None
    _set_cell(passage, None if cell is None else tuple(cell))
    _set_element(passage, data[7] if given > 7 else None)
    _set_parts(passage, tuple([_passage_from(part, own) for part in data[8]]) if given > 8 else ())
    return passage


SPECIAL: dict[object, Pair] = {
    Passage: (_passage_to, _passage_from),
    Edtf: (_edtf_to, _edtf_from),
    Bounds: (_bounds_to, _bounds_from),
    date: ((lambda value, home: value.isoformat()), (lambda data, home: _read_day(data))),
    datetime: ((lambda value, home: value.isoformat()), (lambda data, home: datetime.fromisoformat(data))),
}
