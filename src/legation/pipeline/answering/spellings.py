"""Can two spellings be of one name? Rows and tables of comparisons; the verdict follows rules, the score only ranks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from legation.errors import UnreadableInputError, UsageError
from legation.language.names import compare, similarity
from legation.pipeline.work.files import bytes_of
from legation.publishing.rows import Row

DIGITS = 4
"""Digits of a score."""


def comparison_row(a: str, b: str) -> Row:
    """Two names side by side, part by part."""
    found = compare(a, b)
    return {
        "kind": "comparison",
        "id": f"{a} / {b}",
        "a": a,
        "b": b,
        "score": round(found.score, DIGITS),
        "verdict": found.verdict,
        "reasons": [
            {
                "part": one.part,
                "a": one.a,
                "b": one.b,
                "relation": one.relation,
                "weight": one.weight,
                "how": one.how,
            }
            for one in found.reasons
        ],
    }


def scored_lines(pairs: Path) -> Iterator[str]:
    """The lines of a tab-separated table in their order, each with its score; an older score is replaced.

    Raises:
        UsageError: there is no column `name_a` or `name_b`, or a row is short of them.
        UnreadableInputError: the table isn't UTF-8.
    """
    try:
        lines = bytes_of(pairs).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableInputError(
            f"{pairs}: not UTF-8 (byte {error.start}); save it as UTF-8", item=str(pairs)
        ) from None
    header = lines[0].split("\t") if lines else []
    if "name_a" not in header or "name_b" not in header:
        raise UsageError(f"{pairs}: its first row needs the columns name_a and name_b", item=str(pairs))
    first, second = header.index("name_a"), header.index("name_b")
    place = header.index("score") if "score" in header else len(header)
    yield "\t".join([*header[:place], "score", *header[place + 1 :]])
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) <= max(first, second):
            raise UsageError(f"{pairs}, row {number}: no two names in {line[:60]!r}", item=str(pairs))
        cells += [""] * (place - len(cells))
        score = f"{similarity(cells[first], cells[second]):.{DIGITS}f}"
        yield "\t".join([*cells[:place], score, *cells[place + 1 :]])
