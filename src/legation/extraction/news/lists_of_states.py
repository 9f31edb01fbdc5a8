"""Which states sent how many away, where they are listed: "X (45), Y (40)", "X: 21 …", "18 and 14 respectively"?

Each state of a list is a telling of its own; whose people they were and when comes from its verb.
A total beside the list is none of them, and a list without such a verb tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.extraction.news.lexicon import PEOPLE, TRIGGERS
from legation.extraction.news.mentions import OWN, Marked, Party
from legation.extraction.news.mood import status_of
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.extraction.news.triggers import hits
from legation.language.numbers import Number
from legation.model.claims import Status
from legation.model.quick import changed

LISTED = "expulsion.list"
"""Rule of the tellings of lists."""
TABULATED = "expulsion.table"
"""Rule of the tellings of a table's rows: they tell only what a title or a sentence above says of them."""
_ITEM = frozenset(":-–—")
_LEAST = 2
_REACH = 3
_NEAR = 8


def listed_states(line: Line) -> tuple[Telling, ...]:
    """The tellings of the list that a sentence has; target and date are still open."""
    marked = line.marked
    pairs = list(_bracketed(marked))
    if len(pairs) >= _LEAST:
        return tuple(_telling(line, party, number, number.after + 1, "executed") for party, number in pairs)
    return (
        tuple(_respective(line))
        or tuple(_behind_colon(line))
        or tuple(_each_behind(line))
        or tuple(_without_verb(line))
    )


def _each_behind(line: Line) -> Iterator[Telling]:
    """Such as "one diplomat each is sent away by X, Y and Z", with the states behind the verb."""
    marked = line.marked
    for hit in hits(marked) if marked.has_any(("each",)) else ():
        each = next((i for i in range(hit.first) if marked.phrase_at("each", i) is not None), None)
        number = next((n for n in marked.numbers if each is not None and 0 <= n.first - each <= 1 and n.value), None)
        if (
            hit.sense.type != "expulsion"
            or number is None
            or any(d.after <= hit.first and d.subject for d in marked.deciders)
        ):
            continue
        row = [p for p in marked.parties if p.first >= hit.after and p.sense.kind != "adjective" and p.sense.code]
        for party in row if len(row) >= _LEAST else ():
            yield changed(_telling(line, party, number, party.after, "announced"), count=number.value)
        return


def _without_verb(line: Line) -> Iterator[Telling]:
    """Such as "X will expel four diplomats, Y three, and Z two": states and numbers that share the verb before."""
    marked = line.marked
    verbs = [hit for hit in hits(marked) if hit.sense.type == "expulsion"]
    if not verbs:
        return
    for party in marked.parties:
        gap = party.after + (party.after < len(marked.words) and marked.tokens[party.after].text in "-–—:")
        gap += marked.is_in(gap, "object-mark")
        number = next((n for n in marked.numbers if n.first == gap and n.value), None)
        if (
            number is None
            or party.sense.kind == "adjective"
            or party.sense.code is None
            or party.first <= verbs[0].first
        ):
            continue
        joined = party.first > 0 and (
            marked.tokens[party.first - 1].text in ",;" or marked.is_in(party.first - 1, "and-word")
        )
        if joined and _ends(marked, number.after):
            yield _telling(line, party, number, number.after, status_of(marked, verbs[0], None))


def _ends(marked: Marked, index: int) -> bool:
    """Whether an item of a list ends at a place, or behind a word for people there."""
    people = marked.sense_at(PEOPLE, index)
    at = index + (people[1] if people is not None else int(marked.is_in(index, "alone")))
    return at >= len(marked.words) or marked.tokens[at].text in ",;." or marked.is_in(at, "and-word")


def _bracketed(marked: Marked) -> Iterator[tuple[Party, Number]]:
    for party in marked.parties:
        if party.sense.kind == "adjective" or party.after >= len(marked.words) or marked.words[party.after] != "(":
            continue
        number = next((n for n in marked.numbers if n.first == party.after + 1 and n.value is not None), None)
        if number is not None and _closes(marked, number.after):
            yield party, number


def _closes(marked: Marked, index: int) -> bool:
    """Whether a bracket closes at a place, or behind a word for people that stands there."""
    people = marked.sense_at(PEOPLE, index)
    at = index + (people[1] if people is not None else 0)
    return at < len(marked.words) and marked.words[at] == ")"


def _respective(line: Line) -> Iterator[Telling]:
    """As many numbers as states, in the same order, where the sentence says so."""
    marked = line.marked
    if "respectively" not in marked.present:
        return
    row = _row(marked)
    parties = [
        p
        for p in marked.parties
        if p.sense.kind != "adjective"
        and p.sense.code
        and row
        and p.after <= row[0].first
        and not _is_sender(marked, p)
    ]
    parties = parties[-len(row) :]
    found = [hit for hit in hits(marked) if hit.sense.type == "expulsion"]
    if len(row) < _LEAST or len(parties) != len(row) or not found:
        return
    status = status_of(marked, found[0], None)
    own = next((p.sending for p in marked.people if p.sending not in (None, OWN)), None)
    for party, number in zip(parties, row, strict=True):
        telling = _telling(line, party, number, number.after, status)
        yield changed(telling, start=marked.tokens[party.first].start, target=own)


def _is_sender(marked: Marked, party: Party) -> bool:
    """Whether a state only says whose people are counted."""
    return any(mention.first <= party.first < mention.after for mention in marked.people)


def _row(marked: Marked) -> list[Number]:
    """Numbers that only commas and an "and" join."""
    row: list[Number] = []
    for number in marked.numbers:
        if number.value is None or number.article:
            continue
        joined = row and all(
            marked.tokens[i].text == "," or marked.is_in(i, "conjunction") for i in range(row[-1].after, number.first)
        )
        row = [*row, number] if joined or not row else row if len(row) >= _LEAST else [number]
    return row


def _behind_colon(line: Line) -> Iterator[Telling]:
    """A sentence that begins with a state and a colon, and counts people behind it."""
    marked = line.marked
    party = next((p for p in marked.parties if p.first <= 1 and p.sense.code and p.sense.kind != "adjective"), None)
    if party is None or party.after >= len(marked.words) or marked.words[party.after] not in _ITEM:
        return
    told = line.layer == "title" and any(hit.sense.type == "expulsion" for hit in hits(marked))
    if told or marked.is_in(party.first - 1, "government"):
        return
    dashed = marked.words[party.after] != ":"
    number = next(
        (
            n
            for n in marked.numbers
            if n.value and n.first - party.after <= _NEAR and (not n.article or _is_counted(marked, n.after))
        ),
        None,
    )
    if number is None or not (_counts_people(marked, number) or (dashed and _opens_bracket(marked, number.after))):
        return
    own = next((p.sending for p in marked.people if p.number is number and p.sending not in (None, OWN)), None)
    dates = [when for when in line.dates if when.role == "on"]
    telling = _telling(line, party, number, min(number.after + 1, len(marked.words)), "announced")
    if not dashed:
        yield telling
    elif number.first == party.after + 1:
        yield changed(telling, target=own, when=dates[0] if len(dates) == 1 else None, rule=TABULATED)


def _opens_bracket(marked: Marked, index: int) -> bool:
    return index < len(marked.words) and marked.words[index] == "("


def _counts_people(marked: Marked, number: Number) -> bool:
    """Whether people stand behind a number, or nothing does."""
    near = range(number.after, min(number.after + _REACH, len(marked.words)))
    bare = number.after >= len(marked.words) or marked.tokens[number.after].text in ".,;)"
    return bare or any(_is_counted(marked, index) for index in near)


def _is_counted(marked: Marked, index: int) -> bool:
    """Whether a word for people, or for their being sent away, stands at a place."""
    if marked.sense_at(PEOPLE, index) is not None:
        return True
    found = marked.sense_at(TRIGGERS, index)
    return found is not None and any(sense.type == "expulsion" and sense.rule == "noun" for sense in found[0])


def _telling(line: Line, party: Party, number: Number, after: int, status: Status) -> Telling:
    marked = line.marked
    return Telling(
        type="expulsion",
        rule=LISTED,
        status=status,
        layer=line.layer,
        start=marked.tokens[party.first].start,
        end=marked.tokens[after - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=party.sense.code,
        count=number.value,
        unit="persons",
    )


def with_verb(tellings: Sequence[Telling], *, titled: bool = False) -> list[Telling]:
    """The tellings of lists with target and date from the verb of their sentence or the one above it.

    Args:
        tellings: In the order of the text.
        titled: Whether the title speaks of expulsions, so that the rows of a table tell of them.
    """
    tellings = _tabulated(tellings, titled=titled)
    verbs = {t.sentence: t for t in tellings if t.rule != LISTED and t.type in ("expulsion", "aggregate") and t.target}
    lists = {t.sentence for t in tellings if t.rule == LISTED}
    told = {(t.sentence, t.count) for t in tellings if t.rule == LISTED}
    found: list[Telling] = []
    above: Telling | None = None
    for telling in tellings:
        if telling.rule != LISTED:
            heads = telling.sentence in lists and telling.type in ("expulsion", "aggregate")
            above = telling if telling.type in ("expulsion", "aggregate") and telling.target else above
            if not (
                heads
                and (telling.type == "aggregate" or telling.count is None or (telling.sentence, telling.count) in told)
            ):
                found.append(telling)
            continue
        verb = verbs.get(telling.sentence, above)
        if verb is not None and telling.sentence - verb.sentence <= _REACH:
            found.append(changed(telling, target=telling.target or verb.target, when=telling.when or verb.when))
            above = changed(verb, sentence=telling.sentence)
    return found


def _tabulated(tellings: Sequence[Telling], *, titled: bool) -> list[Telling]:
    """The rows of a table as what a list tells; dropped where neither the title nor a sentence above tells of it."""
    found: list[Telling] = []
    target: str | None = None
    told = titled
    for telling in tellings:
        if telling.rule == TABULATED:
            target = telling.target or target
            if told and target is not None and target != telling.actor:
                found.append(changed(telling, target=target, rule=f"{LISTED}.row"))
            continue
        told = told or telling.type in ("expulsion", "aggregate")
        target = telling.target or target if telling.type in ("expulsion", "aggregate") else target
        found.append(telling)
    return found
