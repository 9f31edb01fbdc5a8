"""Where is a case, and what belongs to it?

A case is a folder: `case.toml` says what it is, `case.db` holds its rows, `vault/` its bytes, `confidential.jsonl` what
no query, index or export may read, `states.csv` the states that no gazetteer knows, and `weights.json` the weights of
links, each where there are any.
"""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from legation.errors import CaseError, CaseFullError, CaseVersionError, NotACaseError, UnreadableInputError, UsageError
from legation.model.case import Evidence
from legation.model.keys import content_key
from legation.store.codec import named, packed
from legation.store.confidential import Confidential
from legation.store.derived import DerivedTables
from legation.store.errands import ErrandTables
from legation.store.inquiries import InquiryTables
from legation.store.kept import KeptTables
from legation.store.ledger import SETTINGS, STAMP, LedgerTable
from legation.store.lock import WriterLock
from legation.store.memo import MemoKey, MemoTables
from legation.store.migrations import migrate
from legation.store.persons import PersonTables
from legation.store.session import Database

FORMAT = 1
"""Version of the folder's layout."""
ABOUT, ROWS, VAULT, STATES = "case.toml", "case.db", "vault", "states.csv"
WEIGHTS = "weights.json"
SETTINGS_FILES = (ABOUT, STATES, WEIGHTS, "archives.toml", "authorities.toml")
"""Files that say how the case is worked with: their owner may change them, and each build enters them as they are."""
STAMPS = "stamp.json"
"""What a stamp is of and who gave it, in a folder of its own under `custody/stamps`."""

_CODE = re.compile(r"[A-Z]{2,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What `case.toml` says."""

    format: int
    title: str
    created: datetime


class Case:
    """An open case. Its rows are in three groups: `kept`, `memo` and `derived`.

    Use it in a `with` block, or `close` it.
    """

    def __init__(self, path: Path, about: About) -> None:
        self.path = path
        self.about = about
        self._lock = WriterLock(path / "case.lock")
        self.database = Database(path / ROWS, self._lock)
        self.kept = KeptTables(self.database)
        self.errands = ErrandTables(self.database)
        self.inquiries = InquiryTables(self.database)
        self.ledger = LedgerTable(self.database)
        self.memo = MemoTables(self.database)
        self.derived = DerivedTables(self.database)
        self.persons = PersonTables(self.database)
        self.confidential = Confidential(path / "confidential.jsonl", self._lock)

    @staticmethod
    def create(path: Path, states_csv: Path | None = None, *, title: str | None = None) -> Case:
        """Make a case in a folder, which may exist and hold other things.

        Args:
            path: the folder.
            states_csv: states that no gazetteer has: a header row, then code and names (see `states`).
            title: for people; the folder's name where none is given.

        Raises:
            CaseError: there is a case already, or the folder can't be made.
            UsageError: the states file has a row without code and name.
            UnreadableInputError: the states file can't be read.
        """
        if (path / ABOUT).exists():
            raise CaseError(f"{path} is a case already: add to it, or choose another folder", item=str(path))
        states = _states_bytes(states_csv) if states_csv else None
        about = About(
            format=FORMAT,
            title=title or path.resolve().name,
            created=datetime.now(UTC).replace(microsecond=0),
        )
        with _room(path):
            path.mkdir(parents=True, exist_ok=True)
            (path / VAULT).mkdir(exist_ok=True)
            if states is not None:
                (path / STATES).write_bytes(states)
        case = Case(path, about)._ready()
        # Last, so that a folder with this file is a whole case.
        with _room(path):
            (path / ABOUT).write_text(_about_text(about), encoding="utf-8")
        case.enter_settings()
        return case

    @staticmethod
    def open(path: Path, *, as_it_is: bool = False) -> Case:
        """Open the case in a folder; one made by an older version is brought to this one.

        Args:
            path: the folder.
            as_it_is: change nothing, to check what is there.

        Raises:
            NotACaseError: there is none.
            CaseVersionError: a newer version made it.
            CaseLockedError: it needs migration while another process is writing.
            CaseDamagedError: its database isn't sound.
        """
        if not (path / ABOUT).is_file() or not (path / ROWS).is_file():
            raise NotACaseError(
                f"there is no case in {path}: make one with `legation init {path}`, or name one with --case",
                item=str(path),
            )
        case = Case(path, _about(path / ABOUT))
        return case if as_it_is else case._ready()

    @property
    def vault(self) -> Path:
        """The folder of the bytes."""
        return self.path / VAULT

    @property
    def states_digest(self) -> str:
        """SHA-256 of the case's states file; of nothing where there is none."""
        file = self.path / STATES
        return hashlib.sha256(file.read_bytes() if file.exists() else b"").hexdigest()

    @property
    def stamps(self) -> Path:
        """The folder of the stamps, each in a folder of its own."""
        return self.path / "custody" / "stamps"

    def files_in_chain(self) -> dict[str, dict[str, str]]:
        """What stands in files and is entered in the chain, by kind and name, as it is now."""
        settings = {name: self.path / name for name in SETTINGS_FILES}
        return {
            SETTINGS: {name: _digest(file) for name, file in settings.items() if file.is_file()},
            STAMP: {file.parent.name: _digest(file) for file in sorted(self.stamps.glob(f"*/{STAMPS}"))},
        }

    def enter_settings(self) -> None:
        """Enter the files that say how the case is worked with, where they aren't as they were entered last."""
        self.ledger.enter(SETTINGS, self.files_in_chain()[SETTINGS])

    @property
    def weights_file(self) -> Path:
        """Where the case's own weights of links stand, if it has any."""
        return self.path / WEIGHTS

    @property
    def weights(self) -> str | None:
        """The case's own weights of links as JSON; `None` where it goes by the shipped ones."""
        return self.weights_file.read_text(encoding="utf-8", errors="replace") if self.weights_file.exists() else None

    def states(self) -> tuple[tuple[str, ...], ...]:
        """The case's own states, each a code and its names in the order of the file.

        Raises:
            UsageError: a row has no code or no name.
        """
        file = self.path / STATES
        return _states(file.read_bytes(), file) if file.exists() else ()

    @contextmanager
    def writing(self, wait: float = 0.0) -> Iterator[None]:
        """Be the case's one writer for a whole command; each write inside is still committed singly.

        Raises:
            CaseLockedError: another process is writing, and didn't end within `wait` seconds.
        """
        with self._lock.held(wait):
            yield

    def evidence(self, keys: Iterable[MemoKey]) -> Evidence:
        """What was read under these keys, what was entered by hand, and the judgements that count."""
        wanted = tuple(keys)
        return Evidence(
            rosters=self.memo.rosters(wanted),
            reports=self.memo.reports(wanted) + tuple(note.report for note in self.kept.notes()),
            judgements=self.kept.live_judgements(),
        )

    def inputs_digest(self, keys: Iterable[MemoKey], rules: str) -> str:
        """A digest of all that derived values follow from; reads no roster and no report.

        Args:
            keys: the keys of all captures' readings.
            rules: version of everything after extraction.
        """
        lines = [packed(key) for key in set(keys)]
        lines += [named(note.report) for note in self.kept.notes()]
        lines += [named(judgement) for judgement in self.kept.live_judgements()]
        return content_key(rules, self.states_digest, self.weights, *sorted(lines))

    def _ready(self) -> Self:
        """This case, with its database brought to this version; closed again where that fails."""
        try:
            migrate(self.database)
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        """Let go of the case's files."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


def _about_text(about: About) -> str:
    title = json.dumps(about.title, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"format = {about.format}\ntitle = {title}\ncreated = {about.created.isoformat()}\n"


def _about(file: Path) -> About:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        about = About(format=data["format"], title=data["title"], created=data["created"])
        if not isinstance(about.title, str) or not isinstance(about.created, datetime):
            raise ValueError("title is a text and created a date with time")
    except (ValueError, KeyError, OSError) as error:
        raise NotACaseError(
            f"{file} doesn't describe a case ({error}): restore it from a copy", item=str(file)
        ) from None
    if about.format != FORMAT:
        raise CaseVersionError(
            f"{file.parent} has layout {about.format}, this version knows layout {FORMAT}: install a newer Legation",
            item=str(file.parent),
        )
    return about


def _states_bytes(file: Path) -> bytes:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UnreadableInputError(f"{file} can't be read ({error.strerror}): check the path", item=str(file)) from None
    _states(data, file)
    return data


def _states(data: bytes, file: Path) -> tuple[tuple[str, ...], ...]:
    text = data.decode("utf-8-sig", errors="replace")
    states = []
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        code, *names = (cell.strip() for cell in row) if row else ("",)
        if (number == 1 and code.casefold() == "code") or not any((code, *names)):
            continue
        names = [name for name in names if name]
        if not _CODE.fullmatch(code) or not names:
            raise UsageError(
                f"{file}, row {number}: a state is a code of two to five capitals and at least one name, not {row!r}",
                item=str(file),
            )
        states.append((code, *names))
    return tuple(states)


@contextmanager
def _room(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise CaseFullError(f"the disk has no room for {path}: free some and run again", item=str(path)) from None
        raise CaseError(f"{path} can't be made a case ({error.strerror}): check the folder", item=str(path)) from None
