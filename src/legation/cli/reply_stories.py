"""How are inquiries and corrections told at a terminal? With every day, every answer in full, and whom to tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legation.publishing.heard import REPLY_WORDS
from legation.publishing.phrases import counted, quoted
from legation.publishing.rows import short_id

Row = Mapping[str, Any]
_SIZE = 12
"""Rows of a correction that are shown one by one."""


def inquiry_story(row: Row, _sources: Mapping[str, str]) -> str:
    """One attempt or request, and what came back."""
    days = f", {counted(row['waiting_days'], 'day', 'days')} ago" if row["waiting_days"] is not None else ""
    due = f", due {row['due']}" if row["due"] else ""
    lines = [
        f"{row['whom']}: attempt {row['attempt']}, {row['channel']}, sent {row['sent_at'][:16]} by {row['sent_by']}"
        f"{days}{due}: {row['state']}  {short_id(row['id'])}"
    ]
    if row["points"]:
        lines.append(f"  about {', '.join(short_id(id_) for id_ in row['points'])}")
    if row["words"]:
        lines.append(f"  {quoted(' '.join(row['words'].split()))}")
    for reply in row["replies"]:
        lines.append(f"  {REPLY_WORDS[reply['answer']]} on {reply['received_at'][:10]}, {reply['delay']}")
        if reply["words"]:
            lines.append(f"    {quoted(reply['words'])}")
        if reply["translation"]:
            lines.append(f"    translated: {quoted(reply['translation'])}")
        if reply["changed"]:
            lines.append(f"    changed {', '.join(short_id(id_) for id_ in reply['changed'])}")
    return "\n".join(lines)


def correction_story(row: Row, _sources: Mapping[str, str]) -> str:
    """What came after an export, which of its rows and sentences it touches, and who has them."""
    why = f" ({row['why']})" if row["why"] else ""
    state = "published" if row["published"] else "draft"
    whom = ", ".join(row["to_whom"]) or "nobody was named who got it"
    lines = [
        f"{row['at'][:16]} {row['what']}{why}",
        f"  touches {counted(len(row['rows']), 'row', 'rows')} of {', '.join(row['files'])}, {row['form']}, {state} of "
        f"{row['exported_at'][:16]}; to tell: {whom}",
    ]
    for each in row["rows"][:_SIZE]:
        says = f": {' '.join(each['says'].split())}" if each["says"] else ""
        lines.append(f"    {short_id(each['id'])}{says}")
    if len(row["rows"]) > _SIZE:
        lines.append(f"    and {len(row['rows']) - _SIZE} more; --jsonl gives all")
    return "\n".join(lines)
