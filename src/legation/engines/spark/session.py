"""Where does Spark run? On this machine, its ports on loopback alone, or on the cluster that is named.

A session that is made here is stopped here; no page of Spark's own is served.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from legation.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOOPBACK = "127.0.0.1"
_EVERYWHERE = {
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "5000",
    "spark.sql.session.timeZone": "UTC",
}
_LOCAL = {
    "spark.driver.bindAddress": LOOPBACK,
    "spark.driver.host": LOOPBACK,
    "spark.driver.memory": "1g",
    "spark.sql.adaptive.coalescePartitions.enabled": "true",
    "spark.ui.showConsoleProgress": "false",
}


@contextmanager
def spark_session(
    master: str, *, partitions: int | None = None, settings: Mapping[str, str] | None = None
) -> Iterator[SparkSession]:
    """A session on `local[N]` or on a cluster (`spark://HOST:PORT`, `yarn`, `k8s://..`), stopped at the end.

    Args:
        master: where it runs.
        partitions: into how many parts Spark cuts what it shuffles; its own choice where none is given.
        settings: more settings of Spark, by name.

    Raises:
        UsageError: pyspark isn't installed, or no session came up (no Java, no such cluster).
    """
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(f"Spark isn't installed ({error}): install legation[spark]") from None
    local = master.startswith("local")
    if local:
        os.environ["SPARK_LOCAL_IP"] = LOOPBACK
        os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    all_settings = {**_EVERYWHERE, **(_LOCAL if local else {}), **(settings or {})}
    if partitions is not None:
        all_settings["spark.sql.shuffle.partitions"] = str(partitions)
    builder = SparkSession.builder.appName("legation").master(master)
    for name, value in all_settings.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkRuntimeError, OSError) as error:
        raise UsageError(f"Spark didn't start on {master} ({error}): check that Java 17 is installed") from None
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
