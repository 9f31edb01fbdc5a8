from __future__ import annotations

import copy
import gc
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from legation.model.quick import changed, collection_rested, maker, quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    name: str
    page: int | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    name: str
    page: int | None = None


@quick
@dataclass(frozen=True, slots=True)
class Placed:
    first: int
    after: int = 9


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    page: int

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError("pages count from 1")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Further(Quick):
    line: int = 1


def test_a_value_made_quickly_is_like_any_other() -> None:
    value = Quick(name="Ilo", page=3)
    assert (repr(value), hash(value)) == (repr(Plain(name="Ilo", page=3)).replace("Plain", "Quick"), hash(("Ilo", 3)))
    assert value == replace(Quick(name="Ada", page=3), name="Ilo")
    assert Quick(name="Ilo").page is None
    assert copy.copy(value) == pickle.loads(pickle.dumps(value)) == value


def test_it_is_frozen_and_takes_its_own_keywords_only() -> None:
    value = Quick(name="Ilo")
    with pytest.raises(FrozenInstanceError):
        value.name = "Ada"  # type: ignore[misc]
    for wrong in ({}, {"name": "Ilo", "pages": 3}):
        with pytest.raises(TypeError, match="argument"):
            Quick(**wrong)  # type: ignore[arg-type]


def test_a_value_of_a_class_below_another_is_made_with_the_fields_of_both() -> None:
    value = Further(name="Ilo", line=4)
    assert (value.name, value.page, value.line) == ("Ilo", None, 4)
    assert isinstance(value, Quick)
    with pytest.raises(FrozenInstanceError):
        value.line = 5  # type: ignore[misc]


@pytest.mark.parametrize("kind", [Quick, Further])
def test_a_maker_makes_what_a_call_of_the_class_makes(kind: type[Quick]) -> None:
    made = maker(kind)(name="Ilo", page=3)
    assert (type(made), made, hash(made)) == (kind, kind(name="Ilo", page=3), hash(kind(name="Ilo", page=3)))
    assert maker(kind)(name="Ilo") == kind(name="Ilo")
    with pytest.raises(FrozenInstanceError):
        made.page = 4  # type: ignore[misc]
    with pytest.raises(TypeError, match="argument"):
        maker(kind)()


def test_a_maker_makes_nothing_that_the_class_would_refuse() -> None:
    with pytest.raises(ValueError, match="count from 1"):
        maker(Checked)(page=0)


def test_what_is_given_by_place_stays_so_with_what_is_usual_behind() -> None:
    assert Placed(1) == Placed(1, 9) == Placed(after=9, first=1)
    assert replace(Placed(1), after=2) == Placed(1, 2)
    with pytest.raises(TypeError, match="argument"):
        Placed()  # type: ignore[call-arg]


def test_what_a_class_checks_is_still_checked() -> None:
    with pytest.raises(ValueError, match="count from 1"):
        Checked(page=0)


def test_a_class_that_it_would_change_is_refused() -> None:
    with pytest.raises(TypeError, match="no slot"):
        quick(dataclass(frozen=True, kw_only=True)(type("Loose", (), {"__annotations__": {"name": str}})))
    made = type("Made", (), {"__annotations__": {"names": list}, "names": field(default_factory=list)})
    with pytest.raises(TypeError, match="simply given"):
        quick(dataclass(frozen=True, slots=True, kw_only=True)(made))
    mixed = type("Mixed", (), {"__annotations__": {"name": str, "page": int}, "page": field(kw_only=True)})
    with pytest.raises(TypeError, match="all by keyword or all by place"):
        quick(dataclass(frozen=True, slots=True)(mixed))


def test_a_changed_value_keeps_its_other_fields_and_its_checks() -> None:
    value = Quick(name="Ilo", page=3)
    assert changed(value, page=None) == replace(value, page=None) == Quick(name="Ilo")
    assert changed(Placed(4), after=7) == Placed(4, 7)
    assert changed(Checked(page=1), page=2) == Checked(page=2)
    with pytest.raises(ValueError, match="from 1"):
        changed(Checked(page=1), page=0)
    with pytest.raises(TypeError):
        changed(value, pages=1)


def test_garbage_is_not_searched_for_until_the_work_is_done() -> None:
    assert gc.isenabled()
    with collection_rested():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="unreadable"), collection_rested():
        raise ValueError("unreadable")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collection_rested():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
