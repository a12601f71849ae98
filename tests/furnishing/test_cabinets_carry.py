"""Kinds as a joiner would leave them: rails within reach, shelves that stay straight, flaps that a lift can hold."""

from __future__ import annotations

import pytest

from furnishing.cabinets.cabinet import Opens, Use
from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kind_of, kinds
from furnishing.construction import default_construction
from furnishing.joinery.clashes import clashes
from furnishing.rules.look import checked
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_style
from tests.furnishing.rule_scenes import Stand, a_scene

AVOIDED = {"shelf-sags", "rail-high", "too-shallow-to-hang", "flap-beyond-lifts", "hang-low"}
"""What no kind may do at its standard widths when it is left to itself."""


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_no_kind_sags_or_is_out_of_reach_at_its_standard_widths(kind: Kind) -> None:
    found = [
        (width, issue.message)
        for width in kind.widths
        for issue in checked(a_scene(Stand(kind.code, width=width / 1000), style=a_style(tall_depth=mm(600))))
        if issue.code in AVOIDED
    ]
    assert found == []


@pytest.mark.parametrize("height", [1900, 2200, 2400])
def test_the_rail_of_a_wardrobe_hangs_within_reach(height: int) -> None:
    rules = default_construction()
    cabinet = a_cabinet("tall-wardrobe", width=mm(1000), style=a_style(tall_height=mm(height)))
    rails = [
        space.box.z + space.box.dz - rules.rail_below_top
        for space in cabinet.spaces
        if space.use in {Use.HANG_LONG, Use.HANG_SHORT}
    ]
    assert len(rails) == 2
    assert max(rails) <= rules.rail_height_most


def test_above_a_rail_at_reach_lies_a_compartment_of_use() -> None:
    spaces = a_cabinet("tall-wardrobe", width=mm(600)).spaces
    upper = max(spaces, key=lambda space: space.box.z)
    assert (upper.use, upper.box.dz) == (Use.OPEN, default_construction().top_compartment_least)


def test_a_low_wardrobe_has_its_rail_below_the_top() -> None:
    cabinet = a_cabinet("tall-wardrobe", width=mm(600), style=a_style(tall_height=mm(2050)))
    assert [part.role for part in cabinet.parts].count("fixed-shelf") == 1


def test_the_wide_shelf_of_a_blind_corner_is_fixed_in_front_and_stands_on_a_support() -> None:
    cabinet = a_cabinet("base-corner-blind", width=mm(1100))
    shelf, support = cabinet.part("K01.fixed-shelf"), cabinet.part("K01.partition")
    assert support.box.z + support.box.dz == shelf.box.z
    held = {bore.fixing.rpartition(".")[0] for bore in shelf.bores}
    assert {"fixed-shelf-blind", "fixed-shelf-side.L", "fixed-shelf-side.R", "partition-fixed-shelf"} <= held


@pytest.mark.parametrize(("height", "flaps"), [(600, 1), (720, 2), (900, 2)])
def test_a_flap_that_no_lift_could_hold_is_two(height: int, flaps: int) -> None:
    cabinet = a_cabinet("wall-lift", width=mm(600), style=a_style(wall_height=mm(height)))
    assert [front.opens for front in cabinet.fronts] == [Opens.UP] * flaps


def test_what_is_too_low_for_a_flap_lies_behind_the_door_of_the_refrigerator() -> None:
    low, high = (
        a_cabinet("tall-fridge", width=mm(600), style=a_style(tall_height=mm(height))) for height in (2060, 2200)
    )
    assert [front.opens for front in low.fronts] == [Opens.LEFT]
    assert {front.opens for front in high.fronts} == {Opens.LEFT, Opens.UP}


@pytest.mark.parametrize("height", [1700, 1800, 2000])
def test_above_the_niches_of_a_low_oven_tower_a_flap_finds_its_lift(height: int) -> None:
    cabinet = a_cabinet("tall-oven", width=mm(600), style=a_style(tall_height=mm(height)))
    assert cabinet.fronts[-1].opens is Opens.UP
    assert any(bore.purpose == "flap-arm" for bore in cabinet.part(cabinet.fronts[-1].part).bores)


@pytest.mark.parametrize("width", [1230, 1260, 1300])
def test_a_low_wide_vanity_has_no_more_hinges_than_find_room(width: int) -> None:
    kind = kind_of("base-vanity")
    style = a_style()
    for height in (500, 520, 560, 700):
        scene = a_scene(Stand(kind.code, width=width, height=height), style=style)
        assert clashes(scene.units[0].cabinet) == ()
        assert any(issue.code == "door-wide" for issue in checked(scene))


def test_a_sliding_wardrobe_is_deep_enough_for_clothes_whatever_the_style() -> None:
    assert kind_of("tall-wardrobe-sliding").stands(a_style(tall_depth=mm(580))).depth == mm(650)
