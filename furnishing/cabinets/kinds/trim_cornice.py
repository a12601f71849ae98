"""A cornice: a strip on top of hung or tall units, flush with their fronts."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Span, Zone
from furnishing.cabinets.making import Edge
from furnishing.cabinets.strips import strip
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """On edge in the plane of the fronts."""
    seen = (Edge.RAW, Edge.VISIBLE)
    parts = strip(making, role="cornice", name="Cornice", y=making.face, z=0, height=making.size.height, seen=seen)
    return assembled(making, parts)


KIND = Kind(
    code="trim-cornice",
    name="Cornice",
    help="A strip above hung or tall units; returns to the wall at open ends.",
    zone=Zone.END,
    widths=tuple(mm(width) for width in (1200, 2400, 3600, 4800)),
    width=Span(mm(200), mm(8000)),
    height=Span(mm(30), mm(300)),
    depth=Span(mm(150), mm(1000)),
    build=build,
    family=Family.TRIM,
    own_height=mm(60),
    own_depth=mm(350),
)
