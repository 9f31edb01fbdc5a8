"""What do the sentences behind a telling add to it? Deadlines, who gave them, a step taken back, what answers what.

Each needs words that point back, and one telling that they can point to; where there are two, nothing is added.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.news.lexicon import TRIGGERS
from legation.extraction.news.lists_of_states import LISTED
from legation.extraction.news.mentions import Decider, Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import GENERIC
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import deadline_of, graces_of, when_of
from legation.language.date_roles import When
from legation.model.quick import changed

_STEPS = frozenset({"expulsion", "aggregate", "recall", "closure", "ceiling"})
_CLAUSE = 10
"""Words that may stand between an "after" and what it leads to."""


def with_sequels(tellings: Sequence[Telling], read: Sequence[Line]) -> list[Telling]:
    """The tellings with what the sentences behind them say of them, and with earlier instances as their own."""
    found = [_graced(telling, read[telling.sentence]) for telling in tellings]
    told: dict[int, list[int]] = {}
    for index, telling in enumerate(found):
        if telling.type in ("expulsion", "aggregate"):
            told.setdefault(telling.sentence, []).append(index)
    for line in read:
        if line.number in told or line.layer not in ("body", "update"):
            continue
        before = [i for back in (2, 1) for i in told.get(line.number - back, ()) if found[i].layer == line.layer]
        before = [i for i in before if ".noun." not in found[i].rule] or before
        if len(before) != 1:
            continue
        home = before[0]
        graced = _with_day(_with_grace(found[home], line), line)
        found[home] = _denied(_taken_back(graced, line), line, read)
        earlier = _earlier_instance(found[home], line)
        if earlier is not None:
            found.append(earlier)
    return _answering(sorted(found, key=lambda telling: (telling.sentence, telling.start)), read)


def _graced(telling: Telling, line: Line) -> Telling:
    """A passive of the same sentence gets who gave its people their time, and on which day."""
    if telling.type != "expulsion" or telling.rule == LISTED or telling.deadline is None:
        return telling
    return _with_giver(telling, line)


def _with_grace(telling: Telling, line: Line) -> Telling:
    """A sentence that only gives a deadline belongs to the one telling of the sentences right before it."""
    text = deadline_of(line.marked, line.dates)
    if text is None:
        return telling
    told = changed(telling, deadline=telling.deadline or text)
    start = _start_of_grace(line)
    if start is not None and told.when is None:
        told = changed(told, when=start, date_basis="deadline-start")
    return _with_giver(told, line)


def _with_day(telling: Telling, line: Line) -> Telling:
    """A sentence that only says when it happened dates the one telling right before it: "this happened in April"."""
    marked = line.marked
    days = [when for when in line.dates if when.role == "on" and when.value is not None]
    opens = any(index <= _OPENS for index, _, _ in marked.phrases("happened"))
    if telling.when is not None or len(days) != 1 or not opens:
        return telling
    return changed(telling, when=days[0], date_basis="context")


_OPENS = 7
"""Words of a sentence among which it says that something happened."""


def _start_of_grace(line: Line) -> When | None:
    """The day from which a period of grace runs: "72 hours from Wednesday"."""
    periods = graces_of(line.marked)
    starts = (w for w in line.dates if w.role == "from" and any(0 <= w.first - p.after <= 2 for p in periods))
    start = next(starts, None)
    return None if start is None else changed(start, role="on", value=start.printed or start.value)


def _with_giver(telling: Telling, line: Line) -> Telling:
    """Who gave the time to leave decides, where the telling itself names nobody."""
    marked = line.marked
    if telling.actor is not None:
        return telling
    for _, first, after in marked.scan("give-time"):
        giver = _subject(marked, first)
        periods = graces_of(marked)
        if giver is None or not any(0 <= p.first - after <= 6 for p in periods):
            continue
        own = when_of(marked, line.dates, first=giver.first, after=after)
        exact = own is not None and own.value is not None and own.value.bounds.exact is not None
        return changed(telling, actor=giver.code or GENERIC, when=own if exact else telling.when)
    return telling


def _subject(marked: Marked, place: int) -> Decider | None:
    near = [d for d in marked.deciders if d.subject and 0 <= place - d.after <= 2]
    return near[-1] if near else None


def _taken_back(telling: Telling, line: Line) -> Telling:
    """A sentence that says that the step was reversed takes back the telling before it."""
    marked = line.marked
    if telling.status not in ("announced", "executed", "confirmed"):
        return telling
    for sense, first, after in marked.scan("hedge"):
        near = range(max(first - 6, 0), min(after + 4, len(marked.words)))
        step = any(marked.is_in(i, "decision") for i in near)
        if (
            sense == "retracted"
            and step
            and not any(marked.is_in(i, "negation") for i in near)
            and not _is_earlier(marked)
        ):
            return changed(telling, status="retracted")
    return telling


def _denied(telling: Telling, line: Line, read: Sequence[Line]) -> Telling:
    """What only the press has told, and a sentence behind it denies, is denied."""
    told, marked = read[telling.sentence].marked, line.marked
    if not told.has_any(("press-word",)) or _of_charges(marked):
        return telling
    untrue = marked.has_any(("untrue",))
    denies = any(
        sense == "denied" and _meets_step(marked, first, after) for sense, first, after in marked.scan("hedge")
    )
    return changed(telling, status="denied") if untrue or denies else telling


def _of_charges(marked: Marked) -> bool:
    """Whether a sentence speaks of accusations, so that it is these that are denied."""
    return marked.has_in("accusation", 0, len(marked.words))


def _meets_step(marked: Marked, first: int, after: int) -> bool:
    """Whether a verb of denying has a pronoun beside it, or a word for the step or the news of it behind it."""
    if marked.is_one_of(first - 1, ("clitic", "this-one")) or marked.is_one_of(after, ("clitic", "this-one")):
        return True
    near = range(after, min(after + _NEAR_STEP, len(marked.words)))
    return any(marked.sense_at(TRIGGERS, i) is not None or marked.is_in(i, "news-word") for i in near)


_NEAR_STEP = 6


def _is_earlier(marked: Marked) -> bool:
    return bool(marked.phrases("earlier-instance"))


def _earlier_instance(telling: Telling, line: Line) -> Telling | None:
    """Such as "The first was on 29 June": the same step on an earlier day, taken back where the sentence says so."""
    marked = line.marked
    for _, first, after in marked.scan("earlier-instance"):
        when = next(
            (w for w in line.dates if 0 <= w.first - after <= 3 and w.value is not None and w.role == "on"), None
        )
        if when is None:
            continue
        undone = any(sense == "retracted" for sense, _, _ in marked.scan("hedge"))
        return changed(
            telling,
            rule="expulsion.earlier",
            status="retracted" if undone else telling.status,
            layer=line.layer,
            start=marked.tokens[first].start,
            end=marked.tokens[when.after - 1].end,
            sentence=line.number,
            paragraph=line.paragraph,
            when=when,
            date_basis=None,
            deadline=None,
            persons=(),
            retaliation=False,
        )
    return None


def _answering(tellings: Sequence[Telling], read: Sequence[Line]) -> list[Telling]:
    """Of two steps the other way round, the first answers the second where the words between them say so."""
    found = list(tellings)
    for index in range(len(found) - 1):
        for other in range(index + 1, min(index + 3, len(found))):
            if _is_answer(found[index], found[other], read):
                found[index] = changed(found[index], retaliation=True)
                found[other] = changed(found[other], retaliation=False)
    return found


def _is_answer(one: Telling, other: Telling, read: Sequence[Line]) -> bool:
    """Whether a telling says that it answers one that is told behind it."""
    if one.type not in _STEPS or other.type not in _STEPS or other.sentence - one.sentence > 1:
        return False
    if one.actor is None or other.target != one.actor or other.actor not in (None, one.target):
        return False
    line = read[other.sentence]
    marked = line.marked
    before = next((i for i, t in enumerate(marked.tokens) if t.start >= other.start), 0)
    begin = (
        next((i for i, t in enumerate(marked.tokens) if t.start >= one.end), before)
        if other.sentence == one.sentence
        else 0
    )
    for index in range(begin, before):
        found = marked.phrase_at("answers-what-follows", index)
        if found is None:
            continue
        between = range(index + found[1], before)
        closed = any(marked.tokens[i].text == "," for i in between) or len(between) > _CLAUSE
        if found[0] == "step" or not closed:
            return True
    return False
