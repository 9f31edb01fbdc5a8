"""Where does a list's corps, or the mission whose page it is, sit? A city with its state, as its headings print them.

A consular corps is a city's; a line that is nothing but a city and its state is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from legation.extraction.rosters.places import Place, read_heading
from legation.extraction.rosters.reading_state import Read
from legation.extraction.rosters.titles import parse_title
from legation.vocabulary.cities import cities_within
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import ABOUT_MISSIONS, heading_words, mission_phrases
from legation.vocabulary.states import Gazetteer

_LONGEST = 120
_COVER = 25
_MOST_WORDS = 3


def is_consular(texts: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether a list calls itself one of consulates or consuls, and of no embassies beside them."""
    cover = [text for text in texts[:_COVER] if len(text) <= _LONGEST]
    return any(_is_consular(text, gazetteer) for text in cover) and not any(map(_is_diplomatic, cover))


def _is_consular(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a heading speaks of consulates alone, and of no single one of a state."""
    words = fold(text)
    if not _has_stem(words, "consular") or _has_stem(words, "diplomatic"):
        return False
    if _is_about(words) or not heading_words("list").isdisjoint(words):
        return True
    heading = read_heading(text, gazetteer)
    return heading is not None and heading.kind in ("consulate", "consulate-general") and heading.sending is None


def _is_diplomatic(text: str) -> bool:
    words = fold(text)
    return _has_stem(words, "diplomatic") and _is_about(words)


def _has_stem(words: Sequence[str], kind: Literal["consular", "diplomatic"]) -> bool:
    stems = tuple(heading_words(kind))
    return any(word.startswith(stems) for word in words)


def _is_about(words: Sequence[str]) -> bool:
    return any(kind == ABOUT_MISSIONS for kind, _, _ in mission_phrases().scan(words))


def consular_seat(texts: Sequence[str], gazetteer: Gazetteer) -> tuple[str | None, str] | None:
    """State and city of the consular corps that a list holds, by a heading that names it: `Corpo consolare di Bari`.

    A city that no table has is kept as printed, without a state.
    """
    for text in texts[:_COVER]:
        if len(text) > _LONGEST:
            continue
        words = fold(text)
        if not _is_consular(text, gazetteer) or gazetteer.find_within(words, inflected=True):
            continue
        named = cities_within(words, inflected=True, languages=gazetteer.languages)
        if named:
            return named[0].city.state, named[0].city.name
        if (city := _printed_last(text, words)) is not None:
            return None, city
    return None


def _printed_last(text: str, words: Sequence[str]) -> str | None:
    """What ends a heading about missions, behind a small word: `… di Trieste`."""
    stop = max((stop for kind, _, stop in mission_phrases().scan(words) if kind == ABOUT_MISSIONS), default=len(words))
    while stop < len(words) and words[stop] in heading_words("link") | heading_words("towards"):
        stop += 1
    city = text[fold_spans(text)[stop][1] :].strip(" .,:") if stop < len(words) else ""
    return city if city.istitle() and len(city.split()) <= _MOST_WORDS else None


def printed_seat(texts: Iterable[str], gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Host and city of the lines that are nothing but a city, or a city with its state: `Nairobi, Kenya`.

    Lines of several cities, such as a menu's or those of a list of posts, seat nobody.
    """
    seats = {found for text in texts if (found := seat_on(text, gazetteer)) is not None}
    return seats.pop() if len(seats) == 1 else None


def seat_on(text: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """State and city of a text that says nothing else; `None` for any other text, and for a city without a capital."""
    if len(text) > _LONGEST:
        return None
    first, comma, last = (part.strip() for part in text.strip(" .").partition(","))
    words = fold(first)
    named = cities_within(words, languages=gazetteer.languages)
    if len(named) != 1 or (named[0].first, named[0].stop) != (0, len(words)):
        return None
    city = named[0].city
    if not comma:
        return (city.state, city.name) if city.capital else None
    return (city.state, city.name) if gazetteer.find(last) == city.state else None


def settle_consulates(read: Read) -> None:
    """In a consular corps, a consul general heads a consulate general, where nothing else is said of the mission."""
    chiefs = {
        draft.place
        for draft in read.drafts
        if draft.place.consular
        and draft.place.kind is None
        and any(parse_title(piece.text).rank == "consul-general" for piece in draft.titles)
    }
    settled: dict[Place, Place] = {place: replace(place, kind="consulate-general") for place in chiefs}
    for draft in read.drafts:
        draft.place = settled.get(draft.place, draft.place)
    for section in read.sections:
        section.place = settled.get(section.place, section.place)
