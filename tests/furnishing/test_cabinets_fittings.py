"""Hardware is counted by the charts of the trade."""

from __future__ import annotations

from decimal import Decimal

import pytest

from furnishing.cabinets.fittings import hinge_count, joint_places
from furnishing.construction import default_construction
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_style, some_construction


@pytest.mark.parametrize(
    ("height", "weight", "count"),
    [(700, "5", 2), (900, "9", 2), (901, "5", 3), (700, "9.1", 3), (1900, "18", 4), (2300, "20", 5), (2300, "25", 6)],
)
def test_hinges_follow_height_and_weight(height: int, weight: str, count: int) -> None:
    assert hinge_count(mm(height), Decimal(weight), default_construction()) == count


@pytest.mark.parametrize(("run", "count"), [(80, 2), (100, 2), (400, 2), (401, 3), (542, 3), (701, 4)])
def test_joints_are_fixed_at_both_ends_and_at_most_a_pitch_apart(run: int, count: int) -> None:
    assert joint_places(mm(run), default_construction()) == count


def test_a_door_wider_than_600_has_one_hinge_more() -> None:
    assert _bought("base-doors", 600)["hinge-110"] + 1 == _bought("base-doors", 640)["hinge-110"]


def test_a_workshop_may_join_by_cam_and_dowel() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600), rules=some_construction(joint="cam"))
    found = {item.code: item.quantity for item in cabinet.hardware}
    assert (found["cam-15"], found["dowel-8x35"]) == (14, 14)
    assert "confirmat-7x50" not in found


def test_a_style_without_a_handle_buys_none() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600), style=a_style(handle=""))
    assert "knob" not in {item.code for item in cabinet.hardware}


def test_the_rail_of_a_wardrobe_is_cut_to_its_opening() -> None:
    (rail,) = (item for item in a_cabinet("tall-wardrobe", width=mm(1000)).hardware if item.length)
    assert (rail.code, rail.quantity, rail.length) == ("rail-oval", 1, mm(1000 - 2 * 18 - 6))


def _bought(kind: str, width: int) -> dict[str, int]:
    return {item.code: item.quantity for item in a_cabinet(kind, width=mm(width)).hardware}
