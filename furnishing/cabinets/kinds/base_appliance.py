"""A place for a built-in dishwasher or washing machine between two units: its front and a piece of plinth."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Front, Opens, Space, Use
from furnishing.cabinets.carcass import plinth
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import face, front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.panels import Lie, Surface, panel
from furnishing.grain import Grain
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """No carcass: the machine stands on the floor between its neighbours, which carry the worktop."""
    washer = making.word("appliance") == "washer"
    front = panel(
        making,
        suffix="front",
        role="appliance-front",
        name="Appliance front",
        box=face(making, front_area(making)),
        lie=Lie.FACING,
        surface=Surface.FRONT,
        grain=Grain.LENGTH,
    )
    size = making.size
    body = Box(0, 0, making.plinth, size.width, making.face, size.height - making.plinth)
    return assembled(
        making,
        (front, *plinth(making)),
        fronts=[Front(front.id, Opens.LEFT if washer else Opens.DOWN)],
        spaces=[Space(box=body, use=Use.WASHER if washer else Use.DISHWASHER)],
    )


KIND = Kind(
    code="base-appliance",
    name="Dishwasher or washer",
    help="The front of a built-in machine between two units, and its plinth.",
    zone=Zone.BASE,
    widths=(mm(450), mm(600)),
    width=Span(mm(450), mm(605)),
    height=Span(mm(700), mm(1000)),
    depth=Span(mm(550), mm(700)),
    build=build,
    parameters=(
        Parameter(
            name="appliance",
            help="Which machine stands there",
            unit="word",
            default="dishwasher",
            options=("dishwasher", "washer"),
        ),
    ),
    needs=("water", "waste", "socket"),
)
