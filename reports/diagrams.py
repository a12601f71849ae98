"""Cutting diagrams: a page for each pattern with its figure and the cuts in saw order, and pages for long lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from cutting.pieces import Direction, Piece
from cutting.plan import Sheet
from furnishing.grain import BoardGrain
from furnishing.units import show
from reports.bands import BandStrokes, band_strokes
from reports.dimensions import View
from reports.drawing import Anchor, Document, Item, Line, Text
from reports.figure import BOTTOM, LEFT, RIGHT, TOP, Figure, double_arrow, fitting_scale, sheet_figure
from reports.page import A4_LANDSCAPE, GAP, Body, cell_text, compose
from reports.places import letters
from reports.project import Project
from reports.render.fonts import text_width
from reports.steps import Kind, Step, steps

__all__ = ["cutting_diagrams", "patterns", "steps"]

_PAGE: Final = A4_LANDSCAPE
_HEADER: Final = 16.0
_SIDE: Final = 86.0
_ROW: Final = 5.0
_LEGEND: Final = 5.5

Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its head, millimetres, where its text stands, points, bold or not."""

    head: str
    width: float
    anchor: Anchor = Anchor.START
    size: float = 11.0
    bold: bool = False
    smallest: float = 8.0


STEP_COLUMNS: Final = (
    Column("No", 7.0, Anchor.END, bold=True),
    Column("Cut", 20.0, size=9.0),
    Column("Stop mm", 14.5, Anchor.END, 12.0, True),
    Column("Long mm", 15.0, Anchor.END),
    Column("Gives", 29.5, size=9.0, smallest=6.5),
)
KEY_COLUMNS: Final = (
    Column("Key", 8.0, bold=True),
    Column("Piece", 46.0),
    Column("Size, mm", 32.0, Anchor.END),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of the side column."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


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
        bodies.extend(_pattern(project, sheet, f"sheet{'s' * (last > first)} {numbers} of {total}"))
        first = last + 1
    return compose(project, "Cutting diagrams", _PAGE, bodies or [_nothing()])


def _nothing() -> Body:
    return Body(items=(Text(_PAGE.left, _PAGE.top - 10, "There is nothing to cut.", 16.0),))


def _pattern(project: Project, sheet: Sheet, numbers: str) -> list[Body]:
    """The pages of one pattern."""
    done = steps(sheet, project.job.saw)
    header = _header(project, sheet, done, numbers)
    legend = _legend(project, sheet)
    room = (_PAGE.body_width - _SIDE - GAP, _PAGE.body_height - _HEADER - _LEGEND * _legend_lines(legend))
    board = project.board(sheet)
    scale = fitting_scale(board, *room)
    width, height = board.length / 1000 / scale, board.width / 1000 / scale
    x = _PAGE.left + LEFT + (room[0] - LEFT - RIGHT - width) / 2
    y = _PAGE.top - _HEADER - TOP - height - max(0.0, (room[1] - TOP - BOTTOM - height) / 2)
    figure = sheet_figure(project, sheet, done, View(scale=scale, x=x, y=y))
    pieces = project.pieces
    listings = [
        Listing(STEP_COLUMNS, tuple(_step_row(step) for step in done)),
        Listing(KEY_COLUMNS, tuple(_key_row(pieces, name, number) for name, number in figure.keys.items())),
    ]
    side, rest = _side(listings)
    named = f"1:{scale:g}"
    pages = [Body(items=(*header, *figure.items, *legend, *side, *_note(figure)), subject=numbers, scale=named)]
    while any(listing.rows for listing in rest):
        more, rest = _columns_of(rest)
        pages.append(Body(items=(*header, *more), subject=f"{numbers}, list continued"))
    return pages


def _note(figure: Figure) -> tuple[Item, ...]:
    """Says it where numbers of cuts found no room on the figure."""
    if not figure.unnumbered:
        return ()
    words = f"{figure.unnumbered} cuts are numbered only in the list"
    return (Text(_PAGE.right - _SIDE - GAP, _PAGE.bottom + 1.0, words, 9.0, Anchor.END),)


def _header(project: Project, sheet: Sheet, done: Sequence[Step], numbers: str) -> tuple[Item, ...]:
    """Two lines over the whole page: what to load and how often, then the facts."""
    board, saw = project.board(sheet), project.job.saw
    material = project.material_name(sheet.material) or board.code
    load = f"{material}   {show(board.length)} × {show(board.width)} mm"
    copies = f"{sheet.copies} × the same" if sheet.copies > 1 else "1 sheet"
    trims = [f"{side} {show(getattr(saw.trim, side))}" for side in ("left", "right", "bottom", "top")]
    pieces = sum(placed.length * placed.width for placed in sheet.placed)
    facts = [
        f"Board {board.code}" + (" (offcut from stock)" if board.offcut else ""),
        numbers,
        *([f"batch {sheet.batch + 1}"] if sheet.batch is not None else []),
        f"yield {100 * pieces / board.area:.1f} %",
        f"{len(sheet.placed)} pieces",
        f"{len(done)} cuts, {sum(step.length for step in done) / 1_000_000:.1f} m",
        f"kerf {show(saw.kerf)}",
        "trims " + ", ".join(trims) if any((saw.trim.left, saw.trim.right, saw.trim.bottom, saw.trim.top)) else "",
    ]
    y = _PAGE.top - 6.0
    room = _PAGE.body_width - text_width(copies, 18.0, bold=True) - 6.0
    return (
        cell_text(_PAGE.left, y, load, 18.0, room, bold=True, smallest=11.0),
        Text(_PAGE.right, y, copies, 18.0, Anchor.END, bold=True),
        cell_text(_PAGE.left, y - 6.5, " · ".join(fact for fact in facts if fact), 11.0, _PAGE.body_width),
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
    for code, words in [*([("", "grain")] if grained else []), *entries]:
        width = 14.0 + text_width(words, 9.0)
        if x + width > _PAGE.right - _SIDE - GAP and x > _PAGE.left:
            x, y = _PAGE.left, y + _LEGEND
        items.extend(_sample(code, strokes, x, y))
        items.append(Text(x + 12, y, words, 9.0, max_width=_PAGE.right - _SIDE - GAP - x - 12))
        x += width + 5.0
    return tuple(items)


def _sample(code: str, strokes: BandStrokes, x: float, y: float) -> tuple[Item, ...]:
    if not code:
        return double_arrow((x, y + 1.1), (x + 10, y + 1.1))
    return (Line((x, y + 1.1), (x + 10, y + 1.1), strokes[code]),)


def _band_words(project: Project, code: str) -> str:
    band = project.band(code)
    return f"{code}  {band.name}" if band else code


def _legend_lines(legend: tuple[Item, ...]) -> int:
    return len({item.y for item in legend if isinstance(item, Text)})


def _step_row(step: Step) -> Row:
    arrow = "↔" if step.direction is Direction.LENGTH else "↕"
    return (str(step.number), f"{arrow} {step.kind.value}", show(step.stop), show(step.length), _gives(step))


def _gives(step: Step) -> str:
    """What comes free: pieces by id, offcuts, `strip` for what is cut on; waste only where there is nothing else."""
    if step.kind is Kind.TRIM:
        return ""
    near_is_done = bool(step.frees) and (step.frees[0].rect.x, step.frees[0].rect.y) == (step.panel.x, step.panel.y)
    names = [leaf.piece or "offcut" for leaf in step.frees if leaf.piece is not None or leaf.offcut]
    return ", ".join(names if near_is_done else ["strip", *names]) or "waste"


def _key_row(pieces: Mapping[str, Piece], name: str, number: int) -> Row:
    piece = pieces.get(name)
    if piece is None:
        words, _, size = name.partition(" ")
        return (letters(number), words, size)
    return (letters(number), name, f"{show(piece.length)} × {show(piece.width)}")


def _side(listings: Sequence[Listing]) -> tuple[tuple[Item, ...], list[Listing]]:
    """The side column of the first page: the cuts above, the key of small pieces below; and what is left over."""
    x, top = _PAGE.right - _SIDE, _PAGE.top - _HEADER
    done, keys = listings
    key_height = min(_height(len(keys.rows)), _PAGE.body_height * 0.55) if keys.rows else 0.0
    cuts, cuts_left = _table(done, x, top, _PAGE.bottom + key_height)
    below, keys_left = _table(keys, x, _PAGE.bottom + key_height, _PAGE.bottom)
    return (*cuts, *below), [cuts_left, keys_left]


def _columns_of(listings: Sequence[Listing]) -> tuple[tuple[Item, ...], list[Listing]]:
    """A page of three columns filled with what is left of the lists; and what is still left."""
    items: list[Item] = []
    rest = list(listings)
    for x, _ in _PAGE.columns(3):
        current = next((number for number, listing in enumerate(rest) if listing.rows), None)
        if current is not None:
            more, rest[current] = _table(rest[current], x, _PAGE.top - _HEADER, _PAGE.bottom)
            items.extend(more)
    return tuple(items), rest


def _height(rows: int) -> float:
    """Millimetres of a table with its head and the gap after every five rows."""
    return _ROW * (rows + 1) + 1.5 * (rows // 5) + GAP


def _table(listing: Listing, x: float, top: float, bottom: float) -> tuple[tuple[Item, ...], Listing]:
    """As many rows as fit between `top` and `bottom` under a head; and the listing of the others."""
    if not listing.rows:
        return (), listing
    heads = tuple(replace(column, size=8.0, bold=False) for column in listing.columns)
    y = top - _ROW
    items = [*_cells(heads, tuple(column.head for column in heads), x, y + 0.6)]
    items.append(Line((x, y - 0.8), (x + sum(column.width for column in heads), y - 0.8)))
    y -= _ROW
    shown = 0
    for row in listing.rows:
        if y - 1.0 < bottom:
            break
        items.extend(_cells(listing.columns, row, x, y))
        shown += 1
        y -= _ROW + (1.5 if shown % 5 == 0 else 0.0)
    return tuple(items), replace(listing, rows=listing.rows[shown:])


def _cells(columns: tuple[Column, ...], row: Row, x: float, y: float) -> list[Item]:
    items: list[Item] = []
    for column, words in zip(columns, row, strict=True):
        at = x + column.width - 1.0 if column.anchor is Anchor.END else x + 1.0
        if words:
            room = column.width - 1.5
            text = cell_text(
                at, y, words, column.size, room, anchor=column.anchor, bold=column.bold, smallest=column.smallest
            )
            items.append(text)
        x += column.width
    return items
