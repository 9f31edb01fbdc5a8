"""Count how often one person, and how often two, show each level of agreement: run in an environment of its own.

Usage: train_with_splink.py PAIRS.csv FIELDS.json. Prints one JSON object: field, level, and the two probabilities.

Each row of PAIRS.csv is one pair whose levels are known already, so that Splink compares integers: both sides of a pair
stand in a table of their own, blocked on a label that they share where the pair is of the wanted sort. No blocking rule
can make more pairs than the file has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import duckdb  # type: ignore[import-not-found]
from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # type: ignore[import-not-found]

MOST_PAIRS = 2_000_000


def comparison(field: str, levels: list[int]) -> dict[str, Any]:
    """A comparison of one field, the best level first, what is unknown left out."""
    known = [
        {"sql_condition": f'"{field}_l" = {level}', "label_for_charts": str(level)}
        for level in sorted(levels, reverse=True)
    ]
    unknown = {"sql_condition": f'"{field}_l" = -1', "label_for_charts": "unknown", "is_null_level": True}
    rest = {"sql_condition": "ELSE", "label_for_charts": "none of them"}
    return {"output_column_name": field, "comparison_levels": [unknown, *known, rest]}


def probabilities(pairs: str, wanted: dict[str, list[int]], *, one_person: bool) -> dict[tuple[str, int], float]:
    """How often pairs of one person, or of two, show each level."""
    connection = duckdb.connect()
    connection.execute("set memory_limit='2GB'; set threads=2; set temp_directory=''")
    shared = "one_person" if one_person else "1 - one_person"
    for side, label in (("here", "pair"), ("there", f"case when {shared} = 1 then pair else -1 - pair end")):
        connection.execute(
            f"create table {side} as select *, pair as unique_id, {label} as label from read_csv('{pairs}')"
        )
    count = connection.execute("select count(*), count(distinct pair) from here").fetchall()[0]
    if count[0] != count[1] or count[0] > MOST_PAIRS:
        raise SystemExit(f"{count[0]} rows of {count[1]} pairs: each pair once, {MOST_PAIRS} at most")
    settings = SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=[block_on("label")],
        comparisons=[comparison(field, levels) for field, levels in wanted.items()],
    )
    api = DuckDBAPI(connection)
    linker = Linker([api.register("here"), api.register("there")], settings)
    linker.training.estimate_m_from_label_column("label")
    return {
        (one["output_column_name"], int(level["label_for_charts"])): level["m_probability"]
        for one in linker.misc.save_model_to_json()["comparisons"]
        for level in one["comparison_levels"]
        if level["label_for_charts"].lstrip("-").isdecimal() and isinstance(level.get("m_probability"), float)
    }


def main(pairs: str, fields: str) -> None:
    """Count, and print what was found."""
    wanted: dict[str, list[int]] = json.loads(Path(fields).read_text(encoding="utf-8"))
    one, two = (probabilities(pairs, wanted, one_person=same) for same in (True, False))
    levels = [
        {"field": field, "level": level, "m": one.get((field, level)), "u": two.get((field, level))}
        for field, found in wanted.items()
        for level in found
    ]
    print(json.dumps({"levels": levels}))


if __name__ == "__main__":
    main(*sys.argv[1:])
