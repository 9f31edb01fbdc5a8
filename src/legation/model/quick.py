"""How are values made when a list has tens of thousands of them? By slots, and without searching them for garbage.

What `dataclasses` writes for a frozen class looks every field's name up again; that takes more than half the time of
making the value. The values are the same, and as frozen.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, Field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar

Value = TypeVar("Value")
Given = ParamSpec("Given")


def quick(kind: type[Value]) -> type[Value]:
    """Let the values of a frozen, slotted dataclass be made in half the time; its fields stay by keyword or by place.

    Raises:
        TypeError: a field has no slot, is made by a factory, or isn't given like the others.
    """
    made = _filling(kind, "__init__(self, ", "become(self, Twin)", "return")
    made.__annotations__ = kind.__init__.__annotations__
    kind.__init__ = made  # type: ignore[method-assign]
    return kind


def maker(kind: Callable[Given, Value]) -> Callable[Given, Value]:
    """A function that makes the values of a `quick` class as its call does, in less than half the time once more.

    For where a list makes several for each line: a class that is called puts what it is given in a dictionary first.
    """
    return _filling(kind, "made(", "self = new(Twin)", "return self")


def _filling(kind: Callable[..., Any], head: str, first: str, last: str) -> Callable[..., Any]:
    """A function that takes a class's fields and puts them in their slots.

    A slot of a frozen value can only be set by a call of its own; so a twin that isn't frozen is filled, and becomes of
    the class then, which Python lets values do between classes of the same slots.
    """
    names = [_quick_field(kind, field) for field in fields(kind)]  # type: ignore[arg-type]
    if len({field.kw_only for field in fields(kind)}) > 1:  # type: ignore[arg-type]
        raise TypeError(f"{kind.__qualname__} isn't simply given, all by keyword or all by place: leave it as it is")
    known: dict[str, Any] = {f"usual_{each.name}": each.default for each in fields(kind)}  # type: ignore[arg-type]
    keywords = "*, " if all(field.kw_only for field in fields(kind)) else ""  # type: ignore[arg-type]
    given = ", ".join([name if known[f"usual_{name}"] is MISSING else f"{name}=usual_{name}" for name in names])
    known |= {"new": object.__new__, "become": object.__dict__["__class__"].__set__}
    unfrozen = {"__slots__": vars(kind)["__slots__"], "__setattr__": object.__setattr__}
    known |= {"Kind": kind, "Twin": type("Twin", kind.__bases__, unfrozen)}  # type: ignore[attr-defined]
    lines = [first, *(f"self.{name} = {name}" for name in names), "self.__class__ = Kind"]
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def {head}{keywords}{given}):\n    " + "\n    ".join([*lines, last])
    exec(compile(source, f"<quick {kind.__qualname__}>", "exec"), known)
    made: Callable[..., Any] = known[head.partition("(")[0]]
    made.__qualname__ = f"{kind.__qualname__}.{made.__name__}"
    return made


def changed(value: Value, /, **changes: object) -> Value:
    """A value of a dataclass with some fields changed, as `dataclasses.replace` makes it, in a fifth of the time.

    For values all of whose fields are given when they are made, as those of a `quick` class are.
    """
    kind: Callable[..., Value] = type(value)
    names, fields_of = _fields(kind)
    return kind(**(dict(zip(names, fields_of(value), strict=True)) | changes))


@cache
def _fields(kind: Callable[..., object]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a class's fields, and what reads all of them at once."""
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
    read = attrgetter(*names)
    return names, read if len(names) > 1 else lambda value: (read(value),)


def _quick_field(kind: Callable[..., object], field: Field[Any]) -> str:
    if not hasattr(getattr(kind, field.name, None), "__set__"):
        raise TypeError(f"{kind.__qualname__}.{field.name} has no slot: make the dataclass with slots=True")
    if field.default_factory is not MISSING or not field.init:
        raise TypeError(f"{kind.__qualname__}.{field.name} isn't simply given: leave this class as it is")
    return field.name


@contextmanager
def collection_rested() -> Iterator[None]:
    """Keep the search for garbage from running, while values are made that stay and refer to each other in no circle.

    To look through all that is being made takes a fifth of the time. Where the caller turned it off it stays off.
    What was made counts as old from then on, for the next search among the new would go through all of it once more.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
