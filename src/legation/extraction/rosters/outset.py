"""What is known of the missions before the first line is read? By the reporter, the cover and the file's name.

Whose list it is, to whom its missions are accredited, in which city they sit: what none of them says stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.extraction.rosters.editions import (
    front_matter,
    host_named,
    host_of_addresses,
    own_mission,
    sender_named,
)
from legation.extraction.rosters.lines import Line
from legation.extraction.rosters.places import Place
from legation.extraction.rosters.seats import consular_seat, is_consular, printed_seat
from legation.extraction.rosters.table_shape import Table
from legation.model.documents import Document
from legation.model.parties import Mission, MissionType
from legation.model.sources import Given
from legation.vocabulary.states import Gazetteer

_BRANCHES: tuple[MissionType, ...] = ("consulate-general", "consulate", "permanent-mission", "office", "delegation")
_COVER = 25
_FIRST_PAGE = 12
_WORDS_OF_NAME = re.compile(r"[\W_]+|(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


def outset(
    document: Document, given: Given, gazetteer: Gazetteer, stretches: Sequence[tuple[Line, ...] | Table], *, name: str
) -> tuple[Place, bool]:
    """The place that holds until a heading says more, and whether a sender's list of posts says so.

    Args:
        document: the list.
        given: what the reporter said; it goes before what the list says.
        gazetteer: knows the states, in the list's languages too.
        stretches: the document's tables and lines.
        name: the file's name, which is looked at last.
    """
    if given.mission is not None:
        mission = Mission.parse(given.mission)
        kind = next((each for each in _BRANCHES if each in mission.branch), None)
        city = mission.branch[-1] if mission.branch else None
        place = Place(sending=mission.sending, receiving=mission.receiving, given=mission.key, city=city, kind=kind)
        return place, False
    texts = front_matter(document, _first_person(stretches))
    if given.sending is not None:
        return Place(sending=given.sending, receiving=given.receiving), given.receiving is None
    sender = sender_named(texts, gazetteer)
    if sender is not None:
        return Place(sending=sender, receiving=given.receiving, consular=is_consular(texts, gazetteer)), True
    own = _own(document, texts, given, gazetteer)
    if own is not None:
        return own, False
    seat = consular_seat(texts, gazetteer)
    if seat is not None and given.receiving in (None, seat[0]):
        return Place(receiving=seat[0] or host_of_addresses(document), city=seat[1], consular=True), False
    host = given.receiving or host_named(texts[:_COVER], gazetteer) or host_of_addresses(document)
    host = host or host_named([_words_of(name)], gazetteer)
    return Place(receiving=host, consular=is_consular(texts, gazetteer)), False


def _own(document: Document, texts: Sequence[str], given: Given, gazetteer: Gazetteer) -> Place | None:
    """The mission whose page this is; its host may stand on a line of its own with the city."""
    # On paper only the first page can name it.
    said = own_mission(texts if document.pages in (None, 1, 2) else texts[:_FIRST_PAGE], gazetteer)
    if said is None:
        return None
    seat = printed_seat(texts, gazetteer) if said.receiving is None and given.receiving is None else None
    if seat is not None and printed_seat([block.text for block in document.blocks], gazetteer) is None:
        seat = None
    receiving = given.receiving or said.receiving or (seat[0] if seat is not None else None)
    if receiving is None or receiving == said.sending or (said.receiving is None and seat is None):
        return None
    if _names_others(document, {said.sending, receiving}, gazetteer):
        return None
    city = said.city or (seat[1] if seat is not None else None)
    return Place(sending=said.sending, receiving=receiving, kind=said.kind, city=city)


def _names_others(document: Document, own: set[str | None], gazetteer: Gazetteer) -> bool:
    """Whether a workbook's sheets are called after states other than those of the mission on its first one."""
    sheets = [block.text for block in document.blocks if "sheet" in (block.role or "").split()]
    return any(gazetteer.find(text) not in (None, *own) for text in sheets)


def _first_person(stretches: Sequence[tuple[Line, ...] | Table]) -> int:
    for stretch in stretches:
        if isinstance(stretch, Table):
            return min(
                (block.start for row in stretch.rows[:1] for cells in row.values() for block in cells), default=0
            )
        for line in stretch:
            if line.said.honorific is not None or (line.said.kind == "person" and not line.frame):
                return line.block.start
    return len(stretches) and 10**12


def _words_of(name: str) -> str:
    """A file's name as words: without its ending, its marks and its joined capitals."""
    return " ".join(_WORDS_OF_NAME.split(name.rpartition(".")[0] or name))
