"""An edition with its listings, from a document: the one place where tables, running lines and covers come together.

Pure: the same document and the same words of the reporter give the same roster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from legation.extraction.rosters.bracketed import with_bracketed
from legation.extraction.rosters.edition_days import as_of
from legation.extraction.rosters.editions import (
    coverage_class,
    front_matter,
    languages_of,
    languages_spoken,
    series_of,
    speaks_of_list,
)
from legation.extraction.rosters.entries import listing_of
from legation.extraction.rosters.lines import Line, lines_of
from legation.extraction.rosters.outset import outset
from legation.extraction.rosters.places import Place
from legation.extraction.rosters.profile import Profile, profile_of
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.extraction.rosters.running import Reader
from legation.extraction.rosters.seats import settle_consulates
from legation.extraction.rosters.slash_days import Order, day_order, settled
from legation.extraction.rosters.spaced import SpacedReader
from legation.extraction.rosters.table_shape import Table, table_of
from legation.extraction.rosters.tables import RowReader, side_of
from legation.extraction.rosters.twice import once
from legation.extraction.rosters.unseen import leave_unseen
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.listings import (
    Edition,
    LineAccount,
    Listing,
    MissionSection,
    Residue,
    Roster,
    edition_id,
)
from legation.model.quick import collection_rested
from legation.model.sources import Given
from legation.reading import lines_total
from legation.vocabulary.states import Gazetteer

_WHOLE = frozenset({"ok", "redirected"})
_NO_LIST = frozenset({"redirected", "error-page", "soft-404", "wall", "login-wall", "needs-script", "list-removed"})
_CUT = frozenset({"truncated", "abridged"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """How a list was read: its tables and lines, its habits, where it began, and what was read."""

    stretches: tuple[tuple[Line, ...] | Table, ...]
    profile: Profile
    place: Place
    read: Read
    by_space: bool
    """Whether space alone told one person from the next."""
    order: Order
    """Which number comes first in dates with slashes."""


def extract_roster(document: Document, given: Given, gazetteer: Gazetteer, *, name: str = "") -> Roster:
    """Read a list: its edition, every listing, and every line that was not understood.

    Args:
        document: what a reader made of the bytes.
        given: what the reporter said of the input; it goes before what the list says.
        gazetteer: the states, with the case's own.
        name: the file's name, which may carry the edition's date.
    """
    with collection_rested():
        return roster_of(document, given, walked(document, given, gazetteer, name=name), name=name)


def walked(document: Document, given: Given, gazetteer: Gazetteer, *, name: str = "") -> Walk:
    """Find a list's habits and read it by them."""
    languages = languages_spoken(document)
    gazetteer = gazetteer.speaking(languages)
    stretches = tuple(_stretches(document, gazetteer))
    lines = [line for stretch in stretches if not isinstance(stretch, Table) for line in stretch]
    place, sender_said = outset(document, given, gazetteer, stretches, name=name)
    one_mission = place.given is not None or (place.sending is not None and place.receiving is not None)
    profile = profile_of(lines, gazetteer, one_mission=one_mission)
    read = Read()
    if one_mission:
        read.sections.append(Section(place=place, block=None, coded=True))
    kind = SpacedReader if profile.spaced and not one_mission else Reader
    reader: Reader | SpacedReader = kind(profile, gazetteer, place, read)
    for stretch in stretches:
        if isinstance(stretch, Table):
            side = side_of(reader.place, sender_said=sender_said)
            RowReader(stretch, gazetteer, reader.place, reader.section, side=side, read=read).walk()
        else:
            reader.walk(stretch)
    settle_consulates(read)
    leave_unseen(read)
    read.drafts = once(read.drafts)
    order = day_order(document, languages)
    if order != "day":
        for draft in read.drafts:
            draft.dates = settled(draft.dates, order)
    if document.state in _NO_LIST or _is_of_single_words(read):
        _give_up_bare_names(read)
    return Walk(
        stretches=stretches, profile=profile, place=place, read=read, by_space=kind is SpacedReader, order=order
    )


def _is_of_single_words(read: Read) -> bool:
    """Whether nobody on the list has more than one word to the name, as codes and abbreviations have."""
    return all(sum(len(piece.text.split()) for piece in draft.names) == 1 for draft in read.drafts)


def _give_up_bare_names(read: Read) -> None:
    """On a page that is no list, words that only look like a name are nobody's: `Moved Permanently`, `EUR`."""
    if any(draft.titles or draft.over or draft.honorific or draft.dates for draft in read.drafts):
        return
    blocks = [piece.block for draft in read.drafts for piece in draft.shown]
    read.unread += [
        Unread(block=block, reason="it looks like a name, on a page that is no list", place=Place(), person_like=False)
        for block in blocks
    ]
    read.used -= len(blocks)
    read.drafts.clear()


def _stretches(document: Document, gazetteer: Gazetteer) -> Iterator[tuple[Line, ...] | Table]:
    """The document in order: tables of people, and the lines between them; other tables are lines too."""
    loose: list[Block] = []
    for table, group in groupby(document.blocks, key=lambda block: block.cell[0] if block.cell is not None else None):
        blocks = list(group)
        found = table_of(blocks, gazetteer) if table is not None else None
        if found is None or not found.columns.is_list:
            loose += blocks
            continue
        if loose:
            yield with_bracketed(lines_of(loose))
            loose = []
        yield found
    if loose:
        yield with_bracketed(lines_of(loose))


def roster_of(document: Document, given: Given, walk: Walk, *, name: str) -> Roster:
    """The edition, its listings and its residue, from what was read."""
    read = walk.read
    listed = frozenset([piece.block.start for draft in read.drafts for piece in draft.shown])
    day, basis = as_of(document, given, name=name, listed=listed, order=walk.order)
    _understand_cover(read, day, first=min(listed, default=0))
    edition = edition_id(document.sha256, day)
    listings = tuple(_listings(read, document, edition))
    texts = front_matter(document, min(listed, default=len(document.text)))
    coverage = coverage_class(listings, texts, admin=read.admin)
    missions = _missions(document, read, listings)
    receiving, series = _sides(given, walk.place, listings, missions, heads=coverage == "heads-only")
    whole = document.state in _WHOLE
    return Roster(
        edition=Edition(
            id=edition,
            sha256=document.sha256,
            as_of=day,
            as_of_basis=basis,
            languages=languages_of(document, (each.title for each in listings[:400] if each.title)),
            receiving=receiving,
            coverage_class=coverage,
            complete="no" if not whole else "yes" if listings else "unknown",
            missions=missions,
            lines=_account(document, read),
            series=series,
        ),
        listings=listings,
        residue=tuple(_residue(read, document)),
    )


def _understand_cover(read: Read, day: Edtf | None, *, first: int) -> None:
    """Take the list's own title and date, above its first person, from what was not understood."""
    kept = [each for each in read.unread if each.block.start >= first or not speaks_of_list(each.block.text, day)]
    read.used += len(read.unread) - len(kept)
    read.unread = kept


def _sides(
    given: Given, place: Place, listings: Sequence[Listing], missions: Sequence[MissionSection], *, heads: bool
) -> tuple[str | None, str | None]:
    """The state to which the edition's missions are, and the series that the edition belongs to."""
    sides = {each.receiving for each in listings}
    receiving = given.receiving or place.receiving or (next(iter(sides)) if len(sides) == 1 else None)
    series = series_of(
        given,
        receiving=receiving,
        sending=given.sending or (place.sending if place.receiving is None else None),
        missions=list(dict.fromkeys(each.mission for each in missions if each.mission is not None)),
        heads=heads,
    )
    return receiving, series


def _account(document: Document, read: Read) -> LineAccount:
    """What became of every line; those that a reader left out are furniture."""
    left_out = lines_total(document) - len(document.blocks)
    return LineAccount(used=read.used, furniture=read.furniture + left_out, residue=len(read.unread))


def _residue(read: Read, document: Document) -> Iterator[Residue]:
    for each in read.unread:
        passage = document.passage(each.block)
        yield Residue(text=each.block.text, reason=each.reason, mission=each.place.key, passage=passage)


def _listings(read: Read, document: Document, edition: str) -> Iterator[Listing]:
    orders: Counter[str | None] = Counter()
    for draft in read.drafts:
        mission = draft.place.key or draft.place.heading
        orders[mission] += 1
        yield listing_of(draft, document, edition=edition, order=orders[mission], spouses=read.spouses)


def _missions(document: Document, read: Read, listings: Sequence[Listing]) -> tuple[MissionSection, ...]:
    """Each mission's part: how many it lists, what was not understood there, and whether it can be compared."""
    entries = Counter([(each.mission, each.mission_heading) for each in listings])
    strange: Counter[tuple[str | None, str | None]] = Counter(
        (each.place.key, each.place.heading) for each in read.unread
    )
    doubtful = {(each.place.key, each.place.heading) for each in read.unread if each.person_like}
    found: dict[tuple[str | None, str | None], MissionSection] = {}
    for at, section in enumerate(read.sections):
        owner = (section.place.key, section.place.heading)
        if owner in found or (not section.coded and not entries[owner]):
            continue
        last = at == len(read.sections) - 1
        coverage, why = _coverage(document, entries[owner], doubtful=owner in doubtful, last=last)
        found[owner] = MissionSection(
            mission=section.place.key,
            heading=section.place.heading or section.place.key or "",
            entries=entries[owner],
            residue=strange[owner],
            coverage=coverage,  # type: ignore[arg-type]
            why=why,
        )
    return tuple(found.values())


def _coverage(document: Document, entries: int, *, doubtful: bool, last: bool) -> tuple[str, str | None]:
    if not entries:
        if document.state not in _WHOLE:
            return "unobservable", f"the document is {document.state}"
        return "unobservable", "the section prints nobody"
    if document.state in _CUT:
        return ("partial", f"the document is {document.state}") if last else ("complete", None)
    if document.state not in _WHOLE:
        return "unobservable", f"the document is {document.state}"
    return ("partial", "lines where people stand were not understood") if doubtful else ("complete", None)
