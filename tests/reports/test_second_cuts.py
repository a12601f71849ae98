"""Second cuts on the papers: angles on labels and cut list, the true outline in the elevation."""

from __future__ import annotations

import pytest

import sample_rooms
from furnishing.catalogue_file import default_catalogue
from furnishing.design import Design, design
from furnishing.room_file import read_room
from reports.dimensions import View
from reports.drawing import Polyline
from reports.room_elevation import elevation_items
from reports.second_cuts import second_cut_words
from reports.text.languages import languages
from reports.text.locale import METRIC_ENGLISH, Locale


@pytest.fixture(scope="module")
def made() -> Design:
    file = read_room(sample_rooms.text("attic_wardrobe"))
    assert file.style is not None
    return design(file.room, file.style, default_catalogue())


def words(made: Design, id: str, locale: Locale = METRIC_ENGLISH) -> str:
    return second_cut_words(next(part for part in made.parts if part.id == id), locale)


def test_a_bevel_is_told_with_its_angle_edge_and_face(made: Design) -> None:
    assert words(made, "K05.side.L") == "2nd cut: 45° bevel, right edge, face B longer"


def test_a_slanting_edge_is_told_with_its_angle_and_its_ends(made: Design) -> None:
    assert words(made, "K04.door.1") == "2nd cut: 45° from 2239.8/0 to 1792.8/447"


def test_a_notch_is_told_with_its_size(made: Design) -> None:
    assert words(made, "K03.bottom").startswith("2nd cut: notch 390 × ")


def test_a_square_part_says_nothing(made: Design) -> None:
    assert words(made, "K04.bottom") == ""


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_words(made: Design, language: str) -> None:
    said = [words(made, id, Locale(language=language)) for id in ("K05.side.L", "K04.door.1", "K03.bottom")]
    assert all(said)
    assert not any("[en]" in each for each in said)


def test_the_elevation_shows_the_slanting_outline(made: Design) -> None:
    items = elevation_items(made, default_catalogue(), 0, View(scale=20))
    shapes = [item for item in items if isinstance(item, Polyline) and item.closed]
    assert any(len({round(x, 3) for x, _ in item.points}) > 2 for item in shapes)
