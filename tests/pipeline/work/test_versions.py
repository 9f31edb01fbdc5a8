from __future__ import annotations

import importlib

import pytest

from legation.pipeline.work import versions


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("legation.reading", "READER_VERSION"),
        ("legation.extraction.rosters", "RULES_VERSION"),
        ("legation.extraction.news", "RULES_VERSION"),
        ("legation.analysis.derive", "RULES_VERSION"),
    ],
)
def test_a_version_read_from_its_source_is_the_one_that_runs(module: str, name: str) -> None:
    assert versions.declared(module, name) == getattr(importlib.import_module(module), name)


def test_a_version_that_nobody_declares_is_an_error() -> None:
    with pytest.raises(LookupError):
        versions.declared("legation.errors", "RULES_VERSION")
