"""Which people of missions does a sentence mention, how many, and whose are they?

A word that may mean anybody counts only with a mission or a state beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from legation.extraction.news.lexicon import PEOPLE, TRIGGERS, PeopleSense, tails
from legation.extraction.news.mentions import OWN, Marked, MissionMention, PeopleMention
from legation.extraction.news.noun_phrases import complement, is_number, leftward
from legation.language.numbers import Number


def people(marked: Marked) -> tuple[PeopleMention, ...]:
    """Every mention of people in a sentence whose missions are marked."""
    found: list[PeopleMention] = []
    counted = marked.scan_table(PEOPLE)
    formulas = tails()["persona-non-grata"].scan(marked.words) if counted else []
    for senses, head, after in counted:
        if any(first <= head < end for _, first, end in formulas):
            continue
        mention = _people_at(marked, senses, head, after)
        if mention is not None and not any(m.first <= head < m.after for m in found):
            found.append(mention)
    found = _apposed(marked, _paired(marked, found))
    for more in (_nationals(marked), _parts(marked), _both(marked)):
        found += [m for m in more if not any(known.first < m.after and m.first < known.after for known in found)]
    return tuple(sorted(found, key=lambda mention: mention.first))


def _paired(marked: Marked, found: list[PeopleMention]) -> list[PeopleMention]:
    """Two single persons of one state with an "and" between, as one mention of two."""
    paired: list[PeopleMention] = []
    for mention in found:
        last = paired[-1] if paired else None
        if last is None or not _pairs(marked, last, mention):
            paired.append(mention)
            continue
        paired[-1] = replace(
            last,
            after=mention.after,
            sending=last.sending or mention.sending,
            mission=last.mission or mention.mission,
            others=last.others + 1 + mention.others,
        )
    return paired


def _pairs(marked: Marked, one: PeopleMention, other: PeopleMention) -> bool:
    if one.sense.plural or other.sense.plural or not (one.sense.strong and other.sense.strong):
        return False
    if None not in (one.sending, other.sending) and one.sending != other.sending:
        return False
    between = range(one.after, other.first)
    joined = bool(between) and marked.is_in(one.after, "and-word")
    links = ("and-word", "determiner", "preposition")
    return joined and all(marked.is_one_of(i, links) for i in between)


def _people_at(marked: Marked, senses: tuple[PeopleSense, ...], head: int, after: int) -> PeopleMention | None:
    first, sending, _ = leftward(marked, head)
    mission = next((m for m in marked.missions if m.first >= first - 1 and m.head < head and m.after <= head), None)
    if mission is None and marked.words[first - 1 : first] == ("'s",):
        mission = next((m for m in marked.missions if m.after == first - 1), None)
    if mission is not None:
        sending, first = mission.sending or sending, min(first, mission.first)
    number = next((n for n in marked.numbers if n.after == first), None)
    if number is not None and sending is None and marked.is_in(number.first - 1, "own"):
        sending = OWN
    if number is None and mission is None and first < head:
        number = next((n for n in marked.numbers if first <= n.first and n.after <= head), None)
    if number is None:
        number = _out_of(marked, first)
    sense = _sense(marked, senses, number, first)
    if number is None:
        first = _as_many(marked, first)
    if number is not None and not number.article:
        first = number.first
    after, sending, mission, host = _people_right(marked, after, sending, mission)
    if first == head and number is None and mission is None and sending is None and not sense.strong:
        return None
    if not sense.strong and sending is None and mission is None and not _counted_staff(marked, head, number):
        return None
    if is_number(marked, first - 1) or (number is not None and number.article):
        first = number.first if number is not None else first
    others, after = _others(marked, after)
    if sending is None and mission is None and marked.is_in(head, "papal"):
        sending = _HOLY_SEE
    return PeopleMention(
        first, after, head, sense, number, sending, mission, host, others, _from_seat(marked, head, after)
    )


def _out_of(marked: Marked, first: int) -> Number | None:
    """The number of some of others: "two of the embassy's staff"."""
    place = first
    while place > 0 and marked.is_in(place - 1, "determiner") and not marked.is_in(place - 1, "of"):
        place -= 1
    if place < 2 or not marked.is_in(place - 1, "of"):
        return None
    return next((n for n in marked.numbers if n.after == place - 1 and not n.article), None)


def _as_many(marked: Marked, first: int) -> int:
    """The place before words for the number of others that stand before people: "an equal number of"."""
    spans = marked.phrases_in("as-many", max(first - _AS_MANY, 0), first)
    return next((at for at, _, length in spans if at + length == first), first)


_AS_MANY = 6
"""Words of the longest such phrase."""


def _from_seat(marked: Marked, head: int, after: int) -> bool:
    """Whether people are only said to be from a seat: "the ambassador from X"."""
    seat = next((p for p in marked.parties if head < p.first < after and p.sense.kind == "seat"), None)
    return seat is not None and marked.is_in(seat.first - 1, "origin") and seat.first - head <= _FROM


_FROM = 6
_HOLY_SEE = "VA"


def _parts(marked: Marked) -> Iterator[PeopleMention]:
    """Some of those who are spoken of: "nine of them"."""
    for _, first, after in marked.scan("of-them"):
        number = next((n for n in marked.numbers if n.after == first and n.value is not None and not n.article), None)
        if number is not None:
            sense = PeopleSense(strong=True, plural=number.value != 1, role=None)
            yield PeopleMention(number.first, after, first, sense, number, None, None, None, part=True)


def _both(marked: Marked) -> Iterator[PeopleMention]:
    """Two who were spoken of, with no noun behind them: "had expelled the two on Monday"."""
    for _, first, after in marked.scan("the-two"):
        if _stands_alone(marked, after):
            sense, number = PeopleSense(strong=False, plural=True, role=None), Number(_PAIR, None, first, after)
            yield PeopleMention(first, after, first, sense, number, None, None, None)


_PAIR = 2


def _counted_staff(marked: Marked, head: int, number: Number | None) -> bool:
    """Whether so many staff are counted, of whom only the report can say whose they are."""
    return number is not None and not number.article and marked.is_in(head, "mission-worker")


def _sense(marked: Marked, senses: tuple[PeopleSense, ...], number: Number | None, first: int) -> PeopleSense:
    """Singular or plural, where the word can be both: the number decides, else the article before it."""
    if len(senses) == 1:
        return senses[0]
    one = marked.is_in(first - 1, "singular-article") or marked.is_in(first, "singular-article")
    plural = not one and not marked.lexicon.has("no-articles")
    if number is not None:
        plural = not number.article and number.value != 1
    return next((sense for sense in senses if sense.plural == plural), senses[0])


def _people_right(
    marked: Marked, after: int, sending: str | None, mission: MissionMention | None
) -> tuple[int, str | None, MissionMention | None, str | None]:
    """Read on behind the people: of which mission or state, to whom."""
    host: str | None = None
    for _ in range(3):
        after = _over_staff(marked, after)
        behind = next((m for m in marked.missions if after <= m.head and after <= m.first <= after + 3), None)
        if behind is not None and mission is None and _joins(marked, after, behind):
            mission, after = behind, behind.after
            sending = behind.sending if sending in (None, OWN) and behind.sending else sending
            continue
        step = complement(marked, after)
        if step is None:
            break
        role, party, end = step
        if role in ("adjective", "origin") and sending is None:
            sending = party.sense.code
        elif role == "host" and host is None:
            host = party.sense.code
        else:
            break
        after = end
    return after, sending, mission, host


def _over_staff(marked: Marked, after: int) -> int:
    """The place behind "of the administrative staff", where people are counted as members of it."""
    while (found := marked.phrase_at("acting-mark", after)) is not None:
        after += found[1]
    if not marked.is_in(after, "of") and not marked.is_in(after, "determiner"):
        return after
    for index in range(after + 1, min(after + _STAFF, len(marked.words))):
        if any(mission.head == index for mission in marked.missions):
            return after
        if marked.is_in(index, "staff-word"):
            return index + 1
        if not (marked.tokens[index].is_word and _plain(marked, index)):
            return after
    return after


def _plain(marked: Marked, index: int) -> bool:
    """Whether a word is no verb, number or name: an article, an adjective, or an "and" between them."""
    if marked.is_in(index, "be") or marked.is_in(index, "have") or is_number(marked, index):
        return False
    starts = any(party.first == index for party in marked.parties)
    return not starts and marked.sense_at(TRIGGERS, index) is None


_STAFF = 7


def _joins(marked: Marked, after: int, mission: MissionMention) -> bool:
    """Whether only prepositions, determiners and participles of place stand between people and a mission."""
    between = range(after, mission.first)
    if not between:
        return marked.lexicon.has("mission-behind") or marked.is_in(after, "own")
    return all(
        marked.is_in(index, "origin")
        or marked.is_in(index, "host")
        or marked.is_in(index, "preposition")
        or marked.is_in(index, "determiner")
        or marked.words[index] in ("based", "accredited", "posted", "working", "assigned", "serving")
        for index in between
    )


def _others(marked: Marked, after: int) -> tuple[int, int]:
    """Such as "and a driver", "and three others", "et deux de ses agents": how many more, and the place after them."""
    if after + 2 >= len(marked.words) or not marked.is_in(after, "and-word"):
        return 0, after
    first = after + 1
    while first - after <= _LED and marked.is_one_of(first, _LEADS) and not is_number(marked, first):
        first += 1
    deputy = marked.phrase_at("deputy", first) if first > after + 1 and marked.is_in(first - 1, "own") else None
    if deputy is not None:
        return 1, first + deputy[1]
    number = next((n for n in marked.numbers if n.first == first and n.value is not None), None)
    if number is None or number.after >= len(marked.words):
        return 0, after
    end = number.after
    while end - number.after <= _LED and marked.is_one_of(end, _LEADS) and not marked.is_in(end, "others-word"):
        end += 1
    more = marked.is_in(end, "others-word")
    end += more
    person = marked.sense_at(PEOPLE, end)
    if not more and person is None:
        return 0, after
    end += person[1] if person is not None else 0
    behind = next((p for p in marked.parties if number.after <= p.first <= end + 1), None)
    return (0, after) if behind is not None else (number.value or 0, end)


_LED = 2
_LEADS = ("determiner", "own", "of", "object-mark")


def _nationals(marked: Marked) -> Iterator[PeopleMention]:
    """People who are only counted by their state, with no word for what they are: "expels five Russians"."""
    for party in marked.parties if marked.numbers else ():
        if party.sense.kind != "adjective":
            continue
        number = next((n for n in marked.numbers if n.after == party.first and n.value and not n.article), None)
        if number is None or not _stands_alone(marked, party.after):
            continue
        sense = PeopleSense(strong=False, plural=number.value != 1, role=None)
        code = party.sense.code
        yield PeopleMention(number.first, party.after, party.first, sense, number, code, None, None, national=True)


def _stands_alone(marked: Marked, index: int) -> bool:
    """Whether no noun follows at a place, so that an adjective of a state before it is the noun."""
    if index >= len(marked.words) or not marked.tokens[index].is_word:
        return True
    if marked.sense_at(TRIGGERS, index) is not None:
        return True
    return marked.is_one_of(index, _AROUND) or any(table.longest(marked.words, index) for table in tails().values())


_AROUND = ("preposition", "conjunction", "and-word", "be", "have", "determiner", "relative", "modal", "when")


def _apposed(marked: Marked, found: list[PeopleMention]) -> list[PeopleMention]:
    """People without a state take it from as many who are named behind a comma: "a foreign envoy, an attaché of X"."""
    return [
        replace(one, sending=other.sending)
        if other is not None and one.sending is None and one.mission is None and _is_same(marked, one, other)
        else one
        for one, other in zip_longest(found, found[1:])
    ]


def _is_same(marked: Marked, one: PeopleMention, other: PeopleMention) -> bool:
    between = range(one.after, other.first)
    commas = sum(marked.tokens[index].text == "," for index in between)
    named = any(one.after <= party.first < other.first for party in marked.parties)
    counted = one.count is not None and one.count == other.count and other.sending not in (None, OWN)
    return counted and commas == 1 and len(between) <= _APPOSED and not named


_APPOSED = 4
