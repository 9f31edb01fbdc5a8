"""What of a WARC or WACZ file becomes captures of the case?

The file goes into the vault as it is; each page in it that a reader can read becomes a capture with the address and
moment that the file gives. They are the file's word: who wrote it could write anything. What is broken is named with
its place, and the rest goes in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from legation.archive.vault import Vault
from legation.archive.warc.framing import Gap
from legation.archive.warc.index import is_address
from legation.archive.warc.reading import Passed, Record, looked_into
from legation.archive.warc.wacz import member_file, members, opened
from legation.errors import DamagedInputError, InputError, LimitError, UnreadableInputError
from legation.model.keys import sha256_hex
from legation.model.quick import collection_rested
from legation.model.sources import Capture, FoundIn, Given
from legation.pipeline.collecting.intake import Outcome, Wanted
from legation.pipeline.collecting.register_files import is_register
from legation.pipeline.collecting.taking import name_of, now
from legation.pipeline.work.supervised import Progress
from legation.store.case import Case
from legation.store.kept import capture_id

READABLE = (
    "text/html",
    "application/xhtml",
    "application/pdf",
    "text/plain",
    "text/csv",
    "text/tab-separated-values",
    "application/vnd.openxmlformats",
    "application/vnd.oasis",
    "application/vnd.ms-excel",
    "application/msword",
)
_UNTOLD = (None, "application/octet-stream")
"""Media types that say nothing of what the bytes are."""
_TOLD_EVERY = 200


@dataclass(slots=True, kw_only=True)
class Imported:
    """What came of one WARC file."""

    name: str
    sha256: str = ""
    records: int = 0
    captures: int = 0
    new: int = 0
    left: Counter[str] = field(default_factory=Counter)
    """Pages that no reader reads, by their type."""
    damaged: list[DamagedInputError] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Source:
    """A WARC file, and the captures in it by what revisits call them."""

    name: str
    sha256: str
    given: Given
    at: datetime
    bodies: dict[str, Capture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Files by the way in which they come into a case, each in the order in which it was named."""

    plain: tuple[Wanted, ...]
    registers: tuple[Wanted, ...]
    archives: tuple[Wanted, ...]


def by_kind(wanted: Iterable[Wanted]) -> Kinds:
    """Sort files once: registers by what is said of them or their first bytes, web archives by their names."""
    plain: list[Wanted] = []
    registers: list[Wanted] = []
    archives: list[Wanted] = []
    for one in wanted:
        (registers if is_register(one) else archives if is_web_archive(one.path) else plain).append(one)
    return Kinds(plain=tuple(plain), registers=tuple(registers), archives=tuple(archives))


def is_web_archive(path: Path) -> bool:
    """Whether a file is a WARC or WACZ file by its name."""
    return path.name.casefold().endswith((".warc", ".warc.gz", ".wacz"))


def import_files(
    case: Case, wanted: Sequence[Wanted], progress: Progress | None = None
) -> Iterator[Imported | Outcome]:
    """Put the captures of many files into the case; a file that can't be used is an outcome with its error."""
    with case.writing():
        for one in wanted:
            try:
                yield from import_file(case, one.path, one.given, progress)
            except (InputError, LimitError) as error:
                yield Outcome(item=one.item, error=error)


def import_file(case: Case, path: Path, given: Given, progress: Progress | None = None) -> Iterator[Imported]:
    """Put a file's captures into the case, one outcome for each WARC file in it.

    Raises:
        UnreadableInputError: the file system doesn't give it.
        DamagedInputError: a WACZ file that can't be opened.
        CaseFullError, CaseLockedError: as `add`.
    """
    vault = Vault(case.vault)
    try:
        if path.name.casefold().endswith(".wacz"):
            yield from _package(case, vault, path, given, progress)
            return
        with path.open("rb") as file:
            sha256, _ = vault.take(file)
    except OSError as error:
        raise UnreadableInputError(f"{path}: {error.strerror}; check the path", item=str(path)) from None
    yield _import(case, vault, (path.name, sha256), given, progress)


def _package(case: Case, vault: Vault, path: Path, given: Given, progress: Progress | None) -> Iterator[Imported]:
    with opened(path) as package:
        for member in members(package):
            with member_file(package, member) as file:
                sha256, _ = vault.take(file)
            made = _import(case, vault, (f"{path.name}!{member.name}", sha256), given, progress)
            if member.said_sha256 is not None and member.said_sha256 != sha256:
                said = f"{made.name}: the package says {member.said_sha256}, its bytes have {sha256}: one was changed"
                made.damaged.append(DamagedInputError(said, item=made.name))
            yield made


def _import(case: Case, vault: Vault, file: tuple[str, str], given: Given, progress: Progress | None) -> Imported:
    name, sha256 = file
    made = Imported(name=name, sha256=sha256)
    captures: list[Capture] = []
    places: list[tuple[str, int, int]] = []
    source = _Source(name=name, sha256=sha256, given=given, at=now())
    # captures are kept until the end and hold no circles
    with collection_rested(), vault.open(sha256) as opened_file:
        for one in looked_into(opened_file, _may_be_read):
            if isinstance(one, Gap):
                made.damaged.append(_damage(made, one.offset, one.damage))
                continue
            made.records += 1
            if isinstance(one, Passed):
                if one.media_type is not None:
                    made.left[one.media_type] += 1
            elif (capture := _capture_of(one, source, made)) is not None:
                captures.append(capture)
                if capture.found_in and capture.found_in.same_body_as is None:
                    places.append((capture.sha256, one.offset, one.skip))
            if progress and made.records % _TOLD_EVERY == 0:
                progress(made.records, 0, name)
    vault.inside.write(sha256, places)
    made.captures, made.new = len(captures), case.kept.add_captures(captures)
    return made


def _capture_of(one: Record, source: _Source, made: Imported) -> Capture | None:
    """The capture of a record; nothing for what is no page, isn't read, or is damaged, which is noted."""
    if one.state == "damaged":
        made.damaged.append(_damage(made, one.offset, "; ".join(one.notes)))
        return None
    if one.kind not in ("response", "resource", "revisit") or one.url is None or one.at is None:
        return None
    if not is_address(one.url):
        made.damaged.append(_damage(made, one.offset, f"{one.url!r} is no address of the web"))
        return None
    if one.kind == "revisit":
        return _revisit(one, source, made)
    if not _is_readable(one):
        made.left[one.media_type or "unknown"] += 1
        return None
    if one.state == "truncated":
        made.damaged.append(_damage(made, one.offset, f"{'; '.join(one.notes)}; kept as cut off"))
    sha256 = sha256_hex(one.body)
    cut_off = one.state in ("cut", "truncated")
    whole = replace(source.given, url=one.url, captured_at=one.at, http_status=one.status, cut_off=cut_off)
    capture = _capture((sha256, len(one.body)), whole, one, source)
    source.bodies.setdefault(f"{one.url} {one.at.isoformat()}", capture)
    if one.payload_digest:
        source.bodies.setdefault(one.payload_digest, capture)
    return capture


def _revisit(one: Record, source: _Source, made: Imported) -> Capture | None:
    """The capture of a record that has the body of another; where that isn't in the file, it says so and is none."""
    url, date = one.refers_to
    bodies = source.bodies
    first = bodies.get(one.payload_digest or "") or bodies.get(f"{url} {(date or '').replace('Z', '+00:00')}")
    if first is None:
        if one.payload_digest is None or one.status is None or one.status == 200:
            said = f"the capture of {one.url} has the body of one that isn't in this file: import that file too"
            made.damaged.append(_damage(made, one.offset, said))
        return None
    status, cut_off = first.given.http_status, first.given.cut_off
    whole = replace(source.given, url=one.url, captured_at=one.at, http_status=status, cut_off=cut_off)
    capture = _capture((first.sha256, first.size), whole, one, source)
    found_in = capture.found_in
    same = first.found_in.record if first.found_in else None
    return replace(capture, found_in=replace(found_in, same_body_as=same or first.id) if found_in else None)


def _capture(body: tuple[str, int], given: Given, one: Record, source: _Source) -> Capture:
    sha256, size = body
    name = name_of(given.url or "")
    return Capture(
        id=capture_id(sha256, origin="file", name=name, given=given),
        sha256=sha256,
        size=size,
        origin="file",
        name=name,
        media_type=one.media_type,
        added_at=source.at,
        given=given,
        wire_sha256=sha256_hex(one.wire) if one.codings else None,
        found_in=FoundIn(
            file=source.sha256,
            name=source.name,
            offset=one.offset,
            record=one.id,
            digest_verdict=one.digest_verdict,
            notes=one.notes,
        ),
    )


def _may_be_read(kind: str, status: int | None, media_type: str | None) -> bool:
    """Whether a body is worth unpacking: pictures and scripts are left alone whatever they hold."""
    if kind not in ("response", "resource", "revisit"):
        return False
    if (status is not None and 300 <= status < 400) or media_type in _UNTOLD:
        return True
    return media_type is not None and media_type.startswith(READABLE)


def _is_readable(one: Record) -> bool:
    if one.media_type in _UNTOLD and not (one.status is not None and 300 <= one.status < 400):
        return one.body[:1024].lstrip()[:5].lower() in (b"<!doc", b"<html", b"%pdf-")
    return _may_be_read(one.kind, one.status, one.media_type)


def _damage(made: Imported, offset: int, said: str) -> DamagedInputError:
    return DamagedInputError(f"{made.name}, byte {offset}: {said}", item=f"{made.name}, byte {offset}")
