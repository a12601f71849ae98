"""Where the walls of a room stand."""

from __future__ import annotations

from decimal import Decimal

from furnishing.room import Obstacle, ObstacleKind, Room, Slope, Wall
from furnishing.units import mm


def a_room(*lengths: int | tuple[int, ...], turns: tuple[int, ...] = ()) -> Room:
    each = [length if isinstance(length, tuple) else (length,) for length in lengths]
    walls = [
        Wall(measured=tuple(mm(one) for one in length), turn=Decimal(turn))
        for length, turn in zip(each, turns or (90,) * len(each), strict=True)
    ]
    return Room(name="Room", ceiling=mm(2500), walls=tuple(walls))


def test_a_square_room_closes_exactly() -> None:
    corners = a_room(4000, 3000, 4000, 3000).corners
    assert corners == ((0, 0), (mm(4000), 0), (mm(4000), mm(-3000)), (0, mm(-3000)), (0, 0))


def test_the_smallest_measurement_counts() -> None:
    assert a_room((4000, 3990, 4010), 3000, 3990, 3000).corners[1] == (mm(3990), 0)


def test_a_corner_that_juts_in_turns_left() -> None:
    room = a_room(4000, 1000, 1500, 2000, 2500, 3000, turns=(90, 90, -90, 90, 90, 90))
    assert room.corners[-1] == (0, 0)
    assert room.outline.area == mm(4000) * mm(3000) - mm(1500) * mm(2000)


def test_on_a_wall_out_means_into_the_room() -> None:
    room = a_room(4000, 3000, 4000, 3000)
    assert room.on_wall(0, mm(100), mm(50)) == (mm(100), mm(-50))
    assert room.on_wall(1, mm(100), mm(50)) == (mm(3950), mm(-100))
    assert room.on_wall(2, mm(100), mm(50)) == (mm(3900), mm(-2950))
    assert room.on_wall(3, mm(100), mm(50)) == (mm(50), mm(-2900))


def test_the_ceiling_over_a_wall_is_the_knee_of_its_slope() -> None:
    flat = a_room(4000, 3000, 4000, 3000)
    slope = Slope(wall=2, knee=mm(1100), angle=Decimal(40))
    room = Room(name="Attic", ceiling=flat.ceiling, walls=flat.walls, slopes=(slope,))
    assert [room.ceiling_over(wall) for wall in range(4)] == [mm(2500), mm(2500), mm(1100), mm(2500)]


def test_a_round_pipe_covers_less_floor_than_its_square() -> None:
    pipe = Obstacle(kind=ObstacleKind.PIPE, x=0, y=mm(-100), length=mm(100), width=mm(100), height=mm(2500), round=True)
    assert 0.78 < pipe.footprint.area / mm(100) ** 2 < 0.79
