"""Who is spoken of: missions, by what they are, and persons, by nothing but an id.

A person has no facts here: names, posts and claims hang on the id, each with its passage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from legation.errors import KeyFormError

MissionType = Literal[
    "embassy",
    "high-commission",
    "nunciature",
    "permanent-mission",
    "delegation",
    "consulate-general",
    "consulate",
    "office",
    "other",
]

_CODE = re.compile(r"[A-Z]{2,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission by its key: `RU/DE`, longer where one pair of parties has several.

    Codes are ISO 3166-1 alpha-2, names of organizations (`EU`, `NATO`, `UN`), or what a case adds.
    """

    sending: str
    receiving: str
    branch: tuple[str, ...] = ()
    """Kind and city of a mission that isn't the main one: `("consulate-general", "Bonn")`."""

    @property
    def key(self) -> str:
        """The key as the commands print it."""
        return "/".join((self.sending, self.receiving, *self.branch))

    @staticmethod
    def parse(key: str) -> Mission:
        """Read a key.

        Raises:
            KeyFormError: the text is no key.
        """
        sending, _, rest = key.partition("/")
        receiving, *branch = rest.split("/")
        if not (_CODE.fullmatch(sending) and _CODE.fullmatch(receiving)) or "" in branch or len(branch) > 2:
            raise KeyFormError(
                f"{key!r} is no mission key: write SENDING/RECEIVING, such as RU/DE or RU/DE/consulate-general/Bonn"
            )
        return Mission(sending=sending, receiving=receiving, branch=tuple(branch))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person: the smallest listing id of the cluster, and the name as last printed for people to read."""

    id: str
    label: str
