"""Which records stand behind the captures of a case, and how do they leave as one WACZ file?

What was fetched leaves as the WARC of our requests, what stood in a file as its record, letter for letter; a capture
that wasn't asked for because its body is another's leaves as a note of that. Nothing is passed off as fetched that
wasn't, and what can't be packed is named.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from legation import __version__
from legation.archive.vault import Vault
from legation.archive.warc.packing import Cover, Packed, Page, Piece, write_wacz
from legation.archive.warc.reading import Record, record_at, records, verbatim
from legation.archive.warc.writing import resource, same_body, warcinfo
from legation.errors import DamagedInputError, LegationError, UsageError
from legation.model.errands import Attempt
from legation.model.sources import Capture, FoundIn
from legation.pipeline.answering.hearing import withholdings
from legation.pipeline.exporting.digests import digests_of
from legation.pipeline.exporting.noting import Passing, note_leaving
from legation.pipeline.exporting.withholding import without_withheld
from legation.pipeline.work.written import opened_whole
from legation.publishing.gate import Leaving, examine, refusal
from legation.publishing.named import Named
from legation.publishing.rows import capture_row
from legation.store.case import Case

SOFTWARE = f"legation {__version__}"
_ABOUT = (
    "Records of our own requests to web archives, with our own times; what an archive says of a capture stands in the "
    "metadata beside each. Records that stood in files given to us are as they stood there, and their word alone."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What was packed, and the captures that couldn't be."""

    packed: Packed
    left_out: tuple[tuple[Capture, LegationError], ...]


def pack(case: Case, captures: Sequence[Capture], out: BinaryIO, *, title: str, created: datetime) -> Package:
    """Write the records behind these captures as one WACZ file; the same captures and moment give the same bytes.

    Args:
        case: whose vault has them.
        captures: in any order.
        out: a file that can be sought in.
        title: what the package is called.
        created: the moment that the package says it was made.
    """
    left_out: list[tuple[Capture, LegationError]] = []
    cover = Cover(title=title, created=created, software=SOFTWARE, description=_ABOUT)
    said = {"software": SOFTWARE, "description": _ABOUT}

    def pieces() -> Iterator[Piece]:
        yield Piece(data=warcinfo(said, created))
        yield from _pieces(case, captures, left_out)

    return Package(packed=write_wacz(out, pieces(), cover), left_out=tuple(left_out))


def export_wacz(case: Case, to: Path | None = None, *, to_whom: tuple[str, ...] = ()) -> tuple[Path, Package]:
    """Write everything that came from the web as one WACZ file beside you, or where you say.

    Files in which somebody who is withheld may be named are left out.

    Raises:
        UsageError: the case has nothing from the web.
        GateError: the gate stops it; nothing was written.
    """
    captures = [capture for capture in case.kept.captures() if from_the_web(capture)]
    if not captures:
        raise UsageError("this case holds nothing from the web: fetch a page, or add a WARC or WACZ file, first")
    target = to or Path(f"{case.about.title}.wacz")
    rows = tuple(capture_row(capture) for capture in captures)
    named = Named.of((), [name for ruling in withholdings(case) for name in ruling.shown])
    leaving = Leaving(title=case.about.title, file_name=target.name, rows=rows, named=named)
    error = refusal(examine(leaving), draft=False)
    if error is not None:
        raise error
    created = max(capture.added_at for capture in captures)
    shown, withheld = without_withheld(case, captures)
    with opened_whole(target) as file:
        package = pack(case, shown, file, title=case.about.title, created=created)
    note_leaving(case, "wacz", {target.name: digests_of(target).sha256}, passing=Passing(to_whom=to_whom))
    return target, replace(package, left_out=(*withheld, *package.left_out))


def from_the_web(capture: Capture) -> bool:
    """Whether there are records of the web behind a capture."""
    return capture.origin in ("archive", "live") or capture.found_in is not None


def _pieces(case: Case, captures: Iterable[Capture], left_out: list[tuple[Capture, LegationError]]) -> Iterator[Piece]:
    vault = Vault(case.vault)
    attempts = {each.capture: each for each in case.errands.attempts() if each.capture}
    packed: set[tuple[object, ...]] = set()
    for capture in sorted(captures, key=lambda one: (one.given.captured_at or one.added_at, one.id)):
        try:
            for key, piece in _of(vault, capture, attempts.get(capture.id)):
                # a revisit may have brought the records before their own page comes
                yield replace(piece, data=b"") if key in packed else piece
                packed.add(key)
        except LegationError as error:
            left_out.append((capture, error))


def _of(vault: Vault, capture: Capture, attempt: Attempt | None) -> list[tuple[tuple[object, ...], Piece]]:
    """The pieces of one capture, each with what it is known again by."""
    if capture.found_in is not None:
        return _found(vault, capture, capture.found_in)
    retrieval = attempt.retrieval if attempt else None
    if retrieval is None:
        return [((capture.id,), _by_hand(vault, capture))]
    if retrieval.record is None:
        return [((capture.id,), Piece(data=same_body(retrieval, retrieval.requested)))]
    data = vault.get(retrieval.record)
    title = f"{retrieval.served_url}, captured {retrieval.served_at.isoformat()} by {retrieval.archive}'s word"
    return [((retrieval.record,), Piece(data=data, page=_page(capture, _answer(data), title)))]


def _found(vault: Vault, capture: Capture, found: FoundIn) -> list[tuple[tuple[object, ...], Piece]]:
    """The record of a file, letter for letter; with a revisit the record that has its body."""
    pieces = []
    if found.same_body_as is not None:
        place = next((place for place in vault.inside.find(capture.sha256) if place.file == found.file), None)
        if place is None:
            raise DamagedInputError(f"the record with the body of {capture.name} isn't in {found.name} any more")
        with vault.open(place.file) as file:
            data = verbatim(file, place.offset, place.skip)
        pieces.append(((place.file, place.offset, place.skip), Piece(data=data)))
    with vault.open(found.file) as file:
        data, skip = _one_of(file, found)
    title = f"{capture.given.url}, by the word of {found.name}"
    page = _page(capture, next(_sound(data)), title)
    return [*pieces, ((found.file, found.offset, skip), Piece(data=data, page=page))]


def _one_of(file: BinaryIO, found: FoundIn) -> tuple[bytes, int]:
    """The record at a place, and its skip; where several stand in one gzip member, the one of that id."""
    try:
        record = record_at(file, found.offset)
        if found.record is None or record.id == found.record:
            return verbatim(file, found.offset), 0
    except DamagedInputError:
        pass
    file.seek(0)
    for one in records(file):
        if isinstance(one, Record) and one.offset == found.offset and one.id == found.record:
            return verbatim(file, one.offset, one.skip), one.skip
    raise DamagedInputError(f"{found.name} has no sound record at byte {found.offset} any more; restore it from a copy")


def _by_hand(vault: Vault, capture: Capture) -> Piece:
    given = capture.given
    said = {
        "name": capture.name,
        "address-as-said": given.url or "",
        "captured-as-said": given.captured_at.isoformat() if given.captured_at else "",
        "origin": "no independent sign of where it comes from",
    }
    uri = f"urn:sha256:{capture.sha256}"
    data = resource(vault.get(capture.sha256), uri=uri, media_type=capture.media_type, at=capture.added_at, said=said)
    return Piece(data=data, page=_page(capture, next(_sound(data)), capture.name))


def _answer(data: bytes) -> Record:
    return next(one for one in _sound(data) if one.kind == "response")


def _sound(data: bytes) -> Iterator[Record]:
    return (one for one in records(io.BytesIO(data)) if isinstance(one, Record))


def _page(capture: Capture, record: Record, title: str) -> Page | None:
    if record.url is None or record.at is None:
        return None
    return Page(id=capture.id, url=record.url, at=record.at.astimezone(UTC), title=title)
