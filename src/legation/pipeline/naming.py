"""By which name do people know a source? The file's name for a digest."""

from __future__ import annotations

from collections.abc import Mapping

from legation.store.case import Case

Sources = Mapping[str, str]


def sources(case: Case) -> Sources:
    """The name of every captured file by its digest."""
    return {capture.sha256: capture.name for capture in case.kept.captures()}
