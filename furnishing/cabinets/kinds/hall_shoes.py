"""A shoe cabinet with level or tilted shelves behind doors."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.tilted import tilted_shelves
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Rows of shoes one above the other, on adjustable shelves or on tilted ones."""
    shell = carcass(making)
    leaves, fronts = doors(making)
    if making.word("shelves") == "tilted":
        boards = tilted_shelves(making, shell.inside, making.count("rows"))
        spaces = (Space(box=shell.inside, use=Use.SHOES),)
        return assembled(making, (*shell.parts, *boards, *leaves), fronts=fronts, spaces=spaces)
    wide = making.size.width > making.construction.partition_from
    rows = f"shoes {making.count('rows')}"
    inside = filled(making, shell.inside, f"bays[*: {rows}, *: {rows}]" if wide else rows, closed=True)
    return assembled(making, (*shell.parts, *inside.parts, *leaves), fronts=fronts, spaces=inside.spaces)


KIND = Kind(
    code="hall-shoes",
    name="Shoe cabinet",
    help="Level or tilted shelves for shoes behind doors.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (500, 600, 700, 800, 900)),
    width=Span(mm(400), mm(1000)),
    height=Span(mm(600), mm(1400)),
    depth=Span(mm(300), mm(450)),
    build=build,
    parameters=(
        Parameter(name="rows", help="Rows of shoes; of tilted ones as fit", unit="piece", least=2, most=7, default=5),
        Parameter(name="shelves", help="How they lie", unit="word", default="level", options=("level", "tilted")),
    ),
    family=Family.HALL,
    own_height=mm(1100),
    own_depth=mm(370),
)
