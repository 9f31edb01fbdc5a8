"""Is each name that a draft prints one that the case prints, letter for letter?

A name that the case spells otherwise is told with the nearest known spelling: it may be a slip, another romanization or
somebody else, and a reader decides. A family name with another given name is somebody else until a source says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from legation.analysis.drafts.agreeing import sounds
from legation.analysis.drafts.atoms import Atom
from legation.analysis.drafts.nearest import Known
from legation.analysis.drafts.reading import Said
from legation.extraction.news.lexicon import MISSIONS, PEOPLE
from legation.language.names import compare
from legation.model.drafts import DraftPoint, Ground
from legation.vocabulary.press import folded

_SHORTEST = 4
_ALIKE = 74.0
"""From which likeness of two words (0..100) on one may be meant for the other."""
_ENDINGS = 2
"""Letters by which a name may be longer than its usual form, in languages that inflect it."""
_POSTS = (PEOPLE, MISSIONS, "government", "post", "title", "institution")


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names that a case prints."""

    words: frozenset[str]
    """Every word of its sentences."""
    small: frozenset[str]
    """The words that it prints without a capital."""
    of_name: dict[str, tuple[str, Ground]]
    """For each word of a name, the fullest name that has it, as printed, with its place."""
    full: dict[str, tuple[tuple[str, ...], ...]]
    """For each last word of a name, the names that end with it, as folded words."""
    offices: frozenset[str]
    """Words that say what somebody is, and are printed with a capital before a name."""

    @staticmethod
    def of(known: Iterable[Known]) -> Names:
        """The names in these sentences."""
        words: set[str] = set()
        small: set[str] = set()
        offices: set[str] = set()
        of_name: dict[str, tuple[str, Ground]] = {}
        full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for each in known:
            marked = each.said.marked
            for token in marked.tokens:
                if token.is_word:
                    words.update({token.folded, *token.folded.replace("-", " ").split()})
                    if not token.is_capital:
                        small.add(token.folded)
            offices.update(word for i, word in enumerate(marked.words) if marked.may_open(i, _POSTS))
            for atom in each.said.of_kind("name"):
                value = atom.words
                for word in value:
                    if word not in of_name or len(atom.text.split()) > len(of_name[word][0].split()):
                        of_name[word] = (atom.text, each.ground)
                if value:
                    full[value[-1]].add(value)
        by_last = {word: tuple(all_) for word, all_ in full.items()}
        return Names(frozenset(words), frozenset(small), of_name, by_last, frozenset(offices))

    def without_given(self, family: str) -> bool:
        """Whether the case prints a family name, and only alone or behind an office."""
        known = self.full.get(family, ())
        return bool(known) and all(len(full) == 1 or set(full[:-1]) <= self.offices for full in known)

    def has(self, word: str) -> bool:
        """Whether the case prints a word, or the word without an ending."""
        return word in self.words or any(
            word[:-ending] in self.of_name for ending in range(1, _ENDINGS + 1) if len(word) - ending >= _SHORTEST
        )


def name_point(said: Said, atom: Atom, names: Names) -> DraftPoint | None:
    """What is wrong with how a name is printed; nothing where the case prints it so."""
    value = atom.words
    for word in value:
        if not names.has(word):
            near = _nearest(word, names)
            if near is not None and near[1].derived and compare(atom.text, near[0]).verdict == "same":
                continue  # a list in another language prints it by another convention
            if near is not None:
                return DraftPoint(kind="name", printed=atom.text, verdict="differs", says=near[0], ground=near[1])
            if word != value[-1] and names.without_given(value[-1]):
                continue  # the case gives nobody of that family name a given name
            if len(word) >= _SHORTEST and word not in names.small:
                return DraftPoint(kind="name", printed=atom.text, verdict="unsupported")
    return _other_given(said, atom, value, names)


def opening_point(said: Said, names: Names) -> DraftPoint | None:
    """A sentence's first word that is nearly a name of the case."""
    token = next((token for token in said.marked.tokens if token.is_word), None)
    if token is None or any(atom.first == said.marked.tokens.index(token) for atom in said.atoms):
        return None
    word = folded(token.text).removesuffix("'s")
    if not token.is_capital or len(word) <= _SHORTEST or names.has(word) or said.marked.classes[0]:
        return None
    near = _nearest(word, names, _ALIKE + 6)
    if near is None:
        return None
    return DraftPoint(kind="name", printed=token.text, verdict="differs", says=near[0], ground=near[1])


def _nearest(word: str, names: Names, least: float = _ALIKE) -> tuple[str, Ground] | None:
    """The name with the word that is most like this one, by letters or by sound."""
    if len(word) < _SHORTEST:
        return None
    heard_as = sounds(word)
    alike = process.extractOne(word, names.of_name.keys(), scorer=fuzz.ratio, score_cutoff=least)
    if alike is not None and alike[0][0] != word[0] and alike[1] < least + 8:
        alike = None
    if alike is not None:
        return names.of_name[alike[0]]
    heard = next((known for known in names.of_name if not heard_as.isdisjoint(sounds(known))), None)
    return names.of_name[heard] if heard else None


def _other_given(said: Said, atom: Atom, value: Sequence[str], names: Names) -> DraftPoint | None:
    """A known family name with a given name that nobody of that family name has in the case."""
    if len(value) < 2 or value[-1] not in names.full or _is_role(said, atom, value[-2], names):
        return None
    plain = names.small | names.offices
    known = [full for full in names.full[value[-1]] if len(full) > 1 and full[-2] not in plain]
    if not known or any(_fits(value, full) for full in known):
        return None
    printed, ground = names.of_name[value[-1]]
    return DraftPoint(kind="name", printed=atom.text, verdict="differs", says=printed, ground=ground)


def _fits(value: Sequence[str], full: Sequence[str]) -> bool:
    given, known = value[-2], full[-2]
    if given in full or known in value or (given[0] == known[0] and 1 in (len(given), len(known))):
        return True
    return compare(" ".join(value[-2:]), " ".join(full[-2:])).verdict != "different"


def _is_role(said: Said, atom: Atom, word: str, names: Names) -> bool:
    """Whether the word before a family name says what somebody is."""
    if word in names.small:
        return True
    marked = said.marked
    places = [i for i in range(atom.first, atom.after) if marked.words[i] == word]
    return any(marked.may_open(i, _POSTS) or marked.tokens[i].text.isupper() for i in places)


def words_of(names: Iterable[Atom]) -> Iterator[str]:
    """The folded words of names."""
    for atom in names:
        yield from atom.words
