"""What left the case, when and by whose hand? Each way out is an entry of the chain, by digests of what was made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from legation.custody.chain import canonical
from legation.model.keys import made_id
from legation.pipeline.author import author
from legation.store.case import Case
from legation.store.columns import key_of


def note_leaving(case: Case, form: str, files: Mapping[str, str]) -> None:
    """Enter that something leaves.

    Args:
        case: which it leaves.
        form: page, csv, bundle …
        files: names of what was written, each with its SHA-256.

    Raises:
        CaseLockedError: another process is writing; nothing should leave then.
    """
    at = datetime.now(UTC).isoformat()
    body = canonical({"form": form, "at": at, "author": author(), "files": dict(files)}).decode()
    case.ledger.record("leaving", key_of(made_id("leaving", body)), body)
