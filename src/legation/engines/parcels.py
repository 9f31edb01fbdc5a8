"""How does a result come out of a child that may have been taken over by what it parsed?

As a pickle that is opened with nothing but our own values, errors and dates within reach: one that names anything else
is refused unopened.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
from collections.abc import Callable, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any, TypeAlias

from legation.errors import DamagedInputError, LegationError
from legation.model.quick import collection_rested

_LIBRARY = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("builtins", "bytearray"),
        ("builtins", "complex"),
    }
)


def make_parcel(value: object) -> bytes:
    """A value as bytes."""
    into = io.BytesIO()
    _Pickler(into, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return into.getvalue()


def open_parcel(data: bytes) -> Any:  # noqa: ANN401 - a parcel may hold any value of ours
    """The value of a parcel.

    Raises:
        DamagedInputError: it names something that no reader gives.
    """
    try:
        with collection_rested():
            return _Unpickler(io.BytesIO(data)).load()
    except LegationError:
        raise
    except Exception as error:
        raise DamagedInputError(f"a reader gave what can't be read back ({error}): look at the file by hand") from error


# A roster holds tens of thousands of values. What dataclasses bring for pickling asks each of them for its fields anew,
# which takes longer than all the rest; here that is asked once for a type.


_Slots: TypeAlias = tuple[Callable[[Any], tuple[Any, ...]], tuple[Callable[[Any, Any], None], ...]]
_KNOWN: dict[type, _Slots | None] = {}


def _slots(kind: type) -> _Slots | None:
    """How the fields of a slotted dataclass are taken and set; `None` for any other type."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _made(kind) if dataclasses.is_dataclass(kind) and hasattr(kind, "__slots__") else None
    return _KNOWN[kind]


def _made(kind: type) -> _Slots:
    names = [field.name for field in dataclasses.fields(kind)]
    several = attrgetter(*names) if len(names) > 1 else None
    return several or _one_by_one(names), tuple(getattr(kind, name).__set__ for name in names)


def _one_by_one(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


def _value(kind: type, fields: tuple[object, ...]) -> object:
    """A value of ours with these fields, as a parcel carries it."""
    slots = _slots(kind)
    if slots is None or len(slots[1]) != len(fields):
        raise DamagedInputError(f"a reader gave a {kind.__name__} with other fields than ours: look at the file")
    value: object = object.__new__(kind)
    for put, one in zip(slots[1], fields, strict=True):
        put(value, one)
    return value


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - as its base says
        kind = type(value)
        slots = _slots(kind)
        return NotImplemented if slots is None else (_value, (kind, slots[0](value)))


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as its base says
        if (module, name) == (__name__, _value.__name__):
            return _value
        if (module, name) in _LIBRARY:
            return super().find_class(module, name)
        if module.startswith("legation.") or (module, name) == ("legation", "errors"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        raise DamagedInputError(f"a reader gave a value of {module}.{name}, which no reader gives: look at the file")


def _is_value(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or issubclass(kind, Enum | LegationError)
