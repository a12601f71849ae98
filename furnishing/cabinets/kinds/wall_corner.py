"""A hung unit around a corner: L-shaped bottom, top and shelves, two doors that fold together."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.carcass import Cover
from furnishing.cabinets.corner import corner_carcass, corner_doors, corner_shelves, corner_spaces, legs
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Legs as deep as the hung units beside it."""
    pair = legs(making, making.style.wall_depth)
    leaves, fronts = corner_doors(making, pair, Opens(making.word("hinged")))
    parts = (*corner_carcass(making, pair, Cover.TOP), *corner_shelves(making, pair, making.count("shelves")))
    return assembled(making, (*parts, *leaves), fronts=fronts, spaces=corner_spaces(making, pair))


KIND = Kind(
    code="wall-corner",
    name="Corner wall unit",
    help="Hung in a corner over both walls; its depth is the length along the left wall.",
    zone=Zone.WALL,
    widths=tuple(mm(width) for width in (600, 650, 700)),
    width=Span(mm(600), mm(800)),
    height=Span(mm(400), mm(1100)),
    depth=Span(mm(600), mm(800)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Fixed L-shaped shelves", unit="piece", least=0, most=3, default=2),
        Parameter(
            name="hinged",
            help="The side on which the doors hang",
            unit="word",
            default="right",
            options=("left", "right"),
        ),
    ),
    corner=True,
    own_depth=mm(600),
)
