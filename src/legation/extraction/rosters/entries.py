"""How does what was read of one person become a listing? Parts with their places go in, with one passage it comes out.

The passage holds the person's own lines and cells; a spouse's line or cell is never part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from legation.extraction.rosters.customs import customary
from legation.extraction.rosters.line_dates import Dated
from legation.extraction.rosters.persons import without_placeholder
from legation.extraction.rosters.places import Place
from legation.extraction.rosters.residences import split_residence
from legation.extraction.rosters.titles import Title, parse_title
from legation.language.names import NameParts
from legation.model.documents import Block, Document, Passage, joined
from legation.model.listings import Listing, PrintedDate, listing_id
from legation.model.quick import maker

_MARKS = " *†‡"
"""Marks of footnotes, which are printed at names and are no letters of them."""
_EDGES = " \t:–—|"
"""What parts a title from what stands beside it."""
_printed_date = maker(PrintedDate)


class Piece(NamedTuple):
    """A stretch of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """What is printed there."""
        return self.block.text[self.start : self.end]


@dataclass(slots=True, kw_only=True)
class Draft:
    """One person's line while its parts are being gathered."""

    place: Place
    section: str | None = None
    names: list[Piece] = field(default_factory=list)
    honorific: str | None = None
    titles: list[Piece] = field(default_factory=list)
    over: Piece | None = None
    """A rank printed above several names, this one among them."""
    functions: list[Piece] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    shown: list[Piece] = field(default_factory=list)
    """Everything of the person that is printed, in order."""
    accompanied: bool | None = None
    vacant: bool = False
    resident_in: str | None = None
    given: str | None = None
    family: str | None = None
    patronymic: str | None = None
    family_first: bool = False
    """Whether the list says that family names stand first."""

    def show(self, block: Block, start: int = 0, end: int | None = None) -> Piece:
        """Note a stretch of a block as this person's, and get it."""
        piece = Piece(block, start, len(block.text) if end is None else end)
        last = self.shown[-1] if self.shown else None
        if last is not None and last.block is block:
            self.shown[-1] = Piece(block, min(last.start, piece.start), max(last.end, piece.end))
        else:
            self.shown.append(piece)
        return piece

    @property
    def has_title(self) -> bool:
        """Whether a title of its own was read."""
        return bool(self.titles)


def listing_of(draft: Draft, document: Document, *, edition: str, order: int, spouses: bool) -> Listing:
    """The listing of a draft.

    Args:
        draft: what was gathered.
        document: where it was read.
        edition: the edition's id.
        order: from 1 within the mission.
        spouses: whether the list prints spouses at all, so that none printed means unaccompanied.
    """
    place = draft.place
    name = name_of(draft)
    title, resident_in = _titled(draft)
    parsed = _parsed(draft, title)
    parts = _name_parts(draft, name, document.languages)
    passage = _passage(draft, document)
    return Listing(
        id=listing_id(edition, passage),
        mission=place.key,
        mission_heading=place.heading,
        mission_type=place.mission_kind,
        sending=place.sending,
        receiving=place.receiving,
        order=order,
        name=name,
        title=title,
        rank=parsed.rank if parsed is not None else None,
        passage=passage,
        city=place.city,
        section=draft.section,
        honorific=None if draft.vacant else draft.honorific,
        given=parts.given,
        family=parts.family,
        patronymic=parts.patronymic,
        script=parts.script,
        function=_function(draft, parsed),
        acting=parsed is not None and parsed.acting,
        vacant=draft.vacant,
        dates=_dates(draft),
        accompanied=_accompanied(draft, spouses=spouses),
        resident_in=draft.resident_in or resident_in or place.resident_in,
    )


class _Parts(NamedTuple):
    """The parts of a name as far as a listing tells them."""

    given: str | None = None
    family: str | None = None
    patronymic: str | None = None
    script: str | None = None


_NAMELESS = _Parts()


def _name_parts(draft: Draft, name: str | None, languages: Sequence[str]) -> _Parts | NameParts:
    """The parts that have columns of their own, else those of the whole name."""
    parts: _Parts | NameParts = _NAMELESS
    if name is not None:
        sending, first = draft.place.sending, draft.family_first
        parts = customary(name.strip(_MARKS), sending, languages, family_first=first)
    if draft.given is None and draft.family is None:
        return parts
    return _Parts(draft.given, draft.family, draft.patronymic, parts.script)


def _accompanied(draft: Draft, *, spouses: bool) -> bool | None:
    """Whether a spouse is printed; unknown where nobody's is, and for a vacant post."""
    if draft.vacant:
        return None
    return False if draft.accompanied is None and spouses else draft.accompanied


def title_of(draft: Draft) -> str | None:
    """The post as printed, with single spaces."""
    return _titled(draft)[0]


def _titled(draft: Draft) -> tuple[str | None, str | None]:
    pieces = draft.titles or ([draft.over] if draft.over is not None else ())
    return _title_printed(" ".join([piece.text.strip(_EDGES) for piece in pieces]))


@lru_cache(maxsize=32768)
def _title_printed(text: str) -> tuple[str | None, str | None]:
    """A title as printed, with single spaces and out of its brackets, and the residence that stands behind it."""
    title = _unbracketed(text) or None
    if title is None or not title.endswith((")", "]")):
        return title, None
    return split_residence(title)


def _dates(draft: Draft) -> tuple[PrintedDate, ...]:
    if not draft.dates:
        return ()
    dates = [_printed_date(kind=each.kind, value=each.date) for each in draft.dates]
    return tuple(dict.fromkeys(dates) if len(dates) > 1 else dates)


def name_of(draft: Draft) -> str | None:
    """The name as printed, with single spaces; `None` where the post is vacant."""
    if draft.vacant or not draft.names:
        return None
    name = ""
    for piece in draft.names:
        text = without_placeholder(piece.text).strip(" ,;")
        name = f"{name}{text}" if name.endswith("-") else f"{name} {text}"
    return name.strip() or None


def _parsed(draft: Draft, title: str | None) -> Title | None:
    if title is None:
        return None
    if draft.functions and draft.over is not None and draft.over.text.strip():
        beside = " ".join(piece.text for piece in draft.functions)
        return parse_title(f"{title} ({beside.strip('() ')})" if beside else title)
    return parse_title(title)


def _function(draft: Draft, parsed: Title | None) -> str | None:
    printed = None
    if draft.functions:
        printed = "; ".join([text for piece in draft.functions if (text := _unbracketed(piece.text))]) or None
        if printed is not None and draft.over is None:
            return printed
    return parsed.function if parsed is not None else printed


def _unbracketed(text: str) -> str:
    bare = " ".join(text.split()).strip(" ,;")
    inner = bare[1:-1]
    return inner.strip() if bare[:1] + bare[-1:] in ("()", "[]") and not set(inner) & set("()[]") else bare


def _passage(draft: Draft, document: Document) -> Passage:
    parts = [document.passage(piece.block, piece.start, piece.end) for piece in draft.shown if piece.start < piece.end]
    if draft.over is not None:
        parts.append(document.passage(draft.over.block, draft.over.start, draft.over.end))
    return joined(parts)
