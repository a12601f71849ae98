"""A hung unit around a pull-out hood: cut-outs for its body below and for the duct above."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.niches import slot
from furnishing.parts import Box, Part
from furnishing.units import Length, mm


def build(making: Making) -> Cabinet:
    """Doors hide the body of the hood; its visor slides out below them."""
    shell, rules = carcass(making, has_valance=False), making.construction
    holes = {"bottom": (rules.hood_cut_width, rules.hood_cut_depth, "hood")}
    if making.word("air") == "duct":
        holes["top"] = (rules.duct_cut, rules.duct_cut, "duct")
    parts = [
        _cut(making, part, shell.inside, *holes[part.role]) if part.role in holes else part for part in shell.parts
    ]
    leaves, fronts = doors(making)
    spaces = [Space(box=shell.inside, use=Use.HOOD)]
    return assembled(making, (*parts, *leaves), fronts=fronts, spaces=spaces)


def _cut(making: Making, part: Part, inside: Box, wide: Length, deep: Length, purpose: str) -> Part:
    """A cut-out in the middle of a board, or smaller where that leaves too little beside it."""
    margin = making.construction.cut_margin
    dx, dy = min(wide, inside.dx - 2 * margin), min(deep, inside.dy - 2 * margin)
    x, y = inside.x + (inside.dx - dx) // 2, inside.y + (inside.dy - dy) // 2
    return slot(part, x=x, y=y, dx=dx, dy=dy, purpose=purpose)


KIND = Kind(
    code="wall-hood",
    name="Wall unit for a hood",
    help="Hung over the hob around a pull-out hood; cut-outs for its body and its duct.",
    zone=Zone.WALL,
    widths=(mm(600), mm(900)),
    width=Span(mm(600), mm(925)),
    height=Span(mm(300), mm(900)),
    depth=Span(mm(300), mm(450)),
    build=build,
    parameters=(
        Parameter(
            name="air",
            help="Where the air goes: through a duct above, or back into the room",
            unit="word",
            default="duct",
            options=("duct", "room"),
        ),
    ),
    needs=("socket",),
)
