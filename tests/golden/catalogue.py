"""Which invented lists there are: every layout in several languages, every language in several layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from tests.golden import more, office, pages, print, texts
from tests.golden.truth import Printed

LAYOUTS: tuple[tuple[Callable[[str, int], Printed], str], ...] = (
    (pages.cards, "en fr uk"),
    (pages.pictures, "de es"),
    (pages.ranks_over_names, "en fr ru"),
    (pages.names_with_ranks, "pl it"),
    (pages.broken_by_hand, "nl es ar"),
    (pages.dashed, "ru uk"),
    (pages.accordion, "en pt de"),
    (pages.three_paragraphs, "ru uk"),
    (pages.nested, "fr ru pl"),
    (pages.web_directory, "it nl tr"),
    (pages.rank_first, "es en de"),
    (pages.bilingual, "fr pt"),
    (pages.salutations, "en fr"),
    (pages.by_country, "de en es ru"),
    (texts.dot_leaders, "en it"),
    (texts.zones, "en"),
    (texts.blocks, "de pl uk"),
    (texts.precedence, "en fr"),
    (texts.consuls, "en"),
    (texts.delegates, "en es fr"),
    (texts.data, "ru uk pl es en fr"),
    (texts.blue_book, "en ar"),
    (texts.historic, "en"),
    (texts.colon_lines, "pt nl ru"),
    (print.block_pages, "de fr"),
    (print.residences, "en"),
    (print.three_columns, "en es"),
    (print.unruled, "nl ru"),
    (print.ruled, "it en"),
    (print.heads_only, "pl pt"),
    (office.tabbed, "en de"),
    (office.word_table, "fr uk"),
    (office.workbook, "en ru nl"),
    (office.old_workbook, "pl de"),
    (office.open_sheet, "es it"),
    (office.one_mission_book, "ar pt tr"),
    (more.numbered_items, "en fr pl"),
    (more.one_cell, "de it"),
    (more.grid, "en ru nl"),
    (more.ranks_as_rows, "es uk"),
    (more.title_first_cards, "en de fr"),
    (more.comma_names, "en pt"),
    (more.three_lines, "ru en"),
    (more.cabinet, "en"),
    (more.inline_couples, "en"),
    (more.acting_head, "en fr"),
)


@cache
def catalogue(seed: int = 1) -> tuple[Printed, ...]:
    """All lists of a seed."""
    return tuple(_all(seed))


def _all(seed: int) -> Iterator[Printed]:
    for layout, languages in LAYOUTS:
        for language in languages.split():
            yield layout(language, seed)
