"""How is a folder made a bag (BagIt 1.0, RFC 8493)? Texts from digests; nothing here touches a disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

ALGORITHMS = ("sha256", "sha512")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """What a manifest says of a file."""

    sha256: str
    sha512: str
    size: int


def manifest(files: Mapping[str, Digests], algorithm: str) -> bytes:
    """A manifest: each file's digest and path, in the order of the paths."""
    lines = (f"{getattr(digests, algorithm)}  {_encoded(path)}\n" for path, digests in sorted(files.items()))
    return "".join(lines).encode()


def info(fields: Iterable[tuple[str, str]], files: Mapping[str, Digests]) -> bytes:
    """What the bag says of itself, with the bytes and the number of its files."""
    oxum = f"{sum(each.size for each in files.values())}.{len(files)}"
    lines = [*fields, ("Payload-Oxum", oxum)]
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in lines).encode()


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
