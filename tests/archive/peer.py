"""A real archive server, pywb, in an environment of its own, started on loopback and stopped again."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parents[2] / ".venv-pywb" / "bin"
CONFIG = """framed_replay: false
enable_memento: true
redirect_to_exact: true
"""


@dataclass(frozen=True, kw_only=True)
class Peer:
    """A running pywb with one collection."""

    base: str
    folder: Path
    collection: str = "staff"

    @property
    def configuration(self) -> str:
        at = f"{self.base}/{self.collection}"
        return "\n".join(
            [
                "[peer]",
                'dialect = "pywb"',
                f'index = "{at}/cdx"',
                f'timemap = "{at}/timemap/link/"',
                f'timegate = "{at}/"',
                f'replay = "{at}/"',
                "loopback = true",
                "index_every = 0",
                "page_every = 0",
                "",
            ]
        )


def is_installed() -> bool:
    return (HOME / "wayback").exists()


def collect(folder: Path, files: Sequence[Path], collection: str = "staff", *, config: str = CONFIG) -> None:
    """Make a collection of WARC and WACZ files."""
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    _manage(folder, "init", collection)
    for file in files:
        unpack = ["--unpack-wacz"] if file.suffix == ".wacz" else []
        _manage(folder, "add", *unpack, collection, str(file))


@contextmanager
def running(folder: Path) -> Iterator[Peer]:
    """Serve a folder's collections on 127.0.0.1 while the block lasts."""
    port = _free_port()
    command = [str(HOME / "wayback"), "-b", "127.0.0.1", "-p", str(port), "-t", "4"]
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=_environment())
    try:
        _wait(f"http://127.0.0.1:{port}/", process, folder)
        yield Peer(base=f"http://127.0.0.1:{port}", folder=folder)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _manage(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [str(HOME / "wb-manager"), *words], cwd=folder, capture_output=True, text=True, check=False, env=_environment()
    )
    assert done.returncode == 0, done.stderr


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONWARNINGS": "ignore"}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, (folder / "log.txt").read_text(encoding="utf-8")
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.1)
    raise AssertionError((folder / "log.txt").read_text(encoding="utf-8"))
