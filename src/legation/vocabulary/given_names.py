"""Which given names are forms of one name, and in whose documents?

Loads the table of given names; finding a spelling in it is for others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from legation.vocabulary.tables import rows

FormKind = Literal["russian", "ukrainian", "belarusian", "usual", "translated", "short"]

KINDS: tuple[FormKind, ...] = ("russian", "ukrainian", "belarusian", "usual", "translated", "short")
NATIONAL: frozenset[FormKind] = frozenset({"russian", "ukrainian", "belarusian", "usual"})
"""Kinds of forms that stand for one another in documents; translations and short forms are names of their own."""


@dataclass(frozen=True, slots=True)
class GivenForm:
    """One form of a given name, casefolded."""

    group: str
    form: str
    kind: FormKind


@cache
def given_forms() -> tuple[GivenForm, ...]:
    """Every form of the table `given_names.tsv`."""
    return tuple(
        GivenForm(group, form, kind)
        for group, *cells in rows("given_names.tsv")
        for kind, cell in zip(KINDS, cells, strict=True)
        for form in cell.split()
        if form != "-"
    )


def given_name_group(form: str) -> frozenset[str]:
    """The groups of equivalent given names to which a casefolded form belongs as it stands; empty for most."""
    return _groups().get(form, frozenset())


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for one in given_forms():
        groups.setdefault(one.form, set()).add(one.group)
    return {form: frozenset(names) for form, names in groups.items()}
