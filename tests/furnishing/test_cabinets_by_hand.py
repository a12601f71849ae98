"""Two cabinets worked out by hand as a joiner would, part for part.

Both are 820 high on a 100 plinth and 560 deep over 18 mm fronts, of 18 mm boards, with 8 mm backs in a groove
9 deep and 10 from the rear edge, 2 mm bands where they show and gaps of 3.
"""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.parts import Box
from furnishing.units import mm, show
from tests.furnishing.builders import a_cabinet


def sizes(cabinet: Cabinet) -> dict[str, str]:
    """Finished size and cut size of each part, as on a cut list."""
    return {
        part.id.removeprefix("K01."): (
            f"{show(part.length)} x {show(part.width)} x {show(part.thickness)}"
            f" cut {show(part.cut_length)} x {show(part.cut_width)}"
        )
        for part in cabinet.parts
    }


def bought(cabinet: Cabinet) -> dict[str, int]:
    return {item.code: item.quantity for item in cabinet.hardware}


def test_a_base_unit_with_one_door() -> None:
    cabinet = a_cabinet("base-doors", width=mm(600))
    assert sizes(cabinet) == {
        # 820 - 100 plinth; 560 - 18 front; 2 off the depth for the band in front.
        "side.L": "720 x 542 x 18 cut 720 x 540",
        "side.R": "720 x 542 x 18 cut 720 x 540",
        # 600 - 2 x 18 between the sides.
        "bottom": "564 x 542 x 18 cut 564 x 540",
        "stretcher.front": "564 x 100 x 18 cut 564 x 98",
        "stretcher.rear": "564 x 100 x 18 cut 564 x 100",
        # 720 - 2 x 18 and 564, each + 2 x 8 into the grooves.
        "back": "700 x 580 x 8 cut 700 x 580",
        # 564 - 2 x 1; 542 - 10 - 8 - 1 behind - 20 in front.
        "shelf.1": "562 x 503 x 18 cut 562 x 501",
        # 100 - 2 air at the floor; raw, as it butts against the plinths of its neighbours.
        "plinth": "600 x 98 x 18 cut 600 x 98",
        # 720 - 3 and 600 - 3, bands all round.
        "door.1": "717 x 597 x 18 cut 713 x 593",
    }
    assert bought(cabinet) == {
        "hinge-110": 2,
        "hinge-plate": 2,
        "leg-100": 4,
        "leg-clip": 2,
        "shelf-pin": 4,
        "knob": 1,
        # The bottom takes 3 a side, each stretcher 2.
        "confirmat-7x50": 2 * 3 + 2 * 2 + 2 * 2,
    }


def test_its_back_lies_in_the_grooves() -> None:
    parts = {part.role: part for part in a_cabinet("base-doors", width=mm(600)).parts}
    assert parts["back"].box == Box(mm(10), mm(10), mm(110), mm(580), mm(8), mm(700))
    (groove,) = parts["bottom"].grooves
    assert groove.box == Box(mm(18), mm(10), mm(109), mm(564), mm(8), mm(9))


def test_a_base_unit_with_three_drawers() -> None:
    cabinet = a_cabinet("base-drawers", width=mm(900))
    found = sizes(cabinet)
    carcass = {name: size for name, size in found.items() if not name.startswith("drawer")}
    assert carcass == {
        "side.L": "720 x 542 x 18 cut 720 x 540",
        "side.R": "720 x 542 x 18 cut 720 x 540",
        "bottom": "864 x 542 x 18 cut 864 x 540",
        "stretcher.front": "864 x 100 x 18 cut 864 x 98",
        "stretcher.rear": "864 x 100 x 18 cut 864 x 100",
        "back": "700 x 880 x 8 cut 700 x 880",
        "plinth": "900 x 98 x 18 cut 900 x 98",
    }
    # 717 less two gaps is 711, in nine shares of 79: two, three and four of them from the top.
    # Behind each front a box of 0.7 of its height, 864 - 2 x 13 wide, on runners of 500 (542 - 18 - 10 = 514).
    for number, front, side in ((1, 158, 110), (2, 237, 165), (3, 316, 221)):
        assert {name: size for name, size in found.items() if name.startswith(f"drawer.{number}")} == {
            f"drawer.{number}.front": f"897 x {front} x 18 cut 893 x {front - 4}",
            f"drawer.{number}.side.L": f"500 x {side} x 18 cut 500 x {side - 2}",
            f"drawer.{number}.side.R": f"500 x {side} x 18 cut 500 x {side - 2}",
            f"drawer.{number}.box": f"802 x {side} x 18 cut 802 x {side - 2}",
            f"drawer.{number}.back": f"802 x {side} x 18 cut 802 x {side - 2}",
            # 802 and 500 - 2 x 18, each + 2 x 7 into grooves 8 deep.
            f"drawer.{number}.bottom": "816 x 478 x 8 cut 816 x 478",
        }
    assert bought(cabinet) == {
        "runner-500": 3,
        "screw-4x30": 3 * 4,
        "leg-100": 6,
        "leg-clip": 3,
        "knob": 3,
        # The bottom 3 a side, stretchers 2; drawer fronts and backs 2 at each end.
        "confirmat-7x50": 6 + 4 + 4 + 2 * (4 + 4 + 4),
    }
