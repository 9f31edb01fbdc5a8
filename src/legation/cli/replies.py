"""Commands by which somebody logs who was asked, what came back and what is due; and lets a claim leave unheard."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from legation.cli import options, show
from legation.cli.judge import AUTHOR, WHY, told

if TYPE_CHECKING:
    from legation.model.replies import Purpose
    from legation.pipeline.deciding.inquiring import Coming, Sending

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_SENDING = (
    click.option("--claim", "points", multiple=True, metavar="ID", help="A claim that it is about; may be repeated."),
    click.option("--channel", default="email", show_default=True, metavar="WORD", help="email, letter, phone, fax ..."),
    click.option("--text", "words", metavar="TEXT", help="What was written or said, as it was sent."),
    click.option("--sent", metavar="MOMENT", help="When, such as '2026-11-20 10:00'; now otherwise."),
    click.option("--sent-by", metavar="NAME", help="Who sent it; you otherwise."),
    click.option("--deadline", metavar="MOMENT", help="Until when an answer is awaited; a day alone ends at 23:59."),
    click.option("--zone", metavar="ZONE", help="On whose clock, such as Europe/Berlin."),
    click.option("--address", metavar="TEXT", help="Where it was sent to; it never leaves the case."),
    click.option("--reference", metavar="TEXT", help="The institution's own number."),
    click.option("--proof", type=_FILE, metavar="FILE", help="What shows that it was sent; its bytes are kept."),
    click.option("--replaces", metavar="ID", help="An earlier entry that this one puts right."),
)
_COMING = (
    click.option("--kind", required=True, metavar="WORD", help="answered, denied, declined, refused, extended ..."),
    click.option("--text", "words", metavar="TEXT", help="The answer, verbatim."),
    click.option("--language", metavar="CODE", help="The language of the answer."),
    click.option("--translation", metavar="TEXT", help="The answer in your language."),
    click.option("--received", metavar="MOMENT", help="When it came; now otherwise."),
    click.option("--deadline", metavar="MOMENT", help="The new deadline, where more time was asked for."),
    click.option("--zone", metavar="ZONE", help="On whose clock; the inquiry's otherwise."),
    click.option(
        "--changes", multiple=True, metavar="CLAIM[:FIELD=VALUE]", help="A claim that is changed by it, and how."
    ),
    click.option("--printed-in", metavar="TEXT", help="Where the answer was printed."),
    click.option("--proof", type=_FILE, metavar="FILE", help="The file that holds it; its bytes are kept."),
    click.option("--replaces", metavar="ID", help="An earlier entry that this one puts right."),
)


def _with(*added: Callable[[Any], Any]) -> Callable[[Command], Command]:
    def wrap(command: Command) -> Command:
        for option in reversed(added):
            command = option(command)
        return command

    return wrap


@click.group()
def reply() -> None:
    """Log what was put to people and institutions, what they answered, and what is due.

    Example: legation reply due
    """


@click.group()
def request() -> None:
    """Log requests for information, with answers, refusals and delays.

    Example: legation request list
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class _Help:
    """What help says of the commands that both groups have."""

    add: str
    answer: str
    list: str
    due: str


def _logged(group: click.Group, purpose: Purpose, says: _Help) -> None:
    """Give a group the commands by which its inquiries are logged, answered, listed and watched."""

    @group.command(name="add", help=says.add)
    @click.argument("whom")
    @_with(*_SENDING)
    @AUTHOR
    @options.case
    @options.jsonl
    def add(whom: str, author: str | None, case_dir: Path, jsonl: bool, **said: Any) -> None:  # noqa: ANN401
        _put(case_dir, purpose, _sending(whom, said), author, jsonl=jsonl)

    @group.command(name="answer", help=says.answer)
    @click.argument("id_", metavar="ID")
    @_with(*_COMING)
    @AUTHOR
    @options.case
    @options.jsonl
    def answer(id_: str, author: str | None, case_dir: Path, jsonl: bool, **said: Any) -> None:  # noqa: ANN401
        _answer(case_dir, id_, _coming(said), author, jsonl=jsonl)

    @group.command(name="list", help=says.list)
    @click.argument("of", required=False, metavar="[ID|WORDS]")
    @options.case
    @options.jsonl
    def listed(of: str | None, case_dir: Path, jsonl: bool) -> None:
        _list(case_dir, purpose, of, jsonl=jsonl)

    @group.command(name="due", help=says.due)
    @options.case
    @options.jsonl
    def due(case_dir: Path, jsonl: bool) -> None:
        _due(case_dir, purpose, jsonl=jsonl)


_logged(
    reply,
    "reply",
    _Help(
        add="""Log that points were put to WHOM: a person's id, or the name of a person or institution. Each is one
        attempt.

        Example: legation reply add listing-3f1c2a9b --claim claim-77aa01cd --deadline 2026-11-25 --zone Europe/Berlin
        """,
        answer="""Log what came back on an attempt: answered, confirmed, denied, declined, acknowledged, extended or
        returned.

        Example: legation reply answer inquiry-9c41d2aa --kind denied --text "This is false."
        """,
        list="""Every attempt with its number and what came back; of a claim, a person or an institution, or of all.

        Example: legation reply list claim-77aa01cd
        """,
        due="""What waits for an answer, the overdue first.

        Example: legation reply due
        """,
    ),
)
_logged(
    request,
    "request",
    _Help(
        add="""Log that an institution was asked for information, in the words of the request.

        Example: legation request add "Foreign Office" --text "all lists since 2015" --channel letter
        """,
        answer="""Log what came back on a request: granted, partly, refused, withheld, acknowledged, extended or
        returned.

        Example: legation request answer inquiry-9c41d2aa --kind withheld --text "The names can't be given."
        """,
        list="""Every request with what came back and how long that took.

        Example: legation request list "Foreign Office"
        """,
        due="""What waits for an answer, the overdue first.

        Example: legation request due
        """,
    ),
)


@reply.command()
@click.argument("person")
@click.option("--deadline", metavar="MOMENT", help="Until when an answer is asked for.")
@click.option("--zone", metavar="ZONE", help="On whose clock, such as Europe/Berlin.")
@options.case
def letter(person: str, deadline: str | None, zone: str | None, case_dir: Path) -> None:
    """Draft a letter to PERSON with every point that is to be answered. Nothing is sent.

    Example: legation reply letter listing-3f1c2a9b --deadline "2026-11-25 18:00" --zone Europe/Berlin
    """
    from legation.cli.terminal import visible
    from legation.pipeline.exporting.letters import letter_to
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        made = letter_to(case, person, deadline=deadline, zone=zone)
    click.echo(visible(made.text), nl=False)
    if not made.points:
        show.tell("the case holds no claim about this person that would have to be answered")
        return
    claims = " ".join(f"--claim {id_}" for id_ in made.points)
    show.tell(f"once it is sent: legation reply add {shlex.quote(made.person)} {claims}")


@reply.command()
@click.argument("claim")
@WHY
@AUTHOR
@options.case
@options.jsonl
def waive(claim: str, why: str, author: str | None, case_dir: Path, jsonl: bool) -> None:
    """Let CLAIM be published although nobody was asked about it, for a reason; `legation undo` takes it back.

    Example: legation reply waive claim-77aa01cd --why "died in 2019; the family asked not to be written to"
    """
    from legation.pipeline.exporting.withholding import waive as rule
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        told(rule(case, claim, why=why, by=author), jsonl=jsonl, build=False)


def _sending(whom: str, said: Mapping[str, Any]) -> Sending:
    from legation.pipeline.deciding.inquiring import Sending

    return Sending(whom=whom, **said)


def _coming(said: Mapping[str, Any]) -> Coming:
    from legation.pipeline.deciding.inquiring import Coming

    return Coming(**said)


def _put(case_dir: Path, purpose: Purpose, sending: Sending, author: str | None, *, jsonl: bool) -> None:
    from legation.pipeline.deciding.inquiring import listed, put
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        made = put(case, purpose, sending, by=author)
        show.rows((row for row in listed(case, purpose, of=made.id)), jsonl=jsonl)
    show.tell(f"logged; when something comes back: legation {purpose} answer {made.id} --kind WORD")


def _answer(case_dir: Path, id_: str, coming: Coming, author: str | None, *, jsonl: bool) -> None:
    from legation.pipeline.deciding.inquiring import answer, inquiry_of, listed
    from legation.publishing.selected_log import family_in
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        made = answer(case, id_, coming, by=author)
        asked = inquiry_of(case, made.inquiry)
        show.rows(listed(case, asked.purpose, of=asked.id), jsonl=jsonl)
    if family_in(made) is not None:
        show.tell("it tells of a family: a publication waits until it is read and chosen with --include, " + made.id)
    show.tell("logged" + ("; next: legation build" if made.changed else ""))


def _list(case_dir: Path, purpose: Purpose, of: str | None, *, jsonl: bool) -> None:
    from legation.pipeline.deciding.inquiring import listed
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(listed(case, purpose, of=of), jsonl=jsonl, empty="nobody was asked yet")


def _due(case_dir: Path, purpose: Purpose, *, jsonl: bool) -> None:
    from legation.pipeline.deciding.inquiring import due
    from legation.store.case import Case

    with Case.open(case_dir) as case:
        show.rows(due(case, purpose), jsonl=jsonl, empty="nothing is due")
