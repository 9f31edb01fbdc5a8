"""How does a case of invented editions and reports come about, as if each had been added and read?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from legation.model.claims import Report
from legation.model.listings import Roster
from legation.model.sources import Capture, Given
from legation.pipeline.building.build import build
from legation.pipeline.building.readings import keys_of
from legation.store.case import Case
from legation.store.kept import capture_id
from legation.store.memo import Account, Reading


def built_case(path: Path, rosters: Iterable[Roster], reports: Iterable[Report] = ()) -> None:
    """Make a case with a capture and a reading of each edition and report, and build it."""
    with Case.create(path) as case:
        put_in(case, rosters, reports)
        build(case)


def put_in(case: Case, rosters: Iterable[Roster] = (), reports: Iterable[Report] = ()) -> None:
    """Captures and readings of editions and reports, without a build."""
    for roster in rosters:
        day = roster.edition.as_of.text if roster.edition.as_of else "no day"
        capture = _capture(roster.edition.sha256, f"{day}.pdf", "application/pdf", Given(kind="list"))
        case.kept.add_capture(capture)
        case.memo.save(Reading(account=_account(case, capture), roster=roster))
    for report in reports:
        given = Given(kind="report", published=report.published)
        capture = _capture(report.sha256, f"{report.title}.txt", "text/plain", given)
        case.kept.add_capture(capture)
        case.memo.save(Reading(account=_account(case, capture), report=report))


def _capture(sha256: str, name: str, media_type: str, given: Given) -> Capture:
    return Capture(
        id=capture_id(sha256, origin="file", name=name, given=given),
        sha256=sha256,
        size=1,
        origin="file",
        name=name,
        media_type=media_type,
        added_at=datetime.now(UTC),
        given=given,
    )


def _account(case: Case, capture: Capture) -> Account:
    return Account(key=keys_of(case, [capture])[capture.id], kind=capture.given.kind, state="ok")
