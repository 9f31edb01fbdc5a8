"""Who is in the demo case: invented persons of an invented state, in Cyrillic, and two ways to write them in Latin."""

from __future__ import annotations

import random
from dataclasses import dataclass

FAMILIES = """
Агарцев Балдуев Бересневин Бродягин Валуйцев Верескин Ветлужин Вишнецов Гладышин Голубятов Горенин Гридасов Дворецков
Дегтев Домнышев Дубровцев Ельнев Ерастин Жаворонин Желудев Забелышев Загорцев Зарубежин Звенягин Зимородов Ивняков
Изгорцев Калитвин Карасинский Кленовцев Клюквин Ковылев Колокольцын Копейников Кречетников Кряквин Кудельский Ладыгов
Лебяжин Листвянин Лугинин Маковеев Медуницын Можжев Мурашов Невельцев Незабудов Облепихин Овсюгов Озеринский Осокорин
Острожин Пескарев Плетнецов Подорожин Полынцев Пороховин Ракитов Ржанов Рогозцев Родниковский Росинцев Рябинцев Саврасин
Свирельников Скворчев Смолянцев Снегирин Сосновцев Стрижевский Сурепкин Тальников Терновцев Тихомятов Туманцев Удальчев
Филинцев Хвощев Холмянин Черемушин Чибисцев Шелестов Щеглецов Ягодцев Ясенцев
"""
MEN = "Вадим Глеб Лев Родион Тимур Фёдор Ярослав Савелий Макар Игнат Денис Кирилл Антон Роман Олег Павел"
WOMEN = "Ксения Вера Алла Нина Тамара Зоя Инна Раиса"
FATHERS = "Борисов Львов Глебов Семёнов Петров Романов Захаров Юрьев Тихонов Марков Егоров Фёдоров"

LETTERS = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
ENGLISH = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya"
FRENCH = "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch _ y _ e iou ia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An invented person of the invented state, in Cyrillic."""

    family: str
    given: str
    father: str
    woman: bool

    @property
    def surname(self) -> str:
        """The family name in the form that the person bears."""
        if not self.woman:
            return self.family
        return self.family[:-2] + "ая" if self.family.endswith("ий") else self.family + "а"

    @property
    def patronymic(self) -> str:
        """The father's name in the form that the person bears."""
        return self.father + ("на" if self.woman else "ич")


def english(word: str) -> str:
    """A Cyrillic word as an English page of the mission writes it."""
    return _romanized(word, ENGLISH)


def french(word: str) -> str:
    """A Cyrillic word as a French-speaking protocol office writes it."""
    latin = _romanized(word, FRENCH).replace("iï", "i")
    return latin + "e" if word.endswith(("ин", "ын")) else latin


def _romanized(word: str, letters: str) -> str:
    table = dict(zip(LETTERS.split(), letters.split(), strict=True))
    latin = "".join(table.get(letter, letter) for letter in word.lower()).replace("_", "")
    return latin[:1].upper() + latin[1:]


def figures(chance: random.Random) -> list[Figure]:
    """All invented persons of the sending state, in an order of their own."""
    families = FAMILIES.split()
    chance.shuffle(families)
    return [
        Figure(
            family=family,
            given=chance.choice((WOMEN if woman else MEN).split()),
            father=chance.choice(FATHERS.split()),
            woman=woman,
        )
        for family in families
        for woman in [chance.random() < 0.2]
    ]
