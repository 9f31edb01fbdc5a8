"""Commands that show what the tool knows."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from legation.cli import options, progress, show
from legation.cli.terminal import visible


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("legation-demo"), metavar="[DIR]")
def demo(folder: Path) -> None:
    """Build an invented case in DIR (legation-demo by default) and say what it shows.

    Example: legation demo
    """
    from legation.cli.stories import briefing
    from legation.pipeline.demo import demo as build_demo

    with progress.told("demo") as tell:
        made = build_demo(folder, tell)
    failed = [(outcome.item, outcome.error) for outcome in made.outcomes if outcome.error is not None]
    code = show.problems(failed, done=len(made.outcomes) - len(failed))
    click.echo(visible(briefing(made.sentences, made.sources)))
    steps = [f"cd {shlex.quote(str(folder))}", *_way_to_the_program(), *NEXT]
    click.echo("\nGo on with:\n" + "\n".join(f"  {line}" for line in steps))
    show.end(code)


NEXT = (
    "legation serve --open                 # all of this in your browser, on this machine only",
    "legation tally                        # the numbers and every edition around them",
    'legation missions "zarechia vestria"  # find a mission in words',
    "legation postings --mission QZ/QN     # who was listed, and between which days",
    "legation changes --mission QZ/QV      # who left and joined between two editions",
    "legation events                       # what reports tell, one row for each happening",
    "legation claims                       # what is said, by whom, in which words",
    "legation why ID                       # any id that is shown: rule, quotes, a clip of the page",
    "legation export page -o demo.html     # all of it as one file to mail",
)


def _way_to_the_program() -> Iterator[str]:
    """How a shell finds this program, where it doesn't find it by its name alone."""
    if shutil.which("legation") is not None:
        return
    # Run as a module, the first argument is a file of the package: the program lies beside the interpreter.
    folders = [Path(place).absolute().parent for place in (sys.argv[0], sys.executable)]
    folder = next((each for each in folders if shutil.which("legation", path=str(each)) is not None), None)
    if folder is not None:
        yield f'PATH={shlex.quote(str(folder))}:"$PATH"'
    else:
        yield f"alias legation={shlex.quote(f'{shlex.quote(sys.executable)} -m legation')}"


@click.command()
@click.argument("state", required=False)
@options.jsonl
def lists(state: str | None, jsonl: bool) -> None:
    """Public diplomatic lists: who publishes them, where, in which form. STATE is a host's code or name.

    Example: legation lists germany
    """
    from legation.pipeline.deciding.knowledge import list_rows

    show.rows(list_rows(state), jsonl=jsonl, empty=f"no list of {state} is known here")


@click.command()
@options.jsonl
def words(jsonl: bool) -> None:
    """The words of this tool, each with its one meaning.

    Example: legation words
    """
    from legation.pipeline.deciding.knowledge import word_rows

    show.rows(word_rows(), jsonl=jsonl)
