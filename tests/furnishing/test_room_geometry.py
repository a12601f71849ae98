"""Rooms from tape and plumb line: corners from diagonals, heights under slopes, swings, leaning walls."""

from __future__ import annotations

import dataclasses
import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon

from furnishing.construction import default_construction
from furnishing.layout.free_space import Zoned, free_stretches
from furnishing.room import (
    Diagonal,
    Opening,
    OpeningKind,
    PointKind,
    Room,
    Slope,
    Wall,
)
from furnishing.room_checks import check_room
from furnishing.rooms.ceiling import ceiling_at, highest, lowest_over, slope_planes
from furnishing.rooms.diagonals import angle_between, turns_from
from furnishing.rooms.points import points_behind, points_on, walls_with
from furnishing.rooms.swings import opens_to, swing
from furnishing.rooms.truth import out_of_true
from furnishing.units import mm
from tests.furnishing.builders import a_door, a_gable, a_pillar, a_room, a_window, rectangle, rooms, with_points

RULES = default_construction()
BASE = Zoned(height=mm(820), depth=mm(600), tall=False)
HUNG = Zoned(height=mm(2100), depth=mm(350), tall=False, bottom=mm(1400))
TALL = Zoned(height=mm(2200), depth=mm(600), tall=True)


def ends(room: Room, zoned: Zoned, wall: int = 0) -> list[tuple[int, int]]:
    """The free stretches of a wall in whole millimetres."""
    return [(each.start // 1000, each.end // 1000) for each in free_stretches(room, wall, zoned, RULES)]


# ---- corners


def outline_of(corners: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> tuple[list[int], list[Diagonal]]:
    """What a tape measures of a room with these corners (mm): its walls, and the diagonals between `pairs`."""
    points = [(mm(x), mm(y)) for x, y in corners]
    walls = [round(math.dist(one, points[(i + 1) % len(points)])) for i, one in enumerate(points)]
    return walls, [Diagonal(start=a, end=b, length=round(math.dist(points[a], points[b]))) for a, b in pairs]


def built(lengths: list[int], diagonals: list[Diagonal]) -> Room:
    found = turns_from(lengths, [Decimal(90)] * len(lengths), diagonals)
    assert found.faults == ()
    walls = [Wall(measured=(length,), turn=turn) for length, turn in zip(lengths, found.turns, strict=True)]
    return a_room(*walls, diagonals=tuple(diagonals))


def test_three_lengths_give_an_angle() -> None:
    assert angle_between(mm(3000), mm(4000), mm(5000)) == 90
    assert angle_between(mm(1000), mm(1000), mm(1000)) == 60


@given(st.tuples(*[st.integers(-400, 400)] * 6), st.sampled_from([(0, 2), (1, 3)]))
def test_one_diagonal_gives_all_corners_of_a_room_with_four(shift: tuple[int, ...], pair: tuple[int, int]) -> None:
    corners = [(0, 0), (4000 + shift[0], 0), (4000 + shift[1], -3000 + shift[2]), (shift[3], -3000 + shift[4])]
    room = built(*outline_of(corners, [pair]))
    for (x, y), (wanted_x, wanted_y) in zip(room.corners, corners, strict=False):
        assert math.dist((x, y), (mm(wanted_x), mm(wanted_y))) < 20
    assert check_room(room) == ()


def test_diagonals_that_divide_a_room_into_triangles_find_its_inward_corner() -> None:
    corners = [(0, 0), (4000, 0), (4000, -1500), (2200, -1500), (2200, -3000), (0, -3000)]
    room = built(*outline_of(corners, [(0, 3), (1, 3), (3, 5)]))
    assert [round(wall.turn, 3) for wall in room.walls] == [90, 90, -90, 90, 90, 90]
    assert room.walls[2].corner == pytest.approx(270)


def test_a_diagonal_over_one_corner_gives_that_corner_alone() -> None:
    walls, diagonals = outline_of(
        [(0, 0), (4000, 0), (4000, -1500), (2200, -1500), (2200, -3000), (0, -3000)], [(2, 4)]
    )
    turns = [Decimal(90), Decimal(90), Decimal(-80), Decimal(90), Decimal(90), Decimal(90)]
    found = turns_from(walls, turns, diagonals)
    assert found.derived == {2}
    assert [round(turn, 3) for turn in found.turns] == [90, 90, -90, 90, 90, 90]


def test_lengths_that_make_no_triangle_are_refused_with_their_numbers() -> None:
    lengths = [mm(4000), mm(3000), mm(4000), mm(3000)]
    (fault,) = {
        fault.message
        for fault in turns_from(lengths, [Decimal(90)] * 4, [Diagonal(start=0, end=2, length=mm(7200))]).faults
    }
    assert "7200 mm from 0 to 2, and 4000 and 3000 mm together are not longer" in fault


def test_a_diagonal_that_differs_from_the_others_is_told() -> None:
    lengths = [mm(4000), mm(3000), mm(4000), mm(3000)]
    diagonals = [Diagonal(start=0, end=2, length=mm(5000)), Diagonal(start=1, end=3, length=mm(5100))]
    (fault,) = check_room(built(lengths, diagonals))
    assert fault.where in ("diagonals[0]", "diagonals[1]")
    assert " mm off; measure it" in fault.message


# ---- ceilings


@given(st.integers(0, mm(5000)), st.integers(-mm(3800), 0))
def test_the_ceiling_is_the_lowest_of_its_planes(x: int, y: int) -> None:
    rise = math.tan(math.radians(42))
    wanted = min(mm(2480), mm(1100) - y * rise, mm(1100) + (mm(3800) + y) * rise)
    assert abs(ceiling_at(a_gable(), x, y) - wanted) <= 1


@given(rooms(), st.data())
def test_nothing_over_an_area_is_lower_than_its_lowest(room: Room, data: st.DataObject) -> None:
    x, y = data.draw(st.integers(0, mm(3000))), data.draw(st.integers(-mm(3000), -mm(500)))
    area = Polygon([(x, y), (x + mm(600), y), (x + mm(600), y + mm(400)), (x, y + mm(400))])
    inner = [(x + data.draw(st.integers(0, mm(600))), y + data.draw(st.integers(0, mm(400)))) for _ in range(4)]
    assert all(ceiling_at(room, *point) >= lowest_over(room, area) - 1 for point in inner)
    assert lowest_over(room, area) == min(ceiling_at(room, *point) for point in list(area.exterior.coords))


def test_planes_come_in_the_order_of_the_slopes() -> None:
    assert [plane.slope.wall for plane in slope_planes(a_gable())] == [0, 2]


def test_the_highest_place_of_a_tent_is_its_ridge() -> None:
    room = dataclasses.replace(a_gable(knee=600, angle=30), ceiling=mm(3000))
    assert abs(highest(room) - (mm(600) + mm(1900) * math.tan(math.radians(30)))) < mm(2)


def test_slopes_that_leave_no_room_are_refused_with_the_height_left() -> None:
    (fault,) = check_room(a_gable(knee=300, angle=30))
    assert fault.where == "slopes"
    assert "the ceiling is 1396 mm high, 1500 mm are needed" in fault.message


def test_a_mansard_has_two_planes_on_one_wall() -> None:
    low, high = Slope(wall=0, knee=mm(900), angle=Decimal(65)), Slope(wall=0, knee=mm(1900), angle=Decimal(20))
    assert check_room(a_room(slopes=(low, high))) == ()
    (fault,) = check_room(a_room(slopes=(low, dataclasses.replace(high, angle=Decimal(70)))))
    assert fault.where == "slopes[1].wall"


# ---- points, swings, out of true


def test_points_along_a_wall_are_found_by_kind_and_by_what_would_stand_before_them() -> None:
    room = with_points((PointKind.WASTE, 1200, 450), (PointKind.WATER, 1000, 550), (PointKind.WATER, 300, 1200))
    assert [point.offset for point in points_on(room, 0, PointKind.WATER)] == [mm(300), mm(1000)]
    assert walls_with(room, PointKind.WATER) == (0,)
    behind = points_behind(room, 0, mm(900), mm(1500), top=mm(820))
    assert [point.kind for point in behind] == [PointKind.WATER, PointKind.WASTE]


def test_two_leaves_sweep_two_small_quarters() -> None:
    door = a_door(1000, width=1800)
    room = a_room(*rectangle(4000, 3000, door))
    both = dataclasses.replace(door, leaves=2)
    assert swing(room, 0, both).area == pytest.approx(swing(room, 0, door).area / 2)
    assert swing(room, 0, dataclasses.replace(door, swing="out")).is_empty


def test_a_door_that_meets_a_pillar_before_it_is_open_is_refused() -> None:
    room = a_room(*rectangle(4000, 3000, a_door(300, hinge="right")), obstacles=(a_pillar(300, -600),))
    assert opens_to(room, 0, room.walls[0].openings[0], slack=mm(20)).meets == "the pillar"
    (fault,) = check_room(room)
    assert fault.where == "walls[0].openings[0]"
    assert "degrees of 90 and then meets the pillar; let it open out or slide" in fault.message


def test_a_door_with_its_hinge_at_the_corner_opens_along_the_wall() -> None:
    assert check_room(a_room(*rectangle(4000, 3000, a_door(0)))) == ()


def test_a_window_does_not_pass_a_slope_that_falls_along_its_wall() -> None:
    gable = dataclasses.replace(rectangle(3800, 5000)[0], openings=(a_window(2700),))
    room = dataclasses.replace(a_gable(), walls=(a_gable().walls[0], gable, *a_gable().walls[2:]))
    (fault,) = check_room(room)
    assert "window ends at 2100 mm, above the ceiling of wall 2 (1190 mm)" in fault.message


def test_a_wall_that_leans_in_costs_what_it_leans_at_the_top() -> None:
    walls = rectangle(4000, 3000)
    leaning = dataclasses.replace(walls[1], lean=mm(5))
    room = a_room(walls[0], leaning, *walls[2:])
    assert leaning.lean_at(mm(2200)) == mm(11)
    assert out_of_true(room, 0, height=mm(2200), depth=mm(600)).right == mm(11)
    assert ends(room, TALL) == [(5, 3984)]
    away = dataclasses.replace(room, walls=(walls[0], dataclasses.replace(walls[1], lean=-mm(5)), *walls[2:]))
    assert ends(away, TALL) == [(5, 3995)]
    assert out_of_true(away, 0, height=mm(2200), depth=mm(600)).right_gap == mm(11)


def test_a_corner_out_of_square_costs_at_the_depth_of_the_units() -> None:
    lengths, diagonals = outline_of([(0, 0), (4000, 0), (3950, -3000), (0, -3000)], [(0, 2)])
    room = built(lengths, diagonals)
    cost = out_of_true(room, 0, height=mm(820), depth=mm(600)).right
    assert abs(cost - mm(10)) < 100
    assert ends(room, BASE) == [(5, 3985)]


def test_the_spread_of_a_wall_is_what_it_may_be_scribed() -> None:
    assert Wall(measured=(mm(4010), mm(4000), mm(4004))).scribe == mm(10)


def test_all_faults_of_a_bad_room_are_told_at_once() -> None:
    walls = rectangle(4000, 3000, a_door(3500), a_window(3000))
    passage = Opening(kind=OpeningKind.PASSAGE, offset=0, width=mm(900), height=mm(2700))
    walls = (walls[0], dataclasses.replace(walls[1], openings=(passage,)), *walls[2:])
    low = Slope(wall=2, knee=mm(2700), angle=Decimal(30))
    room = a_room(*walls, obstacles=(a_pillar(3900, -3100), a_pillar(100, -500)), slopes=(low,))
    where = {fault.where for fault in check_room(room)}
    assert where == {
        "walls[0].openings[0]",
        "walls[0].openings[1]",
        "walls[1].openings[0]",
        "obstacles[0]",
        "slopes[0].knee",
    }
