"""Where fittings go: around corners, on backs of every way, cams in the face that is seen less."""

from __future__ import annotations

from collections import Counter

import pytest

from furnishing.cabinets.cabinet import Cabinet
from furnishing.construction import Construction, default_construction
from furnishing.errors import InputError
from furnishing.units import mm
from tests.furnishing.builders import a_cabinet, a_style, some_construction


def holes(cabinet: Cabinet, purpose: str) -> Counter[str]:
    """How many holes of a purpose each part has, by the part's id."""
    found = Counter(part.id for part in cabinet.parts for bore in part.bores if bore.purpose == purpose)
    return Counter({id.removeprefix("K01."): count for id, count in found.items()})


def cam_senses(cabinet: Cabinet, part: str) -> set[int]:
    """The ways in which cams go into a part: -1 from its upper face, 1 from its lower one."""
    return {bore.sense for bore in cabinet.part(f"K01.{part}").bores if bore.purpose == "cam"}


@pytest.mark.parametrize("kind", ["base-corner-l", "wall-corner"])
@pytest.mark.parametrize("back", ["applied", "rebated"])
def test_both_backs_of_a_corner_unit_are_screwed_alike(kind: str, back: str) -> None:
    width = mm(900 if kind == "base-corner-l" else 600)
    found = holes(a_cabinet(kind, width=width, rules=some_construction(back=back)), "back-screw")
    assert found["back"] == found["back.L"] > 20
    assert min(found["side.L"], found["side.R"]) >= 4


def test_both_plinths_of_a_corner_unit_are_clipped_to_legs() -> None:
    cabinet = a_cabinet("base-corner-l", width=mm(900))
    found = holes(cabinet, "plinth-clip")
    assert found["plinth"] == found["plinth.L"] > 0
    legs = {bore.fixing for bore in cabinet.part("K01.bottom").bores if bore.purpose == "leg"}
    assert {item.code: item.quantity for item in cabinet.hardware}["leg-100"] == len(legs)


def test_a_leg_stands_at_the_end_of_both_legs_of_a_corner_unit() -> None:
    bores = [
        bore for bore in a_cabinet("base-corner-l", width=mm(900)).part("K01.bottom").bores if bore.purpose == "leg"
    ]
    ends = [(bore.x, bore.y) for bore in bores]
    assert any(x > mm(750) for x, _ in ends)
    assert {(y, x) for x, y in ends if x > mm(750)} == {(x, y) for x, y in ends if y > mm(750)}


def test_a_corner_unit_hangs_from_both_walls() -> None:
    cabinet = a_cabinet("wall-corner", width=mm(600))
    assert holes(cabinet, "hanger") == {"side.L": 2, "side.R": 2}
    assert {item.code: item.quantity for item in cabinet.hardware}["wall-hanger"] == 2


@pytest.mark.parametrize("kind", ["base-doors", "wall-doors", "tall-larder"])
def test_a_rebated_back_is_screwed_to_the_sides(kind: str) -> None:
    found = holes(a_cabinet(kind, width=mm(600), rules=some_construction(back="rebated")), "back-screw")
    assert found["side.L"] == found["side.R"] >= 4


def test_an_inset_back_stands_between_the_boards_and_is_joined_on_all_edges() -> None:
    cabinet = a_cabinet("tall-larder", width=mm(600), style=a_style(back_thickness=mm(18)), rules=inset())
    back = cabinet.part("K01.back")
    # 2200 - 100 - 2 x 18 high, 600 - 2 x 18 wide, at the wall; no groove anywhere.
    assert (back.length, back.width, back.box.y) == (mm(2064), mm(564), 0)
    assert not any(groove.purpose.startswith("back") for part in cabinet.parts for groove in part.grooves)
    joined = {bore.fixing.rpartition(".")[0] for bore in back.bores}
    assert {"back-side.L", "back-side.R", "back-bottom", "back-top"} <= joined


def test_a_thin_back_cannot_stand_between_the_boards() -> None:
    with pytest.raises(InputError, match="a back of 8 mm cannot be joined between the sides; 15 mm is the least"):
        a_cabinet("base-doors", width=mm(600), rules=inset())


def inset() -> Construction:
    return some_construction(back="inset")


def test_cams_lie_in_the_face_that_is_seen_less() -> None:
    rules = some_construction(joint="cam", base_top="full")
    base = a_cabinet("base-doors", width=mm(600), rules=rules)
    assert (cam_senses(base, "bottom"), cam_senses(base, "top")) == ({1}, {-1})
    hung = a_cabinet("wall-lift", width=mm(600), rules=rules, style=a_style(wall_height=mm(720)))
    # The underside of a hung unit is seen by whoever sits below it; its top is above the eye.
    assert (cam_senses(hung, "bottom"), cam_senses(hung, "top")) == ({-1}, {-1})


def test_the_top_of_a_low_unit_has_its_cams_inside() -> None:
    board = a_cabinet("low-tv", width=mm(1200), rules=some_construction(joint="cam"))
    assert cam_senses(board, "top") == {1}


def test_cams_of_fixed_shelves_lie_on_the_side_away_from_the_eye() -> None:
    rules = some_construction(joint="cam")
    wardrobe = a_cabinet("tall-wardrobe", width=mm(600), rules=rules)
    low, high = (wardrobe.part(f"K01.{name}").box.z for name in ("fixed-shelf", "fixed-shelf.2"))
    assert low < default_construction().eye_height < high
    assert (cam_senses(wardrobe, "fixed-shelf"), cam_senses(wardrobe, "fixed-shelf.2")) == ({1}, {-1})
