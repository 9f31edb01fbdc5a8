"""Which case lies on the desk? Open connections to it, lent to one request each, and the parts that pages share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Annotated

from fastapi import Depends, Request

from legation.store.case import Case


class Desk:
    """The case that the workbench shows. Opening a case takes longer than most answers, so that they are kept open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: LifoQueue[Case] = LifoQueue()

    @contextmanager
    def case(self) -> Iterator[Case]:
        """The case, for this request alone."""
        try:
            case = self._idle.get_nowait()
        except Empty:
            case = Case.open(self.path)
        try:
            yield case
        except BaseException:
            case.close()
            raise
        self._idle.put(case)


def _lent(request: Request) -> Iterator[Case]:
    desk: Desk = request.app.state.desk
    with desk.case() as case:
        yield case


OpenCase = Annotated[Case, Depends(_lent)]
"""An open case as a parameter of a screen."""
