"""How does a dossier put things? Typed templates, one for each sentence that it can say, read from a data file.

A template names its values and what each of them is. A sentence is made with exactly those, or not at all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from legation.model.keys import made_id
from legation.model.parties import Person
from legation.publishing.dossier.blocks import Reference, Sentence, SlotKind, Value
from legation.publishing.phrases import counted, quoted

_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z]+)|\|([^|{}]+)\|([^|{}]+))?\}")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A value of a template: its name, what it is, and for a number its noun for one and for several."""

    name: str
    kind: SlotKind
    nouns: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The fixed words of a sentence with its slots between them, and what kind of harm it could do."""

    name: str
    parts: tuple[str | Slot, ...]
    harm: str

    @property
    def slots(self) -> frozenset[str]:
        """Names of the values that it asks for."""
        return frozenset(part.name for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a sentence as it is printed; `kind` is `None` for the template's own words."""

    text: str
    kind: SlotKind | None = None


def sentence(
    template: str,
    *references: Reference,
    about: tuple[str, ...] = (),
    person: Person | None = None,
    **values: Value,
) -> Sentence:
    """A sentence of a template.

    Raises:
        ValueError: there is no such template, or it asks for other values.
    """
    known = templates().get(template)
    if known is None:
        raise ValueError(f"no sentence of a dossier is called {template!r}")
    if known.slots != values.keys():
        raise ValueError(f"{template!r} asks for {sorted(known.slots)}, and got {sorted(values)}")
    for part in known.parts:
        if isinstance(part, Slot) and isinstance(values[part.name], int) != (part.kind == "count"):
            raise ValueError(f"{part.name!r} of {template!r} is a {part.kind}, and got {values[part.name]!r}")
    given = tuple(sorted(values.items()))
    places = [f"{one.sha256}:{one.passage.start if one.passage else one.says}:{one.as_of or ''}" for one in references]
    return Sentence(
        id=made_id("sentence", template, *(f"{name}={value}" for name, value in given), *places, *about),
        template=template,
        values=given,
        references=references,
        about=about,
        person=person,
    )


def runs(one: Sentence) -> Iterator[Run]:
    """The sentence as it is printed, stretch by stretch."""
    values = dict(one.values)
    for part in templates()[one.template].parts:
        if isinstance(part, str):
            yield Run(text=part)
            continue
        value = values[part.name]
        if isinstance(value, tuple):
            for place, text in enumerate(value):
                if place:
                    yield Run(text=_BETWEEN)
                yield Run(text=text, kind=part.kind)
        elif isinstance(value, int):
            yield Run(text=counted(value, *part.nouns) if part.nouns else f"{value:,}", kind=part.kind)
        else:
            yield Run(text=quoted(value) if part.kind == "quote" else value, kind=part.kind)


def text_of(one: Sentence) -> str:
    """The sentence as plain text."""
    return "".join(run.text for run in runs(one))


def said_by_us(one: Sentence) -> str:
    """The words of the sentence that are no source's: those of the template, and values that we word."""
    return "".join(run.text if run.kind in (None, "words", "day", "count") else "…" for run in runs(one))


def harm_of(one: Sentence) -> str:
    """What kind of harm the sentence could do, as the data file groups them."""
    return templates()[one.template].harm


@cache
def templates() -> Mapping[str, Template]:
    """Every template by its name.

    Raises:
        ValueError: the data file names one twice, or a slot of no known kind.
    """
    found: dict[str, Template] = {}
    for harm, group in _data().items():
        if harm == "harms":
            continue
        for name, text in group.items():
            if name in found:
                raise ValueError(f"two sentences are called {name!r}")
            found[name] = Template(name=name, parts=tuple(_parts(text)), harm=harm)
    return found


@cache
def harms() -> Mapping[str, str]:
    """The kinds of harm, the gravest first, each with the template of its heading."""
    return _data()["harms"]


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    text = files("legation.publishing").joinpath("templates/dossier.toml").read_text(encoding="utf-8")
    return cast(Mapping[str, Mapping[str, str]], tomllib.loads(text))


def _parts(text: str) -> Iterator[str | Slot]:
    end = 0
    for match in _SLOT.finditer(text):
        if match.start() > end:
            yield text[end : match.start()]
        name, kind, one, many = match.groups()
        if one:
            yield Slot(name=name, kind="count", nouns=(one, many))
        else:
            if (kind or "words") not in get_args(SlotKind):
                raise ValueError(f"{kind!r} is no kind of value")
            yield Slot(name=name, kind=cast(SlotKind, kind or "words"))
        end = match.end()
    if end < len(text):
        yield text[end:]
