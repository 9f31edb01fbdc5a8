"""How far is a child that parses foreign bytes kept from the rest of the machine?

It may not grow beyond its memory, run beyond its time, write a file, start a program or open a socket. Where the kernel
takes a filter, it refuses sockets itself; elsewhere the interpreter does, which code running outside of it wouldn't
notice. The level that was reached is a value, to be shown.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from dataclasses import dataclass
from typing import Literal

MEBIBYTE = 1 << 20

_PR_SET_SECCOMP = 22
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_MODE_FILTER = 2
_LOAD_WORD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # the 1 is EPERM
_X32 = 0x40000000
"""Numbers from here on are system calls of the x32 interface."""

_SYSTEM_CALLS = {
    "x86_64": (0xC000003E, {"socket": 41, "connect": 42, "bind": 49, "execve": 59, "ptrace": 101, "execveat": 322}),
    "aarch64": (
        0xC00000B7,
        {"socket": 198, "bind": 200, "connect": 203, "execve": 221, "ptrace": 117, "execveat": 281},
    ),
}
"""Architecture as the kernel's filter names it, and the calls refused; from the kernel's tables (asm/unistd.h)."""

_REFUSED_EVENTS = (
    "socket.",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.truncate",
    "os.link",
    "os.symlink",
    "os.chmod",
    "shutil.",
    "ftplib.",
    "http.",
    "urllib.",
    "smtplib.",
)
"""Audit events (PEP 578) that no reader raises."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True, kw_only=True)
class Isolation:
    """The level that a child reached: who refuses it network and programs, and whether its memory is bounded."""

    network: Literal["kernel", "interpreter"]
    memory: bool


def isolate(memory: int) -> Isolation:
    """Take from this process what parsing doesn't need, for good.

    Args:
        memory: bytes of address space that it may have beyond what it has now.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    bounded = _bound_memory(memory)
    network: Literal["kernel", "interpreter"] = "kernel" if _filter_system_calls() else "interpreter"
    sys.addaudithook(_refuse)
    return Isolation(network=network, memory=bounded)


def allow_time(seconds: float) -> None:
    """Let this process use so much processor time from now on; the kernel ends it after that."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _bound_memory(memory: int) -> bool:
    try:
        limit = _address_space() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (OSError, ValueError):
        return False
    return True


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * resource.getpagesize()


def _filter_system_calls() -> bool:
    known = _SYSTEM_CALLS.get(platform.machine())
    if sys.platform != "linux" or known is None or struct.calcsize("P") != 8:
        return False
    try:
        control = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return False
    program = _program(known[0], tuple(known[1].values()))
    code = ctypes.create_string_buffer(program, len(program))
    filter_ = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(code)))
    if control(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(control(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, filter_, 0, 0) == 0)


def _program(architecture: int, refused: tuple[int, ...]) -> bytes:
    """A filter (classic BPF, seccomp(2)): refuse these calls and those of another architecture, allow the rest."""
    checks = len(refused)
    lines = [
        (_LOAD_WORD, 0, 0, 4),
        (_JUMP_IF_EQUAL, 0, checks + 3, architecture),
        (_LOAD_WORD, 0, 0, 0),
        (_JUMP_IF_AT_LEAST, checks + 1, 0, _X32),
        *((_JUMP_IF_EQUAL, checks - place, 0, number) for place, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING and arguments[0] != os.devnull:
            raise PermissionError(f"a reader may not write {arguments[0]!r}")
    elif event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"a reader may not do {event}")
