import json
import subprocess
from pathlib import Path

import pytest

from legation.publishing.content import Content
from legation.publishing.ftm import dataset_name, entities, entity_lines, statement_lines
from legation.vocabulary.ftm import country_codes, schemata
from tests.publishing import cases
from tests.publishing.ftm.cases import CONTENT

HOME = Path(__file__).parents[3]
FTM, FTMQ = HOME / ".venv-ftm" / "bin", HOME / ".venv-ftmq" / "bin"
STRICTLY = Path(__file__).with_name("strictly.py")
needs_ftm = pytest.mark.skipif(not (FTM / "python").exists(), reason="make .venv-ftm/ready")
needs_ftmq = pytest.mark.skipif(not (FTMQ / "ftmq").exists(), reason="make .venv-ftmq/ready")


def written(content: Content, folder: Path) -> tuple[Path, Path]:
    made, dataset = entities(content), dataset_name(content.title)
    lines, table = folder / "entities.json", folder / "statements.csv"
    lines.write_bytes(entity_lines(made, dataset))
    table.write_bytes(statement_lines(made, dataset))
    return lines, table


def run(*command: str | Path) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, cwd="/").stdout


@pytest.mark.service
@needs_ftm
@pytest.mark.parametrize("content", [CONTENT, cases.CONTENT], ids=["real states", "invented states"])
def test_followthemoney_keeps_every_value_and_finds_every_reference(content: Content, tmp_path: Path) -> None:
    found = json.loads(run(FTM / "python", STRICTLY, *written(content, tmp_path)))
    assert found["problems"] == []
    assert found["entities"] == len(entities(content)) > 5


@pytest.mark.service
@needs_ftm
def test_our_part_of_the_model_is_as_it_is_there() -> None:
    asked = "import json; from followthemoney import model; from followthemoney.types import registry; print(json.dumps"
    told = (
        "{s.name: [sorted(t.name for t in s.schemata if t != s), {p.name: [p.type.name, p.range and p.range.name] for "
    )
    model = json.loads(
        run(
            FTM / "python",
            "-c",
            f"{asked}([{told} p in s.properties.values()}}] for s in model}}, [*registry.country.codes]]))",
        )
    )
    for schema in schemata().values():
        above, properties = model[0][schema.name]
        assert sorted(schema.extends) == above
        assert {name: [one.type, one.range] for name, one in schema.properties.items()}.items() <= properties.items()
    assert country_codes() <= set(model[1])


@pytest.mark.service
@needs_ftmq
def test_ftmq_reads_the_lines_and_finds_people_by_country(tmp_path: Path) -> None:
    lines, _ = written(CONTENT, tmp_path)
    found = run(FTMQ / "ftmq", "q", "-i", lines, "-q", "filter:schema=Person&filter:group.countries=no")
    read = [json.loads(line) for line in found.splitlines()]
    sent = [json.loads(line) for line in lines.read_text().splitlines()]
    assert {one["id"] for one in read} == {one["id"] for one in sent if one["schema"] == "Person"}
