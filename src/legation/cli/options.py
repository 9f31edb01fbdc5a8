"""Options that several commands share, each written once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from legation.vocabulary.ocr_packs import MOST_PAGES, PAGES, USUAL_PAGES

Command = TypeVar("Command", bound=Callable[..., Any])


def jsonl(command: Command) -> Command:
    """`--jsonl`: rows for programs."""
    return click.option("--jsonl", is_flag=True, help="One JSON object per line on stdout, nothing else there.")(
        command
    )


def case(command: Command) -> Command:
    """`--case DIR`: which case."""
    return click.option(
        "--case",
        "case_dir",
        type=click.Path(path_type=Path),
        default=Path(),
        show_default="the folder you stand in",
        help="The case folder.",
    )(command)


def archives(command: Command) -> Command:
    """`--archive NAME`: who is asked."""
    return click.option(
        "--archive",
        "names",
        multiple=True,
        metavar="NAME",
        help="Which archive, internet-archive where none is named; may be repeated.",
    )(command)


def link(command: Command) -> Command:
    """`--link P`: what may be taken as one person for one answer."""
    return click.option(
        "--link",
        type=click.FloatRange(0, 1),
        metavar="P",
        help="Take unjudged links of this probability or more as one person, in this answer alone.",
    )(command)


def files(command: Command) -> Command:
    """`FILE...`: one or several files."""
    return click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")(command)


def pages(command: Command) -> Command:
    """`--pages N`: how much of a scan is read."""

    def keep(context: click.Context, option: click.Parameter, value: int | None) -> None:
        if value is not None:
            os.environ[PAGES] = str(value)  # the reader is another process

    return click.option(
        "--pages",
        type=click.IntRange(1, MOST_PAGES),
        metavar="N",
        expose_value=False,
        callback=keep,
        help=f"Read the pictures of N pages of each scan, ten seconds each ({USUAL_PAGES} unless {PAGES} says more).",
    )(command)


def given(*names: str) -> Callable[[Command], Command]:
    """Options that say something of an input, by their names in the manifest."""

    def wrap(command: Command) -> Command:
        for name in reversed(names):
            command = click.option(f"--{name}", metavar=_METAVARS.get(name, "TEXT"), help=_HELP[name])(command)
        return command

    return wrap


_METAVARS = {
    "kind": "list|names|report|register|letter",
    "as-of": "DATE",
    "published": "DATE",
    "captured-at": "MOMENT",
    "mission": "KEY",
    "sending": "CODE",
    "receiving": "CODE",
    "url": "URL",
    "columns": "FIELD=HEADER,...",
}
_HELP = {
    "kind": "What the file is; 'names' is a bare list of names and never an edition.",
    "as-of": "The day that a list speaks of, such as 2022-04-26.",
    "published": "The day that a report appeared.",
    "captured-at": "When the bytes were seen, as the archive attests it.",
    "mission": "The mission that a list is about, such as RU/DE.",
    "sending": "The state that sends the listed people.",
    "receiving": "The state or organization that they are sent to.",
    "url": "Where the bytes were found.",
    "source": "Who speaks: the publisher or list that the file is an issue of.",
    "language": "The language of the text, such as en.",
    "columns": "Of a register that is a table: which header is which field.",
}


def said(values: dict[str, str | None]) -> dict[str, str | None]:
    """Click's names of options as the manifest writes them."""
    return {name.replace("_", "-"): value for name, value in values.items()}
