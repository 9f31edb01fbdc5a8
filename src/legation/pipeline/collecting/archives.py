"""Which archives may be asked from this case, and how?

Addresses and rates come from the shipped table, over it the user's own `archives.toml`, over both the case's. Turns are
shared by all processes of the user; the archives learn our name and the contact that the configuration gives.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from legation import __version__
from legation.archive.client import Client
from legation.archive.network.guard import Guard
from legation.archive.network.pace import Clock, Pace, Pool, WallClock
from legation.archive.network.web import Web
from legation.errors import UsageError
from legation.store.case import Case
from legation.vocabulary.archives import Archive, read_archives, shipped

DEFAULT = "internet-archive"
FILE = "archives.toml"


def archives_of(case: Case) -> Mapping[str, Archive]:
    """The archives that can be asked, by name.

    Raises:
        UsageError: a configuration file says something that can't be.
    """
    known = shipped()
    for file in (_home("XDG_CONFIG_HOME", ".config") / FILE, case.path / FILE):
        if file.is_file():
            known = read_archives(file.read_text(encoding="utf-8"), known, item=str(file))
    return known


def chosen(case: Case, names: tuple[str, ...]) -> tuple[Archive, ...]:
    """The archives of these names; the Internet Archive where none is named.

    Raises:
        UsageError: there is none of that name.
    """
    known = archives_of(case)
    for name in names:
        if name not in known:
            raise UsageError(
                f"no archive is called {name!r}; there are {', '.join(known)}. Others can be named in {FILE}", item=name
            )
    return tuple(known[name] for name in names or (DEFAULT,))


@contextmanager
def asking(archive: Archive, clock: Clock | None = None) -> Iterator[Client]:
    """A client of one archive, at the pace that all processes of this user share."""
    watch = clock or WallClock()

    def every(pool: Pool) -> float:
        return archive.index_every if pool == "index" else archive.page_every

    folder = _home("XDG_STATE_HOME", ".local/state") / "pace"
    pace = Pace(archive=archive.name, folder=folder, every=every, clock=watch)
    with Web(Guard(exceptions=_exceptions(archive)), user_agent=user_agent(archive)) as web:
        yield Client(archive=archive, web=web, pace=pace, clock=watch)


def user_agent(archive: Archive) -> str:
    """How we name ourselves to an archive; never to a server that is being watched."""
    return f"legation/{__version__}{f' (+{archive.contact})' if archive.contact else ''}"


def _exceptions(archive: Archive) -> frozenset[tuple[str, int]]:
    """The hosts and ports of an archive on this machine, where the configuration says that it may stand there."""
    if not archive.loopback:
        return frozenset()
    found = set()
    for url in (archive.index, archive.timemap, archive.timegate, archive.replay):
        parts = urlsplit(url or "")
        if parts.hostname:
            found.add((parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)))
    return frozenset(found)


def _home(variable: str, otherwise: str) -> Path:
    said = os.environ.get(variable)
    return (Path(said) if said else Path.home() / otherwise) / "legation"
