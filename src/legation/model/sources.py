"""Who speaks, and which bytes did we see when?

A capture is bytes as seen once, with every clock kept apart; what the reporter said of it when adding it is `Given`,
never mixed with what the bytes say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from legation.model.dates import Edtf
from legation.model.holdings import DigestVerdict
from legation.model.quick import quick

InputKind = Literal["list", "names", "report", "register", "letter"]
Origin = Literal["archive", "live", "file", "hand"]

GIVEN_OPTIONS = (
    "kind",
    "as-of",
    "url",
    "captured-at",
    "source",
    "mission",
    "sending",
    "receiving",
    "published",
    "language",
    "columns",
)
"""What may be said of an input: options of `add`, columns of a manifest, fields of a form."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the reporter said of an input: options of `add`, columns of a manifest."""

    kind: InputKind | None = None
    as_of: Edtf | None = None
    mission: str | None = None
    sending: str | None = None
    receiving: str | None = None
    published: Edtf | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None
    captured_at: datetime | None = None
    http_status: int | None = None
    """What the server answered with when the page was captured, where an archive or a WARC file says so."""
    columns: str | None = None
    """Of a register that is a table: which headers are which fields, `name=Full Name,birthDate=Born`."""
    cut_off: bool = False
    """Whether the archive or the WARC file says that bytes are missing at the end."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIn:
    """The record of a WARC file that a capture's bytes stand in; what the file says of itself attests nothing."""

    file: str
    """SHA-256 of the WARC file."""
    name: str
    offset: int
    record: str | None
    """`WARC-Record-ID`."""
    digest_verdict: DigestVerdict
    same_body_as: str | None = None
    """The record that has the body, for a revisit."""
    notes: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes as seen once. The same bytes seen twice are two captures of one digest."""

    id: str
    sha256: str
    size: int
    origin: Origin
    name: str
    """The file's name or the URL's last part, for people; never a path of this machine."""
    media_type: str | None
    added_at: datetime
    given: Given
    wire_sha256: str | None = None
    found_in: FoundIn | None = None
    """The file that the bytes stand in, where they weren't given by themselves."""
