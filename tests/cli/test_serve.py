"""The command opens the workbench on loopback and ends with Ctrl-C."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from click.testing import CliRunner

from legation.cli.app import legation
from legation.store.case import Case


def test_it_prints_an_address_that_opens_the_case_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    Case.create(tmp_path / "case").close()
    command = [sys.executable, "-m", "legation", "serve", "--case", str(tmp_path / "case"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = urlsplit(served.stdout.readline().strip())
        asked = HTTPConnection(str(address.hostname), address.port, timeout=60)
        asked.request("GET", f"{address.path}?{address.query}")
        entered = asked.getresponse()
        entered.read()
        cookie = str(entered.headers["set-cookie"]).partition(";")[0]
        asked.request("GET", "/", headers={"cookie": cookie})
        assert "This case is empty" in asked.getresponse().read().decode()
        asked.close()
        served.send_signal(signal.SIGINT)
        _, told = served.communicate(timeout=60)
    assert "Traceback" not in told


def test_a_port_that_is_taken_is_told_with_what_to_do(tmp_path: Path) -> None:
    Case.create(tmp_path / "case").close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(legation, ["serve", "--case", str(tmp_path / "case"), "--port", port])
    assert told.exit_code == 2
    assert f"port {port} can't be taken" in told.output


def test_where_there_is_no_case_it_says_how_to_make_one(tmp_path: Path) -> None:
    told = CliRunner().invoke(legation, ["serve", "--case", str(tmp_path), "--port", "0"])
    assert told.exit_code != 0
    assert "legation init" in told.output
