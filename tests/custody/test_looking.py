from __future__ import annotations

import gzip
import io

import pytest

from legation.pipeline.keeping.looking import Names, texts_in

NAMES = Names.of(["Dario VELTRAN"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("before", [0, (1 << 20) - 6, (3 << 20) - 10])
def test_a_name_is_found_wherever_it_stands_in_a_file_and_packed_too(encoding: str, before: int) -> None:
    data = b". " * (before // 2) + "Veltrán, Dario".encode(encoding)
    for file in (io.BytesIO(data), io.BytesIO(gzip.compress(data, 1))):
        assert any(map(NAMES.stand_in, texts_in(file)))


def test_a_packed_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    packed = gzip.compress(b"Dario Veltran " * 10_000 + bytes(range(256)) * 4_000)
    assert any(map(NAMES.stand_in, texts_in(io.BytesIO(packed[:-20]))))


def test_a_single_word_that_is_printed_is_nobodys_for_certain_and_one_that_is_given_is() -> None:
    printed, given = Names.of(["Dario Veltran"], ["Petrov", "D. Petrov"]), Names.of(["Petrov"], ["Petrov"])
    assert not printed.stand_in("Ms Anna Petrov")
    assert printed.rare_word_in("Ms Anna Petrov")
    assert printed.stand_in("Petrov, D.")
    assert given.stand_in("Ms Anna Petrov")
