"""Invented Russian names and how each convention spells them, written from the standards and not from our tables.

Each convention is a chain of rewriting rules over the casefolded Cyrillic word; the first that fits at a place wins.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Rules = list[tuple[str, str]]
Speller = Callable[[str], str]

_PLAIN = dict(zip("абвгдзиклмнопрстуф", "abvgdziklmnoprstuf", strict=True))
_SOFT_E = r"(?:(?<=^)|(?<=[аеёиоуыэюяьъ]))"
"""Where е begins with a glide: first, and behind a vowel or a sign."""
_UNHEARD = re.compile("[жшчщц][яюы]|[гкх][ыяю]|[жшчщц]ё|ь[оыь]|ыы|йй")
"""Letters that don't follow each other in Russian names."""
_MEN = "Сергей Андрей Алексей Дмитрий Михаил Николай Юрий Евгений Игорь Виталий Фёдор Пётр Захар Эдуард Илья Яков"
_STEMS = "вельт жум щерб хрум цын чуб шалд рыж зу бал люб тюл гонч еф яр южн лаз фед мух кош пиж дуб сыч выш"
_MIDDLES = "ар ум ик ель ош ян юш ыл яч ещ ух ож ац ень иж ет алт урм инд"
_ENDS = "ов ев ин ский ёв ынин енко юк цев чук ягин ович"


def invented(count: int, seed: int) -> list[tuple[str, str]]:
    """Given and family names, all different."""
    dice = random.Random(seed)
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        stem, middle, end = (dice.choice(one.split()) for one in (_STEMS, _MIDDLES, _ENDS))
        if not _UNHEARD.search(stem + middle + end):
            found[dice.choice(_MEN.split()), (stem + middle + end).capitalize()] = None
    return list(found)


def speller(special: Mapping[str, str], rules: Rules) -> Speller:
    """What writes a word by the first rule that fits at each place, else letter by letter."""
    letters = _PLAIN | dict(special)
    compiled = [(re.compile(pattern), made) for pattern, made in rules]

    def spelled(word: str) -> str:
        low, made, at = word.lower(), "", 0
        while at < len(low):
            for pattern, text in compiled:
                if (hit := pattern.match(low, at)) is not None:
                    made, at = made + text, at + len(hit[0])
                    break
            else:
                made, at = made + letters[low[at]], at + 1
        return made[:1].upper() + made[1:]

    return spelled


_ENGLISH = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""}
_HACEK = {"ж": "ž", "ч": "č", "ш": "š", "щ": "šč", "ц": "c", "й": "j", "ъ": "", "ь": "", "ю": "ju", "я": "ja", "э": "e"}
_E_JE: Rules = [(_SOFT_E + "е", "je")]

SPELLERS: dict[str, Speller] = {
    "Cyrillic": lambda word: word,
    "BGN/PCGN": speller(
        _ENGLISH | {"е": "e", "ё": "yo", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ь": "’"},
        [(_SOFT_E + "е", "ye")],
    ),
    "press English": speller(
        _ENGLISH | {"е": "e", "ё": "e", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}, [("[иы]й$", "y")]
    ),
    "ICAO 9303": speller(
        _ENGLISH | {"е": "e", "ё": "e", "й": "i", "ы": "y", "э": "e", "ю": "iu", "я": "ia", "ъ": "ie"}, []
    ),
    "R 52535.1": speller(
        _ENGLISH | {"е": "e", "ё": "e", "й": "i", "ы": "y", "э": "e", "ю": "iu", "я": "ia", "ц": "tc"}, []
    ),
    "GOST 7.79 B": speller(
        _ENGLISH
        | {"е": "e", "ё": "yo", "й": "j", "ы": "y`", "э": "e`", "ю": "yu", "я": "ya", "ь": "`", "х": "x"}
        | {"щ": "shh", "ц": "cz"},
        [("ц(?=[иеыйё])", "c")],
    ),
    "ISO 9": speller(
        _HACEK | {"е": "e", "ё": "ë", "х": "h", "щ": "ŝ", "ы": "y", "ь": "ʹ", "ъ": "ʺ", "э": "è", "ю": "û", "я": "â"},
        [],
    ),
    "German": speller(
        {"в": "w", "е": "e", "ё": "jo", "ж": "sch", "з": "s", "й": "i", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch"}
        | {"щ": "schtsch", "ы": "y", "ь": "", "ъ": "", "э": "e", "ю": "ju", "я": "ja"},
        [*_E_JE, ("[иы]й$", "i"), ("(?<=[жшчщ])ё", "o"), ("(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])", "ss"), ("кс", "x")],
    ),
    "French": speller(
        {"е": "e", "ё": "io", "ж": "j", "й": "ï", "у": "ou", "х": "kh", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch"}
        | {"ы": "y", "ь": "", "ъ": "", "э": "e", "ю": "iou", "я": "ia"},
        [
            ("[иы]й$", "i"),
            (_SOFT_E + "е", "ie"),
            ("ин$", "ine"),
            ("г(?=[еиы])", "gu"),
            ("(?<=[жшчщ])ё", "o"),
            ("(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])", "ss"),
        ],
    ),
    "Polish": speller(
        {
            "в": "w",
            "е": "ie",
            "ё": "io",
            "ж": "ż",
            "й": "j",
            "л": "ł",
            "х": "ch",
            "ц": "c",
            "ч": "cz",
            "ш": "sz",
            "щ": "szcz",
        }
        | {"ы": "y", "ь": "", "ъ": "", "э": "e", "ю": "iu", "я": "ia"},
        [
            *_E_JE,
            ("(?<=[жшчщцл])е", "e"),
            ("(?<=[жшчщ])ё", "o"),
            ("(?<=л)ё", "o"),
            ("(?<=л)ю", "u"),
            ("(?<=л)я", "a"),
            (_SOFT_E + "ё", "jo"),
            (_SOFT_E + "ю", "ju"),
            (_SOFT_E + "я", "ja"),
            ("ль|л(?=[еёиюя])", "l"),
            ("нь", "ń"),
            ("сь", "ś"),
            ("ский$", "ski"),
        ],
    ),
    "Spanish": speller(
        _ENGLISH | {"е": "e", "ё": "io", "й": "i", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "х": "j"},
        [("[иы]й$", "i"), ("г(?=[еи])", "gu"), (_SOFT_E + "е", "ye")],
    ),
    "Dutch": speller(
        {"е": "e", "ё": "jo", "ж": "zj", "й": "j", "у": "oe", "х": "ch", "ц": "ts", "ч": "tsj", "ш": "sj", "щ": "sjtsj"}
        | {"ы": "y", "ь": "", "ъ": "", "э": "e", "ю": "joe", "я": "ja"},
        [*_E_JE, ("[иы]й$", "i"), ("(?<=[жшчщ])ё", "o")],
    ),
    "Czech": speller(
        _HACEK | {"е": "e", "ё": "jo", "х": "ch", "ы": "y"},
        [*_E_JE, ("(?<=[жшчщ])ё", "o"), ("дь", "ď"), ("ть", "ť"), ("нь", "ň"), ("(?<=[дтн])е", "ě")],
    ),
    "Hungarian": speller(
        {"е": "e", "ё": "jo", "ж": "zs", "й": "j", "с": "sz", "х": "h", "ц": "c", "ч": "cs", "ш": "s", "щ": "scs"}
        | {"ы": "i", "ь": "", "ъ": "", "э": "e", "ю": "ju", "я": "ja"},
        [*_E_JE, ("(?<=[жшчщ])ё", "o"), ("ль(?=[аоуеиюя])", "l"), ("нь", "ny"), ("ня", "nya"), ("дь", "gy")],
    ),
    "Latvian": speller(
        _HACEK | {"е": "e", "ё": "jo", "х": "h", "ы": "i"},
        [*_E_JE, ("[иы]й$", "ijs"), ("й$", "js"), ("(?<=[жшчщ])ё", "o"), ("ский$", "skis"), ("нь", "ņ"), ("ко$", "ko")],
    ),
    "Lithuanian": speller(
        _HACEK | {"е": "e", "ё": "io", "х": "ch", "ы": "y"},
        [*_E_JE, ("ский$", "skis"), ("ий$", "ijus"), ("ей$", "ejus"), ("ай$", "ajus"), ("(?<=[жшчщ])ё", "o")],
    ),
}
"""How each convention spells a word."""


def in_latvian(word: str) -> str:
    """With the ending of the nominative, which consonants take."""
    made = SPELLERS["Latvian"](word)
    return made if made[-1] in "aeious" else made + "s"


def in_lithuanian(word: str) -> str:
    """With the ending of the nominative, which consonants take."""
    made = SPELLERS["Lithuanian"](word)
    return made if made[-1] in "aeious" else made + "as"
