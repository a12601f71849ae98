"""An open base unit for the end of a run: its free front corner is cut off at 45 degrees."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.angled import angled_plinth, behind_line, corner_line
from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.forward import brought_forward
from furnishing.cabinets.interior import fixed_shelf
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import spread
from furnishing.units import MICROMETRES, Length, mm

DEPTH_LEFT = mm(150)
WIDTH_LEFT = mm(100)


def build(making: Making) -> Cabinet:
    """No fronts: shelves show, fixed because a loose one would tip over the cut corner."""
    making = brought_forward(making)
    making = replace(making, construction=replace(making.construction, base_top="full"))
    line = corner_line(making, _cut(making), making.word("end"))
    shell = carcass(making, Cover.WORKTOP)
    boards, space = [], shell.inside
    thick = making.thickness("fixed-shelf")
    for z in spread(space.z, space.z + space.dz, making.count("shelves"), thick, MICROMETRES["mm"]):
        board, _, space = fixed_shelf(making, space, z)
        boards.append(board)
    plain = [part for part in (*shell.parts, *boards) if part.role not in {"plinth", "kick"}]
    parts = behind_line(plain, line, making.construction.fixed_shelf_setback)
    # What is kept stands as deep as the short side is.
    deep = min(y for _, y in line) - shell.inside.y
    spaces = (Space(box=replace(shell.inside, dy=deep), use=Use.OPEN),)
    return assembled(making, (*parts, *angled_plinth(making, line)), spaces=spaces, depth=making.carcass_depth)


def _cut(making: Making) -> Length:
    """As much of the corner as was asked for, or as leaves a side and a straight front."""
    return min(making.count("cut"), making.carcass_depth - DEPTH_LEFT, making.opening - WIDTH_LEFT)


KIND = Kind(
    code="base-end",
    name="Angled end unit",
    help="Open shelves at the end of a run, the free front corner cut off at 45 degrees.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 350, 400, 450, 500)),
    width=Span(mm(250), mm(600)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Fixed shelves", unit="piece", least=0, most=3, default=1),
        Parameter(
            name="cut",
            help="How much of the corner is cut off, less in small units",
            unit="um",
            least=mm(60),
            most=mm(500),
            default=mm(200),
        ),
        Parameter(name="end", help="The free end", unit="word", default="right", options=("left", "right")),
    ),
)
