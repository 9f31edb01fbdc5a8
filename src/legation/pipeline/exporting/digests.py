"""Which digests has a file, and which does a row name?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from legation.custody.bag import ALGORITHMS, Digests

_PIECE = 1 << 20


def digests_of(path: Path) -> Digests:
    """The digests of a file, read in pieces."""
    made = [hashlib.new(algorithm) for algorithm in ALGORITHMS]
    size = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            for each in made:
                each.update(piece)
    return Digests(sha256=made[0].hexdigest(), sha512=made[1].hexdigest(), size=size)


def digests_in(value: object) -> Iterator[str]:
    """Every digest of a document that a row names, at any depth."""
    if isinstance(value, dict):
        if isinstance(digest := value.get("sha256"), str):
            yield digest
        for each in value.values():
            yield from digests_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from digests_in(each)
