"""Every screen in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.workbench.chromium import Served, visit

pytestmark = pytest.mark.service


def test_the_entrance_leads_to_the_questions(chrome: Browser, workbench: Served) -> None:
    with visit(chrome, workbench) as page:
        page.goto(f"{workbench.base}/")
        assert page.locator("h1").inner_text() == "Questions"
