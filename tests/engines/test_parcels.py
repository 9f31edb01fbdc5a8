import os
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.engines import parcels
from legation.engines.parcels import make_parcel, open_parcel
from legation.errors import DamagedInputError
from legation.model.listings import LineAccount
from tests import make


@given(st.lists(st.text(max_size=5), max_size=4))
def test_a_value_comes_out_as_it_went_in(names: list[str]) -> None:
    roster = make.roster("2020-01-01", *({"name": name, "date": "2019-03-01"} for name in names))
    assert open_parcel(make_parcel(("value", roster))) == ("value", roster)


class _Stranger:
    """A value that no reader gives."""


@pytest.mark.parametrize("value", [os.system, _Stranger(), pickle.loads])
def test_what_no_reader_gives_is_refused(value: object) -> None:
    with pytest.raises(DamagedInputError):
        open_parcel(pickle.dumps(value))


class _Shortened:
    """A value of ours that lacks fields, as somebody may forge it."""

    def __reduce__(self) -> tuple[object, ...]:
        return parcels._value, (LineAccount, (1, 2))


def test_a_value_with_other_fields_than_ours_is_refused() -> None:
    with pytest.raises(DamagedInputError, match="other fields"):
        open_parcel(pickle.dumps(_Shortened()))
