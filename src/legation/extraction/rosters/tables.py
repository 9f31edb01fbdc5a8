"""Who is listed in a table? One row a person, by the roles of its columns.

A row with a post and no name is a vacancy; the cell of a spouse only says that there is one, and is part of no passage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legation.extraction.rosters.columns import DATE_KINDS, NO, serial_day
from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.line_dates import Dated, is_slashed
from legation.extraction.rosters.places import Place, heading_text, read_heading
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.extraction.rosters.saying import say
from legation.extraction.rosters.table_shape import Row, Table, row_text
from legation.language.printed_dates import whole_date
from legation.model.documents import Block
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import is_vacancy
from legation.vocabulary.honorifics import addressed
from legation.vocabulary.states import Gazetteer

Side = Literal["sending", "receiving"]


def side_of(place: Place, *, sender_said: bool) -> Side:
    """Which side of a mission a column of states names: the one that isn't known already."""
    return "receiving" if place.sending is not None and (place.receiving is None or sender_said) else "sending"


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one table, keeping the state and mission of the row before where a cell is left empty."""

    table: Table
    gazetteer: Gazetteer
    place: Place
    section: str | None
    side: Side
    read: Read

    def walk(self) -> None:
        """Read every row."""
        read = self.read
        read.used += sum(len(cells) for row in (*self.table.above, self.table.header) for cells in row.values())
        base = self.place
        for row in self.table.rows:
            if len(row) == 1 and len(self.table.columns.roles) > 1 and self._takes_group(row, base):
                continue
            self._take(row, base)

    def _takes_group(self, row: Row, base: Place) -> bool:
        """A row of one cell that names a mission or a section for the rows below it."""
        ((column, cells),) = row.items()
        text = row_text(row, column)
        said = say(text)
        if said.kind == "section":
            self.section = heading_text(text)
        elif (
            (heading := read_heading(text, self.gazetteer)) is not None
            and heading.sending is not None
            and not self._is_sides(column)
        ):
            self.place = self._sided(base, heading.sending, text)
            self._open(cells[0])
        else:
            return False
        self.read.used += len(cells)
        return True

    def _is_sides(self, column: int) -> bool:
        return self.table.columns.roles.get(column) in ("country", "host", "mission")

    def _take(self, row: Row, base: Place) -> None:
        blocks = [block for column in sorted(row) for block in row[column]]
        self._settle_place(row, base)
        person = Draft(place=self.place, section=self.section, family_first=self.table.columns.family_first)
        self._fill(person, row)
        named = bool(person.names)
        posted = bool(
            person.titles
            or person.functions
            or any(row.get(c) for c in self.table.columns.of("country") + self.table.columns.of("host"))
        )
        if not named and not posted:
            self.read.unread += [
                Unread(block=block, reason="a row without a name", place=self.place, person_like=False)
                for block in blocks
            ]
            return
        person.vacant = not named
        if not person.shown:
            person.show(blocks[0])
        self.read.used += len(blocks)
        self.read.drafts.append(person)
        if (
            not self.read.sections
            or self.read.sections[-1].place.key != self.place.key
            or self.read.sections[-1].place.heading != self.place.heading
        ):
            self._open(blocks[0])

    def _open(self, block: Block) -> None:
        known = next(
            (s for s in self.read.sections if s.place.key == self.place.key and s.place.heading == self.place.heading),
            None,
        )
        if known is None:
            self.read.sections.append(Section(place=self.place, block=block, coded=self.place.sending is not None))

    def _settle_place(self, row: Row, base: Place) -> None:
        """The mission of a row, from its state, its host or its mission; an empty cell repeats the row above."""
        if base.given is not None:
            return
        place = self.place
        for role in ("country", "host", "mission"):
            for column in self.table.columns.of(role):
                text = row_text(row, column)
                if not text:
                    continue
                heading = read_heading(text, self.gazetteer)
                if role == "mission":
                    if not self._has_state(row):
                        place = self._sided(base, heading.sending if heading else None, text)
                    place = replace(
                        place,
                        kind=heading.kind if heading else None,
                        city=heading.city if heading else place.city,
                    )
                elif role == "host":
                    place = replace(place, receiving=heading.sending if heading else None, heading=text)
                else:
                    place = self._sided(base, heading.sending if heading else None, text)
        for column in self.table.columns.of("city"):
            text = row_text(row, column)
            place = replace(place, city=text or None)
        self.place = place

    def _has_state(self, row: Row) -> bool:
        """Whether a column of states says whose the row is; the mission's column then only says which kind it is."""
        return any(row.get(column) for column in self.table.columns.of("country"))

    def _sided(self, base: Place, code: str | None, text: str) -> Place:
        if self.side == "receiving":
            return replace(base, receiving=code, heading=heading_text(text))
        return replace(base, sending=code, heading=heading_text(text))

    def _fill(self, person: Draft, row: Row) -> None:
        columns = self.table.columns
        person.given, person.family, person.patronymic = self._parts(person, row)
        for column in sorted(row):
            role = columns.roles.get(column)
            if role == "name":
                self._fill_name(person, row[column])
            elif role == "title" and not person.titles:
                self._fill_title(person, row[column])
            elif role == "honorific":
                person.honorific = row_text(row, column) or None
                self._show(person, row[column])
            elif role == "function":
                person.functions += [person.show(block) for block in row[column]]
            elif role is not None and role.startswith("date:"):
                self._fill_date(person, row[column], role.removeprefix("date:"))
            elif role == "section":
                person.section = row_text(row, column) or person.section
                self._show(person, row[column])
            elif role == "resident":
                person.resident_in = row_text(row, column) or None
        self._fill_spouse(person, row)

    def _parts(self, person: Draft, row: Row) -> tuple[str | None, str | None, str | None]:
        """Given, family and patronymic where they have columns of their own; the name in the row's order."""
        columns = self.table.columns
        held = {role: columns.of(role)[0] for role in ("given", "patronymic", "family") if columns.of(role)}
        if "family" not in held or columns.of("name"):
            return None, None, None
        texts = {role: row_text(row, column) for role, column in held.items()}
        order = (
            ("family", "given", "patronymic") if self._is_family_first(row, held) else ("given", "patronymic", "family")
        )
        for column in sorted(held.values()):
            self._show(person, row.get(column, ()))
        for role in order:
            if role in held:
                person.names += [person.show(block) for block in row.get(held[role], ())]
        return texts.get("given") or None, texts["family"] or None, texts.get("patronymic") or None

    def _is_family_first(self, row: Row, held: Mapping[str, int]) -> bool:
        """Whether the row's family name goes first: by a column that says so, else by the order of the columns."""
        flags = self.table.columns.of("order-flag")
        if flags:
            words = fold(row_text(row, flags[0]))
            return bool(words) and words[0] in NO
        return "given" in held and held["family"] < held["given"]

    def _fill_name(self, person: Draft, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if is_vacancy(fold(block.text)):
                person.show(block)
                continue
            said = say(block.text)
            end = len(block.text.rstrip()) if said.spouse is None else said.spouse
            if said.spouse is not None:
                person.accompanied = self.read.spouses = True
            if said.kind == "relative":
                continue
            if said.kind == "person" and said.name is not None and said.title is not None:
                person.titles.append(person.show(block, *said.title))
                person.dates += said.dates
            honorific = said.honorific or addressed(block.text)
            if honorific is not None and person.honorific is None:
                person.honorific = honorific.honorific
                person.family_first = False  # whoever is addressed is named as one speaks
            start, stop = said.name or (honorific.rest if honorific is not None else 0, end)
            if said.aside is not None and said.spouse is None:
                stop = said.aside[1]
            person.show(block, 0, end)
            person.names.append(Piece(block, start, stop))

    def _fill_title(self, person: Draft, blocks: Sequence[Block]) -> None:
        for block in blocks:
            said = say(block.text)
            person.show(block)
            person.dates += said.dates
            if said.kind == "date":
                continue
            start, end = (said.title or (0, len(block.text))) if said.dates else (0, len(block.text.rstrip()))
            person.titles.append(person.show(block, start, end))

    def _fill_date(self, person: Draft, blocks: Sequence[Block], kind: str) -> None:
        for block in blocks:
            date = whole_date(block.text) or serial_day(block.text)
            if date is not None:
                known = next(each for each in DATE_KINDS if each == kind)
                person.dates.append(
                    Dated(date=date, kind=known, span=(0, len(block.text)), slashed=is_slashed(block.text))
                )
            person.show(block)

    def _fill_spouse(self, person: Draft, row: Row) -> None:
        for column in self.table.columns.of("spouse") + self.table.columns.of("private"):
            self.read.withheld += row.get(column, ())
        for column in self.table.columns.of("spouse"):
            words = fold(row_text(row, column))
            person.accompanied = person.accompanied or (bool(words) and words[0] not in NO)
            self.read.spouses = self.read.spouses or person.accompanied

    def _show(self, person: Draft, blocks: Sequence[Block]) -> None:
        for block in blocks:
            person.show(block)
