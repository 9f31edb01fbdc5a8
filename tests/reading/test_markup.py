from __future__ import annotations

import pytest

from legation.reading.markup import measure


def test_the_signs_that_a_reader_would_see_are_counted() -> None:
    found = measure("<html><head><title>no</title></head><body><p>Mr&nbsp;Ilo</p><script>no</script><!-- no --></body>")
    assert (found.lines, found.signs, found.scripts) == (["Mr Ilo"], 5, 1)


def test_elements_of_a_line_don_t_part_it_and_others_do() -> None:
    assert measure("<p>Mr <b>Ilo</b></p><div>Envoy<br>Qumar</div>").lines == ["Mr Ilo", "Envoy", "Qumar"]


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ("<html><body><p>whole</p></body></html>", None),
        ("<p>a fragment</p>", None),
        ("<html><body><table><tr><td>x</td></tr></table>", None),
        ("<html><body><table><tr><td>x", "inside <table>"),
        ("<html><body><p>x</p><dd", "inside the tag"),
        ("<html><body><div class=a><p>x</p>", "inside <div>"),
    ],
)
def test_a_page_that_breaks_off_is_told_from_one_without_an_end_tag(source: str, where: str | None) -> None:
    cut = measure(source).cut
    assert cut is None if where is None else cut is not None and where in cut


def test_depth_counts_what_nests_only() -> None:
    assert measure("<div><div><p>a<p>b<br><img></div></div>").deepest == 2
