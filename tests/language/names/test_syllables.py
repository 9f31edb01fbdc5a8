"""Names in Chinese and Korean writing are split at their syllables, and are possibly a Latin spelling's."""

import pytest

from legation.language.names import compare, parse_name
from legation.language.names.comparing import Verdict


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("王小明", "王", "小明"),
        ("欧阳云帆", "欧阳", "云帆"),
        ("김도윤", "김", "도윤"),
        ("남궁도윤", "남궁", "도윤"),
        ("李明", "李", "明"),
    ],
)
def test_a_name_without_a_space_is_split_behind_its_family_name(text: str, family: str, given: str) -> None:
    parts = parse_name(text)
    assert (parts.family, parts.given, parts.basis) == (family, given, "characters")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("王小明", "WANG Xiaoming", "possible"),
        ("王小明", "Wang Hsiao-ming", "possible"),
        ("王小明", "Wang Xiaohong", "different"),
        ("欧阳云帆", "Ouyang Yunfan", "possible"),
        ("김도윤", "Kim Do-yun", "possible"),
        ("김도윤", "KIM Toyun", "possible"),
        ("노도윤", "Roh Doyoon", "possible"),
        ("이정석", "Lee Jung-suk", "possible"),
        ("이정석", "Ri Jong Sok", "possible"),
        ("김도윤", "Pak Do-yun", "different"),
        ("王小明", "王小明", "same"),
        ("王小明", "李小明", "different"),
    ],
)
def test_syllables_tell_as_much_as_they_keep(a: str, b: str, verdict: Verdict) -> None:
    assert compare(a, b).verdict == verdict
