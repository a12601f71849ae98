"""Fronts in every look and overlay: they rebuild, their frames are dowelled, their grain runs on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from cutting.from_design import cut_job
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.kind import Kind
from furnishing.cabinets.registry import kinds
from furnishing.construction import default_construction
from furnishing.design import design
from furnishing.rebuild import rebuild
from furnishing.style import FrontLook, Overlay, Style, Wish
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_catalogue, a_room, a_style, made, rectangle, size_of

LOOKS = [(look, overlay) for look in FrontLook for overlay in Overlay]


@pytest.mark.parametrize(("look", "overlay"), LOOKS)
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_rebuilds_in_every_look(kind: Kind, look: FrontLook, overlay: Overlay) -> None:
    style = a_style(front=look, overlay=overlay)
    cabinet = made(kind, size_of(kind, kind.widths[len(kind.widths) // 2], style), style)
    assert rebuild(cabinet, a_catalogue(), default_construction()) == ()


def front_of(cabinet: Cabinet, name: str) -> list[str]:
    return sorted(part.id.partition(f"{name}.")[2] for part in cabinet.parts if f".{name}." in part.id)


def a_door_unit(**looks: FrontLook | Overlay) -> Cabinet:
    return a_cabinet("base-doors", width=mm(500), style=a_style(**looks))


def test_a_framed_door_is_two_stiles_two_rails_and_a_panel() -> None:
    cabinet = a_door_unit(front=FrontLook.FRAMED)
    assert front_of(cabinet, "door.1") == ["panel", "rail.lower", "rail.upper", "stile.L", "stile.R"]


def test_the_corners_of_a_frame_have_two_dowels_each_on_one_axis() -> None:
    cabinet = a_door_unit(front=FrontLook.FRAMED)
    members = [part for part in cabinet.parts if part.role in {"stile", "front-rail"}]
    holes: dict[str, list[tuple[int, int, int]]] = {}
    for part in members:
        for bore in part.bores:
            if bore.purpose == "dowel":
                holes.setdefault(bore.fixing, []).append((bore.x, bore.y, bore.z))
    assert len(holes) == 8
    assert all(len(places) == 2 and places[0] == places[1] for places in holes.values())


def test_a_pane_is_bought_and_never_sawn() -> None:
    style = a_style(front=FrontLook.GLASS, wishes=(Wish(kind="base-doors", width=mm(500)),))
    found = design(a_room(*rectangle(3000, 3000)), style, a_catalogue())
    assert any(part.bought for part in found.cabinets[0].parts)
    assert not any(part.bought for part in found.parts)
    panes = [item for item in found.cabinets[0].hardware if item.code == "glass-4"]
    assert [(item.quantity, item.length is not None, item.width is not None) for item in panes] == [(1, True, True)]


def test_low_drawer_fronts_stay_slabs() -> None:
    cabinet = a_cabinet("base-drawers", width=mm(500), style=a_style(front=FrontLook.FRAMED))
    assert front_of(cabinet, "drawer.1")[-4:] == ["box", "front", "side.L", "side.R"]


def test_an_inset_door_is_flush_with_the_carcass_and_stands_clear_of_it_all_around() -> None:
    style = a_style(overlay=Overlay.INSET)
    cabinet = a_door_unit(overlay=Overlay.INSET)
    door, side, bottom = (cabinet.part(f"K01.{name}") for name in ("door.1", "side.L", "bottom"))
    assert door.box.y + door.box.dy == side.box.y + side.box.dy == cabinet.depth
    assert door.box.x - side.box.dx == style.front_gap
    assert door.box.z - (bottom.box.z + bottom.box.dz) == style.front_gap


def test_half_overlay_doors_of_two_neighbours_share_one_side() -> None:
    style = a_style(overlay=Overlay.HALF)
    door = a_door_unit(overlay=Overlay.HALF).part("K01.door.1")
    assert door.box.x == (style.carcass_thickness + style.front_gap) // 2


@pytest.mark.parametrize("look", [FrontLook.J_GRIP, FrontLook.PROFILE])
def test_fronts_with_a_grip_of_their_own_have_no_handle(look: FrontLook) -> None:
    style = a_style(front=look)
    cabinet = a_door_unit(front=look)
    assert style.handle not in {item.code for item in cabinet.hardware}
    assert all(bore.purpose != "handle" for part in cabinet.parts for bore in part.bores)


def test_a_profile_is_ordered_in_the_width_of_the_unit_and_the_sides_are_notched_for_it() -> None:
    cabinet = a_door_unit(front=FrontLook.PROFILE)
    assert [item.length for item in cabinet.hardware if item.code == "grip-profile"] == [mm(500)]
    assert [notch.purpose for notch in cabinet.part("K01.side.L").notches] == ["profile"]


def matched_kitchen() -> Style:
    return a_style(
        match_grain=True, wishes=(Wish(kind="base-drawers", width=mm(600)), Wish(kind="base-doors", width=mm(800)))
    )


def test_drawer_stacks_and_door_pairs_are_grain_groups() -> None:
    found = design(a_room(*rectangle(4000, 3000)), matched_kitchen(), a_catalogue())
    groups: dict[str, list[str]] = {}
    for part in sorted(found.parts, key=lambda part: part.grain_place):
        if part.grain_group:
            groups.setdefault(part.grain_group, []).append(part.id)
    assert groups == {
        "K01.drawer.1.front": [f"K01.drawer.{number}.front" for number in (1, 2, 3)],
        "K02.door.1": ["K02.door.1", "K02.door.2"],
    }


def test_a_matched_drawer_stack_comes_out_of_one_strip_in_order() -> None:
    found = design(a_room(*rectangle(4000, 3000)), matched_kitchen(), a_catalogue())
    job = cut_job(found, a_catalogue())
    plan = solve(job, Stop(iterations=2), seed=0).plan
    stack = [f"K01.drawer.{number}.front" for number in (1, 2, 3)]
    places = [
        (index, leaf.rect)
        for index, sheet in enumerate(plan.sheets)
        for leaf in (sheet.cuts.leaves() if sheet.cuts else ())
        if leaf.piece in stack
    ]
    rects = [rect for _, rect in places]
    assert len({index for index, _ in places}) == 1
    assert len({rect.y for rect in rects}) == 1
    assert [b.x - a.x - a.length for a, b in pairwise(rects)] == [job.saw.kerf] * 2


def test_a_style_without_matched_grain_has_no_groups() -> None:
    found = design(a_room(*rectangle(4000, 3000)), replace(matched_kitchen(), match_grain=False), a_catalogue())
    assert all(part.grain_group is None for part in found.parts)
