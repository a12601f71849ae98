"""An open bookcase: a fixed shelf in the middle that stiffens the sides, adjustable shelves below and above it."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import back, bottom, fixed_shelf, plinth, shelves, sides, top
from furnishing.cabinets.fittings import ANCHOR, joint_fittings, leg_fittings, pin_fittings, total
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import MICROMETRES, mm


def build(making: Making) -> Cabinet:
    """No fronts: the carcass comes forward to their face, flush with fillers."""
    rules, size = making.construction, making.size
    deeper = size.depth + making.style.front_thickness + rules.bumper
    making = replace(making, size=replace(size, depth=deeper))
    count = making.choices["shelves"]
    middle = (making.floor + making.ceiling - making.board) // 2 // MICROMETRES["mm"] * MICROMETRES["mm"]
    fixed = fixed_shelf(making, middle)
    below = shelves(making, count, making.floor, middle)
    above = shelves(making, count, middle + making.board, making.ceiling, number=count + 1)
    closed = (bottom(making), top(making), fixed)
    return Cabinet(
        id=making.id,
        kind=KIND.code,
        name=KIND.name,
        width=making.size.width,
        height=making.size.height,
        depth=making.carcass_depth,
        carcass_depth=making.carcass_depth,
        parts=(*sides(making), *closed[:2], back(making), fixed, *below, *above, *plinth(making)),
        fronts=(),
        hardware=total(
            joint_fittings(making, closed),
            pin_fittings(making, len(below) + len(above)),
            leg_fittings(making),
            {ANCHOR: rules.anchors_per_tall},
        ),
    )


KIND = Kind(
    code="tall-bookcase",
    name="Bookcase",
    help="Open, with a fixed shelf in the middle and adjustable shelves below and above it.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (400, 450, 500, 600, 700, 750)),
    width=Span(mm(300), mm(800)),
    height=Span(mm(1500), mm(2500)),
    depth=Span(mm(200), mm(750)),
    build=build,
    parameters=(
        Parameter(
            name="shelves",
            help="Adjustable shelves below the fixed one, and as many above",
            unit="piece",
            least=0,
            most=4,
            default=2,
        ),
    ),
    books=True,
)
