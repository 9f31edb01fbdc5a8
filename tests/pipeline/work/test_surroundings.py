from __future__ import annotations

import subprocess
import sys

from legation.model.documents import Passage
from legation.model.sources import Given
from legation.pipeline.work.stages import Task
from legation.pipeline.work.surroundings import drawn

TEXT = "First line.\nOf eight who were told to go, two had left.\nLast line.\n"
QUOTE = "two had left"


def quote() -> Passage:
    from legation.model.keys import sha256_hex

    start = TEXT.index(QUOTE)
    return Passage(sha256=sha256_hex(TEXT.encode()), start=start, end=start + len(QUOTE), quote=QUOTE)


def test_a_quote_of_prose_is_shown_with_what_stands_around_it_and_a_line_of_a_list_alone() -> None:
    task = Task(data=TEXT.encode(), name="report.txt", given=Given())
    around = drawn(task, passages=(quote(),), alone=False)[quote()].text
    alone = drawn(task, passages=(quote(),), alone=True)[quote()].text
    assert around is not None
    assert alone is not None
    assert "told to go" in around.before
    assert (alone.before, alone.quote, alone.after) == ("", QUOTE, "")


def test_a_child_that_draws_loads_nothing_of_a_case() -> None:
    asked = "import sys, legation.pipeline.work.surroundings; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
