from legation.resolution.observations import Line, Observation, observations
from legation.resolution.pairing import FEW_PAIRS, NEAREST, Pair, by_likeness, by_name
from legation.resolution.tracks import Track
from tests import make


def observed(names: list[str], day: str = "2020-01-01", date: str | None = None) -> Observation:
    roster = make.roster(day, *({"name": name, "date": date} for name in names))
    return observations([roster])[make.MISSION][0]


def tracks_of(observation: Observation) -> list[Track]:
    tracks = []
    for line in observation.lines:
        tracks.append(Track())
        tracks[-1].extend(line, observation)
    return tracks


def named(lines: tuple[Line, ...], tracks: list[Track]) -> list[Pair]:
    return list(by_name(lines, {"dario veltran": tracks}))


def test_namesakes_are_each_compared_with_each() -> None:
    few = observed(["Dario VELTRAN", "VELTRAN Dario", "Mira NORRIN"])
    assert len(named(few.lines, tracks_of(few)[:2])) == 4


def test_a_crowd_of_one_name_is_compared_with_those_at_its_place() -> None:
    crowd = observed(["Dario VELTRAN"] * 500)
    pairs = named(crowd.lines, tracks_of(crowd))
    assert FEW_PAIRS < len(pairs) <= 2 * NEAREST * 500
    assert {line for line, _ in pairs} == set(crowd.lines)
    assert all(abs(line.listing.order - track.last.listing.order) <= NEAREST for line, track in pairs)


def test_a_crowd_that_shares_one_day_is_compared_with_those_at_its_place() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{a}{b}rin VEL{b}{a}TO" for a in letters for b in letters]
    crowd = observed(names, date="2019-03-01")
    pairs = by_likeness(crowd.lines, tracks_of(crowd))
    assert len(list(pairs)) <= 4 * NEAREST * len(names)


def test_names_that_share_a_sound_a_day_or_the_heads_seat_are_compared() -> None:
    before = observed(["Sergej WISCHMAKOW", "Mira NORRIN"])
    after = observed(["Вишмаков Сергей"], "2020-06-01")
    assert [(line.name, track.last.name) for line, track in by_likeness(after.lines, tracks_of(before))] == [
        ("Вишмаков Сергей", "Sergej WISCHMAKOW")
    ]


def test_numbers_in_names_tell_lines_apart() -> None:
    first, second = observed(["Dario VELTRAN 7", "Dario VELTRAN 12"]).lines
    assert first.key != second.key
