"""Hinges, runners, pins, legs, backs, handles and lifts on cabinets put together by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from furnishing.cabinets.cabinet import Front, Opens, Space, Use
from furnishing.hardware_file import named_pack
from furnishing.joinery.backs import back
from furnishing.joinery.flaps import lift, lift_for, power_factor
from furnishing.joinery.handles import handle
from furnishing.joinery.hinges import arm_for, hang, hinge_count
from furnishing.joinery.legs import stand
from furnishing.joinery.machine import machine
from furnishing.joinery.pins import pin
from furnishing.joinery.rails import hang_rails
from furnishing.joinery.runners import slide
from furnishing.joinery.walls import fix_to_wall
from furnishing.joinery_check import unmatched
from furnishing.parts import Part
from furnishing.units import mm
from tests.furnishing.joinery_builders import (
    ACROSS,
    FACING,
    INWARD,
    LYING,
    STANDING,
    a_box,
    a_cabinet_of,
    a_carcass,
    a_making,
    a_part,
    counts,
    holes,
)

HINGES = named_pack("standard").hinges


def a_door(suffix: str = "door.1", x: float = 1.5, width: float = 597) -> Part:
    return a_part(suffix, "door", FACING, x, 542, 1.5, width, 18, 717)


def a_drawer(x: float = 31, outer: float = 538) -> tuple[Part, ...]:
    inner = outer - 36
    return (
        a_part("drawer.1.side.L", "drawer-side", INWARD, x, 42, 50, 18, 500, 150),
        a_part("drawer.1.side.R", "drawer-side", INWARD, x + outer - 18, 42, 50, 18, 500, 150),
        a_part("drawer.1.box", "drawer-box", ACROSS, x + 18, 524, 50, inner, 18, 150),
        a_part("drawer.1.back", "drawer-back", ACROSS, x + 18, 42, 50, inner, 18, 150),
    )


def test_a_door_hangs_on_the_side_behind_its_left_edge() -> None:
    """597 x 717: two hinges, 100 from each end of the door, cups 22.5 from its edge, plates 37 behind the front."""
    cabinet = hang(a_cabinet_of(*a_carcass(), a_door(), fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    assert holes(cabinet.part("K01.door.1"), "hinge-cup") == [(24, 542, z, 2, 35, 13) for z in (101.5, 618.5)]
    assert holes(cabinet.part("K01.door.1"), "hinge-side") == [(33.5, 542, z, 2, 8, 11) for z in (79, 124, 596, 641)]
    assert holes(cabinet.part("K01.side.L"), "hinge-plate") == [
        (18, 505, z, -1, 5, 13) for z in (85.5, 117.5, 602.5, 634.5)
    ]
    assert counts(cabinet) == {"hinge-110": 2, "hinge-plate": 2}


def test_a_door_hinged_on_the_right_is_the_mirror_image() -> None:
    left = hang(a_cabinet_of(*a_carcass(), a_door(), fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    right = hang(a_cabinet_of(*a_carcass(), a_door(), fronts=(Front("K01.door.1", Opens.RIGHT),)), a_making())
    one, other = left.part("K01.door.1"), right.part("K01.door.1")
    assert holes(other, "hinge-cup") == sorted((600 - x, *rest) for x, *rest in holes(one, "hinge-cup"))
    assert len(holes(right.part("K01.side.R"), "hinge-plate")) == 4
    assert holes(right.part("K01.side.L"), "hinge-plate") == []


def test_hinges_keep_40_from_a_shelf() -> None:
    """A shelf from 90 to 108 would lie on the lower hinge at 101.5, so that one moves up to 148."""
    shelf = a_part("shelf.1", "shelf", LYING, 19, 20, 90, 562, 502, 18)
    cabinet = hang(a_cabinet_of(*a_carcass(), shelf, a_door(), fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    assert [hole[2] for hole in holes(cabinet.part("K01.door.1"), "hinge-cup")] == [148, 618.5]


def test_an_inset_door_takes_inset_hinges_with_the_plate_behind_the_door() -> None:
    """The door ends flush with the carcass: its rear is at 524, the plate 37 + 1.5 behind that."""
    door = a_part("door.1", "door", FACING, 20, 524, 20, 560, 18, 680)
    cabinet = hang(a_cabinet_of(*a_carcass(), door, fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    assert {hole[1] for hole in holes(cabinet.part("K01.side.L"), "hinge-plate")} == {485.5}
    assert counts(cabinet) == {"hinge-110-inset": 2, "hinge-plate": 2}


def test_two_doors_on_one_partition_have_half_overlay_and_do_not_meet() -> None:
    partition = a_part("partition", "partition", STANDING, 291, 0, 18, 18, 542, 702)
    doors = (a_door("door.1", 1.5, 297), a_door("door.2", 301.5, 297))
    fronts = (Front("K01.door.1", Opens.RIGHT), Front("K01.door.2", Opens.LEFT))
    cabinet = hang(a_cabinet_of(*a_carcass(), partition, *doors, fronts=fronts), a_making())
    plates = holes(cabinet.part("K01.partition"), "hinge-plate")
    assert counts(cabinet) == {"hinge-110-half": 4, "hinge-plate": 4}
    left, right = ({hole[2] for hole in plates if hole[3] == way} for way in (1, -1))
    assert min(abs(one - other) for one in left for other in right) >= 32


@pytest.mark.parametrize(
    ("height", "width", "weight", "count"),
    [
        (900, 600, "9", 2),
        (901, 600, "9", 3),
        (900, 600, "9.1", 3),
        (900, 601, "9", 3),
        (2400, 500, "24", 5),
        (2401, 500, "9", 6),
    ],
)
def test_the_chart_of_hinges(height: int, width: int, weight: str, count: int) -> None:
    assert hinge_count(mm(height), mm(width), Decimal(weight), HINGES) == count


def test_the_overlay_chooses_the_hinge() -> None:
    assert [arm_for(mm(overlay), HINGES).code for overlay in ("16.5", "7.5", "-2")] == [
        "hinge-110",
        "hinge-110-half",
        "hinge-110-inset",
    ]


def test_runners_are_level_in_both_uprights_and_on_both_sides_of_the_drawer() -> None:
    """500 long: screws 37, 261 and 453 from the front at 542; one step of 32 above the underside at 50."""
    cabinet = slide(a_cabinet_of(*a_carcass(), *a_drawer()), a_making())
    places = [89, 281, 505]
    assert holes(cabinet.part("K01.side.L"), "runner") == [(18, y, 82, -1, 5, 12) for y in places]
    assert holes(cabinet.part("K01.side.R"), "runner") == [(582, y, 82, 1, 5, 12) for y in places]
    assert holes(cabinet.part("K01.drawer.1.side.L"), "runner-drawer") == [(31, y, 82, 1, 2.5, 10) for y in places]
    assert holes(cabinet.part("K01.drawer.1.side.R"), "runner-drawer") == [(569, y, 82, -1, 2.5, 10) for y in places]
    assert counts(cabinet) == {"runner-500": 1, "screw-4x16": 12}


def test_a_drawer_front_is_screwed_from_inside_at_four_places() -> None:
    front = a_part("drawer.1.front", "drawer-front", ACROSS, 1.5, 542, 1.5, 597, 18, 250)
    fronts = (Front("K01.drawer.1.front", Opens.PULL),)
    cabinet = slide(a_cabinet_of(*a_carcass(), *a_drawer(), front, fronts=fronts), a_making())
    inner, outer = cabinet.part("K01.drawer.1.box"), cabinet.part("K01.drawer.1.front")
    places = [(97, 82), (97, 168), (503, 82), (503, 168)]
    assert [(hole[0], hole[2]) for hole in holes(inner, "front-screw")] == places
    assert holes(outer, "front-screw") == [(x, 542, z, 2, 2.5, 12) for x, z in places]
    assert {issue.code for issue in unmatched(cabinet)} == {"joint-missing"}


def test_undermount_runners_notch_and_bore_the_back_of_the_drawer() -> None:
    making = a_making(hardware_pack="undermount")
    cabinet = slide(a_cabinet_of(*a_carcass(), *a_drawer()), making)
    rear = cabinet.part("K01.drawer.1.back")
    assert [notch.box for notch in rear.notches] == [a_box(49, 42, 50, 40, 18, 13), a_box(511, 42, 50, 40, 18, 13)]
    assert [(hole[0], hole[2]) for hole in holes(rear, "runner-hook")] == [(56, 74), (544, 74)]
    assert counts(cabinet) == {"undermount-457": 1, "screw-4x16": 6}


def test_a_shelf_lies_on_four_pins_and_can_be_moved_two_steps_up_and_down() -> None:
    """Underside 351: pins at 348.5; front row 37 behind the carcass front, rear row 14 steps behind that."""
    shelf = a_part("shelf.1", "shelf", LYING, 19, 20, 351, 562, 502, 18)
    cabinet = pin(a_cabinet_of(*a_carcass(), shelf), a_making())
    heights = [284.5, 316.5, 348.5, 380.5, 412.5]
    for side, x, way in (("L", 18, -1), ("R", 582, 1)):
        expected = sorted((x, y, z, way, 5, 12) for y in (57, 505) for z in heights)
        assert holes(cabinet.part(f"K01.side.{side}"), "shelf-pin") == expected
    assert counts(cabinet) == {"shelf-pin": 4}


def test_rows_on_both_sides_of_a_partition_do_not_meet() -> None:
    partition = a_part("partition", "partition", STANDING, 291, 0, 18, 18, 542, 702)
    left = a_part("shelf.1", "shelf", LYING, 19, 20, 351, 271, 502, 18)
    right = a_part("shelf.2", "shelf", LYING, 310, 20, 351, 271, 502, 18)
    cabinet = pin(a_cabinet_of(*a_carcass(), partition, left, right), a_making())
    rows = holes(cabinet.part("K01.partition"), "shelf-pin")
    depths = [{hole[1] for hole in rows if hole[3] == way} for way in (1, -1)]
    assert depths == [{57, 505}, {41, 489}]
    assert {issue.code for issue in unmatched(cabinet)} == {"joint-missing"}


def test_pins_give_way_to_plates() -> None:
    shelf = a_part("shelf.1", "shelf", LYING, 19, 20, 160, 562, 502, 18)
    doors = a_cabinet_of(*a_carcass(), shelf, a_door(), fronts=(Front("K01.door.1", Opens.LEFT),))
    cabinet = pin(hang(doors, a_making()), a_making())
    plates = [hole[2] for hole in holes(cabinet.part("K01.side.L"), "hinge-plate")]
    pins = [hole[2] for hole in holes(cabinet.part("K01.side.L"), "shelf-pin")]
    assert min(abs(one - other) for one in plates for other in pins) >= 20


def test_an_applied_back_is_screwed_into_every_edge_behind_it() -> None:
    sheet = a_part("back", "back", FACING, 1, -8, 1, 598, 8, 718)
    cabinet = back(a_cabinet_of(*a_carcass(), sheet), a_making())
    side = holes(cabinet.part("K01.side.L"), "back-screw")
    assert {hole[0] for hole in side} == {9.5}
    assert side[0][2] == 31
    assert len(holes(cabinet.part("K01.back"), "back-screw")) == counts(cabinet)["screw-3x25"]
    assert {issue.code for issue in unmatched(cabinet)} == {"joint-missing"}


def test_a_cabinet_on_legs_has_two_rows_of_them_clear_of_its_joints() -> None:
    parts = (
        a_part("side.L", "side", STANDING, 0, 0, 100, 18, 542, 620),
        a_part("side.R", "side", STANDING, 582, 0, 100, 18, 542, 620),
        a_part("bottom", "bottom", LYING, 18, 0, 100, 564, 542, 18),
    )
    cabinet = stand(a_cabinet_of(*parts), a_making())
    assert counts(cabinet) == {"leg-100": 4}
    assert len(holes(cabinet.part("K01.bottom"), "leg")) == 16
    assert stand(a_cabinet_of(*parts), a_making(hung=True)).hardware == ()


def test_a_handle_sits_upright_near_the_free_edge_of_a_base_door() -> None:
    """160 apart: the upper hole 60 below the upper end at 718.5, both 40 from the right edge at 598.5."""
    door = a_cabinet_of(a_door(), fronts=(Front("K01.door.1", Opens.LEFT),))
    cabinet = handle(door, a_making(handle="handle-160"))
    assert holes(cabinet.part("K01.door.1"), "handle") == [(558.5, 542, z, 2, 5, 18) for z in (498.5, 658.5)]
    assert counts(cabinet) == {"handle-160": 1}
    assert handle(door, a_making()).hardware == ()


def test_a_handle_sits_at_the_lower_end_of_a_hung_door_and_in_the_middle_of_a_drawer() -> None:
    door = a_cabinet_of(a_door(), fronts=(Front("K01.door.1", Opens.RIGHT),))
    hung = handle(door, a_making(hung=True, handle="knob"))
    assert holes(hung.part("K01.door.1"), "handle") == [(41.5, 542, 61.5, 2, 5, 18)]
    front = a_part("drawer.1.front", "drawer-front", ACROSS, 1.5, 542, 1.5, 597, 18, 250)
    drawer = a_cabinet_of(front, fronts=(Front("K01.drawer.1.front", Opens.PULL),))
    pulled = handle(drawer, a_making(handle="handle-128"))
    assert [hole[:3] for hole in holes(pulled.part(front.id), "handle")] == [(236, 542, 126.5), (364, 542, 126.5)]


def test_a_lift_is_chosen_by_height_times_weight() -> None:
    """A flap of 597 x 400 x 18: 4.30 l of 650 kg/m3 are 2.79 kg, with the handle 2.95; 400 times that is 1182."""
    flap = a_part("flap.1", "flap", ACROSS, 1.5, 542, 318.5, 597, 18, 400)
    cabinet = lift(a_cabinet_of(*a_carcass(), flap, fronts=(Front("K01.flap.1", Opens.UP),)), a_making(hung=True))
    assert counts(cabinet) == {"lift-420": 1}
    assert power_factor(mm(400), Decimal("2.955")) == Decimal(1182)
    rules = named_pack("standard").lifts
    assert [lift_for(Decimal(each), rules).code for each in (1700, 4000, 6000, 99999)] == [
        "lift-930",
        "lift-1730",
        "lift-3200",
        "lift-3200",
    ]
    left, right = (holes(cabinet.part(f"K01.side.{hand}"), "lift") for hand in "LR")
    assert [hole[1:3] for hole in left] == [hole[1:3] for hole in right]


def test_a_rail_hangs_level_between_two_uprights() -> None:
    space = Space(box=a_box(18, 18, 18, 564, 524, 702), use=Use.HANG_LONG)
    cabinet = hang_rails(a_cabinet_of(*a_carcass(), spaces=(space,)), a_making())
    assert [hole[:3] for hole in holes(cabinet.part("K01.side.L"), "rail-end")] == [(18, 280, 654), (18, 280, 686)]
    assert counts(cabinet) == {"rail-end": 2}
    assert [(item.code, item.length) for item in cabinet.hardware if item.length] == [("rail-oval", mm(558))]


def test_a_hung_cabinet_has_two_hangers() -> None:
    assert counts(fix_to_wall(a_cabinet_of(*a_carcass()), a_making(hung=True))) == {"wall-hanger": 2}
    assert fix_to_wall(a_cabinet_of(*a_carcass()), a_making()).hardware == ()


def test_all_passes_keep_what_the_cabinet_already_lists() -> None:
    cabinet = machine(a_cabinet_of(*a_carcass(), a_door(), fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    again = machine(a_cabinet_of(*a_carcass(), a_door(), fronts=(Front("K01.door.1", Opens.LEFT),)), a_making())
    assert cabinet == again
    assert counts(cabinet) == {"confirmat-7x50": 6, "hinge-110": 2, "hinge-plate": 2}
