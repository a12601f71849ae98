"""A broom cupboard: one tall clear space, a shelf or two above it."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.interior import fixed_shelf, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """A door over the whole height; where it would be too high, one below the fixed shelf and one above."""
    shell, board = carcass(making), making.thickness("fixed-shelf")
    top = shell.inside.z + shell.inside.dz
    fixed, below, above = fixed_shelf(making, shell.inside, top - making.count("above") - board)
    whole = front_area(making)
    if whole.height <= making.construction.door_height_most:
        leaves, fronts = doors(making, whole)
    else:
        line = fixed.box.z + board // 2
        low, low_fronts = doors(making, front_area(making, high=line))
        high, high_fronts = doors(making, front_area(making, low=line))
        leaves, fronts = (*low, *high), (*low_fronts, *high_fronts)
    boards = shelves(making, above, useful_rows(making, above, making.count("shelves")))
    spaces = [Space(box=space, use=Use.OPEN) for space in (below, above)]
    return assembled(making, (*shell.parts, fixed, *boards, *leaves), fronts=fronts, spaces=spaces)


KIND = Kind(
    code="tall-broom",
    name="Broom cupboard",
    help="A tall clear space for brooms and a vacuum cleaner, a compartment above it.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (300, 400, 450, 500, 600)),
    width=Span(mm(300), mm(650)),
    height=Span(mm(1500), mm(2600)),
    depth=Span(mm(300), mm(700)),
    build=build,
    fits=True,
    parameters=(
        Parameter(
            name="above",
            help="Clear height of the compartment above",
            unit="um",
            least=mm(200),
            most=mm(700),
            default=mm(350),
        ),
        Parameter(name="shelves", help="Shelves in the compartment above", unit="piece", least=0, most=1, default=0),
    ),
)
