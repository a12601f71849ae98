"""The checks of pages find what they are for."""

from __future__ import annotations

import pytest

from reports.drawing import Drawing, Text
from tests.reports.page_checks import texts_off_the_page, texts_over_texts


def a_page(*texts: Text) -> Drawing:
    return Drawing(width=100.0, height=100.0, items=texts)


@pytest.mark.parametrize("rotation", [0.0, 45.0, 90.0])
def test_a_text_over_another_is_found_however_it_is_turned(rotation: float) -> None:
    one = Text(40.0, 40.0, "first words", rotation=rotation)
    (found,) = texts_over_texts(a_page(one, Text(41.0, 41.0, "second", rotation=45.0)))
    assert sorted(found) == ["first words", "second"]


def test_texts_beside_a_slanting_wall_may_stand_in_each_others_upright_boxes() -> None:
    one, other = (Text(40.0 + aside, 40.0 - aside, "1272 mm", rotation=45.0) for aside in (0.0, 4.0))
    assert texts_over_texts(a_page(one, other)) == []


def test_many_texts_are_compared_from_left_to_right() -> None:
    row = [Text(10.0 * column, 50.0, "words") for column in range(9)]
    assert texts_over_texts(a_page(*row, Text(42.0, 50.5, "x"))) == [("words", "x")]


def test_a_text_that_leaves_the_page_is_found() -> None:
    assert texts_off_the_page(a_page(Text(95.0, 50.0, "words"), Text(5.0, 50.0, "words"))) == ["words"]
