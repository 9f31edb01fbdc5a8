from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.extraction.news.traps import TRAPS

CASES = [(what, language, text) for what, by in TRAPS.items() for language, text in by.items()]


@pytest.mark.parametrize(("what", "language", "text"), CASES, ids=[f"{what} {code}" for what, code, _ in CASES])
def test_what_no_state_has_done_is_never_told_as_done(what: str, language: str, text: str) -> None:
    given = Given(published=Edtf.parse("2024-05-15"), language=language)
    report = extract_news(read(f"…\n\n{text}\n".encode(), name="report.txt"), given, Gazetteer.default())
    done = [e for e in report.events if e.status in ("executed", "announced", "confirmed")]
    assert done == []
