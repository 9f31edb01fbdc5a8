"""How is a person taken out of a case? Looked for, told, and only then removed.

What goes: lines and reports in which the names stand, with the bytes of their files; judgements, notes and confidential
notes that have them, and what is kept about anything in these files; everything that was worked out. What stays: the
entries of the chain, which without their salts tell nothing of what they were about, and what left the case before.
Files go whole: the lines of others in them too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from legation.archive.vault import Vault
from legation.errors import CaseDamagedError, UsageError
from legation.model.keys import sha256_hex
from legation.model.links import Naming
from legation.model.listings import Listing, Roster
from legation.model.sources import Capture
from legation.pipeline.answering.people import person_of
from legation.pipeline.building.readings import present_keys
from legation.pipeline.deciding.author import author
from legation.pipeline.deciding.notes import marks_of_note
from legation.pipeline.keeping.looking import Names, Standing, names_of, standing, texts_in
from legation.pipeline.keeping.rows_about import Going, rows_about, rows_of
from legation.pipeline.keeping.verifying import leaned_on
from legation.pipeline.work.supervised import Progress
from legation.publishing.rows import Row
from legation.store.case import SETTINGS_FILES, Case
from legation.store.removal import Erasure, compact, erase, erased_files

_NAMED = {
    "capture": "capture",
    "note": "note by hand",
    "judgement": "judgement",
    "undoing": "undoing of a judgement",
    "attempt": "outcome of a request",
    "errand": "question to an archive",
    "leaving": "note of an export",
    "erasure": "words of the note of an erasure",
    "inquiry": "what was asked of somebody",
    "reply": "what came back",
}
_PART = "a part of the name stands in it; --name takes it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an erasure would take, and what it would leave."""

    names: Names
    subjects: tuple[tuple[str, str], ...]
    """Kind and key of each row that goes."""
    files: tuple[str, ...]
    """Digests of the files of the vault that go."""
    staying: frozenset[str]
    """Digests of the captures that are to stay whatever they say, of the files around them and of their requests."""
    rows: tuple[Row, ...]
    """What is told before anything is done."""


def plan(
    case: Case,
    persons: Sequence[str],
    *,
    names: Sequence[str] = (),
    leave: Sequence[str] = (),
    progress: Progress | None = None,
) -> Plan:
    """Look for a person everywhere, and say what would go and what would stay.

    Args:
        case: an open case.
        persons: ids or names of persons of the case.
        names: other spellings under which they stand somewhere.
        leave: digests or ids of captures that stay whatever they say.
        progress: told after each file that is read.

    Raises:
        UsageError: nobody is named, or the words find nobody.
    """
    sought = _sought(case, persons, names)
    wanted, rosters = sought.names, sought.rosters
    found = standing(case, wanted, progress)
    of = _files(case, sought, found, leave)
    about = rows_about(case, wanted, Going(captures=of.gone, files=of.going, lines=sought.members, rosters=rosters))
    of_left = rows_of(case, of.left)
    subjects = tuple(sorted(about.certain - of_left))
    lines = {roster.edition.sha256: len(roster.listings) for roster in rosters}
    maybe = (naming.mention for naming in sought.namings if naming.mention.sha256 not in of.going)
    rows = (
        *_going(of.gone, subjects, of.going, lines),
        *_staying(case, wanted, found, of.going),
        *(_row(False, _NAMED[kind], key[:12], _PART) for kind, key in sorted(about.possible - of_left)),
        *(_row(False, "report", one.name, "it may mean this person: --name takes it") for one in maybe),
    )
    return Plan(names=wanted, subjects=subjects, files=tuple(sorted(of.going)), staying=of.staying, rows=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """Who is looked for, and what the case knows of them."""

    names: Names
    members: set[str]
    """Ids of the lines that are theirs."""
    listings: tuple[Listing, ...]
    namings: tuple[Naming, ...]
    rosters: tuple[Roster, ...]
    """All of the case."""


def _sought(case: Case, persons: Sequence[str], names: Sequence[str]) -> _Sought:
    if not (persons or names):
        raise UsageError("say who is to be erased: an id or a name of a person, or --name WORDS")
    who = {person.id: person for person in (person_of(case, one) for one in persons)}
    members = {listing for listing, owner in case.derived.members().items() if owner in who}
    namings = tuple(naming for naming in case.derived.namings() if naming.person.id in who)
    judged = [naming.mention.name for naming in namings if naming.judgement is not None]
    rosters = case.memo.rosters(present_keys(case))
    listings = tuple(listing for roster in rosters for listing in roster.listings if listing.id in members)
    wanted = names_of(listings, [*judged, *(person.label for person in who.values())], names)
    if not (wanted.spellings or wanted.parts):
        raise UsageError("no name is left to look for: give one with --name WORDS")
    return _Sought(names=wanted, members=members, listings=listings, namings=namings, rosters=rosters)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Files:
    """What goes and what stays of captures and of the files of the vault."""

    gone: list[Capture]
    going: set[str]
    """Digests of the files that go: bodies, files around them, records of their requests."""
    left: list[Capture]
    """Captures that are to stay whatever they say."""
    staying: frozenset[str]
    """Digests of these captures, of the files around them and of their requests."""


def _files(case: Case, sought: _Sought, found: Standing, leave: Sequence[str]) -> _Files:
    captures = case.kept.captures()
    bytes_left = {one.sha256 for one in captures if _is_left(one, leave)}
    left = [one for one in captures if one.sha256 in bytes_left]
    staying = bytes_left | {one.found_in.file for one in left if one.found_in} | _requests(case, left)
    said = {naming.mention.sha256 for naming in sought.namings if naming.judgement is not None}
    where = found.certain | {listing.passage.sha256 for listing in sought.listings}
    where |= said & {one.sha256 for one in captures}
    going = _with_containers(captures, where - staying) - staying
    all_gone = (one for one in captures if one.sha256 in going or (one.found_in and one.found_in.file in going))
    gone = [one for one in all_gone if one.sha256 not in bytes_left]
    return _Files(gone=gone, going=going | (_requests(case, gone) - staying), left=left, staying=frozenset(staying))


def check_reason(why: str, by: str | None, names: Names) -> None:
    """See to it that an erasure has a reason, and that nothing that stays with it has one of the names.

    Raises:
        UsageError: it isn't so.
    """
    if not why.strip():
        raise UsageError("an erasure needs its reason: add --why TEXT, without the name")
    if names.stand_in(why):
        raise UsageError("the reason stays in the case: write it without the name")
    if names.stand_in(by or ""):
        raise UsageError("who decides stays in the case: say it with --by, without the name")


def carry_out(case: Case, made: Plan, *, why: str, by: str | None = None) -> tuple[str, ...]:
    """Erase what the plan says; gives the names of files in which a name still stands.

    What a process that was killed left undone of an earlier erasure is done too.

    Raises:
        UsageError: no reason is given.
        CaseLockedError: another process is writing, or reads what the database is to be rid of.
    """
    check_reason(why, by, made.names)
    vault = Vault(case.vault)
    with case.writing(10.0):
        case.confidential.without(made.names.stand_in, marks_of_note)
        erasure = Erasure(
            at=datetime.now(UTC).replace(microsecond=0),
            author=author(by),
            why=why,
            subjects=made.subjects,
            files=made.files,
        )
        # The rows first: files that are gone while their rows say that they are there would look like damage.
        erase(case.database, erasure)
        for sha256 in {*made.files, *_undeleted(case)}:
            vault.remove(sha256)
        compact(case.database)
    return tuple(_leftovers(case, made))


def _undeleted(case: Case) -> frozenset[str]:
    """Files that an erasure took and nothing that came since rests on: they may still be there."""
    return frozenset(erased_files(case.database)) - {digest for _, digest in leaned_on(case)}


def _is_left(capture: Capture, leave: Sequence[str]) -> bool:
    return any(len(one) >= 8 and (capture.id.startswith(one) or capture.sha256.startswith(one)) for one in leave)


def _with_containers(captures: Sequence[Capture], where: frozenset[str] | set[str]) -> set[str]:
    """The files, and where one stands inside of a file, that file: a body can't be cut out of it."""
    inside = {one.found_in.file for one in captures if one.found_in and one.sha256 in where}
    return set(where) | inside


def _requests(case: Case, gone: Sequence[Capture]) -> set[str]:
    """The records of the requests that brought these captures: their bodies are in them."""
    ids = {capture.id for capture in gone}
    records = (each.retrieval.record for each in case.errands.attempts() if each.capture in ids and each.retrieval)
    return {record for record in records if record}


def _going(
    gone: Sequence[Capture], subjects: Sequence[tuple[str, str]], files: set[str], lines: Mapping[str, int]
) -> Iterator[Row]:
    for capture in gone:
        others = lines.get(capture.sha256, 0)
        yield _row(True, "capture with its bytes", capture.name, f"with all {others} lines in it" if others else "")
    for sha256 in sorted(files - {capture.sha256 for capture in gone}):
        yield _row(True, "file", sha256[:12], "records or answers with the name in them")
    for kind, key in subjects:
        if kind != "capture":
            yield _row(True, _NAMED[kind], key[:12], "")
    yield _row(True, "everything that was read and worked out", "memo and derived", "`legation build` makes it anew")


def _staying(case: Case, names: Names, found: Standing, files: set[str]) -> Iterator[Row]:
    yield _row(False, "the chain's entries", "number, time, kind and key of each", "without salt they tell no content")
    called = {capture.sha256: capture.name for capture in case.kept.captures()}
    for sha256 in sorted(found.certain - files):
        yield _row(False, "capture", called.get(sha256, sha256[:12]), "you said to leave it: the name stands in it")
    for sha256 in sorted(found.possible - files):
        yield _row(False, "file", called.get(sha256, sha256[:12]), _PART)
    for name in SETTINGS_FILES:
        file = case.path / name
        if file.is_file() and names.stand_in(file.read_text(encoding="utf-8", errors="replace")):
            yield _row(False, "file", name, "yours to change: the name stands in it")
    yield _row(False, "what left the case", "exports, bundles, copies and backups", "no case can call them back")


def _row(goes: bool, what: str, name: str, why: str) -> Row:
    id_ = sha256_hex(f"{what} {name}".encode())[:12]
    return {"kind": "erasing", "id": id_, "goes": goes, "what": what, "name": name, "why": why or None}


def _leftovers(case: Case, made: Plan) -> Iterator[str]:
    """Files of the case, but those that stay, in which a name still stands, packed or not."""
    staying = {*SETTINGS_FILES, *made.staying}
    for path in sorted(case.path.rglob("*")):
        if path.is_file() and path.name not in staying and _holds(path, made.names):
            yield path.relative_to(case.path).as_posix()


def _holds(path: Path, names: Names) -> bool:
    try:
        with path.open("rb") as file:
            return any(map(names.stand_in, texts_in(file)))
    except OSError as error:
        raise CaseDamagedError(f"{path} can't be read ({error.strerror})", item=str(path)) from None
