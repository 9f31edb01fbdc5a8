"""What does an archive say that it holds, and what did it give when we asked for it?

A holding is one row of an archive's index: its word, kept as printed. A retrieval is what our own request got: every
clock and address apart, and both digests. Neither says that the page was genuine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

EMPTY_BODY = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"
"""SHA-1 in base32 of no bytes at all: what an index prints for most redirects."""

LIVE = "live"
"""Stands for the archive's name where the page's own server was asked."""

DigestVerdict = Literal["match", "mismatch", "unverifiable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Where a record lies in a file that an archive gives parts of."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One capture that an archive lists. What the index leaves out is `None`."""

    archive: str
    """The archive's short name in the configuration."""
    url: str
    """The address as the index prints it; it may differ in scheme, port or `www.` from the one asked for."""
    timestamp: str
    """The fourteen digits as printed, also where they are no moment."""
    at: datetime | None
    """The moment that they mean; `None` where they mean none."""
    status: int | None = None
    media_type: str | None = None
    digest: str | None = None
    """SHA-1 of the stored body in base32, the archive's own word; never ours."""
    length: int | None = None
    revisit: bool = False
    """Whether the archive kept only that the body was the same as an earlier one's."""
    place: str | None = None
    """The address of the capture where the index gives it: a memento's own."""
    segment: Segment | None = None
    flags: tuple[str, ...] = ()
    """What is odd about the row, in words."""

    @property
    def empty(self) -> bool:
        """Whether the index says that the body has no bytes."""
        return self.digest == EMPTY_BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One archived redirect on the way."""

    url: str
    timestamp: str | None
    status: int
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """What one request to an archive gave."""

    archive: str
    base: str
    """The archive's base address at the time."""
    requested: str
    """The whole address asked for."""
    requested_url: str
    requested_timestamp: str
    served_url: str
    """What the archive says it captured (`rel="original"`), else what was asked for."""
    served_at: datetime
    """What the archive says was the moment of capture (`Memento-Datetime`, `WARC-Date`)."""
    fetched_at: datetime
    """Our own clock."""
    status: int
    """The archived page's status, not the archive's."""
    headers: tuple[tuple[str, str], ...]
    """All headers as they came, in their order."""
    wire_sha256: str
    wire_size: int
    codings: tuple[str, ...] = ()
    """The content codings undone, outermost first."""
    digest: str | None = None
    digest_verdict: DigestVerdict = "unverifiable"
    record: str | None = None
    """SHA-256 of the WARC records of our request and its answer, in the vault."""
    same_body_as: str | None = None
    """The timestamp whose body this is, where equal digests in the index spared a request."""
    user_agent: str | None = None
    notes: tuple[str, ...] = ()
