"""Tasks for supervised children, at the top level of a module so that a child can import them."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from legation.errors import UnsupportedInputError
from legation.model.keys import sha256_hex


def double(number: int) -> int:
    return 2 * number


def behave(how: str) -> object:
    actions: dict[str, Callable[[], object]] = {
        "sleep": lambda: time.sleep(3600),
        "spin": _spin,
        "bomb": lambda: len(bytearray(8 << 30)),
        "segfault": lambda: ctypes.string_at(0),
        "exit": lambda: os._exit(3),
        "refuse": _refuse,
        "bug": lambda: [][1],
        "deep": _deep,
        "flood": lambda: "x" * (4 << 20),
        "foreign": lambda: Path("somewhere"),
        "function": lambda: sha256_hex,
        "pid": os.getpid,
        "socket": lambda: socket.socket().fileno(),
        "raw-socket": _raw_socket,
        "program": lambda: subprocess.run([sys.executable, "-c", ""], check=True).returncode,
        "write": lambda: Path("written-by-a-reader").write_text("no"),
    }
    return actions[how]()


def _raw_socket() -> int:
    open_socket = ctypes.CDLL(None, use_errno=True).socket
    return int(open_socket(2, 1, 0))


def _spin() -> None:
    while True:
        pass


def _refuse() -> None:
    raise UnsupportedInputError("this is no list: give another file", item="list.bin")


def _deep() -> int:
    return 1 + _deep()
