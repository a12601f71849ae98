"""Joints, calculated by hand: a bottom of 564 x 542 x 18 between two sides of 18."""

from __future__ import annotations

import pytest

from furnishing.cabinets.making import Neighbour
from furnishing.hardware import Pattern
from furnishing.joinery.joints import join
from furnishing.joinery.places import along, contacts, inside, without
from furnishing.joinery_check import unmatched
from furnishing.parts import Section
from furnishing.units import mm
from tests.furnishing.joinery_builders import (
    ACROSS,
    INWARD,
    LYING,
    STANDING,
    a_cabinet_of,
    a_carcass,
    a_groove,
    a_making,
    a_part,
    counts,
    holes,
)


def test_a_bottom_between_two_sides_has_two_contacts() -> None:
    found = contacts(a_cabinet_of(*a_carcass()))
    assert [(each.end.id, each.face.id, each.at, each.sense) for each in found] == [
        ("K01.bottom", "K01.side.L", mm(18), 1),
        ("K01.bottom", "K01.side.R", mm(582), -1),
    ]
    assert {(each.line, each.low, each.high, each.middle) for each in found} == {(1, 0, mm(542), mm(9))}


def test_confirmats_go_through_the_side_and_on_into_the_end() -> None:
    """542 deep: 50 from both ends and 442 between, so one more in the middle; 7 through 18, 5 x 35 for 32 of screw."""
    cabinet = join(a_cabinet_of(*a_carcass()), a_making())
    places = [50, 271, 492]
    assert holes(cabinet.part("K01.side.L"), "confirmat") == [(0, y, 9, 1, 7, 18) for y in places]
    assert holes(cabinet.part("K01.side.R"), "confirmat") == [(600, y, 9, -1, 7, 18) for y in places]
    assert holes(cabinet.part("K01.bottom"), "confirmat") == [
        *((18, y, 9, 1, 5, 35) for y in places),
        *((582, y, 9, -1, 5, 35) for y in places),
    ]
    assert counts(cabinet) == {"confirmat-7x50": 6}


def test_heads_in_a_side_that_is_seen_get_caps() -> None:
    making = a_making()
    seen = type(making)(**{name: getattr(making, name) for name in making.__slots__} | {"left": Neighbour.OPEN})
    assert counts(join(a_cabinet_of(*a_carcass()), seen)) == {"confirmat-7x50": 6, "confirmat-cap": 3}


def test_cams_lie_34_from_the_end_on_the_grid_with_a_dowel_one_step_inside() -> None:
    """From the front edge at 542: 37, then whole steps of 32; the last 14 steps on, 485 from the front."""
    cabinet = join(a_cabinet_of(*a_carcass()), a_making(joint="cam"))
    bottom, side = cabinet.part("K01.bottom"), cabinet.part("K01.side.L")
    cams, dowels = [57, 505], [89, 473]
    assert [hole for hole in holes(bottom, "cam") if hole[0] < 300] == [(52, y, 0, 3, 15, 13.5) for y in cams]
    assert [hole for hole in holes(bottom, "cam-bolt") if hole[0] < 300] == [(18, y, 9, 1, 8, 34) for y in cams]
    assert holes(side, "cam-bolt") == [(18, y, 9, -1, 5, 11) for y in cams]
    assert holes(side, "dowel") == [(18, y, 9, -1, 8, 12) for y in dowels]
    assert [hole for hole in holes(bottom, "dowel") if hole[0] < 300] == [(18, y, 9, 1, 8, 24) for y in dowels]
    assert counts(cabinet) == {"cam-15": 4, "cam-bolt-5": 4, "dowel-8x35": 4}


def test_dowels_are_no_deeper_in_a_face_than_two_thirds_of_its_board() -> None:
    cabinet = join(a_cabinet_of(*a_carcass()), a_making(joint="dowel"))
    assert {hole[5] for hole in holes(cabinet.part("K01.side.L"), "dowel")} == {12}
    assert {hole[5] for hole in holes(cabinet.part("K01.bottom"), "dowel")} == {24}


@pytest.mark.parametrize("joint", ["confirmat", "cam", "dowel", "lamello", "screw"])
def test_every_joint_of_a_carcass_is_matched(joint: str) -> None:
    cabinet = join(a_cabinet_of(*a_carcass()), a_making(joint=joint))
    assert unmatched(cabinet) == ()
    assert cabinet.hardware


def test_slots_lie_in_both_parts_behind_each_other() -> None:
    cabinet = join(a_cabinet_of(*a_carcass()), a_making(joint="lamello"))
    side, bottom = cabinet.part("K01.side.L").grooves, cabinet.part("K01.bottom").grooves
    assert (side[0].box.x, side[0].box.dx) == (mm(6), mm(12))
    assert (bottom[0].box.x, bottom[0].box.dx) == (mm(18), mm(12))
    assert side[0].box.y == bottom[0].box.y
    assert len(bottom) == 2 * len(side)


def test_fixings_keep_out_of_the_groove_of_a_back() -> None:
    """The groove takes 10 to 18; the line of contact begins at 18, so the rear screw stands at 68."""
    left, right, bottom = a_carcass()
    grooved = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, grooves=(a_groove(9, 10, 0, 9, 8, 720),))
    cabinet = join(a_cabinet_of(grooved, right, bottom), a_making())
    assert [hole[1] for hole in holes(cabinet.part("K01.side.L"), "confirmat")] == [68, 280, 492]
    assert left.id == grooved.id


def test_two_shelves_that_meet_in_a_partition_are_joined_from_inside_and_moved_apart() -> None:
    """A screw has no way in where the other shelf is, so both take cams; 11 + 11 deep in 18, they must not meet."""
    partition = a_part("partition", "partition", STANDING, 291, 0, 18, 18, 542, 684)
    left = a_part("fixed-shelf", "fixed-shelf", LYING, 18, 0, 300, 273, 542, 18)
    right = a_part("fixed-shelf.2", "fixed-shelf", LYING, 309, 0, 300, 273, 542, 18)
    cabinet = join(a_cabinet_of(*a_carcass(), partition, left, right), a_making())
    bolts = holes(cabinet.part("K01.partition"), "cam-bolt")
    near, far = ({hole[1] for hole in bolts if hole[3] == way} for way in (1, -1))
    assert near
    assert far
    assert min(abs(one - other) for one in near for other in far) >= 16
    assert unmatched(cabinet) == ()


def test_an_inner_front_is_screwed_between_its_drawer_sides_only() -> None:
    cabinet = a_cabinet_of(
        a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720),
        a_part("drawer.1.side.L", "drawer-side", INWARD, 31, 42, 50, 18, 500, 150),
        a_part("drawer.1.side.R", "drawer-side", INWARD, 551, 42, 50, 18, 500, 150),
        a_part("drawer.1.box", "drawer-box", ACROSS, 49, 524, 50, 502, 18, 150),
    )
    found = contacts(cabinet)
    assert [(each.end.id, each.face.id, each.line) for each in found] == [
        ("K01.drawer.1.box", "K01.drawer.1.side.L", 2),
        ("K01.drawer.1.box", "K01.drawer.1.side.R", 2),
    ]


def test_a_short_board_that_only_grazes_a_side_is_no_contact() -> None:
    side = a_part("side.L", "side", STANDING, 0, 0, 10, 18, 542, 710)
    bottom = a_part("bottom", "bottom", LYING, 18, 0, 0, 564, 542, 18)
    assert contacts(a_cabinet_of(side, bottom)) == ()


def test_joints_follow_the_true_shape_of_a_part_cut_to_a_slope() -> None:
    """A side cut off behind a line from (y 0, z 0) to (542, 720): only its front lower half is wood."""
    triangle = Section(axis=0, points=((0, 0), (mm(542), 0), (mm(542), mm(720))))
    side = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, section=triangle)
    shelf = a_part("fixed-shelf", "fixed-shelf", LYING, 18, 0, 360, 564, 542, 18)
    cabinet = join(a_cabinet_of(side, shelf), a_making())
    found = [hole[1] for hole in holes(cabinet.part("K01.side.L"), "confirmat")]
    assert found == [492]
    assert inside(side, (0, mm(492), mm(369)))
    assert not inside(side, (0, mm(100), mm(369)))


def test_places_are_counted_from_the_front_and_keep_the_pitch() -> None:
    pattern = Pattern(end=mm(50), pitch=mm(300), least=2, grid=0, short=mm(80), margin=mm(20))
    assert along(0, mm(542), pattern, from_high=True) == (mm(492), mm(271), mm(50))
    assert along(0, mm(400), pattern, from_high=False) == (mm(50), mm(350))
    assert along(0, mm(100), pattern, from_high=False) == (mm(25), mm(75))
    assert along(0, mm(70), pattern, from_high=False) == (mm(35),)
    assert along(0, mm(30), pattern, from_high=False) == ()


def test_what_is_taken_out_of_a_stretch_leaves_the_rest() -> None:
    assert without((0, 100), [(20, 30), (90, 120)]) == ((0, 20), (30, 90))
    assert without((0, 100), [(0, 100)]) == ()
