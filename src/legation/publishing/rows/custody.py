"""Authorities, stamps and what an erasure takes as rows."""

from __future__ import annotations

from legation.custody.stamps import Stamp
from legation.publishing.rows.places import Row
from legation.vocabulary.authorities import Authority


def authority_row(one: Authority) -> Row:
    """An authority that can be asked."""
    return {
        "kind": "authority",
        "id": one.name,
        "title": one.title,
        "url": one.url,
        "roots": one.roots,
        "default": one.default,
        "notes": [one.note] if one.note else [],
    }


def stamp_row(one: Stamp) -> Row:
    """A stamp, with whether its signature was checked."""
    return {
        "kind": "stamp",
        "id": one.name,
        "authority": one.authority,
        "url": one.url,
        "at": one.at.isoformat(),
        "entry": one.entry,
        "digest": one.digest,
        "signature": one.signature.state,
        "notes": [one.signature.why] if one.signature.why else [],
    }
