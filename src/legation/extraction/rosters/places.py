"""Whose people stand under a heading? State and kind of mission, host and city, as far as the heading says.

A heading that names no state of the gazetteer gives no sending state; its people are nobody else's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from legation.extraction.rosters.persons import plain_words
from legation.extraction.rosters.word_joints import words_apart
from legation.model.parties import Mission, MissionType
from legation.vocabulary.adjectives import state_of_adjective
from legation.vocabulary.cities import cities_within, find_city
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import continued_words, heading_words, mission_phrases, mission_type
from legation.vocabulary.states import ORGANIZATIONS, Gazetteer

_PARALLEL = re.compile(r"\s+[–—-]\s+|\s*[/|·•]\s*|\t")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[IVXLC]{1,6})[.)]\s+(?=\S)")
_WITH_STATE = re.compile(
    r"(?P<kind>(?:м|г|гр|mst|m|stadt|ville de|city of|ciudad de)\.?\s+)?(?P<city>[^()]+?)\s*\((?P<state>[^()]+)\)", re.I
)
"""A city, with or without the word for one before it, and its state in brackets."""
_LONGEST = 320
"""Signs of a line beyond which it heads nothing."""
_BRANCHES: frozenset[MissionType] = frozenset({"consulate-general", "consulate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a heading names; `state_alone` where it is nothing but a state's name."""

    sending: str | None = None
    receiving: str | None = None
    kind: MissionType | None = None
    city: str | None = None
    state_alone: bool = False
    strangers: int = 0
    """Words in it that are neither kind, state, city nor link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The mission whose people are being read."""

    heading: str | None = None
    sending: str | None = None
    receiving: str | None = None
    kind: MissionType | None = None
    city: str | None = None
    resident_in: str | None = None
    given: str | None = None
    """The mission's key, where the reporter gave it."""
    consular: bool = False
    """Whether the list is that of a city's consular corps, where a mission is a consulate unless more is said."""

    @property
    def mission_kind(self) -> MissionType:
        """What the heading says, or else what such a pair of parties usually has."""
        if self.kind is not None or self.consular:
            return self.kind or "consulate"
        if self.sending is None or self.receiving is None:
            return "other"
        if self.sending == "VA":
            return "nunciature"
        if self.receiving in ORGANIZATIONS:
            return "permanent-mission"
        if self.sending in ORGANIZATIONS:
            return "delegation"
        return "embassy"

    @property
    def key(self) -> str | None:
        """The mission's key, where both sides are known."""
        if self.given is not None:
            return self.given
        if self.sending is None or self.receiving is None:
            return None
        return _key(self.sending, self.receiving, self.mission_kind if self.consular else self.kind, self.city)

    def at(self, city: str | None) -> Place:
        """The same mission in another city."""
        return replace(self, city=city)


@lru_cache(maxsize=8192)
def _key(sending: str, receiving: str, kind: MissionType | None, city: str | None) -> str:
    branch: tuple[str, ...] = ()
    if kind in _BRANCHES:
        branch = (str(kind), city.replace("/", " ")) if city else (str(kind),)
    elif receiving == "UN" and city and city != "New York":
        branch = ("permanent-mission", city)
    return Mission(sending=sending, receiving=receiving, branch=branch).key


@cache
def _continued() -> re.Pattern[str]:
    """What a heading that goes on overleaf ends with: `(contd)`, `– Fortsetzung`."""
    words = "|".join(re.escape(word) for word in continued_words())
    return re.compile(rf"\s*[(\[–-]\s*(?:{words})\.?\s*[)\]]?\s*$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def heading_text(text: str) -> str:
    """A heading without its number, its `(continued)` and its colon."""
    bare = _continued().sub("", " ".join(text.split()).rstrip(" :"))
    return _NUMBERED.sub("", bare).strip(" :*.–-") or bare


def is_continued(text: str) -> bool:
    """Whether a heading says that it was printed before."""
    return text.rstrip()[-1:] in ")]" and _continued().search(text) is not None


@lru_cache(maxsize=8192)
def read_heading(text: str, gazetteer: Gazetteer, language: str | None = None) -> Heading | None:
    """What a line names as a heading of a mission; `None` where it names no state and no kind of mission."""
    if len(text) > _LONGEST:
        return None
    bare = words_apart(heading_text(text), gazetteer)
    code = gazetteer.find(bare, language) or _in_two_languages(bare, gazetteer)
    if code is not None:
        return Heading(sending=code, state_alone=True)
    words = fold(bare)
    found = mission_type(words)
    if found is None:
        return _city_with_state(bare, gazetteer)
    kind, first, stop = found
    states = [
        each
        for each in gazetteer.find_within(words, language, inflected=True)
        if each.stop <= first or each.first >= stop or each.stop - each.first > stop - first
    ]
    taken = {at for each in states for at in range(each.first, each.stop)} | set(range(first, stop))
    named_cities = cities_within(words, inflected=True, languages=gazetteer.languages)
    cities = [each for each in named_cities if not taken & set(range(each.first, each.stop))]
    taken |= {at for each in cities for at in range(each.first, each.stop)}
    links = heading_words("link") | heading_words("towards")
    strangers = sum(1 for at, word in enumerate(words) if at not in taken and word not in links and len(word) > 1)
    named = [(each.code, words[each.first - 1] if each.first else "") for each in states]
    adjective = _adjective_beside(words, first, stop)
    if adjective is not None and not taken & set(range(adjective[1], adjective[2])) - set(range(first, stop)):
        strangers -= sum(len(words[at]) > 1 for at in range(adjective[1], adjective[2]))
        named.insert(0, (adjective[0], ""))
    sending, receiving = _sides(named, kind)
    if kind == "nunciature":
        sending, receiving = "VA", receiving or (sending if sending != "VA" else None)
    city = cities[0].city if cities else None
    printed = city.name if city is not None else _unknown_city(bare, taken)
    if receiving is None and city is not None and city.state != sending:
        receiving = city.organization if kind == "permanent-mission" and city.organization else city.state
    return Heading(
        sending=sending,
        receiving=receiving,
        kind=kind,
        city=printed,
        strangers=strangers if city is not None or printed is None else max(strangers - len(fold(printed)), 0),
    )


def _city_with_state(text: str, gazetteer: Gazetteer) -> Heading | None:
    """A heading that is a city with its state in brackets: `Lyon (France)`, `м. Ліон (Французька Республіка)`."""
    found = _WITH_STATE.fullmatch(text.strip())
    code = gazetteer.find(found["state"]) if found is not None else None
    if found is None or code is None:
        return None
    city = find_city(found["city"])
    if city is None and found["kind"] is None:
        return None
    return Heading(sending=code, city=city.name if city is not None else found["city"].strip(), state_alone=True)


def _in_two_languages(text: str, gazetteer: Gazetteer) -> str | None:
    """The state that a text names once in each language: `BELGIQUE – BELGIUM`, `Österreich / Austria`."""
    pieces = [piece for piece in _PARALLEL.split(text) if piece.strip()]
    if len(pieces) < 2:
        return None
    codes = {gazetteer.find(piece) for piece in pieces}
    return codes.pop() if len(codes) == 1 else None


def _adjective_beside(words: Sequence[str], first: int, stop: int) -> tuple[str, int, int] | None:
    """The state whose adjective stands right before or behind the word for a mission: `Russian Embassy`."""
    for at in range(max(first - 3, 0), first):
        found = state_of_adjective(words, at)
        if found is not None and at + found[1] == first:
            return found[0], at, first
    while stop < len(words) and words[stop] in heading_words("link"):
        stop += 1  # `Embassy of the Swiss Confederation`
    behind = state_of_adjective(words, stop) if stop < len(words) else None
    return (behind[0], stop, stop + behind[1]) if behind is not None else None


def _unknown_city(text: str, taken: set[int]) -> str | None:
    """A city that no table has: the words with capitals at the end of a heading, after `in` or a comma."""
    spans = fold_spans(text)
    first = len(spans)
    while first > 0 and first - 1 not in taken and text[spans[first - 1][1]].isupper() and not text.isupper():
        first -= 1
    if not 0 < first < len(spans):
        return None
    before = text[spans[first - 1][2] : spans[first][1]]
    if spans[first - 1][0] not in heading_words("towards") and "," not in before:
        return None
    if spans[-1][0] in plain_words():
        return None  # a building or a street
    return text[spans[first][1] :].strip(" .,;:")


def _sides(states: list[tuple[str, str]], kind: MissionType) -> tuple[str | None, str | None]:
    """Sending and receiving side from the states of a heading, each with the word before it."""
    into = heading_words("towards")
    towards = [code for code, before in states if before in into]
    others = [code for code, before in states if before not in into]
    if others:
        hosts = [code for code in (*towards, *others[1:]) if code != others[0]]
        return others[0], next((code for code in hosts if code in ORGANIZATIONS), next(iter(hosts), None))
    if len(towards) > 1:
        return towards[0], towards[1]
    return None, next(iter(towards), None)


@lru_cache(maxsize=8192)
def is_about_missions(text: str) -> bool:
    """Whether a line speaks of missions in general, as a part's heading does."""
    words = fold(heading_text(text))
    return mission_phrases().whole(words) == "-"
