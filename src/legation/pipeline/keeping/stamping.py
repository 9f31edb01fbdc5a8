"""Since when does the chain say what it says? Authorities outside stamp the digest of its last entry.

Nothing but that digest leaves the machine; the authority learns it, our address and the moment. Request and answer are
kept byte for byte beside the chain, with the roots that were trusted for it, so that `openssl ts -verify` accepts them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from legation import __version__
from legation.archive.network.guard import Guard
from legation.archive.network.web import Answer, Limits, Web
from legation.custody.chain import canonical
from legation.custody.stamps import Signature, Stamp
from legation.custody.tokens import UnreadableTokenError, nonce_of, token_of
from legation.errors import ArchiveAnswerError, InputError, UsageError
from legation.model.keys import sha256_hex
from legation.pipeline.keeping.signatures import requested, signature
from legation.store.anchor import head_text
from legation.store.case import STAMPS, Case
from legation.vocabulary.authorities import Authority, read_authorities, shipped

FILE = "authorities.toml"
HEAD, REQUEST, ANSWER, ROOTS = "head.json", "request.tsq", "answer.tsr", "roots.pem"
_LIMITS = Limits(wire_bytes=1 << 20, whole_seconds=60)


def authorities_of(case: Case) -> Mapping[str, Authority]:
    """The authorities that can be asked, by name: the shipped ones, over them the user's own, over both the case's.

    Raises:
        UsageError: a configuration file says something that can't be.
    """
    known = shipped()
    said = os.environ.get("XDG_CONFIG_HOME")
    home = (Path(said) if said else Path.home() / ".config") / "legation"
    for folder in (home, case.path):
        file = folder / FILE
        if file.is_file():
            known = read_authorities(file.read_text(encoding="utf-8"), known, item=str(file), folder=folder)
    return known


def chosen(case: Case, names: tuple[str, ...]) -> tuple[Authority, ...]:
    """The authorities of these names or addresses; those that are asked by default where none is named.

    Raises:
        UsageError: there is none of that name.
    """
    known = authorities_of(case)
    found = []
    for name in names:
        if name in known:
            found.append(known[name])
        elif name.startswith(("http://", "https://")):
            found.append(Authority(name=urlsplit(name).hostname or "unnamed", title=name, url=name))
        else:
            raise UsageError(
                f"no authority is called {name!r}; there are {', '.join(known)}. Others can be named in {FILE}, "
                "or by their address",
                item=name,
            )
    return tuple(found) or tuple(one for one in known.values() if one.default)


def stamp(case: Case, authority: Authority, head: tuple[int, bytes]) -> Stamp:
    """Have an entry of the chain stamped, its last one, and keep the stamp.

    Args:
        case: whose chain it is.
        authority: whom to ask.
        head: number and digest of the entry.

    Raises:
        UsageError: the chain is empty, or the extra isn't installed.
        NetworkError: no answer, or one that doesn't fit the request; nothing was kept.
        InputError: the roots can't be read.
    """
    number, digest = head
    if not number:
        raise UsageError("the chain has no entry yet: add something to the case first")
    roots = _roots(authority)
    data = head_text(number, digest)
    request = requested(data)
    with Web(_guard(authority), user_agent=f"legation/{__version__}", limits=_LIMITS) as web:
        answer = web.post(authority.url, request, "application/timestamp-query")
    _fits(answer, authority, request, data)
    checked = signature(answer.body, data, roots)
    if checked.state == "refused":
        raise ArchiveAnswerError(f"{authority.title}: {checked.why}; nothing was kept", item=authority.url)
    files = {HEAD: data, REQUEST: request, ANSWER: answer.body, **({ROOTS: roots} if roots else {})}
    name = f"{number:06d}-{authority.name}-{sha256_hex(answer.body)[:8]}"
    said = {
        "authority": authority.title,
        "url": authority.url,
        "asked_at": answer.asked_at.isoformat(timespec="seconds"),
        "entry": number,
        "digest": digest.hex(),
        "files": {each: sha256_hex(file) for each, file in files.items()},
    }
    _keep(case, name, {**files, STAMPS: canonical(said) + b"\n"})
    return _stamp(name, said, token_of(answer.body).at, checked)


def stamps_of(case: Case) -> tuple[Stamp, ...]:
    """The stamps that are kept and sound, in the order of what they are of."""
    found = []
    for file in sorted(case.stamps.glob(f"*/{STAMPS}")):
        if not list(_problems(case, file)):
            folder = file.parent
            said = json.loads(file.read_bytes())
            data = {each: (folder / each).read_bytes() for each in said["files"]}
            checked = signature(data[ANSWER], data[HEAD], data.get(ROOTS))
            found.append(_stamp(folder.name, said, token_of(data[ANSWER]).at, checked))
    return tuple(found)


def problems(case: Case) -> Iterator[str]:
    """What of the kept stamps isn't what it was, doesn't fit the chain, or isn't signed by whom it should be."""
    for file in sorted(case.stamps.glob(f"*/{STAMPS}")):
        yield from (f"stamp {file.parent.name}: {problem}" for problem in _problems(case, file))


def _problems(case: Case, file: Path) -> Iterator[str]:
    said = json.loads(file.read_bytes())
    data: dict[str, bytes] = {}
    for name, wanted in said["files"].items():
        try:
            data[name] = (file.parent / Path(name).name).read_bytes()
        except OSError as error:
            yield f"{name} can't be read ({error.strerror})"
            return
        if sha256_hex(data[name]) != wanted:
            yield f"{name} is not what it was"
            return
    entries = case.ledger.entries()
    number = said["entry"]
    if not 0 < number <= len(entries) or entries[number - 1][1].hex() != said["digest"]:
        yield f"the chain has no entry {number} with the digest that was stamped: it was cut off or rewritten"
    if data[HEAD] != head_text(number, bytes.fromhex(said["digest"])):
        yield f"{HEAD} names another entry"
    try:
        if problem := _mismatch(data[ANSWER], data[REQUEST], data[HEAD]):
            yield problem
    except UnreadableTokenError as error:
        yield f"{ANSWER}: {error}"
        return
    checked = signature(data[ANSWER], data[HEAD], data.get(ROOTS))
    if checked.state == "refused":
        yield str(checked.why)


def _mismatch(answer: bytes, request: bytes, head: bytes) -> str | None:
    token = token_of(answer)
    if token.imprint.hex() != sha256_hex(head):
        return "the answer is of another digest than was sent"
    if token.nonce != nonce_of(request):
        return "the answer is to another request: its nonce differs"
    return None


def _fits(answer: Answer, authority: Authority, request: bytes, head: bytes) -> None:
    said = f"{authority.title} ({authority.url})"
    if answer.status != 200:
        raise ArchiveAnswerError(
            f"{said} answered {answer.status} {answer.reason}; try again later, or another with --authority",
            item=authority.url,
        )
    try:
        problem = _mismatch(answer.body, request, head)
    except UnreadableTokenError as error:
        problem = str(error)
    if problem:
        raise ArchiveAnswerError(f"{said}: {problem}; nothing was kept", item=authority.url)


def _keep(case: Case, name: str, files: Mapping[str, bytes]) -> None:
    """Write the files, what they are last, then their entry of the chain."""
    from legation.pipeline.work.written import write_whole

    with case.writing(10.0):
        for each, data in sorted(files.items(), key=lambda item: item[0] == STAMPS):
            write_whole(case.stamps / name / each, data)
        case.ledger.enter_one("stamp", name, sha256_hex(files[STAMPS]))


def _stamp(name: str, said: Mapping[str, object], at: datetime, checked: Signature) -> Stamp:
    return Stamp(
        name=name,
        authority=str(said["authority"]),
        url=str(said["url"]),
        entry=int(str(said["entry"])),
        digest=str(said["digest"]),
        at=at.astimezone(UTC),
        signature=checked,
    )


def _roots(authority: Authority) -> bytes | None:
    if authority.roots is None:
        return None
    try:
        return Path(authority.roots).read_bytes()
    except OSError as error:
        raise InputError(
            f"{authority.roots}: the roots of {authority.title} can't be read ({error.strerror}); check {FILE}",
            item=authority.roots,
        ) from None


def _guard(authority: Authority) -> Guard:
    parts = urlsplit(authority.url)
    if not authority.loopback or not parts.hostname:
        return Guard()
    return Guard(exceptions=frozenset({(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))}))
