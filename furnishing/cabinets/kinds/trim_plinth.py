"""A plinth before a whole run, in as few pieces as boards allow; its height is that of the plinth."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Span, Zone
from furnishing.cabinets.strips import strip
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Set back like the plinth of a single unit, a little clear of the floor."""
    rules = making.construction
    y = making.carcass_depth - rules.plinth_setback - making.style.front_thickness
    z = rules.plinth_play
    return assembled(making, strip(making, role="plinth", name="Plinth", y=y, z=z, height=making.size.height - z))


KIND = Kind(
    code="trim-plinth",
    name="Plinth of a run",
    help="One plinth before several units; returns to the wall at open ends.",
    zone=Zone.END,
    widths=tuple(mm(width) for width in (1200, 2400, 3600, 4800)),
    width=Span(mm(200), mm(8000)),
    height=Span(mm(40), mm(300)),
    depth=Span(mm(200), mm(1000)),
    build=build,
    family=Family.TRIM,
    own_height=mm(100),
)
