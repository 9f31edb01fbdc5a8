"""Invented Ukrainian and Belarusian names and how their states' standards spell them, written from the standards."""

from __future__ import annotations

import random
import re

from tests.language.names.romanizing import Rules, Speller, speller

_UKRAINIAN_MEN = "Сергій Андрій Олексій Дмитро Михайло Микола Юрій Євген Ігор Віталій Федір Петро Захар Ілля Яків Олег"
_UKRAINIAN = (
    "гнат щерб їж вельт бойк жур криш тищ чуй гольб зозул євс яр ґедз хвил лаг дзюб",
    "ен ур ич ощ ян іл ух ець ав ій",
    "енко чук ський ів ило юк ак ій ць",
)
_BELARUSIAN_MEN = "Сяргей Андрэй Аляксей Дзмітрый Міхаіл Мікалай Юрый Яўген Ігар Віталь Фёдар Пётр Захар Ілья Якаў Алег"
_BELARUSIAN = (
    "гнат вельт бойк жур крыш ціш чуй гольб зязюл яўс яр хвіл лаг дзюб рыж цвят воўк",
    "ен ур ыч ош ян іл ух ец аў ік",
    "энка чук скі аў оў юк ак ін віч",
)
_UNHEARD = re.compile("й[аеёиоуыэюяєії]|йй|ь[ьчціїы]|ґґ|ыэ|аа|яя|[цклнгў]э|[уіў]ў|чь")
"""Letters that don't follow each other in either language."""
_AFTER_A_VOWEL = r"(?:(?<=^)|(?<=[аеёиоуыэюяєіїьў’']))"
_CONSONANT = "(?<=[бвгґджзклмнпрстфхцчшщ])"


def invented_of(language: str, count: int, seed: int) -> list[tuple[str, str]]:
    """Given and family names of one language, all different."""
    men, parts = (_UKRAINIAN_MEN, _UKRAINIAN) if language == "uk" else (_BELARUSIAN_MEN, _BELARUSIAN)
    dice = random.Random(seed)
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        family = "".join(dice.choice(part.split()) for part in parts)
        if not _UNHEARD.search(family):
            found[dice.choice(men.split()), family.capitalize()] = None
    return list(found)


_KMU: Rules = [
    ("зг", "zgh"),
    ("^є", "ye"),
    ("^ї", "yi"),
    ("^й", "y"),
    ("^ю", "yu"),
    ("^я", "ya"),
]
_BE_2007: Rules = [
    (_CONSONANT + "е", "ie"),
    (_CONSONANT + "ё", "io"),
    (_CONSONANT + "ю", "iu"),
    (_CONSONANT + "я", "ia"),
    ("ль", "ĺ"),
    ("нь", "ń"),
    ("сь", "ś"),
    ("ць", "ć"),
    ("зь", "ź"),
]
_BE_PASSPORT: Rules = [
    ("^е", "ye"),
    ("^ё", "yo"),
    ("^ю", "yu"),
    ("^я", "ya"),
    (_AFTER_A_VOWEL + "е", "ye"),
]

STANDARDS: dict[str, tuple[str, Speller]] = {
    "Ukraine 2010": (
        "uk",
        speller(
            {"г": "h", "ґ": "g", "е": "e", "є": "ie", "ж": "zh", "и": "y", "і": "i", "ї": "i", "й": "i", "х": "kh"}
            | {"ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": ""},
            _KMU,
        ),
    ),
    "Belarus 2007": (
        "be",
        speller(
            {"г": "h", "е": "je", "ё": "jo", "ж": "ž", "і": "i", "й": "j", "ў": "ŭ", "х": "ch", "ц": "c", "ч": "č"}
            | {"ш": "š", "ы": "y", "э": "e", "ю": "ju", "я": "ja", "ь": ""},
            _BE_2007,
        ),
    ),
    "Belarusian passports": (
        "be",
        speller(
            {"г": "h", "е": "ie", "ё": "io", "ж": "zh", "і": "i", "й": "i", "ў": "u", "х": "kh", "ц": "ts", "ч": "ch"}
            | {"ш": "sh", "ы": "y", "э": "e", "ю": "iu", "я": "ia", "ь": ""},
            _BE_PASSPORT,
        ),
    ),
}
"""The language of each standard, and how it spells a word."""
