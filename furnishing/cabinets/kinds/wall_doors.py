"""A hung unit with one door or two, and adjustable shelves."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.interior import bays, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Like a base unit with doors, with a full top and nothing below it."""
    shell = carcass(making)
    uprights, clear = bays(making, shell.inside)
    boards = [part for bay in clear for part in shelves(making, bay, useful_rows(making, bay, making.count("shelves")))]
    leaves, fronts = doors(making)
    spaces = [Space(box=bay, use=Use.OPEN) for bay in clear]
    return assembled(making, (*shell.parts, *uprights, *boards, *leaves), fronts=fronts, spaces=spaces)


KIND = Kind(
    code="wall-doors",
    name="Wall unit with doors",
    help="Hung; one door or two by width; adjustable shelves; a partition in wide units.",
    zone=Zone.WALL,
    widths=tuple(mm(width) for width in (300, 350, 400, 450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(200), mm(1225)),
    height=Span(mm(400), mm(1100)),
    depth=Span(mm(200), mm(650)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Adjustable shelves in each bay", unit="piece", least=0, most=4, default=2),
    ),
)
