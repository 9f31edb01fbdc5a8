"""The graph is read by programs that others wrote, value by value, one of them made from the schema."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from legation.publishing.graph import gexf_bytes
from tests.publishing.cases import CONTENT, DARIO, DERIVED, INES, POSTING

HOME = Path(__file__).resolve().parents[2]
PYTHON = HOME / ".venv-networkx" / "bin" / "python"
READ = """
import json, sys, networkx
graph = networkx.read_gexf(sys.argv[1], version="1.2draft")
nodes = {id_: values.get("label") for id_, values in graph.nodes(data=True)}
edges = [
    [*sorted((a, b)), *map(values.get, ("start", "end", "rank"))] for a, b, values in graph.edges(data=True)
]
print(json.dumps([nodes, sorted(edges)]))
"""
STRICTLY = """
import sys
from pathlib import Path
from gexfpy.gexf import Gexf
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.config import ParserConfig
from xsdata.formats.dataclass.serializers import XmlSerializer
strict = ParserConfig(fail_on_unknown_properties=True, fail_on_converter_warnings=True)
read = XmlParser(config=strict).from_bytes(Path(sys.argv[1]).read_bytes(), Gexf)
print(XmlSerializer().render(read))
"""
"""gexfpy's classes are made from gexf.xsd of version 1.2, whose license doesn't let it lie here."""
BOTH = replace(CONTENT, derived=replace(DERIVED, postings=(POSTING, replace(POSTING, id="posting-2", person=INES))))


@pytest.mark.service
@pytest.mark.skipif(not PYTHON.exists(), reason="make .venv-networkx/ready")
def test_networkx_reads_the_same_nodes_and_edges(tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    file.write_bytes(gexf_bytes(BOTH))
    out = subprocess.run([PYTHON, "-c", READ, file], check=True, capture_output=True, text=True).stdout
    nodes, edges = json.loads(out)
    mission = f"mission:{POSTING.mission}"
    assert nodes[DARIO.id] == DARIO.label
    assert set(nodes) == {DARIO.id, INES.id, mission}
    spell = ["2020-01-01", "2020-02-01", "second-secretary"]
    assert edges == sorted([*sorted((person.id, mission)), *spell] for person in (DARIO, INES))


@pytest.mark.service
@pytest.mark.skipif(not PYTHON.exists(), reason="make .venv-networkx/ready")
@pytest.mark.parametrize("co_postings", [False, True])
def test_classes_made_from_the_schema_take_every_element_and_attribute(tmp_path: Path, co_postings: bool) -> None:
    file = tmp_path / "graph.gexf"
    file.write_bytes(gexf_bytes(BOTH, co_postings=co_postings))
    again = subprocess.run([PYTHON, "-W", "error", "-c", STRICTLY, file], check=True, capture_output=True).stdout
    assert _parts(again) == _parts(file.read_bytes())


@pytest.mark.service
@pytest.mark.skipif(not PYTHON.exists(), reason="make .venv-networkx/ready")
@pytest.mark.parametrize(("right", "wrong"), [(b"<nodes", b"<knots"), (b'mode="dynamic"', b'mode="dynamo"')])
def test_they_refuse_what_is_not_in_the_schema(tmp_path: Path, right: bytes, wrong: bytes) -> None:
    file = tmp_path / "graph.gexf"
    file.write_bytes(
        gexf_bytes(BOTH).replace(right, wrong).replace(b"</edge>", b"</edgee>" if b"ee" in wrong else b"</edge>")
    )
    assert subprocess.run([PYTHON, "-c", STRICTLY, file], capture_output=True).returncode != 0


def _parts(data: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes; what classes don't know they drop."""
    found = ElementTree.fromstring(data).iter()
    return sorted((each.tag, tuple(sorted(each.attrib))) for each in found)
