"""An invented world for commands: states, the lines of a list, and what a command printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from legation.cli.app import legation

STATES = "code,name,adjective\nXV,Velmark,Velmarkian\nXB,Brannia,Brannian\nXL,Lorrenia,Lorrenian\n"
HEADER = "Country,Name,Title,Date of arrival\n"
STAFF = (
    "Velmark,Mr Dario VELTRAN,Ambassador,2019-02-03\n",
    "Velmark,Ms Ilva SORENN,Counsellor,2019-04-11\n",
    "Velmark,Mr Petar GOLUM,First Secretary,2019-06-21\n",
    "Velmark,Ms Runa TASK,Attaché,2019-07-01\n",
    "Lorrenia,Ms Ana KOVIL,Ambassador,2018-12-12\n",
    "Lorrenia,Mr Otto BRENN,Counsellor,2019-01-30\n",
)

FIELDS = ("type=expulsion", "actor=XB", "target=XV", "mission=XV/XB", "count=2", "date=2020-03-10", "deadline=P5D")
SAYS = ("--url", "https://example.org/news", "--quote", "two of them must leave", "--date", "2020-03-10")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def problems(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.err.splitlines() if line.startswith("{")]


Run = Callable[..., Ran]


def command(*words: str | Path) -> Ran:
    """Run a command in this process."""
    result = CliRunner().invoke(legation, [str(word) for word in words], catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)
