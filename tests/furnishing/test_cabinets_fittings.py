"""Hardware is counted by the charts of the trade."""

from __future__ import annotations

from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_style, some_construction


def test_a_door_wider_than_600_has_one_hinge_more() -> None:
    assert _bought("base-doors", 600)["hinge-110"] + 1 == _bought("base-doors", 640)["hinge-110"]


def test_a_workshop_may_join_by_cam_and_dowel() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600), rules=some_construction(joint="cam"))
    found = {item.code: item.quantity for item in cabinet.hardware}
    # At each end of the bottom two of both, at each end of the stretchers one.
    assert (found["cam-15"], found["dowel-8x35"]) == (8, 8)
    assert "confirmat-7x50" not in found


def test_a_style_without_a_handle_buys_none() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600), style=a_style(handle=""))
    assert "knob" not in {item.code for item in cabinet.hardware}


def test_the_rail_of_a_wardrobe_is_cut_to_its_opening() -> None:
    (rail,) = (item for item in a_cabinet("tall-wardrobe", width=mm(800)).hardware if item.length)
    assert (rail.code, rail.quantity, rail.length) == ("rail-oval", 1, mm(800 - 2 * 18 - 6))


def _bought(kind: str, width: int) -> dict[str, int]:
    return {item.code: item.quantity for item in a_cabinet(kind, width=mm(width)).hardware}
