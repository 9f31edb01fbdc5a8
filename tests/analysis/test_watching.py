from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from legation.analysis.vanishing import Look, Sight
from legation.analysis.watching import Person, Seen, differences

VELTRAN = Person(name="Dario VELTRAN", title="Ambassador")
SORENN = Person(name="Ilva SORENN", title="Counsellor")
KESTREN = Person(name="Orla KESTREN", title="Third Secretary")


def seen(day: int, *people: Person, state: str = "ok") -> Seen:
    sight: Sight = "names" if people else "without" if state in ("ok", "list-removed") else "nothing"
    at = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=day)
    look = Look(capture=f"c{day}", sha256=f"{day}", at=at, sight=sight, state=state, names=len(people))
    return Seen(look=look, people=people)


def told(*looks: Seen, fresh: tuple[int, ...] | None = None) -> list[tuple[str, str | None, str | None]]:
    which = frozenset(one.look.capture for one in looks) if fresh is None else frozenset(f"c{day}" for day in fresh)
    return [
        (one.news, one.was.name if one.was else None, one.is_.name if one.is_ else None)
        for one in differences(looks, which)
    ]


def test_who_joined_and_who_left_is_told_once() -> None:
    first, second, third = seen(0, VELTRAN, SORENN), seen(5, VELTRAN, KESTREN), seen(9, VELTRAN, KESTREN)
    assert told(first, second, third) == [("left", SORENN.name, None), ("joined", None, KESTREN.name)]
    assert told(first, second, third, fresh=(9,)) == []


def test_another_title_and_another_spelling_are_no_coming_and_going() -> None:
    risen = Person(name=SORENN.name, title="Minister-Counsellor")
    spelled = Person(name="Ilva  Sorenn", title="counsellor")
    assert told(seen(0, VELTRAN, SORENN), seen(1, risen, VELTRAN)) == [("title", SORENN.name, SORENN.name)]
    assert told(seen(0, VELTRAN, SORENN), seen(1, VELTRAN, spelled)) == []
    accented = Person(name="Sergei Ivanovich Logvinov", title="Attaché")
    romanized = Person(name="Sergey Ivanovich LOGVINOV", title="Attaché")
    assert told(seen(0, accented), seen(1, romanized))[0][0] == "respelled"


def test_two_of_one_name_stay_two() -> None:
    twice = (VELTRAN, VELTRAN)
    assert told(seen(0, *twice), seen(1, *twice)) == []
    assert told(seen(0, *twice), seen(1, VELTRAN)) == [("left", VELTRAN.name, None)]


def test_the_list_the_page_and_the_view_of_it_go_and_come_back() -> None:
    looks = (
        seen(0, VELTRAN),
        seen(1),
        seen(2),
        seen(3, state="error-page"),
        seen(4, state="wall"),
        seen(5, state="truncated"),
        seen(6, VELTRAN, KESTREN),
    )
    assert [news for news, _, _ in told(*looks)] == ["list-gone", "page-gone", "wall", "unreadable", "back", "joined"]


def test_looks_that_show_nothing_do_not_stand_between_two_that_do() -> None:
    looks = (seen(0, VELTRAN, SORENN), seen(1, state="wall"), seen(2, VELTRAN))
    assert ("left", SORENN.name, None) in told(*looks)


@given(
    days=st.lists(st.integers(0, 30), unique=True, min_size=1, max_size=6),
    order=st.randoms(use_true_random=False),
    names=st.data(),
)
def test_the_order_in_which_looks_are_given_does_not_matter(
    days: list[int], order: Random, names: st.DataObject
) -> None:
    people = st.lists(st.sampled_from([VELTRAN, SORENN, KESTREN]), unique=True)
    looks = [seen(day, *names.draw(people)) for day in days]
    shuffled = list(looks)
    order.shuffle(shuffled)
    assert told(*shuffled) == told(*looks)
    assert told(looks[0], fresh=(days[0],)) == []
