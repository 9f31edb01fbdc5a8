"""Which answers about disagreement and about one person are told in a few lines? Contradictions, origins, careers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from legation.cli.cells import bounds, claimants, days_between, place, shortened
from legation.publishing.phrases import counted
from legation.publishing.rows import short_id

Row = Mapping[str, Any]
Sources = Mapping[str, str]


def contradiction_story(row: Row, sources: Sources) -> str:
    """The rule, each side with its quote and place, and the notes."""
    about = f" about {row['mission']}" if row["mission"] else ""
    lines = [f"{row['rule']}{about}  [{short_id(row['id'])}]"]
    for side in row["sides"]:
        lines.append(f"  {side['says']}: {_quoted(side['passage'], sources)}")
    return "\n".join([*lines, *(f"  {note}" for note in row["notes"])])


def corroboration_story(row: Row, sources: Sources) -> str:
    """Each origin, what was passed on through whom, then confirmations, denials, silences and strengths."""
    lines = [f"{row['proposition']}  [{short_id(row['id'])}]"]
    for origin in row["origins"]:
        lines.append(f"  {_origin_words(origin, sources)}: {_quoted(origin['passage'], sources)}")
    for word, answers in (
        ("confirmed", row["confirmations"]),
        ("denied", row["denials"]),
        ("not answered", row["non_responses"]),
    ):
        for answer in answers:
            how = answer.get("of") or answer.get("how")
            speaker = answer["speaker"] or "unnamed"
            lines.append(f"  {word} ({how}) by {speaker}: {_quoted(answer['passage'], sources)}")
    if row["strengths"]:
        found = [
            f"{one['strength']}" + (f" (“{one['wording']}”)" if one["wording"] else "") for one in row["strengths"]
        ]
        lines.append(f"  worded, from the weakest: {', '.join(found)}")
    return "\n".join(lines)


def career_story(row: Row, sources: Sources) -> str:
    """One line for each post, then overlaps, gaps and conflicts."""
    posts = counted(len(row["posts"]), "post", "posts")
    lines = [f"{row['person']['label']}: {posts} from lists and reports"]
    lines.extend(f"  {line}" for line in _posts(row, sources))
    for overlap in row["overlaps"]:
        lines.append(f"  at one time ({overlap['certainty']}): {_both(overlap)}")
    for gap in row["gaps"]:
        lines.append(f"  between {_both(gap)}: {days_between(gap['days'])} days")
    for conflict in row["conflicts"]:
        lines.append(f"  in conflict: `legation why {short_id(conflict)}`")
    return "\n".join(lines)


def _posts(row: Row, sources: Sources) -> Iterator[str]:
    for post in row["posts"]:
        days = " – ".join(filter(None, (bounds(post["start"]), bounds(post["end"])))) or "no date given"
        where = post["mission"] or post["place"] or "place not given"
        derived = ", worked out" if post["derived"] else ""
        says = "listed" if post["basis"] == "lists" else f"says {claimants(post['attribution'])}"
        passage = post["passages"][-1] if post["passages"] else None
        yield (
            f"{days}{derived}  {post['title'] or 'post not named'}, {where} ({says}) [{short_id(post['id'])}]"
            f" — {place(passage, sources)}"
        )


def _both(pair: Row) -> str:
    return " and ".join(short_id(one) for one in pair["posts"])


def _origin_words(origin: Row, sources: Sources) -> str:
    who = "the report itself" if origin["own_voice"] else origin["speaker"] or "unnamed"
    if origin["anonymous"]:
        who += f" (anonymous{', ' + str(origin['count']) if origin['count'] else ''})"
    via = [sources.get(one, one) for one in origin["via"]]
    return f"{who}, through {', '.join(via)}" if via else who


def _quoted(passage: Row, sources: Sources) -> str:
    return f"“{shortened(passage['quote'], 140)}” — {place(passage, sources)}"
