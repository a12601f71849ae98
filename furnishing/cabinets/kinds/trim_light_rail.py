"""A light rail: a strip below hung units that hides the lamps, behind the plane of the fronts."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Span, Zone
from furnishing.cabinets.making import Edge
from furnishing.cabinets.strips import strip
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """On edge, flush with the front of the carcasses."""
    y = making.inner_depth - making.style.front_thickness
    seen = (Edge.VISIBLE, Edge.RAW)
    parts = strip(making, role="light-rail", name="Light rail", y=y, z=0, height=making.size.height, seen=seen)
    return assembled(making, parts, depth=making.inner_depth)


KIND = Kind(
    code="trim-light-rail",
    name="Light rail",
    help="A strip below hung units; returns to the wall at open ends.",
    zone=Zone.END,
    widths=tuple(mm(width) for width in (1200, 2400, 3600, 4800)),
    width=Span(mm(200), mm(8000)),
    height=Span(mm(20), mm(120)),
    depth=Span(mm(150), mm(700)),
    build=build,
    family=Family.TRIM,
    own_height=mm(40),
    own_depth=mm(350),
)
