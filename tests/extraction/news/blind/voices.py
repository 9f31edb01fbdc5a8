"""How an extraction compares with gold that says who says so: every slot, and words that must stay silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from legation.model.claims import Claim, Event, Report
from legation.model.dates import Edtf
from tests.extraction.news.blind.gold import BlindReport, Row, _event_is, _meets, _names_meet

FREE = frozenset({"statement", "location", "headcount", "request", "capture"})
"""Types that a report may yield besides its gold."""
SOFT = frozenset({"negated", "denied", "hypothetical", "retracted"})


def compared(report: BlindReport, found: Report) -> tuple[Counter[str], list[str]]:
    """Counts of claims and events found, missed and false, of slots right and wrong, and of words that spoke."""
    n: Counter[str] = Counter()
    notes: list[str] = []
    claims, events = list(found.claims), [e for e in found.events if e.type != "aggregate"]
    for row in report.rows:
        if row.kind == "C":
            said = _claim(row, claims, report.text, n)
        elif row.kind == "E":
            said = _event(row, events, n)
        else:
            said = _silent(row, found, report.text, n)
        notes += [f"{report.number} {each} @ {row.anchor}" for each in said]
    left: list[Claim | Event] = [claim for claim in claims if claim.type not in FREE]
    left += [event for event in events if event.status not in SOFT]
    for out in left:
        n["claims_false" if isinstance(out, Claim) else "events_false"] += 1
        notes.append(f"{report.number} false {_told(out)} @ {out.passage.quote}")
    return n, notes


def _claim(row: Row, claims: list[Claim], text: str, n: Counter[str]) -> Iterator[str]:
    """Takes the claim that a row asks for out of those left; says what is wrong with it."""
    claim = _best(row, claims, text)
    n["claims_found" if claim else "claims_missed"] += 1
    if claim is None:
        yield f"missed {row.slots}"
        return
    claims.remove(claim)
    for slot, right, got in _slots(row, claim):
        n[f"{slot}_right" if right else f"{slot}_wrong"] += 1
        if not right:
            yield f"{slot} is {got!r}, not {row.slots[slot]}"


def _event(row: Row, events: list[Event], n: Counter[str]) -> Iterator[str]:
    event = next((e for e in events if e.type in row.slots["type"] and _event_is(row, e)), None)
    n["events_found" if event else "events_missed"] += 1
    if event is None or event.status not in row.slots["status"]:
        yield f"event {event and event.status} {row.slots}"
    if event is not None:
        events.remove(event)


def _silent(row: Row, found: Report, text: str, n: Counter[str]) -> Iterator[str]:
    told: list[Claim | Event] = [*found.claims, *found.events]
    for out in told:
        speaks = out.type != "statement" and out.status not in SOFT
        if speaks and _meets(text, row.anchor, out.passage.start, out.passage.end):
            n["spoke"] += 1
            yield f"spoke: {_told(out)} @ {out.passage.quote}"


def _told(out: Claim | Event) -> str:
    sides = f"{out.subject} {out.value}" if isinstance(out, Claim) else f"{out.actor}>{out.target} {out.count}"
    return f"{out.type} {sides} {out.status} {_chain(out)}"


def _best(row: Row, claims: list[Claim], text: str) -> Claim | None:
    near = [
        c for c in claims if c.type in row.slots["type"] and _meets(text, row.anchor, c.passage.start, c.passage.end)
    ]
    return max(near, key=lambda claim: sum(right for _, right, _ in _slots(row, claim)), default=None)


def _slots(row: Row, claim: Claim) -> Iterator[tuple[str, bool, object]]:
    wanted = row.slots
    if "subject" in wanted:
        yield "subject", any(_names_meet(name, claim.subject) for name in wanted["subject"]), claim.subject
    if "chain" in wanted:
        yield "chain", any(_chain_is(chain, claim) for chain in wanted["chain"]), _chain(claim)
    for slot in ("strength", "status", "layer"):
        if slot in wanted:
            yield slot, getattr(claim, slot) in wanted[slot], getattr(claim, slot)
    if "value" in wanted:
        yield "value", str(claim.value) in wanted["value"], claim.value
    if "wording" in wanted:
        hedges = [word for word in wanted["wording"] if word is not None]
        yield "wording", any(word in (claim.wording or "") for word in hedges), claim.wording
    if "when" in wanted:
        yield "when", any(_same_time(when, claim.when) for when in wanted["when"]), claim.when and claim.when.text


def _chain(out: Claim | Event) -> str:
    return ">".join(str(link.speaker) for link in out.attribution)


def _chain_is(wanted: str | None, claim: Claim) -> bool:
    """Whether the named speakers are those of the gold, outermost first."""
    got = [link.speaker for link in claim.attribution]
    if wanted is None or wanted == "-":
        return got == ([None] if wanted is None else [])
    names = wanted.split(">")
    return len(names) == len(got) and all(_names_meet(name, one) for name, one in zip(names, got, strict=True))


def _same_time(wanted: str | None, got: Edtf | None) -> bool:
    return got is not None and wanted is not None and Edtf.parse(wanted).bounds.narrowed(got.bounds) is not None


def shares(total: Counter[str]) -> dict[str, float]:
    """Precision and recall of claims and events, and the share of right slots."""
    found = {}
    for kind in ("claims", "events"):
        hit, missed, false = (total[f"{kind}_{key}"] for key in ("found", "missed", "false"))
        found[f"{kind}_precision"], found[f"{kind}_recall"] = hit / max(hit + false, 1), hit / max(hit + missed, 1)
    for slot in ("subject", "chain", "strength", "wording", "status", "value", "when", "layer"):
        right, wrong = total[f"{slot}_right"], total[f"{slot}_wrong"]
        if right + wrong:
            found[slot] = right / (right + wrong)
    found["spoke"] = total["spoke"]
    return found
