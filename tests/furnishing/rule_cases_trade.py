"""Trade: runs, supplies, transport, stock."""

from __future__ import annotations

import dataclasses

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.units import mm
from tests.furnishing.builders import a_catalogue, a_door, a_room, a_style, some_construction
from tests.furnishing.rule_cases import Case
from tests.furnishing.rule_scenes import Stand, a_scene, dense, lean, opening_in, row, with_points


def stock(quantity: int) -> Catalogue:
    """So many boards of each material."""
    usual = a_catalogue()
    return dataclasses.replace(
        usual, boards=tuple(dataclasses.replace(each, quantity=quantity) for each in usual.boards)
    )


def wide_fridge(cabinet: Cabinet) -> Cabinet:
    """A niche 10 mm wider than between its sides."""
    spaces = tuple(
        dataclasses.replace(each, box=dataclasses.replace(each.box, dx=each.box.dx + mm(10))) for each in cabinet.spaces
    )
    return dataclasses.replace(cabinet, spaces=spaces)


CASES = {
    "odd-width": Case(
        lambda: a_scene(Stand("base-doors", width=600)),
        lambda: a_scene(Stand("base-doors", width=470)),
        ("470 mm", "450 mm"),
    ),
    "filler-narrow": Case(
        lambda: a_scene(Stand("filler", width=40)),
        lambda: a_scene(Stand("filler", width=40), rules=some_construction(filler_least=mm(50))),
        ("40 mm", "50 mm"),
    ),
    "filler-over-limit": Case(
        lambda: a_scene(Stand("filler", width=120)),
        lambda: a_scene(Stand("filler", width=140)),
        ("140 mm", "120 mm"),
    ),
    "reveal-range": Case(
        lambda: a_scene(Stand("base-doors"), style=a_style(front_gap=mm(4))),
        lambda: a_scene(Stand("base-doors"), style=a_style(front_gap=mm(8))),
        ("8 mm", "2 to 6 mm"),
    ),
    "scribe-used-up": Case(
        lambda: a_scene(Stand("filler", 0, 40), room=lean(3, 20)),
        lambda: a_scene(Stand("filler", 0, 30), room=lean(3, 20)),
        ("30 mm", "16.4 mm", "16 mm"),  # 20 mm a metre over 820 mm
    ),
    "worktop-steps": Case(
        lambda: a_scene(*row("base-doors", "base-doors")),
        lambda: a_scene(Stand("base-doors", 0), Stand("base-doors", 600, height=900)),
        ("820 mm", "900 mm", "80 mm"),
    ),
    "fronts-step": Case(
        lambda: a_scene(*row("base-doors", "base-doors")),
        lambda: a_scene(Stand("base-doors", 0), Stand("base-doors", 600, depth=500)),
        ("560 mm", "500 mm", "60 mm"),
    ),
    "joints-not-aligned": Case(
        lambda: a_scene(*row("base-doors", "base-doors"), *row("wall-doors", "wall-doors")),
        lambda: a_scene(*row("base-doors", "base-doors"), *row("wall-doors", "wall-doors", width=500)),
        ("2 of 3", "500 mm"),
    ),
    "end-without-panel": Case(
        lambda: a_scene(Stand("base-doors"), style=a_style(front_finish="white")),
        lambda: a_scene(Stand("base-doors")),
        ("560 x 820 mm",),
    ),
    "no-handles": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), style=a_style(handle="")),
        ("1 fronts",),
    ),
    "worktop-not-included": Case(
        lambda: a_scene(Stand("tall-wardrobe")),
        lambda: a_scene(Stand("base-doors")),
        ("without a worktop",),
    ),
    "supplies-unknown": Case(
        lambda: a_scene(Stand("base-sink"), room=with_points(("water", 1100, 500))),
        lambda: a_scene(Stand("base-sink")),
        ("0 points", "waste, water"),
    ),
    "water-far": Case(
        lambda: a_scene(Stand("base-sink"), room=with_points(("water", 850, 500))),
        lambda: a_scene(Stand("base-sink"), room=with_points(("water", 700, 500))),
        ("300 mm", "200 mm"),
    ),
    "waste-far": Case(
        lambda: a_scene(Stand("base-sink"), room=with_points(("waste", 2500, 400))),
        lambda: a_scene(Stand("base-sink"), room=with_points(("waste", 2700, 400))),
        ("1100 mm", "1000 mm"),
    ),
    "socket-far": Case(
        lambda: a_scene(Stand("base-oven"), room=with_points(("socket", 3000, 300))),
        lambda: a_scene(Stand("base-oven"), room=with_points(("socket", 3300, 300))),
        ("1700 mm", "1500 mm"),
    ),
    "gas-far": Case(
        lambda: a_scene(Stand("base-hob", choices={"fuel": "gas"}), room=with_points(("gas", 2000, 500))),
        lambda: a_scene(Stand("base-hob", choices={"fuel": "gas"}), room=with_points(("gas", 2800, 500))),
        ("1200 mm", "1000 mm"),
    ),
    "extractor-far": Case(
        lambda: a_scene(Stand("wall-hood"), room=with_points(("extractor", 2000, 2300))),
        lambda: a_scene(Stand("wall-hood"), room=with_points(("socket", 1200, 2300))),
        ("1000 mm",),
    ),
    "dishwasher-in-corner": Case(
        lambda: a_scene(Stand("base-appliance", 2600), Stand("base-doors", 1000, wall=1)),
        lambda: a_scene(Stand("base-appliance", 2750), Stand("base-doors", 1000, wall=1)),
        ("90 mm", "200 mm"),
    ),
    "oven-in-corner": Case(
        lambda: a_scene(Stand("base-oven", 2700), Stand("base-doors", 1000, wall=1)),
        lambda: a_scene(Stand("base-oven", 2790), Stand("base-doors", 1000, wall=1)),
        ("50 mm", "100 mm"),
    ),
    "fridge-at-wall": Case(
        lambda: a_scene(Stand("tall-fridge", 100)),
        lambda: a_scene(Stand("tall-fridge", 10)),
        ("10 mm", "50 mm"),
    ),
    "fridge-air": Case(
        lambda: a_scene(Stand("tall-fridge"), room=a_room(ceiling=2300)),
        lambda: a_scene(Stand("tall-fridge"), room=a_room(ceiling=2240)),
        ("40 mm", "50 mm"),
    ),
    "fridge-beside-heat": Case(
        lambda: a_scene(*row("tall-fridge", "base-hob")),
        lambda: a_scene(Stand("tall-fridge", 0, change=wide_fridge), Stand("base-hob", 600)),
        ("26 mm", "30 mm"),  # 36 mm of two sides, less 10
    ),
    "cannot-be-tipped": Case(
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2320)),
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2250)),
        ("2250 mm",),
    ),
    "not-through-door": Case(
        lambda: a_scene(Stand("tall-wardrobe"), room=opening_in(2, a_door(1000, 900))),
        lambda: a_scene(Stand("tall-wardrobe"), room=opening_in(2, a_door(1000, 580))),
        ("530 x 1960 mm",),
    ),
    "carcass-heavy": Case(
        lambda: a_scene(Stand("base-doors")),
        lambda: a_scene(Stand("base-doors"), catalogue=dense(4000)),
        ("60 kg",),
    ),
    "ceiling-gap-small": Case(
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2220)),
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2210)),
        ("10 mm", "20 mm"),
    ),
    "ceiling-gap-dusty": Case(
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2400)),
        lambda: a_scene(Stand("tall-wardrobe"), room=a_room(ceiling=2260)),
        ("60 mm", "100 mm"),
    ),
    "stock-short": Case(
        lambda: a_scene(Stand("base-doors"), catalogue=stock(1)),
        lambda: a_scene(Stand("base-doors"), catalogue=stock(0)),
        ("0.48 m2", "0.00 m2", "85%"),
    ),
    "board-for-little": Case(
        lambda: a_scene(*row(*["base-doors"] * 6)),
        lambda: a_scene(*row("base-doors")),
        ("2 parts of oak-18", "0.48 m2", "8%", "10%"),
    ),
}
