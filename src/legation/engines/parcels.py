"""How does a result come out of a child that may have been taken over by what it parsed?

As a pickle that is opened with nothing but our own values, errors and dates within reach: one that names anything else
is refused unopened.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
from enum import Enum
from typing import Any

from legation.errors import DamagedInputError, LegationError

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
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def open_parcel(data: bytes) -> Any:  # noqa: ANN401 - a parcel may hold any value of ours
    """The value of a parcel.

    Raises:
        DamagedInputError: it names something that no reader gives.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except LegationError:
        raise
    except Exception as error:
        raise DamagedInputError(f"a reader gave what can't be read back ({error}): look at the file by hand") from error


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as its base says
        if (module, name) in _LIBRARY:
            return super().find_class(module, name)
        if module.startswith("legation.") or (module, name) == ("legation", "errors"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        raise DamagedInputError(f"a reader gave a value of {module}.{name}, which no reader gives: look at the file")


def _is_value(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or issubclass(kind, Enum | LegationError)
