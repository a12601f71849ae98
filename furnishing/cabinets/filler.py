"""A filler: one panel in the plane of the fronts that closes the rest of a run and is scribed to the wall."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.fittings import SCREW, total
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Edge, Lie, Surface, panel
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """The panel from the plinth to the full height. The scribed edge stays raw: it is planed on site."""
    rules, size = making.construction, making.size
    scribed = making.choices["scribe"]
    board = panel(
        making,
        suffix="panel",
        role="filler",
        name="Filler",
        box=Box(
            0,
            making.carcass_depth + rules.bumper,
            making.plinth,
            size.width,
            making.style.front_thickness,
            size.height - making.plinth,
        ),
        lie=Lie.FACING,
        surface=Surface.FRONT,
        edges=(
            Edge.RAW if scribed == 1 else Edge.VISIBLE,
            Edge.RAW if scribed == 2 else Edge.VISIBLE,
            Edge.VISIBLE,
            Edge.VISIBLE,
        ),
    )
    return Cabinet(
        id=making.id,
        kind=KIND.code,
        name=KIND.name,
        width=size.width,
        height=size.height,
        depth=size.depth,
        carcass_depth=making.carcass_depth,
        parts=(board,),
        fronts=(),
        hardware=total({SCREW: rules.screws_per_filler}),
    )


KIND = Kind(
    code="filler",
    name="Filler",
    help="Closes the gap between a run and the wall; placed by the layout.",
    zone=Zone.END,
    widths=(mm(40), mm(60), mm(80)),
    width=Span(mm(10), mm(150)),
    height=Span(mm(500), mm(2500)),
    depth=Span(mm(300), mm(750)),
    build=build,
    parameters=(
        Parameter(
            name="scribe", help="Edge left raw: 0 none, 1 left, 2 right", unit="piece", least=0, most=2, default=2
        ),
    ),
)
