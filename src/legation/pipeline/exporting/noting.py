"""What left the case, when, to whom and by whose hand? Each way out is an entry of the chain.

The note holds digests of what was made, and by their ids the rows and sentences in it with what they rest on, so that
who has them can be told of a correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from legation import __version__
from legation.model.exports import Export
from legation.model.keys import made_id
from legation.pipeline.deciding.author import author
from legation.publishing.content import Content
from legation.store.case import Case
from legation.store.codec import named, unnamed
from legation.store.columns import key_of

DIGITS = 12
"""Digits of a line's id that are noted: enough to find it among those of one case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What is in something that leaves: rows with what they rest on, lines of persons, sentences."""

    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """How something leaves: as a publication or a draft, to whom, and with what was chosen one by one."""

    published: bool = False
    to_whom: tuple[str, ...] = ()
    included: Mapping[str, str] = field(default_factory=dict)
    cut_off: str | None = None


def note_leaving(
    case: Case,
    form: str,
    files: Mapping[str, str],
    within: Within | None = None,
    passing: Passing | None = None,
) -> None:
    """Enter that something leaves.

    Args:
        case: which it leaves.
        form: page, csv, bundle …
        files: names of what was written, each with its SHA-256.
        within: the rows and sentences in it.
        passing: how it leaves.

    Raises:
        CaseLockedError: another process is writing; nothing should leave then.
    """
    what, how = within or Within(), passing or Passing()
    body = named(
        Export(
            form=form,
            at=datetime.now(UTC),
            author=author(),
            files=dict(files),
            published=how.published,
            version=__version__,
            cut_off=how.cut_off,
            to_whom=how.to_whom,
            rows=what.rows,
            lines=what.lines,
            said=what.said,
            included=how.included,
        )
    )
    case.ledger.record("leaving", key_of(made_id("leaving", body)), body)


def exports_of(case: Case) -> tuple[tuple[str, Export], ...]:
    """Everything that left, oldest first, each with the subject of its entry in the chain."""
    return tuple((key, unnamed(Export, body)) for key, body in case.ledger.bodies("leaving"))


def within(content: Content, said: Mapping[str, str]) -> Within:
    """The rows and sentences of what leaves, by their ids.

    Args:
        content: what leaves, selected.
        said: sentences about tellings and claims, by id.
    """
    derived = content.derived
    owned: dict[str, list[str]] = {}
    for line, owner in derived.members.items():
        owned.setdefault(owner, []).append(line.partition("-")[2][:DIGITS])
    rows: dict[str, Iterable[str]] = {}
    rows.update((one.id, (one.person.id,)) for one in derived.postings)
    rows.update((one.id, (one.person.id,)) for one in derived.changes)
    rows.update((one.id, one.tellings) for one in derived.happenings)
    rows.update((one.id, (one.event, *one.announced_by)) for one in derived.tallies)
    rows.update((one.id, _holders(one.predecessor.id, one.successor.id)) for one in derived.successions)
    rows.update((one.id, (one.person.id, one.before.id)) for one in derived.resurfacings)
    rows.update((one.id, (one.a.id, one.b.id)) for one in derived.links)
    rows.update((one.id, (one.mention.id, one.person.id, *one.mention.said)) for one in derived.namings)
    for report in content.reports:
        rows.update((event.id, ()) for event in report.events)
        rows.update((claim.id, (claim.about,) if claim.about else ()) for claim in report.claims)
    return Within(
        rows={id_: tuple(dict.fromkeys(grounds)) for id_, grounds in rows.items()},
        lines={owner: tuple(sorted(lines)) for owner, lines in owned.items()},
        said=said,
    )


def _holders(*ids: str | None) -> tuple[str, ...]:
    return tuple(one for one in ids if one is not None)
