"""Which state or organization does a name name? Official names in many languages, as a whole or inside a text.

Names come from CLDR, from the table of other official names, and from a case's own states. A name that is in none of
them has no code; nothing is guessed from likeness, but for the endings of a case: in Slavic languages where asked for,
and behind a form of state in that form's language alone (`Republika Austrii`, but not `Republic of Sudania`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from legation.vocabulary.adjectives import state_of_adjective
from legation.vocabulary.cldr import LANGUAGES, territories
from legation.vocabulary.declension import stem
from legation.vocabulary.endings import forms
from legation.vocabulary.folding import fold
from legation.vocabulary.state_forms import form_before, stands_beside, without_forms
from legation.vocabulary.tables import rows, spelled_out

ORGANIZATIONS = frozenset({"EU", "NATO", "UN", "OSCE", "COE", "AFU"})
"""Codes of organizations to which missions are accredited."""

Words = tuple[str, ...]
_LONGEST = 9
_SHORT = 3
"""Letters of a stem that may be a word of its own: `dan`."""
_CASE_ENDINGS = "аеиоуыэюяиьіjyaeiou"
_WITH_FORMS = ("de", "pl", "ru", "uk")
"""Languages for which the table of endings gives every form of a name; of the others only the endings are known."""
_NO_STATE = ""
"""What a name of another entity has for a code, so that no part of it is taken for a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A state's name inside a text: its code, and its first word and the word after its last."""

    code: str
    first: int
    stop: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names of states and organizations; immutable."""

    own: Mapping[Words, str] = field(default_factory=dict)
    """Folded names that a case adds."""
    own_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    """Languages in whose names and cases states are also looked up."""

    @staticmethod
    def default() -> Gazetteer:
        """The gazetteer without any case's own states."""
        return _default()

    def with_states(self, rows: Iterable[Sequence[str]]) -> Gazetteer:
        """This gazetteer with a case's states added: rows of a code and the state's names, in any language."""
        own, names = dict(self.own), dict(self.own_names)
        for code, *given in rows:
            kept = tuple(name.strip() for name in given if name and name.strip())
            names[code] = (*names.get(code, ()), *kept)
            own.update({fold(name): code for name in kept if fold(name)})
        return Gazetteer(own, names, self.languages)

    def speaking(self, languages: Sequence[str]) -> Gazetteer:
        """This gazetteer with the names and cases of further languages."""
        return _speaking(self, tuple(dict.fromkeys((*self.languages, *languages))))

    def find(self, text: str, language: str | None = None) -> str | None:
        """The code of the state or organization that the whole text names, in any language; `None` for no name.

        `KONGO, DEMOKRATISCHE REPUBLIK`, `Republic of X` and `Congo (Republic of the)` are found as well as short names.
        """
        for words in _readings(text):
            code = self._whole(words, language)
            if code is not None:
                return code or None
        return None

    def find_within(
        self, words: Sequence[str], language: str | None = None, *, inflected: bool = False
    ) -> tuple[Found, ...]:
        """States named inside folded words, longest names first come; `inflected` also takes names in a Slavic case."""
        found, at = [], 0
        while at < len(words):
            hit = self._longest(words, at, language, inflected=inflected)
            if hit is None:
                at += 1
            else:
                at = hit.stop
                found.extend([hit] if hit.code != _NO_STATE else [])
        return tuple(found)

    def names(self, code: str, language: str = "en") -> tuple[str, ...]:
        """The names of a state in a language, the usual one first; the case's own and other official ones behind."""
        usual = territories(language).get(code)
        given = (*((usual,) if usual else ()), *self.own_names.get(code, ()), *_official_names().get(code, ()))
        return tuple(dict.fromkeys(given))

    def label(self, code: str, language: str = "en") -> str:
        """The usual name of a state in a language; the code itself where there is none."""
        return next(iter(self.names(code, language)), code)

    def _whole(self, words: Words, language: str | None) -> str | None:
        named = self._exact(words, language)
        if named is not None:
            return named
        for bare, spoken in without_forms(words):
            # Behind a form of state a name may stand in a case: `Republika Austrii`.
            named = self._exact(bare, language) or self._declined(bare, spoken)
            if named is not None:
                return named
        return None

    def _declined(self, words: Words, languages: Sequence[str]) -> str | None:
        for each in languages:
            key = _case_key(words, each)
            own = (code for code, names in self.own_names.items() if any(key in _case_keys(one, each) for one in names))
            code = next(own, None) or _in_cases(each).get(key)
            if code is not None:
                return code
        return None

    def _exact(self, words: Words, language: str | None) -> str | None:
        if not words:
            return None
        if words in _no_states() and words not in self.own:
            return _NO_STATE
        known = self.own.get(words) or _official().get(words) or _in_languages(words, language)
        named = known or next((code for each in self.languages if (code := _in_language(each).get(words))), None)
        return named or _with_adjective(words)

    def _longest(self, words: Sequence[str], at: int, language: str | None, *, inflected: bool) -> Found | None:
        for stop in range(min(len(words), at + _LONGEST), at, -1):
            part = tuple(words[at:stop])
            code = self._exact(part, language)
            if code is None and inflected:
                spoken = form_before(words, at)
                code = self._by_stem(part) if spoken is None else self._declined(part, spoken)
            if code is not None:
                return Found(code=code, first=at, stop=stop)
        return None

    def _by_stem(self, words: Words) -> str | None:
        stems = _stems(words)
        if stems is not None and (stems != words or max(map(len, stems)) > _SHORT):
            own = {_stems(name): code for name, code in self.own.items()}
            if code := own.get(stems) or _slavic_stems().get(stems):
                return code
        return next((code for each in self.languages if (code := _by_language_stem(words, each))), None)


@cache
def _default() -> Gazetteer:
    return Gazetteer()


@lru_cache(maxsize=256)
def _speaking(gazetteer: Gazetteer, languages: tuple[str, ...]) -> Gazetteer:
    return gazetteer if languages == gazetteer.languages else replace(gazetteer, languages=languages)


def _by_language_stem(words: Words, language: str) -> str | None:
    stems = stem(words, language)
    return None if stems is None else _stems_in(language).get(stems)


@cache
def _stems_in(language: str) -> dict[Words, str]:
    found: dict[Words, str] = {}
    clashes = set()
    named = [(fold(name), code) for code, name in territories(language).items()]
    for words, code in [*named, *_official().items()]:
        stems = stem(words, language)
        if stems is not None and found.setdefault(stems, code) != code:
            clashes.add(stems)
    return {stems: code for stems, code in found.items() if stems not in clashes and max(map(len, stems)) > 2}


@cache
def _official_names() -> dict[str, tuple[str, ...]]:
    return {code: tuple(name.strip() for name in names.split("|")) for code, names in rows("states.tsv")}


@cache
def _official() -> dict[Words, str]:
    found: dict[Words, str] = {}
    for code, names in _official_names().items():
        for name in names:
            found.setdefault(fold(name), code)
    return found


@cache
def _in_language(language: str) -> Mapping[Words, str]:
    return {fold(name): code for code, name in territories(language).items()}


@cache
def _in_languages(words: Words, language: str | None) -> str | None:
    asked = (language, *LANGUAGES) if language is not None and language not in LANGUAGES else LANGUAGES
    return next((code for each in asked if (code := _in_language(each).get(words))), None)


def _readings(text: str) -> Iterator[Words]:
    """The words of a text, then without a bracket or an inversion: `Congo (Republic of the)`, `KOREA, REPUBLIK`."""
    yield fold(text)
    head, comma, tail = text.partition(",")
    if comma:
        yield fold(f"{tail} {head}")
    head, bracket, tail = text.partition("(")
    if bracket and head.strip():
        yield fold(f"{tail} {head}")
        yield fold(head)


@cache
def _no_states() -> frozenset[Words]:
    return frozenset(words for _, text in rows("no_states.tsv") for words in spelled_out(text))


@cache
def _in_cases(language: str) -> dict[Words, str]:
    """Names of states in the cases of a language; what two states share is left out."""
    if language not in _WITH_FORMS:
        return _stems_in(language)
    found: dict[Words, str] = {}
    clashes = set()
    named = [*territories(language).items(), *((code, one) for code, all_ in _official_names().items() for one in all_)]
    for code, name in named:
        for key in _case_keys(name, language):
            if found.setdefault(key, code) != code:
                clashes.add(key)
    return {key: code for key, code in found.items() if key not in clashes}


def _case_key(words: Words, language: str) -> Words:
    """What the cases of a name share: its last word as a whole where all its forms are known, its stems elsewhere."""
    if language in _WITH_FORMS:
        return (*map(_without_vowels, words[:-1]), *words[-1:])
    return stem(words, language) or ()


@lru_cache(maxsize=4096)
def _case_keys(name: str, language: str) -> frozenset[Words]:
    words = fold(name)
    if not words or language not in _WITH_FORMS:
        return frozenset({_case_key(words, language)} - {()})
    last = name.replace("-", " ").split()[-1]
    return frozenset(_case_key((*words[:-1], *fold(form)[-1:]), language) for form in forms("name", language, last))


def _with_adjective(words: Words) -> str | None:
    """The state that a form of state and an adjective name: `Латвийской Республике`, `Repubblica Ellenica`."""
    if len(words) < 2:
        return None
    for form, at in ((words[-1], 0), (words[0], 1)):
        if stands_beside(form) and (found := state_of_adjective(words, at)) is not None:
            code, length = found
            if length == len(words) - 1:
                return code
    return None


@cache
def _stems(words: Words) -> Words | None:
    """The words without the vowels in which cases differ; `None` where too little is left to tell names apart."""
    stems = tuple(_without_vowels(word) for word in words if len(word) > 1)
    told_apart = bool(stems) and max(map(len, stems)) >= 3 and len(words[0]) > 1 and len(words[-1]) > 1
    return stems if told_apart else None


def _without_vowels(word: str) -> str:
    return word.removesuffix("ого").removesuffix("его").rstrip(_CASE_ENDINGS) or word


@cache
def _slavic_stems() -> dict[Words, str]:
    found: dict[Words, str] = {}
    clashes = set()
    named = [(fold(name), code) for each in ("ru", "uk", "pl") for code, name in territories(each).items()]
    for words, code in [*_official().items(), *named]:
        stems = _stems(words)
        if stems is not None and found.setdefault(stems, code) != code:
            clashes.add(stems)
    return {stems: code for stems, code in found.items() if stems not in clashes}
