"""How far has a question to an archive come, and what became of each capture that was asked for?

An errand is put down after any answer and taken up again; an attempt says once and for all what a request for a page
gave, so that nothing is asked for twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from legation.model.holdings import Retrieval


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request of an errand: what kind of answer it expects, and the whole address."""

    kind: Literal["rows", "pages", "collections", "timemap", "timegate"]
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted: a page's address, and between which digits of a timestamp, both ends included."""

    url: str
    since: str | None = None
    until: str | None = None
    near: str | None = None
    """The digits of a moment: of all captures only the one nearest to it is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One answer of an archive's index; its bytes are in the vault."""

    request: Request
    sha256: str
    status: int
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A question for all that an archive holds of a page, and how far it has come."""

    id: str
    archive: str
    wanted: Wanted
    begun_at: datetime
    open: tuple[Request, ...]
    """The requests still to make; none where the whole index is told."""
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What became of one capture that an archive lists."""

    archive: str
    url: str
    timestamp: str
    at: datetime
    """When it was settled, by our clock."""
    capture: str | None = None
    """The capture's id, where there is one."""
    retrieval: Retrieval | None = None
    code: str | None = None
    """Why there is none: the code of the error."""
    message: str | None = None
