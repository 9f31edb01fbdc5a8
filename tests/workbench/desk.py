"""The workbench on a case, asked as a browser asks: behind its door, with our own pages' cookie and headers."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from legation.workbench.app import workbench
from legation.workbench.door import Keys

PORT = 8714
OURS = {"origin": f"http://127.0.0.1:{PORT}", "sec-fetch-site": "same-origin"}


def browser(path: Path, *, enter: bool = True) -> TestClient:
    """A browser that was given the launch token, or one that wasn't."""
    keys = Keys(port=PORT)
    client = TestClient(
        workbench(path, keys), base_url=f"http://127.0.0.1:{PORT}", headers=OURS, follow_redirects=False
    )
    if enter:
        assert client.get(keys.address).status_code == 303
    return client
