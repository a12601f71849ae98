"""A shallow shoe cabinet: flaps tilt out and take the shoes with them, standing on their toes."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Opens, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import flap, front_area, rows
from furnishing.cabinets.interior import fixed_shelf
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.errors import Fault, InputError
from furnishing.units import mm, show


def build(making: Making) -> Cabinet:
    """One flap a row, with a fixed shelf between two rows that stiffens the shallow carcass."""
    shell, count = carcass(making), making.count("rows")
    areas = rows(making, front_area(making), (1,) * count)
    lowest = making.construction.tilt_row_least
    if areas[-1].height < lowest:
        message = f"a row would be {show(areas[-1].height)} mm high and {show(lowest)} mm are needed"
        raise InputError([Fault(f"choices.rows of {making.kind}", f"{message}; take fewer rows or a higher unit")])
    parts, clear = [*shell.parts], shell.inside
    fronts: list[Front] = []
    spaces: list[Space] = []
    for number, area in enumerate(areas):
        if number < count - 1:
            thick = making.thickness("fixed-shelf")
            middle = area.z - making.style.front_gap // 2
            board, clear, upper = fixed_shelf(making, clear, middle - thick // 2)
            parts.append(board)
        else:
            upper = clear
        leaves, ways = flap(making, area, Opens.DOWN)
        parts += leaves
        fronts += ways
        spaces.append(Space(box=upper, use=Use.SHOES))
    return assembled(making, parts, fronts=fronts, spaces=spaces)


KIND = Kind(
    code="hall-shoes-tilted",
    name="Shallow shoe cabinet",
    help="Flaps tilt out with the shoes; fits narrow halls.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (500, 600, 700, 800)),
    width=Span(mm(400), mm(900)),
    height=Span(mm(700), mm(1900)),
    depth=Span(mm(190), mm(300)),
    build=build,
    parameters=(Parameter(name="rows", help="Flaps, one above the other", unit="piece", least=1, most=4, default=2),),
    family=Family.HALL,
    own_height=mm(1300),
    own_depth=mm(240),
)
