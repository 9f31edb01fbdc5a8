"""What if something else is said of captures that were fetched already?

Nothing is asked for again: the capture is kept once more with what is said now, and takes the place of the one before.
What isn't said again stays as it was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from legation.archive.retrieved import hop_of
from legation.model.errands import Attempt
from legation.model.holdings import Holding
from legation.model.sources import Given
from legation.pipeline.collecting.planning import HOPS
from legation.pipeline.collecting.taking import Fetched, now
from legation.store.case import Case
from legation.store.kept import capture_id
from legation.vocabulary.archives import Archive


def reworded(case: Case, archive: Archive, holdings: Sequence[Holding], given: Given) -> Iterator[Fetched]:
    """Keep what is said now of the captures that were fetched; each outcome is on disk when it is given."""
    said = {each.name: getattr(given, each.name) for each in fields(Given) if getattr(given, each.name) != each.default}
    if not said:
        return
    attempts = case.errands.attempts()
    captures = {capture.id: capture for capture in case.kept.captures()}
    done: set[str] = set()
    for attempt in _reached(holdings, {(each.archive, each.url, each.timestamp): each for each in attempts}, archive):
        capture = captures.get(attempt.capture or "")
        if capture is None or capture.id in done:
            continue
        done.add(capture.id)
        whole = replace(capture.given, **said)
        if whole == capture.given:
            continue
        id_ = capture_id(capture.sha256, origin=capture.origin, name=capture.name, given=whole)
        changed = replace(capture, id=id_, given=whole, added_at=now())
        # two archives may have given one capture: it is said of both
        for each in attempts:
            if each.capture == capture.id:
                one = Holding(archive=each.archive, url=each.url, timestamp=each.timestamp, at=None)
                again = replace(each, capture=id_)
                yield Fetched(holding=one, attempt=again, capture=changed, new=case.errands.settle(again, changed))


def _reached(
    holdings: Sequence[Holding], attempts: Mapping[tuple[str, str, str], Attempt], archive: Archive
) -> Iterator[Attempt]:
    """The settled attempts of listed captures, and of what redirects among them led to."""
    for one in holdings:
        key = (archive.name, one.url, one.timestamp)
        for _ in range(HOPS + 1):
            attempt = attempts.get(key)
            if attempt is None:
                break
            yield attempt
            hop = hop_of(attempt.retrieval) if attempt.retrieval else None
            if hop is None:
                break
            key = (archive.name, hop.url, hop.timestamp or key[2])
