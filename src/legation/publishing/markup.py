"""How is markup made of values? In one way: all is escaped, a missing value is an error, and XML holds only text."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without what XML 1.0 doesn't hold."""
    return _NO_XML.sub("", text)


def templates_of(package: str) -> Environment:
    """A new environment for the templates of a package: everything is escaped, and a missing value is an error."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
