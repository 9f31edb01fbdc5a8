"""What holds for all tests: where the set-up has installed everything, nothing that needs it may be skipped."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# Speed is measured by benchmarks: a busy machine must not fail a test. Nor may luck: what fails was broken by a change.
_ANYWHERE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _ANYWHERE, derandomize=True)
settings.register_profile("fresh", _ANYWHERE, print_blob=True)
settings.load_profile("same")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("service"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, but the set-up installs what it needs: see debian.txt"
    return report
