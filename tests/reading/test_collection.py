from __future__ import annotations

import gc

import pytest

from legation.reading.collection import collection_rested


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
