"""A base unit with one door or two, and adjustable shelves."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.interior import bays, shelves
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Parts from the outside in: carcass, partition of a wide unit, shelves in every bay, doors."""
    shell = carcass(making, Cover.WORKTOP)
    uprights, clear = bays(making, shell.inside)
    boards = [part for bay in clear for part in shelves(making, bay, making.count("shelves"))]
    leaves, fronts = doors(making)
    return assembled(
        making,
        (*shell.parts, *uprights, *boards, *leaves),
        fronts=fronts,
        spaces=[Space(box=bay, use=Use.OPEN) for bay in clear],
    )


KIND = Kind(
    code="base-doors",
    name="Base unit with doors",
    help="One door or two by width; adjustable shelves; a partition in wide units.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 350, 400, 450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(200), mm(1225)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Adjustable shelves in each bay", unit="piece", least=0, most=2, default=1),
    ),
)
