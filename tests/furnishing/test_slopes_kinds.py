"""Kinds with shapes of their own: angled end units and tilted shoe shelves, by hand."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from itertools import pairwise

import pytest

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.machining import Face
from furnishing.outline import second_cut
from furnishing.rebuild import rebuild
from furnishing.style import Wish
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_room, a_style
from tests.furnishing.slopes import section_of


def shape_of_part(cabinet: Cabinet, name: str) -> set[tuple[int, int]]:
    """The corners of a part that is cut to a shape."""
    return set(section_of(cabinet.part(f"K01.{name}")))


def test_an_angled_end_unit_loses_its_free_corner() -> None:
    # 400 wide and 560 deep: from 200 along the front to 360 along the right end.
    cabinet = a_cabinet("base-end", width=mm(400))
    deep = cabinet.depth
    bottom = shape_of_part(cabinet, "bottom")
    assert (mm(200), deep) in bottom
    assert (mm(382), deep - mm(182)) in bottom
    assert cabinet.part("K01.side.L").width - cabinet.part("K01.side.R").width == mm(182)


def test_the_short_side_of_an_end_unit_has_a_bevel_of_45_degrees_at_its_front() -> None:
    cut = second_cut(a_cabinet("base-end", width=mm(400)).part("K01.side.R"))
    assert cut is not None
    assert [(bevel.edge, bevel.angle, bevel.longer) for bevel in cut.bevels] == [(Face.BOTTOM, Decimal("45.0"), Face.B)]


def test_the_plinth_of_an_end_unit_is_mitred() -> None:
    cabinet = a_cabinet("base-end", width=mm(400))
    angles = [
        bevel.angle
        for name in ("plinth", "plinth.2")
        if (cut := second_cut(cabinet.part(f"K01.{name}")))
        for bevel in cut.bevels
    ]
    assert angles == [Decimal("22.5"), Decimal("22.5"), Decimal("45.0")]


def test_a_left_end_unit_mirrors_a_right_one() -> None:
    right, left = (a_cabinet("base-end", width=mm(400), end=end) for end in ("right", "left"))
    mirrored = {(mm(400) - x, y) for x, y in shape_of_part(right, "bottom")}
    assert shape_of_part(left, "bottom") == mirrored


def test_tilted_shoe_shelves_fall_by_their_angle() -> None:
    rules = default_construction()
    cabinet = a_cabinet("hall-shoes", width=mm(700), shelves="tilted")
    shelf = cabinet.part("K01.shoe-shelf.1")
    (y0, z0), (y1, z1) = section_of(shelf)[:2]
    # tan 17.25 degrees is 0.3105.
    assert (z0 - z1) / (y1 - y0) == pytest.approx(0.3105, abs=1e-4)
    assert rules.shoe_tilt == Decimal("17.25")
    assert second_cut(shelf) is None


def test_tilted_shoe_shelves_lie_on_four_pins_each_and_keep_their_pitch() -> None:
    cabinet = a_cabinet("hall-shoes", width=mm(700), shelves="tilted")
    shelves = [part for part in cabinet.parts if part.role == "shoe-shelf"]
    pins = next(item.quantity for item in cabinet.hardware if item.code == "shelf-pin")
    assert pins == 4 * len(shelves)
    apart = {b.box.z - a.box.z for a, b in pairwise(shelves)}
    assert min(apart) >= default_construction().shoe_pitch


def test_a_filler_beside_a_wall_that_leans_away_is_cut_wider() -> None:
    right = dataclasses.replace(a_room().walls[1], lean=-mm(5), lean_over=mm(1000))
    walls = (a_room().walls[0], right, *a_room().walls[2:])
    wishes = (Wish(kind="tall-wardrobe", width=mm(1200)), Wish(kind="tall-wardrobe", width=mm(1200), count=2))
    made = design(
        a_room(*walls),
        a_style(wishes=(*wishes, Wish(kind="tall-bookcase", width=mm(320))), wall=0),
        default_catalogue(),
    )
    panels = {part.scribe for part in made.parts if part.role == "filler"}
    # 5 mm a metre over 2200: 11 mm at the right end, none at the left.
    assert panels == {0, mm(11)}
    wide = next(part for part in made.parts if part.role == "filler" and part.scribe)
    # 40 finished, one band of 2, 11 left on at the raw edge.
    assert (wide.width, wide.cut_width) == (mm(40), mm(40 - 2 + 11))
    assert rebuild(made.cabinets[-1], default_catalogue(), made.construction) == ()
