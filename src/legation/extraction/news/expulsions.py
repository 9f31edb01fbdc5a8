"""Who was told to leave, how many, by whom, by when? Expulsions, and recalls, in one sentence.

Each needs people of a mission in the place where the verb has them; a trigger without such people tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.frames import actor_of
from legation.extraction.news.mentions import OWN, Marked, MissionMention, PeopleMention
from legation.extraction.news.mood import status_of
from legation.extraction.news.naming import name_behind
from legation.extraction.news.nouns import is_answered, is_earlier, is_told
from legation.extraction.news.objects import people_of
from legation.extraction.news.orders import order, status_told
from legation.extraction.news.reading_order import Line
from legation.extraction.news.senders import away_from, sides_of
from legation.extraction.news.subject import GENERIC, SPEAKER, Actor
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import deadline_of, is_past_perfect, to_come, when_of
from legation.extraction.news.triggers import Hit, hits
from legation.language.date_roles import When
from legation.model.claims import EventType, NamedPerson
from legation.model.quick import changed

_TYPES = frozenset({"expulsion", "recall"})
NATIONALS = ".nationals"
"""How the rule of a telling ends whose people are only said to be of a state."""
_SEVERAL = 2
_ENVOYS = ("ambassador", "charge-daffaires")
_ANSWERS = 6
_FAR = 6


def expulsions(line: Line, text: str) -> tuple[Telling, ...]:
    """Every expulsion and recall that a sentence tells; two verbs about the same people are one."""
    found: list[tuple[PeopleMention, Telling]] = []
    for hit, people in _events(line.marked):
        telling = _telling(line, text, hit, people)
        same = next((i for i, (p, t) in enumerate(found) if p is people and t.type == telling.type), None)
        if same is None:
            found.append((people, telling))
        else:
            found[same] = (people, _stronger(found[same][1], telling))
    return tuple(each for people, telling in found for each in _for_each(line.marked, people, telling))


def _for_each(marked: Marked, people: PeopleMention, telling: Telling) -> Iterator[Telling]:
    """One telling for each decider, where the sentence says that each sends so many away."""
    start = max(people.first - 2, 0)
    each = any(marked.phrase_at("each", index) is not None for index in range(start, people.first + 1))
    if not each or len(telling.deciders) < _SEVERAL or people.count is None:
        yield telling
        return
    for code in telling.deciders:
        yield changed(telling, type="expulsion", rule=f"{telling.rule}.each", actor=code, deciders=())


def _events(marked: Marked) -> Iterator[tuple[Hit, PeopleMention]]:
    for hit in hits(marked):
        if hit.sense.type not in _TYPES:
            continue
        people = people_of(marked, hit)
        if people is None or marked.is_in(hit.first - 1, "those") or _not_diplomatic(marked, hit, people):
            continue
        if hit.sense.rule != "noun" and (_is_noun(marked, hit) or _tells_of_others(marked, hit, people)):
            continue
        if hit.sense.rule == "noun" and not is_told(marked, hit, people):
            continue
        if hit.sense.type == "recall" and not (_own_people(marked, hit, people) or _of_decider(marked, hit, people)):
            if hit.sense.rule != "noun" or not _demanded(marked, hit, people):
                continue
            hit = changed(hit, sense=changed(hit.sense, type="expulsion", tail=_DEMANDED))
        if hit.sense.rule == "left-asked" and actor_of(marked, hit, people).code in (None, people.sending):
            continue
        if hit.sense.rule in ("left-asked", "must-leave") and _leaves_something_else(marked, hit):
            continue
        if hit.sense.rule == "welcome" and not _unwelcome(marked, hit):
            continue
        if hit.sense.rule == "must-leave" and any(h.sense.type == "ceiling" for h in hits(marked)):
            continue
        yield hit, people
        yield from ((hit, other) for other in _further(marked, hit, people))


def _is_noun(marked: Marked, hit: Hit) -> bool:
    """Whether a word that may be a verb is a noun here: "à la demande", "at the request"."""
    led = marked.is_in(hit.first - 1, "determiner") and marked.is_in(hit.first - 2, "preposition")
    return led and hit.sense.form in ("pres", "base") and not marked.lexicon.has("verb-final")


def _tells_of_others(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Such as "told the ambassador that two of his staff must leave": who is told is not who leaves."""
    if hit.tail is None or not marked.has_in("that-word", people.after, hit.tail[0]):
        return False
    inside = (other for other in hits(marked) if people.after < other.first < hit.tail[1])
    return any(people_of(marked, other) not in (None, people) for other in inside)


def _demanded(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Such as "X demanded the recall of three of Y's agents": what amounts to sending them away."""
    near = range(max(hit.first - _ANSWERS, 0), hit.first)
    asked = any(marked.is_one_of(i, ("accuse", "decide")) for i in near)
    return asked and people.sending != OWN


def _unwelcome(marked: Marked, hit: Hit) -> bool:
    """Whether people are said not to be welcome: by the words for it, or by a negation before them."""
    words = marked.words[hit.tail[0] : hit.tail[1]] if hit.tail else ()
    negated = marked.has_in("negation", max(hit.start - _FEW, 0), hit.end)
    return len(words) > 1 or negated or not marked.has_in("welcome", hit.start, hit.end)


def _leaves_something_else(marked: Marked, hit: Hit) -> bool:
    """Whether a meeting, a room or a post is left, and no country."""
    place = hit.tail[1] if hit.tail is not None and hit.sense.rule == "must-leave" else hit.after
    before = range(hit.after, hit.tail[0]) if hit.tail is not None and marked.lexicon.has("verb-final") else ()
    near = (*before, *range(place, min(place + _FEW, len(marked.words))))
    return any(marked.is_in(index, "elsewhere") for index in near)


_FEW = 3
_DEMANDED = "demanded"


def _further(marked: Marked, hit: Hit, people: PeopleMention) -> Iterator[PeopleMention]:
    """People of other states who are listed behind the first: "two Omani diplomats and a Chilean attaché"."""
    last = people
    for mention in marked.people:
        if mention.first < last.after or hit.sense.type != "expulsion":
            continue
        between = range(last.after, mention.first)
        links = ("and-word", "determiner", "object-mark")
        joined = all(marked.tokens[i].text == "," or marked.is_one_of(i, links) for i in between)
        if not joined or not between or mention.sending in (None, OWN, last.sending) or mention.number is None:
            return
        yield mention
        last = mention


def _not_diplomatic(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Whether the people are of a club, a school or the like."""
    around = range(max(people.first - 1, 0), min(people.after + 4, len(marked.words)))
    return not people.sense.strong and any(marked.is_in(index, "not-diplomatic") for index in around)


def _own_people(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Whether somebody calls back its own people: "its ambassador", "all its diplomats", or for consultations."""
    if people.sending is None and order(marked, hit) is not None:
        return True
    if hit.sense.rule == "recall-own" and people.sending != OWN:
        return people.sending is None and away_from(marked, people) is not None and hit.voice == "active"
    if people.from_seat:
        return True
    if people.sending is None:
        return people.host is not None or away_from(marked, people) is not None or _is_envoy(marked, hit, people)
    return people.sending == OWN or bool(hit.tail) or hit.voice == "passive"


def _is_envoy(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Such as "X recalled the ambassador": the one whom a state that is named has where the report speaks of."""
    one = not people.sense.plural and people.sense.role in _ENVOYS and people.number is None
    return one and hit.voice == "active" and actor_of(marked, hit, people).code not in (None, GENERIC, SPEAKER)


def _of_decider(marked: Marked, hit: Hit, people: PeopleMention) -> bool:
    """Such as "X ordered the withdrawal of X's ambassador": people of the very state that decides."""
    return people.sending is not None and actor_of(marked, hit, people).code == people.sending


def _telling(line: Line, text: str, hit: Hit, people: PeopleMention) -> Telling:
    marked, dates = line.marked, line.dates
    told = order(marked, hit) if hit.sense.type == "recall" and people.sending in (None, OWN) else None
    if told is not None:
        hit = changed(hit, sense=changed(hit.sense, type="expulsion", tail="leave"))
    actor = actor_of(marked, hit, people) if told is None else Actor(told[0], None)
    sides = sides_of(marked, hit, people, actor) if told is None else told
    first, after = _extent(hit, people, actor)
    status = status_of(marked, hit, people)
    named = name_behind(marked, people)
    several = actor.several or _is_total(marked, people)
    grouped = several or (
        people.number is not None and people.number.value is None and sides[0] is None and hit.voice == "active"
    )
    aggregate = hit.sense.type == "expulsion" and (grouped or _of_many(marked, people, hit, sides[0]))
    return Telling(
        type="aggregate" if aggregate else cast(EventType, hit.sense.type),
        rule=f"{hit.sense.type}.{hit.sense.rule}.{hit.voice}{NATIONALS if people.national else ''}",
        status=status_told(marked, hit, status) if hit.sense.tail == _DEMANDED else status,
        layer=line.layer,
        start=marked.tokens[first].start,
        end=marked.tokens[after - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=None if several else sides[0],
        target=sides[1],
        mission=mission_key(people.mission, sides[1], sides[0]) if hit.sense.type == "expulsion" else None,
        mission_host=people.mission.receiving if people.mission else None,
        city=people.mission.city if people.mission else None,
        count=people.count,
        others=people.others,
        modifier=people.number.modifier if people.number else None,
        unit="persons" if people.count is not None or (people.number and people.number.modifier) else None,
        foreign=sides[1] is None and marked.has_in("foreign", people.first - 1, people.after + 1),
        loose=people.part or (people.sending is None and not people.sense.strong and people.mission is None),
        part=people.part,
        own=people.sending == OWN and sides[1] is None,
        persons=(NamedPerson(name=named, role=people.sense.role),) if named else (),
        when=None if actor.reference else _when(line, hit, people),
        effective=next((w.value for w in dates if w.role == "from"), None),
        deciders=actor.codes,
        deadline=deadline_of(marked, dates),
        retaliation=is_return(marked, hit),
        attribution=chain_of(marked, text, first=first, after=after),
        past_perfect=actor.reference or is_earlier(marked, hit) or is_past_perfect(marked, hit.first),
    )


def _when(line: Line, hit: Hit, people: PeopleMention) -> When | None:
    """The date of the step; of one after which something else came, only a date within its own words."""
    dates = line.dates
    if is_earlier(line.marked, hit):
        stop = next((i for i in range(people.after, len(line.marked.words)) if _parts(line.marked, i)), people.after)
        dates = tuple(when for when in dates if hit.after <= when.first < stop)
    return to_come(line.marked, when_of(line.marked, dates, first=hit.start, after=hit.end, people=people), hit)


def _parts(marked: Marked, index: int) -> bool:
    """Whether the words of a noun end at a place: at a comma, or a verb."""
    return marked.tokens[index].text in ",;:" or marked.is_one_of(index, ("have", "be", "decide", "say"))


def is_return(marked: Marked, hit: Hit) -> bool:
    """Whether the sentence says that the step answers another one, and not that another one answers it."""
    if is_answered(marked, hit):
        return False
    if marked.has_in("answered", max(hit.first - _ANSWERS, 0), hit.first):
        return True
    forward = [first for _, first, after in marked.scan("retaliation") if not hit.start <= first < hit.end]
    return bool(forward)


def _extent(hit: Hit, people: PeopleMention, actor: Actor) -> tuple[int, int]:
    """The tokens from the first to the last slot; a subject far before the verb is left out."""
    first = min(hit.start, people.first)
    if actor.first is not None and 0 <= first - actor.first <= 12:
        first = actor.first
    return first, max(hit.end if not hit.tail or hit.tail[1] - people.after <= 12 else hit.after, people.after)


def _is_total(marked: Marked, people: PeopleMention) -> bool:
    """Whether the number is said to be a total."""
    before = marked.words[max(people.first - 4, 0) : people.first]
    return "total" in before or "insgesamt" in before or "всего" in before


def _of_many(marked: Marked, people: PeopleMention, hit: Hit, actor: str | None) -> bool:
    """Hundreds, or dozens by nobody in particular: a total over many deciders."""
    modifier = people.number.modifier if people.number else None
    near = range(people.after, people.after + _FAR) if hit.sense.rule == "noun" else range(hit.first - _FAR, hit.first)
    stop = next((index for index in reversed(near) if 0 <= index < hit.first and marked.words[index] in ";:"), -1)
    many = any(marked.is_in(index, "many") and not _is_place(marked, index) for index in near if index > stop)
    return (modifier == "hundreds" and actor in (None, GENERIC)) or (many and actor in (None, GENERIC, "EU", "NATO"))


def _is_place(marked: Marked, index: int) -> bool:
    """Whether a word that may mean several states is where somebody is sent away from: "из страны"."""
    return marked.is_one_of(index - 1, ("origin", "territory"))


def mission_key(mission: MissionMention | None, sending: str | None, actor: str | None) -> str | None:
    """The key of a mission whose both sides are known: its own words come first, then the decider as the host."""
    if mission is None:
        return None
    sender = mission.sending if mission.sending not in (None, OWN) else sending
    host = mission.receiving or (actor if actor != GENERIC else None)
    if sender is None or host is None or sender == host or SPEAKER in (sender, host):
        return None
    if mission.kind in ("consulate", "consulate-general"):
        return f"{sender}/{host}/{mission.kind}/{mission.city}" if mission.city and mission.city.isascii() else None
    return None if mission.kind == "office" else f"{sender}/{host}"


def _stronger(first: Telling, second: Telling) -> Telling:
    """Two verbs about the same people in one sentence: the one that tells more, over both places."""
    kept = first if first.actor not in (None, GENERIC) or second.actor in (None, GENERIC) else second
    status = second.status if first.status == "announced" and second.status == "executed" else kept.status
    return changed(
        kept,
        status=status,
        start=min(first.start, second.start),
        end=max(first.end, second.end),
        when=kept.when or first.when or second.when,
    )
