from __future__ import annotations

import pyarrow as pa
import pytest

from legation.engines.registers.schema import FORMS, conformed, forms_of, known_records_of, records_of
from tests.engines.registers.invented import of_rows, register


@pytest.mark.parametrize(
    "rows",
    [
        register(120),
        of_rows({"id": "a", "name": "?"}, {"id": "b", "name": "Ostap", "mission": "XV/XB"}),
        of_rows({"id": "a", "name": "ZVOREBENKO O. M.", "family": "Zvorebenko", "born": "1970-01"}),
        of_rows({"id": "a", "name": "Ostap Zvorebenko"}).slice(1),
    ],
)
def test_a_record_whose_name_was_read_before_is_the_same_record(rows: pa.Table) -> None:
    rows = conformed(rows)
    records = list(records_of(rows))
    known = pa.Table.from_arrays([*rows.columns, *forms_of(records)], names=[*rows.schema.names, *FORMS.names])
    assert list(known_records_of(known)) == records
    assert list(known_records_of(known.slice(1))) == records[1:]
