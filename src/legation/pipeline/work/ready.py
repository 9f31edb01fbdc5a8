"""What does every reading look up? Importing this loads it, so that children forked afterwards have it from the start.

A module that works when it is imported, since the process that children are forked from can only be told to import:
each child would otherwise load the same tables, which takes as long as reading a small file a hundred times.
"""

from __future__ import annotations

from legation.extraction.kinds import guess_kind
from legation.extraction.news import extract_news
from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

_LIST = (
    b"<h1>Embassy of France</h1><p>Mr Abe BEE</p><p>First Secretary (1 May 2001)</p><p>Tel.: 1</p>"
    b"<table><tr><th>Name</th><th>Title</th></tr><tr><td>Mrs Abe BEE</td><td>Consul</td></tr></table>"
)
_REPORT = b"<p>On 1 May 2001 France told two diplomats of Italy to leave, a spokesman said.</p>"


def _look_everything_up() -> None:
    gazetteer = Gazetteer.default()
    for source in (_LIST, _REPORT):
        document = read(source)
        guess_kind(document, gazetteer, name="")
        extract_roster(document, Given(), gazetteer)
        extract_news(document, Given(), gazetteer)


_look_everything_up()
