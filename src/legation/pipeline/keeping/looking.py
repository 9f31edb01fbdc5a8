"""Where in a case do a person's names stand? In any file and any text that is kept, whatever format it is in.

A name stands where all its words do, in any order and at most two words apart: as lists and reports print it, in upper
or lower case, with or without accents. A part of a name alone is told, and is nobody's for certain; so is a single word
that a list or a report prints. Files are read in pieces, whatever their size.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from legation.archive.vault import Vault
from legation.archive.warc.reading import Record, records
from legation.errors import LegationError
from legation.model.listings import Listing
from legation.model.sources import Capture, Given
from legation.pipeline.work.stages import Task, document_of
from legation.pipeline.work.supervised import Progress, run
from legation.store.case import Case
from legation.store.search import word_sequence

APART = 2
"""Words that may stand between those of a name: a title, a mark of the page's language."""
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "latin-1")
_ESCAPED, _ESCAPED_TEXT = re.compile(rb"\\u[0-9a-fA-F]{4}"), re.compile(r"\\u([0-9a-fA-F]{4})")
"""Signs as JSON may write them."""
_PIECE, _OVERLAP = 1 << 20, 1 << 12
"""Bytes that are read at a time, and those of the piece before that are read again: a name may stand on the border."""
_PIECES_UNPACKED = 1 << 10
"""Pieces that are read of a packed file without records: its maker may have meant it to have no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The spellings of one person's name, each as its words."""

    spellings: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...] = ()
    """Single words under which something printed them: others may be called so."""

    @staticmethod
    def of(texts: Iterable[str], printed: Iterable[str] = ()) -> Names:
        """The names of these texts, and of printed ones; a text without a word is none."""
        given, found = dict.fromkeys(_words(texts)), dict.fromkeys(_words(printed))
        whole = {**given, **dict.fromkeys(words for words in found if len(words) > 1)}
        return Names(spellings=tuple(whole), parts=tuple(words[0] for words in found if words not in whole))

    def stand_in(self, text: str) -> bool:
        """Whether one of the names stands in a text."""
        sequence = word_sequence(text)
        there = set(sequence)
        return any(_stands(words, sequence) for words in self.spellings if there.issuperset(words))

    def rare_word_in(self, text: str) -> bool:
        """Whether the longest word of a name stands in a text: it may be the family name, and may be another's."""
        there = set(word_sequence(text))
        return any(max(words, key=len) in there for words in self.spellings) or not there.isdisjoint(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The files in which the names stand, and those in which a part of one does."""

    certain: frozenset[str]
    possible: frozenset[str]


def names_of(listings: Iterable[Listing], printed: Iterable[str], given: Iterable[str]) -> Names:
    """Every spelling under which these lines and others print somebody, and those that are given."""
    return Names.of(given, [*(listing.name or "" for listing in listings), *printed])


def standing(case: Case, names: Names, progress: Progress | None = None) -> Standing:
    """Look into every file of the vault; captures are read as they are for a build."""
    vault = Vault(case.vault)
    certain, possible = set[str](), set[str]()
    for sha256, texts in _texts(case, vault, progress):
        for text in texts:
            if names.stand_in(text):
                certain.add(sha256)
                break
            if names.rare_word_in(text):
                possible.add(sha256)
    return Standing(certain=frozenset(certain), possible=frozenset(possible - certain))


def _texts(case: Case, vault: Vault, progress: Progress | None) -> Iterator[tuple[str, Iterable[str]]]:
    for sha256 in list(vault.digests()):
        yield sha256, _raw(vault, sha256)
    # what a register says stands in its bytes as it is, and it may be too large to be read as a document
    read = (capture for capture in case.kept.captures() if capture.given.kind != "register")
    captures = list({capture.sha256: capture for capture in read}.values())
    tasks = _tasks(vault, captures)
    for number, made in run(document_of, tasks, total=len(captures), progress=progress):
        if not isinstance(made, LegationError):
            yield captures[number].sha256, (made.text, *(value for _, value in made.meta))


def _tasks(vault: Vault, captures: Sequence[Capture]) -> Iterator[tuple[int, Task]]:
    for number, capture in enumerate(captures):
        try:
            yield number, Task(data=vault.get(capture.sha256), name=capture.name, given=Given())
        except LegationError:
            continue


def _raw(vault: Vault, sha256: str) -> Iterator[str]:
    with vault.open(sha256) as file:
        yield from texts_in(file)


def texts_in(file: BinaryIO) -> Iterator[str]:
    """What a file's bytes say as text, in pieces that overlap; of what is packed, what it unpacks to."""
    start = file.read(5)
    file.seek(0)
    is_packed, whole = start[:2] == b"\x1f\x8b", True
    if is_packed or start == b"WARC/":
        for one in records(file):
            if isinstance(one, Record):
                yield f"{one.url} {one.headers}"
                yield from _decoded(io.BytesIO(one.body))
            else:
                whole = False
        file.seek(0)
    if not is_packed:
        yield from _decoded(file)
    elif not whole:
        yield from chain.from_iterable(map(_in_encodings, islice(_unpacked(file), _PIECES_UNPACKED)))


def _unpacked(file: BinaryIO) -> Iterator[bytes]:
    """The pieces of a packed file, as far as it can be unpacked."""
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            yield from _pieces(packed)
    except (OSError, EOFError, zlib.error):
        return


def _decoded(file: BinaryIO) -> Iterator[str]:
    for piece in _pieces(file):
        yield from _in_encodings(piece)


def _pieces(file: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    before = b""
    while piece := file.read(_PIECE):
        yield before + piece
        before = piece[-_OVERLAP:]


def _in_encodings(data: bytes) -> Iterator[str]:
    for encoding in _ENCODINGS:
        yield data.decode(encoding, "ignore")
    if _ESCAPED.search(data):
        yield _ESCAPED_TEXT.sub(lambda found: chr(int(found[1], 16)), data.decode("utf-8", "ignore"))


def _words(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        if words := tuple(dict.fromkeys(word_sequence(text))):
            yield words


def _stands(words: Sequence[str], sequence: Sequence[str]) -> bool:
    """Whether all words stand in one stretch; it begins at the first of them."""
    wanted, reach = set(words), len(words) + APART
    starts = (place for place, word in enumerate(sequence) if word in wanted)
    return any(wanted.issubset(sequence[start : start + reach]) for start in starts)
