"""An end panel: a board of the fronts' finish that hides the side of a run, from the floor to its top."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Lie, Surface, front_board_within, panel
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """One board at the end that is seen; what its place is wider stays free for packing."""
    size, thick = making.size, front_board_within(making, making.size.width)
    part = panel(
        making,
        suffix="panel",
        role="end-panel",
        name="End panel",
        box=Box(0 if making.word("hand") == "left" else size.width - thick, 0, 0, thick, size.depth, size.height),
        lie=Lie.STANDING,
        surface=Surface.FRONT,
    )
    return assembled(making, [replace(part, scribe=making.count("allowance"))])


KIND = Kind(
    code="trim-end-panel",
    name="End panel",
    help="Hides the side of a run, flush with its fronts.",
    zone=Zone.END,
    widths=(mm(16), mm(18), mm(19), mm(25)),
    width=Span(mm(16), mm(50)),
    height=Span(mm(300), mm(2750)),
    depth=Span(mm(200), mm(1000)),
    build=build,
    family=Family.TRIM,
    parameters=(
        Parameter(
            name="hand", help="The end of the run it hides", unit="word", default="left", options=("left", "right")
        ),
        Parameter(
            name="allowance",
            help="Left on at the rear edge, to be scribed to a wall out of true",
            unit="um",
            least=0,
            most=mm(100),
            default=0,
        ),
    ),
)
