"""Every screen for those who don't see, don't point or run no scripts: axe finds nothing serious, keys are enough."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.workbench.chromium import Served, visit
from tests.workbench.tour import addresses

pytestmark = pytest.mark.service
GRAVE = ("serious", "critical")
BROKEN_DAYS = """() => {
  const broken = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement.closest("td, th")) continue;
    for (const day of text.data.matchAll(/\\b\\d{4}-\\d{2}-\\d{2}\\b/g)) {
      const place = document.createRange();
      place.setStart(text, day.index);
      place.setEnd(text, day.index + day[0].length);
      if (new Set([...place.getClientRects()].map((box) => Math.round(box.top))).size > 1
          && getComputedStyle(text.parentElement).writingMode === "horizontal-tb") broken.push(day[0]);
    }
  }
  return broken;
}"""
"""The days in tables that stand on two lines."""


def _faults(page: Page) -> list[str]:
    return _grave(Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"])


def _grave(found: Any) -> list[str]:  # noqa: ANN401 - as axe has it
    return [
        f"{one['id']}: {node['html'][:120]}" for one in found if one["impact"] in GRAVE for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_screen(chrome: Browser, workbench: Served, scheme: str) -> None:
    with visit(chrome, workbench, color_scheme=scheme) as page:
        toured = addresses(page, workbench.base, same=1, captures=False)
        assert len(toured) > 15
        found = {}
        for path in toured:
            page.goto(f"{workbench.base}{path}")
            if faults := _faults(page):
                found[path] = faults
        assert found == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_with_scripts_off(chrome: Browser, workbench: Served, scheme: str) -> None:
    with visit(chrome, workbench, java_script_enabled=False, color_scheme=scheme) as page:
        session = page.context.new_cdp_session(page)
        found = {}
        for path in addresses(page, workbench.base, same=1, captures=False):
            session.send("Emulation.setScriptExecutionDisabled", {"value": True})
            page.goto(f"{workbench.base}{path}")
            # The page has loaded without its scripts, and none of them runs any more: axe may.
            session.send("Emulation.setScriptExecutionDisabled", {"value": False})
            assert page.locator("ul.found, html.scripted").count() == 0, "a script of the page ran"
            if faults := _faults(page):
                found[path] = faults
        assert found == {}, json.dumps(found, indent=1)


@pytest.mark.parametrize("width", [1280, 800, 390])
def test_nothing_runs_out_of_a_window_and_no_day_is_broken(chrome: Browser, workbench: Served, width: int) -> None:
    with visit(chrome, workbench, viewport={"width": width, "height": 780}) as page:
        for path in addresses(page, workbench.base, same=1, captures=False):
            page.goto(f"{workbench.base}{path}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            assert page.evaluate(BROKEN_DAYS) == [], path


def test_every_screen_says_without_scripts_what_it_says_with_them(chrome: Browser, workbench: Served) -> None:
    with visit(chrome, workbench, java_script_enabled=False) as page:
        for path in addresses(page, workbench.base, same=1, captures=False):
            page.goto(f"{workbench.base}{path}")
            assert page.locator("main h1").count() == 1, path
            assert page.locator("main").inner_text().strip(), path
            assert page.locator("[onclick], a[href^='javascript:']").count() == 0, path


def _list(page: Page, base: str) -> str:
    rows: Any = page.request.get(f"{base}/captures?format=json").json()["captures"]
    return str(next(row["sha256"] for row in rows if row["name"].endswith(".pdf")))


def _focused_row(page: Page) -> str | None:
    said: str | None = page.evaluate("document.activeElement.closest('tr[data-row]')?.dataset.row ?? null")
    return said


def _seen_mark(page: Page, row: str) -> bool:
    """Whether the mark of a row is lit and within its panel."""
    said: bool = page.evaluate(
        """(row) => {
          const mark = document.querySelector(`.panel.seen .lit[data-row="${row}"]`)?.getBoundingClientRect();
          const panel = document.querySelector(".panel.seen").getBoundingClientRect();
          return !!mark && mark.top >= panel.top - 1 && mark.bottom <= panel.bottom + 1;
        }""",
        row,
    )
    return said


def test_a_list_is_checked_by_keys_alone(chrome: Browser, workbench: Served) -> None:
    with visit(chrome, workbench) as page:
        url = f"{workbench.base}/sources/{_list(page, workbench.base)}?leaf=2"
        page.goto(url)
        page.locator(".panel.read").focus()
        page.keyboard.press("j")
        first = _focused_row(page)
        assert first is not None
        assert _seen_mark(page, first)
        page.keyboard.press("c")
        page.wait_for_url("**told=judged**")
        second = _focused_row(page)
        assert second is not None
        assert int(second) == int(first) + 1
        assert page.locator(f"#row-{first}.confirmed").count() == 1
        page.keyboard.press("e")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "title"
        page.keyboard.press("Control+A")
        page.keyboard.type("Ministre")
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "why"
        page.keyboard.type("as printed")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator(f"#row-{second}.corrected").wait_for()
        assert "was read as" in page.locator(f"#row-{second}").inner_text()
        count = page.locator("table.rows tbody tr").count()
        page.locator("#count").focus()
        page.keyboard.type(str(count))
        page.keyboard.press("Enter")
        page.locator("tr.unchecked").first.wait_for(state="detached")
        assert page.locator("tr.confirmed").count() == count - 1


def test_a_mark_leads_to_its_row_and_the_row_to_its_mark(chrome: Browser, workbench: Served) -> None:
    for scripts in (True, False):
        with visit(chrome, workbench, java_script_enabled=scripts) as page:
            page.goto(f"{workbench.base}/sources/{_list(page, workbench.base)}?leaf=8&view=text")
            mark = page.locator(".panel.seen a.to").last
            row = (mark.get_attribute("data-row") or "").split()[0]
            mark.focus()
            page.keyboard.press("Enter")
            assert page.locator(f"#row-{row}").is_visible()
            box, panel = page.locator(f"#row-{row}").bounding_box(), page.locator(".panel.read").bounding_box()
            assert box is not None
            assert panel is not None
            assert panel["y"] - 1 <= box["y"] <= panel["y"] + panel["height"]


def test_changes_are_gone_through_by_keys_while_the_list_has_the_focus(chrome: Browser, workbench: Served) -> None:
    with visit(chrome, workbench) as page:
        page.goto(f"{workbench.base}/diff?mission=QZ/QV")
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement === document.body")
        page.locator("#changes").focus()
        page.keyboard.press("n")
        page.keyboard.press("n")
        rows = page.locator("[data-change]")
        assert rows.nth(1).evaluate("row => row === document.activeElement")
        page.keyboard.press("p")
        assert rows.nth(0).evaluate("row => row === document.activeElement")
        later = page.locator("h1 + p").inner_text()
        page.keyboard.press("[")
        page.wait_for_url("**from=**")
        assert page.locator("h1 + p").inner_text() != later
