"""The command that opens the workbench."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli import options, show
from legation.workbench.door import DEFAULT_PORT


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True, help="0 takes any.")
@click.option("--open", "open_", is_flag=True, help="Open it in your browser.")
@options.case
def serve(port: int, open_: bool, case_dir: Path) -> None:
    """Open the workbench on a case: check, judge and read it in your browser, on this machine only.

    It prints an address that is good once. Ctrl-C ends it.

    Example: legation serve --case berlin --open
    """
    from legation.workbench.serving import serve as run

    def ready(address: str) -> None:
        click.echo(address)
        show.tell("open this address; it is good once. Ctrl-C ends the workbench")
        if open_:
            click.launch(address)

    run(case_dir, port=port, ready=ready)
