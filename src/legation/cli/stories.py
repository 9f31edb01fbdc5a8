"""Which answers are told in a few lines rather than in a table? Tallies, sums, reasons and chains."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from legation.cli.archive_stories import news_story, stock_story, vanishing_story
from legation.cli.cells import bounds, place, shortened
from legation.cli.custody_stories import authority_story, erasing_story, stamp_story
from legation.cli.doubt_stories import career_story, contradiction_story, corroboration_story
from legation.cli.draft_stories import sentence_story
from legation.cli.reply_stories import correction_story, inquiry_story
from legation.model.findings import ROLE_WORDS
from legation.publishing.phrases import counted
from legation.publishing.rows import passage_row, short_id

if TYPE_CHECKING:
    from legation.publishing.briefing import Sentence

Row = Mapping[str, Any]
Sources = Mapping[str, str]


def tally_story(row: Row, sources: Sources) -> str:
    """The announced number, one line for each edition, what usually leaves, and the notes."""
    moved = "how many left can't be told from these lists"
    if row["left"] is not None:
        moved = f"{row['left']} left the list and {row['joined']} joined {bounds(row['window'])}"
    lines = [f"{row['mission']}: {row['announced']} announced; {moved}  [{short_id(row['id'])}]"]
    for passage in row.get("passages") or ():
        lines.append(f"  “{shortened(passage['quote'], 140)}” — {place(passage, sources)}")
    places = row.get("places") or [None] * len(row["steps"])
    for step, where in zip(row["steps"], places, strict=True):
        listed = "not observable" if step["listed"] is None else f"{step['listed']:>4} listed"
        moved = f", {len(step['left'])} left, {len(step['joined'])} joined" if step["left"] or step["joined"] else ""
        source = f" — {place(where, sources)}" if where else ""
        lines.append(f"  {step['as_of']}  {listed}{moved} ({step['coverage']}){source}")
    if usual := row["usual"]:
        low, high = usual["range"]
        lines.append(
            f"  usually {usual['per_30_days']:g} leave in 30 days (from {low:g} to {high:g}; "
            f"{counted(usual['intervals'], 'interval', 'intervals')}, {counted(usual['days'], 'day', 'days')})"
        )
    for one in row.get("explanations") or ():
        lines.append(f"  may be part of it: {one['says']}{_counting(one['persons'])}  [{short_id(one['id'])}]")
    if row["rest"] is not None:
        lines.append(f"  announced less left: {row['rest']}")
    return "\n".join([*lines, *(f"  {note}" for note in row["notes"])])


def _counting(persons: int | None) -> str:
    return f" ({counted(persons, 'person', 'persons')})" if persons is not None and persons > 1 else ""


def sum_story(row: Row, sources: Sources) -> str:
    """The printed numbers, what they give, and by how much they differ; posts and persons side by side."""
    if row["expected"] is None:
        return _ceiling_story(row, sources)
    terms = ", ".join(f"{term['value']} {ROLE_WORDS.get(term['role'], term['role'])}" for term in row["terms"])
    agree = (
        "the printed numbers agree"
        if not row["difference"]
        else (f"the printed numbers differ by {abs(row['difference'])}")
    )
    lines = [f"{terms}: {agree} ({row['expected']} expected, {row['printed']} printed)  [{short_id(row['id'])}]"]
    for term in row["terms"]:
        passage = term["passage"]
        lines.append(f"  {term['value']}: “{shortened(passage['quote'], 140)}” — {place(passage, sources)}")
    return "\n".join([*lines, *(f"  {note}" for note in row["notes"])])


def _ceiling_story(row: Row, sources: Sources) -> str:
    """The posts allowed, one line for each step, the persons told to leave beside them, and the notes."""
    first = row["steps"][0]
    levels = [*([first["from"]] if first["from"] is not None else []), *(step["to"] for step in row["steps"])]
    chain = " → ".join(map(str, levels))
    lines = [f"{row['mission'] or row['target']}: {chain} posts allowed by {row['actor']}  [{short_id(row['id'])}]"]
    parts = [(f"to {step['to']} posts", step) for step in row["steps"]]
    parts += [(counted(one["value"], "person", "persons"), one) for one in row["persons"]]
    for words, part in parts:
        lines.append(f"  {part['date'] or 'no day given'}  {words}")
        for passage in part["passages"]:
            lines.append(f"    “{shortened(passage['quote'], 140)}” — {place(passage, sources)}")
    return "\n".join([*lines, *(f"  {note}" for note in row["notes"])])


def why_story(row: Row, sources: Sources) -> str:
    """What the id is, the rules that led to it, and each quote with its place and its surroundings."""
    lines = [f"{row['of']} {row['id']}", f"  {row['says']}"]
    lines += [f"    {step}" for step in row.get("waterfall", ())]
    for step in row["derivation"]:
        count = len(step["inputs"])
        drawn = f", from {counted(count, 'input', 'inputs')}:" if count else ""
        lines.append(f"  rule {step['rule']}, version {step['version']}{drawn}")
        for given in step["inputs"]:
            if given.get("quote"):
                name = sources.get(given["sha256"], str(given["sha256"])[:8])
                day = f"{given['as_of']}  " if given["as_of"] else ""
                lines.append(f"    {day}“{shortened(given['quote'], 110)}” — {name}")
            else:
                lines.append(f"    {short_id(given['id'])}")
    for passage in row["passages"]:
        lines.append(f"  “{shortened(passage['quote'], 300)}” — {place(passage, sources)}")
    for judgement in row["judgements"]:
        lines.append(
            f"  {str(judgement['at'])[:10]}, {judgement['author']}: {judgement['verdict']}, {judgement['why']}"
        )
    if text := row.get("text"):
        lines.append(f"  in the text: … {text['before'] or ''}[{text['quote']}]{text['after'] or ''} …")
    return "\n".join(lines)


def comparison_story(row: Row, _sources: Sources) -> str:
    """Two names, the verdict, and how each part agrees."""
    lines = [f"{row['a']} / {row['b']}: {row['verdict']} ({row['score']:g})"]
    for one in row["reasons"]:
        lines.append(f"  {one['part']}: {one['a'] or '–'} / {one['b'] or '–'}, {one['relation']}")
        if one.get("how"):
            lines.append(f"    {one['how']}")
    return "\n".join(lines)


def built_story(row: Row, _sources: Sources) -> str:
    """What a build read, and what the case holds now."""
    lines = [
        f"{_of(row, 'edition')} with {_of(row, 'listing')} ({_residue(row)}); "
        f"{_of(row, 'report')} with {_of(row, 'event')} and {_of(row, 'claim')}"
    ]
    if row.get("persons") is not None:
        tallies = counted(row["tallies"], "tally", "tallies")
        differing = counted(row["differing_sums"], "sum", "sums")
        lines.append(
            f"{_of(row, 'mission')}, {_of(row, 'person')}, {_of(row, 'happening')}, {tallies}, "
            f"{differing} whose numbers differ"
        )
    if row.get("loose"):
        lines.append(
            f"{counted(row['loose'], 'judgement', 'judgements')} without anything to attach to: see `legation status`"
        )
    if row["unread"]:
        lines.append(f"not read: {', '.join(row['unread'])}")
    return "\n".join(lines)


def status_story(row: Row, _sources: Sources) -> str:
    """The case in a few lines."""
    date = "up to date" if row["up_to_date"] else "changed since its last build: run `legation build`"
    return "\n".join(
        (
            f"{row['title']}: {_of(row, 'capture')}, {date}",
            f"  {_of(row, 'edition')}, {_of(row, 'listing')}, {_residue(row)}, "
            f"{_of(row, 'mission')}, {_of(row, 'person')}",
            f"  {_of(row, 'report')}, {_of(row, 'event')} in {_of(row, 'happening')}, {_of(row, 'claim')}, "
            f"{row['notes']} entered by hand",
            *_registers(row),
            f"  {counted(row['judgements'], 'judgement counts', 'judgements count')}, "
            f"{row['loose']} without anything to attach to, {row['refused']} can't be honored; "
            f"{counted(row['waiting'], 'pair waits', 'pairs wait')} for `legation review`",
            f"  {row['protection']}",
        )
    )


def _registers(row: Row) -> tuple[str, ...]:
    if not row["registers"]:
        return ()
    return (f"  {_of(row, 'register')} with {counted(row['entries'], 'entry', 'entries')}",)


def _of(row: Row, word: str) -> str:
    """The row's number of these, with its noun."""
    return counted(row[f"{word}s"], word, f"{word}s")


def _residue(row: Row) -> str:
    return f"{counted(row['residue'], 'line', 'lines')} not understood"


def path_story(row: Row, sources: Sources) -> str:
    """The steps of a chain, each with the lines that it rests on."""
    stops = [row["steps"][0]["from"], *(step["to"] for step in row["steps"])]
    lines = [f"{' – '.join(stop['label'] for stop in stops)}  [{row['id'][:13]}]"]
    for step in row["steps"]:
        lines.append(f"  {step['says']}")
        lines += [f"    “{shortened(one['quote'], 120)}” — {place(one, sources)}" for one in step["passages"]]
    return "\n".join(lines)


def briefing(sentences: Sequence[Sentence], sources: Sources) -> str:
    """The first answers, each with its quotes and their places."""
    lines: list[str] = []
    for sentence in sentences:
        lead = "" if sentence.kind in ("sum", "tally", "ceiling") else "  "
        places = [(passage.quote, place(passage_row(passage), sources)) for passage in sentence.passages]
        within = [where for quote, where in places if f"“{quote}”" in sentence.text]
        lines.append(f"{lead}{sentence.text}{''.join(f' — {where}' for where in within)}")
        quotes = [(quote, where) for quote, where in places if f"“{quote}”" not in sentence.text]
        lines += [f"{lead}  “{shortened(quote, 160)}” — {where}" for quote, where in quotes]
    return "\n".join(lines)


STORIES: dict[str, Callable[[Row, Sources], str]] = {
    "career": career_story,
    "contradiction": contradiction_story,
    "corroboration": corroboration_story,
    "tally": tally_story,
    "sum": sum_story,
    "why": why_story,
    "comparison": comparison_story,
    "built": built_story,
    "vanishing": vanishing_story,
    "news": news_story,
    "stock": stock_story,
    "status": status_story,
    "stamp": stamp_story,
    "authority": authority_story,
    "erasing": erasing_story,
    "sentence": sentence_story,
    "path": path_story,
    "reply": inquiry_story,
    "request": inquiry_story,
    "correction": correction_story,
}
