"""The house itself: small files, no traces of a machine, and a wheel that holds what the package reads."""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from hatchling.build import build_wheel

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "legation"
PROSE = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
CODE = [p for folder in ("src", "tests", "benchmarks", "tools") for p in (ROOT / folder).rglob("*.py")]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_can_be_held_in_mind(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 320


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_opens_with_its_question(path: Path) -> None:
    assert path.read_text("utf-8").startswith('"""')


def test_no_modules_import_each_other_in_a_circle_not_even_inside_functions() -> None:
    modules = {_dotted(path): path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    imports = {name: {other for other in _imported(path) if other in modules} for name, path in modules.items()}
    assert len(list(TopologicalSorter(imports).static_order())) == len(modules)


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_nothing_names_a_folder_of_somebodys_machine() -> None:
    pattern = re.compile(r"/(?:work|root|home/\w+|Users/\w+)/")
    found = [str(p) for p in (*CODE, *PROSE) if p != Path(__file__) and pattern.search(p.read_text("utf-8"))]
    assert found == []


def test_the_documents_never_overclaim() -> None:
    pattern = re.compile(r"\b(?:proves|unaccounted)\b", re.IGNORECASE)
    lines = [(p.name, line) for p in PROSE for line in p.read_text("utf-8").splitlines() if pattern.search(line)]
    assert lines == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.name}: {target}"
        for path in PROSE
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8"))
        if not target.startswith(("https:", "mailto:")) and not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_wheel_holds_every_file_that_the_package_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    wheel = zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path)))
    with wheel:
        held = {name.removeprefix("legation/") for name in wheel.namelist()}
    wanted = {str(p.relative_to(PACKAGE)) for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert wanted - held == set()
