"""How does Spark name the types of our columns?"""

from __future__ import annotations

import pyarrow as pa

TYPES = {"string": "string", "date32[day]": "date", "double": "double", "int16": "short"}


def ddl(schema: pa.Schema) -> str:
    """A schema in Spark's words."""
    return ", ".join(f"`{field.name}` {TYPES[str(field.type)]}" for field in schema)
