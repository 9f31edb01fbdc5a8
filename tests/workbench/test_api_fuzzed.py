"""Whatever the API's schema allows may be asked: the answer is what the schema says, and never an error of ours."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

SCHEMATHESIS = Path(__file__).parents[2] / ".venv-schemathesis" / "bin" / "st"
CHECKS = "not_a_server_error,content_type_conformance,response_schema_conformance"
EXAMPLES = 120
"""Of each operation, so that some 2,900 requests are made."""

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(not SCHEMATHESIS.exists(), reason="schemathesis isn't set up: make test sets it up"),
]


@pytest.fixture
def served(built_demo: Path) -> Iterator[tuple[str, str]]:
    """The workbench in a process of its own: its address, and a cookie of the session."""
    command = [sys.executable, "-m", "legation", "serve", "--case", str(built_demo), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        asked = HTTPConnection(str(address.hostname), address.port, timeout=60)
        asked.request("GET", f"{address.path}?{address.query}")
        cookie = str(asked.getresponse().headers["set-cookie"]).partition(";")[0]
        asked.close()
        yield f"http://{address.netloc}", cookie
        process.terminate()


def test_a_few_hundred_requests_find_no_error_of_ours(served: tuple[str, str], tmp_path: Path) -> None:
    assert _asked(*served, examples=10, seed=1, folder=tmp_path) >= 200


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(1, 9))
def test_eight_times_2500_requests_find_no_error_of_ours(served: tuple[str, str], seed: int, tmp_path: Path) -> None:
    assert _asked(*served, examples=EXAMPLES, seed=seed, folder=tmp_path) >= 2_500


def _asked(address: str, cookie: str, *, examples: int, seed: int, folder: Path) -> int:
    """Ask whatever the schema allows, and some that it doesn't; gives how many requests were made."""
    command = [str(SCHEMATHESIS), "run", f"{address}/api/v1/openapi.json"]
    command += ["--phases", "coverage,fuzzing", "--checks", CHECKS, "--max-examples", str(examples)]
    command += ["--header", f"Cookie: {cookie}", "--header", f"Origin: {address}", "--continue-on-failure"]
    told = subprocess.run([*command, "--seed", str(seed)], capture_output=True, text=True, check=False, cwd=folder)
    assert told.returncode == 0, told.stdout[-6000:] + told.stderr[-2000:]
    counted = re.search(r"(\d+) generated", told.stdout)
    assert counted, told.stdout[-3000:]
    return int(counted.group(1))
