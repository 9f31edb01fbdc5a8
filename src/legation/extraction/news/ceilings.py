"""How many posts may a mission have? Ceilings with the number before and after, in one sentence.

The number of a ceiling is the posts that are left; a cut is no expulsion. Needs a mission or its people in the place of
the object, and words for size or staff where no number is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.allowances import allowances
from legation.extraction.news.attribution import chain_of
from legation.extraction.news.expulsions import is_return, mission_key
from legation.extraction.news.frames import actor_of
from legation.extraction.news.mentions import OWN, Marked, MissionMention, PeopleMention
from legation.extraction.news.mood import status_of
from legation.extraction.news.orders import status_told, teller_before, told_to
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import GENERIC, Actor
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import deadline_of, is_past_perfect, to_come, when_of
from legation.extraction.news.triggers import Hit, hits
from legation.language.date_roles import When
from legation.language.numbers import Number
from legation.vocabulary.press import time_units

_REACH = 26
_BEFORE = 12
_PARTS = 2
"""Parts of which the number of a ceiling may be the sum."""
_CLAUSE_END = frozenset(";.")


def ceilings(line: Line, text: str) -> tuple[Telling, ...]:
    """Every ceiling that a sentence tells."""
    found: list[Telling] = []
    told = [hit for hit in hits(line.marked) if hit.sense.type == "ceiling"]
    verbs = [hit for hit in told if hit.sense.rule == "ceiling"]
    for hit in told:
        if hit.sense.rule == "ceiling" or not verbs:
            telling = _telling(line, text, hit)
            if telling is not None:
                found.append(telling)
    return tuple(found) or tuple(_parity(line, text)) or tuple(allowances(line, text))


def _parity(line: Line, text: str) -> Iterator[Telling]:
    """Such as "to match X's 10 diplomats and 15 technical staff": the posts left are those of X, added up."""
    marked = line.marked
    for _, first, after in marked.scan("parity"):
        owner = next((p for p in marked.parties if after <= p.first <= after + 3 and p.sense.kind != "adjective"), None)
        if owner is None or owner.sense.code is None:
            continue
        end = next(
            (i for i in range(owner.after, len(marked.words)) if marked.tokens[i].text in ";:."), len(marked.words)
        )
        posts = [n for n in marked.numbers if owner.after <= n.first < end and n.value and not n.article]
        if not posts or len(posts) > _PARTS or any(marked.tokens[i].text == "," for i in range(after, posts[-1].first)):
            continue
        yield Telling(
            type="ceiling",
            rule="ceiling.parity",
            status="announced",
            layer=line.layer,
            start=marked.tokens[first].start,
            end=marked.tokens[min(posts[-1].after + 2, end) - 1].end,
            sentence=line.number,
            paragraph=line.paragraph,
            actor=owner.sense.code,
            unit="posts",
            posts_to=sum(n.value or 0 for n in posts),
            deadline=deadline_of(marked, line.dates),
            attribution=chain_of(marked, text, first=first, after=posts[-1].after),
        )
        return


def _telling(line: Line, text: str, hit: Hit) -> Telling | None:
    marked, dates = line.marked, line.dates
    first, after = _object_span(marked, hit)
    mission = next((m for m in marked.missions if first <= m.head < after), None)
    people = next((p for p in marked.people if first <= p.head < after), None)
    mission = mission or (people.mission if people else None)
    posts = _range(marked, hit, after, dates)
    if not _is_size(marked, first, after, posts):
        return None
    if mission is None and not _people_meant(people) and not _posts_meant(marked, first, after, posts):
        return None
    decides, sending = _sides(marked, hit, actor_of(marked, hit, None), mission, people)
    status = status_of(marked, hit, people)
    if told_to(marked, hit) is not None:
        status = status_told(marked, hit, status)
    start, end = _extent(hit, posts, mission, people)
    return Telling(
        type="ceiling",
        rule=f"ceiling.{hit.voice}",
        status=status,
        layer=line.layer,
        start=marked.tokens[start].start,
        end=marked.tokens[end - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=decides,
        target=sending,
        mission=mission_key(mission, sending, decides),
        mission_host=mission.receiving if mission else None,
        city=mission.city if mission else None,
        unit="posts",
        posts_from=posts[0],
        posts_to=posts[1],
        when=to_come(marked, when_of(marked, dates, first=hit.start, after=hit.end), hit),
        deadline=deadline_of(marked, dates),
        retaliation=is_return(marked, hit),
        attribution=chain_of(marked, text, first=start, after=end),
        past_perfect=is_past_perfect(marked, hit.first),
    )


def _extent(
    hit: Hit, posts: tuple[int | None, int | None, int], mission: MissionMention | None, people: PeopleMention | None
) -> tuple[int, int]:
    """The tokens from the first to the last slot: trigger, numbers, and the mission or people close by."""
    ends = [hit.after, posts[2]]
    starts = [hit.first]
    if mission is not None:
        ends += [mission.after] if mission.first < hit.first + _BEFORE else []
        starts += [mission.first] if mission.head < hit.first else []
    if people is not None and people.head < hit.first:
        starts.append(people.first)
    return min(starts), max(ends)


def _object_span(marked: Marked, hit: Hit) -> tuple[int, int]:
    """Where the object stands: behind an active verb, before a passive one, to the end of the clause."""
    end = hit.after
    while end < len(marked.words) and end - hit.after < _REACH and marked.tokens[end].text not in _CLAUSE_END:
        end += 1
    if hit.voice == "passive" or _verb_final(marked, hit):
        start = hit.first
        while start > 0 and hit.first - start < 2 * _BEFORE and marked.tokens[start - 1].text not in _CLAUSE_END:
            start -= 1
        return start, end
    return hit.after, end


def _verb_final(marked: Marked, hit: Hit) -> bool:
    return marked.lexicon.has("verb-final") and hit.sense.form in ("part", "base")


def _people_meant(people: PeopleMention | None) -> bool:
    return people is not None and (people.sending is not None or people.sense.strong)


def _posts_meant(marked: Marked, first: int, after: int, posts: tuple[int | None, int | None, int]) -> bool:
    """Whether posts of a state are counted before and after, though no mission is named."""
    named = any(first <= party.first < after for party in marked.parties)
    return None not in posts[:2] and named and marked.has_in("posts", first, after)


def _is_size(marked: Marked, first: int, after: int, posts: tuple[int | None, int | None, int]) -> bool:
    """Whether the object is a size, a staff or a mission: a word for it, or a number of posts."""
    if posts[1] is not None:
        return True
    return marked.has_in("posts", first, after)


def _range(marked: Marked, hit: Hit, after: int, dates: tuple[When, ...]) -> tuple[int | None, int | None, int]:
    """The posts before and after, and the token behind the last of them; dates and periods are no posts."""
    first = max(hit.first - 2 * _BEFORE, 0) if _verb_final(marked, hit) else hit.after
    before: int | None = None
    left: int | None = None
    end = hit.after
    units = time_units(marked.lexicon.language)
    for number in marked.numbers:
        if not first <= number.first < after or number.value is None or number.article:
            continue
        follows = marked.words[number.after] if number.after < len(marked.words) else ""
        if (
            follows in units
            or follows in ("%", "percent", "per", "prozent")
            or any(w.first <= number.first < w.after for w in dates)
        ):
            continue
        place = number.first - 1
        if left is None and _is_ceiling_of(marked, hit, number):
            left, end = number.value, number.after
        elif before is None and (marked.is_in(place, "range-from") or marked.is_in(place, "range-before")):
            before, end = number.value, number.after
        elif (
            left is None
            and (
                marked.is_in(place, "range-to")
                or marked.is_in(number.after - 1, "instrumental-number")
                or (number.modifier == "about" and marked.words[number.first] in ("до", "hasta"))
            )
        ) or (left is None and _stays(marked, number)):
            left, end = number.value, number.after
    return before, left, end


def _is_ceiling_of(marked: Marked, hit: Hit, number: Number) -> bool:
    """Such as "a ceiling of eight diplomats"."""
    between = range(hit.after, number.first)
    return hit.sense.rule == "ceiling-noun" and len(between) <= _PARTS and all(marked.is_in(i, "of") for i in between)


def _stays(marked: Marked, number: Number) -> bool:
    """Whether so many are said to remain, right before the number or behind it."""
    near = (number.first - 1, number.first - 2, number.after, number.after + 1)
    return any(0 <= index < len(marked.words) and marked.is_in(index, "left-over") for index in near)


def _sides(
    marked: Marked, hit: Hit, actor: Actor, mission: MissionMention | None, people: PeopleMention | None
) -> tuple[str | None, str | None]:
    """Who sets the ceiling and whose posts they are; who is told to cut its own is the sender."""
    sending = next((s for s in (mission.sending if mission else None, people.sending if people else None) if s), None)
    told = told_to(marked, hit)
    if mission is None and people is None:
        return actor.code, next((p.sense.code for p in marked.parties if p.first >= hit.after), None)
    if sending == OWN or sending is None:
        sending = told
    decides = actor.code or (teller_before(marked, hit) if hit.voice == "passive" else None)
    if decides is not None and decides == sending and decides != GENERIC:
        decides = teller_before(marked, hit) if told is not None else None
    return decides, sending
