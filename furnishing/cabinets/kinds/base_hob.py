"""A base unit below a hob: rails on edge leave room for it, drawers or doors keep clear of it."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.interior import shelves, useful_rows
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Two deep drawers, the upper one lower inside by the hob; or doors."""
    shell, rules, board = carcass(making, Cover.SINK), making.construction, making.board
    inside = shell.inside
    clear = max(rules.stretcher_depth, rules.hob_space)
    room, top = replace(inside, dz=inside.dz - clear), inside.z + inside.dz
    hob = Box(inside.x, inside.y + board, top - clear, inside.dx, inside.dy - 2 * board, clear)
    spaces = [Space(box=hob, use=Use.HOB)]
    if making.word("front") == "drawers":
        parts, fronts, uses = drawer_stack(making, room, front_area(making), rules.stacks[1])
        spaces += uses
    else:
        leaves, fronts = doors(making)
        parts = (*shelves(making, room, useful_rows(making, room, making.count("shelves"))), *leaves)
        spaces.append(Space(box=room, use=Use.OPEN))
    return assembled(making, (*shell.parts, *parts), fronts=fronts, spaces=spaces)


KIND = Kind(
    code="base-hob",
    name="Hob unit",
    help="Two deep drawers or doors below a hob, nothing within its reach.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (600, 800, 900)),
    width=Span(mm(560), mm(1000)),
    height=Span(mm(600), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="front", help="Below the hob", unit="word", default="drawers", options=("drawers", "doors")),
        Parameter(
            name="fuel",
            help="What the hob burns",
            unit="word",
            default="electric",
            options=("electric", "gas"),
            needs=(("gas", "gas"),),
        ),
        Parameter(name="shelves", help="Shelves behind doors", unit="piece", least=0, most=2, default=1),
    ),
    needs=("socket",),
)
