"""Who is listed in a table? One row a person, by the roles of its columns.

A row with a post and no name is a vacancy; the cell of a spouse only says that there is one, and is part of no passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from legation.extraction.rosters.columns import DATE_KINDS, NAME_ROLES, NO, serial_day
from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.line_dates import Dated, is_slashed
from legation.extraction.rosters.name_columns import NameColumns
from legation.extraction.rosters.places import Place, heading_text, read_heading
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.extraction.rosters.residences import split_residence
from legation.extraction.rosters.saying import Said, is_accompanied, relative_below, say
from legation.extraction.rosters.table_shape import Row, Table, cell_text, row_text
from legation.language.printed_dates import whole_date
from legation.model.documents import Block
from legation.model.listings import DateKind
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import is_vacancy
from legation.vocabulary.honorifics import addressed, is_honorific
from legation.vocabulary.states import Gazetteer

Side = Literal["sending", "receiving"]
Fill = Callable[[Draft, Sequence[Block]], None]
_LONGEST_HEADING = 80


def side_of(place: Place, *, sender_said: bool) -> Side:
    """Which side of a mission a column of states names: the one that isn't known already."""
    return "receiving" if place.sending is not None and (place.receiving is None or sender_said) else "sending"


class RowReader:
    """Reads the rows of one table, keeping the state and mission of the row before where a cell is left empty.

    What a column holds is settled once for all rows.
    """

    def __init__(
        self, table: Table, gazetteer: Gazetteer, place: Place, section: str | None, *, side: Side, read: Read
    ) -> None:
        self._table = table
        self._gazetteer = gazetteer
        self._base = self._place = place
        self._section = section
        self._side = side
        self._read = read
        self._grouped = False
        """Whether rows of their own name the missions of those below."""
        columns = table.columns
        self._fills = {column: fill for column, role in columns.roles.items() if (fill := self._fill_of(role))}
        self._parts = NameColumns.of(columns)
        self._places = [(column, role) for role in ("country", "host", "mission") for column in columns.of(role)]
        self._spouses = columns.of("spouse")
        self._withheld = self._spouses + columns.of("private")

    def walk(self) -> None:
        """Read every row."""
        table = self._table
        self._read.used += sum(len(cells) for row in (*table.above, table.header) for cells in row.values())
        for row in table.rows:
            if len(row) == 1 and len(table.columns.roles) > 1 and self._takes_group(row):
                continue
            self._take(row)

    def _fill_of(self, role: str) -> Fill | None:
        """What is done with a cell in a column of this role; `None` where nothing of the person's stands in it."""
        if role.startswith("date:"):
            kind = next(each for each in DATE_KINDS if each == role.removeprefix("date:"))
            return lambda person, blocks: self._fill_date(person, blocks, kind)
        fills: dict[str, Fill] = {
            "name": self._fill_name,
            "title": self._fill_title,
            "honorific": self._fill_honorific,
            "function": self._fill_function,
            "section": self._fill_section,
            "resident": self._fill_residence,
            "skip": self._fill_remark,
        }
        return fills.get(role)

    def _takes_group(self, row: Row) -> bool:
        """A row of one cell that names a mission or a section for the rows below it."""
        ((column, cells),) = row.items()
        text = row_text(row, column)
        said = say(text)
        if said.kind == "section":
            self._section = heading_text(text)
        elif (
            (heading := read_heading(text, self._gazetteer)) is not None
            and heading.sending is not None
            and self._table.columns.roles.get(column) not in ("country", "host", "mission")
        ):
            self._place = self._sided(heading.sending, text)
            self._grouped = True
            self._open(cells[0])
        elif self._heads_rows(said, text, column):
            if self._grouped:
                self._place = self._sided(None, text)
                self._open(cells[0])
                self._unread(cells, "a heading that names no known state; its people are nobody else's")
                return True
            self._section = heading_text(text)
        else:
            return False
        self._read.used += len(cells)
        return True

    def _heads_rows(self, said: Said, text: str, column: int) -> bool:
        """Whether the only cell of a row heads those below: unknown words, in a list of one mission or by groups.

        What looks like a name in the column of names is a person of whom nothing else is printed.
        """
        known = self._grouped or (self._base.sending is not None and self._base.receiving is not None)
        among = self._table.columns.roles.get(column) in NAME_ROLES
        plain = said.kind == "other" or (said.kind == "name" and not among and (self._grouped or text.isupper()))
        return known and plain and said.honorific is None and not said.dates and len(text) < _LONGEST_HEADING

    def _unread(self, blocks: Sequence[Block], reason: str) -> None:
        self._read.unread += [
            Unread(block=block, reason=reason, place=self._place, person_like=False) for block in blocks
        ]

    def _take(self, row: Row) -> None:
        read = self._read
        blocks = [block for cells in row.values() for block in cells]
        self._settle_place(row)
        person = Draft(place=self._place, section=self._section, family_first=self._table.columns.family_first)
        self._fill(person, row)
        named = bool(person.names)
        if not named and not person.titles and not person.functions and not self._has_side(row):
            self._unread(blocks, "a row without a name")
            return
        person.vacant = not named
        if not person.shown:
            person.show(blocks[0])
        read.used += len(blocks)
        read.drafts.append(person)
        if not read.sections or read.sections[-1].place is not self._place:
            self._open(blocks[0])

    def _has_side(self, row: Row) -> bool:
        return any(role != "mission" and row.get(column) for column, role in self._places)

    def _open(self, block: Block) -> None:
        """Begin the mission's part, unless it was begun before."""
        place, sections = self._place, self._read.sections
        if not any(each.place.heading == place.heading and each.place.key == place.key for each in reversed(sections)):
            sections.append(Section(place=place, block=block, coded=place.sending is not None))

    def _settle_place(self, row: Row) -> None:
        """The mission of a row, from its state, its host or its mission; an empty cell repeats the row above."""
        if self._base.given is not None:
            return
        for column, role in self._places:
            text = row_text(row, column)
            if text:
                self._place = self._placed(row, role, text)
        for column in self._table.columns.of("city"):
            self._place = self._place.at(row_text(row, column) or None)

    def _placed(self, row: Row, role: str, text: str) -> Place:
        """Where a row is, by what it prints in a column of states, hosts or missions."""
        heading = read_heading(text, self._gazetteer)
        state = heading.sending if heading else None
        if role == "host":
            return replace(self._place, receiving=state, heading=text)
        if role == "country":
            return self._sided(state, text)
        # Beside a state, a column of missions only says which kind it is.
        stated = any(row.get(column) for column in self._table.columns.of("country"))
        place = self._place if stated else self._sided(state, text)
        return replace(place, kind=heading.kind if heading else None, city=heading.city if heading else place.city)

    def _sided(self, code: str | None, text: str) -> Place:
        if self._side == "receiving":
            return replace(self._base, receiving=code, heading=heading_text(text))
        return replace(self._base, sending=code, heading=heading_text(text))

    def _fill(self, person: Draft, row: Row) -> None:
        if self._parts is not None:
            self._fill_parts(person, row, self._parts)
        for column, cells in row.items():
            fill = self._fills.get(column)
            if fill is not None:
                fill(person, cells)
        for column in self._withheld:
            self._read.withheld += row.get(column, ())
        for column in self._spouses:
            words = fold(row_text(row, column))
            person.accompanied = person.accompanied or (bool(words) and words[0] not in NO)
            self._read.spouses = self._read.spouses or person.accompanied

    def _fill_parts(self, person: Draft, row: Row, parts: NameColumns) -> None:
        """Given, family and patronymic where they have columns of their own; the name in the row's order."""
        held = parts.columns
        for column in sorted(held.values()):
            self._show(person, row.get(column, ()))
        for role in parts.printed_order(row):
            person.names += [person.show(block) for block in row.get(held[role], ())]
        texts = {role: row_text(row, column) or None for role, column in held.items()}
        family = " ".join(text for role in ("particle", "family") if (text := texts.get(role)))
        person.given, person.family, person.patronymic = texts.get("given"), family or None, texts.get("patronymic")

    def _fill_name(self, person: Draft, blocks: Sequence[Block]) -> None:
        for block in blocks:
            text = block.text
            said = say(text)
            if said.kind != "name" and is_vacancy(fold(text)):
                person.show(block)
                continue
            relative = (
                relative_below(said, text, named=bool(person.names))
                if person.names or said.kind == "relative"
                else None
            )
            if relative is not None:
                self._read.withheld.append(block)
                if relative == "spouse":
                    person.accompanied = self._read.spouses = True
                continue
            if person.names and self._continues(person, block, said):
                continue
            if is_honorific(text):
                person.honorific = " ".join(text.split())
                person.show(block)
                continue
            end = len(text.rstrip()) if said.spouse is None else said.spouse
            if is_accompanied(said):
                person.accompanied = self._read.spouses = True
            if said.kind == "person" and said.name is not None and said.title is not None:
                person.titles.append(person.show(block, *said.title))
                person.dates += said.dates
            honorific = said.honorific or addressed(text)
            if honorific is not None and person.honorific is None:
                person.honorific = honorific.honorific
                person.family_first = False  # whoever is addressed is named as one speaks
            start, stop = said.name or (honorific.rest if honorific is not None else 0, end)
            if said.aside is not None and said.spouse is None:
                stop = said.aside[1]
            person.show(block, 0, end)
            person.names.append(Piece(block, start, stop))

    def _continues(self, person: Draft, block: Block, said: Said) -> bool:
        """Whether a line below a name in its cell is the post, or where the person lives."""
        place = split_residence(f"({block.text.strip(' ()[]')})")[1]
        if place is not None:
            person.resident_in = place
        elif said.kind == "title" and said.title is not None and not person.titles:
            person.titles.append(Piece(block, *said.title))
            person.dates += said.dates
        else:
            return False
        person.show(block)
        return True

    def _fill_title(self, person: Draft, blocks: Sequence[Block]) -> None:
        if person.titles:
            return
        for block in blocks:
            said = say(block.text)
            own = len(block.text[: said.spouse].rstrip())
            if said.spouse is not None:
                person.accompanied = self._read.spouses = True
            person.show(block, 0, own)
            person.dates += said.dates
            if said.kind == "date":
                continue
            start, end = (said.title or (0, own)) if said.dates else (0, own)
            person.titles.append(Piece(block, start, end))

    def _fill_honorific(self, person: Draft, blocks: Sequence[Block]) -> None:
        person.honorific = cell_text(blocks) or None
        self._show(person, blocks)

    def _fill_function(self, person: Draft, blocks: Sequence[Block]) -> None:
        person.functions += [person.show(block) for block in blocks]

    def _fill_section(self, person: Draft, blocks: Sequence[Block]) -> None:
        person.section = cell_text(blocks) or person.section
        self._show(person, blocks)

    def _fill_residence(self, person: Draft, blocks: Sequence[Block]) -> None:
        person.resident_in = cell_text(blocks) or None

    def _fill_remark(self, person: Draft, blocks: Sequence[Block]) -> None:
        """A remark is kept only where it says where somebody lives: `Resident in Riyadh`."""
        text = cell_text(blocks)
        place = split_residence(f"({text})")[1]
        if place is not None:
            person.resident_in = place
            self._show(person, blocks)

    def _fill_date(self, person: Draft, blocks: Sequence[Block], kind: DateKind) -> None:
        for block in blocks:
            dated = _day_alone(block.text, kind)
            if dated is not None:
                person.dates.append(dated)
            person.show(block)

    def _show(self, person: Draft, blocks: Sequence[Block]) -> None:
        for block in blocks:
            person.show(block)


@lru_cache(maxsize=16384)
def _day_alone(text: str, kind: DateKind) -> Dated | None:
    """The day that a cell prints or counts and nothing else."""
    date = whole_date(text) or serial_day(text)
    return Dated(date, kind, (0, len(text)), is_slashed(text)) if date is not None else None
