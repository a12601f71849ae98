"""An open bookcase: a fixed shelf in the middle that stiffens the sides, adjustable shelves below and above it."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.interior import fixed_shelf, shelves
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.units import MICROMETRES, mm


def build(making: Making) -> Cabinet:
    """No fronts: the carcass comes forward to their face, flush with fillers."""
    rules, size, step = making.construction, making.size, MICROMETRES["mm"]
    deeper = size.depth + making.style.front_thickness + rules.bumper
    making = replace(making, size=replace(size, depth=deeper))
    shell, board = carcass(making), making.thickness("fixed-shelf")
    middle = (2 * shell.inside.z + shell.inside.dz - board) // 2 // step * step
    fixed, below, above = fixed_shelf(making, shell.inside, middle)
    boards = [part for space in (below, above) for part in shelves(making, space, making.count("shelves"))]
    spaces = [Space(box=space, use=Use.OPEN) for space in (below, above)]
    return assembled(making, (*shell.parts, fixed, *boards), spaces=spaces, depth=making.carcass_depth)


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
    fits=True,
    family=Family.BOOKS,
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
