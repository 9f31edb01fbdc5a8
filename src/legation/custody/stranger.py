"""Checks this folder, and needs nothing but Python 3.8 or newer: no network, no other program, no installation.

    python3 -I verify.py [FOLDER]

What is checked, in this order:

1. The bag (BagIt 1.0): every file under data/ has the SHA-256 and SHA-512 that the manifests say, none is missing and
   none was put in; the files beside data/ have the digests that the tag manifests say.
2. The chain (data/chain.jsonl): each entry names the digest of the entry before it, so that none can be changed, left
   out or put in. data/head.json names the last one.
3. What was opened (data/opened.jsonl): an entry shows only a commitment, SHA-256 over a label, a salt and the content.
   For the captures in this folder salt and content are given, so that anybody can compute it. The bytes of each
   stand in data/captures under their SHA-256.
4. The findings (data/findings.jsonl): each passage stands in a capture of this folder.
5. The package of web records (data/captures.wacz): its parts have the digests that it says.
6. Stamps (data/stamps): each is about an entry of the chain, for the request beside it. Whether the signature is good
   this script can't tell; it prints the openssl command that does.

A copy of this script that came with the folder proves nothing about the folder to somebody who distrusts its sender:
take the script from the project, or write your own from these lines.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Set, Tuple

Say = Callable[[str], None]
ORIGIN = "0" * 64
LABEL = b"legation commitment 1\0"
TST_INFO = bytes.fromhex("060b2a864886f70d0109100104")


def main(arguments: List[str]) -> int:
    """Check a folder, tell what was found, and give the exit code: 0 where all is as it was, else 1."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    problems: List[str] = []
    shown: List[str] = []
    for name, check in CHECKS:
        try:
            check(folder, problems.append, shown.append)
        except Exception as error:  # whatever a changed byte does, it is a problem and no traceback
            problems.append("%s can't be read as what it should be (%s: %s)" % (name, type(error).__name__, error))
    for line in shown:
        print(line)
    for problem in problems:
        print("PROBLEM: " + problem)
    if problems:
        print("This folder is not what it was when it was made: %d problems." % len(problems))
        return 1
    print("Everything here is what it was when this folder was made, and the chain holds.")
    print("That shows nothing changed since. It doesn't show that a page was genuine, nor that an archive's copy is;")
    print("and whoever owns the whole case could have written another chain before the first stamp, or without one.")
    return 0


def check_bag(folder: Path, problem: Say, show: Say) -> None:
    """Whether every file has its digests, and none is missing or too many."""
    if read(folder, "bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        problem("bagit.txt is not that of a bag of version 1.0")
    every = sorted(files_of(folder))
    payload = [path for path in every if path.startswith("data/")]
    tags = [path for path in every if not path.startswith(("data/", "tagmanifest-"))]
    for algorithm in ("sha256", "sha512"):
        for manifest, paths in (("manifest-", payload), ("tagmanifest-", tags)):
            name = manifest + algorithm + ".txt"
            wanted = dict(manifest_lines(read(folder, name).decode("utf-8"), problem, name))
            for path in sorted(set(paths) - set(wanted)):
                problem("%s isn't in %s: it was put in" % (path, name))
            for path in sorted(set(wanted) - set(paths)):
                problem("%s is in %s and not in the folder" % (path, name))
            for path in sorted(set(wanted) & set(paths)):
                if digest_of(folder, path, algorithm) != wanted[path]:
                    problem("%s has not the %s that %s says" % (path, algorithm, name))
    show("%d files under data/, %d beside it" % (len(payload), len(tags)))


def check_chain(folder: Path, problem: Say, show: Say) -> None:
    """Whether each entry follows the one before it."""
    entries = chain(folder)
    before = ORIGIN
    for place, entry in enumerate(entries, 1):
        if entry["number"] != place:
            problem("entry %d stands where entry %d belongs" % (entry["number"], place))
        if entry["previous"] != before:
            problem("entry %d doesn't follow the one before it" % entry["number"])
        said = {key: value for key, value in entry.items() if key != "hash"}
        before = hashlib.sha256(canonical(said)).hexdigest()
        if entry["hash"] != before:
            problem("entry %d was changed" % entry["number"])
    head = {"digest": before, "number": len(entries)}
    if read(folder, "data/head.json") != canonical(head) + b"\n":
        problem("data/head.json names another last entry")
    show("a chain of %d entries; the last has the digest %s" % (len(entries), before))


def check_opened(folder: Path, problem: Say, show: Say) -> None:
    """Whether what was opened is what the chain commits to, and the bytes are there."""
    entries = {entry["number"]: entry for entry in chain(folder)}
    captures: Dict[str, int] = {}
    stamps: Dict[str, str] = {}
    opened = json_lines(folder, "data/opened.jsonl")
    for one in opened:
        entry = entries.get(one["number"])
        content = one["content"].encode("utf-8", "surrogatepass")
        bound = hashlib.sha256(LABEL + bytes.fromhex(one["salt"]) + content).hexdigest()
        if entry is None or entry["commitment"] != bound:
            problem("entry %s doesn't commit to the content that is given for it" % one["number"])
        elif entry["kind"] == "capture":
            captures[json.loads(one["content"])["sha256"]] = one["number"]
        elif entry["kind"] == "stamp":
            stamps[entry["subject"]] = one["content"]
    there = set(names_in(folder, "data/captures"))
    for sha256 in sorted(set(captures) - there):
        problem("the bytes of entry %d are not in data/captures" % captures[sha256])
    for name in sorted(there - set(captures)):
        problem("data/captures/%s is no capture of the chain" % name)
    for name in sorted(there):
        if digest_of(folder, "data/captures/" + name, "sha256") != name:
            problem("data/captures/%s has another digest than its name" % name)
    for name in names_in(folder, "data/stamps"):
        if stamps.get(name) != digest_of(folder, "data/stamps/" + name + "/stamp.json", "sha256"):
            problem("the stamp %s is not in the chain" % name)
    show("%d entries opened, %d of them captures" % (len(opened), len(captures)))


def check_findings(folder: Path, problem: Say, show: Say) -> None:
    """Whether each finding rests on captures of this folder."""
    there = set(names_in(folder, "data/captures"))
    rows = json_lines(folder, "data/findings.jsonl")
    for row in rows:
        for sha256 in sorted(digests_in(row) - there):
            problem("%s rests on %s, which is not in data/captures" % (row.get("id"), sha256))
    show("%d findings" % len(rows))


def check_package(folder: Path, problem: Say, show: Say) -> None:
    """Whether the package of web records is whole."""
    path = folder / "data" / "captures.wacz"
    if not path.exists():
        return
    with zipfile.ZipFile(path) as package:
        description = package.read("datapackage.json")
        said = json.loads(package.read("datapackage-digest.json").decode("utf-8"))
        if said["hash"] != "sha256:" + hashlib.sha256(description).hexdigest():
            problem("data/captures.wacz: its description was changed")
        for one in json.loads(description.decode("utf-8"))["resources"]:
            if one["hash"] != "sha256:" + hashlib.sha256(package.read(one["path"])).hexdigest():
                problem("data/captures.wacz: %s was changed" % one["path"])
    show("a package of web records, data/captures.wacz: any WACZ reader opens it")


def check_stamps(folder: Path, problem: Say, show: Say) -> None:
    """Whether each stamp is about an entry of the chain."""
    entries = {entry["number"]: entry for entry in chain(folder)}
    for name in names_in(folder, "data/stamps"):
        place = "data/stamps/" + name + "/"
        said = json.loads(read(folder, place + "stamp.json").decode("utf-8"))
        for file, wanted in sorted(said["files"].items()):
            if digest_of(folder, place + file, "sha256") != wanted:
                problem(place + file + " is not what was kept")
        entry = entries.get(said["entry"])
        head = canonical({"digest": said["digest"], "number": said["entry"]}) + b"\n"
        if entry is None or entry["hash"] != said["digest"] or read(folder, place + "head.json") != head:
            problem(place + ": the chain has no such entry")
        imprint, moment, nonce = stamped(read(folder, place + "answer.tsr"))
        if imprint != hashlib.sha256(head).hexdigest():
            problem(place + "answer.tsr is of another digest")
        if nonce != nonce_of(read(folder, place + "request.tsq")):
            problem(place + "answer.tsr is to another request: its nonce differs")
        show("entry %d existed on %s, says %s (%s)" % (said["entry"], moment, said["authority"], said["url"]))
        show("  whose signature it is: cd %s && openssl ts -verify -in answer.tsr -data head.json -CAfile ROOT" % place)


CHECKS = (
    ("the bag", check_bag),
    ("the chain", check_chain),
    ("data/opened.jsonl", check_opened),
    ("data/findings.jsonl", check_findings),
    ("data/captures.wacz", check_package),
    ("data/stamps", check_stamps),
)


def stamped(answer: bytes) -> Tuple[str, str, List[bytes]]:
    """The SHA-256, the moment and the nonce in an answer of an authority (RFC 3161), read without its signature."""
    start = answer.index(TST_INFO) + len(TST_INFO)
    wrapped = elements(elements(answer[start:])[0][1])[0]
    info = wrapped[1] if wrapped[0] == 4 else b"".join(body for _, body in elements(wrapped[1]))
    parts = elements(elements(info)[0][1])
    imprint = elements(parts[2][1])[1][1].hex()
    moment = next(body for tag, body in parts if tag == 0x18).decode("ascii")
    at = datetime.datetime.strptime(moment.rstrip("Z").split(".")[0] + "+0000", "%Y%m%d%H%M%S%z")
    return imprint, at.isoformat(), [body for tag, body in parts if tag == 2][2:]


def nonce_of(request: bytes) -> List[bytes]:
    """The nonce of a request to such an authority: its number after the version; none where it has none."""
    return [body for tag, body in elements(elements(request)[0][1]) if tag == 2][1:]


def elements(data: bytes) -> List[Tuple[int, bytes]]:
    """Tag and body of the DER elements in some bytes, as far as they go."""
    found: List[Tuple[int, bytes]] = []
    at = 0
    while at + 2 <= len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        found.append((tag, data[at : at + size]))
        at += size
    return found


def chain(folder: Path) -> List[Dict[str, Any]]:
    """The entries of the chain, in their order."""
    return json_lines(folder, "data/chain.jsonl")


def json_lines(folder: Path, path: str) -> List[Dict[str, Any]]:
    """The values of a file of one JSON value a line, each in the one form that it has."""
    lines = read(folder, path).split(b"\n")
    if lines.pop() or any(canonical(json.loads(line)) != line for line in lines):
        raise ValueError("a line of %s is not in its one form" % path)
    return [json.loads(line) for line in lines]


def canonical(value: object) -> bytes:
    """The one JSON text of a value: keys in order, no white space, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def digests_in(value: object) -> Set[str]:
    """Every digest of a document that a finding names, at any depth."""
    found: Set[str] = set()
    if isinstance(value, dict):
        if isinstance(value.get("sha256"), str):
            found.add(value["sha256"])
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            found |= digests_in(each)
    return found


def manifest_lines(text: str, problem: Say, name: str) -> Iterator[Tuple[str, str]]:
    """Path and digest of each line of a manifest."""
    lines = text.split("\n")
    if lines.pop() or lines != sorted(lines, key=lambda line: line.partition("  ")[2]):
        problem(name + " is not in the form in which it was written")
    for line in lines:
        digest, _, path = line.partition("  ")
        yield path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"), digest


def names_in(folder: Path, path: str) -> List[str]:
    """The names in a folder of the folder, in order; none where it isn't there."""
    whole = folder / path
    return sorted(each.name for each in whole.iterdir()) if whole.is_dir() else []


def files_of(folder: Path) -> Iterator[str]:
    """The paths of all files, from the folder on."""
    for place, _, names in os.walk(str(folder)):
        for name in names:
            yield (Path(place) / name).relative_to(folder).as_posix()


def read(folder: Path, path: str) -> bytes:
    """The bytes of a file."""
    return (folder / path).read_bytes()


def digest_of(folder: Path, path: str, algorithm: str) -> str:
    """The digest of a file, read in pieces."""
    digest = hashlib.new(algorithm)
    with (folder / path).open("rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            digest.update(piece)
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
