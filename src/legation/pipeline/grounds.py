"""What does a conclusion rest on that carries its own derivation? Its words, its rules and inputs, and its passages."""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.documents import Passage
from legation.model.postings import Derivation
from legation.model.tenures import Succession, Tenure
from legation.publishing.rows import bounds_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a value rests on."""

    says: str
    passages: tuple[Passage, ...] = ()
    derivation: tuple[Derivation, ...] = ()


def ground_of_conclusion(value: Tenure | Succession) -> Ground:
    """The ground of a value that names its rules itself."""
    says = _of_tenure(value) if isinstance(value, Tenure) else _of_succession(value)
    return Ground(says=says, passages=value.passages, derivation=value.derivation)


def _of_tenure(tenure: Tenure) -> str:
    holder = tenure.holder.label if tenure.holder else "vacant"
    start, end = bounds_row(tenure.start) or {}, bounds_row(tenure.end) or {}
    return (
        f"{tenure.slot} of {tenure.mission}: {holder}{', acting' if tenure.acting else ''}, "
        f"from {start.get('earliest') or 'an unknown day'} at the earliest "
        f"to {end.get('latest') or 'an unknown day'} at the latest"
    )


def _of_succession(found: Succession) -> str:
    least, most = ("unknown" if days is None else str(days) for days in found.gap_days)
    notes = "".join(f" {note}" for note in found.notes)
    return (
        f"{found.slot} of {found.mission}: {found.predecessor.label}, then {found.successor.label} "
        f"({found.certainty}; days between, least {least}, most {most}).{notes}"
    )
