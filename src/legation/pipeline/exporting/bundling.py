"""What does a lawyer's expert get? A folder that a stranger checks without us.

A bag with the captures that the chosen findings rest on, byte for byte and as a package of web records; the chain, in
which these captures are opened and nothing else is; the stamps; the findings with their passages; and a script that
checks all of it with nothing but Python. The sources are as they were printed, whatever else they print.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from legation import __version__
from legation.archive.vault import Vault
from legation.custody.bag import ALGORITHMS, DECLARATION, Digests, info, manifest
from legation.custody.chain import Entry, canonical, printed
from legation.errors import LegationError, UsageError
from legation.model.claims import Claim, Event, Report
from legation.model.sources import Capture
from legation.pipeline.building.readings import stale
from legation.pipeline.deciding.notes import repeated_in_confidence
from legation.pipeline.exporting.bundled import Chosen, chosen_rows
from legation.pipeline.exporting.digests import digests_in, digests_of
from legation.pipeline.exporting.leaving import Gathered, Way, examined, gathered, passing_of, said_in
from legation.pipeline.exporting.noting import Within, note_leaving, within
from legation.pipeline.exporting.packing import from_the_web, pack
from legation.pipeline.exporting.withholding import without_withheld
from legation.publishing.content import DRAFT, Content
from legation.publishing.gate import Finding
from legation.publishing.rows import Row
from legation.store.anchor import head_text
from legation.store.case import Case
from legation.store.columns import key_of

README = """This folder holds captures of published pages and lists, what was found in them, and a chain of custody.

Check it:        python3 -I verify.py
What it shows:   nothing in it was changed since it was made, and each capture stands in the chain where it says.
What not:        that a page was genuine, or that an archive's copy of it is. Who owns the whole case could have written
                 another chain, unless a stamp of somebody outside (data/stamps) is about it.
Where things are:
  data/findings.jsonl      what was found, one JSON object a line, each with the passages that it rests on
  data/captures/           the bytes, each under its SHA-256
  data/captures.wacz       the requests and answers behind them, for readers of web archives
  data/chain.jsonl         the chain: what came into the case in which order, as commitments
  data/opened.jsonl        salt and content of the entries of these captures
  data/stamps/             stamps of authorities outside (RFC 3161), each with its request
The captures are as they were published: they print more people than the findings speak of. Handle them as evidence and
don't publish them.
"""


README_OF_DRAFT = f"{DRAFT}\n\n{README}"

Noted: TypeAlias = Callable[[Mapping[str, str]], None]
"""Notes that something left, with the digests of its files."""
Chain = tuple[tuple[Entry, bytes], ...]
"""The entries of a case's chain, each with its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What was written."""

    path: Path
    captures: int
    findings: int
    stamps: int
    left_out: tuple[tuple[Capture, LegationError], ...]
    gate: tuple[Finding, ...]
    stale: bool


def export_bundle(case: Case, chosen: Chosen, way: Way) -> Bundle:
    """Write a bundle.

    Args:
        case: built.
        chosen: what it shows.
        way: how it leaves; where to is a folder that isn't there yet, by default beside you, under the case's name.

    Raises:
        GateError: the gate stops it; nothing was written.
        UsageError: nothing is chosen, the case was never built, or the folder is there.
    """
    if not (chosen.persons or chosen.missions or chosen.everything):
        raise UsageError("a bundle shows what you choose: give --person, --mission or --all")
    target = way.to or Path(f"{case.about.title}-bundle")
    if target.exists():
        raise _there(target)
    found = gathered(case, way)
    content = found.content
    rows = chosen_rows(case, content, chosen)
    findings = examined(case, _of_rows(found, rows), target.name, rows, publish=way.publish)
    notes = [note.report for note in case.kept.notes()]
    hidden = repeated_in_confidence(case, notes)
    said = ((report.sha256, one.id) for report in notes for one in _said(report))
    silent = {sha256 for sha256, id_ in said if id_ in hidden}
    spoken = [one for one in _captures(content, rows, chosen) if one.sha256 not in silent]
    captures, withheld = without_withheld(case, spoken)
    noted = partial(note_leaving, case, "bundle", within=_within(content, rows), passing=passing_of(found, way))
    left_out = _write(case, target, (captures, rows, noted), draft=not way.publish)
    return Bundle(
        path=target,
        captures=len(captures),
        findings=len(rows),
        stamps=len(list(case.stamps.glob("*/stamp.json"))),
        left_out=(*withheld, *left_out),
        gate=findings,
        stale=stale(case),
    )


def _of_rows(found: Gathered, rows: Sequence[Row]) -> Gathered:
    """What was gathered, with those claims and tellings alone that are in the bundle."""
    ids = {str(row["id"]) for row in rows if row.get("id")}
    reports = tuple(
        replace(
            report,
            events=tuple(event for event in report.events if event.id in ids),
            claims=tuple(claim for claim in report.claims if claim.id in ids),
        )
        for report in found.content.reports
    )
    return replace(found, content=replace(found.content, reports=reports))


def _within(content: Content, rows: Sequence[Row]) -> Within:
    """What is in the bundle, of all that is in the content."""
    whole = within(content, said_in(content))
    ids = {str(row["id"]) for row in rows if row.get("id")}
    kept = {id_: grounds for id_, grounds in whole.rows.items() if id_ in ids}
    owners = {ground for grounds in kept.values() for ground in grounds}
    return Within(
        rows=kept,
        lines={owner: lines for owner, lines in whole.lines.items() if owner in owners},
        said={id_: text for id_, text in whole.said.items() if id_ in ids},
    )


def _said(report: Report) -> list[Event | Claim]:
    return [*report.events, *report.claims]


def _captures(content: Content, rows: Sequence[Row], chosen: Chosen) -> list[Capture]:
    if chosen.everything:
        return list(content.captures)
    wanted = {digest for row in rows for digest in digests_in(row)}
    return [capture for capture in content.captures if capture.sha256 in wanted]


def _write(
    case: Case, target: Path, what: tuple[Sequence[Capture], Sequence[Row], Noted], *, draft: bool
) -> tuple[tuple[Capture, LegationError], ...]:
    """Write the folder beside its place and give it its name when all of it is there."""
    captures, rows, noted = what
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=target.parent))
    except OSError as error:
        raise LegationError(f"{target} can't be written ({error.strerror}): choose another place with -o") from None
    try:
        chain = case.ledger.entries()
        left_out = _payload(case, unfinished / "data", (captures, rows, chain))
        digest = _tags(unfinished, chain[-1], README_OF_DRAFT if draft else README)
        unfinished.chmod(0o755)
        _leave(case, unfinished, target, partial(noted, {"tagmanifest-sha256.txt": digest}))
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise LegationError(f"{target} can't be written ({error.strerror}): choose another place with -o") from None
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return left_out


def _leave(case: Case, unfinished: Path, target: Path, note: Callable[[], None]) -> None:
    """Note that it leaves and give the folder its name, as one: what didn't leave isn't noted."""
    with case.writing():
        if target.exists():
            raise _there(target)
        note()
        unfinished.replace(target)


def _there(target: Path) -> UsageError:
    return UsageError(f"{target} is there already: name another folder with -o", item=str(target))


def _payload(
    case: Case, data: Path, what: tuple[Sequence[Capture], Sequence[Row], Chain]
) -> tuple[tuple[Capture, LegationError], ...]:
    captures, rows, entries = what
    (data / "captures").mkdir(parents=True)
    number, digest = entries[-1][0].number, entries[-1][1]
    (data / "chain.jsonl").write_bytes(_lines(_entry(*each) for each in entries))
    (data / "head.json").write_bytes(head_text(number, digest))
    opened = [
        *case.ledger.opened("capture", (key_of(capture.id).hex() for capture in captures)),
        *_opened_stamps(case, data, number),
    ]
    (data / "opened.jsonl").write_bytes(
        _lines(
            {"number": n, "salt": salt.hex(), "content": content} for n, salt, content in sorted(opened) if n <= number
        )
    )
    (data / "findings.jsonl").write_bytes(_lines(rows))
    vault = Vault(case.vault)
    for sha256 in sorted({capture.sha256 for capture in captures}):
        (data / "captures" / sha256).write_bytes(vault.get(sha256))
    webbed = [capture for capture in captures if from_the_web(capture)]
    if not webbed:
        return ()
    with (data / "captures.wacz").open("w+b") as file:
        created = max(capture.added_at for capture in webbed)
        return pack(case, webbed, file, title=case.about.title, created=created).left_out


def _opened_stamps(case: Case, data: Path, up_to: int) -> Iterator[tuple[int, bytes, str]]:
    """Copy the stamps that stand in the chain up to an entry, and give what opens their entries."""
    contents = case.files_in_chain()["stamp"]
    for number, salt, name in case.ledger.salted("stamp", contents):
        if number > up_to:
            continue
        shutil.copytree(case.stamps / name, data / "stamps" / name)
        yield number, salt, contents[name]


def _tags(bag: Path, head: tuple[Entry, bytes], readme: str) -> str:
    """Write what stands beside the payload; gives the digest of the manifest over all of it."""
    script = files("legation.custody").joinpath("stranger.py").read_bytes()
    payload = _digests(bag, "data/")
    number, digest = head[0].number, head[1]
    fields = (
        ("Bagging-Date", datetime.now(UTC).date().isoformat()),
        ("Bag-Software-Agent", f"legation {__version__}"),
        ("External-Description", "Captures, findings and a chain of custody; see README.txt"),
        ("External-Identifier", f"{number}-{digest.hex()}"),
    )
    written = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": info(fields, payload),
        "README.txt": readme.encode(),
        "verify.py": script,
        **{f"manifest-{algorithm}.txt": manifest(payload, algorithm) for algorithm in ALGORITHMS},
    }
    for name, data in written.items():
        (bag / name).write_bytes(data)
    tags = {path: one for path, one in _digests(bag, "").items() if not path.startswith("data/")}
    for algorithm in ALGORITHMS:
        (bag / f"tagmanifest-{algorithm}.txt").write_bytes(manifest(tags, algorithm))
    return next(iter(_digests(bag, "tagmanifest-sha256").values())).sha256


def _digests(bag: Path, prefix: str) -> Mapping[str, Digests]:
    paths = (path.relative_to(bag).as_posix() for path in sorted(bag.rglob("*")) if path.is_file())
    return {path: digests_of(bag / path) for path in paths if path.startswith(prefix)}


def _entry(entry: Entry, digest: bytes) -> Row:
    return {**printed(entry), "hash": digest.hex()}


def _lines(rows: object) -> bytes:
    return b"".join(canonical(json.loads(json.dumps(row))) + b"\n" for row in rows)  # type: ignore[attr-defined]
