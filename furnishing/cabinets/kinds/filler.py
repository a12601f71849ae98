"""A filler: a panel in the plane of the fronts that closes the rest of a run and is scribed to the wall.

It is made as an L: a strip behind the panel is screwed to the side of the neighbour, and carries a piece of
plinth below, set back like that of the units.
"""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, HardwareItem
from furnishing.cabinets.carcass import plinth
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.making import Edge
from furnishing.cabinets.panels import NONE_SEEN, Lie, Surface, panel
from furnishing.errors import Fault, InputError
from furnishing.hardware_file import hardware_pack
from furnishing.parts import Box, Part
from furnishing.units import mm, show


def build(making: Making) -> Cabinet:
    """Panel, fixing strip and plinth. The scribed edge stays raw: it is planed on site."""
    screws = HardwareItem(code=hardware_pack(making).spacer.code, quantity=making.construction.screws_per_filler)
    return assembled(making, (_panel(making), _strip(making), *plinth(making)), hardware=[screws])


def _panel(making: Making) -> Part:
    """From the plinth to the full height, in the plane of the fronts."""
    size, scribed = making.size, making.count("scribe")
    part = panel(
        making,
        suffix="panel",
        role="filler",
        name="Filler",
        box=Box(0, making.face, making.plinth, size.width, making.style.front_thickness, size.height - making.plinth),
        lie=Lie.FACING,
        surface=Surface.FRONT,
        edges=(
            Edge.RAW if scribed == 1 else Edge.VISIBLE,
            Edge.RAW if scribed == 2 else Edge.VISIBLE,
            Edge.VISIBLE,
            Edge.VISIBLE,
        ),
    )
    return replace(part, scribe=making.count("allowance")) if scribed else part


def _strip(making: Making) -> Part:
    """Against the neighbour, from the panel to behind the plinth. InputError where the filler is too narrow for it."""
    rules, size = making.construction, making.size
    if size.width < making.board:
        message = f"a filler of {show(size.width)} mm has no room for its fixing strip of {show(making.board)} mm"
        raise InputError([Fault("style.carcass_thickness", f"{message}; choose thinner carcass boards")])
    reach = max(rules.filler_strip_depth, rules.bumper + rules.plinth_setback + making.style.front_thickness)
    return panel(
        making,
        suffix="strip",
        role="filler-strip",
        name="Fixing strip",
        box=Box(
            size.width - making.board if making.count("scribe") == 1 else 0,
            making.face - reach,
            making.plinth,
            making.board,
            reach,
            size.height - making.plinth,
        ),
        lie=Lie.STANDING,
        edges=NONE_SEEN,
    )


KIND = Kind(
    code="filler",
    name="Filler",
    help="Closes the gap between a run and the wall; placed by the layout.",
    zone=Zone.END,
    widths=(mm(40), mm(60), mm(80)),
    width=Span(mm(25), mm(150)),
    height=Span(mm(500), mm(2500)),
    depth=Span(mm(300), mm(750)),
    build=build,
    fits=True,
    family=Family.TRIM,
    parameters=(
        Parameter(
            name="scribe", help="Edge left raw: 0 none, 1 left, 2 right", unit="piece", least=0, most=2, default=2
        ),
        Parameter(
            name="allowance",
            help="Left on at the raw edge, to be scribed to a wall out of true",
            unit="um",
            least=0,
            most=mm(100),
            default=0,
        ),
    ),
)
