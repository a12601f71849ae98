"""A minimal cabinet kind: an open box on legs. Copy this file, rename it without the underscore, change it.

Nothing else has to be touched: the registry finds the module by its `KIND`, and the contract test over all
kinds runs on it. See docs/new_cabinet_kind.md.
"""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.interior import shelves
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """The open box. Every part has its exact place; the judge in `rebuild.py` checks that they fit."""
    shell = carcass(making, Cover.WORKTOP)
    boards = shelves(making, shell.inside, making.count("shelves"))
    spaces = [Space(box=shell.inside, use=Use.OPEN)]
    return assembled(making, (*shell.parts, *boards), spaces=spaces, depth=making.carcass_depth)


KIND = Kind(
    code="open-box",
    name="Open box",
    help="An open base unit with shelves.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 400, 500, 600)),
    width=Span(mm(250), mm(800)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(Parameter(name="shelves", help="Adjustable shelves", unit="piece", least=0, most=2, default=1),),
)
