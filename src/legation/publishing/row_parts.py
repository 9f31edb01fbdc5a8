"""What is a row made of, at any depth? What the gate looks at: its keys, the ids in it, and the words that are ours."""

from __future__ import annotations

from dataclasses import dataclass

from legation.publishing.rows import Row, Value

PRINTED_KEYS = frozenset({"quote", "parts", "source", "url", "file", "sha256"})
"""Keys whose values are printed words or names of documents: they are quoted, not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowParts:
    """What a row is made of, at any depth: its keys, the ids and digests in it, and the text that is our own."""

    keys: frozenset[str]
    ids: frozenset[str]
    said: str

    @staticmethod
    def of(row: Row) -> RowParts:
        """The parts of a row."""
        keys: set[str] = set()
        ids: set[str] = set()
        said: list[str] = []
        todo: list[tuple[str, Value]] = [("", dict(row))]
        while todo:
            key, value = todo.pop()
            if isinstance(value, dict):
                keys.update(value)
                todo.extend(value.items())
            elif isinstance(value, list):
                todo.extend((key, kept) for kept in value)
            elif isinstance(value, str):
                if key in ("id", "sha256"):
                    ids.add(value)
                elif key not in PRINTED_KEYS:
                    said.append(value)
        return RowParts(keys=frozenset(keys), ids=frozenset(ids), said=" ".join(said))
