"""Whatever a capture holds: the workbench asks nobody but itself, runs nothing of it, and stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Error, Frame, Page, Request, Route

from legation.pipeline.building.build import build
from legation.pipeline.collecting.intake import Wanted, add, wanted_from_paths
from legation.pipeline.work.given import given_from
from legation.store.case import Case
from tests.workbench.chromium import Served, served, visit
from tests.workbench.hostile import OUTSIDE, ROWS, SETTLED, grouped, page, pages
from tests.workbench.tour import addresses

pytestmark = pytest.mark.service
TURNS = 400
"""How often a page that was opened raw is asked whether it has acted, twenty times a second."""


class Watch:
    """What a page asked for beyond its own address, ran or led to."""

    def __init__(self, page: Page, base: str) -> None:
        self.beyond: list[str] = []
        self.top: list[str] = []
        self.ran: list[str] = []
        self._base = base
        page.context.route("**/*", self._asked)
        page.on("framenavigated", self._led)
        page.on("dialog", self._spoke)
        page.context.on("page", lambda opened: self.top.append(opened.url))

    def _led(self, frame: Frame) -> None:
        if frame.parent_frame is None:
            self.top.append(frame.url)

    def _spoke(self, dialog: Dialog) -> None:
        self.ran.append(dialog.message)
        dialog.dismiss()

    def _asked(self, route: Route, request: Request) -> None:
        if request.url.startswith((f"{self._base}/", "data:", "about:")):
            route.continue_()
            return
        self.beyond.append(request.url)
        route.abort()


@pytest.fixture(scope="module")
def hostile_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of lists that each try something, and of reports that do."""
    folder = tmp_path_factory.mktemp("hostile")
    wanted: list[Wanted] = []
    for number, (name, text) in enumerate(grouped().items()):
        day = f"2020-01-{number + 1:02}"
        said = {"kind": "list", "mission": "IT/FR", "as-of": day, "url": f"{OUTSIDE}/staff", "source": name}
        file = folder / f"{number:02}.html"
        file.write_text(text)
        wanted += wanted_from_paths([file], given_from(said))
    report = folder / "report.html"
    report.write_text(page().replace(ROWS, "<p>Italy told nine French diplomats to leave on Monday, it said.</p>"))
    told = {"kind": "report", "published": "2020-01-15", "url": f"{OUTSIDE}/report"}
    wanted += wanted_from_paths([report], given_from(told))
    with Case.create(folder / "case") as case:
        assert [one.error for one in add(case, wanted) if one.error] == []
        build(case)
    return folder / "case"


@pytest.fixture(scope="module")
def hostile(hostile_case: Path) -> Iterator[Served]:
    with served(hostile_case) as running:
        yield running


def _looked_at(page: Page, watch: Watch, url: str) -> None:
    """Open a page, go over all of it, and see that it is still there and nothing ran."""
    answer = page.goto(url, wait_until="networkidle")
    assert answer is not None
    assert answer.status in (200, 409), (url, answer.status)
    page.wait_for_function("window.settled === 1")
    for frame in page.frames[1:]:
        assert frame.evaluate("window.settled") is None, url
    for frame in page.frames:
        assert frame.evaluate("window.ran") is None, url
        assert frame.evaluate("document.title") != "ran", url
    watch.top = [led for led in watch.top if led.partition("#")[0] != url.partition("#")[0]]


def test_a_tour_of_every_screen_asks_nobody_else_and_runs_nothing(chrome: Browser, hostile: Served) -> None:
    with visit(chrome, hostile) as seen:
        watch = Watch(seen, hostile.base)
        seen.add_init_script(f"if (window === top) {SETTLED}")
        toured = addresses(seen, hostile.base, same=1)
        assert len(toured) > 25
        for path in toured:
            _looked_at(seen, watch, f"{hostile.base}{path}")
        assert watch.beyond == []
        assert watch.ran == []
        assert watch.top == []


def test_what_is_pressed_in_a_capture_leads_nowhere(chrome: Browser, hostile: Served) -> None:
    with visit(chrome, hostile) as seen:
        watch = Watch(seen, hostile.base)
        for sha256 in _all_ways(seen, hostile):
            url = f"{hostile.base}/sources/{sha256}?view=outline"
            seen.goto(url)
            frame = seen.frames[1]
            assert frame.locator("a[href], form, button, input, img, script, style:not(head style)").count() == 0
            for place in frame.locator(".line").all()[:60]:
                place.click(force=True)
            assert seen.url == url
        assert (watch.beyond, watch.ran) == ([], [])


def _all_ways(page: Page, hostile: Served) -> list[str]:
    rows: Any = page.request.get(f"{hostile.base}/captures?format=json").json()["captures"]
    return [row["sha256"] for row in rows if row["name"].startswith(f"{len(grouped()) - 1:02}.")]


def _noting(asked: list[str]) -> Callable[[Route], None]:
    def note(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    return note


def _acted(page: Page, asked: list[str], *, most: int) -> bool:
    """Whether a page did something of its own, once it did or has had its turn and is quiet."""
    for _ in range(TURNS):
        try:
            if sum(not url.endswith("/cell.png") for url in asked) >= most:
                return True
            if page.evaluate("window.settled") is not None:
                page.wait_for_load_state("networkidle")
                ran = page.evaluate("window.ran") is not None
                return ran or any(not url.endswith("/cell.png") for url in asked)
        except Error:
            # The page led away while it was asked.
            return True
        page.wait_for_timeout(50)
    raise AssertionError("the page neither acted nor loaded")


def test_opened_raw_the_same_pages_do_try(chrome: Browser, tmp_path: Path) -> None:
    """Without this, the tests above could pass on pages that try nothing."""
    asked: list[str] = []
    tried = 0
    for number, (name, text) in enumerate(pages().items()):
        file = tmp_path / f"{number}.html"
        file.write_text(text)
        context = chrome.new_context()
        now: list[str] = []
        context.route(f"{OUTSIDE}/**", _noting(now))
        page = context.new_page()
        with suppress(Error):
            page.goto(file.as_uri(), wait_until="commit")
        tried += _acted(page, now, most=6 if name == "all" else 2 if name == "a frame" else 1)
        context.close()
        asked += now
        assert name != "all" or len(now) > 5
    assert tried > len(pages()) * 2 / 3
    assert {url.removeprefix(OUTSIDE) for url in asked} >= {
        *("/s.js", "/c.css", "/i.css", "/b.png", "/refresh", "/i.png", "/ran", "/frame", "/t.png", "/q.png", "/top"),
    }


def test_nobody_elses_page_may_show_the_workbench_or_a_capture_in_a_frame(chrome: Browser, hostile: Served) -> None:
    with visit(chrome, hostile) as seen:
        (sha256, *_) = _all_ways(seen, hostile)
        for path, policy in (("/", "frame-ancestors 'self'"), (f"/captures/{sha256}/frame", "sandbox;")):
            assert policy in seen.request.get(f"{hostile.base}{path}").headers["content-security-policy"]
