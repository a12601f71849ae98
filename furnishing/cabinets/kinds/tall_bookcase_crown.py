"""A bookcase up to the ceiling: the carcass ends below it and a crown board, scribed on site, closes the rest."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.making import Edge
from furnishing.cabinets.panels import Lie, panel
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """No fronts: the carcass comes forward to their face. The crown stands on the front of the top."""
    size, crown = making.size, making.count("crown")
    deeper = size.depth + making.style.front_thickness + making.construction.bumper
    lower = replace(making, size=replace(size, depth=deeper, height=size.height - crown))
    shell = carcass(lower)
    inside = filled(lower, shell.inside, division(making, shell.inside), closed=False)
    board = panel(
        lower,
        suffix="crown",
        role="cornice",
        name="Crown board",
        box=Box(0, lower.carcass_depth - making.board, lower.size.height, size.width, making.board, crown),
        lie=Lie.ACROSS,
        edges=(Edge.RAW, Edge.RAW, Edge.HIDDEN, Edge.HIDDEN),
    )
    cabinet = assembled(making, (*shell.parts, *inside.parts, board), fronts=inside.fronts, spaces=inside.spaces)
    return replace(cabinet, depth=lower.carcass_depth, carcass_depth=lower.carcass_depth)


def division(making: Making, space: Box) -> str:
    """The inside as it was asked for; else shelves, with an upright where books would bend them."""
    if making.word("interior") != "auto":
        return making.word("interior")
    rows = "levels[*: shelves 3, *: shelves 2]"
    return f"bays[*: {rows}, *: {rows}]" if space.dx > making.construction.book_bay_most else rows


KIND = Kind(
    code="tall-bookcase-crown",
    name="Bookcase to the ceiling",
    help="Open bookcase with a crown board that is scribed to the ceiling.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (400, 500, 600, 700, 800)),
    width=Span(mm(300), mm(800)),
    height=Span(mm(1600), mm(2900)),
    depth=Span(mm(220), mm(750)),
    build=build,
    parameters=(
        Parameter(
            name="crown", help="Height of the crown board", unit="um", least=mm(40), most=mm(200), default=mm(80)
        ),
        Parameter(
            name="interior",
            help="How the inside is divided; auto: shelves, a fixed one among them",
            unit="word",
            default="auto",
        ),
    ),
    family=Family.BOOKS,
    books=True,
)
