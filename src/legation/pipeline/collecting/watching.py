"""What is new about the pages that a case watches?

One run asks each archive once, fetches what is new, builds the case, and tells what changed in the lists since the last
run; nothing new is told by silence. What was told is written down last, so that a run that was stopped tells it again.
An archive that failed at first is asked for all that it holds until it gave that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from legation.analysis.watching import Difference, Person, Seen, differences
from legation.archive.dialects.moments import digits
from legation.errors import LegationError
from legation.model.errands import Wanted
from legation.model.sources import Capture
from legation.pipeline.building.build import build
from legation.pipeline.building.readings import keys_of
from legation.pipeline.collecting.archives import asking, chosen
from legation.pipeline.collecting.fetching import fetch, held
from legation.pipeline.collecting.live import Permission, look
from legation.pipeline.collecting.vanishing import look_of, looked_at
from legation.pipeline.collecting.watches import Watch, save_told, watches_of
from legation.store.case import Case
from legation.vocabulary.archives import Archive

LATE = timedelta(days=120)
"""How much later than it was made archives may show a capture: they are asked from so long before the last one on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a run has to tell of one page."""

    watch: Watch
    captures: int
    """How many captures of the page the case holds."""
    fresh: int
    """How many of them nothing was told of before."""
    first: bool
    """Whether this run took stock: nothing is compared then."""
    differences: tuple[Difference, ...]
    failures: tuple[LegationError, ...]


def run(
    case: Case,
    allowed: Permission | None = None,
    only: frozenset[str] = frozenset(),
    say: Callable[[str], None] = lambda words: None,
) -> Iterator[Told]:
    """Ask for every page that is watched, or for those named; give what is to be told of each.

    Args:
        case: an open case.
        allowed: whether and how the pages' own servers are asked too.
        only: the addresses of the pages to ask for; all where none is named.
        say: told what a server will see before it is asked.
    """
    chosen_ones = [one for one in watches_of(case) if not only or one.url in only]
    answers = {one.url: _asked(case, one, allowed, say) for one in chosen_ones}
    build(case)
    for one in chosen_ones:
        seen = tuple(_seen(case, one.url))
        ids = tuple(sorted(each.look.capture for each in seen))
        fresh = frozenset(ids) - frozenset(one.told or ())
        found = () if one.told is None else tuple(differences(seen, fresh))
        yield Told(
            watch=one,
            captures=len(ids),
            fresh=len(fresh),
            first=one.told is None,
            differences=found,
            failures=answers[one.url].failures,
        )
        took_stock = one.told is not None or not answers[one.url].missed
        save_told(case, one.url, ids if took_stock else None, answers[one.url].whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    """What became of the questions about one page."""

    failures: tuple[LegationError, ...]
    missed: bool
    """Whether an archive failed, so that captures may be missing."""
    whole: tuple[str, ...]
    """The archives that gave all that they hold, in this run or one before."""


def _asked(case: Case, watch: Watch, allowed: Permission | None, say: Callable[[str], None]) -> _Answered:
    """Fetch what is new of a page."""
    failures: list[LegationError] = []
    whole = list(watch.whole)
    for archive in chosen(case, watch.archives):
        failed = tuple(_fetched(case, watch, archive))
        failures += failed
        if not failed and archive.name not in whole:
            whole.append(archive.name)
    missed = bool(failures)
    if allowed is not None:
        try:
            look(case, allowed, watch.url, watch.given, say)
        except LegationError as error:
            failures.append(error)
    return _Answered(failures=tuple(failures), missed=missed, whole=tuple(whole))


def _fetched(case: Case, watch: Watch, archive: Archive) -> Iterator[LegationError]:
    """Fetch what is new of a page from one archive; gives what failed."""
    try:
        with asking(archive) as client:
            listed = held(case, client, Wanted(url=watch.url, since=_since(case, watch, archive)))
            for outcome in fetch(case, client, listed, watch.given):
                if outcome.attempt.code:
                    yield LegationError(outcome.attempt.message or "", item=outcome.attempt.url)
    except LegationError as error:
        yield error


def _since(case: Case, watch: Watch, archive: Archive) -> str | None:
    """From when on an archive is asked; from the beginning until it gave all that it holds.

    The newest capture of that archive counts alone: another that went on while it failed says nothing of it.
    """
    if archive.name not in watch.whole:
        return None
    gave = {one.capture for one in case.errands.attempts() if one.archive == archive.name}
    known = gave.intersection(watch.told or ())
    moments = [one.given.captured_at for one in case.kept.captures() if one.id in known and one.given.captured_at]
    return digits(max(moments) - LATE)[:8] if moments else None


def _seen(case: Case, url: str) -> Iterator[Seen]:
    """Every look at a page that was read, with the people that it shows."""
    found = [(capture, account) for capture, account in looked_at(case, url) if account is not None]
    people = _people(case, [capture for capture, _ in found])
    for capture, account in found:
        yield Seen(look=look_of(capture, account), people=people.get(capture.id, ()))


def _people(case: Case, captures: list[Capture]) -> Mapping[str, tuple[Person, ...]]:
    keys = keys_of(case, captures)
    return {
        id_: tuple(
            Person(name=line.name, title=line.title, mission=line.mission)
            for roster in case.memo.rosters([key])
            for line in roster.listings
            if line.name and not line.vacant
        )
        for id_, key in keys.items()
    }
