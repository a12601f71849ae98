"""The plan of a room that nothing stands in yet, for forms and thumbnails."""

from __future__ import annotations

from furnishing.design import Design
from furnishing.layout.placement import Layout
from furnishing.room import Room
from furnishing.style import Style
from reports.render.svg import svg
from reports.room_drawings import plan_figure


def room_plan(room: Room, style: Style) -> str:
    """The plan as SVG, with the lengths of its walls."""
    empty = Design(room=room, style=style, layout=Layout(placements=()), cabinets=(), issues=())
    return svg(plan_figure(empty, None, width=200, height=150).drawing)
