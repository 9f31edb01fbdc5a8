import pytest

from legation.errors import CaseDamagedError, DateError, LegationError, error_of


@pytest.mark.parametrize("kind", [LegationError, DateError, CaseDamagedError])
def test_a_stored_code_gives_its_error_back(kind: type[LegationError]) -> None:
    error = error_of(kind.code, "it broke: mend it", item="list.pdf")
    assert (type(error), error.message, error.item) == (kind, "it broke: mend it", "list.pdf")


def test_a_code_of_another_version_is_an_error_all_the_same() -> None:
    assert type(error_of("melted", "it melted: cool it")) is LegationError
