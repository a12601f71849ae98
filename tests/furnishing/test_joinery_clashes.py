"""Clashes: each one made on purpose, and a neighbour that is just right."""

from __future__ import annotations

from typing import Any

import pytest

from furnishing.joinery.clashes import clashes, default_limits
from furnishing.parts import Bore, Groove, Notch, Part
from furnishing.units import mm
from tests.furnishing.joinery_builders import LYING, STANDING, a_box, a_cabinet_of, a_groove, a_part


def a_bore(x: float, y: float, z: float, way: int, diameter: float = 5, depth: float = 12, **changes: Any) -> Bore:
    """A hole at a point in millimetres; `way` is 1, 2 or 3 for x, y or z, negative for the other sense."""
    named = {"purpose": "test", "fixing": f"{x} {y} {z}"} | changes
    return Bore(
        x=mm(str(x)),
        y=mm(str(y)),
        z=mm(str(z)),
        axis=abs(way) - 1,
        sense=1 if way > 0 else -1,
        diameter=mm(str(diameter)),
        depth=mm(str(depth)),
        **named,
    )


def a_side(*bores: Bore, **changes: Any) -> Part:
    return a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, bores=bores, **changes)


def codes(*parts: Part) -> list[str]:
    return [issue.code for issue in clashes(a_cabinet_of(*parts))]


def test_holes_in_clear_wood_do_not_clash() -> None:
    assert codes(a_side(a_bore(18, 505, 100, -1), a_bore(18, 505, 132, -1), a_bore(0, 300, 300, 1))) == []


@pytest.mark.parametrize(("apart", "found"), [(32, []), (7, []), (6.9, ["holes-near"]), (4.9, ["holes-meet"])])
def test_holes_side_by_side(apart: float, found: list[str]) -> None:
    assert codes(a_side(a_bore(18, 300, 100, -1), a_bore(18, 300, 100 + apart, -1))) == found


@pytest.mark.parametrize(("depth", "found"), [(8.5, []), (8.6, ["holes-meet"]), (12, ["holes-meet"])])
def test_holes_from_both_faces_meet_where_the_board_is_too_thin(depth: float, found: list[str]) -> None:
    """18 thick: two of 8.5 leave 1, which is what must remain."""
    assert codes(a_side(a_bore(18, 300, 100, -1, depth=depth), a_bore(0, 300, 100, 1, depth=depth))) == found


@pytest.mark.parametrize(("height", "found"), [(110, []), (104, ["holes-near"]), (102, ["holes-meet"])])
def test_holes_at_right_angles(height: float, found: list[str]) -> None:
    """A pilot of 5 ends at 100; a hole of 5 crosses its line above: at 103.5 it leaves 1, at 101.5 it cuts in."""
    pilot = a_bore(9, 300, 0, 3, depth=100)
    assert codes(a_side(pilot, a_bore(18, 300, height - 0.5, -1))) == found


def test_the_same_hole_twice() -> None:
    assert codes(a_side(a_bore(18, 300, 100, -1), a_bore(18, 300, 100, -1, depth=10))) == ["hole-twice"]


@pytest.mark.parametrize(
    ("y", "found"), [(5, []), (4.9, ["hole-near-edge"]), (0, ["hole-off-part"]), (-3, ["hole-off-part"])]
)
def test_holes_at_an_edge(y: float, found: list[str]) -> None:
    assert codes(a_side(a_bore(18, y, 100, -1))) == found


def test_a_hole_that_begins_in_the_air_is_off_its_part() -> None:
    assert codes(a_side(a_bore(17, 300, 100, -1))) == ["hole-off-part"]


@pytest.mark.parametrize(
    ("depth", "found"), [(17, []), (17.5, ["hole-too-deep"]), (18, ["hole-too-deep"]), (19, ["hole-too-deep"])]
)
def test_a_blind_hole_must_leave_wood(depth: float, found: list[str]) -> None:
    assert codes(a_side(a_bore(18, 300, 100, -1, depth=depth))) == found


def test_a_confirmat_may_go_through() -> None:
    assert codes(a_side(a_bore(0, 300, 100, 1, depth=18, purpose="confirmat"))) == []


@pytest.mark.parametrize(("y", "found"), [(20.5, []), (20.4, ["hole-in-groove"]), (14, ["hole-in-groove"])])
def test_a_hole_in_a_groove(y: float, found: list[str]) -> None:
    """The groove ends at 18; a hole of 5 must stand 2.5 beside it."""
    assert codes(a_side(a_bore(18, y, 100, -1), grooves=(a_groove(9, 10, 0, 9, 8, 720),))) == found


def test_a_shallow_hole_behind_a_groove_is_clear_of_it() -> None:
    assert codes(a_side(a_bore(0, 14, 100, 1, depth=9), grooves=(a_groove(9, 10, 0, 9, 8, 720),))) == []


def test_a_screw_may_begin_at_the_bottom_of_a_rebate() -> None:
    rebate = Groove(box=a_box(9, 0, 0, 9, 8, 720), depth=mm(9), width=mm(8), purpose="back")
    assert codes(a_side(a_bore(13, 8, 100, 2, diameter=2, depth=20), grooves=(rebate,))) == []


def test_a_hole_in_a_notch() -> None:
    notch = Notch(box=a_box(0, 0, 0, 18, 50, 60), purpose="pipe")
    assert codes(a_side(a_bore(18, 40, 30, -1), notches=(notch,))) == ["hole-in-notch"]


def plates(*heights: float) -> tuple[Bore, ...]:
    return tuple(
        a_bore(18, 505, z + up, -1, purpose="hinge-plate", fixing=f"hinge {z}") for z in heights for up in (-16, 16)
    )


@pytest.mark.parametrize(("z", "found"), [(150, []), (120, ["hinge-blocked"]), (54, [])])
def test_a_shelf_in_the_way_of_a_hinge(z: float, found: list[str]) -> None:
    """The plate stands at 100 and reaches 28 up and down; a shelf of 18 from 54 ends at 72."""
    shelf = a_part("shelf.1", "shelf", LYING, 19, 20, z, 562, 502, 18)
    assert codes(a_side(*plates(100)), shelf) == found


def test_hinges_too_near_each_other() -> None:
    assert codes(a_side(*plates(100, 160))) == []
    assert codes(a_side(*plates(100, 155))) == ["hinges-near"]


def test_the_holes_of_one_cam_may_meet() -> None:
    cam = a_bore(52, 57, 0, 3, 15, 13.5, purpose="cam", fixing="one")
    bolt = a_bore(18, 57, 9, 1, 8, 34, purpose="cam-bolt", fixing="one")
    bottom = a_part("bottom", "bottom", LYING, 18, 0, 0, 564, 542, 18, bores=(cam, bolt))
    assert codes(bottom) == []


def test_limits_come_from_a_file() -> None:
    assert default_limits().web == mm(2)
