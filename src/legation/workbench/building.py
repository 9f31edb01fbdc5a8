"""Is a build under way? One at a time, beside the pages, which show the old values whole until it is done."""

from __future__ import annotations

import threading
from pathlib import Path

from legation.errors import LegationError
from legation.pipeline.building.build import build
from legation.store.case import Case


class Builder:
    """Builds the case in a thread of its own and tells how far it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._start = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress: tuple[int, int, str] = (0, 0, "")
        """Done, of how many, and of what."""
        self.error: str | None = None
        """Why the last build ended early."""
        self.done = False
        """Whether the last build that was begun here came to its end."""

    @property
    def running(self) -> bool:
        """Whether a build is under way."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, *, again: bool = False) -> None:
        """Begin a build, unless one is under way.

        Args:
            again: also read once more what could not be read before.
        """
        with self._start:
            if self.running:
                return
            self.error, self.done, self.progress = None, False, (0, 0, "")
            self._thread = threading.Thread(target=self._build, args=(again,), daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the build to end; whether it did."""
        if self._thread is not None:
            self._thread.join(seconds)
        return not self.running

    def _build(self, again: bool) -> None:
        try:
            with Case.open(self._path) as case:
                build(case, self._tell, again=again)
            self.done = True
        except LegationError as error:
            self.error = error.message
        except Exception as error:
            # A page has to say that the values are the old ones, whatever it was.
            self.error = f"the build ended early ({error!r}): what was read so far is kept; build again"

    def _tell(self, done: int, total: int, what: str) -> None:
        self.progress = (done, total, what)
