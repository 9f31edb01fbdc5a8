"""Runs a question to an archive to its end, keeping nothing."""

from __future__ import annotations

from legation.archive.client import Client
from legation.archive.dialects.errands import first_requests, step
from legation.model.errands import Wanted
from legation.model.holdings import Holding


def listed(client: Client, wanted: Wanted) -> list[Holding]:
    open_, made, found = list(first_requests(client.archive, wanted)), list[str](), list[Holding]()
    while open_:
        request = open_.pop(0)
        answer = client.index(request, near=wanted.near)
        made.append(request.url)
        text = (answer.head() if request.kind == "timegate" else answer.body).decode()
        taken = step(client.archive, wanted, request, (answer.status, text), made)
        open_ += [each for each in taken.more if each.url not in made]
        found += taken.page.holdings
    return found
