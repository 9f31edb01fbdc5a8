"""The graph is read by a program that others wrote, value by value, and follows its schema where that is at hand."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from legation.publishing.graph import gexf_bytes
from tests.publishing.cases import CONTENT, DARIO, DERIVED, INES, POSTING

HOME = Path(__file__).resolve().parents[2]
PYTHON = HOME / ".venv-networkx" / "bin" / "python"
SCHEMA = "LEGATION_GEXF_XSD"
"""Where gexf.xsd of version 1.2 lies: its license doesn't let it lie here."""
READ = """
import json, sys, networkx
graph = networkx.read_gexf(sys.argv[1], version="1.2draft")
nodes = {id_: values.get("label") for id_, values in graph.nodes(data=True)}
edges = [
    [*sorted((a, b)), *map(values.get, ("start", "end", "rank"))] for a, b, values in graph.edges(data=True)
]
print(json.dumps([nodes, sorted(edges)]))
"""
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


@pytest.mark.skipif(not os.environ.get(SCHEMA), reason=f"set {SCHEMA} to the schema's file")
def test_the_graph_follows_its_schema(tmp_path: Path) -> None:
    from lxml import etree  # type: ignore[import-untyped]

    schema = etree.XMLSchema(etree.parse(os.environ[SCHEMA]))
    for data in (gexf_bytes(BOTH), gexf_bytes(BOTH, co_postings=True)):
        schema.assertValid(etree.fromstring(data))
