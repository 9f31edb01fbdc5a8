"""Is every stored byte what it was, and does the chain say so too?

Nothing is changed by the check, and nothing that is broken breaks it: what can't be read is named like what was
changed. What a sound case shows, and what it doesn't, is said with the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.archive.vault import Vault
from legation.errors import CaseLockedError, CaseVersionError, LegationError, NotACaseError
from legation.pipeline.deciding.notes import marks_of_note
from legation.pipeline.keeping import stamping
from legation.store import agreement, removal, seal
from legation.store.case import ABOUT, Case
from legation.store.errands import attempt_key
from legation.store.migrations import is_current

SHOWS = (
    "This shows that nothing that is kept was changed, left out or put in since the chain says it came in.",
    "It doesn't show that a page was genuine, nor that an archive's copy of it is.",
)
UNSTAMPED = (
    "No outside stamp says when: who owns the whole case could have written it anew, chain and all. "
    "`legation timestamp` lets others attest the chain's head."
)

OLDER = (
    "was last written by an older version: run `legation status` once, which brings it to this one, then check again"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFailure:
    """Something stored that isn't what was stored."""

    item: str
    problem: str


def verify_folder(folder: Path) -> Iterator[CheckFailure]:
    """Check the case in a folder as it is, also one that can't be opened any more.

    Raises:
        NotACaseError: there is nothing of a case in it.
        CaseVersionError: it needs migration first.
    """
    try:
        case = Case.open(folder, as_it_is=True)
    except NotACaseError as error:
        if not (folder / ABOUT).is_file():
            raise
        yield CheckFailure(item=ABOUT, problem=error.message)
        return
    with case:
        yield from verify(case)


def verify(case: Case) -> Iterator[CheckFailure]:
    """Everything stored that isn't what was stored: bytes, rows, the chain, and captures whose bytes are gone.

    Raises:
        CaseVersionError: nothing is wrong but that an older version wrote the case.
    """
    checks: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("vault", lambda: Vault(case.vault).verify()),
        ("case.db", case.database.problems),
        ("chain", lambda: agreement.problems(case.database, case.files_in_chain)),
        ("case.db", lambda: _form(case)),
    )
    found = [failure for item, check in checks for failure in _step(item, check)]
    if [one.problem for one in found] == [OLDER]:
        raise CaseVersionError(f"{case.path} {OLDER}", item=str(case.path))
    yield from found
    yield from _step("case.db", lambda: seal.unsealed(case.database))
    yield from _step("confidential", lambda: case.confidential.problems(marks_of_note))
    yield from _step("vault", lambda: _missing(case))
    yield from _step("stamps", lambda: stamping.problems(case))


def _form(case: Case) -> Iterator[str]:
    if not is_current(case.database):
        yield OLDER


def unstamped(case: Case) -> str:
    """What the stamps leave open."""
    last = max((one.entry for one in stamping.stamps_of(case)), default=0)
    number = case.ledger.head()[0]
    if not last:
        return UNSTAMPED
    later = number - last
    since = f"The {later} entries after it are" if later > 1 else "The one entry after it is"
    return (
        f"Everything up to entry {last} existed when it was stamped. {since} stamped by nobody: who owns the whole "
        "case could write what came since anew."
    )


def stored(case: Case) -> int:
    """How many pieces of bytes the vault holds."""
    return sum(1 for _ in Vault(case.vault).digests())


def _step(item: str, check: Callable[[], Iterator[str]]) -> Iterator[CheckFailure]:
    """The problems of one check; whatever breaks it off is one too."""
    try:
        for problem in check():
            yield CheckFailure(item=item, problem=problem)
    except CaseLockedError:
        raise
    except LegationError as error:
        yield CheckFailure(item=item, problem=error.message)
    except Exception as error:  # spoiled bytes may break any reader; a check must outlive them all
        problem = f"it can't be read as what it should be ({type(error).__name__}: {error})"
        yield CheckFailure(item=item, problem=problem)


def _missing(case: Case) -> Iterator[str]:
    vault = Vault(case.vault)
    for name, digest in leaned_on(case):
        if not vault.has(digest):
            yield f"the bytes of {name} ({digest}) are gone: add or fetch them again"


def leaned_on(case: Case) -> Iterator[tuple[str, str]]:
    """Every digest whose bytes the case says it has, after what it is.

    The record of a request isn't, where it was erased and its page wasn't fetched again since.
    """
    files: dict[str, str] = {}
    for capture in case.kept.captures():
        yield capture.name, capture.sha256
        if capture.found_in:
            files.setdefault(capture.found_in.file, capture.found_in.name)
    yield from ((name, digest) for digest, name in files.items())
    for kind, entries in (("an inquiry", case.inquiries.inquiries()), ("a reply", case.inquiries.replies())):
        yield from ((f"the proof of {kind}", one.proof) for one in entries if one.proof)
    erased = removal.erased_files(case.database)
    settled = {entry.subject: entry.number for entry, _ in case.ledger.entries() if entry.kind == "attempt"}
    for attempt in case.errands.attempts():
        if attempt.retrieval and (record := attempt.retrieval.record):
            key = attempt_key(attempt.archive, attempt.url, attempt.timestamp).hex()
            if erased.get(record, 0) <= settled.get(key, 0):
                yield f"the request for {attempt.url}", record
    for errand in case.errands.all():
        yield from ((f"the answer of {errand.archive}", told.sha256) for told in errand.told)
