"""A back panel: a board of the fronts' finish that hides the back of units which stand free in the room."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Span, Zone
from furnishing.cabinets.making import Edge
from furnishing.cabinets.panels import Lie, Surface, front_board_within, panel
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """One board against the back of a unit, from the floor to its top; what its place is deeper stays free."""
    size, thick = making.size, front_board_within(making, making.size.depth)
    part = panel(
        making,
        suffix="panel",
        role="back-panel",
        name="Back panel",
        box=Box(0, size.depth - thick, 0, size.width, thick, size.height),
        lie=Lie.FACING,
        surface=Surface.FRONT,
        # Its ends are seen at the ends of the island, its lower edge is washed; the worktop hides the upper one.
        edges=(Edge.VISIBLE, Edge.VISIBLE, Edge.VISIBLE, Edge.RAW),
    )
    return assembled(making, [part])


KIND = Kind(
    code="trim-back-panel",
    name="Back panel",
    help="Hides the back of a unit of an island, in the finish of the fronts.",
    zone=Zone.END,
    widths=tuple(mm(width) for width in (300, 400, 450, 500, 600, 800)),
    width=Span(mm(150), mm(1250)),
    height=Span(mm(300), mm(2750)),
    depth=Span(mm(16), mm(50)),
    build=build,
    family=Family.TRIM,
    own_depth=mm(18),
)
