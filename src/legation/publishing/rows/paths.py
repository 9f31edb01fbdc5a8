"""Rows of `path`: a chain of steps, each in a sentence with its passages, its grounds, and how sure its time is."""

from __future__ import annotations

from collections.abc import Callable

from legation.model.paths import Path, PathStep, Stop
from legation.publishing.phrases import bounds_phrase
from legation.publishing.rows.findings import passages_row
from legation.publishing.rows.places import Row, bounds_row

MissionWords = Callable[[str | None], str]
_HOW = {"certain": "", "possible": " – possibly, by what the lists leave open"}


def path_row(path: Path, words: MissionWords) -> Row:
    """One chain; `assumed` says whether a step rests on a link that nobody judged."""
    return {
        "kind": "path",
        "id": path.id,
        "steps": [
            {
                "step": step.kind,
                "from": _stop_row(step.start),
                "to": _stop_row(step.end),
                "mission": step.mission,
                "between": bounds_row(step.between),
                "certainty": step.certainty.value,
                "grounds": list(step.grounds),
                "says": sentence(step, words),
                "passages": passages_row(step.passages),
            }
            for step in path.steps
        ],
        "assumed": any(step.kind == "link" for step in path.steps),
    }


def _stop_row(stop: Stop) -> Row:
    return {"id": stop.id, "kind": stop.kind, "label": stop.label}


def sentence(step: PathStep, words: MissionWords) -> str:
    """A step as one sentence, no surer than it is."""
    first, second = (words(each.id) if each.kind == "mission" else each.label for each in (step.start, step.end))
    when = bounds_phrase(step.between)
    how = _HOW.get(step.certainty.value, "")
    match step.kind:
        case "co-posting":
            listed = f"in the editions {step.says}" if step.says else when
            return f"{first} and {second} were both listed at {words(step.mission)}, {listed}{how}."
        case "posting":
            return f"{first} and {second}: listed there in the editions {step.says}{how}."
        case "succession":
            return f"{first} and {second} held the seat {step.says} of {words(step.mission)} one after the other{how}."
        case "named":
            return f"{first} and {second}: a report was judged to name the person in it, {when}."
        case "claim":
            return f"A source claims something of {first} and {second} ({step.says}), {when}; it is the claimant's."
        case "link":
            return f"{first} and {second} may be one person, with a probability of {step.says}; nobody has judged it."
