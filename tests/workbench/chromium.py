"""The workbench as people run it: served by its command on a port of this machine, opened in Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser")
SIZE = {"width": 1400, "height": 900}


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A workbench that runs: the address that is good once, and the one that all its pages begin with."""

    entrance: str
    base: str


@contextmanager
def served(case: Path) -> Iterator[Served]:
    """`legation serve` on a case, ended with the block."""
    command = [sys.executable, "-m", "legation", "serve", "--case", str(case), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            entrance = process.stdout.readline().strip()
            parts = urlsplit(entrance)
            assert parts.scheme == "http", "the workbench didn't start"
            yield Served(entrance=entrance, base=f"{parts.scheme}://{parts.netloc}")
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window. Its own sandbox is left out only where it refuses to run: for root."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        switches = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=switches)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser, workbench: Served, **settings: Any) -> Iterator[Page]:  # noqa: ANN401 - as Playwright has them
    """A page inside the workbench, in a context of its own: `java_script_enabled`, `color_scheme`, `viewport` and such.

    The session's cookie is taken over, since the address that gives it is good once.
    """
    context = browser.new_context(**{"viewport": SIZE, "reduced_motion": "reduce"} | settings)
    try:
        context.add_cookies([_cookie(browser, workbench)])
        page = context.new_page()
        page.set_default_timeout(90_000)
        yield page
    finally:
        context.close()


_COOKIES: dict[str, Any] = {}


def _cookie(browser: Browser, workbench: Served) -> Any:  # noqa: ANN401 - as Playwright has it
    if workbench.entrance not in _COOKIES:
        context: BrowserContext = browser.new_context()
        context.new_page().goto(workbench.entrance)
        (cookie,) = context.cookies()
        _COOKIES[workbench.entrance] = cookie
        context.close()
    return _COOKIES[workbench.entrance]
