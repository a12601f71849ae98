"""A hung unit with flaps that open upwards."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import flap, front_area, rows
from furnishing.cabinets.interior import bays, fixed_shelf, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.hardware_file import hardware_pack
from furnishing.parts import Box, Part
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """One flap, or two with a fixed shelf where they meet: two where lifts could not hold one."""
    shell, whole = carcass(making), front_area(making)
    count = making.count("flaps") or (1 if whole.height <= hardware_pack(making).lifts.height_most else 2)
    areas = rows(making, whole, (1,) * count)
    parts: list[Part] = [*shell.parts]
    fronts: list[Front] = []
    for area in areas:
        leaves, ways = flap(making, area)
        parts += leaves
        fronts += ways
    clear = [shell.inside]
    if len(areas) > 1:
        line = areas[0].z - making.style.front_gap // 2
        shelf, below, above = fixed_shelf(making, shell.inside, line - making.thickness("fixed-shelf") // 2)
        parts.append(shelf)
        clear = [below, above]
    parted: list[Box] = []
    for space in clear:
        uprights, found = bays(making, space, setback=making.construction.fixed_shelf_setback)
        parts += uprights
        parted += found
    for space in parted:
        parts += shelves(making, space, useful_rows(making, space, making.count("shelves")))
    return assembled(making, parts, fronts=fronts, spaces=[Space(box=space, use=Use.OPEN) for space in parted])


KIND = Kind(
    code="wall-lift",
    name="Wall unit with flaps",
    help="Hung; one flap or two that open upwards on lifts.",
    zone=Zone.WALL,
    widths=tuple(mm(width) for width in (450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(400), mm(1225)),
    height=Span(mm(300), mm(900)),
    depth=Span(mm(250), mm(650)),
    build=build,
    parameters=(
        Parameter(
            name="flaps",
            help="Flaps one above the other; 0: as many as the lifts ask for",
            unit="piece",
            least=0,
            most=2,
            default=0,
        ),
        Parameter(name="shelves", help="Adjustable shelves behind each flap", unit="piece", least=0, most=2, default=1),
    ),
)
