"""A tall unit with an oven, and a microwave above it, at working height; drawers or doors below, doors above."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.interior import shelves
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.niches import niche, parted_back, vented_shelf
from furnishing.cabinets.split import doors_or_flap, front_line, lowest_flap
from furnishing.parts import Box
from furnishing.units import Length, mm


def build(making: Making) -> Cabinet:
    """From below: drawers or doors, the niches one on the other, what remains behind doors."""
    shell, board, rules = carcass(making), making.thickness("fixed-shelf"), making.construction
    uses = [(Use.OVEN, rules.oven_niche_height), (Use.MICROWAVE, rules.microwave_niche_height)]
    uses = uses[: 1 + making.count("microwave")]
    level = _level(making, shell.inside, sum(height + board for _, height in uses))
    shelf, below, room = vented_shelf(making, shell.inside, level - board)
    parts, spaces = [*shell.parts, shelf], []
    for use, height in uses:
        hole = niche(making, room, room.z, room.z + height, height)
        shelf, _, room = vented_shelf(making, room, room.z + height)
        parts.append(shelf)
        spaces.append(Space(box=hole, use=use))
    parts = [*parted_back(parts, level, room.z)]
    if making.word("below") == "drawers":
        lower, ways, clear = drawer_stack(making, below, front_area(making, high=level), rules.stacks[1])
    else:
        leaves, ways = doors(making, front_area(making, high=level))
        lower, clear = (*shelves(making, below, 1), *leaves), (Space(box=below, use=Use.OPEN),)
    upper, fronts = doors_or_flap(making, front_area(making, low=room.z - board))
    spaces += [*clear, Space(box=room, use=Use.OPEN)]
    return assembled(making, (*parts, *lower, *upper), fronts=(*ways, *fronts), spaces=spaces)


def _level(making: Making, inside: Box, niches: Length) -> Length:
    """The floor of the oven: as chosen, or in line with the base units where the niches leave room above them."""
    # The flap above covers the shelf below it and the top.
    flap = lowest_flap(making) + making.style.front_gap
    flap -= making.thickness("fixed-shelf") + making.thickness("top")
    above = max(making.construction.shelf_clear_least, flap)
    highest = inside.z + inside.dz - niches - above
    return making.count("oven_from") or min(front_line(making), highest)


KIND = Kind(
    code="tall-oven",
    name="Oven tower",
    help="Niches for an oven and a microwave at working height; drawers or doors below, doors above.",
    zone=Zone.TALL,
    widths=(mm(600),),
    width=Span(mm(600), mm(600)),
    height=Span(mm(1700), mm(2600)),
    depth=Span(mm(550), mm(700)),
    build=build,
    parameters=(
        Parameter(name="microwave", help="A second niche above the oven", unit="piece", least=0, most=1, default=1),
        Parameter(
            name="oven_from",
            help="Floor of the oven above the floor; 0: in line with the base units",
            unit="um",
            least=0,
            most=mm(1000),
            default=0,
        ),
        Parameter(name="below", help="Below the oven", unit="word", default="drawers", options=("drawers", "doors")),
    ),
    needs=("socket",),
)
