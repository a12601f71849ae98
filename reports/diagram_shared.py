"""Two patterns on one page: small boards with few cuts, each on its half with the list of cuts under the figure.

A pattern shares a page only where it loses nothing by it: every id, size, number and arrow of its figure stands there
as large as on a page of its own, and the whole list of cuts has room. Pieces too small for their ids keep their page.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Final

from reports.diagram_head import narrow_head
from reports.diagram_legend import legend, legend_height
from reports.diagram_page import scale_words
from reports.dimensions import View
from reports.drawing import THIN, Item, Line, Polyline, Text, moved
from reports.figure import fitting_scale, sheet_figure
from reports.figure_base import BOTTOM, LEFT, RIGHT, TOP, Figure
from reports.page import A4_LANDSCAPE, GAP, Body
from reports.pattern import Pattern, sheet_numbers
from reports.step_table import TIGHT, TIGHTEST, WIDE, Pitch, Row, table

_PAGE: Final = A4_LANDSCAPE
_HALVES: Final = _PAGE.columns(2)

_SMALLEST: Final = 24.0
"""The reduction at which a board is drawn on half a page at most: boards of usual sizes keep a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """A pattern drawn for the left half of a page."""

    pattern: Pattern
    items: tuple[Item, ...]


def half_of(pattern: Pattern, own: Figure) -> Half | None:
    """A pattern on half a page; None where it is too large for that or loses something of its `own` figure."""
    if own.keys or own.unnumbered or own.unlettered:
        return None
    for pitch in (WIDE, TIGHT, TIGHTEST):
        half = _half(pattern, own, pitch)
        if half is not None:
            return half
    return None


def shared_page(one: Half, other: Half) -> Body:
    """The page of two patterns, side by side in their order. Each states its scale itself."""
    (left, width), (right, _) = _HALVES
    line = left + width + GAP / 2
    numbers = sheet_numbers(one.pattern.project, one.pattern.first, other.pattern.last)
    parting = Line((line, _PAGE.bottom), (line, _PAGE.top), THIN)
    return Body(items=(*one.items, parting, *moved(other.items, right - left, 0.0)), subject=numbers)


def _half(pattern: Pattern, own: Figure, pitch: Pitch) -> Half | None:
    project, (left, width) = pattern.project, _HALVES[0]
    right, board = left + width, project.board(pattern.sheet)
    signs = legend(project, pattern.sheet, left, right, _PAGE.bottom)
    low = _PAGE.bottom + 1.0 + legend_height(signs)
    # The height of the list does not hang on the scale: there are no letters in it.
    listed = _height(pattern, own, pitch)
    _, under_head = narrow_head(pattern, _scale(pattern, _SMALLEST), left, right, _PAGE.top)
    room = under_head - low - listed
    if room <= TOP + BOTTOM:
        return None
    scale = fitting_scale(board, width, room)
    if scale > _SMALLEST:
        return None
    head, under_head = narrow_head(pattern, _scale(pattern, scale), left, right, _PAGE.top)
    wide, high = board.length / 1000 / scale, board.width / 1000 / scale
    x = left + LEFT + (width - LEFT - RIGHT - wide) / 2
    view = View(scale=scale, x=x, y=under_head - TOP - high)
    figure = sheet_figure(project, pattern.sheet, pattern.done, view)
    if _told(figure) != _told(own):
        return None
    rows, rest = table(_rows(pattern, figure), left, view.y - BOTTOM, low, pattern.columns, pitch)
    return None if rest else Half(pattern=pattern, items=(*head, *figure.items, *rows, *signs))


def _scale(pattern: Pattern, scale: float) -> str:
    project = pattern.project
    return f"{project.locale.text('page.scale')}\u00a0{scale_words(project, scale)}"


def _rows(pattern: Pattern, figure: Figure) -> tuple[Row, ...]:
    """The lines of the list; the sums stand among the facts over the figure."""
    return tuple(row for row in pattern.rows(figure) if not row.total)


def _height(pattern: Pattern, figure: Figure, pitch: Pitch) -> float:
    """Millimetres of the list of cuts."""
    items, _ = table(_rows(pattern, figure), 0.0, 0.0, -math.inf, pattern.columns, pitch)
    return 2.0 - min((item.y for item in items if isinstance(item, Text)), default=0.0)


def _told(figure: Figure) -> tuple[object, ...]:
    """All that a figure says, and how large: its words, its arrows, what found no room."""
    words = Counter((item.text, item.size) for item in figure.items if isinstance(item, Text))
    arrows = sum(isinstance(item, Polyline) for item in figure.items)
    return words, arrows, figure.unnumbered, figure.unlettered
