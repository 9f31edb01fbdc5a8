"""Is a bundle what it was when it was made? The same questions as its own script asks, asked by other code.

The script that goes out with a bundle has to stand alone; this uses the chain, the tokens and the signatures of the
house. Where the two disagree, one of them is wrong.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from legation.custody.bag import ALGORITHMS, DECLARATION, manifest
from legation.custody.chain import Entry, broken, canonical, commitment
from legation.custody.tokens import nonce_of, token_of
from legation.model.keys import sha256_hex
from legation.pipeline.exporting.digests import digests_in, digests_of
from legation.pipeline.keeping.signatures import signature
from legation.store.anchor import head_text

Said = dict[str, Any]


def is_bundle(folder: Path) -> bool:
    """Whether a folder is meant as a bundle: any of its outer parts is there."""
    return any((folder / name).exists() for name in ("bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"))


def bundle_problems(folder: Path) -> Iterator[tuple[str, str]]:
    """What of a bundle isn't what it was, each with the part that it is in."""
    checks: tuple[tuple[str, Callable[[Path], Iterator[str]]], ...] = (
        ("bag", _bag),
        ("chain", _chain),
        ("opened", _opened),
        ("findings", _findings),
        ("package", _package),
        ("stamps", _stamps),
    )
    for item, check in checks:
        try:
            for problem in check(folder):
                yield item, problem
        except Exception as error:  # spoiled bytes may break any reader; a check must outlive them all
            yield item, f"it can't be read as what it should be ({type(error).__name__}: {error})"


def _bag(folder: Path) -> Iterator[str]:
    if (folder / "bagit.txt").read_bytes() != DECLARATION:
        yield "bagit.txt is not that of a bag of version 1.0"
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    found = {name: digests_of(path) for name, path in paths.items() if not name.startswith("tagmanifest-")}
    payload = {name: one for name, one in found.items() if name.startswith("data/")}
    beside = {name: one for name, one in found.items() if not name.startswith("data/")}
    for algorithm in ALGORITHMS:
        for name, wanted in ((f"manifest-{algorithm}.txt", payload), (f"tagmanifest-{algorithm}.txt", beside)):
            if (folder / name).read_bytes() != manifest(wanted, algorithm):
                yield f"the files are not those that {name} was written over"


def _chain(folder: Path) -> Iterator[str]:
    entries = [(entry, digest) for entry, digest in _entries(folder)]
    yield from (one.problem for one in broken(entries))
    last = entries[-1]
    if (folder / "data" / "head.json").read_bytes() != head_text(last[0].number, last[1]):
        yield "head.json names another last entry"


def _opened(folder: Path) -> Iterator[str]:
    entries = {entry.number: entry for entry, _ in _entries(folder)}
    captures: set[str] = set()
    stamps: dict[str, str] = {}
    for one in _lines(folder / "data" / "opened.jsonl"):
        entry = entries.get(one["number"])
        if entry is None or commitment(bytes.fromhex(one["salt"]), one["content"]) != entry.commitment:
            yield f"entry {one['number']} doesn't commit to the content that is given for it"
        elif entry.kind == "capture":
            captures.add(json.loads(one["content"])["sha256"])
        elif entry.kind == "stamp":
            stamps[entry.subject] = one["content"]
    there = {path.name: path for path in (folder / "data" / "captures").iterdir()}
    for name in sorted(captures ^ set(there)):
        yield f"{name} is {'in the chain, and its bytes are not here' if name in captures else 'not in the chain'}"
    for name, path in there.items():
        if digests_of(path).sha256 != name:
            yield f"{name} has another digest than its name"
    for place in _stamp_folders(folder):
        if stamps.get(place.name) != sha256_hex((place / "stamp.json").read_bytes()):
            yield f"the stamp {place.name} is not in the chain"


def _findings(folder: Path) -> Iterator[str]:
    there = {path.name for path in (folder / "data" / "captures").iterdir()}
    for row in _lines(folder / "data" / "findings.jsonl"):
        for sha256 in sorted(set(digests_in(row)) - there):
            yield f"{row.get('id')} rests on {sha256}, which is not here"


def _package(folder: Path) -> Iterator[str]:
    path = folder / "data" / "captures.wacz"
    if not path.exists():
        return
    with zipfile.ZipFile(path) as package:
        description = package.read("datapackage.json")
        if json.loads(package.read("datapackage-digest.json"))["hash"] != f"sha256:{sha256_hex(description)}":
            yield "the description of captures.wacz was changed"
        for one in json.loads(description)["resources"]:
            if one["hash"] != f"sha256:{sha256_hex(package.read(one['path']))}":
                yield f"{one['path']} of captures.wacz was changed"


def _stamps(folder: Path) -> Iterator[str]:
    digests = {entry.number: digest for entry, digest in _entries(folder)}
    for place in _stamp_folders(folder):
        said = json.loads((place / "stamp.json").read_bytes())
        for name, wanted in said["files"].items():
            if sha256_hex((place / name).read_bytes()) != wanted:
                yield f"{place.name}/{name} is not what was kept"
        digest = digests.get(said["entry"], b"")
        head, answer = (place / "head.json").read_bytes(), (place / "answer.tsr").read_bytes()
        if digest.hex() != said["digest"] or head != head_text(said["entry"], digest):
            yield f"{place.name}: the chain has no such entry"
        if token_of(answer).imprint.hex() != sha256_hex(head):
            yield f"{place.name}: the answer is of another digest"
        if token_of(answer).nonce != nonce_of((place / "request.tsq").read_bytes()):
            yield f"{place.name}: the answer is to another request: its nonce differs"
        roots = place / "roots.pem"
        checked = signature(answer, head, roots.read_bytes() if roots.exists() else None)
        if checked.state == "refused":
            yield f"{place.name}: {checked.why}"


def _stamp_folders(folder: Path) -> list[Path]:
    stamps = folder / "data" / "stamps"
    return sorted(stamps.iterdir()) if stamps.is_dir() else []


def _entries(folder: Path) -> Iterator[tuple[Entry, bytes]]:
    for said in _lines(folder / "data" / "chain.jsonl"):
        yield _entry(said), bytes.fromhex(said["hash"])


def _entry(said: Mapping[str, Any]) -> Entry:
    return Entry(
        number=said["number"],
        at=said["at"],
        kind=said["kind"],
        subject=said["subject"],
        commitment=bytes.fromhex(said["commitment"]),
        previous=bytes.fromhex(said["previous"]),
    )


def _lines(path: Path) -> Iterator[Said]:
    """The values of a file of one JSON value a line, each in the one form that it has."""
    *lines, rest = path.read_bytes().split(b"\n")
    for line in lines:
        value = json.loads(line)
        if canonical(value) != line:
            raise ValueError(f"a line of {path.name} is not in its one form")
        yield value
    if rest:
        raise ValueError(f"{path.name} breaks off")
