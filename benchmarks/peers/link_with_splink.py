"""Link a register with Splink and DuckDB alone, for comparison: run in an environment of its own, see `splink.in`.

Usage: link_with_splink.py REGISTER.parquet FOLDER. Prints one JSON line with links and how many are right.

Splink gets what it can compare without knowing conventions: the last word as family name unless a comma or capitals say
otherwise, all in small letters; the sending state and the year. The blocking rules are ones that can't explode.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import duckdb  # type: ignore[import-not-found]
import splink.comparison_library as cl  # type: ignore[import-not-found]
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

PREPARED = """
create table records as
with split as (
    select id as unique_id, person, sending, name, year(first) as year,
        string_split(replace(name, ',', ' ,'), ' ') as tokens
    from read_parquet('{register}')
), families as (
    select *, case
        when contains(name, ',') then split_part(name, ',', 1)
        when tokens[1] = upper(tokens[1]) and len(tokens[1]) > 2 then tokens[1]
        else tokens[-1] end as printed
    from split
)
select unique_id, person, sending, year, lower(strip_accents(printed)) as family,
    lower(strip_accents(trim(split_part(replace(replace(name, printed, ''), ',', ''), '  ', 1)))) as given
from families
"""
LIKELY = 0.5


def main(register: str, folder: str) -> None:
    """Link, and say how it went."""
    start = time.perf_counter()
    connection = duckdb.connect(str(Path(folder) / "splink.duckdb"))
    connection.execute(f"set memory_limit='3GB'; set threads=2; set temp_directory='{folder}'")
    connection.execute(PREPARED.format(register=register))
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("sending", "family"),
            block_on("sending", "given", "substr(family, 1, 3)"),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("family", [0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("given", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        ],
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register("records"), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("sending", "family"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("sending", "given"))
    links = linker.inference.predict(threshold_match_probability=LIKELY)
    found, right = connection.execute(
        f"select count(*), count(*) filter (a.person = b.person) from {links.physical_name} l "
        "join records a on a.unique_id = l.unique_id_l join records b on b.unique_id = l.unique_id_r"
    ).fetchall()[0]
    print(json.dumps({"links": found, "right": right, "seconds": round(time.perf_counter() - start, 2)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
