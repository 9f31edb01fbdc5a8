"""What do the words of a list's headings, labels and columns say? Small tables, looked up by folded words.

Each function answers for one line or one header cell; what is in no table is `None`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, cast

from legation.model.listings import DateKind
from legation.model.parties import MissionType
from legation.vocabulary.folding import fold
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

SectionKind = Literal["staff", "admin", "military", "unit", "outpost"]
ABOUT_MISSIONS = "-"


@cache
def mission_phrases() -> Phrases[str]:
    """Words that name a kind of mission, with its type; `-` for a heading about missions."""
    return Phrases((words, kind) for kind, _, text in rows("missions.tsv") for words in spelled_out(text))


def mission_type(words: Sequence[str]) -> tuple[MissionType, int, int] | None:
    """The first mission word of a line: type, its first word and the word after its last."""
    for kind, first, stop in mission_phrases().scan(words):
        if kind != ABOUT_MISSIONS:
            return cast(MissionType, kind), first, stop
    return None


@cache
def _sections() -> tuple[Phrases[SectionKind], dict[str, SectionKind], tuple[str, ...]]:
    """Headings as phrases, and the endings of words that are headings, with their kinds."""
    whole: list[tuple[tuple[str, ...], SectionKind]] = []
    endings: dict[str, SectionKind] = {}
    for kind, _, text in rows("sections.tsv"):
        section = cast(SectionKind, kind)
        for piece in text.split("|"):
            if "*" in piece:
                for words in spelled_out(piece.replace("*", "")):
                    endings.setdefault(words[-1], section)
            else:
                whole += [(words, section) for words in spelled_out(piece)]
    return Phrases(whole), endings, tuple(endings)


def section_kind(words: Sequence[str]) -> SectionKind | None:
    """The kind of a heading inside a mission's part, where the whole line is one."""
    phrases, endings, every = _sections()
    kind = phrases.whole(words)
    if kind is None and words and len(words) <= 5 and words[-1].endswith(every):
        last = words[-1]
        kind = next((found for ending, found in endings.items() if last.endswith(ending) and last != ending), None)
    return kind


@cache
def contact_labels() -> Phrases[str]:
    """Labels of addresses, hours and the like, with their language."""
    return Phrases((words, language) for language, text in rows("contacts.tsv") for words in spelled_out(text))


@cache
def field_labels() -> Phrases[str]:
    """Labels before a value on a person's own lines, with the field: `name`, `title` or `person`."""
    return Phrases((words, field) for field, _, text in rows("field_labels.tsv") for words in spelled_out(text))


@cache
def post_classes() -> frozenset[str]:
    """Words in the class of an element that say that it holds a post."""
    return frozenset(word for (text,) in rows("post_classes.tsv") for word in text.split())


@cache
def residence_words() -> Phrases[str]:
    """What stands before the city in which somebody lives who is accredited elsewhere."""
    return Phrases((words, language) for language, text in rows("residence_words.tsv") for words in spelled_out(text))


@cache
def vacancies() -> Phrases[str]:
    """What stands where nobody holds a post."""
    return Phrases((words, language) for language, text in rows("vacancies.tsv") for words in spelled_out(text))


def is_vacancy(words: Sequence[str]) -> bool:
    """Whether a line says that nobody holds the post."""
    return vacancies().whole(words) is not None


@cache
def edition_words() -> Phrases[str]:
    """What stands before the day that an edition speaks of."""
    return Phrases((words, language) for language, text in rows("edition_words.tsv") for words in spelled_out(text))


@cache
def date_words() -> Phrases[DateKind]:
    """What a date beside a person is, by the words before it or over its column."""
    return Phrases(
        (words, cast(DateKind, kind)) for kind, _, text in rows("date_words.tsv") for words in spelled_out(text)
    )


@cache
def column_phrases() -> Phrases[str]:
    """Roles of columns by words of their headers; dates have the role `date:KIND`."""
    entries = [(words, role) for role, _, text in rows("columns.tsv") for words in spelled_out(text)]
    dated = [(words, f"date:{kind}") for kind, _, text in rows("date_words.tsv") for words in spelled_out(text)]
    telling = (entry for entry in dated if len("".join(entry[0])) > 4 or "\u3000" < entry[0][0][0] < "\ua000")
    return Phrases([*telling, *entries])


@cache
def middle_names() -> Phrases[str]:
    """Headers of columns of patronymics, with their language; in another one some of them head family names."""
    held = ((language, text) for role, language, text in rows("columns.tsv") if role == "patronymic")
    return Phrases((words, language) for language, text in held for words in spelled_out(text))


@cache
def continued_words() -> tuple[str, ...]:
    """What stands behind a heading that was printed before and goes on, the longest first."""
    words = {each for held, text in rows("heading_words.tsv") if held == "continued" for each in text.split()}
    return tuple(sorted((each.replace("_", " ") for each in words), key=lambda each: (-len(each), each)))


HeadingWord = Literal[
    "towards", "accredited", "accredited-behind", "link", "list", "corps", "heads", "ministry", "consular", "diplomatic"
]


@cache
def heading_words(kind: HeadingWord) -> frozenset[str]:
    """Small words of headings of one kind, folded; of several words, joined by single spaces."""
    return frozenset(
        " ".join(fold(word.replace("_", " ")))
        for held, text in rows("heading_words.tsv")
        if held == kind
        for word in text.split()
    )
