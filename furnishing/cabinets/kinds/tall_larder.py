"""A larder: shelves behind doors, inner drawers in its lower half where they are wanted."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.drawers import inner_drawers
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.interior import fixed_shelf, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.split import front_line
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """A fixed shelf in line with the base units; doors meet there, or run over the whole height."""
    shell, line = carcass(making), front_line(making)
    fixed, below, above = fixed_shelf(making, shell.inside, line - making.thickness("fixed-shelf") // 2)
    spaces = [Space(box=above, use=Use.OPEN)]
    if making.count("drawers"):
        inside, uses = inner_drawers(making, below, making.count("drawers"))
        spaces += uses
    else:
        inside = shelves(making, below, useful_rows(making, below, making.count("shelves") // 2))
        spaces.append(Space(box=below, use=Use.OPEN))
    boards = shelves(making, above, useful_rows(making, above, making.count("shelves")))
    low, low_fronts = doors(making, front_area(making, high=line))
    high, high_fronts = doors(making, front_area(making, low=line))
    return assembled(
        making,
        (*shell.parts, fixed, *inside, *boards, *low, *high),
        fronts=(*low_fronts, *high_fronts),
        spaces=spaces,
    )


KIND = Kind(
    code="tall-larder",
    name="Larder",
    help="Doors below and above the line of the base units, shelves, inner drawers below where wanted.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (300, 400, 450, 500, 600)),
    width=Span(mm(300), mm(800)),
    height=Span(mm(1500), mm(2600)),
    depth=Span(mm(350), mm(700)),
    build=build,
    fits=True,
    parameters=(
        Parameter(name="shelves", help="Shelves above; half as many below", unit="piece", least=0, most=6, default=3),
        Parameter(name="drawers", help="Inner drawers below", unit="piece", least=0, most=4, default=0),
    ),
)
