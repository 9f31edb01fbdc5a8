"""How is everything worked out anew that follows from a case, however large it is?

A small case in one piece. A large one in parts of some missions each, in several processes, so that memory doesn't grow
with the number of lines; what is looked for across parts comes last. The answers are the same either way.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from legation.analysis.derive import returns
from legation.analysis.namings import namings
from legation.analysis.parting import Part, can_be_parted, parts, spoken_of
from legation.analysis.shown import Told, told_by
from legation.model.case import Derived, Evidence
from legation.model.claims import Report
from legation.model.judgements import Judgement
from legation.model.quick import collection_rested
from legation.pipeline.work.part_work import PartTask, PartWork, part_work, weights_of, worked
from legation.pipeline.work.supervised import MOST_WORKERS, Progress
from legation.resolution.judged import apply_judgements, standing
from legation.store.case import Case
from legation.store.derived import Build
from legation.store.derived_rows import Rows, derived_rows
from legation.store.memo import MemoKey
from legation.store.memo_rows import Head

SMALL_CASE = 40_000
"""Lines up to which a case is worked out in one piece: it takes no longer than starting processes is worth."""
PART = 12_000
"""Lines of one part, so that several processes end at about the same time."""
_MEMORY, _OUTPUT, _SECONDS = 4 << 30, 2 << 30, 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """When a case is parted, into how large parts, and how many processes work on them."""

    small: int = SMALL_CASE
    """Lines up to which it isn't."""
    part: int = PART
    workers: int | None = None
    """One for each processor, where nothing is said; none, to do all of it here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much was worked out."""

    missions: int
    persons: int
    happenings: int
    tallies: int
    differing_sums: int
    loose: int


def derive_all(
    case: Case,
    keys: Sequence[MemoKey],
    *,
    inputs: str,
    progress: Progress | None = None,
    sizes: Sizes | None = None,
) -> Totals:
    """Work everything out anew and swap it in; outside of any lock until then.

    Args:
        case: an open case.
        keys: the readings that count.
        inputs: digest of all that is worked with.
        progress: told after each part, where there are several.
        sizes: when the case is parted; as usual, where nothing is said.
    """
    with collection_rested():
        reports = (*case.memo.reports(keys), *(note.report for note in case.kept.notes()))
        found = _works(case, keys, reports, sizes or Sizes(), progress)
        build = Build(
            inputs=inputs,
            at=datetime.now(UTC).replace(microsecond=0),
            loose=tuple(sorted({each for work in found for each in work.loose})),
            refused=tuple(sorted({each for work in found for each in work.refused})),
        )
        rows = [work.rows for work in found]
        totals = Totals(
            missions=sum(each.count("mission") for each in rows),
            persons=sum(each.count("person") for each in rows),
            happenings=sum(each.count("happening") for each in rows),
            tallies=sum(each.count("tally") for each in rows),
            differing_sums=sum(work.differing_sums for work in found),
            loose=len(build.loose),
        )
        case.derived.put([*rows, *_across(found, case.weights)], build)
    return totals


def _works(
    case: Case, keys: Sequence[MemoKey], reports: tuple[Report, ...], sizes: Sizes, progress: Progress | None
) -> list[PartWork]:
    """What follows for each part; one, where the case is small or can't be parted."""
    judgements = case.kept.live_judgements()
    if sum(account.listings for account in case.memo.accounts(keys)) > sizes.small:
        heads = _each_once(case.memo.heads(keys))
        if can_be_parted((head.edition for head in heads), standing(judgements)):
            cut = _parts(case, heads, reports, judgements, sizes)
            if len(cut) > 1:
                tasks = _tasks(case, heads, cut, reports, judgements)
                return list(_worked_all(tasks, len(cut), sizes.workers, progress))
    evidence = Evidence(rosters=case.memo.rosters(keys), reports=reports, judgements=judgements)
    return [worked(evidence, PartTask(editions=(), missions=None, whole=None, weights=case.weights))]


def _parts(
    case: Case, heads: Sequence[Head], reports: tuple[Report, ...], judgements: tuple[Judgement, ...], sizes: Sizes
) -> tuple[Part, ...]:
    lines = Counter[str | None]()
    for head in heads:
        lines.update({section.mission: 0 for section in head.edition.missions})
        lines.update(head.missions)
    told = _told(reports, judgements)
    judged = [side.id for judgement in judgements for side in judgement.sides]
    spoken = spoken_of(told, standing(judgements)) | case.memo.missions_of(judged)
    return parts(lines, spoken, sizes.part)


def _told(reports: tuple[Report, ...], judgements: tuple[Judgement, ...]) -> Told:
    return told_by(apply_judgements(Evidence(reports=reports, judgements=judgements)))


def _each_once(heads: Iterable[Head]) -> list[Head]:
    """Of two readings of one edition the one that shows more people, as in `each_once`."""
    found: dict[str, Head] = {}
    for head in sorted(heads, key=lambda each: (each.edition.id, -each.listings, each.edition.series or "")):
        found.setdefault(head.edition.id, head)
    return list(found.values())


def _tasks(
    case: Case,
    heads: Sequence[Head],
    cut: Sequence[Part],
    reports: tuple[Report, ...],
    judgements: tuple[Judgement, ...],
) -> Iterator[PartTask]:
    for part in cut:
        lines = case.memo.lines(heads, part.missions)
        yield PartTask(
            editions=tuple((head.body, tuple(lines[head.number])) for head in heads),
            missions=part.missions,
            whole=part.whole,
            is_told=part.is_told,
            reports=reports if part.is_told else (),
            judgements=judgements if part.is_told else (),
            keeps_profiles=bool(reports),
            weights=case.weights,
        )


def _worked_all(
    tasks: Iterable[PartTask], total: int, workers: int | None, progress: Progress | None
) -> Iterator[PartWork]:
    """The parts in the order in which they end, in other processes where there are any."""
    crew = min(MOST_WORKERS, len(os.sched_getaffinity(0))) if workers is None else workers
    for done, work in enumerate(_by_others(tasks, crew) if crew else map(part_work, tasks), 1):
        if progress is not None:
            progress(done, total, "")
        yield work


def _by_others(tasks: Iterable[PartTask], workers: int) -> Iterator[PartWork]:
    """The parts in other processes; one that a process fails at is done here, where its error is told."""
    from legation.engines.local import Limits, Task, run_all

    limits = Limits(memory=_MEMORY, output=_OUTPUT, seconds=_SECONDS)
    named = (Task(name="", argument=task) for task in tasks)
    for outcome in run_all(part_work, named, workers=workers, limits=limits):
        yield outcome.value if outcome.value is not None else part_work(outcome.task.argument)


def _across(found: Sequence[PartWork], weights_text: str | None) -> list[Rows]:
    """The rows of who of one part may be somebody of another, and whom reports may mean among all."""
    profiles = sorted((each for work in found for each in work.profiles), key=lambda one: (one.person.id, one.sending))
    if not profiles:
        return []
    told = next(work for work in found if work.is_told)
    weights = weights_of(weights_text)
    done = frozenset[str]().union(*(work.whole for work in found))
    back = returns([each for each in profiles if each.sending not in done], told.decided, weights)
    named = namings(told.mentions, profiles, told.decided.meant, weights)
    derived = Derived(links=back.links, resurfacings=back.resurfacings, namings=named)
    return [derived_rows(derived, {})]
