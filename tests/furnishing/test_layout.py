"""One wall at a time: what stands where, drawn as pictures of the wall."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from furnishing.cabinets.kind import Zone
from furnishing.construction import default_construction
from furnishing.layout.free_space import Cause, Stretch
from furnishing.layout.placement import Layout
from furnishing.layout.run import layout
from furnishing.layout.widths import Item, choose
from furnishing.room import Obstacle, ObstacleKind, Room, Slope, Wall
from furnishing.style import Wish
from furnishing.units import mm, show
from tests.furnishing.builders import a_door, a_pillar, a_room, a_style, a_window, rectangle

ENDLESS = Wish(kind="base-doors", count=None)
LETTERS = {"base-doors": "d", "base-drawers": "s", "tall-wardrobe": "T", "filler": "|"}


def furnished(room: Room, *wanted: Wish, wall: int = 0, **changes: int) -> Layout:
    return layout(room, a_style(wishes=wanted, wall=wall, **changes), default_construction())


def picture(found: Layout) -> str:
    """A run as text: `d600` a unit, `|40` a filler, ` 5 ` a gap."""
    at, words = 0, []
    for placement in found.placements:
        if placement.offset > at:
            words.append(f"({show(placement.offset - at)})")
        words.append(f"{LETTERS[placement.kind]}{show(placement.width)}")
        at = placement.offset + placement.width
    return " ".join(words)


def codes(found: Layout) -> list[str]:
    return [issue.code for issue in found.issues]


def doors(width: int) -> Wish:
    return Wish(kind="base-doors", width=mm(width))


@pytest.mark.parametrize(
    ("length", "wanted", "seen"),
    [
        (1212, [doors(600)] * 2, "(5) d600 d600"),
        (1220, [doors(600), Wish(kind="base-doors", count=None)], "(5) d600"),
        (1230, [ENDLESS], "(5) d1220"),
        (1250, [doors(600)] * 2, "(5) d600 d600 |45"),
        (1290, [doors(600)] * 2, "|45 d600 d600 |45"),
        (1440, [doors(600)] * 2, "|120 d600 d600 |120"),
    ],
)
def test_the_rest_follows_the_rule_of_the_trade(length: int, wanted: list[Wish], seen: str) -> None:
    assert picture(furnished(a_room(*rectangle(length, 3000)), *wanted)).startswith(seen)


def test_a_rest_too_large_for_fillers_is_told() -> None:
    found = furnished(a_room(*rectangle(1600, 3000)), doors(600), doors(600))
    assert picture(found) == "(5) d600 d600"
    assert codes(found) == ["gap-left"]
    assert "390 mm" in found.issues[0].message


def test_a_wide_filler_is_told() -> None:
    found = furnished(a_room(*rectangle(1440, 3000)), doors(600), doors(600))
    assert codes(found) == ["filler-wide", "filler-wide"]


def test_units_given_a_width_are_not_widened() -> None:
    found = furnished(a_room(*rectangle(1230, 3000)), doors(600), doors(600))
    assert (picture(found), codes(found)) == ("(5) d600 d600", ["gap-left"])


def test_nothing_stands_before_a_door() -> None:
    found = furnished(a_room(*rectangle(4000, 3000, a_door(1500, swing="out"))), *[doors(600)] * 5)
    # 50 mm beside the architrave: free from 5 to 1450 and from 2450 to 3995.
    assert picture(found) == "|125 d600 d600" or picture(found).startswith("(5) d600 d600 (1245) d600 d600")
    assert "wish-not-placed" in codes(found)


def test_the_swing_of_a_door_in_the_next_wall_is_kept_free() -> None:
    first, second, *others = rectangle(4000, 3000)
    hung = Wall(measured=second.measured, openings=(a_door(100, hinge="left"),))
    found = furnished(a_room(first, hung, *others), Wish(kind="base-doors", count=None))
    last = found.placements[-1]
    assert last.offset + last.width <= mm(4000 - 900)


def test_base_units_stand_under_a_high_window_and_not_under_a_low_one() -> None:
    for sill, stand in ((900, True), (700, False)):
        room = a_room(*rectangle(2600, 3000, a_window(800, sill=sill)))
        found = furnished(room, *[doors(800)] * 3)
        assert (len([each for each in found.placements if each.kind != "filler"]) == 3) is stand


def test_tall_units_never_stand_before_a_window() -> None:
    room = a_room(*rectangle(4000, 3000, a_window(1200)))
    found = furnished(
        room, Wish(kind="tall-wardrobe", width=mm(900)), ENDLESS, Wish(kind="tall-wardrobe", width=mm(900))
    )
    tall = [each for each in found.placements if each.kind == "tall-wardrobe"]
    assert [each.offset + each.width <= mm(1050) or each.offset >= mm(2350) for each in tall] == [True, True]
    assert "tall-before-window" in codes(found)


def test_a_pillar_divides_the_run() -> None:
    room = a_room(*rectangle(4000, 3000), obstacles=(a_pillar(1800, -300),))
    found = furnished(room, ENDLESS)
    for each in found.placements:
        assert each.offset + each.width <= mm(1795) or each.offset >= mm(2105)
    assert len(found.placements) >= 4


def test_a_pipe_above_the_units_is_no_obstacle() -> None:
    pipe = Obstacle(
        kind=ObstacleKind.PIPE, x=mm(500), y=mm(-100), length=mm(100), width=mm(100), height=mm(500), z=mm(1500)
    )
    plain, piped = a_room(), a_room(obstacles=(pipe,))
    assert furnished(plain, ENDLESS) == furnished(piped, ENDLESS)
    assert furnished(plain, Wish(kind="tall-wardrobe", count=None)) != furnished(
        piped, Wish(kind="tall-wardrobe", count=None)
    )


def test_an_acute_corner_takes_its_width() -> None:
    # The second wall leans in over the first: at 560 mm out, 560 mm of its end are gone.
    leaning = a_room(
        Wall(measured=(mm(4000),), turn=Decimal(135)),
        Wall(measured=(mm("2828.427"),), turn=Decimal(45)),
        Wall(measured=(mm(2000),), turn=Decimal(90)),
        Wall(measured=(mm(2000),)),
    )
    last = furnished(leaning, ENDLESS).placements[-1]
    assert mm(3340) < last.offset + last.width <= mm(3440)


def test_under_a_slope_tall_units_keep_to_the_high_side() -> None:
    room = a_room(slopes=(Slope(wall=1, knee=mm(1200), angle=Decimal(45)),))
    found = furnished(room, Wish(kind="tall-wardrobe", count=None))
    # 2200 + 20 is reached 1020 mm from the knee wall.
    assert all(each.offset + each.width <= mm(4000 - 1020) for each in found.placements)
    assert "ceiling-too-low" in codes(found)


def test_a_ceiling_too_low_for_tall_units_is_told() -> None:
    found = furnished(a_room(ceiling=2210), Wish(kind="tall-wardrobe"))
    assert found.placements == ()
    assert set(codes(found)) == {"wish-not-placed", "ceiling-too-low"}


def test_without_a_wall_given_the_freest_is_taken() -> None:
    room = a_room(*rectangle(3000, 4000, a_window(200, sill=100)))
    found = layout(room, a_style(wishes=(ENDLESS,)), default_construction())
    assert {each.wall for each in found.placements} == {1}


def test_cabinets_and_fillers_are_numbered_from_the_left() -> None:
    found = furnished(a_room(*rectangle(1290, 3000)), doors(600), doors(600))
    assert [each.cabinet for each in found.placements] == ["F01", "K01", "K02", "F02"]


@pytest.mark.parametrize("length", range(900, 3000, 170))
def test_the_widths_chosen_leave_the_smallest_residue_there_is(length: int) -> None:
    widths = tuple(mm(width) for width in (300, 450, 600, 800))
    free = {
        Zone.BASE: (Stretch(start=0, end=mm(length), left=Cause.WALL, right=Cause.WALL),),
        Zone.TALL: (),
    }
    items = [Item(wish=number, zone=Zone.BASE, widths=widths) for number in range(4)]
    units = choose(items, free)
    every = [chosen for count in range(5) for chosen in product(widths, repeat=count) if sum(chosen) <= mm(length)]
    most = max(len(chosen) for chosen in every)
    assert len(units) == most
    assert sum(unit.width for unit in units) == max(sum(chosen) for chosen in every if len(chosen) == most)
