"""What does a reporter know that no file says by itself? Events and claims by hand, never without a source.

A note stands in hashed bytes like everything else: in the file that it quotes, or in its own text that names address,
day and quote. A confidential one goes to the case's own file for these and is read by nothing; digests of its words
tell a way out that an open note repeats them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from legation.archive.vault import Vault
from legation.errors import LegationError, UsageError
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Edtf
from legation.model.documents import Document, Passage, folded
from legation.model.keys import content_key, made_id, sha256_hex
from legation.model.sources import Capture, Given
from legation.pipeline.deciding.author import author
from legation.pipeline.work.fields import claim_fields, event_fields
from legation.pipeline.work.files import bytes_of
from legation.pipeline.work.stages import UNUSABLE, Task, document_of, unusable
from legation.pipeline.work.supervised import run
from legation.store.case import Case
from legation.store.finding import find
from legation.store.kept import Note, capture_id

NoteKind = Literal["event", "claim"]
RULE = "by-hand"
OWN_WORDS = 4
"""Words from which on a text is told again by its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSource:
    """Where a note comes from: a file with the quote in it, an address with quote and day, or a confidential label."""

    file: Path | None = None
    url: str | None = None
    quote: str | None = None
    date: Edtf | None = None
    confidential: str | None = None

    def check(self) -> None:
        """Refuse a source that isn't one, or that is two.

        Raises:
            UsageError: nothing says where the note comes from, or a part is missing.
        """
        given = [name for name in ("file", "url", "confidential") if getattr(self, name) is not None]
        if not given:
            raise UsageError(
                "a note needs its source: --source FILE --quote TEXT, or --url URL --quote TEXT --date DATE, "
                "or --confidential LABEL"
            )
        if len(given) > 1:
            raise UsageError("a note has one source: give --source, --url or --confidential, not several")
        if self.confidential is not None:
            return
        if not (self.quote or "").strip():
            raise UsageError("the source needs the words that the note rests on: add --quote TEXT")
        if self.url is not None and self.date is None:
            raise UsageError("an address needs the day on which it said so: add --date DATE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was entered: the event or claim, or nothing to show where it is confidential."""

    value: Event | Claim | None
    new: bool = True


def note(case: Case, kind: NoteKind, pairs: Mapping[str, str], source: NoteSource, by: str | None = None) -> Noted:
    """Enter an event or a claim by hand.

    Raises:
        UsageError: a field or the source isn't what it should be, or the quote doesn't stand in the file.
        CaseLockedError: another process is writing.
    """
    source.check()
    fields = event_fields(pairs) if kind == "event" else claim_fields(pairs)
    if source.confidential is not None:
        _keep_apart(case, kind, pairs, source, author(by))
        return Noted(value=None)
    if fields.get("about") is not None:
        fields["about"] = find(case, fields["about"], ("event", "claim")).id
    with case.writing():
        passage, title = _in_file(case, source) if source.file is not None else _in_own_words(case, kind, pairs, source)
        id_ = made_id(kind, passage.sha256, passage.start, RULE, *sorted(f"{k}={v}" for k, v in pairs.items()))
        value: Event | Claim
        if kind == "event":
            value = Event(id=id_, layer="body", passage=passage, rule=RULE, **fields)
        else:
            value = Claim(id=id_, layer="body", passage=passage, rule=RULE, **fields)
        report = Report(
            sha256=passage.sha256,
            published=source.date,
            published_basis="given" if source.date else None,
            language=None,
            title=title,
            events=(value,) if isinstance(value, Event) else (),
            claims=(value,) if isinstance(value, Claim) else (),
            notes=("entered by hand",),
        )
        made = Note(id=made_id("note", id_), report=report, author=author(by), at=_now())
        return Noted(value=value, new=case.kept.add_note(made))


def _keep_apart(case: Case, kind: NoteKind, pairs: Mapping[str, str], source: NoteSource, by: str) -> None:
    """Confidential notes go to a file of their own; a file named with them is never opened or copied."""
    case.confidential.append(
        {
            "kind": kind,
            "label": source.confidential,
            "author": by,
            "at": _now().isoformat(),
            "quote": source.quote,
            "date": source.date.text if source.date else None,
            **{f"field {name}": value for name, value in pairs.items()},
        },
        marks=marks_of(source.quote, *pairs.values()),
    )


def marks_of(*texts: str | None) -> frozenset[str]:
    """Digests of those texts that are long enough to be somebody's own words; a name or a date is in many places."""
    words = [folded(text).casefold().split() for text in texts if text]
    return frozenset(content_key("in confidence", " ".join(each)) for each in words if len(each) >= OWN_WORDS)


def marks_of_note(note: Mapping[str, object]) -> frozenset[str]:
    """The digests that were written beside a confidential note."""
    texts = [value for name, value in note.items() if name == "quote" or name.startswith("field ")]
    return marks_of(*(text for text in texts if isinstance(text, str)))


def repeated_in_confidence(case: Case, reports: Iterable[Report]) -> frozenset[str]:
    """Ids of notes that were entered openly with words that were also entered in confidence."""
    marks = case.confidential.marks()
    every: list[Event | Claim] = []
    for report in reports:
        every.extend(report.events)
        every.extend(report.claims)
    by_hand = (said for said in every if said.rule == RULE)
    return frozenset(said.id for said in by_hand if marks & marks_of(said.passage.quote, *_own_words(said)))


def _own_words(said: Event | Claim) -> Iterator[str]:
    texts = (said.reason,) if isinstance(said, Event) else (said.object, said.value, said.wording)
    return (text for text in texts if isinstance(text, str))


def _in_file(case: Case, source: NoteSource) -> tuple[Passage, str]:
    """The quote's place in the file, whose bytes the case keeps."""
    assert source.file is not None
    data = bytes_of(source.file)
    sha256 = Vault(case.vault).put(data)
    document = _document(Task(data=data, name=source.file.name, given=Given()))
    passage = quoted(document, source.quote or "")
    if passage is None:
        raise UsageError(
            f"{source.file}: “{source.quote}” doesn't stand in it; copy the words as `legation read` shows them",
            item=str(source.file),
        )
    if sha256 not in {capture.sha256 for capture in case.kept.captures()}:
        _keep_capture(case, sha256, len(data), source.file.name, document.media_type, Given(kind="letter"))
    return passage, source.file.name


def _in_own_words(case: Case, kind: NoteKind, pairs: Mapping[str, str], source: NoteSource) -> tuple[Passage, str]:
    """The quote's place in the note's own text, which names address and day and is kept as bytes."""
    quote = folded(source.quote or "")
    head = "".join(f"{name}: {folded(value)}\n" for name, value in sorted(pairs.items()))
    day = source.date.text if source.date else ""
    text = f"{kind} entered by hand\n{head}address: {source.url}\nday: {day}\nquote: {quote}\n"
    data = text.encode()
    sha256 = Vault(case.vault).put(data)
    given = Given(kind="letter", url=source.url, published=source.date)
    name = f"note-{sha256[:8]}.txt"
    _keep_capture(case, sha256, len(data), name, "text/plain", given)
    start = len(text) - len(quote) - 1
    passage = Passage(sha256=sha256_hex(data), start=start, end=start + len(quote), quote=quote)
    return passage, str(source.url)


def _keep_capture(case: Case, sha256: str, size: int, name: str, media_type: str, given: Given) -> None:
    case.kept.add_capture(
        Capture(
            id=capture_id(sha256, origin="hand", name=name, given=given),
            sha256=sha256,
            size=size,
            origin="hand",
            name=name,
            media_type=media_type,
            added_at=_now(),
            given=given,
        )
    )


def _document(task: Task) -> Document:
    ((_, made),) = run(document_of, [(0, task)], total=1)
    if isinstance(made, LegationError):
        raise made
    if made.state in UNUSABLE and not made.blocks:
        raise unusable(made.state, made.notes, task.name)
    return made


def quoted(document: Document, quote: str) -> Passage | None:
    """The first place where the quote stands in the document, white space folded; `None` where it doesn't."""
    wanted = folded(quote)
    if not wanted:
        return None
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(document.text):
        if not character.isspace():
            letters.append(character)
            places.append(place)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    found = "".join(letters).find(wanted)
    if found < 0:
        return None
    return document.span(places[found], places[found + len(wanted) - 1] + 1)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
