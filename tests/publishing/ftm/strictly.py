"""Reads an export as followthemoney does and says everything that it wouldn't keep. Run by its own interpreter.

Usage: python strictly.py ENTITIES STATEMENTS
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement import Statement, StatementEntity
from followthemoney.statement.serialize import CSV, CSV_COLUMNS, read_path_statements


def of_entity(data: Any, known: dict[str, str]) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
    schema = model.get(data["schema"])
    if schema is None or schema.abstract:
        yield f"{data['id']}: {data['schema']} is no schema of things"
        return
    properties = data["properties"]
    yield from (f"{data['id']}: {one} is required" for one in schema.required if not properties.get(one))
    for name, values in properties.items():
        prop = schema.get(name)
        if prop is None or prop.deprecated or prop.stub:
            yield f"{data['id']}: {schema.name} has no {name}"
            continue
        if error := prop.validate(values):
            yield f"{data['id']}: {name}: {error}"
        for value in values:
            if prop.type.clean(value) != value:
                yield f"{data['id']}: {name}: {value!r} would become {prop.type.clean(value)!r}"
            if prop.type.name == "entity" and value not in known:
                yield f"{data['id']}: {name}: {value} isn't there"
            elif prop.type.name == "entity" and not model.get(known[value]).is_a(prop.range):
                yield f"{data['id']}: {name}: {value} is a {known[value]}"
    proxy = model.get_proxy(data, cleaned=False)
    if {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} != {
        name: sorted(values) for name, values in properties.items()
    }:
        yield f"{data['id']}: it doesn't come back as it went"


def of_statements(path: Path, entities: dict[str, Any]) -> Iterator[str]:
    header = path.read_text(encoding="utf-8").splitlines()[0]
    if header != ",".join(f'"{column}"' for column in CSV_COLUMNS):
        yield f"the columns are {header}"
    by_entity: dict[str, list[Statement]] = {}
    for statement in read_path_statements(path, CSV):
        by_entity.setdefault(statement.entity_id, []).append(statement)
        if statement.id != statement.generate_key():
            yield f"{statement.entity_id}: {statement.prop} has the id {statement.id}"
    if set(by_entity) != set(entities):
        yield f"entities without statements, or the other way round: {set(by_entity) ^ set(entities)}"
    for id_, statements in by_entity.items():
        made = StatementEntity.from_statements(Dataset({"name": statements[0].dataset, "title": "-"}), statements)
        given = {name: sorted(values) for name, values in entities[id_]["properties"].items()}
        if {name: sorted(values) for name, values in made.to_dict()["properties"].items()} != given:
            yield f"{id_}: the statements give another entity"
        again = {(one.prop, one.value, one.id) for one in made.statements}
        if again != {(one.prop, one.value, one.id) for one in statements}:
            yield f"{id_}: followthemoney writes other statements of it"


def main() -> None:
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    known = {data["id"]: data["schema"] for data in lines}
    problems = [] if len(known) == len(lines) else ["an id is given twice"]
    problems += [problem for data in lines for problem in of_entity(data, known)]
    problems += of_statements(Path(sys.argv[2]), {data["id"]: data for data in lines})
    print(json.dumps({"entities": len(lines), "problems": problems}))


main()
