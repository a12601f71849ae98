"""A figure being drawn: its measures, what lies on it, which room is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from cutting.pieces import Rect
from reports.dimensions import View
from reports.drawing import Item, Rectangle, Stroke
from reports.space import Box, Space

SIZES = 11.0
"""Points of a size on a figure, and of a step in the list: read at arm's length."""

ID_SIZES = (14.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Points of an id on a figure, as large as there is room for."""

LEFT, BOTTOM, RIGHT, TOP = 7.0, 8.0, 11.0, 6.5
"""Millimetres beside the board for its dimensions and for the numbers of long cuts."""

BAND_INSET, WORDS_INSET = 1.0, 1.7
"""How far inside a piece its bands are drawn, and its words where it has bands."""

APART = 0.5
"""Millimetres by which everything is drawn smaller, so that a saw line is seen between two outlines."""

RING = 2.3
"""Radius of the ring around the number of a cut of two figures."""

LEAST = 8.0
"""Points below which nothing on a figure is written."""

HAIR_WHITE = Stroke(0.1, "#ffffff")
KERF = "#eeeeee"


@dataclass(slots=True)
class Figure:
    """A figure being drawn: what lies on it, which room is taken, and the ids that only fit as a letter."""

    view: View
    items: list[Item] = field(default_factory=list)
    space: Space = field(default_factory=Space)
    keys: dict[str, int] = field(default_factory=dict)
    """Number of the letter drawn instead of the id and sizes, by piece id."""
    rings: list[Item] = field(default_factory=list)
    """The numbers of cuts, names of panels and letters of slivers, drawn over all saw lines."""
    unnumbered: int = 0
    """Cuts whose number found no room: it stands only in the list."""
    unlettered: int = 0
    """Slivers whose letter, offcuts whose code found no room."""

    def box(self, rect: Rect, shrink: float = 0.0) -> Box:
        """A rectangle of the board on paper, drawn `shrink` millimetres smaller on each side where it is not tiny."""
        left, bottom = self.view.at(rect.x, rect.y)
        width, height = self.view.size(rect.length), self.view.size(rect.width)
        shrink = min(shrink, width / 6, height / 6)
        return (left + shrink, bottom + shrink, left + width - shrink, bottom + height - shrink)


def filled(box: Box, stroke: Stroke) -> Rectangle:
    """A white rectangle."""
    return Rectangle(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke, "#ffffff")
