from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from legation.pipeline.demo import demo
from tests.workbench.chromium import Served, chromium, served
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


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One Chromium for all tests that need one."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def workbench(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The workbench that runs on a copy of the demo case, which a module's tests may change."""
    case = Path(shutil.copytree(built_demo, tmp_path_factory.mktemp("served") / "demo"))
    with served(case) as running:
        yield running
