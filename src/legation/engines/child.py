"""What does a supervised child do?

It gives up what it doesn't need, then takes one argument after another from its pipe and sends one parcel for each. It
ends when the pipe is closed.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from legation.engines.isolation import allow_time, isolate
from legation.engines.parcels import make_parcel
from legation.errors import LegationError
from legation.model.quick import collection_rested


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """What a child is given at its start: the function, and what its tasks may use, in bytes."""

    function: Callable[[Any], Any]
    memory: int
    output: int


def serve(pipe: Connection, crossing: Crossing, seconds: float) -> None:
    """Work until the pipe is closed; whoever holds its other end may also die in the middle of a task."""
    threading.Thread(target=_end_with, args=(pipe.fileno(),), daemon=True).start()
    pipe.send_bytes(make_parcel(isolate(crossing.memory)))
    while True:
        try:
            argument = pipe.recv()
        except EOFError:
            return
        allow_time(seconds)
        try:
            pipe.send_bytes(_answer(crossing, argument))
        except (BrokenPipeError, ConnectionResetError):
            return


def _end_with(pipe: int) -> None:
    hung_up = select.poll()
    hung_up.register(pipe, 0)
    hung_up.poll()
    os._exit(0)


def _answer(crossing: Crossing, argument: object) -> bytes:
    try:
        with collection_rested():
            parcel = make_parcel(("value", crossing.function(argument)))
    except MemoryError:
        return make_parcel(("memory", ""))
    except LegationError as error:
        return make_parcel(("error", error))
    except Exception as error:
        return make_parcel(("failed", f"{type(error).__name__}: {error}"[:500].encode(errors="replace").decode()))
    if len(parcel) > crossing.output:
        return make_parcel(("output", ""))
    return parcel
