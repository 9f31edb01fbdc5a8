"""Rows of what archives say they hold and of what was fetched from them."""

from __future__ import annotations

from legation.analysis.vanishing import Look, Vanishing
from legation.analysis.watching import Difference, Person
from legation.model.errands import Attempt
from legation.model.holdings import Holding
from legation.publishing.rows.places import Row


def holding_row(holding: Holding, *, attempt: Attempt | None = None) -> Row:
    """One capture that an archive lists, and whether the case has it."""
    return {
        "kind": "holding",
        "id": f"{holding.archive}/{holding.timestamp}/{holding.url}",
        "archive": holding.archive,
        "url": holding.url,
        "timestamp": holding.timestamp,
        "at": holding.at.isoformat() if holding.at else None,
        "status": holding.status,
        "media_type": holding.media_type,
        "digest": holding.digest,
        "length": holding.length,
        "revisit": holding.revisit,
        "flags": list(holding.flags),
        "capture": attempt.capture if attempt else None,
        "outcome": (attempt.code or "fetched") if attempt else None,
    }


def fetched_row(attempt: Attempt, *, new: bool) -> Row:
    """What became of one capture that was asked for."""
    said = attempt.retrieval
    return {
        "kind": "fetched",
        "id": attempt.capture or f"{attempt.archive}/{attempt.timestamp}/{attempt.url}",
        "archive": attempt.archive,
        "url": said.served_url if said else attempt.url,
        "requested_timestamp": attempt.timestamp,
        "captured_at": said.served_at.isoformat() if said else None,
        "fetched_at": said.fetched_at.isoformat() if said else None,
        "status": said.status if said else None,
        "same_body_as": said.same_body_as if said else None,
        "digest_verdict": said.digest_verdict if said else None,
        "new": new,
        "outcome": attempt.code or "fetched",
        "message": attempt.message,
        "notes": list(said.notes) if said else [],
    }


def vanishing_row(one: Vanishing, url: str) -> Row:
    """Between which looks the names on a page vanished."""
    return {
        "kind": "vanishing",
        "id": one.last_seen.capture,
        "url": url,
        "names": one.last_seen.names,
        "last_seen": _look_row(one.last_seen),
        "same_body_until": one.same_body_until.isoformat(),
        "first_without": _look_row(one.first_without) if one.first_without else None,
        "between": [_look_row(look) for look in one.between],
        "back": _look_row(one.back) if one.back else None,
    }


def news_row(one: Difference, url: str) -> Row:
    """One thing that changed on a page that is watched."""
    about = one.is_ or one.was
    return {
        "kind": "news",
        "id": f"{one.now.capture}/{one.news}/{about.name if about else ''}",
        "url": url,
        "change": one.news,
        "before": _look_row(one.before),
        "now": _look_row(one.now),
        "was": _watched_person(one.was),
        "is": _watched_person(one.is_),
    }


def _watched_person(person: Person | None) -> Row | None:
    return {"name": person.name, "title": person.title, "mission": person.mission} if person else None


def _look_row(look: Look) -> Row:
    return {
        "capture": look.capture,
        "sha256": look.sha256,
        "at": look.at.isoformat(),
        "state": look.state,
        "names": look.names,
    }
