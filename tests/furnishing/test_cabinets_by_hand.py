"""Ten cabinets worked out by hand as a joiner would, part for part.

Base units are 820 high on a 100 plinth and 560 deep over 18 mm fronts, tall ones 2200 high and 580 deep, hung ones
720 high and 350 deep. All are of 18 mm boards, with 8 mm backs in a groove 9 deep and 10 from the rear edge, 2 mm
bands where they show and gaps of 3.
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
        # Each runner: 3 in the carcass and 3 in the box.
        "screw-4x16": 3 * 2 * (3 + 3),
        "leg-100": 6,
        "leg-clip": 3,
        "knob": 3,
        # The bottom 3 a side, stretchers 2; drawer fronts and backs 2 at each end.
        "confirmat-7x50": 6 + 4 + 4 + 2 * (4 + 4 + 4),
    }


def test_a_wide_base_unit_with_a_partition() -> None:
    assert sizes(a_cabinet("base-doors", width=mm(1000))) == {
        "side.L": "720 x 542 x 18 cut 720 x 540",
        "side.R": "720 x 542 x 18 cut 720 x 540",
        # 1000 - 36.
        "bottom": "964 x 542 x 18 cut 964 x 540",
        "stretcher.front": "964 x 100 x 18 cut 964 x 98",
        "stretcher.rear": "964 x 100 x 18 cut 964 x 100",
        "back": "700 x 980 x 8 cut 700 x 980",
        # From bottom to stretchers: 720 - 36; from the back to the front: 542 - 18.
        "partition": "684 x 524 x 18 cut 684 x 522",
        # (964 - 18) / 2 - 2.
        "shelf.1": "471 x 503 x 18 cut 471 x 501",
        "shelf.2": "471 x 503 x 18 cut 471 x 501",
        "plinth": "1000 x 98 x 18 cut 1000 x 98",
        # (1000 - 2 x 1.5 - 3) / 2.
        "door.1": "717 x 497 x 18 cut 713 x 493",
        "door.2": "717 x 497 x 18 cut 713 x 493",
    }


def test_a_hung_unit_with_two_doors() -> None:
    cabinet = a_cabinet("wall-doors", width=mm(800))
    assert sizes(cabinet) == {
        # 350 - 18; the front edge and the lower end, which is seen from below, are banded.
        "side.L": "720 x 332 x 18 cut 718 x 330",
        "side.R": "720 x 332 x 18 cut 718 x 330",
        "bottom": "764 x 332 x 18 cut 764 x 330",
        "top": "764 x 332 x 18 cut 764 x 330",
        # 720 - 36 + 16 and 764 + 16.
        "back": "700 x 780 x 8 cut 700 x 780",
        # 332 - 18 - 1 behind - 20 in front.
        "shelf.1": "762 x 293 x 18 cut 762 x 291",
        "shelf.2": "762 x 293 x 18 cut 762 x 291",
        "door.1": "717 x 397 x 18 cut 713 x 393",
        "door.2": "717 x 397 x 18 cut 713 x 393",
    }
    assert bought(cabinet) == {
        # 332 deep: two a joint, two joints a board, two boards.
        "confirmat-7x50": 8,
        "hinge-110": 4,
        "hinge-plate": 4,
        "knob": 2,
        "shelf-pin": 8,
        "wall-hanger": 2,
    }


def test_a_wardrobe() -> None:
    assert sizes(a_cabinet("tall-wardrobe", width=mm(800))) == {
        # 2200 - 100; 580 - 18. Its upper ends are above the eye and stay raw.
        "side.L": "2100 x 562 x 18 cut 2100 x 560",
        "side.R": "2100 x 562 x 18 cut 2100 x 560",
        "bottom": "764 x 562 x 18 cut 764 x 560",
        "top": "764 x 562 x 18 cut 764 x 560",
        "back": "2080 x 780 x 8 cut 2080 x 780",
        "plinth": "800 x 98 x 18 cut 800 x 98",
        # 562 - 18 behind - 1 in front.
        "fixed-shelf": "764 x 543 x 18 cut 764 x 541",
        # A compartment of 300 below the top, so that the rail hangs at 1814 and not at 2132.
        "fixed-shelf.2": "764 x 543 x 18 cut 764 x 541",
        "shelf.1": "762 x 523 x 18 cut 762 x 521",
        "door.1": "2097 x 397 x 18 cut 2093 x 393",
        "door.2": "2097 x 397 x 18 cut 2093 x 393",
    }


def test_an_open_bookcase_comes_forward_to_the_face_of_fronts() -> None:
    shelf = "562 x 541 x 18 cut 562 x 539"
    assert sizes(a_cabinet("tall-bookcase", width=mm(600))) == {
        "side.L": "2100 x 580 x 18 cut 2100 x 578",
        "side.R": "2100 x 580 x 18 cut 2100 x 578",
        "bottom": "564 x 580 x 18 cut 564 x 578",
        "top": "564 x 580 x 18 cut 564 x 578",
        "back": "2080 x 580 x 8 cut 2080 x 580",
        "plinth": "600 x 98 x 18 cut 600 x 98",
        "fixed-shelf": "564 x 561 x 18 cut 564 x 559",
        **{f"shelf.{number}": shelf for number in (1, 2, 3, 4)},
    }


def test_a_sink_unit_is_open_above() -> None:
    assert sizes(a_cabinet("base-sink", width=mm(800))) == {
        "side.L": "720 x 542 x 18 cut 720 x 540",
        "side.R": "720 x 542 x 18 cut 720 x 540",
        "bottom": "764 x 542 x 18 cut 764 x 540",
        "rail.front": "764 x 100 x 18 cut 764 x 100",
        "rail.rear": "764 x 100 x 18 cut 764 x 100",
        # Up to the edge of the sides: 720 - 18 + 8.
        "back": "710 x 780 x 8 cut 710 x 780",
        "plinth": "800 x 98 x 18 cut 800 x 98",
        "door.1": "717 x 397 x 18 cut 713 x 393",
        "door.2": "717 x 397 x 18 cut 713 x 393",
    }


def test_a_shoe_cabinet_has_heights_of_its_own() -> None:
    shelf = "662 x 313 x 18 cut 662 x 311"
    assert sizes(a_cabinet("hall-shoes", width=mm(700))) == {
        # 1100 - 100 and 370 - 18; one looks down on its upper ends.
        "side.L": "1000 x 352 x 18 cut 998 x 350",
        "side.R": "1000 x 352 x 18 cut 998 x 350",
        "bottom": "664 x 352 x 18 cut 664 x 350",
        "top": "664 x 352 x 18 cut 664 x 350",
        "back": "980 x 680 x 8 cut 980 x 680",
        "plinth": "700 x 98 x 18 cut 700 x 98",
        **{f"shelf.{number}": shelf for number in (1, 2, 3, 4)},
        "door.1": "997 x 347 x 18 cut 993 x 343",
        "door.2": "997 x 347 x 18 cut 993 x 343",
    }


def test_a_hung_unit_with_flaps() -> None:
    cabinet = a_cabinet("wall-lift", width=mm(900))
    assert sizes(cabinet) == {
        "side.L": "720 x 332 x 18 cut 718 x 330",
        "side.R": "720 x 332 x 18 cut 718 x 330",
        "bottom": "864 x 332 x 18 cut 864 x 330",
        "top": "864 x 332 x 18 cut 864 x 330",
        "back": "700 x 880 x 8 cut 700 x 880",
        # Lifts hold flaps up to 600, so there are two: (717 - 3) / 2.
        "flap.1": "897 x 357 x 18 cut 893 x 353",
        "flap.2": "897 x 357 x 18 cut 893 x 353",
        # Behind the gap between them; 332 - 18 behind - 1 in front.
        "fixed-shelf": "864 x 313 x 18 cut 864 x 311",
        # (720 - 3 x 18) / 2, in the middle, since shelves over 864 bend.
        "partition": "333 x 313 x 18 cut 333 x 311",
        "partition.2": "333 x 313 x 18 cut 333 x 311",
        # (864 - 18) / 2 - 2.
        **{f"shelf.{number}": "421 x 293 x 18 cut 421 x 291" for number in (1, 2, 3, 4)},
    }
    # 0.897 x 0.357 x 0.018 m at 650 kg/m3 and a handle: 3.9 kg; times 357 mm is a power factor of some 1,400.
    assert bought(cabinet)["lift-420"] == 2


def test_a_desk_with_a_pedestal() -> None:
    cabinet = a_cabinet("base-desk", width=mm(1400))
    found = sizes(cabinet)
    assert {name: size for name, size in found.items() if "drawer" not in name} == {
        # 740 - 18 top - 100 plinth; 650 - 18 front.
        "pedestal.side.L": "622 x 632 x 18 cut 622 x 630",
        "pedestal.side.R": "622 x 632 x 18 cut 622 x 630",
        # 420 - 36.
        "pedestal.bottom": "384 x 632 x 18 cut 384 x 630",
        "pedestal.stretcher.front": "384 x 100 x 18 cut 384 x 98",
        "pedestal.stretcher.rear": "384 x 100 x 18 cut 384 x 100",
        "pedestal.back": "602 x 400 x 8 cut 602 x 400",
        # One end is seen beside the knees.
        "pedestal.plinth": "420 x 98 x 18 cut 418 x 98",
        "leg-panel": "722 x 632 x 18 cut 722 x 630",
        # 1400 - 420 - 18.
        "rail.rear": "962 x 300 x 18 cut 962 x 300",
        "top": "1400 x 650 x 18 cut 1400 x 648",
    }
    # 622 - 3 - 2 gaps of 3 in the proportion 2 : 3 : 4, bands all round.
    fronts = [found[f"pedestal.drawer.{number}.front"] for number in (1, 2, 3)]
    assert fronts == ["417 x 136 x 18 cut 413 x 132", "417 x 204 x 18 cut 413 x 200", "417 x 273 x 18 cut 413 x 269"]
    # 0.7 of the front; 384 - 2 x 13 - 2 x 18 between the sides of the box.
    assert found["pedestal.drawer.3.side.L"] == "550 x 191 x 18 cut 550 x 189"
    assert found["pedestal.drawer.3.back"] == "322 x 191 x 18 cut 322 x 189"
    assert found["pedestal.drawer.3.bottom"] == "336 x 528 x 8 cut 336 x 528"
