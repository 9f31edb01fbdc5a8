"""Which rule makes two lines of one mission one person, and how strong is it?

Every link names its rule and what speaks for it. The rules ask for more the less the names agree; the weight orders
links, and is no probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from legation.language.names import Comparison
from legation.model.quick import quick

Rule = Literal["same-name", "respelled", "returned", "changed-family-name", "judged"]

CERTAIN_ENOUGH = 800
"""Weight from which two equally strong links of one line are told apart by place; below it neither counts."""

FLICKER = 1
"""Complete editions that may miss a person who is back in the next, as ministries' lists do with one in a hundred."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two listings that are one person: `a` stands in the earlier edition."""

    a: str
    b: str
    rule: Rule
    weight: int
    """From 1 to 1000; a judgement has 1000."""
    reasons: tuple[str, ...]


class Evidence(NamedTuple):
    """What two lines of one mission show."""

    names: Comparison | None
    """How the names agree; `None` where they are one but for accents, capitals and the order of words."""
    same_words: bool
    """All words of the shorter name, two at least, are in the longer one."""
    same_date: bool
    other_date: bool
    """Both print a day of one kind, and no day in common."""
    same_title: bool
    same_rank: bool
    same_seat: bool
    """Both are head of mission, with one rank."""
    same_place: bool
    """They stand beside the same person, or at the same place of the section."""
    missed: int
    """Complete editions between them that don't show the person."""

    @property
    def same_post(self) -> bool:
        """Whether the lines give one title or rank, or stand in one place."""
        return self.same_title or self.same_rank or self.same_place

    @property
    def excluded(self) -> bool:
        """Whether no rule makes one person of them, whatever their names are."""
        if self.missed > FLICKER and not self.same_date:
            return True
        return self.other_date and (self.missed > 0 or not self.same_post)

    def reasons(self) -> tuple[str, ...]:
        """What speaks for and against one person, one short phrase each."""
        agreeing = self.names.reasons if self.names else ()
        return _phrases(
            tuple(f"{reason.part} {reason.relation}" for reason in agreeing) or ("name equal",),
            (
                self.same_date,
                self.other_date,
                self.same_title,
                self.same_rank and not self.same_title,
                self.same_place,
                self.missed,
            ),
        )


# A case has as many links as lines, and few ways to say why: each is made once.
@lru_cache(maxsize=4096)
def _phrases(parts: tuple[str, ...], shown: tuple[bool, bool, bool, bool, bool, int]) -> tuple[str, ...]:
    said = (
        "same printed date",
        "other printed date",
        "same title",
        "same rank",
        "same place",
        f"absent from {shown[-1]} between",
    )
    return (*parts, *(phrase for phrase, holds in zip(said, shown, strict=True) if holds))


def linking_rule(evidence: Evidence) -> tuple[Rule, int] | None:
    """The strongest rule that makes them one person, with its weight; `None` where no rule does.

    In the order of the rules: one name in nearby editions; one name that is spelled otherwise; one name after a longer
    absence, with the same printed day; names that differ by a slip, an initial or a part, with the same printed day or
    in the same post; a new family name, everything else being equal.
    """
    if evidence.excluded:
        return None
    names = evidence.names
    if names is None or names.verdict == "same":
        return _whole_name(evidence)
    if evidence.missed > FLICKER or evidence.other_date:
        return None
    bonus = 40 * evidence.same_title + 20 * evidence.same_rank + 20 * evidence.same_place
    if names.verdict == "possible":
        if evidence.same_date:
            return "respelled", 700 + bonus
        if evidence.missed == 0 and _in_post(evidence, names):
            return "respelled", 500 + bonus
    return _slip_or_marriage(evidence, names, bonus) if evidence.missed == 0 else None


def _in_post(evidence: Evidence, names: Comparison) -> bool:
    """Whether a name that may be the same stands in the same post, whole names being asked for less."""
    whole = names.relation("given") in ("equal", "variant", "form", "reading", "short", "close")
    slip = whole and evidence.same_rank and names.relation("family") in ("close", "reading")
    return slip or evidence.same_seat or (evidence.same_title and (evidence.same_place or whole))


def _whole_name(evidence: Evidence) -> tuple[Rule, int]:
    bonus = 40 * evidence.same_date + 20 * evidence.same_title + 10 * evidence.same_rank + 10 * evidence.same_place
    if evidence.missed > FLICKER:
        return "returned", 750 + bonus
    return ("same-name", 900 + bonus) if evidence.names is None else ("respelled", 800 + bonus)


def _slip_or_marriage(evidence: Evidence, names: Comparison, bonus: int) -> tuple[Rule, int] | None:
    """Names that alone would be those of two persons: one line went, and one came in its place at the same time."""
    dated = evidence.same_date and evidence.same_post
    placed = evidence.same_title and evidence.same_place
    family, given = names.relation("family"), names.relation("given")
    if given in ("equal", "variant") and names.relation("patronymic") != "different":
        if family == "near" and (evidence.same_date or evidence.same_title):
            return "respelled", (600 if dated or placed else 450) + bonus
        if family in ("different", "gender") and _all_but_family(evidence, names, dated=dated):
            return "changed-family-name", 300 + bonus
    other_spelling = family in ("equal", "variant") and given == "near"
    if ((dated or _same_father(names)) and other_spelling) or (dated and evidence.same_words):
        return "respelled", 400 + bonus
    return None


def _all_but_family(evidence: Evidence, names: Comparison, *, dated: bool) -> bool:
    """Whether lines that give other family names give all else: post and day, or either and two parts of the name.

    A given name and a title alone are shared by too many who come for somebody who leaves.
    """
    if dated and (evidence.same_title or evidence.same_rank):
        return True
    # With the day printed beside both, a promotion of the same time changes nothing.
    return (evidence.same_title or evidence.same_date) and (_same_father(names) or _two_given(names))


def _same_father(names: Comparison) -> bool:
    """Whether both print one patronymic in full."""
    return names.relation("patronymic") in ("equal", "variant")


def _two_given(names: Comparison) -> bool:
    """Whether both print one given name with one and the same second name or initial."""
    return any(
        reason.part == "given" and reason.relation == "equal" and len((reason.a or "").split()) > 1
        for reason in names.reasons
    )
