"""The documents' pictures are there, small, and of screens that are."""

from __future__ import annotations

from PIL import Image

from tests.workbench.pictures import FOLDER, HEAVIEST, SCREENS, SIZE


def test_each_screen_has_its_picture_and_no_picture_is_of_another() -> None:
    assert {file.name for file in FOLDER.glob("workbench-*.png")} == {f"workbench-{name}.png" for name in SCREENS}


def test_each_picture_is_small_and_of_one_size() -> None:
    for name in SCREENS:
        file = FOLDER / f"workbench-{name}.png"
        assert file.stat().st_size <= HEAVIEST, name
        with Image.open(file) as image:
            assert image.size == (SIZE["width"], SIZE["height"]), name
