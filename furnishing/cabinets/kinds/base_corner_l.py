"""A base unit around a corner: L-shaped bottom, top and shelves, two doors that fold together."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.cabinets.carcass import Cover
from furnishing.cabinets.corner import corner_carcass, corner_doors, corner_shelves, corner_spaces, legs
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Legs as deep as the base units beside it."""
    pair = legs(making, making.style.base_depth)
    leaves, fronts = corner_doors(making, pair, Opens(making.word("hinged")))
    parts = (*corner_carcass(making, pair, Cover.WORKTOP), *corner_shelves(making, pair, making.count("shelves")))
    return assembled(making, (*parts, *leaves), fronts=fronts, spaces=corner_spaces(making, pair))


KIND = Kind(
    code="base-corner-l",
    name="Corner base unit, L-shaped",
    help="Covers both walls of a corner; its depth is the length along the left wall.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (900, 1000, 1100)),
    width=Span(mm(900), mm(1100)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(900), mm(1100)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Fixed L-shaped shelves", unit="piece", least=0, most=2, default=1),
        Parameter(
            name="hinged",
            help="The side on which the doors hang",
            unit="word",
            default="right",
            options=("left", "right"),
        ),
    ),
    corner=True,
    own_depth=mm(900),
)
