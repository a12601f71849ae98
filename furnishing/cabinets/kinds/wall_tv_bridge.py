"""A bridge above a television: a long open shelf unit that hangs between two tall units or alone."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Front, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import columns, flap, front_area
from furnishing.cabinets.interior import bays
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Equal bays, open or behind flaps that open upwards."""
    if making.word("front") == "open":
        size = making.size
        deeper = size.depth + making.style.front_thickness + making.construction.bumper
        making = replace(making, size=replace(size, depth=deeper))
    shell = carcass(making)
    uprights, clear = bays(making, shell.inside, making.count("bays"))
    parts = [*shell.parts, *uprights]
    fronts: list[Front] = []
    if making.word("front") == "flaps":
        for area in columns(making, front_area(making), len(clear)):
            leaves, ways = flap(making, area)
            parts += leaves
            fronts += ways
    spaces = [Space(box=bay, use=Use.OPEN) for bay in clear]
    depth = making.size.depth if fronts else making.carcass_depth
    return assembled(making, parts, fronts=fronts, spaces=spaces, depth=depth)


KIND = Kind(
    code="wall-tv-bridge",
    name="Bridge",
    help="Long hung unit above a television, open or with flaps.",
    zone=Zone.WALL,
    widths=tuple(mm(width) for width in (1200, 1400, 1600, 1800, 2000, 2400)),
    width=Span(mm(800), mm(2700)),
    height=Span(mm(250), mm(500)),
    depth=Span(mm(200), mm(450)),
    build=build,
    parameters=(
        Parameter(name="bays", help="Equal bays", unit="piece", least=1, most=4, default=3),
        Parameter(name="front", help="Open or flaps", unit="word", default="open", options=("open", "flaps")),
    ),
    family=Family.LIVING,
    own_height=mm(360),
    own_depth=mm(300),
    own_elevation=mm(1700),
)
