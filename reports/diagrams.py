"""Cutting diagrams: a page for each pattern with its figure and the cuts in saw order, and pages for long lists.

A sheet for a router has no cuts: in their place stand its pieces with the corner at which each lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from cutting.plan import Sheet
from cutting.sequence import Step, steps
from furnishing.grain import BoardGrain
from furnishing.units import Length
from reports.bands import BandStrokes, band_strokes
from reports.dimensions import View
from reports.drawing import Anchor, Document, Item, Line, Text
from reports.figure import BOTTOM, LEFT, RIGHT, TOP, Figure, double_arrow, fitting_scale, sheet_figure
from reports.page import A4_LANDSCAPE, GAP, Body, cell_text, compose
from reports.project import Project
from reports.render.fonts import text_width
from reports.step_list import CUTS, PLACES, TIGHT, Column, Row, list_columns, list_width, rows_of, rows_of_places, table

__all__ = ["cutting_diagrams", "patterns", "steps"]

_PAGE: Final = A4_LANDSCAPE
_HEADER: Final = 16.0
_LEGEND: Final = 5.5


def patterns(project: Project) -> tuple[Sheet, ...]:
    """The sheets of a plan, equal ones put together, in the order in which they first appear."""
    copies: dict[Sheet, int] = {}
    for sheet in project.result.plan.sheets:
        alike = replace(sheet, copies=0)
        copies[alike] = copies.get(alike, 0) + sheet.copies
    return tuple(replace(sheet, copies=count) for sheet, count in copies.items())


def cutting_diagrams(project: Project) -> Document:
    """The diagrams of a project, A4 landscape, each pattern once with its number of copies."""
    total, first = project.result.plan.boards, 1
    bodies: list[Body] = []
    for sheet in patterns(project):
        last = first + sheet.copies - 1
        numbers = f"{first}" if first == last else f"{first}–{last}"
        said = "diagrams.sheet" if first == last else "diagrams.sheets"
        bodies.extend(_pattern(project, sheet, project.locale.text(said, numbers=numbers, total=total)))
        first = last + 1
    return compose(project, project.locale.text("diagrams.title"), _PAGE, bodies or [_nothing(project)])


def _nothing(project: Project) -> Body:
    return Body(items=(Text(_PAGE.left, _PAGE.top - 10, project.locale.text("diagrams.nothing"), 16.0),))


def _pattern(project: Project, sheet: Sheet, numbers: str) -> list[Body]:
    """The pages of one pattern."""
    done = steps(sheet, project.job.saw)
    header = _header(project, sheet, done, numbers)
    legend = _legend(project, sheet)
    room = (_PAGE.body_width - _side(project) - GAP, _PAGE.body_height - _HEADER - _LEGEND * _legend_lines(legend))
    board = project.board(sheet)
    scale = fitting_scale(board, *room)
    width, height = board.length / 1000 / scale, board.width / 1000 / scale
    x = _PAGE.left + LEFT + (room[0] - LEFT - RIGHT - width) / 2
    y = _PAGE.top - _HEADER - TOP - height - max(0.0, (room[1] - TOP - BOTTOM - height) / 2)
    figure = sheet_figure(project, sheet, done, View(scale=scale, x=x, y=y))
    routed = sheet.cuts is None
    locale = project.locale
    rows = rows_of_places(sheet.placed, figure.keys, locale) if routed else rows_of(done, figure.keys, locale)
    columns = list_columns(locale, PLACES if routed else CUTS)
    side, rest = _beside(rows, columns)
    named = f"1:{locale.number(Decimal(repr(scale)))}"
    pages = [
        Body(items=(*header, *figure.items, *legend, *side, *_note(project, figure)), subject=numbers, scale=named)
    ]
    while rest:
        more, rest = _columns_of(rest, columns)
        pages.append(Body(items=(*header, *more), subject=locale.text("diagrams.continued", subject=numbers)))
    return pages


def _side(project: Project) -> float:
    """How wide the list beside a figure is."""
    return list_width(list_columns(project.locale))


def _note(project: Project, figure: Figure) -> tuple[Item, ...]:
    """Says it where numbers of cuts found no room on the figure."""
    if not figure.unnumbered:
        return ()
    words = project.locale.text("diagrams.unnumbered", n=figure.unnumbered)
    return (Text(_PAGE.right - _side(project) - GAP, _PAGE.bottom + 1.0, words, 9.0, Anchor.END),)


def _header(project: Project, sheet: Sheet, done: Sequence[Step], numbers: str) -> tuple[Item, ...]:
    """Two lines over the whole page: what to load and how often, then the facts."""
    board = project.board(sheet)
    material = project.material_name(sheet.material) or board.code
    locale = project.locale
    load = f"{material}   {locale.size(board.length, board.width)} {locale.unit}"
    copies = locale.text("diagrams.copies" if sheet.copies > 1 else "diagrams.one_sheet", n=sheet.copies)
    pieces = sum(placed.length * placed.width for placed in sheet.placed)
    facts = [
        locale.text("diagrams.stock" if board.offcut else "diagrams.board", code=board.code),
        numbers,
        *([locale.text("diagrams.batch", number=sheet.batch + 1)] if sheet.batch is not None else []),
        locale.text("diagrams.yield", percent=locale.percent(Decimal(100 * pieces) / board.area, 1)),
        locale.text("diagrams.pieces", n=len(sheet.placed)),
        *_machine_facts(project, done),
    ]
    y = _PAGE.top - 6.0
    room = _PAGE.body_width - text_width(copies, 18.0, bold=True) - 6.0
    return (
        cell_text(_PAGE.left, y, load, 18.0, room, bold=True, smallest=11.0),
        Text(_PAGE.right, y, copies, 18.0, Anchor.END, bold=True),
        cell_text(_PAGE.left, y - 6.5, " · ".join(fact for fact in facts if fact), 11.0, _PAGE.body_width),
    )


def _machine_facts(project: Project, done: Sequence[Step]) -> tuple[str, ...]:
    """How much the saw does and what it is set to; or what the router is set to."""
    saw, router, locale = project.job.saw, project.job.router, project.locale

    def said(name: str, length: Length) -> str:
        return locale.text(f"diagrams.{name}", size=locale.length(length))

    if router is not None:
        return said("tool", router.tool), said("border", router.border) if router.border else ""
    trims = {side: getattr(saw.trim, side) for side in ("left", "right", "bottom", "top")}
    told = ", ".join(said(f"trim_{side}", trim) for side, trim in trims.items())
    return (
        locale.text("diagrams.cuts", n=len(done), run=locale.run(sum(step.length for step in done))),
        said("kerf", saw.kerf),
        locale.text("diagrams.trims", trims=told) if any(trims.values()) else "",
    )


def _legend(project: Project, sheet: Sheet) -> tuple[Item, ...]:
    """What the lines mean: bands of the pieces on this sheet, and the grain."""
    parts, strokes = project.parts, band_strokes(project)
    here = {
        code
        for placed in sheet.placed
        for code in (parts[placed.id].edges.codes if placed.id in parts else ())
        if code is not None
    }
    entries = [(code, _band_words(project, code)) for code in strokes if code in here]
    grained = project.board(sheet).grain is BoardGrain.LENGTH
    items: list[Item] = []
    x, y = _PAGE.left, _PAGE.bottom + 1.0
    for code, words in [*([("", project.locale.text("diagrams.grain"))] if grained else []), *entries]:
        width = 14.0 + text_width(words, 9.0)
        if x + width > _PAGE.right - _side(project) - GAP and x > _PAGE.left:
            x, y = _PAGE.left, y + _LEGEND
        items.extend(_sample(code, strokes, x, y))
        items.append(Text(x + 12, y, words, 9.0, max_width=_PAGE.right - _side(project) - GAP - x - 12))
        x += width + 5.0
    return tuple(items)


def _sample(code: str, strokes: BandStrokes, x: float, y: float) -> tuple[Item, ...]:
    if not code:
        return double_arrow((x, y + 1.1), (x + 10, y + 1.1))
    return (Line((x, y + 1.1), (x + 10, y + 1.1), strokes[code]),)


def _band_words(project: Project, code: str) -> str:
    band = project.band(code)
    return f"{code}  {project.goods_name(band.name)}" if band else code


def _legend_lines(legend: tuple[Item, ...]) -> int:
    return len({item.y for item in legend if isinstance(item, Text)})


def _beside(rows: tuple[Row, ...], columns: Sequence[Column]) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """The list beside the figure, set tight where that spares a page; and what is left."""
    place = (_PAGE.right - list_width(columns), _PAGE.top - _HEADER, _PAGE.bottom)
    wide, rest = table(rows, *place, columns)
    tight, none = table(rows, *place, columns, TIGHT) if rest else (wide, rest)
    return (wide, rest) if none else (tight, none)


def _columns_of(rows: tuple[Row, ...], columns: Sequence[Column]) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """A page of columns filled with what is left of the list; and what is still left."""
    items: list[Item] = []
    for x, _ in _PAGE.columns(int((_PAGE.body_width + 1.6) // (list_width(columns) + 1.6))):
        more, rows = table(rows, x, _PAGE.top - _HEADER, _PAGE.bottom, columns)
        items.extend(more)
    return tuple(items), rows
