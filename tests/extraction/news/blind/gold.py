"""The short reports of `reports.txt` with their gold, and how an extraction compares with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from legation.extraction.news import extract_news
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

_HEAD = re.compile(r"== (\d+) (\w\w) (\S+)")
_REAL = {"announced", "executed", "confirmed"}
_OWN = "-"


@dataclass(frozen=True)
class Row:
    """One line of gold: an event or claim, its slots with their alternatives, and its place."""

    kind: str
    slots: dict[str, list[str | None]]
    anchor: str


@dataclass(frozen=True)
class BlindReport:
    """A report with its language, day and gold."""

    number: str
    language: str
    published: str
    text: str
    rows: tuple[Row, ...]


def reports(name: str = "reports.txt") -> list[BlindReport]:
    """Every report of a file beside this module."""
    found = []
    body = Path(__file__).with_name(name).read_text("utf-8")
    for part in re.split(r"(?m)^(?=== )", body)[1:]:
        head, _, rest = part.partition("\n")
        match = _HEAD.fullmatch(head)
        assert match is not None, head
        text, _, gold = rest.partition("\n--\n")
        rows = tuple(_row(line) for line in gold.strip().splitlines() if line.strip())
        assert all(row.anchor in text for row in rows), head
        found.append(BlindReport(match[1], match[2], match[3], text + "\n", rows))
    return found


def _row(line: str) -> Row:
    slots, _, anchor = line[1:].partition(" @ ")
    pairs = (slot.strip().split("=", 1) for slot in slots.split("; ") if slot.strip())
    return Row(line[0], {key: [None if v == "null" else v for v in value.split("|")] for key, value in pairs}, anchor)


def extracted(report: BlindReport) -> Report:
    """What the grammar reads in a report, told only its day."""
    given = Given(published=Edtf.parse(report.published))
    return extract_news(read(report.text.encode(), name="report.txt"), given, Gazetteer.default())


Compare = Callable[[BlindReport, Report], tuple[Counter[str], list[str]]]
"""Counts and notes of one report against what was read in it."""


def counted(name: str, compare: Compare) -> tuple[Counter[str], list[str]]:
    """The counts of all reports of a file together, and a line for each thing that is not right."""
    total: Counter[str] = Counter()
    notes: list[str] = []
    for report in reports(name):
        counts, said = compare(report, extracted(report))
        total += counts
        notes += said
    return total, notes


def tally(report: BlindReport, found: Report) -> tuple[Counter[str], list[str]]:
    """Counts of what was found, missed and false, with a line for each that is not right."""
    n: Counter[str] = Counter()
    notes: list[str] = []
    told: dict[str, tuple[Event | Claim, ...]] = {"E": found.events, "C": found.claims}
    loose = [row.anchor for row in report.rows if row.kind == "I"]
    for kind, outs in told.items():
        rest = [o for o in outs if o.type not in ("aggregate", "statement")]
        for row in (r for r in report.rows if r.kind == kind):
            hits = [o for o in rest if _is(row, o, report.text)]
            hit = next((o for o in hits if _near(row, o, report.text)), next(iter(hits), None))
            if "soft" in row.slots:
                rest = [o for o in rest if o is not hit]
                continue
            layer = "B_" if "bg" in row.slots else ""
            n[f"{kind}_{layer}{'found' if hit else 'missed'}"] += 1
            if hit is None:
                notes.append(f"{report.number} missed {row.kind} {row.slots} @ {row.anchor}")
                continue
            rest.remove(hit)
            if isinstance(hit, Event) and hit.background != ("bg" in row.slots):
                notes.append(f"{report.number} background {hit.background} @ {row.anchor}")
            right = hit.status in row.slots.get("status", [hit.status])
            n[f"{kind}_status"] += right
            if not right:
                notes.append(f"{report.number} status {hit.status} for {row.slots['status']} @ {row.anchor}")
            if "deadline" in row.slots:
                n["deadlines"] += 1
                n["deadlines_right"] += getattr(hit, "deadline", None) in row.slots["deadline"]
        for out in rest:
            if any(_meets(report.text, anchor, out.passage.start, out.passage.end) for anchor in loose):
                continue
            soft = isinstance(out, Event) and out.status in ("negated", "denied", "hypothetical", "retracted")
            if not soft:
                layer = "B_" if isinstance(out, Event) and out.background else ""
                n[f"{kind}_{layer}false"] += 1
                notes.append(f"{report.number} false {out.type} {_told(out)} {out.status} @ {out.passage.quote}")
    return n, notes


def _told(out: Event | Claim) -> str:
    if isinstance(out, Event):
        return f"{out.actor}>{out.target} {out.count} {out.posts_to} {out.date and out.date.text}"
    return f"{out.subject} {out.value} {[link.speaker for link in out.attribution]}"


def _is(row: Row, out: Event | Claim, text: str) -> bool:
    if out.type not in row.slots["type"]:
        return False
    if isinstance(out, Event):
        return _event_is(row, out)
    return _near(row, out, text) and _claim_is(row, out)


def _near(row: Row, out: Event | Claim, text: str) -> bool:
    return _meets(text, row.anchor, out.passage.start, out.passage.end)


def _event_is(row: Row, out: Event) -> bool:
    wanted = row.slots
    number = {"actor": out.actor, "target": out.target, "from": _text(out.posts_from), "to": _text(out.posts_to)}
    if "count" in wanted and _text(out.count) not in wanted["count"]:
        return False
    if any(key in wanted and value not in wanted[key] for key, value in number.items()):
        return False
    return "date" not in wanted or any(_days_meet(date, out.date) for date in wanted["date"])


def _claim_is(row: Row, out: Claim) -> bool:
    wanted = row.slots
    if "value" in wanted and _text(out.value) not in wanted["value"]:
        return False
    if "subject" in wanted and not any(_names_meet(name, out.subject) for name in wanted["subject"]):
        return False
    first = out.attribution[0].speaker if out.attribution else _OWN
    return "speaker" not in wanted or any(_names_meet(name, first) for name in wanted["speaker"])


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _days_meet(wanted: str | None, got: Edtf | None) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    return Edtf.parse(wanted).bounds.narrowed(got.bounds) is not None


def _names_meet(wanted: str | None, got: str | None) -> bool:
    if wanted is None or got is None or _OWN in (wanted, got):
        return wanted == got
    one, other = (set(re.findall(r"\w+", name.casefold())) for name in (wanted, got))
    return one <= other or other <= one


def _meets(text: str, anchor: str, start: int, end: int) -> bool:
    return any(m.start() < end and start < m.end() for m in re.finditer(re.escape(anchor), text))


def figures(total: Counter[str]) -> dict[str, float]:
    """Precision, recall and status accuracy for events and claims."""
    found: dict[str, float] = {}
    for kind, name in (("E", "events"), ("C", "claims")):
        hit, missed, false = (total[f"{kind}_{key}"] for key in ("found", "missed", "false"))
        found[f"{name}_precision"] = hit / max(hit + false, 1)
        found[f"{name}_recall"] = hit / max(hit + missed, 1)
        found[f"{name}_status"] = total[f"{kind}_status"] / max(hit, 1)
    found["deadlines"] = total["deadlines_right"] / max(total["deadlines"], 1)
    return found
