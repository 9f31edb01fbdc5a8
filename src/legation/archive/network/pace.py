"""How soon may the next request go out?

Limits are per network, not per process: every process of this machine takes its turn from one small file an archive,
under a lock. When an archive says *too many*, all of them stop until the moment it gives.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from legation.archive.dialects.timemap import http_date
from legation.errors import ArchiveBusyError

Pool = Literal["index", "page"]
DEFAULT_WAIT = 60.0
"""Seconds to wait where an archive says *too many* and not for how long."""
BLOCK_WAIT = 3600.0
"""Seconds to wait where an archive refuses to connect after saying so: the Internet Archive blocks for an hour."""


class Clock(Protocol):
    """The wall clock, shared by processes, and sleep."""

    def now(self) -> float:
        """Seconds since 1970."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class WallClock:
    """The machine's clock."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """One archive's turns, shared by all processes that are given the same folder."""

    archive: str
    folder: Path
    every: Callable[[Pool], float]
    """Seconds between two requests of a pool."""
    clock: Clock

    def turn(self, pool: Pool) -> None:
        """Wait for the next turn.

        Raises:
            ArchiveBusyError: the archive asked everyone to wait, and that moment has not come.
        """
        with self._state() as state:
            now = self.clock.now()
            if state.get("until", 0.0) > now:
                raise self._busy(state["until"])
            # a clock that was set back must not stop the work for years
            turn = min(max(now, state.get(pool, 0.0)), now + 60 * max(self.every(pool), 1.0))
            state[pool] = turn + self.every(pool)
        if turn > now:
            self.clock.sleep(turn - now)
            # another process may have been sent away meanwhile
            with self._state() as state:
                if state.get("until", 0.0) > self.clock.now():
                    raise self._busy(state["until"])

    def stop(self, seconds: float) -> ArchiveBusyError:
        """Stop all processes for so long; gives the error to raise."""
        with self._state() as state:
            until = max(state.get("until", 0.0), self.clock.now() + seconds)
            state["until"] = until
        return self._busy(until)

    def was_busy(self, within: float) -> bool:
        """Whether the archive asked to wait within so many seconds before now."""
        with self._state() as state:
            return self.clock.now() - within < state.get("until", 0.0)

    def _busy(self, until: float) -> ArchiveBusyError:
        at = datetime.fromtimestamp(until, UTC)
        return ArchiveBusyError(
            f"{self.archive} asks to wait until {at:%Y-%m-%d %H:%M:%S} UTC; what was fetched is kept: "
            "run the same command again after that",
            item=self.archive,
        )

    @contextmanager
    def _state(self) -> Iterator[dict[str, float]]:
        self.folder.mkdir(parents=True, exist_ok=True)
        number = os.open(self.folder / f"{self.archive}.json", os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(number, "r+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            state = _numbers(file.read())
            before = dict(state)
            yield state
            if state != before:
                file.seek(0)
                file.truncate()
                file.write(json.dumps(state))


def retry_after(text: str | None, now: float) -> float | None:
    """Seconds to wait by a `Retry-After` header, which gives seconds or a date; `None` where it gives neither."""
    if text is None:
        return None
    if text.strip().isdigit():
        return float(text)
    at = http_date(text)
    return max(0.0, at.timestamp() - now) if at else None


def _numbers(text: str) -> dict[str, float]:
    """What the file says; one that a crash left half-written says nothing."""
    try:
        said = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(said, dict):
        return {}
    return {str(name): float(value) for name, value in said.items() if isinstance(value, int | float)}
