"""An open hung unit with shelves, flush with the fronts beside it."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.forward import brought_forward
from furnishing.cabinets.interior import bays, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """No fronts: the carcass comes forward to their face, and no valance hides the top."""
    making = brought_forward(making)
    shell = carcass(making, has_valance=False)
    uprights, clear = bays(making, shell.inside)
    boards = [part for bay in clear for part in shelves(making, bay, useful_rows(making, bay, making.count("shelves")))]
    spaces = [Space(box=bay, use=Use.OPEN) for bay in clear]
    return assembled(making, (*shell.parts, *uprights, *boards), spaces=spaces, depth=making.carcass_depth)


KIND = Kind(
    code="wall-open",
    name="Open wall unit",
    help="Hung shelves without fronts; a partition in wide units.",
    zone=Zone.WALL,
    widths=tuple(mm(width) for width in (150, 200, 300, 400, 450, 500, 600, 800, 900)),
    width=Span(mm(150), mm(1225)),
    height=Span(mm(200), mm(1100)),
    depth=Span(mm(150), mm(650)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Adjustable shelves in each bay", unit="piece", least=0, most=4, default=2),
    ),
)
