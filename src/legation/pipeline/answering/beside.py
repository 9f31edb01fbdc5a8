"""How does a capture look beside what was read of it? Its text with marks, its pages as pictures, and its outline.

Foreign bytes are read and drawn in a supervised child; what comes back are values and pictures of ours. Relatives are
withheld from each of the three.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import TypeVar

from legation.archive.vault import Vault
from legation.errors import LegationError, UnknownIdError
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Block, Box, Document
from legation.model.sources import Capture, InputKind
from legation.pipeline.building.readings import keys_of, replaced
from legation.pipeline.work.showing import Opened, Told, drawn_page, opened_from, outlined
from legation.pipeline.work.stages import Task
from legation.pipeline.work.supervised import run
from legation.publishing.beside import Stretch, beside_said
from legation.store.case import Case
from legation.store.memo import MemoKey

Made = TypeVar("Made")


def captures_of(case: Case, sha256: str) -> tuple[Capture, ...]:
    """The captures of these bytes that count, in the order in which they were added.

    Raises:
        UnknownIdError: the case holds no such bytes.
    """
    found = [capture for capture in case.kept.captures() if capture.sha256 == sha256]
    if not found:
        raise UnknownIdError(f"the case holds no capture with the SHA-256 {sha256}", item=sha256)
    gone = replaced(case, found, keys_of(case, found))
    return tuple(capture for capture in found if capture.id not in gone) or tuple(found)


def opened(case: Case, capture: Capture) -> Opened:
    """Read a capture once more, to be shown.

    Raises:
        LegationError: its bytes aren't what was stored, or nothing can be read from them.
    """
    kind, told = _kind_and_told(case, capture)
    if capture.given.kind == "register":
        return _register_opened(case, capture, told)
    return _done(case, capture, partial(opened_from, kind=kind, told=told))


def _register_opened(case: Case, capture: Capture, told: Told) -> Opened:
    """Of a register the entries that may be people of the case: the others are nobody's business here."""
    places = {each.passage for each in told}
    places |= {entry.passage for report in tellings_of(case, capture) for entry in report.entries}
    blocks = tuple(
        Block(kind="cell", text=place.quote, start=place.start, cell=place.cell, element=place.element)
        for place in sorted(places, key=lambda one: (one.start, one.end))
    )
    account = next(iter(case.memo.accounts([key_of(case, capture)])), None)
    document = Document(
        sha256=capture.sha256, media_type=capture.media_type or "", reader="legation-registers", blocks=blocks
    )
    return Opened(
        beside=beside_said(document, told),
        sizes=(),
        pages=None,
        state="ok",
        reader=document.reader,
        media_type=document.media_type,
        notes=(*(account.notes if account else ()), "shown are the entries that may be people of the lists"),
    )


def page_picture(case: Case, capture: Capture, number: int, covered: tuple[Box, ...]) -> bytes:
    """A page of a capture as PNG.

    Raises:
        UnknownIdError: it has no such page, or one that can't be drawn.
    """
    png = _done(case, capture, partial(drawn_page, number=number, covered=covered))
    if not png:
        raise UnknownIdError(f"{capture.name} has no page {number} that can be drawn", item=capture.id)
    return png


def outline(case: Case, capture: Capture, lines: Mapping[int, str]) -> str | None:
    """A page of HTML made anew from its lines, in tags of ours; `None` for another format."""
    return _done(case, capture, partial(outlined, lines=dict(lines))) or None


def marked_up(stretches: tuple[Stretch, ...]) -> str:
    """A line with its marks as markup; what it says is text and nothing else."""
    parts = []
    for one in stretches:
        text = escape(one.text)
        if one.rows:
            ids = "".join(f'<a id="row-{row}"></a>' for row in one.begins)
            text = f"{ids}<mark>{text}</mark>"
        parts.append(text)
    return f'<span class="line">{"".join(parts)}</span>'


def key_of(case: Case, capture: Capture) -> MemoKey:
    """The key of a capture's reading under the present rules."""
    return keys_of(case, [capture])[capture.id]


def told_of(case: Case, capture: Capture) -> Told:
    """The events and claims that were read of a capture, or entered by hand with it as their source."""
    told: list[Event | Claim] = []
    for report in tellings_of(case, capture):
        told += [*report.events, *report.claims]
    return tuple(told)


def tellings_of(case: Case, capture: Capture) -> tuple[Report, ...]:
    """The same, as the report that was read and those that were entered by hand."""
    noted = (note.report for note in case.kept.notes() if note.report.sha256 == capture.sha256)
    return (*case.memo.reports([key_of(case, capture)]), *noted)


def _kind_and_told(case: Case, capture: Capture) -> tuple[InputKind | None, Told]:
    key = key_of(case, capture)
    account = next(iter(case.memo.accounts([key])), None)
    return (account.kind if account else None), told_of(case, capture)


def _done(case: Case, capture: Capture, work: Callable[[Task], Made]) -> Made:
    task = Task(
        data=Vault(case.vault).get(capture.sha256), name=capture.name, given=capture.given, states=case.states()
    )
    ((_, made),) = run(work, [(0, task)], total=1)
    if isinstance(made, LegationError):
        raise made
    return made
