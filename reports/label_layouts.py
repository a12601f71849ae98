"""How labels lie on the papers that people buy: sheets of labels and rolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reports.page import A4_PORTRAIT, Paper
from reports.space import Box

_UNPRINTABLE: Final = 4.5
"""Millimetres at the edge of a page that office printers cannot reach."""

_PADDING: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLayout:
    """How labels lie on a page: sizes in millimetres, `left` and `top` of the first label, gaps between labels."""

    code: str
    name: str
    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_x: float = 0.0
    gap_y: float = 0.0

    def box(self, number: int) -> Box:
        """What may be printed on of label `number` of a page (from 0, row by row)."""
        row, column = divmod(number, self.columns)
        x = self.left + column * (self.width + self.gap_x)
        top = self.paper.height - self.top - row * (self.height + self.gap_y)
        edge = _UNPRINTABLE if self.columns * self.rows > 1 else 0.0
        return (
            max(x + _PADDING, edge),
            max(top - self.height + _PADDING, edge),
            min(x + self.width - _PADDING, self.paper.width - edge),
            min(top - _PADDING, self.paper.height - edge),
        )


A4_3X8: Final = LabelLayout(
    code="3x8",
    name="A4, 3 x 8 labels of 70 x 37 mm",
    paper=A4_PORTRAIT,
    columns=3,
    rows=8,
    width=70.0,
    height=37.0,
    left=0.0,
    top=0.5,
)
L7160: Final = LabelLayout(
    code="L7160",
    name="A4, 3 x 7 labels of 63.5 x 38.1 mm (L7160)",
    paper=A4_PORTRAIT,
    columns=3,
    rows=7,
    width=63.5,
    height=38.1,
    left=7.25,
    top=15.15,
    gap_x=2.5,
)
ROLL: Final = LabelLayout(
    code="roll",
    name="roll of labels of 100 x 50 mm",
    paper=Paper(100.0, 50.0),
    columns=1,
    rows=1,
    width=100.0,
    height=50.0,
    left=0.0,
    top=0.0,
)
LAYOUTS: Final = {layout.code: layout for layout in (A4_3X8, L7160, ROLL)}
"""The layouts by code."""
