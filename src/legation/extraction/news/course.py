"""On which day, where a telling's own words give none? What the course of the report says, and how that is known.

The basis tells which: a day or period that is spoken of around it (`context`), the dateline, the days after what it
answers (`after-mentioned`), or the days before the publication (`news` for what the report opens with). A day that
nobody printed is never filled in: what stays open is a span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from legation.extraction.news.layers import Paragraph
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.language.tokens import tokens
from legation.language.when import whens
from legation.model.dates import Bounds, Edtf
from legation.model.quick import changed

_OPEN = frozenset({"planned", "hypothetical", "threatened", "called-for", "negated"})
_FRESH_DAYS = 7
_AHEAD = 2
"""Sentences behind a telling in which the day of its announcement may stand."""
_NEWS_DAYS = 2
"""Days before its publication within which a report's own news is taken to lie."""
_OLD_DAYS = 180


@dataclass(frozen=True, slots=True)
class Course:
    """What the report says of days around its tellings.

    `back`: for sentences that point back ("in response to that"), the date before them. `fresh`: for each sentence its
    first day close before the publication. `dateline`: the day of the dateline.
    """

    published: Bounds | None
    back: Mapping[int, Edtf]
    fresh: Mapping[int, Edtf]
    dateline: Edtf | None
    then: Mapping[int, Edtf | None]
    """The sentences that say "at the time", with the date before it in them; `None` for the happening before them."""
    opening: frozenset[int]
    """Numbers of the sentences of the title and of the first paragraph of the body."""


def course_of(
    text: str,
    parts: Sequence[Paragraph],
    read: Sequence[Line],
    published: Bounds | None,
    back: Mapping[int, Edtf],
    then: Mapping[int, Edtf | None] = MappingProxyType({}),
) -> Course:
    """The days that a report speaks of."""
    fresh = {line.number: day for line in read if (day := _fresh_day(line, published)) is not None}
    titles = {line.number for line in read if line.layer == "title"}
    first = next((line.paragraph for line in read if line.layer == "body"), None)
    opening = frozenset(titles | {line.number for line in read if line.paragraph == first})
    language = read[0].marked.lexicon.language if read else "en"
    return Course(published, back, fresh, _dateline(text, parts, language, published), then, opening)


def _fresh_day(line: Line, published: Bounds | None) -> Edtf | None:
    values = (when.value for when in line.dates if when.role == "on" and when.value is not None)
    return next((value for value in values if published is not None and _is_fresh(value, published)), None)


def _dateline(text: str, parts: Sequence[Paragraph], language: str, published: Bounds | None) -> Edtf | None:
    """The day that a dateline prints, where it lies close before the publication."""
    for part in parts:
        if part.layer == "byline" and published is not None:
            for when in whens(tokens(text, part.start, part.end), language, published):
                if when.basis == "weekday" and when.value is not None and _is_fresh(when.value, published):
                    return when.value
    return None


def dated(tellings: Sequence[Telling], course: Course) -> list[Telling]:
    """Tellings with their dates: their own, those of the course of the report, or the days that are left open.

    Args:
        tellings: One per happening, in the order of the text.
        course: What the report says of days around them.
    """
    found: list[Telling] = []
    current: Edtf | None = None
    period: Edtf | None = None
    for telling in tellings:
        value = telling.when.value if telling.when else None
        if telling.when is not None:
            told = changed(telling, date=value, date_basis=telling.date_basis or telling.when.basis)
        else:
            told = _undated(telling, found, course, current, period)
        found.append(told)
        fresh = value is not None and not telling.past_perfect and course.published is not None
        if fresh and value is not None and course.published is not None:
            current = value if _is_fresh(value, course.published) else current
            period = period if value == period else None
        if telling.type == "aggregate" and telling.when is not None and telling.when.role == "since":
            period = value
    return found


def _is_fresh(value: Edtf, published: Bounds) -> bool:
    earliest, out = value.bounds.earliest, published.earliest
    exact = value.bounds.exact is not None
    return earliest is not None and out is not None and exact and 0 <= (out - earliest).days <= _FRESH_DAYS


def _undated(
    telling: Telling, before: Sequence[Telling], course: Course, current: Edtf | None, period: Edtf | None
) -> Telling:
    """A telling without an own date, with the first that the report gives it."""
    if telling.type == "aggregate":
        return telling
    own = course.then.get(telling.sentence)
    at_the_time = own or (before[-1].date if before and telling.sentence in course.then else None)
    if at_the_time is not None:
        return changed(
            telling, date=at_the_time, date_basis="context", past_perfect=own is None and before[-1].past_perfect
        )
    answer = _after(telling, before, course)
    if answer is not None:
        return answer
    clause = next((t for t in reversed(before) if t.sentence == telling.sentence and _is_past(t, course)), None)
    if clause is not None:
        return changed(telling, date=clause.date, date_basis="context")
    if period is not None and telling.sentence not in course.opening:
        return changed(telling, date=period, date_basis="context", past_perfect=True)
    if not (telling.past_perfect or telling.status in ("planned", "alleged", "hypothetical")):
        day = current or _ahead(telling, course)
        if day is not None:
            return changed(telling, date=day, date_basis="context")
        if course.dateline is not None and course.opening & {telling.sentence, *telling.sentences}:
            return changed(telling, date=course.dateline, date_basis="dateline")
    return _left_open(telling, course)


def _after(telling: Telling, before: Sequence[Telling], course: Course) -> Telling | None:
    """An answer lies between what it answers and the publication."""
    latest = course.published.latest if course.published else None
    start = course.back.get(telling.sentence)
    if telling.retaliation and start is None:
        answered = (t for t in reversed(before) if t.actor == telling.target and t.target == telling.actor and t.date)
        start = next((t.date for t in answered), None)
    earliest = start.bounds.earliest if start is not None else None
    if earliest is None or (latest is not None and earliest > latest):
        return None
    value = Edtf.of_bounds(Bounds(earliest=earliest, latest=latest))
    old = latest is not None and (latest - earliest).days > _OLD_DAYS and telling.status == "executed"
    return changed(telling, date=value, date_basis="after-mentioned", past_perfect=telling.past_perfect or old)


def _is_past(telling: Telling, course: Course) -> bool:
    """Whether a telling's own date lies well before the publication, so that what stands beside it shares it."""
    if telling.date is None or telling.when is None or course.published is None:
        return False
    latest, out = telling.date.bounds.latest, course.published.earliest
    return latest is not None and out is not None and (out - latest).days > _FRESH_DAYS


def _ahead(telling: Telling, course: Course) -> Edtf | None:
    """The day that stands in the sentences right behind the report's opening, where the telling is of the opening."""
    if not course.opening & {telling.sentence, *telling.sentences}:
        return None
    told = [n for n in (telling.sentence, *telling.sentences) if n in course.opening]
    near = range(min(told), max(told) + _AHEAD + 1)
    return next((course.fresh[i] for i in near if i in course.fresh), None)


def _left_open(telling: Telling, course: Course) -> Telling:
    """The days before the publication: the last few for what the report opens with, all for the rest."""
    latest = course.published.latest if course.published else None
    if telling.effective is not None:
        return changed(telling, date=telling.effective, date_basis="effective")
    if latest is None or (telling.status in _OPEN and telling.type != "threat"):
        return telling
    exact = course.published.exact if course.published else None
    if exact is not None and not telling.past_perfect and course.opening & {telling.sentence, *telling.sentences}:
        first = exact - timedelta(days=_NEWS_DAYS)
        return changed(telling, date=Edtf.of_bounds(Bounds(earliest=first, latest=exact)), date_basis="news")
    return changed(telling, date=Edtf.of_bounds(Bounds(latest=latest)), date_basis="published")
