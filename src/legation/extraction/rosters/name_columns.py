"""Which columns of a table hold the parts of a name, where it has no column of its own, and which part goes first?

A particle with a column of its own belongs to the family name behind it: `Tussenvoegsel | Achternaam`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legation.extraction.rosters.columns import NO, Columns
from legation.extraction.rosters.table_shape import Row, row_text
from legation.vocabulary.folding import fold

_PARTS = ("given", "patronymic", "particle", "family")
_INVERTED = ("family", "given", "patronymic", "particle")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameColumns:
    """The columns of the parts of a name, where it has no column of its own."""

    columns: Mapping[str, int]
    family_before_given: bool
    flag: int | None
    """The column that says whether the family name stands last."""

    @classmethod
    def of(cls, columns: Columns) -> NameColumns | None:
        """The parts that a table has columns for; `None` where it has whole names, or no family names."""
        held = {role: columns.of(role)[0] for role in _PARTS if columns.of(role)}
        if "family" not in held or columns.of("name"):
            return None
        flags = columns.of("order-flag")
        before = "given" in held and held["family"] < held["given"]
        return cls(columns=held, family_before_given=before, flag=flags[0] if flags else None)

    def printed_order(self, row: Row) -> tuple[str, ...]:
        """The parts that have columns, in the order in which the name is put together."""
        order = _INVERTED if self._is_family_first(row) else _PARTS
        return tuple(role for role in order if role in self.columns)

    def _is_family_first(self, row: Row) -> bool:
        """Whether the row's family name goes first: by a column that says so, else by the order of the columns."""
        if self.flag is None:
            return self.family_before_given
        words = fold(row_text(row, self.flag))
        return bool(words) and words[0] in NO
