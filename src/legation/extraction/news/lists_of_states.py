"""Which states sent how many away, where they are listed: "X (45), Y (40)", "X: 21 …", "18 and 14 respectively"?

Each state of a list is a telling of its own; whose people they were and when comes from its verb.
A total beside the list is none of them, and a list without such a verb tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.extraction.news.mentions import OWN, Marked, Party
from legation.extraction.news.mood import status_of
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.extraction.news.triggers import hits
from legation.language.numbers import Number
from legation.model.claims import Status

LISTED = "expulsion.list"
"""Rule of the tellings of lists."""
_LEAST = 2
_REACH = 3
_NEAR = 8


def listed_states(line: Line) -> tuple[Telling, ...]:
    """The tellings of the list that a sentence has; target and date are still open."""
    marked = line.marked
    pairs = list(_bracketed(marked))
    if len(pairs) >= _LEAST:
        return tuple(_telling(line, party, number, number.after + 1, "executed") for party, number in pairs)
    return tuple(_respective(line)) or tuple(_behind_colon(line))


def _bracketed(marked: Marked) -> Iterator[tuple[Party, Number]]:
    for party in marked.parties:
        if party.sense.kind == "adjective" or party.after >= len(marked.words) or marked.words[party.after] != "(":
            continue
        number = next((n for n in marked.numbers if n.first == party.after + 1 and n.value is not None), None)
        if number is not None and number.after < len(marked.words) and marked.words[number.after] == ")":
            yield party, number


def _respective(line: Line) -> Iterator[Telling]:
    """As many numbers as states, in the same order, where the sentence says so."""
    marked = line.marked
    if not any(marked.is_in(index, "respectively") for index in range(len(marked.words))):
        return
    row = _row(marked)
    parties = [
        p for p in marked.parties if p.sense.kind != "adjective" and p.sense.code and row and p.after <= row[0].first
    ]
    parties = parties[-len(row) :]
    found = [hit for hit in hits(marked) if hit.sense.type == "expulsion"]
    if len(row) < _LEAST or len(parties) != len(row) or not found:
        return
    status = status_of(marked, found[0], None)
    own = next((p.sending for p in marked.people if p.sending not in (None, OWN)), None)
    for party, number in zip(parties, row, strict=True):
        telling = _telling(line, party, number, number.after, status)
        yield replace(telling, start=marked.tokens[party.first].start, target=own)


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
    if party is None or party.after >= len(marked.words) or marked.words[party.after] != ":":
        return
    number = next((n for n in marked.numbers if n.value and not n.article and n.first - party.after <= _NEAR), None)
    if number is not None and _counts_people(marked, number):
        yield _telling(line, party, number, min(number.after + 1, len(marked.words)), "announced")


def _counts_people(marked: Marked, number: Number) -> bool:
    """Whether people stand behind a number, or nothing does."""
    near = range(number.after, min(number.after + _REACH, len(marked.words)))
    bare = number.after >= len(marked.words) or marked.tokens[number.after].text in ".,;)"
    return bare or any(marked.lexicon.people.longest(marked.words, i) is not None for i in near)


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


def with_verb(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of lists with target and date from the verb of their sentence or the one above it."""
    verbs = {t.sentence: t for t in tellings if t.rule != LISTED and t.type in ("expulsion", "aggregate") and t.target}
    lists = {t.sentence for t in tellings if t.rule == LISTED}
    found: list[Telling] = []
    above: Telling | None = None
    for telling in tellings:
        if telling.rule != LISTED:
            heads = telling.sentence in lists and telling.type in ("expulsion", "aggregate")
            above = telling if telling.type in ("expulsion", "aggregate") else above
            if not (heads and (telling.type == "aggregate" or telling.count is None or _within(telling, tellings))):
                found.append(telling)
            continue
        verb = verbs.get(telling.sentence, above)
        if verb is not None and telling.sentence - verb.sentence <= _REACH:
            found.append(replace(telling, target=telling.target or verb.target, when=telling.when or verb.when))
            above = replace(verb, sentence=telling.sentence)
    return found


def _within(telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether a list of the same sentence counts the same people."""
    return any(t.rule == LISTED and t.sentence == telling.sentence and t.count == telling.count for t in tellings)
