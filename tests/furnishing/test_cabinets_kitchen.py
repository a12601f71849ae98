"""Kitchen units by hand: what a joiner would expect of niches, corners, cut-outs and trims."""

from __future__ import annotations

import pytest

from furnishing.cabinets.cabinet import Cabinet, Opens, Use
from furnishing.cabinets.kind import Choice, Neighbour
from furnishing.cabinets.registry import kind_of
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.errors import InputError
from furnishing.parts import Part
from furnishing.rebuild import rebuild, solid
from furnishing.style import Wish
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_catalogue, a_room, a_style, size_of, some_construction


def box_of(part: Part) -> tuple[float, ...]:
    """Place and sizes of a part in millimetres."""
    box = part.box
    return tuple(each / 1000 for each in (box.x, box.y, box.z, box.dx, box.dy, box.dz))


def notches_of(part: Part) -> dict[str, tuple[float, ...]]:
    """What is cut away, by purpose: place and size along x and y in millimetres."""
    boxes = {notch.purpose: notch.box for notch in part.notches}
    return {name: tuple(each / 1000 for each in (box.x, box.y, box.dx, box.dy)) for name, box in boxes.items()}


def a_worktop(width: int, **choices: Choice) -> Cabinet:
    return a_cabinet("trim-worktop", width=mm(width), **choices)


def faults(kind: str, width: int, **choices: Choice) -> dict[str, str]:
    """The faults of a cabinet that cannot be made."""
    with pytest.raises(InputError) as caught:
        a_cabinet(kind, width=mm(width), **choices)
    return {fault.where: fault.message for fault in caught.value.faults}


def test_an_oven_of_595_and_a_drawer_front_of_122_share_a_carcass_of_720() -> None:
    cabinet = a_cabinet("base-oven", width=mm(600))
    front = cabinet.part("K01.drawer.1.front")
    assert (front.length, front.width) == (mm(597), mm(122))
    oven = next(space.box for space in cabinet.spaces if space.use is Use.OVEN)
    assert (oven.dx, oven.z, cabinet.height - oven.z) == (mm(564), mm(225), mm(595))
    # Nothing stands between the oven and the wall.
    assert oven.y == 0
    assert cabinet.part("K01.back").box.z + cabinet.part("K01.back").box.dz == oven.z


def test_an_oven_unit_too_low_for_a_drawer_gets_a_false_front_unless_a_drawer_is_asked_for() -> None:
    style = a_style(plinth_height=mm(150))
    cabinet = a_cabinet("base-oven", width=mm(600), style=style)
    assert [front.opens for front in cabinet.fronts] == [Opens.FIXED]
    with pytest.raises(InputError, match="drawer front"):
        a_cabinet("base-oven", width=mm(600), style=style, front="drawer")


def test_thick_sides_leave_no_niche_for_an_appliance() -> None:
    rules = some_construction(thickness=(("side", mm(38)),))
    with pytest.raises(InputError, match="needs a niche 560 mm wide and here are 524 mm"):
        a_cabinet("tall-oven", width=mm(600), rules=rules)


def test_an_oven_tower_stands_in_line_with_the_base_units() -> None:
    cabinet = a_cabinet("tall-oven", width=mm(600))
    uses = {space.use: space.box for space in cabinet.spaces}
    assert uses[Use.OVEN].z == a_style().base_height
    assert uses[Use.OVEN].dz == mm(595)
    # The microwave stands on the shelf above the oven.
    assert uses[Use.MICROWAVE].z == mm(820 + 595 + 18)
    assert {part.id for part in cabinet.parts if part.role == "back"} == {"K01.back", "K01.back.upper"}


def test_an_oven_tower_comes_down_where_the_unit_is_low() -> None:
    cabinet = a_cabinet("tall-oven", width=mm(600), style=a_style(tall_height=mm(1800)))
    oven = next(space.box for space in cabinet.spaces if space.use is Use.OVEN)
    # The lowest flap that a lift holds, 205 mm, covers the shelf below it and the top.
    above = mm(205 + 3 - 18 - 18)
    assert oven.z == mm(1800 - 18 - 2 * 18 - 380 - 595) - above


def test_a_refrigerator_breathes_from_the_plinth_to_the_top() -> None:
    cabinet = a_cabinet("tall-fridge", width=mm(600), split=mm(700))
    holes = {part.role for part in cabinet.parts if part.notches}
    assert holes == {"plinth", "bottom", "top"}
    assert "back" not in {part.role for part in cabinet.parts}
    lower, upper, over = (part for part in cabinet.parts if part.role in {"door", "flap"})
    assert (lower.box.z, lower.length) == (mm("101.5"), mm(715))
    assert upper.box.z == lower.box.z + lower.length + mm(3)
    # The compartment above is too low for a door with two hinges.
    assert (over.role, over.box.z + over.width) == ("flap", mm("2198.5"))


def test_no_more_shelves_than_leave_a_useful_space_between_them() -> None:
    low = a_cabinet("wall-doors", width=mm(600), style=a_style(wall_height=mm(400)), shelves=4)
    # 364 clear: 120 + 18 + 120 leave no room for a second shelf.
    assert [part.role for part in low.parts].count("shelf") == 1


def test_pipes_pass_through_or_above_the_back_of_a_sink_unit() -> None:
    cut, low = (a_cabinet("base-sink", width=mm(600), back=word).part("K01.back") for word in ("cut", "low"))
    assert sum(block.volume for block in solid(cut)) == cut.box.volume - mm(300) * mm(250) * mm(8)
    assert low.box.z + low.box.dz == mm(118 + 200)


def test_a_dishwasher_is_a_front_and_a_plinth_held_by_the_machine() -> None:
    cabinet = a_cabinet("base-appliance", width=mm(600))
    assert {part.role for part in cabinet.parts} == {"appliance-front", "plinth"}
    assert cabinet.fronts[0].opens is Opens.DOWN
    assert cabinet.spaces[0].use is Use.DISHWASHER
    assert kind_of("base-appliance").needs == ("water", "waste", "socket")


@pytest.mark.parametrize("hand", ["left", "right"])
def test_a_blind_corner_opens_away_from_the_corner(hand: str) -> None:
    cabinet = a_cabinet("base-corner-blind", width=mm(1100), hand=hand)
    post, door = cabinet.part("K01.post"), cabinet.part("K01.door.1")
    assert cabinet.fronts[0].opens is (Opens.RIGHT if hand == "left" else Opens.LEFT)
    assert post.width == mm(50)
    # 1100 - 560 of the neighbour - 50 of the post, half a gap of 3 at both ends.
    assert door.width == mm(487)
    assert box_of(post)[0] == (560 if hand == "left" else 1100 - 560 - 50)


def test_the_two_hands_of_a_blind_corner_are_mirrored() -> None:
    left, right = (a_cabinet("base-corner-blind", width=mm(1000), hand=hand) for hand in ("left", "right"))
    mirrored = {(mm(1000) - part.box.x - part.box.dx, part.box.dx, part.role) for part in left.parts}
    assert mirrored == {(part.box.x, part.box.dx, part.role) for part in right.parts}


def test_a_neighbour_too_deep_leaves_no_door_on_a_blind_corner() -> None:
    assert "139 mm wide" in faults("base-corner-blind", 950, blind=mm(700), post=mm(108))["style.base_depth"]


def test_the_bottom_of_a_corner_unit_goes_round_the_corner() -> None:
    cabinet = a_cabinet("base-corner-l", width=mm(900))
    bottom = cabinet.part("K01.bottom")
    # Between the sides: 900 - 18 both ways; the legs are 560 - 18 deep.
    assert (bottom.length, bottom.width) == (mm(882), mm(882))
    assert notches_of(bottom) == {"inner corner": (542, 542, 340, 340)}
    area = sum(block.dx * block.dy for block in solid(bottom) if block.z == bottom.box.z)
    assert area == mm(882) ** 2 - mm(340) ** 2
    assert box_of(cabinet.part("K01.side.L")) == (0, 882, 100, 542, 18, 720)
    assert box_of(cabinet.part("K01.side.R")) == (882, 0, 100, 18, 542, 720)


@pytest.mark.parametrize(("hinged", "ways"), [("right", {"fold", "right"}), ("left", {"fold", "left"})])
def test_one_door_of_a_corner_unit_hangs_on_its_side_the_other_folds(hinged: str, ways: set[str]) -> None:
    cabinet = a_cabinet("base-corner-l", width=mm(900), hinged=hinged)
    assert {front.opens.value for front in cabinet.fronts} == ways
    # 900 - 560 of the leg, a gap in the corner and half a gap at the end.
    assert {part.width for part in cabinet.parts if part.role == "door"} == {mm("335.5")}


def test_a_corner_unit_with_legs_as_long_as_deep_is_refused() -> None:
    with pytest.raises(InputError, match="doors of the corner unit"):
        a_cabinet("wall-corner", width=mm(600), style=a_style(wall_depth=mm(500)))


def test_a_hood_unit_lets_the_body_and_the_duct_through() -> None:
    cabinet = a_cabinet("wall-hood", width=mm(600))
    assert notches_of(cabinet.part("K01.top")) == {"duct": (220, 95, 160, 160)}
    assert cabinet.part("K01.bottom").notches[0].purpose == "hood"
    assert not a_cabinet("wall-hood", width=mm(600), air="room").part("K01.top").notches


def test_two_boxes_of_a_bottle_pull_out_hang_on_one_front() -> None:
    cabinet = a_cabinet("base-pullout", width=mm(150))
    assert [front.opens for front in cabinet.fronts] == [Opens.PULL]
    backs = [part for part in cabinet.parts if part.role == "drawer-back"]
    # 150 - 2 x 18 of the sides - 2 x 13 of the runners - 2 x 18 of the box.
    assert [part.length for part in backs] == [mm(52), mm(52)]


def test_open_units_come_forward_to_the_face_of_the_fronts() -> None:
    for kind in ("base-open", "wall-open"):
        cabinet = a_cabinet(kind, width=mm(300))
        shut = a_cabinet(kind.replace("open", "doors"), width=mm(300))
        assert cabinet.depth == shut.depth
        assert cabinet.part("K01.side.L").width == shut.part("K01.side.L").width + mm(18)


def test_a_worktop_is_cut_out_for_sink_and_hob() -> None:
    cabinet = a_worktop(2400, sink=mm(600), hob=mm(1800))
    top = cabinet.part("K01.worktop")
    assert (top.length, top.width, top.thickness) == (mm(2400), mm(600), mm(38))
    assert notches_of(top) == {"sink": (320, 60, 560, 480), "hob": (1520, 55, 560, 490)}


def test_a_joint_keeps_clear_of_a_cut_out() -> None:
    # A board of 2800 gives 2780; the hob from 2520 to 3080 pushes the joint to 50 before it.
    cabinet = a_worktop(4000, hob=mm(2800))
    assert [part.length for part in cabinet.parts] == [mm(2470), mm(1530)]
    assert notches_of(cabinet.part("K01.worktop.2"))["hob"][0] == 2520
    assert {item.code: item.quantity for item in cabinet.hardware} == {"worktop-bolt": 3}


def test_a_worktop_meets_that_of_another_wall_in_a_mitre() -> None:
    left, right = (a_worktop(2000, corner=hand).part("K01.worktop").section for hand in ("left", "right"))
    assert left is not None
    assert right is not None
    assert left.points == ((0, 0), (mm(2000), 0), (mm(2000), mm(600)), (mm(600), mm(600)))
    assert right.points == ((0, 0), (mm(2000), 0), (mm(1400), mm(600)), (0, mm(600)))


def test_a_mitre_needs_a_worktop_longer_than_deep() -> None:
    assert "no room for a mitre" in faults("trim-worktop", 600, corner="left")["choices.corner"]


def test_cut_outs_that_do_not_fit_are_all_named() -> None:
    found = faults("trim-worktop", 2000, sink=mm(200), hob=mm(1900))
    assert found.keys() == {"choices.sink", "choices.hob"}
    assert "lies at 1620 to 2180 mm of a worktop of 2000 mm" in found["choices.hob"]
    assert "less than 50 mm apart" in faults("trim-worktop", 2000, sink=mm(700), hob=mm(1200))["choices.hob"]


def test_a_worktop_takes_the_finish_of_the_style_or_says_that_there_is_none() -> None:
    white = a_cabinet("trim-worktop", width=mm(1000), style=a_style(worktop_finish="white"))
    assert white.part("K01.worktop").material == "white-38"
    catalogue = a_catalogue(materials=tuple(each for each in a_catalogue().materials if each.thickness < mm(38)))
    kind = kind_of("trim-worktop")
    size = size_of(kind, mm(1000), a_style())
    with pytest.raises(InputError, match="no worktop of 20 to 38 mm in the finish 'oak' or 'white'"):
        kind.make("K01", size, a_style(), catalogue, default_construction())


@pytest.mark.parametrize("kind", ["trim-plinth", "trim-cornice", "trim-light-rail"])
def test_strips_return_to_the_wall_at_open_ends(kind: str) -> None:
    style, rules = a_style(), default_construction()
    size = size_of(kind_of(kind), mm(3600), style)
    ends = {"left": Neighbour.OPEN, "right": Neighbour.WALL}
    cabinet = kind_of(kind).make("K01", size, style, a_catalogue(), rules, **ends)
    assert rebuild(cabinet, a_catalogue(), rules) == ()
    pieces = [part for part in cabinet.parts if part.axes == (0, 2)]
    returns = [part for part in cabinet.parts if part.axes == (1, 2)]
    assert [part.length for part in pieces] == [mm(1800), mm(1800)]
    assert len(returns) == 1
    assert pieces[0].edges.left is not None
    assert (pieces[0].edges.right, pieces[1].edges.right) == (None, None)


def test_an_end_panel_is_as_thick_as_the_fronts_where_it_can_be() -> None:
    assert a_cabinet("trim-end-panel", width=mm(18)).part("K01.panel").thickness == mm(18)
    assert a_cabinet("trim-end-panel", width=mm(16)).part("K01.panel").thickness == mm(16)
    right = a_cabinet("trim-end-panel", width=mm(25), hand="right").part("K01.panel")
    assert box_of(right)[0] == 7


@pytest.mark.parametrize("kind", ["wall-doors", "base-corner-l"])
def test_units_that_no_run_along_one_wall_holds_are_refused_as_wishes(kind: str) -> None:
    with pytest.raises(InputError, match="a run along one wall holds no"):
        design(a_room(), a_style(wishes=(Wish(kind=kind),)), a_catalogue())


def test_a_hob_needs_gas_only_where_it_burns_it() -> None:
    kind = kind_of("base-hob")
    assert kind.needs_of({}) == ("socket",)
    assert kind.needs_of({"fuel": "gas"}) == ("socket", "gas")
