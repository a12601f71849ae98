"""Part coordinates: where a hole of the cabinet lies on the part on the bench."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.catalogue_file import default_catalogue
from furnishing.joinery.exposure import WAYS, edge_ways
from furnishing.joinery.machine import machine
from furnishing.machining import Face, band_offset, drillings, face_of, millings, outline, place, point, upper_face
from furnishing.parts import Bore, Edges, Notch, Section
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
    a_groove,
    a_making,
    a_part,
)

EVERY_WAY = pytest.mark.parametrize("axes", [STANDING, LYING, FACING, ACROSS, INWARD])


def a_bore(x: float, y: float, z: float, axis: int, sense: int, depth: float = 10) -> Bore:
    return Bore(
        x=mm(str(x)),
        y=mm(str(y)),
        z=mm(str(z)),
        axis=axis,
        sense=sense,
        diameter=mm(5),
        depth=mm(str(depth)),
        purpose="test",
    )


def test_a_plate_hole_of_a_left_side_is_counted_from_its_front_and_lower_edge() -> None:
    """A side of 720 x 542: its front edge is its bottom edge, its lower end its left edge, its inside face A."""
    side = a_part("side.L", "side", STANDING, 0, 0, 100, 18, 542, 720, bores=(a_bore(18, 505, 185.5, 0, -1),))
    hole = drillings(side)[0]
    assert (hole.face, hole.x, hole.y, hole.through) == (Face.A, mm("85.5"), mm(37), False)


def test_a_cup_is_drilled_in_face_b_of_a_door() -> None:
    door = a_part("door.1", "door", FACING, 1.5, 542, 101.5, 597, 18, 717, bores=(a_bore(24, 542, 201.5, 1, 1),))
    hole = drillings(door)[0]
    assert (hole.face, hole.x, hole.y) == (Face.B, mm(100), mm("22.5"))
    assert upper_face(door) is Face.B


def test_holes_in_ends_are_given_by_place_along_the_edge_and_height_above_face_b() -> None:
    bottom = a_part(
        "bottom",
        "bottom",
        LYING,
        18,
        0,
        100,
        564,
        542,
        18,
        bores=(a_bore(18, 492, 109, 0, 1, 35), a_bore(300, 542, 109, 1, -1)),
    )
    found = {hole.face: (hole.x, hole.y) for hole in drillings(bottom)}
    assert found == {Face.LEFT: (mm(50), mm(9)), Face.BOTTOM: (mm(282), mm(9))}


def test_a_hole_as_deep_as_the_part_goes_through() -> None:
    side = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, bores=(a_bore(0, 50, 9, 0, 1, 18),))
    assert [(hole.face, hole.through) for hole in drillings(side)] == [(Face.B, True)]


def test_mirrored_sides_have_the_same_holes_in_exchanged_faces() -> None:
    shelf = a_part("shelf.1", "shelf", LYING, 19, 20, 351, 562, 502, 18)
    doors = (
        a_part("door.1", "door", FACING, 1.5, 542, 1.5, 297, 18, 717),
        a_part("door.2", "door", FACING, 301.5, 542, 1.5, 297, 18, 717),
    )
    fronts = (Front("K01.door.1", Opens.LEFT), Front("K01.door.2", Opens.RIGHT))
    cabinet = machine(a_cabinet_of(*a_carcass(), shelf, *doors, fronts=fronts), a_making())
    exchanged = {Face.A: Face.B, Face.B: Face.A}

    def listed(hand: str, exchange: bool) -> list[tuple[object, ...]]:
        return sorted(
            (
                str(exchanged.get(hole.face, hole.face) if exchange else hole.face),
                hole.x,
                hole.y,
                hole.depth,
                hole.purpose,
            )
            for hole in drillings(cabinet.part(f"K01.side.{hand}"))
        )

    assert listed("L", False) == listed("R", True)
    assert len(listed("L", False)) > 10


@EVERY_WAY
@given(st.tuples(*(st.integers(0, 10**6) for _ in range(3))))
def test_places_lead_back_to_their_points(axes: tuple[int, int], at: tuple[int, int, int]) -> None:
    part = a_part("any", "side", axes, 10, 20, 30, 400, 500, 600)
    assert point(part, place(part, at)) == at


@EVERY_WAY
def test_the_six_ways_of_a_drill_enter_six_different_surfaces(axes: tuple[int, int]) -> None:
    part = a_part("any", "side", axes, 0, 0, 0, 400, 500, 600)
    assert {face_of(part, axis, sense) for axis in range(3) for sense in (1, -1)} == set(Face)


@EVERY_WAY
def test_a_surface_is_entered_where_its_coordinate_is_nothing_or_all(axes: tuple[int, int]) -> None:
    """Left at x = 0, bottom at y = 0, B at height 0; their opposites at the full size."""
    part = a_part("any", "side", axes, 7, 8, 9, 400, 500, 600)
    centre = (mm(207), mm(258), mm(309))
    sizes = (part.length, part.width, part.thickness)
    zero = {Face.LEFT: 0, Face.BOTTOM: 1, Face.B: 2}
    full = {Face.RIGHT: 0, Face.TOP: 1, Face.A: 2}
    for axis in range(3):
        for sense in (1, -1):
            start, size = ((7, 400), (8, 500), (9, 600))[axis]
            mouth = list(centre)
            mouth[axis] = mm(start) if sense > 0 else mm(start + size)
            at = place(part, (mouth[0], mouth[1], mouth[2]))
            face = face_of(part, axis, sense)
            assert at[zero[face]] == 0 if face in zero else at[full[face]] == sizes[full[face]]


def test_the_coordinates_of_the_upper_face_are_not_mirrored() -> None:
    """Seen from that face, a quarter turn from x leads to y; east is x of the cabinet, north is minus y."""
    for axes in (STANDING, LYING, FACING, ACROSS, INWARD):
        part = a_part("any", "side", axes, 0, 0, 0, 400, 500, 600)
        origin, ahead, beside = (point(part, at) for at in ((0, 0, 0), (1, 0, 0), (0, 1, 0)))
        u, v = (
            [(b - a) * (-1 if axis == 1 else 1) for axis, (a, b) in enumerate(zip(origin, other, strict=True))]
            for other in (ahead, beside)
        )
        up = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
        thick = 3 - sum(axes)
        towards_higher = up[thick] * (-1 if thick == 1 else 1) > 0
        assert upper_face(part) is (Face.A if towards_higher else Face.B)


def test_a_groove_is_a_rectangle_in_the_face_it_opens_on() -> None:
    side = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, grooves=(a_groove(9, 10, 0, 9, 8, 720),))
    mill = millings(side)[0]
    assert (mill.face, mill.x, mill.y, mill.dx, mill.dy, mill.depth) == (Face.A, 0, mm(524), mm(720), mm(8), mm(9))
    assert not mill.through


def test_a_notch_goes_through() -> None:
    notch = Notch(box=a_box(0, 0, 0, 18, 50, 60), purpose="pipe")
    side = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, notches=(notch,))
    mill = millings(side)[0]
    assert (mill.x, mill.y, mill.dx, mill.dy, mill.depth, mill.through) == (0, mm(492), mm(60), mm(50), mm(18), True)


def test_the_outline_of_a_side_under_a_slope() -> None:
    section = Section(axis=0, points=((0, 0), (mm(542), 0), (mm(542), mm(720)), (0, mm(400))))
    side = a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720, section=section)
    assert outline(side) == ((0, mm(542)), (0, 0), (mm(720), 0), (mm(400), mm(542)))


def test_bands_move_the_corner_of_the_sawn_part() -> None:
    catalogue = default_catalogue()
    band = catalogue.bands[0]
    part = a_part("shelf", "shelf", LYING, 0, 0, 0, 500, 300, 18, edges=Edges(bottom=band.code))
    assert band_offset(part, catalogue) == (0, band.thickness)


@EVERY_WAY
def test_edges_are_the_ones_that_wear_the_bands(axes: tuple[int, int]) -> None:
    """The edge that banding calls bottom is the one a drill enters that goes the other way."""
    part = a_part("any", "side", axes, 0, 0, 0, 400, 500, 600)
    for way, face in zip(edge_ways(part), (Face.BOTTOM, Face.TOP, Face.LEFT, Face.RIGHT), strict=True):
        axis, high = divmod(WAYS.index(way), 2)
        assert face_of(part, axis, -1 if high else 1) is face
