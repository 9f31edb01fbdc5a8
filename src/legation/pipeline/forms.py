"""In which forms can a case leave? A table from the word of `legation export` to a pure writer.

A writer takes selected content and gives named pieces; what it shows, which part of the content it takes, and which
options it knows stand beside it. A form that isn't here doesn't leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from legation.errors import UsageError
from legation.model.documents import Passage
from legation.publishing.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks of a form."""

    target: Path
    """Where it goes: a writer may go by its name, and opens nothing."""
    values: Mapping[str, object] = field(default_factory=dict)
    """The options of the command that the form takes, by name; what wasn't given isn't in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file: its name inside of the target, or none where it is the target."""

    data: bytes
    name: str = ""


Writer: TypeAlias = Callable[[Content, Asked], Sequence[Piece]]


def _everything(content: Content, asked: Asked) -> Content:
    return content


def _no_clips(content: Content, asked: Asked) -> Iterable[Passage]:
    return ()


def _nothing_more(content: Content, asked: Asked) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way out."""

    suffix: str
    """Of the file; nothing for a folder of pieces."""
    write: Writer
    options: frozenset[str] = frozenset()
    """Names of the options that it takes beside those of every form."""
    narrow: Callable[[Content, Asked], Content] = _everything
    """Which part of the content is in it: only that is examined and noted."""
    shows: Callable[[Content, Asked], Iterable[Passage]] = _no_clips
    """The passages for which it has room for a clip."""
    said: Callable[[Content, Asked], Mapping[str, str]] = _nothing_more
    """Sentences in it by the id of what they are about, beside those of every telling and claim."""

    def check(self, word: str, values: Mapping[str, object]) -> None:
        """Refuse options that it doesn't take.

        Raises:
            UsageError: one is given.
        """
        if strange := sorted(name for name, value in values.items() if value and name not in self.options):
            takes = ", ".join(f"--{name}" for name in sorted(self.options)) or "none of these options"
            raise UsageError(f"{word} doesn't take --{strange[0]}: it takes {takes}")


def _page(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.page import render_page

    return (Piece(data=render_page(content).encode()),)


def _page_shows(content: Content, asked: Asked) -> Iterable[Passage]:
    from legation.publishing.page import passages_to_show

    return passages_to_show(content)


def _csv(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.tables import csv_bytes, sheets

    made = sheets(content)
    if asked.target.suffix == ".csv":
        named = next((sheet for sheet in made if sheet.name == asked.target.stem.rpartition("-")[2]), made[0])
        return (Piece(data=csv_bytes(named, draft=content.draft)),)
    return tuple(Piece(name=f"{sheet.name}.csv", data=csv_bytes(sheet, draft=content.draft)) for sheet in made)


def _xlsx(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.tables import sheets, xlsx_bytes

    return (Piece(data=xlsx_bytes(sheets(content), draft=content.draft)),)


FORMS: dict[str, Form] = {
    "page": Form(suffix=".html", write=_page, shows=_page_shows),
    "csv": Form(suffix="", write=_csv),
    "xlsx": Form(suffix=".xlsx", write=_xlsx),
}
"""Each form by its word, in the order in which help lists them."""
