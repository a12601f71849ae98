"""What of a wall is free in a band of height, and what windows, slopes and points take of it."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from furnishing.construction import default_construction
from furnishing.layout.free_space import CLOSED, Cause, Stretch, Zoned, free_stretches, free_walls, gaps
from furnishing.room import (
    Obstacle,
    ObstacleKind,
    PointKind,
    Room,
    Sash,
    Wall,
)
from furnishing.units import mm
from tests.furnishing.builders import a_gable, a_room, a_window, rectangle, rooms, with_points

RULES = default_construction()
BASE = Zoned(height=mm(820), depth=mm(600), tall=False)
HUNG = Zoned(height=mm(2100), depth=mm(350), tall=False, bottom=mm(1400))
TALL = Zoned(height=mm(2200), depth=mm(600), tall=True)


def ends(room: Room, zoned: Zoned, wall: int = 0) -> list[tuple[int, int]]:
    """The free stretches of a wall in whole millimetres."""
    return [(each.start // 1000, each.end // 1000) for each in free_stretches(room, wall, zoned, RULES)]


def mirrored(room: Room) -> Room:
    """The room as in a mirror: its first wall stays the first, the others go round the other way."""
    count = len(room.walls)
    order = [0, *range(count - 1, 0, -1)]
    walls = []
    for old in order:
        wall = room.walls[old]
        openings = [
            dataclasses.replace(each, offset=wall.length - each.end, hinge="right" if each.hinge == "left" else "left")
            for each in wall.openings
        ]
        walls.append(dataclasses.replace(wall, turn=room.walls[old - 1].turn, openings=tuple(openings)))
    length = room.walls[0].length
    return dataclasses.replace(
        room,
        walls=tuple(walls),
        obstacles=tuple(dataclasses.replace(each, x=length - each.x - each.length) for each in room.obstacles),
        slopes=tuple(dataclasses.replace(each, wall=order.index(each.wall)) for each in room.slopes),
    )


def spans(stretches: tuple[Stretch, ...]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in stretches if each.length > mm(3)]


@settings(max_examples=60, deadline=None)
@given(rooms(), st.sampled_from([BASE, HUNG, TALL]))
def test_a_mirrored_room_has_mirrored_free_stretches(room: Room, zoned: Zoned) -> None:
    other = mirrored(room)
    order = [0, *range(len(room.walls) - 1, 0, -1)]
    for new, old in enumerate(order):
        length = room.walls[old].length
        here = [(length - end, length - start) for start, end in spans(free_stretches(room, old, zoned, RULES))][::-1]
        there = spans(free_stretches(other, new, zoned, RULES))
        assert len(here) == len(there)
        for one, two in zip(here, there, strict=True):
            assert abs(one[0] - two[0]) <= mm(2)
            assert abs(one[1] - two[1]) <= mm(2)


def test_wall_units_hang_over_what_stands_below_them() -> None:
    radiator = Obstacle(
        kind=ObstacleKind.RADIATOR, x=mm(1000), y=-mm(110), length=mm(900), width=mm(100), height=mm(600), z=mm(120)
    )
    room = a_room(obstacles=(radiator,))
    assert ends(room, BASE) == [(5, 950), (1950, 3995)]
    assert ends(room, HUNG) == [(5, 3995)]


@pytest.mark.parametrize(("kind", "closed"), [(ObstacleKind.PILLAR, True), (ObstacleKind.RADIATOR, False)])
def test_fillers_close_gaps_beside_pillars_and_leave_the_air_beside_radiators(kind: ObstacleKind, closed: bool) -> None:
    """A filler of 25 mm once stood against the air beside a radiator."""
    block = Obstacle(kind=kind, x=mm(1000), y=-mm(110), length=mm(900), width=mm(100), height=mm(600))
    left, right = free_stretches(a_room(obstacles=(block,)), 0, BASE, RULES)
    assert left.right is right.left
    assert (left.right in CLOSED) is closed


def test_a_window_counts_in_the_bands_that_it_reaches_into() -> None:
    high = dataclasses.replace(a_window(1000, sill=1500), height=mm(500))
    low = dataclasses.replace(a_window(1000, sill=300), height=mm(900))
    assert ends(a_room(*rectangle(4000, 3000, high)), BASE) == [(5, 3995)]
    assert len(ends(a_room(*rectangle(4000, 3000, high)), HUNG)) == 2
    assert len(ends(a_room(*rectangle(4000, 3000, low)), BASE)) == 2
    assert ends(a_room(*rectangle(4000, 3000, low)), HUNG) == [(5, 3995)]


def test_a_sash_that_turns_in_keeps_its_quarter_circle_free_of_wall_units() -> None:
    turning = dataclasses.replace(a_window(0, width=1000), sash=Sash.TURN)
    room = a_room(Wall(measured=(mm(4000),)), dataclasses.replace(rectangle(3000, 3000)[0], openings=(turning,)),
                  *rectangle(4000, 3000)[2:])  # fmt: skip
    still = dataclasses.replace(room, walls=(room.walls[0], rectangle(3000, 3000)[0], *room.walls[2:]))
    assert ends(still, HUNG) == [(5, 3995)]
    assert ends(room, HUNG)[0][1] <= 3000


def test_slopes_and_beams_count_up_to_the_top_of_the_band() -> None:
    assert ends(a_gable(), BASE) == [(5, 4995)]
    assert ends(a_gable(), HUNG) == []
    beam = Obstacle(
        kind=ObstacleKind.BEAM, x=mm(2000), y=-mm(600), length=mm(200), width=mm(600), height=mm(400), z=mm(2100)
    )
    assert len(ends(a_room(obstacles=(beam,)), TALL)) == 2
    assert len(ends(a_room(obstacles=(beam,)), BASE)) == 1


def test_switches_and_gas_stay_free_of_tall_units_and_base_units_stand_before_them() -> None:
    room = with_points((PointKind.SWITCH, 1000, 1050), (PointKind.GAS, 3000, 600), (PointKind.SOCKET, 2000, 300))
    assert ends(room, BASE) == [(5, 3995)]
    assert ends(room, TALL) == [(5, 940), (1060, 2900), (3100, 3995)]
    assert {each.left for each in free_stretches(room, 0, TALL, RULES)} == {Cause.WALL, Cause.POINT}


def test_every_wall_and_band_is_told_at_once() -> None:
    found = free_walls(a_room(), {"base": BASE, "wall": HUNG, "tall": TALL}, RULES)
    assert len(found) == 4
    assert found[0]["wall"] == free_stretches(a_room(), 0, HUNG, RULES)


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], [(0, 10)]),
        ([(-5, -1), (2, 4), (3, 6)], [(0, 2), (6, 10)]),
        ([(20, 30)], [(0, 10)]),
        ([(8, 30), (0.5, 1)], [(1, 8)]),
        ([(-1, 11)], []),
    ],
)
def test_what_is_taken_leaves_gaps_within_the_length(
    taken: list[tuple[float, float]], left: list[tuple[float, float]]
) -> None:
    assert list(gaps(10, taken, 0.5)) == left
