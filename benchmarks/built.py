"""How does a case of invented editions come about, as if each had been added and read?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from legation.model.listings import Roster
from legation.model.sources import Capture, Given
from legation.pipeline.build import build, keys_of
from legation.store.case import Case
from legation.store.kept import capture_id
from legation.store.memo import Account, Reading


def built_case(path: Path, rosters: Iterable[Roster]) -> None:
    """Make a case with a capture and a reading of each edition, and build it."""
    with Case.create(path) as case:
        for roster in rosters:
            given, sha256, name = Given(kind="list"), roster.edition.sha256, f"{roster.edition.as_of}.pdf"
            capture = Capture(
                id=capture_id(sha256, origin="file", name=name, given=given),
                sha256=sha256,
                size=1,
                origin="file",
                name=name,
                media_type="application/pdf",
                added_at=datetime.now(UTC),
                given=given,
            )
            case.kept.add_capture(capture)
            account = Account(key=keys_of(case, [capture])[capture.id], kind="list", state="ok")
            case.memo.save(Reading(account=account, roster=roster))
        build(case)
