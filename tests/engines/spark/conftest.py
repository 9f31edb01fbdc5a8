"""One session of Spark for all tests that need one, in this process, on loopback, stopped at the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest

Session: TypeAlias = Any

BRIEF = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.codegen.wholeStage": "false",
}
"""A session that ends within a minute loses more by compiling than it gains."""


@pytest.fixture(scope="session")
def session() -> Iterator[Session]:
    pytest.importorskip("pyspark", reason="pyspark isn't installed")
    if shutil.which("java") is None:
        pytest.skip("Java isn't installed")
    from legation.engines.spark.session import spark_session

    with spark_session("local[2]", partitions=2, settings=BRIEF) as made:
        yield made
