"""A desk: a top on a pedestal with drawers at one end and on a panel at the other, a rail behind the knees."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import front_area
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.moving import moved, moved_spaces
from furnishing.cabinets.panels import Lie, panel
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Part
from furnishing.units import Length, mm, show


def build(making: Making) -> Cabinet:
    """The pedestal stands on the side asked for; knees have the rest."""
    rules, size, board = making.construction, making.size, making.board
    top = making.thickness("desk-top")
    on_right = making.word("pedestal") == "right"
    width, knees = rules.pedestal_width, size.width - rules.pedestal_width - board
    if knees < rules.knees_width_least:
        message = f"knees would have {show(knees)} mm and need {show(rules.knees_width_least)} mm"
        raise InputError([Fault("width", f"{message}; make the desk wider")])
    own = replace(making, size=replace(size, width=width, height=size.height - top), section="pedestal.")
    shell = carcass(own, Cover.WORKTOP)
    drawers, fronts, uses = drawer_stack(own, shell.inside, front_area(own), rules.stacks[2])
    x = size.width - width if on_right else 0
    panel_x = 0 if on_right else size.width - board
    knees_x = board if on_right else width
    parts = (
        *moved((*shell.parts, *drawers), x=x),
        _upright(making, panel_x, size.height - top),
        _rail(making, knees_x, knees, size.height - top),
        _top(making, top),
    )
    deep = making.carcass_depth - making.heel - board
    clear = Space(box=Box(knees_x, making.heel + board, 0, knees, deep, size.height - top), use=Use.KNEES)
    return assembled(making, parts, fronts=fronts, spaces=(*moved_spaces(uses, x=x), clear))


def _upright(making: Making, x: Length, height: Length) -> Part:
    box = Box(x, making.heel, 0, making.board, making.carcass_depth - making.heel, height)
    return panel(making, suffix="leg-panel", role="side", name="Leg panel", box=box, lie=Lie.STANDING)


def _rail(making: Making, x: Length, width: Length, high: Length) -> Part:
    """It keeps the desk from racking and hides the cables."""
    tall = making.construction.desk_rail_height
    box = Box(x, making.heel, high - tall, width, making.board, tall)
    return panel(making, suffix="rail.rear", role="rail", name="Rear rail", box=box, lie=Lie.ACROSS)


def _top(making: Making, thick: Length) -> Part:
    """Over everything, to the face of the fronts."""
    size = making.size
    box = Box(0, 0, size.height - thick, size.width, size.depth, thick)
    return panel(making, suffix="top", role="desk-top", name="Desk top", box=box, lie=Lie.LYING)


KIND = Kind(
    code="base-desk",
    name="Desk with pedestal",
    help="Desk top on a pedestal with three drawers and a leg panel.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (1200, 1400, 1600, 1800)),
    width=Span(mm(1050), mm(2200)),
    height=Span(mm(700), mm(780)),
    depth=Span(mm(500), mm(800)),
    build=build,
    parameters=(
        Parameter(
            name="pedestal", help="Where the drawers stand", unit="word", default="right", options=("left", "right")
        ),
    ),
    family=Family.STUDY,
    own_height=mm(740),
    own_depth=mm(650),
)
