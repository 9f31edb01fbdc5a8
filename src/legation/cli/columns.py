"""Which columns does a reporter see for each kind of row? The last one is always the place it stands in.

A column is a word and a function of the row. Kinds that are told rather than tabled stand in `stories`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from legation.cli.cells import bounds, claimants, counts, dates, days_between, joined, names, place, shortened, yes
from legation.publishing.rows import short_id

Sources = Mapping[str, str]
Column = tuple[str, Callable[[Mapping[str, Any], Sources], str | int | None]]


def _key(name: str) -> Callable[[Mapping[str, Any], Sources], str | int | None]:
    return lambda row, _sources: row.get(name)


def _id(row: Mapping[str, Any], _sources: Sources) -> str:
    return short_id(str(row.get("id") or ""))


def _own_place(row: Mapping[str, Any], sources: Sources) -> str:
    return place(row.get("passage"), sources)


def _last_place(row: Mapping[str, Any], sources: Sources) -> str:
    passages = row.get("passages") or [None]
    return place(passages[-1], sources)


def _file(row: Mapping[str, Any], sources: Sources) -> str:
    return sources.get(str(row.get("sha256")), str(row.get("sha256"))[:8])


def _quote(row: Mapping[str, Any], _sources: Sources) -> str:
    return shortened((row.get("passage") or {}).get("quote"), 90)


def _about(row: Mapping[str, Any], _sources: Sources) -> str:
    return "; ".join([shortened(one["quote"], 40) or short_id(one["id"]) for one in row["sides"]] or row["shown"])


def _either(row: Mapping[str, Any], name: str) -> str:
    sides = [(row.get(side) or {}).get(name) for side in ("before", "after")]
    told = [side for side in sides if side]
    return " → ".join(dict.fromkeys(told))


def _told(row: Mapping[str, Any]) -> bool:
    """Whether a source gives the start of a posting; where none does, it is the day of the first listing once more."""
    return bool(row["start_basis"] != "editions" and bounds(row["start"]))


COLUMNS: dict[str, tuple[Column, ...]] = {
    "document": (
        ("state", _key("state")),
        ("type", _key("media_type")),
        ("pages", _key("pages")),
        ("characters", _key("characters")),
        ("encoding", lambda row, _: joined(row, "encoding", "encoding_basis")),
        ("notes", lambda row, _: "; ".join(row["notes"])),
        ("source", _file),
    ),
    "block": (("type", _key("type")), ("text", _key("text")), ("source", _own_place)),
    "edition": (
        ("as of", lambda row, _: joined(row, "as_of", "as_of_basis")),
        ("receiving", _key("receiving")),
        ("covers", _key("coverage_class")),
        ("complete", _key("complete")),
        ("missions", lambda row, _: len(row["missions"])),
        ("listings", _key("entries")),
        ("residue", _key("residue")),
        ("lines", lambda row, _: sum(row["lines"].values())),
        ("source", _file),
    ),
    "listing": (
        ("mission", lambda row, _: row["mission"] or row["mission_heading"]),
        ("no.", _key("order")),
        ("name", lambda row, _: row["name"] or ("(vacant)" if row["vacant"] else None)),
        ("title", _key("title")),
        ("rank", _key("rank")),
        ("dates", lambda row, _: dates(row["dates"])),
        ("accompanied", lambda row, _: yes(row["accompanied"])),
        ("source", _own_place),
    ),
    "residue": (
        ("mission", _key("mission")),
        ("text", _key("text")),
        ("reason", _key("reason")),
        ("source", _own_place),
    ),
    "event": (
        ("id", _id),
        ("type", _key("type")),
        ("by", _key("actor")),
        ("of", lambda row, _: row["mission"] or row["target"]),
        ("count", lambda row, _: row["count"] if row["count"] is not None else row["to"]),
        ("date", _key("date")),
        ("status", _key("status")),
        ("says", lambda row, _: claimants(row["attribution"])),
        ("quote", _quote),
        ("source", _own_place),
    ),
    "claim": (
        ("id", _id),
        ("type", _key("type")),
        ("of", lambda row, _: row["subject"]),
        ("what", lambda row, _: row["value"] if row["value"] is not None else row["object"]),
        ("wording", _key("wording")),
        ("status", _key("status")),
        ("says", lambda row, _: claimants(row["attribution"])),
        ("quote", _quote),
        ("source", _own_place),
    ),
    "posting": (
        ("id", _id),
        ("mission", _key("mission")),
        ("person", lambda row, _: row["person"]["label"]),
        ("title", _key("title")),
        ("first listed", lambda row, _: bounds(row["listed"]["from"])),
        ("listed until", lambda row, _: bounds(row["listed"]["to"]) or "still listed"),
        ("start", lambda row, _: f"{bounds(row['start'])} ({row['start_basis']})" if _told(row) else None),
        ("on", _key("on")),
        ("source", _last_place),
    ),
    "change": (
        ("id", _id),
        ("mission", _key("mission")),
        ("between", lambda row, _: bounds(row["window"])),
        ("change", _key("change")),
        ("name", lambda row, _: _either(row, "name")),
        ("title", lambda row, _: _either(row, "title")),
        ("source", lambda row, sources: place((row.get("after") or row.get("before") or {}).get("passage"), sources)),
    ),
    "happening": (
        ("id", _id),
        ("type", _key("type")),
        ("by", _key("actor")),
        ("of", lambda row, _: row["mission"] or row["target"]),
        ("date", _key("date")),
        ("numbers", lambda row, _: counts(row["counts"])),
        ("status", _key("status")),
        ("tellings", lambda row, _: len(row["tellings"])),
        ("source", _last_place),
    ),
    "remaining": (
        ("person", lambda row, _: row["person"]["label"]),
        ("what the lists show", _key("state")),
        ("source", _last_place),
    ),
    "tenure": (
        ("id", _id),
        ("seat", _key("slot")),
        ("holder", lambda row, _: row["holder"]["label"] if row["holder"] else "(vacant)"),
        ("title", _key("title")),
        ("start", lambda row, _: f"{bounds(row['start']) or ''} ({row['start_basis']})"),
        ("end", lambda row, _: bounds(row["end"]) or "still listed"),
        ("source", _last_place),
    ),
    "resurfacing": (
        ("id", _id),
        ("person", lambda row, _: row["person"]["label"]),
        ("before as", lambda row, _: row["from"]["person"]["label"]),
        ("at", lambda row, _: row["from"]["mission"]),
        ("as", lambda row, _: row["from"]["title"]),
        ("later at", lambda row, _: row["to"]["mission"]),
        ("as", lambda row, _: row["to"]["title"]),
        ("days between", lambda row, _: days_between(row["gap_days"])),
        ("link", lambda row, _: f"{row['link']['probability']:.2f}" if row["link"]["probability"] else "judged"),
        ("what speaks for it", lambda row, _: "; ".join(row["link"]["reasons"])),
        ("source", lambda row, sources: _last_place(row["to"], sources)),
    ),
    "succession": (
        ("id", _id),
        ("mission", _key("mission")),
        ("seat", _key("slot")),
        ("before", lambda row, _: row["predecessor"]["label"]),
        ("after", lambda row, _: row["successor"]["label"]),
        ("days between", lambda row, _: days_between(row["gap_days"])),
        ("acting between", lambda row, _: "; ".join(holder["label"] for holder in row["between"])),
        ("how sure", _key("certainty")),
        ("notes", lambda row, _: " ".join(row["notes"])),
        ("source", _last_place),
    ),
    "mission": (
        ("mission", _key("id")),
        ("names", lambda row, _: "; ".join(row["names"])),
        ("editions", lambda row, _: len(row["editions"]) or None),
        ("first", _key("first")),
        ("last", _key("last")),
    ),
    "person": (
        ("id", _id),
        ("name", _key("label")),
        ("also printed as", lambda row, _: names(row["names"], but=row["label"])),
        ("missions", lambda row, _: "; ".join(row["missions"])),
        ("first", _key("first")),
        ("last", _key("last")),
        ("registers", lambda row, _: len(row.get("registers", ())) or None),
        ("source", _last_place),
    ),
    "capture": (
        ("id", _id),
        ("kind", _key("input")),
        ("type", _key("media_type")),
        ("state", lambda row, _: "replaced" if row.get("replaced_by") else row["state"]),
        ("as of", lambda row, _: row["as_of"] or row["published"] or (row["captured_at"] or "")[:10]),
        ("listings", _key("listings")),
        ("residue", _key("residue")),
        ("events", _key("events")),
        ("claims", _key("claims")),
        ("entries", _key("entries")),
        ("says", lambda row, _: "; ".join(row.get("notes") or ())),
        ("source", _key("name")),
    ),
    "holding": (
        ("captured", _key("timestamp")),
        ("status", lambda row, _: "revisit" if row["revisit"] else row["status"]),
        ("type", _key("media_type")),
        ("bytes", _key("length")),
        ("digest", lambda row, _: (row["digest"] or "")[:10]),
        ("in the case", _key("outcome")),
        ("flags", lambda row, _: "; ".join(row["flags"])),
        ("address", _key("url")),
    ),
    "import": (
        ("records", _key("records")),
        ("captures", _key("captures")),
        ("new", _key("new")),
        ("damaged", _key("damaged")),
        ("left alone", lambda row, _: ", ".join(f"{n} {kind}" for kind, n in row["left_alone"].items())),
        ("file", _key("name")),
    ),
    "fetched": (
        ("captured", lambda row, _: row["captured_at"] or row["requested_timestamp"]),
        ("status", _key("status")),
        ("body", lambda row, _: f"as {row['same_body_as']}" if row["same_body_as"] else row["outcome"]),
        ("archive's digest", _key("digest_verdict")),
        ("says", lambda row, _: row["message"] or ("" if row["same_body_as"] else "; ".join(row["notes"]))),
        ("address", _key("url")),
    ),
    "watch": (
        ("archives", lambda row, _: ", ".join(row["archives"])),
        ("captures told of", _key("told")),
        ("mission", _key("mission")),
        ("may be asked live", lambda row, _: "yes" if row["live"] else ""),
        ("address", _key("url")),
    ),
    "judgement": (
        ("id", _id),
        ("at", lambda row, _: str(row["at"])[:16]),
        ("by", _key("author")),
        ("verdict", lambda row, _: f"{row['verdict']} (undone)" if row["undone"] else row["verdict"]),
        ("about", _about),
        ("changes", lambda row, _: "; ".join(f"{c['field']} = {c['value']}" for c in row["changes"])),
        ("why", _key("why")),
    ),
    "loose": (
        ("id", _id),
        ("judgement", _key("verdict")),
        ("was about", lambda row, _: "; ".join(shortened(text, 60) for text in row["about"])),
        ("why", _key("why")),
    ),
    "refused": (
        ("id", _id),
        ("can't be one", lambda row, _: "; ".join(shortened(text, 60) for text in row["about"])),
        ("why", _key("why")),
    ),
    "weight": (("level", _key("id")), *((name, _key(name)) for name in ("before", "after", "same", "different"))),
    "reliability": tuple((name, _key(name)) for name in ("when", "low", "high", "pairs", "same", "expected")),
    "pair": (
        ("id", _id),
        ("group", _key("group")),
        ("A", lambda row, _: row["a"]["label"]),
        ("B", lambda row, _: row["b"]["label"]),
        ("missions", lambda row, _: ", ".join(row["missions"])),
        ("source", _last_place),
    ),
    "check": (("item", _key("id")), ("problem", _key("problem"))),
    "word": (("word", _key("word")), ("means", _key("means"))),
    "list": (
        ("host", _key("host")),
        ("publisher", _key("publisher")),
        ("list", _key("title")),
        ("format", _key("format")),
        ("language", lambda row, _: ", ".join(row["languages"])),
        ("coverage", _key("coverage")),
        ("how often", _key("frequency")),
        ("known from", _key("known_from")),
        ("address", _key("url")),
    ),
}


def columns_of(kind: str, batch: Sequence[Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns of a kind of row; every key of the rows, where the kind has none of its own."""
    if kind in COLUMNS:
        return COLUMNS[kind]
    keys = dict.fromkeys(key for row in batch for key in row if key != "kind")
    return tuple((key.replace("_", " "), _key(key)) for key in keys)
