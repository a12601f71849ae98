"""A low board for a television: flaps or drawers side by side, a cable channel behind a shortened back."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Opens, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import columns, flap, front_area
from furnishing.cabinets.interior import bays
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.notches import cable_channel
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Equal bays; the outer ones have drawers, the inner ones flaps that open downwards."""
    shell = carcass(making)
    uprights, clear = bays(making, shell.inside, making.count("bays"))
    areas = columns(making, front_area(making), len(clear))
    parts = [*uprights]
    spaces: list[Space] = []
    fronts: list[Front] = []
    for number, (bay, area) in enumerate(zip(clear, areas, strict=True)):
        if making.word("outer") == "drawers" and number in {0, len(clear) - 1}:
            drawers, ways, uses = drawer_stack(making, bay, area, (1,))
            parts += drawers
            spaces += uses
        else:
            leaves, ways = flap(making, area, Opens.DOWN)
            parts += leaves
            spaces.append(Space(box=bay, use=Use.OPEN))
        fronts += ways
    cut = cable_channel(making, (*shell.parts, *parts))
    return assembled(making, cut, fronts=fronts, spaces=spaces)


KIND = Kind(
    code="low-tv",
    name="Low board",
    help="Low board for a television with flaps and drawers and a channel for cables.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (1200, 1400, 1600, 1800, 2000, 2400)),
    width=Span(mm(900), mm(2700)),
    height=Span(mm(300), mm(700)),
    depth=Span(mm(330), mm(600)),
    build=build,
    parameters=(
        Parameter(name="bays", help="Equal bays", unit="piece", least=2, most=4, default=3),
        Parameter(
            name="outer", help="What the outer bays have", unit="word", default="drawers", options=("drawers", "flaps")
        ),
    ),
    family=Family.LIVING,
    own_height=mm(480),
    own_depth=mm(450),
    needs=("socket",),
)
