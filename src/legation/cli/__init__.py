"""The command line: thin words around the pipeline.

Nothing is decided here: options become arguments, values become tables or JSON lines, errors become exit codes.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit code."""
    import contextlib
    import sys

    from legation.cli.app import legation

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    legation(prog_name="legation")
