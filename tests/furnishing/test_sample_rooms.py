"""The sample rooms read without a fault, and can be made from the shipped catalogue."""

from __future__ import annotations

import pytest

import sample_rooms
from furnishing.catalogue_checks import check_style
from furnishing.catalogue_file import default_catalogue
from furnishing.errors import InputError
from furnishing.room_file import read_room, write_room


def test_there_are_six() -> None:
    assert sample_rooms.names() == ("attic", "bedroom", "galley_kitchen", "hallway", "l_kitchen", "study")


@pytest.mark.parametrize("name", sample_rooms.names())
def test_a_sample_room_is_canonical_and_its_style_can_be_made(name: str) -> None:
    text = sample_rooms.text(name)
    file = read_room(text, f"{name}.json")
    assert file.style is not None
    assert check_style(file.style, default_catalogue()) == ()
    assert write_room(file) == text


def test_between_them_they_hold_everything_that_a_room_can_hold() -> None:
    rooms = [read_room(sample_rooms.text(name)).room for name in sample_rooms.names()]
    openings = {opening.kind for room in rooms for wall in room.walls for opening in wall.openings}
    points = {point.kind for room in rooms for wall in room.walls for point in wall.points}
    obstacles = {obstacle.kind for room in rooms for obstacle in room.obstacles}
    assert (len(openings), len(points), len(obstacles)) == (3, 5, 4)
    assert any(room.slopes for room in rooms)
    assert any(wall.turn != 90 for room in rooms for wall in room.walls)


def test_an_unknown_sample_room_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="there is no sample room 'cellar'; use one of attic, bedroom"):
        sample_rooms.text("cellar")
