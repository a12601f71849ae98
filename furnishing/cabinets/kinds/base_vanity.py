"""A vanity for a washbasin: open above for the basin and its trap, doors or one deep drawer."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, false_front, front_area, stacked
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Rails on edge instead of a top; a false front before the basin where it is wanted."""
    shell, whole = carcass(making, Cover.SINK), front_area(making)
    parts, low = [*shell.parts], whole
    fronts: list[Front] = []
    if making.word("front") == "false front":
        tall = making.construction.false_front_height
        high, low = stacked(making, whole, (tall, whole.height - tall - making.style.front_gap))
        blind, ways = false_front(making, high)
        parts += blind
        fronts += ways
    leaves, ways = doors(making, low)
    spaces = [Space(box=shell.inside, use=Use.SINK)]
    return assembled(making, (*parts, *leaves), fronts=(*fronts, *ways), spaces=spaces)


KIND = Kind(
    code="base-vanity",
    name="Vanity",
    help="Under a washbasin: doors, with or without a false front above them.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(450), mm(1300)),
    height=Span(mm(500), mm(950)),
    depth=Span(mm(380), mm(600)),
    build=build,
    parameters=(
        Parameter(
            name="front", help="Before the basin", unit="word", default="doors", options=("doors", "false front")
        ),
    ),
    family=Family.BATH,
    own_height=mm(830),
    own_depth=mm(470),
    needs=("water", "waste"),
)
