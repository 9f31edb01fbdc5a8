"""How do the weights of links become a case's own? From its judgements, on asking alone, and back again on asking.

No build changes a weight: what a build proposes follows from the file that stands in the case, or from the shipped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.judged_pairs import judged_pairs
from legation.pipeline.building.readings import evidence_of
from legation.pipeline.work.written import write_whole
from legation.publishing.rows import Row
from legation.resolution.calibration import FEWEST, FEWEST_OF_EACH, Bin, Fit, enough, fit
from legation.store.case import Case
from legation.vocabulary.link_weights import shipped_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """What a calibration came to."""

    same: int
    different: int
    fit: Fit | None
    """`None` where too few pairs were judged; nothing was changed then."""

    @property
    def lacking(self) -> str | None:
        """What is missing, where it is too little."""
        if self.fit is not None:
            return None
        return (
            f"{self.same} pairs across missions were judged the same and {self.different} different: the weights stay. "
            f"From {FEWEST} on, with {FEWEST_OF_EACH} of each, they can be fitted; `legation review` asks for more"
        )


def calibrate(case: Case) -> Calibrated:
    """Fit the weights to the case's judgements; the next build uses them. Starts from the shipped weights every time.

    Raises:
        CaseLockedError: another process is writing.
    """
    examples = judged_pairs(evidence_of(case))
    same = sum(label for _, label in examples)
    if not enough(examples):
        return Calibrated(same=same, different=len(examples) - same, fit=None)
    found = fit(shipped_weights(), examples)
    with case.writing():
        write_whole(case.weights_file, found.text.encode())
    return Calibrated(same=same, different=len(examples) - same, fit=found)


def uncalibrate(case: Case) -> bool:
    """Go back to the shipped weights; whether the case had its own.

    Raises:
        CaseLockedError: another process is writing.
    """
    with case.writing():
        had = case.weights_file.exists()
        case.weights_file.unlink(missing_ok=True)
    return had


def calibration_rows(found: Calibrated) -> Iterator[Row]:
    """What changed, the greatest change first, and how right the probabilities were before and are after."""
    if found.fit is None:
        return
    for change in found.fit.changes:
        yield {
            "kind": "weight",
            "id": f"{change.field} {change.level}".strip(),
            "before": change.before,
            "after": change.after,
            "same": change.same,
            "different": change.different,
        }
    for when, bins in (("before", found.fit.before), ("after", found.fit.after)):
        yield from _bins(when, bins)


def _bins(when: str, bins: Sequence[Bin]) -> Iterator[Row]:
    for one in bins:
        yield {
            "kind": "reliability",
            "id": f"{when} {one.low:g}-{one.high:g}",
            "when": when,
            "low": one.low,
            "high": one.high,
            "pairs": one.pairs,
            "same": one.same,
            "expected": round(one.expected, 1),
        }
