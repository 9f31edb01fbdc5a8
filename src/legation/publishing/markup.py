"""How is markup made of values? In one way: all is escaped, a missing value is an error, and XML holds only text."""

from __future__ import annotations

import re

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str, *, mark: str = "") -> str:
    """The text with a mark, or nothing, for each letter that XML 1.0 doesn't hold."""
    return _NO_XML.sub(mark, text)


def templates_of(*packages: str) -> Environment:
    """A new environment for the templates of packages: everything is escaped, and a missing value is an error.

    Args:
        packages: of two templates with one name that of the first counts.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
