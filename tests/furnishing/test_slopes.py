"""Cabinets under slopes: their parts by hand, their angles, and random slopes before the judges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from shapely import Polygon, box

from furnishing.cabinets.cabinet import Opens, Use
from furnishing.construction import default_construction, method_names, shipped_method
from furnishing.fitting.checked import outline_from_before
from furnishing.fitting.envelope import below, height_at, lowered
from furnishing.incline import inclined
from furnishing.issues import Issue, Level
from furnishing.joinery.clashes import clashes
from furnishing.joinery.places import inside
from furnishing.joinery_check import unmatched
from furnishing.machining import Face, drillings, place, point
from furnishing.outline import Bevel, second_cut
from furnishing.parts import Box
from furnishing.rebuild import rebuild
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue
from tests.furnishing.slopes import in_mm, section_of, slopes, under_slope

FALLS = ((0, 2200), (400, 2200), (1000, 1600))
"""Level for 400, then down at 45 degrees."""


def test_a_shape_below_a_line_is_cut_exactly() -> None:
    line = in_mm([(0, 100), (100, 0)])
    assert below(line, 0, mm(100), 0, mm(60)) == in_mm([(0, 0), (100, 0), (40, 60), (0, 60)])


def test_a_shape_wholly_above_a_line_is_nothing() -> None:
    assert below(in_mm([(0, 100), (100, 100)]), 0, mm(100), mm(100), mm(120)) == ()


def test_cutting_rounds_to_the_inside() -> None:
    line = ((0, 10), (3, 0))
    for t, z in below(line, 0, 3, 0, 10):
        assert z * 3 <= 30 - 10 * t


def test_a_line_moves_down_at_right_angles() -> None:
    # 18 below a slope of 3 in 4 is 18 * 5 / 4 = 22.5 upright.
    assert lowered(in_mm([(0, 1000), (400, 700)]), mm(18)) == in_mm([(0, 977.5), (400, 677.5)])


def test_the_high_and_the_low_side_as_a_joiner_would_write_them() -> None:
    cabinet = under_slope("tall-wardrobe", 1000, FALLS)
    high, low = cabinet.part("K01.side.L"), cabinet.part("K01.side.R")
    assert (high.length, high.width, high.section) == (mm(2100), mm(582), None)
    # The low side is 1600 at its outside and 18 more inside, both from the floor; it begins on the plinth of 100.
    assert low.length == mm(1518)
    assert section_of(low) == in_mm([(982, 100), (1000, 100), (1000, 1600), (982, 1618)])


def test_the_broken_top_as_a_joiner_would_write_it() -> None:
    cabinet = under_slope("tall-wardrobe", 1000, FALLS)
    level, slope = cabinet.part("K01.top.1"), cabinet.part("K01.top.2")
    # Between the sides, from 18 to the bend at 400; its underside ends 18 * tan 22.5 = 7.46 before the mitre's tip.
    assert (level.length, level.thickness) == (mm(382), mm(18))
    assert section_of(level)[1] == (mm("392.544"), mm(2182))
    # From the bend down to the inside of the side: (982 - 400) * sqrt 2 = 823.07 on its upper face, and
    # 18 more below (plumb cut); the saw leaves the next tenth.
    assert slope.length == mm("841.1")


def test_a_door_under_a_slope_is_a_trapezoid() -> None:
    door = under_slope("tall-wardrobe", 1000, FALLS).part("K01.door.2")
    assert (door.length, door.width) == (mm("1994.8"), mm(497))
    cut = second_cut(door)
    assert cut is not None
    assert [each.angle for each in cut.slants] == [Decimal("45.0")]
    # The left edge is 497 longer than the right one, as the slope is one in one.
    assert {x for x, y in cut.points if y == mm(497)} == {0, mm("1497.8")}


@pytest.mark.parametrize(
    ("part", "bevels"),
    [
        ("K01.side.R", [Bevel(edge=Face.RIGHT, angle=Decimal("45.0"), longer=Face.B)]),
        ("K01.top.1", [Bevel(edge=Face.RIGHT, angle=Decimal("22.5"), longer=Face.A)]),
        (
            "K01.top.2",
            [
                Bevel(edge=Face.LEFT, angle=Decimal("22.5"), longer=Face.A),
                Bevel(edge=Face.RIGHT, angle=Decimal("45.0"), longer=Face.B),
            ],
        ),
    ],
)
def test_bevels_are_half_the_bend_at_a_mitre_and_the_slope_at_a_plumb_end(part: str, bevels: list[Bevel]) -> None:
    cut = second_cut(under_slope("tall-wardrobe", 1000, FALLS).part(part))
    assert cut is not None
    assert list(cut.bevels) == bevels


def test_a_square_part_needs_no_second_cut() -> None:
    assert second_cut(under_slope("tall-wardrobe", 1000, FALLS).part("K01.bottom")) is None


def test_a_slope_from_the_wall_slants_sides_and_leaves_doors_square() -> None:
    cabinet = under_slope("tall-wardrobe", 800, [(0, 1200), (600, 1800)], axis=1)
    side, door = cabinet.part("K01.side.L"), cabinet.part("K01.door.1")
    assert section_of(side) == in_mm([(0, 100), (582, 100), (582, 1782), (0, 1200)])
    assert door.section is None
    assert inclined(cabinet.part("K01.top"))


def test_a_shelf_that_meets_a_slope_is_fixed_and_ends_at_it() -> None:
    cabinet = under_slope("tall-bookcase", 700, [(0, 2200), (200, 2200), (700, 1700)])
    shelf = cabinet.part("K01.shelf.4")
    assert (shelf.role, shelf.box.x) == ("fixed-shelf", mm(18))
    top = cabinet.part("K01.top.2")
    corner = section_of(shelf)[1]
    assert corner[0] == pytest.approx(max(x for x, _ in section_of(shelf)))
    assert Polygon(section_of(top)).distance(Polygon(section_of(shelf))) < mm("0.1")


def test_a_shelf_that_would_be_too_short_is_left_out_and_told() -> None:
    notes: list[Issue] = []
    cabinet = under_slope("tall-bookcase", 400, [(0, 2200), (60, 2200), (400, 500)], notes=notes)
    left_out = {note.where for note in notes if note.code == "slope-shelf-left-out"}
    assert left_out
    assert left_out.isdisjoint(part.id for part in cabinet.parts)


def test_a_door_with_a_low_hinged_edge_hangs_on_its_other_edge() -> None:
    rules = default_construction()
    cabinet = under_slope("tall-wardrobe", 500, [(0, 480), (500, 2200)])
    assert rules.slope_hinge_least > mm(480 - 100)
    assert [front.opens for front in cabinet.fronts] == [Opens.RIGHT]


def test_a_door_too_low_on_its_only_hinged_edge_is_fixed_and_told() -> None:
    notes: list[Issue] = []
    cabinet = under_slope("tall-wardrobe", 1000, [(0, 460), (1000, 1900)], notes=notes)
    assert cabinet.fronts[0].opens is Opens.FIXED
    assert cabinet.part("K01.door.1").role == "false-front"
    assert [note.where for note in notes if note.code == "slope-front-fixed"] == ["K01.door.1"]


def test_without_height_for_clothes_a_wardrobe_has_shelves() -> None:
    cabinet = under_slope("tall-wardrobe", 600, [(0, 1200), (600, 950)])
    assert [space.use for space in cabinet.spaces] == [Use.OPEN]
    assert any(part.role == "shelf" for part in cabinet.parts)


def test_a_pillar_in_the_middle_notches_boards_and_parts_the_back() -> None:
    pillar = Box(mm(300), 0, 0, mm(200), mm(150), mm(3000))
    cabinet = under_slope("tall-bookcase", 700, [(0, 2200), (700, 2200)], away=(pillar,))
    assert {part.id for part in cabinet.parts if part.role == "back"} == {"K01.back.L", "K01.back.R"}
    notched = {part.role for part in cabinet.parts if any(notch.purpose == "pillar" for notch in part.notches)}
    assert notched == {"bottom", "top", "shelf", "fixed-shelf"}
    hole = cabinet.part("K01.bottom").notches[0].box
    assert (hole.x, hole.dx, hole.y + hole.dy) == (mm(300), mm(200), mm(150))
    assert rebuild(cabinet, a_catalogue(), default_construction()) == ()


def test_a_pillar_never_goes_through_a_side() -> None:
    pillar = Box(0, 0, 0, mm(100), mm(150), mm(3000))
    with pytest.raises(ValueError, match=r"would go through K01\.side\.L"):
        under_slope("tall-bookcase", 700, [(0, 2200), (700, 2200)], away=(pillar,))


@pytest.mark.parametrize("method", method_names())
@pytest.mark.parametrize("axis", [0, 1])
def test_every_method_rebuilds_under_a_slope(method: str, axis: int) -> None:
    rules = shipped_method(method)
    points = FALLS if axis == 0 else [(0, 1300), (350, 1900), (600, 1900)]
    for kind in ("tall-wardrobe", "tall-bookcase"):
        cabinet = under_slope(kind, 1000 if axis == 0 else 700, points, axis=axis, rules=rules)
        assert rebuild(cabinet, a_catalogue(), rules) == ()
        assert unmatched(cabinet) == ()


def test_a_mirrored_slope_makes_a_mirrored_cabinet() -> None:
    wide = mm(700)
    here = under_slope("tall-bookcase", 700, [(0, 2200), (200, 2200), (700, 1700)])
    there = under_slope("tall-bookcase", 700, [(0, 1700), (500, 2200), (700, 2200)])

    def shapes(cabinet: object, *, mirrored: bool) -> set[tuple[object, ...]]:
        found: set[tuple[object, ...]] = set()
        for part in cabinet.parts:  # type: ignore[attr-defined]
            x = wide - part.box.x - part.box.dx if mirrored else part.box.x
            points = part.section.points if part.section else ()
            corners = frozenset((wide - u if mirrored else u, v) for u, v in points)
            found.add((part.role, x, part.box.z, part.box.dx, part.box.dz, corners))
        return found

    assert shapes(here, mirrored=False) == shapes(there, mirrored=True)


@settings(max_examples=30, deadline=None)
@given(slopes())
def test_under_any_slope_parts_rebuild_the_cabinet_and_stay_below_it(
    case: tuple[str, int, list[tuple[int, int]], int],
) -> None:
    kind, width, points, axis = case
    cabinet = under_slope(kind, width, points, axis=axis)
    rules, line = default_construction(), in_mm(points)
    assert rebuild(cabinet, a_catalogue(), rules) == ()
    assert unmatched(cabinet) == ()
    assert [issue for issue in clashes(cabinet) if issue.level is Level.ERROR] == []
    for part in cabinet.parts:
        spots = section_of(part) if part.section and part.section.axis == 1 - axis else ()
        box_ends = [part.box.x, part.box.x + part.box.dx] if axis == 0 else [part.box.y, part.box.y + part.box.dy]
        for at, high in spots or [(each, part.box.z + part.box.dz) for each in box_ends]:
            assert high <= height_at(line, at)
        assert all(inside(part, (bore.x, bore.y, bore.z)) for bore in part.bores)


def test_holes_in_a_board_that_lies_aslant_are_told_in_its_own_directions() -> None:
    board = under_slope("tall-wardrobe", 1000, FALLS).part("K01.top.2")
    holes = drillings(board)
    assert holes
    # Screws of the back: in its rear edge, in the middle of its thickness, at places along the board itself.
    assert {hole.face for hole in holes} == {Face.TOP}
    assert all(hole.y == pytest.approx(mm(9), abs=2) for hole in holes)
    assert max(hole.x for hole in holes) > board.box.dx


@pytest.mark.parametrize("axis", [0, 1])
def test_a_place_in_a_board_that_lies_aslant_is_found_again(axis: int) -> None:
    run = 1000 if axis == 0 else 600
    cabinet = under_slope("tall-wardrobe", 1000, [(0, 1300), (run, 1300 + run)], axis=axis)
    board = cabinet.part("K01.top")
    for at in ((mm(100), mm(50), 0), (mm(300), mm(20), mm(18))):
        assert place(board, point(board, at)) == pytest.approx(at, abs=2)


def test_the_silhouette_lies_within_the_line_of_the_ceiling() -> None:
    cabinet = under_slope("tall-wardrobe", 1000, FALLS)
    room = Polygon([(0, 0), *in_mm(FALLS), (mm(1000), 0)])
    assert outline_from_before(cabinet).difference(room.buffer(2)).is_empty
    assert outline_from_before(cabinet).area > room.area * 0.97
    assert not outline_from_before(cabinet).difference(box(0, 0, mm(1000), mm(2000))).is_empty
