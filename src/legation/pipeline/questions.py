"""What does a case answer, and what waits for somebody? What a reporter sees first, as rows.

Answers are the briefing's sentences gathered by what they are about; what waits is counted, with where it is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from legation.model.case import Derived
from legation.pipeline.asking import said
from legation.pipeline.missions import gazetteer_of
from legation.pipeline.reviewing import how_many_wait
from legation.pipeline.status import accounts
from legation.publishing.briefing import sentences
from legation.publishing.rows import Row, passages_row
from legation.store.case import Case

ASKED = frozenset({"sum", "tally", "usual", "ceiling", "note"})
"""The sentences that answer a question; replies and reasons stand with what they are about."""


def answers(case: Case) -> Iterator[Row]:
    """Sums, tallies and ceilings in the order in which a reporter asks: a headline, what qualifies it, its passages."""
    derived = Derived(
        happenings=case.derived.happenings(),
        tallies=case.derived.tallies(),
        sums=case.derived.sums(),
        ceilings=case.derived.ceilings(),
    )
    found = [one for one in sentences(derived, said(case), gazetteer_of(case).label) if one.kind in ASKED]
    tallies = {tally.id: tally for tally in derived.tallies}
    for about, group in groupby(found, key=lambda sentence: sentence.about):
        first, *rest = group
        tally = tallies.get(about or "")
        yield {
            "kind": "answer",
            "id": about,
            "of": first.kind,
            "headline": first.text,
            "notes": [sentence.text for sentence in rest],
            "happening": tally.event if tally else about if (about or "").startswith("happening-") else None,
            "mission": tally.mission if tally else None,
            "passages": passages_row(
                tuple(dict.fromkeys(passage for sentence in (first, *rest) for passage in sentence.passages))
            ),
        }


def waiting_work(case: Case) -> Iterator[Row]:
    """What waits for a person: how much of it, in words, and nothing where nothing waits."""
    every = [(capture, account) for capture, account, instead in accounts(case) if instead is None]
    counts = {
        "unbuilt": sum(account is None for _, account in every),
        "unread": sum(account is not None and account.code is not None for _, account in every),
        "residue": sum(account.residue for _, account in every if account is not None),
        "undecided": how_many_wait(case),
        "contradictions": len(case.derived.contradictions()),
        "loose": len(case.derived.loose()),
        "refused": len(case.derived.refused()),
    }
    for what, count in counts.items():
        if count:
            yield {"kind": "waiting", "id": what, "count": count}
