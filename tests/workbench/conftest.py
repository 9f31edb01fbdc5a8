from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from legation.pipeline.demo import demo
from tests.workbench.desk import browser


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbench") / "demo"
    demo(path)
    return path


@pytest.fixture
def demo_case(built_demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo case that a test may change."""
    return Path(shutil.copytree(built_demo, tmp_path / "demo"))


@pytest.fixture
def desk(built_demo: Path) -> Iterator[TestClient]:
    """A browser on the demo case, which its tests don't change."""
    with browser(built_demo) as client:
        yield client
