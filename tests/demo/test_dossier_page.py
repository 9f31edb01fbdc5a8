import re
import shlex
from pathlib import Path

import pytest

from legation.pipeline.demo import demo
from tests.cli.world import command
from tests.publishing.test_page import Tags

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def test_the_example_of_a_dossier_prints_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (section,) = re.findall(r"^## Dossiers$(.*?)^## ", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    commands, printed = re.findall(r"```(?:console)?\n(.*?)```", section, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    demo(tmp_path / "demo")
    for line in commands.splitlines():
        ran = command(*shlex.split(line.removeprefix("$ legation ")))
        assert ran.code == 0, ran.err
    text = " ".join(Tags((tmp_path / "dvoretskov.html").read_text(encoding="utf-8")).text.split())
    sentences, note = printed.strip().split("\n\n")
    for sentence in re.sub(r"(?<=\.)\d+(,\d+)*$", "", sentences, flags=re.MULTILINE).splitlines():
        assert sentence in text
    quote, place = re.findall(r"“.*?”|Liste.*?\(printed\)", " ".join(note.split()))
    assert quote in text
    assert place in text
