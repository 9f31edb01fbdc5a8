"""What is a dossier made of? Sentences with what they rest on, in blocks that every form of print shows alike.

Nothing here is prose: a sentence is the name of its template and the values in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.documents import Passage
from legation.model.parties import Person

SlotKind = Literal["name", "printed", "quote", "words", "day", "digest", "count"]
"""What a value of a sentence is: somebody's name, words of a source, the same in quotation marks, words of ours, a day
or days, a digest, a number with its noun."""
Value = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a footnote refers to: a passage, or a document as a whole for what it shows by not printing it."""

    sha256: str
    passage: Passage | None = None
    says: str | None = None
    """Name of the template that says what the document as a whole shows."""
    as_of: str | None = None
    """The day of the edition, where the bytes stand for several."""
    pictured: bool = True
    """Whether the place is worth a picture here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its template, the values in it, and the places that it rests on."""

    id: str
    template: str
    values: tuple[tuple[str, Value], ...] = ()
    references: tuple[Reference, ...] = ()
    about: tuple[str, ...] = ()
    """Ids of what it tells of: a posting, a claim, a happening …; a later change of one touches the sentence."""
    person: Person | None = None
    """Of whom it speaks, where it speaks of one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of what follows; levels count from 2, the dossier's own title being 1."""

    level: int
    title: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Sentences that are read one after the other."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Sentences that stand beside each other."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody says, with who, when, in which words, with which status, and what others say to it.

    Each line is a label and what stands there; all are of one size.
    """

    lines: tuple[tuple[Sentence, Sentence], ...]
    about: str
    """Id of the claim or telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under heads; the first cell of a row is its head."""

    caption: Sentence
    heads: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...]


Block = Heading | Paragraph | Points | Said | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that is printed, in order."""

    title: str
    """A key: names of the case and of what it is about, never what is said of somebody."""
    heading: Sentence
    kicker: Sentence
    blocks: tuple[Block, ...]
    version: str
    draft: bool
    draft_words: Sentence

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in the order of print."""
        return (self.heading, *(sentence for block in self.blocks for sentence in sentences_in(block)))


def sentences_in(block: Block) -> tuple[Sentence, ...]:
    """The sentences of a block, in the order of print."""
    match block:
        case Heading():
            return (block.title,)
        case Paragraph() | Points():
            return block.sentences
        case Said():
            return tuple(sentence for line in block.lines for sentence in line)
        case Table():
            return (block.caption, *block.heads, *(cell for row in block.rows for cell in row))
