"""The command by which somebody judges one pair after the other, at the keyboard alone."""

from __future__ import annotations

import os
import shutil
import sys
import termios
import tty
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from legation.cli import options, show
from legation.cli.cells import place
from legation.cli.judge import AUTHOR
from legation.cli.terminal import visible
from legation.cli.time_axis import axis
from legation.errors import JudgementError, UsageError

if TYPE_CHECKING:
    from legation.model.judgements import Verdict
    from legation.pipeline.answering.reviewing import Aspect, Pair
    from legation.store.case import Case

KEYS = "[s]ame  [d]ifferent  [u]nsure  s[k]ip  [z] undo the last  [q]uit"
_VERDICTS: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}
_WIDEST = 110
_END = ("q", "\x04", "\x00", "")
"""What ends the sitting: q, Ctrl-D, the mark that the terminal makes of a Ctrl-D typed ahead, and its own end."""

Step = Literal["next", "back", "end"]


@click.command()
@click.option("--list", "listed", is_flag=True, help="Only show which pairs wait, for programs with --jsonl.")
@click.option("--unsure", is_flag=True, help="Also the pairs that were judged unsure.")
@AUTHOR
@options.case
@options.jsonl
def review(listed: bool, unsure: bool, author: str | None, case_dir: Path, jsonl: bool) -> None:
    """Judge the pairs that wait, one after the other: persons who may be one, and whom reports may mean.

    Both passages and their years are shown; how likely the pair is, comes after your judgement. Each judgement is in
    the log at once: stop when you like, and go on later.

    Example: legation review --case berlin
    """
    from legation.pipeline.answering.naming import sources
    from legation.pipeline.answering.reviewing import waiting, waiting_rows
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        if listed or jsonl:
            show.rows(
                waiting_rows(case, unsure=unsure), jsonl=jsonl, sources=sources(case), empty="no pair waits for you"
            )
            return
        pairs = waiting(case, unsure=unsure)
        if not sys.stdin.isatty() or not sys.stdout.isatty():
            raise UsageError(
                f"{len(pairs)} pairs wait, and judging them needs a terminal: run `legation review` in one. "
                "`legation review --list` shows them, `legation decide A B same --why TEXT` judges one"
            )
        _Review(case=case, author=author, sources=sources(case), unsure=unsure).run(pairs)


@dataclass(slots=True, kw_only=True)
class _Review:
    """One sitting."""

    case: Case
    author: str | None
    sources: Mapping[str, str]
    unsure: bool
    done: list[tuple[str, int]] = field(default_factory=list)
    """The judgements of this sitting, each with the place of its pair."""
    at: int = 0
    """The place of the pair that is looked at."""
    reasons: dict[Verdict, str] = field(default_factory=dict)
    """The last reason given for each verdict, which an empty line repeats."""

    def run(self, pairs: Iterable[Pair]) -> None:
        """Go through the pairs until they end or somebody stops."""
        from legation.pipeline.answering.reviewing import settled

        queue = list(pairs)
        while self.at < len(queue):
            pair = queue[self.at]
            if settled(self.case, unsure=self.unsure).holds(pair.a.id, pair.b.id):
                self.at += 1
                continue
            self._show(pair, queue)
            step = self._ask(pair)
            if step == "end":
                break
            self.at += step == "next"
        known = settled(self.case)
        left = sum(not known.holds(pair.a.id, pair.b.id) for pair in queue)
        show.tell(f"{len(self.done)} judged, {left} wait" + ("; next: legation build" if self.done else ""))

    def _show(self, pair: Pair, queue: list[Pair]) -> None:
        group = [one for one in queue if one.group == pair.group]
        self._say(
            f"\n── group {pair.group}, pair {group.index(pair) + 1} of {len(group)}; {len(queue) - self.at} to go ──"
        )
        for letter, side in (("A", pair.a), ("B", pair.b)):
            self._say(f"{letter}  {side.label}")
            self._places(side)
        times = [
            (letter, [(one.first, one.last) for one in side.spans]) for letter, side in (("A", pair.a), ("B", pair.b))
        ]
        for line in axis(times, min(shutil.get_terminal_size().columns - 1, _WIDEST)):
            self._say(line)

    def _places(self, side: Aspect) -> None:
        from legation.publishing.rows import passage_row

        for one in side.places:
            where = ", ".join(filter(None, (one.as_of, one.mission, one.title)))
            quote = " ".join(one.passage.quote.split())
            source = place(passage_row(one.passage), self.sources)
            self._say(f"   {where or 'no day'}: “{quote}” — {source}")

    def _ask(self, pair: Pair) -> Step:
        self._say(KEYS)
        while True:
            key = _key()
            if key in _END:
                return "end"
            if key == "k":
                return "next"
            if key == "z" and self._taken_back():
                return "back"
            if key in _VERDICTS:
                return self._judge(pair, _VERDICTS[key])

    def _judge(self, pair: Pair, verdict: Verdict) -> Step:
        from legation.pipeline.deciding.judging import decide

        last = self.reasons.get(verdict, "")
        shown = f" [{last}]" if last else ""
        try:
            why = click.prompt(f"{verdict}; why{shown}", default=last, show_default=False, prompt_suffix=": ")
        except click.Abort:
            return "end"
        if not why.strip():
            self._say("a judgement needs its reason")
            return self._ask(pair)
        try:
            judgement = decide(self.case, pair.a.id, pair.b.id, verdict, why=why, by=self.author)
        except JudgementError as error:
            self._say(error.message)
            return self._ask(pair)
        self.reasons[verdict] = why
        self.done.append((judgement.id, self.at))
        self._say(f"in the log. The weights give {pair.probability:.2f}:")
        for reason in pair.reasons:
            self._say(f"   {reason}")
        return "next"

    def _taken_back(self) -> bool:
        from legation.pipeline.deciding.judging import undo

        if not self.done:
            self._say("nothing was judged in this sitting")
            return False
        judgement, self.at = self.done.pop()
        undo(self.case, judgement, why="taken back in review", by=self.author)
        self._say("taken back")
        return True

    @staticmethod
    def _say(text: str) -> None:
        click.echo(visible(text))


def _key() -> str:
    """One key, as it is pressed; what was typed ahead isn't lost."""
    stdin = sys.stdin.fileno()
    before = termios.tcgetattr(stdin)
    try:
        tty.setcbreak(stdin, termios.TCSANOW)
        return os.read(stdin, 1).decode("ascii", errors="replace").lower()
    except OSError:
        return ""
    finally:
        termios.tcsetattr(stdin, termios.TCSANOW, before)
