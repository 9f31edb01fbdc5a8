"""How does a value of the model become text of the case file, and the same value again?

Encoders and decoders are made once for each type from its hints. Two forms: *packed*, an array of the fields in their
order, small and fast, for what can be made again; *named*, an object with the fields' names, for what is kept for ever
and must outlive a model with more fields. Fields that hold their default are left out, packed at the end only.
A type for which there is no form is refused when its codec is made.
"""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import json
import types
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from legation.store.codec_parts import SPECIAL, Data, Pair, Step

T = TypeVar("T")
Hint: TypeAlias = Any
"""A type as an annotation says it: a class, a union, a literal, a tuple of something."""

_PLAIN: tuple[type, ...] = (str, int, float, bool, type(None))


def packed(value: object, home: str = "") -> str:
    """A value as a JSON array.

    Args:
        value: a dataclass of the model.
        home: SHA-256 of the document that the value stands in; its passages leave it out.
    """
    encode = _form(type(value), named=False)[0]
    return _text(encode(value, home) if encode else value)


def unpacked(kind: type[T], text: str, home: str = "") -> T:
    """The value that `packed` wrote with the same `home`."""
    decode = _form(kind, named=False)[1]
    data = json.loads(text)
    return cast(T, decode(data, home) if decode else data)


def unpacked_all(kind: type[T], texts: Iterable[str], home: str = "") -> tuple[T, ...]:
    """The values of many texts; faster than one by one."""
    decode = _form(kind, named=False)[1]
    if decode is None:
        return tuple(json.loads(text) for text in texts)
    # Frozen values hold no cycles: the collector would only walk through all of them, again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return tuple([cast(T, decode(data, home)) for data in json.loads(f"[{','.join(texts)}]")])
    finally:
        if collecting:
            gc.enable()


def named(value: object) -> str:
    """A value as a JSON object, keys in alphabetical order."""
    encode = _form(type(value), named=True)[0]
    return _text(encode(value, "") if encode else value)


def unnamed(kind: type[T], text: str) -> T:
    """The value that `named` wrote; names that the model no longer has are passed over."""
    decode = _form(kind, named=True)[1]
    data = json.loads(text)
    return cast(T, decode(data, "") if decode else data)


@cache
def shape(kind: type) -> str:
    """A digest of a type's fields, all the way down: packed text is only read with the shape that wrote it."""
    lines: list[str] = []
    waiting: list[Hint] = [kind]
    seen: set[Hint] = set()
    while waiting:
        hint = waiting.pop()
        if hint in seen:
            continue
        seen.add(hint)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint):
            hints = get_type_hints(hint)
            lines.append(f"{hint.__qualname__}: {[(field.name, str(hints[field.name])) for field in _fields(hint)]}")
            waiting.extend(hints[field.name] for field in _fields(hint))
        else:
            waiting.extend(arg for arg in get_args(hint) if not isinstance(arg, str | int | types.EllipsisType))
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _text(data: Data) -> str:
    text = _ENCODER.encode(data)
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half of a surrogate pair is no UTF-8 and no database takes it; JSON's escape keeps it.
        return json.dumps(data, separators=(",", ":"), sort_keys=True)
    return text


def _form(kind: Hint, *, named: bool) -> Pair:
    return _made(kind, named)


@cache
def _made(hint: Hint, named: bool) -> Pair:
    if hint in SPECIAL:
        return SPECIAL[hint]
    origin: Hint = get_origin(hint)
    if hint in _PLAIN or origin is Literal:
        return None, None
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda value, home: value.value), (lambda data, home: hint(data))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        form = _Named(hint) if named else _Packed(hint)
        return form.encode, form.decode
    return _composed(hint, named)


def _composed(hint: Hint, named: bool) -> Pair:
    origin: Hint = get_origin(hint)
    args = get_args(hint)
    if origin in (Union, types.UnionType):
        pairs = [_made(arg, named) for arg in args if arg is not type(None)]
        if all(pair == (None, None) for pair in pairs):
            return None, None
        if len(pairs) == 1:
            return _steps(_optional, pairs[0])
    if origin is tuple and args[-1] is Ellipsis:
        return _steps(_many, _made(args[0], named))
    if origin is tuple:
        pairs = [_made(arg, named) for arg in args]
        to, back = _each([pair[0] for pair in pairs]), _each([pair[1] for pair in pairs])
        return to, (lambda data, home: tuple(back(data, home)))
    if isinstance(origin, type) and issubclass(origin, Mapping) and args[0] is str:
        return _steps(_mapping, _made(args[1], named))
    raise TypeError(f"no form for {hint!r}: use dataclasses, tuples, mappings from text, enums and JSON's own types")


def _steps(around: Callable[[Step | None], Step], inner: Pair) -> Pair:
    to, back = around(inner[0]), around(inner[1])
    if around is not _many:
        return to, back
    return to, (lambda data, home: tuple(back(data, home)))


def _optional(step: Step | None) -> Step:
    assert step is not None
    return lambda value, home: None if value is None else step(value, home)


def _many(step: Step | None) -> Step:
    if step is None:
        return lambda values, home: list(values)
    return lambda values, home: [step(one, home) for one in values]


def _each(steps: list[Step | None]) -> Step:
    return lambda values, home: [step(one, home) if step else one for step, one in zip(steps, values, strict=True)]


def _mapping(step: Step | None) -> Step:
    if step is None:
        return lambda values, home: dict(values)
    return lambda values, home: {key: step(one, home) for key, one in values.items()}


def _fields(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)


def _every_field(kind: type) -> Callable[[object], tuple[Any, ...]]:
    """What reads all fields of a value at once."""
    names = [field.name for field in _fields(kind)]
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda value: (take(value),)


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _is_default(value: object, default: object) -> bool:
    return value is default or (type(value) is type(default) and value == default)


class _Packed:
    """The packed form of one dataclass."""

    def __init__(self, kind: type) -> None:
        self._kind = kind
        self._names = tuple(field.name for field in _fields(kind))
        self._defaults = tuple(_default(field) for field in _fields(kind))
        self._take = _every_field(kind)
        self._steps: list[tuple[int, Step, Step]] | None = None

    def _prepared(self) -> list[tuple[int, Step, Step]]:
        # On first use, so that a type may hold itself.
        if self._steps is None:
            hints = get_type_hints(self._kind)
            pairs = [(index, *_made(hints[name], False)) for index, name in enumerate(self._names)]
            self._steps = [(index, to, back) for index, to, back in pairs if to is not None and back is not None]
        return self._steps

    def encode(self, value: object, home: str) -> list[Any]:
        values = list(self._take(value))
        length = len(values)
        while length and _is_default(values[length - 1], self._defaults[length - 1]):
            length -= 1
        del values[length:]
        for index, step, _ in self._steps or self._prepared():
            if index >= length:
                break
            values[index] = step(values[index], home)
        return values

    def decode(self, data: Data, home: str) -> object:
        length = len(data)
        for index, _, step in self._steps or self._prepared():
            if index >= length:
                break
            data[index] = step(data[index], home)
        return self._kind(**dict(zip(self._names, data, strict=False)))


class _Named:
    """The named form of one dataclass."""

    def __init__(self, kind: type) -> None:
        self._kind = kind
        self._take = _every_field(kind)
        self._steps: dict[str, Pair] | None = None
        self._plan: list[tuple[str, object, Step | None]] = []

    def _prepared(self) -> dict[str, Pair]:
        # On first use, so that a type may hold itself.
        if self._steps is None:
            hints = get_type_hints(self._kind)
            steps = {field.name: _made(hints[field.name], True) for field in _fields(self._kind)}
            self._plan = [(field.name, _default(field), steps[field.name][0]) for field in _fields(self._kind)]
            self._steps = steps
        return self._steps

    def encode(self, value: object, home: str) -> dict[str, Any]:
        if self._steps is None:
            self._prepared()
        return {
            name: step(one, home) if step else one
            for (name, default, step), one in zip(self._plan, self._take(value), strict=True)
            if one is not default and not _is_default(one, default)
        }

    def decode(self, data: Data, home: str) -> object:
        values = {}
        for name, (_, step) in self._prepared().items():
            if name in data:
                values[name] = step(data[name], home) if step else data[name]
        return self._kind(**values)
