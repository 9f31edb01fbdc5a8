"""What does a TimeMap of RFC 7089 list, and where does it go on; which capture does a TimeGate choose?

A parser of the link format's grammar, since addresses hold commas and dates hold comma and space. A memento's date
may disagree with the digits in its address: both are kept and the row is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from legation.archive.dialects.moments import digits, moment
from legation.archive.dialects.rows import Page
from legation.errors import ArchiveAnswerError
from legation.model.holdings import Holding

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TOKEN = re.compile(r"[^\s;,\"<>]+")
_SPACE = re.compile(r"\s*")
_STAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def links(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The links of a text in `application/link-format`, each address with its parameters in lower case.

    Unquoted values, stray commas at the end and any line ends are taken, as archives send them.

    Raises:
        ArchiveAnswerError: something stands where a link must; the message gives the place.
    """
    at = 0
    while True:
        at = _past(text, at, ",")
        if at >= len(text):
            return
        end = text.find(">", at)
        if text[at] != "<" or end < 0:
            raise ArchiveAnswerError(f"no link at character {at} of a TimeMap: {text[at : at + 60]!r}")
        address, at = text[at + 1 : end], end + 1
        parameters: dict[str, str] = {}
        while (after := _past(text, at, ";", once=True)) != at and text[_past(text, at) : _past(text, at) + 1] == ";":
            name, value, at = _parameter(text, after)
            parameters.setdefault(name, value)
        yield address, parameters


def read_timemap(archive: str, text: str) -> Page:
    """The mementos of a TimeMap, and the addresses of further TimeMaps.

    Raises:
        ArchiveAnswerError: it isn't in the link format.
    """
    original, found, following = "", [], []
    listed = list(links(text))
    for address, parameters in listed:
        if "original" in _relations(parameters):
            original = address
    for address, parameters in listed:
        relations = _relations(parameters)
        if "memento" in relations:
            found.append(_memento(archive, original, address, parameters))
        elif "timemap" in relations and "self" not in relations:
            following.append(address)
    return Page(holdings=tuple(found), following=tuple(following))


def read_timegate(archive: str, wanted: str, asked: str, head: str) -> tuple[Page, str | None]:
    """What the headers of a TimeGate's answer say.

    Args:
        archive: whose answer.
        wanted: the page's address.
        asked: the address that was asked.
        head: the headers, one a line.

    Returns:
        The capture that it chose, and the address that it leads to where that doesn't say which it is.
    """
    headers = [(name.strip().casefold(), value.strip()) for name, _, value in map(_parted, head.splitlines())]
    first = {name: value for name, value in reversed(headers) if value}
    chosen = urljoin(asked, first.get("content-location") or first.get("location") or asked)
    original = relation(first.get("link", ""), "original") or wanted
    at = http_date(first.get("memento-datetime", ""))
    if at is None and _STAMP.search(chosen) is None:
        return Page(), chosen if "location" in first else None
    said = {"datetime": first["memento-datetime"]} if at else {}
    one = _memento(archive, original, chosen, said)
    return Page(holdings=(replace(one, flags=one.flags if at else ()),)), None


def relation(text: str, name: str) -> str | None:
    """The first address of that relation in a `Link` header; `None` where there is none or it can't be read."""
    try:
        return next((address for address, said in links(text) if name in _relations(said)), None)
    except ArchiveAnswerError:
        return None


def http_date(text: str) -> datetime | None:
    """The moment of an HTTP date; `None` where it is none."""
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _memento(archive: str, original: str, address: str, parameters: Mapping[str, str]) -> Holding:
    said = http_date(parameters.get("datetime", ""))
    stamp = _STAMP.search(address)
    printed = stamp.group(1) if stamp else None
    in_address = moment(printed)[0] if printed else None
    flags = []
    if said is None:
        flags.append("the TimeMap gives no date that can be read")
    elif in_address is not None and in_address != said:
        flags.append(f"the TimeMap says {digits(said)}, the address {printed}")
    at = said or in_address
    return Holding(
        archive=archive,
        url=original,
        timestamp=printed or (digits(at) if at else ""),
        at=at,
        place=address,
        flags=tuple(flags),
    )


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")


def _relations(parameters: Mapping[str, str]) -> frozenset[str]:
    return frozenset(parameters.get("rel", "").casefold().split())


def _past(text: str, at: int, mark: str = "", *, once: bool = False) -> int:
    """Where the next thing stands after white space, and after this mark."""
    at = _end(_SPACE, text, at)
    while mark and text[at : at + 1] == mark:
        at = _end(_SPACE, text, at + 1)
        if once:
            break
    return at


def _parameter(text: str, at: int) -> tuple[str, str, int]:
    named = _NAME.match(text, at)
    if named is None:
        return "", "", at
    at = _end(_SPACE, text, named.end())
    if text[at : at + 1] != "=":
        return named.group().casefold(), "", at
    at = _end(_SPACE, text, at + 1)
    if text[at : at + 1] != '"':
        bare = _TOKEN.match(text, at)
        return named.group().casefold(), bare.group() if bare else "", bare.end() if bare else at
    value, at = [], at + 1
    while at < len(text) and text[at] != '"':
        at += text[at] == "\\"
        value.append(text[at : at + 1])
        at += 1
    return named.group().casefold(), "".join(value), at + 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
