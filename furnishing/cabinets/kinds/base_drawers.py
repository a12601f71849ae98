"""A base unit with a stack of drawers."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Fronts share the height in the workshop's ratios; behind each stands a complete box on its runners."""
    shell = carcass(making, Cover.WORKTOP)
    parts = making.construction.stacks[making.count("drawers") - 1]
    drawers, fronts, spaces = drawer_stack(making, shell.inside, front_area(making), parts)
    return assembled(making, (*shell.parts, *drawers), fronts=fronts, spaces=spaces)


KIND = Kind(
    code="base-drawers",
    name="Base unit with drawers",
    help="Two to four drawers on runners; a runner article is one pair.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 400, 450, 500, 600, 800, 900, 1000)),
    width=Span(mm(250), mm(1025)),
    height=Span(mm(600), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(Parameter(name="drawers", help="Drawers", unit="piece", least=2, most=4, default=3),),
)
