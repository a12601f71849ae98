"""A pattern on a page of its own: the figure, the list of cuts beside and under it, and pages for a long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.diagram_head import wide_head
from reports.diagram_legend import legend, legend_height
from reports.dimensions import View
from reports.drawing import Anchor, Item, Text, moved
from reports.figure import fitting_scale, sheet_figure
from reports.figure_base import BOTTOM, LEFT, RIGHT, TOP, Figure
from reports.page import A4_LANDSCAPE, GAP, Body
from reports.pattern import Pattern
from reports.project import Project
from reports.step_list import list_columns
from reports.step_table import TIGHT, TIGHTEST, WIDE, Column, Row, list_width, table

_PAGE: Final = A4_LANDSCAPE
_HEADER: Final = 21.0


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The pages of one pattern, and the figure on the first of them."""

    bodies: tuple[Body, ...]
    figure: Figure


def own_pages(pattern: Pattern) -> OwnPages:
    """The pages of one pattern."""
    project, columns = pattern.project, pattern.columns
    header = wide_head(pattern, _PAGE.left, _PAGE.right, _PAGE.top)
    signs = legend(project, pattern.sheet, _PAGE.left, _PAGE.right - _side(project) - GAP, _PAGE.bottom)
    room = (_PAGE.body_width - pattern.list_width - GAP, _PAGE.body_height - _HEADER - legend_height(signs))
    board = project.board(pattern.sheet)
    scale = fitting_scale(board, *room)
    width, height = board.length / 1000 / scale, board.width / 1000 / scale
    x = _PAGE.left + LEFT + (room[0] - LEFT - RIGHT - width) / 2
    y = _PAGE.top - _HEADER - TOP - height - max(0.0, (room[1] - TOP - BOTTOM - height) / 2)
    figure = sheet_figure(project, pattern.sheet, pattern.done, View(scale=scale, x=x, y=y))
    side, rest = _beside(pattern.rows(figure), columns)
    up = _PAGE.top - _HEADER - TOP - height - y
    under = _under(rest, columns, y + up - BOTTOM, _PAGE.bottom + 1.0 + legend_height(signs))
    shown = moved(figure.items, 0.0, up) if under else tuple(figure.items)
    if under is not None:
        side, rest = (*side, *under), ()
    items = (*header, *shown, *signs, *side, *_note(project, figure))
    pages = [Body(items=items, subject=pattern.numbers, scale=scale_words(project, scale))]
    while rest:
        more, rest = _columns_of(rest, columns)
        subject = project.locale.text("diagrams.continued", subject=pattern.numbers)
        pages.append(Body(items=(*header, *more), subject=subject))
    return OwnPages(tuple(pages), figure)


def scale_words(project: Project, scale: float) -> str:
    """`1:20`."""
    return f"1:{project.locale.number(Decimal(repr(scale)))}"


def _side(project: Project) -> float:
    """How wide the list beside a figure is."""
    return list_width(list_columns(project.locale))


def _note(project: Project, figure: Figure) -> tuple[Item, ...]:
    """Says it where numbers of cuts or letters found no room on the figure."""
    counts = {"unnumbered": figure.unnumbered, "unlettered": figure.unlettered}
    words = " · ".join(project.locale.text(f"diagrams.{name}", n=count) for name, count in counts.items() if count)
    place = _PAGE.right - _side(project) - GAP
    return (Text(place, _PAGE.top - _HEADER + 0.8, words, 9.0, Anchor.END),) if words else ()


def _beside(rows: tuple[Row, ...], columns: Sequence[Column]) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """The list beside the figure, set tight where that spares a page; and what is left."""
    place = (_PAGE.right - list_width(columns), _PAGE.top - _HEADER, _PAGE.bottom)
    for pitch in (WIDE, TIGHT, TIGHTEST):
        found = table(rows, *place, columns, pitch)
        if not found[1]:
            break
    return found


def _under(rows: Sequence[Row], columns: Sequence[Column], top: float, bottom: float) -> tuple[Item, ...] | None:
    """The last lines of a list under the figure, where all of them have room: they need no page of their own.

    The sums, which stand over the figure too, are left out where that helps or where nothing else is left.
    None where there is no room.
    """
    without_sums = [row for row in rows if not row.total]
    if not without_sums:
        return ()
    for kept in (rows, without_sums):
        for pitch, start in ((WIDE, top - 2.0), (TIGHT, top), (TIGHTEST, top)):
            items, rest = table(kept, _PAGE.left, start, bottom, columns, pitch, heads=False)
            lowest = min(item.y for item in items if isinstance(item, Text))
            if not rest and lowest - 1.0 >= bottom:
                return items
    return None


def _columns_of(rows: tuple[Row, ...], columns: Sequence[Column]) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """A page of columns filled with what is left of the list; and what is still left."""
    items: list[Item] = []
    for x, _ in _PAGE.columns(int((_PAGE.body_width + 1.6) // (list_width(columns) + 1.6))):
        more, rows = table(rows, x, _PAGE.top - _HEADER, _PAGE.bottom, columns)
        items.extend(more)
    return tuple(items), rows
