"""The plan of a room that nothing stands in yet, for forms and thumbnails."""

from __future__ import annotations

from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.layout.placement import Layout
from furnishing.room import Room
from furnishing.style import Style
from reports.render.svg import svg
from reports.room_drawings import elevation_figures, plan_figure


def furnished_wall(made: Design, catalogue: Catalogue) -> str:
    """The first furnished wall as SVG; the plan where none is."""
    figures = elevation_figures(made, catalogue, width=160, height=110)
    return svg(figures[0].drawing) if figures else room_plan(made.room, made.style)


def room_plan(room: Room, style: Style) -> str:
    """The plan as SVG, with the lengths of its walls."""
    empty = Design(room=room, style=style, layout=Layout(placements=()), cabinets=(), issues=())
    return svg(plan_figure(empty, None, width=200, height=150).drawing)
