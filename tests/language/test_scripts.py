from __future__ import annotations

import pytest

from legation.language.scripts import script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Arvo Tellin", "Latn"),
        ("Đặng Øster", "Latn"),
        ("Терехов Лев", "Cyrl"),
        ("Ελένη", "Grek"),
        ("محمد", "Arab"),
        ("王小明", "Hani"),
        ("Терехов (Lev)", "Cyrl"),
        ("12 3", None),
        ("", None),
    ],
)
def test_most_letters_decide_the_script(text: str, script: str | None) -> None:
    assert script_of(text) == script
