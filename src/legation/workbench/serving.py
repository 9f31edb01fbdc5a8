"""How does the workbench run? One process on one port of this machine, until Ctrl-C.

No other address than loopback can be asked for. Nothing is logged: what is looked at stays with who looks.
"""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from legation.errors import UsageError
from legation.store.case import Case
from legation.workbench.app import workbench
from legation.workbench.door import DEFAULT_PORT, Keys

LOOPBACK = "127.0.0.1"
SETTLED_EVERY = 60
"""Seconds after which the collector passes over what has come to stay."""


def serve(path: Path, *, port: int = DEFAULT_PORT, ready: Callable[[str], None]) -> None:
    """Serve a case until it is stopped.

    Args:
        path: the case's folder.
        port: of loopback; 0 takes a free one.
        ready: is given the address to open, good once, when the port listens.

    Raises:
        NotACaseError: there is no case in the folder.
        UsageError: the port is taken.
    """
    Case.open(path).close()
    with _listening(port) as listening:
        keys = Keys(port=listening.getsockname()[1])
        config = uvicorn.Config(
            workbench(path, keys),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=2,
            callback_notify=_settle,
            timeout_notify=SETTLED_EVERY,
        )
        settle()
        ready(keys.address)
        uvicorn.Server(config).run(sockets=[listening])


def settle() -> None:
    """Let the collector pass over what is loaded by now, which stays: to walk through it takes longer than a page."""
    gc.collect()
    gc.freeze()


async def _settle() -> None:
    settle()


def _listening(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
        listening.listen()
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"port {port} can't be taken ({reason}): choose another with --port, or 0 for any") from None
    return listening
