"""What can be asked for? The tree of commands, and how every one of them ends.

Commands are loaded when they are called, so that help comes at once. An error of ours is a message and an exit code,
never a traceback.
"""

from __future__ import annotations

import importlib
import inspect
import os
import sys

import click

from legation import __version__
from legation.cli.show import tell
from legation.errors import LegationError

INTERRUPTED = 130

COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("out", "demo", "Build an invented case and say what it shows."),
    "init": ("intake", "init", "Make a new case folder."),
    "add": ("intake", "add", "Put files into the case."),
    "fetch": ("fetch", "fetch", "Fetch what web archives hold of a page."),
    "note": ("intake", "note", "Enter an event or a claim by hand, with its source."),
    "build": ("work", "build", "Read what is new and work out what follows."),
    "status": ("work", "status", "Say what is in the case and what could not be read."),
    "verify": ("work", "verify", "Check every stored byte, the chain of custody and its stamps."),
    "timestamp": ("custody", "timestamp", "Have others attest when the chain said what it says."),
    "missions": ("ask", "missions", "Find a mission by words: 'russian embassy berlin'."),
    "postings": ("people", "postings", "Who was listed where, and between which days."),
    "changes": ("ask", "changes", "Who joined and who left between two days."),
    "persons": ("people", "persons", "Find persons by a part of the name."),
    "events": ("ask", "events", "What reports tell, one row for each happening."),
    "claims": ("ask", "claims", "What is said, by whom, in which words."),
    "tally": ("ask", "tally", "Do the numbers add up?"),
    "remaining": ("ask", "remaining", "Who of the last edition before an event is still listed."),
    "successions": ("seats", "successions", "Who came after whom in a seat."),
    "carousel": ("seats", "carousel", "The seats of a mission and their holders over the years."),
    "resurfaced": ("people", "resurfaced", "Who of one mission is listed later at another."),
    "career": ("doubts", "career", "One person's posts from lists and reports."),
    "path": ("connecting", "path", "How two persons, missions or happenings come together."),
    "contradictions": ("doubts", "contradictions", "Where sources can't all be right."),
    "corroboration": ("doubts", "corroboration", "Who stands behind a claim or an event."),
    "erase": ("custody", "erase", "Take persons out of the case, while the chain still verifies."),
    "watch": ("watch", "watch", "Tell what changes on pages that are watched."),
    "vanished": ("fetch", "vanished", "When the names on a page vanished."),
    "captures": ("ask", "captures", "What was put into the case."),
    "why": ("ask", "why", "Rule, inputs, quotes and a clip of the page behind an id."),
    "decide": ("judge", "decide", "Say whether two lines are one person."),
    "correct": ("judge", "correct", "Put right what was misread."),
    "accept": ("judge", "accept", "Say that something was read as its source says it."),
    "reject": ("judge", "reject", "Set aside what should not count."),
    "withhold": ("judge", "withhold", "Keep somebody out of everything that leaves, for safety."),
    "reply": ("replies", "reply", "What was put to people, what they answered, what is due."),
    "corrections": ("export", "corrections", "What left and was touched since, and whom to tell."),
    "request": ("replies", "request", "Requests for information, with answers and delays."),
    "review": ("review", "review", "Judge the pairs that wait, one after the other."),
    "undo": ("judge", "undo", "Take back the last judgement."),
    "log": ("judge", "log", "Every judgement, undone ones too."),
    "calibrate": ("work", "calibrate", "Fit the weights of links to the case's own judgements."),
    "judgements": ("judge", "judgements", "Bring judgements to another case, or take them from one."),
    "serve": ("serve", "serve", "Open the workbench in your browser, on this machine only."),
    "export": ("export", "export", "Write a page, tables or a workbook."),
    "check": ("drafts", "check", "Hold a draft against the case, sentence by sentence."),
    "read": ("stateless", "read", "Show the text of a file with its places."),
    "extract": ("stateless", "extract", "Show what a list or an article holds, without a case."),
    "names": ("names", "names", "Compare spellings of names."),
    "registers": ("registers", "registers", "Read many documents, and link registers of millions."),
    "lists": ("out", "lists", "Public diplomatic lists and where they stand."),
    "words": ("out", "words", "The words of this tool on one screen."),
}
"""Name to module, function and what it is for, in the order of the work."""


class Tree(click.Group):
    """Commands loaded on demand, and one way to end."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, function, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"legation.cli.{module}"), function)
        return _with_whole_example(command) if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in COMMANDS])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; end with a message and the exit code of what went wrong."""
        try:
            return super().invoke(ctx)
        except LegationError as error:
            tell(f"legation: {error.message}")
            ctx.exit(error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            tell("legation: stopped; what is done is kept, run the same command again to go on")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # whoever reads our stdout has read enough, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            if error.filename is not None or sys.stdout.isatty():
                raise  # about a file that a command should have said more of
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            tell(f"legation: the output can't be written ({error.strerror}): make room, or send it to another place")
            ctx.exit(LegationError.exit_code)


def _with_whole_example(command: click.Command) -> click.Command:
    """Leave the lines of the example in a command's help as they are, so that they can be copied."""
    if command.help:
        command.help = inspect.cleandoc(command.help).replace("\n\nExample:", "\n\n\b\nExample:")
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _with_whole_example(each)
    return command


HELP = """Who served at which diplomatic mission and when, from dated lists and reports, each line with its passage.

\b
Begin with an invented case:      legation demo
Or with your own files:           legation init mycase
                                  legation add --case mycase lists/*.pdf article.html
                                  legation build --case mycase
Each command explains itself:     legation postings --help
"""


@click.group(cls=Tree, help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="legation %(version)s")
def legation() -> None:
    """The tree of commands."""
