"""A seat for a hall: a low unit with drawers for shoes below a thick top to sit on."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Space
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import columns, front_area
from furnishing.cabinets.interior import bays
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Equal bays with one drawer each; partitions carry the top."""
    shell = carcass(making)
    uprights, clear = bays(making, shell.inside, making.count("bays"))
    parts = [*shell.parts, *uprights]
    fronts: list[Front] = []
    spaces: list[Space] = []
    for bay, area in zip(clear, columns(making, front_area(making), len(clear)), strict=True):
        drawers, ways, uses = drawer_stack(making, bay, area, (1,))
        parts += drawers
        fronts += ways
        spaces += uses
    return assembled(making, parts, fronts=fronts, spaces=spaces)


KIND = Kind(
    code="hall-seat",
    name="Seat with drawers",
    help="A low unit to sit on, with drawers below.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (600, 800, 900, 1000, 1200)),
    width=Span(mm(500), mm(1500)),
    height=Span(mm(400), mm(550)),
    depth=Span(mm(330), mm(500)),
    build=build,
    parameters=(Parameter(name="bays", help="Drawers side by side", unit="piece", least=1, most=3, default=2),),
    family=Family.HALL,
    own_height=mm(450),
    own_depth=mm(400),
)
