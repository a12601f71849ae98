"""A base unit that reaches into a corner behind its neighbour: a blind panel, a post, a door on the free part."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Opens, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import Area, doors, face, front_area
from furnishing.cabinets.interior import fixed_shelf, partition, shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Lie, Surface, panel, spread
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length, mm, show


def build(making: Making) -> Cabinet:
    """`blind` runs from the corner to the face of the neighbour's fronts; the post keeps handles apart."""
    shell, hand = carcass(making, Cover.WORKTOP), making.word("hand")
    blind = making.count("blind") or making.style.base_depth
    free = blind + making.count("post")
    left, right = (free, None) if hand == "left" else (None, making.size.width - free)
    area = front_area(making, left=left, right=right)
    least = making.construction.bay_least
    if area.width < least:
        message = f"the door of the corner unit would be {show(area.width)} mm wide and {show(least)} mm is the least"
        raise InputError([Fault("style.base_depth", f"{message}; make the corner unit wider")])
    leaves, fronts = doors(making, area, opens=Opens.RIGHT if hand == "left" else Opens.LEFT)
    cover = _blind_panel(making, shell.inside, free + making.board)
    space = replace(shell.inside, dy=cover.box.y - shell.inside.y)
    boards = _shelves(making, space)
    return assembled(
        making,
        (
            *shell.parts,
            cover,
            _post(making, area, blind),
            *boards,
            *leaves,
        ),
        fronts=fronts,
        spaces=[Space(box=space, use=Use.OPEN)],
    )


def _shelves(making: Making, space: Box) -> tuple[Part, ...]:
    """Adjustable shelves; wide ones are fixed to the blind panel in front and stand on supports at the rear."""
    rules, count = making.construction, useful_rows(making, space, making.count("shelves"))
    if space.dx <= rules.partition_from:
        return shelves(making, space, count)
    flush = replace(making, construction=replace(rules, fixed_shelf_setback=0))
    thick = making.thickness("fixed-shelf")
    found: list[Part] = []
    for z in spread(space.z, space.z + space.dz, count, thick, MICROMETRES["mm"]):
        board, below, space = fixed_shelf(flush, space, z)
        x = below.x + (below.dx - making.thickness("partition")) // 2
        room = replace(below, dy=rules.stretcher_depth)
        upright = replace(partition(making, room, x)[0], name=f"Support {len(found) // 2 + 1}")
        found += [board, upright]
    return tuple(found)


def _from_corner(making: Making, near: Length, far: Length) -> tuple[Length, Length]:
    """Left end and width of what reaches from `near` to `far`, both measured from the corner."""
    return (near if making.word("hand") == "left" else making.size.width - far), far - near


def _blind_panel(making: Making, inside: Box, far: Length) -> Part:
    """From the side in the corner to behind the edge of the door, flush with the front of the carcass."""
    x, wide = _from_corner(making, making.side, far)
    y = inside.y + inside.dy - making.board
    box = Box(x, y, inside.z, wide, making.board, inside.dz)
    return panel(making, suffix="blind", role="blind-panel", name="Blind panel", box=box, lie=Lie.FACING)


def _post(making: Making, area: Area, blind: Length) -> Part:
    """In the plane of the fronts, from the face of the neighbour's fronts to the door."""
    x, wide = _from_corner(making, blind, blind + making.count("post"))
    box = face(making, replace(area, x=x, width=wide))
    return panel(making, suffix="post", role="filler", name="Post", box=box, lie=Lie.FACING, surface=Surface.FRONT)


KIND = Kind(
    code="base-corner-blind",
    name="Corner base unit, blind",
    help="Reaches into a corner behind the unit beside it; one end is closed by a blind panel.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (1000, 1100, 1200)),
    width=Span(mm(950), mm(1400)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="hand", help="The end in the corner", unit="word", default="left", options=("left", "right")),
        Parameter(
            name="blind",
            help="From the corner to the face of the neighbour's fronts; 0: as deep as base units",
            unit="um",
            least=0,
            most=mm(700),
            default=0,
        ),
        Parameter(name="post", help="Width of the post", unit="um", least=mm(50), most=mm(120), default=mm(50)),
        Parameter(
            name="shelves",
            help="Shelves; fixed and supported where they are wide",
            unit="piece",
            least=0,
            most=2,
            default=1,
        ),
    ),
    corner=True,
)
