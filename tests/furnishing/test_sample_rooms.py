"""The sample rooms read without a fault, and can be made from the shipped catalogue."""

from __future__ import annotations

import pytest

import sample_rooms
from furnishing.catalogue_checks import check_style
from furnishing.catalogue_file import default_catalogue
from furnishing.design import design
from furnishing.errors import InputError
from furnishing.room import Sash
from furnishing.room_file import read_room, write_room

FIRST = ("attic", "bedroom", "galley_kitchen", "hallway", "l_kitchen", "study")


def test_there_are_at_least_fifteen_and_the_first_six_among_them() -> None:
    assert len(sample_rooms.names()) >= 15
    assert set(FIRST) <= set(sample_rooms.names())


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
    assert (len(openings), len(points), len(obstacles)) == (3, 6, 5)
    sashes = {opening.sash for room in rooms for wall in room.walls for opening in wall.openings}
    assert sashes == set(Sash)
    assert any(len(room.slopes) == 2 for room in rooms)
    assert any(room.diagonals for room in rooms)
    assert any(wall.lean for room in rooms for wall in room.walls)
    assert any(wall.turn != 90 for room in rooms for wall in room.walls)


@pytest.mark.parametrize("name", sample_rooms.names())
def test_a_sample_room_is_furnished_with_all_it_wishes(name: str) -> None:
    file = read_room(sample_rooms.text(name))
    assert file.style is not None
    made = design(file.room, file.style, default_catalogue(), layout=file.layout)
    assert made.cabinets
    assert [issue for issue in made.issues if issue.code == "wish-not-placed"] == []


def test_an_unknown_sample_room_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="there is no sample room 'cellar'; use one of attic, attic_gable"):
        sample_rooms.text("cellar")
