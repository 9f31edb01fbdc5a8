from __future__ import annotations

from datetime import UTC, datetime

import pytest

from legation.archive.dialects.moments import middle


@pytest.mark.parametrize(
    ("digits", "moment"),
    [
        ("2022", datetime(2022, 7, 2, 12, tzinfo=UTC)),
        ("202202", datetime(2022, 2, 15, tzinfo=UTC)),
        ("20220204", datetime(2022, 2, 4, 12, tzinfo=UTC)),
        ("202202041030", datetime(2022, 2, 4, 10, 30, 30, tzinfo=UTC)),
        ("20220204103000", datetime(2022, 2, 4, 10, 30, tzinfo=UTC)),
        ("20220230", None),
        ("202", None),
    ],
)
def test_digits_mean_the_middle_of_what_they_name(digits: str, moment: datetime | None) -> None:
    assert middle(digits) == moment
