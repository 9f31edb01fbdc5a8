"""Did it happen, was it announced, planned, threatened, denied? Polarity, modality and hedges around a trigger.

Only words that govern the verb count: those before it in its clause, and hedges that the language puts elsewhere. A
thing that is planned, threatened or denied never comes out as done.
"""

from __future__ import annotations

from legation.extraction.news.conditions import is_conditional, is_not_excluded
from legation.extraction.news.mentions import Marked, PeopleMention
from legation.extraction.news.nouns import is_answered, is_decided
from legation.extraction.news.triggers import Hit, hits
from legation.model.claims import Status
from legation.vocabulary.press import months

_GOVERN = 9
_GOVERN_FINAL = 18
_GOVERN_THAT = 22
_THAT = 5
_NEGATION = 5
_ASKED = 2
_DECISION = 5
_GOVERNED: tuple[Status, ...] = ("called-for", "threatened", "planned")
_IN_FORCE = ("declare", "welcome", "accreditation")


def status_of(marked: Marked, hit: Hit, people: PeopleMention | None) -> Status:
    """The status of a telling; what is only asked is left open."""
    status = _status(marked, hit, people)
    return "hypothetical" if status == "announced" and marked.tokens[-1].text == "?" else status


def _status(marked: Marked, hit: Hit, people: PeopleMention | None) -> Status:
    """The status by the first rule that holds."""
    start = _clause_start(marked, hit)
    if hit.sense.rule != "welcome" and _negated(marked, hit, start):
        return "negated"
    if _cue(marked, hit, start, "modal", "hypothetical"):
        weighed = marked.has_in("whether", start, hit.first)
        return "planned" if weighed and _complement(marked, hit, start, "modal", "planned") else "hypothetical"
    if is_not_excluded(marked, hit, start):
        return "hypothetical"
    if _complement(marked, hit, start, "hedge", "denied"):
        return "denied"
    if _taken_back(marked, hit):
        return "retracted"
    for sense in _GOVERNED:
        if hit.sense.form in ("base", "ger", "pres", "part") and _complement(marked, hit, start, "modal", sense):
            return sense
    final = _final_cue(marked, hit)
    if final is not None:
        return final
    if _hedged(marked, hit, start):
        return "alleged"
    return _plain(marked, hit, start)


def _final_cue(marked: Marked, hit: Hit) -> Status | None:
    """In verb-final languages: the participle that governs a noun or infinitive from behind: "mit … gedroht"."""
    if not marked.lexicon.has("verb-final") or hit.sense.form != "base":
        return None
    for index in range(hit.end, min(hit.end + _GOVERN, len(marked.words))):
        if marked.tokens[index].text in ",;:":
            return None
        found = marked.phrase_at("modal", index)
        governed = next((status for status in _GOVERNED if found is not None and found[0] == status), None)
        if governed is not None:
            return governed
    return None


def _plain(marked: Marked, hit: Hit, start: int) -> Status:
    """Announced or done, where nothing softens it."""
    if is_answered(marked, hit):
        return "executed"
    if hit.sense.rule == "noun":
        return "announced" if is_decided(marked, hit) else "executed"
    if _would(marked, hit, start):
        said = "say" in marked.present or "decide" in marked.present
        return "announced" if said else "planned"
    if hit.sense.form == "ger" and _by_doing(marked, hit):
        return "executed"
    if _cue(marked, hit, start, "modal", "will") or hit.sense.form in ("pres", "base", "ger"):
        return "hypothetical" if is_conditional(marked, hit) else "announced"
    ordered = hit.sense.tail in ("leave", "time-to-leave", "quitter", "abandonar", "zur-ausreise", "покинуть")
    if ordered or hit.sense.rule in _IN_FORCE or hit.sense.rule in ("noun", "ceiling-noun", "must-leave"):
        return "announced"
    return "executed"


def _by_doing(marked: Marked, hit: Hit) -> bool:
    """Such as "answered by expelling": how something that was done was done."""
    led = marked.is_one_of(hit.first - 1, ("by-doing", "answered"))
    return led and marked.has_in("answered", 0, hit.first)


def _clause_start(marked: Marked, hit: Hit) -> int:
    """Where the trigger's clause begins: behind the last semicolon, colon, or relative pronoun with its own subject."""
    for index in range(hit.first - 1, -1, -1):
        if marked.words[index] in (";", ":"):
            return index + 1
    return 0


def _negated(marked: Marked, hit: Hit, start: int) -> bool:
    for index in range(hit.first - 1, max(hit.first - 1 - _NEGATION, start - 1), -1):
        if marked.tokens[index].text in ",—–":
            break
        inside = hit.tail is not None and hit.tail[0] <= index < hit.tail[1]
        if marked.is_in(index, "negation") and not inside and not _left_open(marked, index):
            if marked.is_in(index, "without") and not _governs(marked, index, hit):
                continue
            return not _is_formula(marked, index)
    if hit.sense.form == "base" and _negated_behind(marked, hit):
        return True
    if _rules_out(marked, max(hit.first - _GOVERN, start), hit.first):
        return True
    for words in (("refrained", "from"), ("yet", "to"), ("stopped", "short")):
        if words == marked.words[hit.first - 2 : hit.first]:
            return True
    if hit.voice == "passive" and marked.has_in("nobody", start, start + 3):
        return True
    return marked.lexicon.has("verb-final") and _german_negation(marked, hit)


def _governs(marked: Marked, without: int, hit: Hit) -> bool:
    """Whether a "without" negates the trigger: a noun or infinitive, and no verb that another noun stands before."""
    return hit.sense.form in ("base", "ger") or marked.is_one_of(without + 1, ("have", "be"))


def _rules_out(marked: Marked, first: int, stop: int) -> bool:
    """Whether several words negate a verb: "ruled out", with at most articles behind."""
    return any(
        length > 1
        and all(marked.is_one_of(i, ("determiner", "preposition")) for i in range(index + length, stop))
        and not _left_open(marked, index)
        for index, _, length in marked.phrases_in("negation", first, stop)
        if index + length <= stop
    )


def _left_open(marked: Marked, index: int) -> bool:
    """Whether a negation is part of words that leave a thing open: "does not rule out"."""
    return any(
        found == "hypothetical" and first + length > index
        for first, found, length in marked.phrases_in("modal", max(index - 3, 0), index + 1)
    )


def _negated_behind(marked: Marked, hit: Hit) -> bool:
    """Whether the auxiliary of an infinitive stands behind it with a negation, as Russian may put it."""
    return any(
        marked.is_in(index, "negation") and (marked.is_in(index + 1, "be") or marked.phrase_at("modal", index + 1))
        for index in range(hit.after, min(hit.after + _NEGATION, len(marked.words)))
    ) and marked.lexicon.has("no-articles")


def _german_negation(marked: Marked, hit: Hit) -> bool:
    span = range(max(hit.first - 12, 0), min(hit.end + 2, len(marked.words)))
    negations = ("nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner")
    tail = range(*hit.tail) if hit.tail else range(0)
    if any(marked.words[i] in negations and i not in tail and not _left_open(marked, i) for i in span):
        return True
    return hit.sense.form == "base" and _forgone(marked, hit)


def _forgone(marked: Marked, hit: Hit) -> bool:
    """Whether an infinitive behind a comma is what somebody refuses or does without: "verzichtete darauf, …"."""
    comma = next((i for i in range(hit.first - 1, 0, -1) if marked.tokens[i].text == ","), None)
    near = range(max(comma - _GOVERN, 0), comma) if comma is not None else ()
    return any(marked.is_in(index, "negation") and not _left_open(marked, index) for index in near)


def _is_formula(marked: Marked, index: int) -> bool:
    """Such as "persona non grata", "no longer welcome" and "no fewer than" negate nothing."""
    follows = marked.words[index + 1] if index + 1 < len(marked.words) else ""
    return follows in (
        "longer",
        "fewer",
        "less",
        "grata",
        "grato",
        "gratae",
        "only",
        "solo",
        "только",
        "nur",
        "seulement",
        "menos",
        "менее",
    )


def _cue(marked: Marked, hit: Hit, start: int, group: str, sense: str) -> bool:
    """Whether a cue of that sense stands close before the trigger."""
    for index, found, length in marked.phrases_in(group, max(hit.first - 5, start), hit.first):
        if found == sense and index + length <= hit.first and not _is_month(marked, index):
            return not any(token.text in ",;" for token in marked.tokens[index : hit.first])
    return sense == "hypothetical" and marked.is_in(start, "if-word")


def _is_month(marked: Marked, index: int) -> bool:
    """Whether a modal's word is the month: "In May 2019 Latvia expelled"."""
    if marked.words[index] not in months() or not marked.tokens[index].is_capital:
        return False
    numbered = index + 1 < len(marked.words) and marked.words[index + 1][:1].isdigit()
    return numbered or (index > 0 and marked.is_in(index - 1, "preposition"))


def _complement(marked: Marked, hit: Hit, start: int, group: str, sense: str) -> bool:
    """Whether a verb of that sense governs the trigger: it stands before it with no comma or subject change between."""
    reach = _GOVERN_FINAL if marked.lexicon.has("verb-final") and hit.sense.form == "base" else _GOVERN
    if sense == "denied":
        reach = _GOVERN_THAT
    for index, found, length in marked.phrases_in(group, max(hit.first - reach, start), hit.first):
        after = index + length
        if found != sense or after > hit.first:
            continue
        if sense == "denied" and hit.first - index > _GOVERN and not _leads_to(marked, after, hit.first):
            continue
        parted = any(marked.tokens[place].text in ",;" for place in range(index, hit.first))
        own = marked.is_in(hit.first - 1, "and-word") and marked.tokens[hit.first - 2].text in ',”"'
        led = sense == "denied" and not own and _leads_to(marked, after, hit.first)
        if parted and not led and not marked.lexicon.has("verb-final"):
            continue
        asked = sense == "called-for" or marked.lexicon.has("verb-final")
        if sense == "denied" or not _other_subject(marked, index, hit.first, after if asked else None):
            return True
    return False


def _leads_to(marked: Marked, first: int, stop: int) -> bool:
    """Whether a clause with "that" begins soon behind a verb of denying, and nobody else speaks before the trigger."""
    near = range(first, min(first + _THAT, stop))
    said = any(marked.is_in(index, "say") or marked.words[index] == ";" for index in range(first, stop))
    return not said and any(marked.is_in(index, "that-word") for index in near)


def _other_subject(marked: Marked, first: int, stop: int, asked: int | None) -> bool:
    """Whether another subject begins behind a verb; who is asked to do something stands right behind the asking."""
    return any(
        decider.subject
        and decider.first > first
        and decider.after <= stop
        and (asked is None or decider.first - asked > _ASKED)
        for decider in marked.deciders
    )


def _would(marked: Marked, hit: Hit, start: int) -> bool:
    reach = 14 if hit.sense.form == "ger" else 4
    if marked.lexicon.has("verb-final") and hit.voice == "passive":
        return False
    return marked.has_in("would", max(hit.first - reach, start), hit.first)


def _taken_back(marked: Marked, hit: Hit) -> bool:
    """Whether the sentence takes the step back; the trigger's own words don't count."""
    if not marked.has_any(("hedge",)):
        return False
    if hit.sense.rule == "noun" and any(_undone(marked, i) for i in range(max(hit.first - 3, 0), hit.first)):
        return True
    for _, first, after in marked.lexicon.phrases("hedge").scan(marked.words[: hit.start]):
        undone = marked.phrase_at("hedge", first)
        if undone is not None and undone[0] == "retracted" and _names_decision(marked, after, hit.start):
            return True
    steps = [h for h in hits(marked) if h is not hit]
    for index, found, _ in marked.phrases_in("hedge", hit.end, len(marked.words)):
        if found == "retracted" and not any(h.start <= index < h.end for h in steps):
            return True
    return False


def _undone(marked: Marked, index: int) -> bool:
    """Whether a verb of taking back begins at a place."""
    found = marked.phrase_at("hedge", index)
    return found is not None and found[0] == "retracted"


def _names_decision(marked: Marked, first: int, stop: int) -> bool:
    return marked.has_in("decision", first, min(first + _DECISION, stop))


def _hedged(marked: Marked, hit: Hit, start: int) -> bool:
    reach = 14 if marked.lexicon.has("verb-final") else 4
    for _, found, _ in marked.phrases_in("hedge", max(hit.first - reach, start), hit.first):
        if found == "alleged":
            return not marked.lexicon.has("verb-final") or hit.sense.form in ("part", "base")
    return False
