"""What is a sentence made of that another one can be matched by? Its values and its words, in any language.

The tables of the news grammar read a draft and a source alike; so a number in words is a number in digits, and "told to
leave" is "expelled".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from legation.analysis.drafts.atoms import SILENT, Atom, AtomKind, atoms_of
from legation.extraction.news.lexicon import TRIGGERS, Lexicon
from legation.extraction.news.marking import mark
from legation.extraction.news.mentions import Marked
from legation.language.tokens import Sentence, quoted
from legation.language.when import whens
from legation.model.dates import Bounds, Edtf

_STEM = 5
"""Letters of a word's stem: "expelled" and "expelling" meet, "agent" and "agency" don't."""


@dataclass(eq=False)
class Said:
    """One sentence with all that can be compared in it."""

    text: str
    marked: Marked
    atoms: tuple[Atom, ...]
    carried: frozenset[str] = frozenset()
    """Words of names in the sentences before, which its pronouns may mean."""
    _features: list[frozenset[str]] = field(default_factory=list)

    @cached_property
    def features(self) -> tuple[frozenset[str], ...]:
        """For each token what it can be matched by; nothing for marks and words that only join others."""
        named = {i: atom for atom in self.atoms for i in range(atom.first, atom.after)}
        return tuple(
            frozenset(_features(self.marked, index, named.get(index), self._told))
            for index in range(len(self.marked.tokens))
        )

    @cached_property
    def all(self) -> frozenset[str]:
        """Everything that its tokens can be matched by."""
        return frozenset().union(*self.features) | {f"n:{word}" for word in self.carried}

    @cached_property
    def _told(self) -> dict[int, str]:
        """The type of event that a word tells of, by its place."""
        found = self.marked.scan_table(TRIGGERS)
        return {index: senses[0].type for senses, first, after in found for index in range(first, after)}

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Places of what stands in quotation marks."""
        return quoted(self.marked.tokens)

    def of_kind(self, kind: AtomKind) -> Iterator[Atom]:
        """Its atoms of one kind."""
        return (atom for atom in self.atoms if atom.kind == kind)


def said(text: str, sentence: Sentence, lexicon: Lexicon, published: Bounds | None) -> Said:
    """Read one sentence.

    Args:
        text: of the document.
        sentence: its tokens.
        lexicon: the tables of its language.
        published: when the document came out; `None` leaves "last April" open.
    """
    marked = mark(sentence, lexicon)
    dates = whens(marked.tokens, lexicon.language, published)
    return Said(
        text=" ".join(text[sentence.start : sentence.end].split()),
        marked=marked,
        atoms=tuple(atoms_of(marked, dates)),
    )


def with_opening_name(said: Said, known: Collection[str]) -> Said:
    """The sentence with its first word as a name, where it is a word of a name that is known from elsewhere."""
    index = next((i for i, token in enumerate(said.marked.tokens) if token.is_word), None)
    if index is None or any(atom.first <= index < atom.after for atom in said.atoms):
        return said
    token = said.marked.tokens[index]
    word = said.marked.words[index]
    if not token.is_capital or word not in known or said.marked.is_one_of(index, SILENT):
        return said
    return Said(
        text=said.text,
        marked=said.marked,
        atoms=(*said.atoms, Atom("name", (word,), index, index + 1, token.text)),
        carried=said.carried,
    )


def stem(word: str) -> str:
    """The beginning of a word by which its forms meet."""
    bare = word[:-1] if len(word) > 3 and word.endswith("s") else word
    return bare[:_STEM]


def _features(marked: Marked, index: int, atom: Atom | None, told: dict[int, str]) -> Iterator[str]:
    token, word = marked.tokens[index], marked.words[index]
    if atom is not None:
        yield from atom_features(atom)
        if atom.kind == "name":
            yield f"n:{word.removesuffix(chr(39) + 's')}"
            yield f"s:{stem(word)}"
        elif atom.kind == "number":
            yield from (f"s:{stem(part)}" for part in re.split("[-‑]", word)[1:])
        return
    if not token.is_word or marked.is_one_of(index, SILENT) or len(word) < 3:
        return
    yield from (f"s:{stem(part)}" for part in re.split("[-‑]", word) if len(part) > 2)
    if index in told:
        yield f"t:{told[index]}"
    for group in marked.classes[index]:
        yield f"g:{group}"


def atom_features(atom: Atom) -> Iterator[str]:
    """What an atom can be matched by: its value, and of a date its parts."""
    value = atom.value
    if isinstance(value, Edtf):
        yield f"a:date:{value.text}"
        first, last = value.bounds.earliest, value.bounds.latest
        if first and last and first.year == last.year:
            yield f"a:year:{first.year}"
            if first.month == last.month:
                yield f"a:month:{first.month}"
    elif atom.kind != "name":
        yield f"a:{atom.kind}:{value}"
