"""A bookcase with doors below and open shelves above."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.units import mm, show


def build(making: Making) -> Cabinet:
    """A fixed shelf between the open part and the part behind doors."""
    shell = carcass(making)
    above, low, below = making.count("shelves"), making.count("doors_height"), making.count("inner_shelves")
    # Books bend long boards, so a wide bookcase has an upright in the middle of both parts.
    bay = "bays[*: {0}, *: {0}]" if shell.inside.dx > making.construction.book_bay_most else "{0}"
    text = f"levels[*: {bay.format(f'shelves {above}')}, {show(low)}: doors[{bay.format(f'shelves {below}')}]]"
    inside = filled(making, shell.inside, text, closed=False)
    return assembled(making, (*shell.parts, *inside.parts), fronts=inside.fronts, spaces=inside.spaces)


KIND = Kind(
    code="tall-bookcase-doors",
    name="Bookcase with doors below",
    help="Open shelves for books above a part behind doors.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (400, 500, 600, 700, 800)),
    width=Span(mm(300), mm(800)),
    height=Span(mm(1500), mm(2500)),
    depth=Span(mm(220), mm(750)),
    build=build,
    fits=True,
    parameters=(
        Parameter(name="shelves", help="Adjustable shelves above", unit="piece", least=0, most=5, default=3),
        Parameter(name="inner_shelves", help="Shelves behind the doors", unit="piece", least=0, most=2, default=1),
        Parameter(
            name="doors_height",
            help="Clear height behind the doors",
            unit="um",
            least=mm(300),
            most=mm(900),
            default=mm(650),
        ),
    ),
    family=Family.BOOKS,
    books=True,
)
