"""Cutting diagrams: a page for each pattern with its figure and the cuts in saw order, and pages for long lists.

A sheet for a router has no cuts: in their place stand its pieces with the corner at which each lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from cutting.plan import Sheet
from cutting.saw_time import usual_times
from cutting.sequence import Step, steps
from furnishing.grain import BoardGrain
from furnishing.units import Length
from reports.bands import BandStrokes, band_strokes
from reports.check_character import checked
from reports.dimensions import View
from reports.drawing import DOTTED, WASTE, Anchor, Document, Hatch, Item, Line, Rectangle, Text, moved
from reports.figure import double_arrow, fitting_scale, sheet_figure
from reports.figure_base import BOTTOM, LEFT, RIGHT, TOP, Figure
from reports.page import A4_LANDSCAPE, GAP, Body, cell_text, compose
from reports.project import Project
from reports.qr import qr
from reports.render.fonts import text_width
from reports.saw_lines import SawKind, duration, offcut_codes, ordered_steps, pattern_seconds, saw_lines
from reports.step_list import CUTS, PLACES, TURN, has_long_sizes, list_columns, rows_of, rows_of_places
from reports.step_table import TIGHT, TIGHTEST, WIDE, Column, Row, list_width, table

__all__ = ["cutting_diagrams", "patterns", "steps"]

_PAGE: Final = A4_LANDSCAPE
_HEADER: Final = 21.0
_CODE: Final = 17.0
"""Side of the QR code of a pattern, quiet zone included."""

_LEGEND: Final = 5.5


def patterns(project: Project) -> tuple[Sheet, ...]:
    """The sheets of a plan, equal ones put together, in the order in which they first appear."""
    copies: dict[Sheet, int] = {}
    for sheet in project.result.plan.sheets:
        alike = replace(sheet, copies=0)
        copies[alike] = copies.get(alike, 0) + sheet.copies
    return tuple(replace(sheet, copies=count) for sheet, count in copies.items())


def cutting_diagrams(project: Project, saw: SawKind = SawKind.BEAM) -> Document:
    """The diagrams of a project, A4 landscape, each pattern once with its number of copies, cuts in a saw's order."""
    bodies: list[Body] = []
    for number, (sheet, numbers) in enumerate(numbered_patterns(project), 1):
        bodies.extend(_pattern(project, sheet, numbers, pattern_code(project, number), saw))
    return compose(project, project.locale.text("diagrams.title"), _PAGE, bodies or [_nothing(project)])


def numbered_patterns(project: Project) -> Iterator[tuple[Sheet, str]]:
    """The patterns of a plan, each with the words for its numbers: `sheets 1–3 of 7`."""
    total, first = project.result.plan.boards, 1
    for sheet in patterns(project):
        last = first + sheet.copies - 1
        numbers = f"{first}" if first == last else f"{first}–{last}"
        said = "diagrams.sheet" if first == last else "diagrams.sheets"
        yield sheet, project.locale.text(said, numbers=numbers, total=total)
        first = last + 1


def pattern_code(project: Project, number: int) -> str:
    """What the QR code of a pattern says: version of the plan, pattern from 1, check character."""
    return checked(f"{project.version}/P{number:03}")


def _nothing(project: Project) -> Body:
    return Body(items=(Text(_PAGE.left, _PAGE.top - 10, project.locale.text("diagrams.nothing"), 16.0),))


def _pattern(project: Project, sheet: Sheet, numbers: str, code: str, saw: SawKind) -> list[Body]:
    """The pages of one pattern."""
    locale = project.locale
    done = ordered_steps(project, sheet, saw)
    lines = saw_lines(sheet, project.job.saw, done, usual_times())
    header = (*_header(project, sheet, done, numbers), qr(code, _PAGE.right - _CODE, _PAGE.top - _CODE, _CODE))
    legend = _legend(project, sheet)
    routed = sheet.cuts is None
    columns = list_columns(locale, PLACES if routed else CUTS, saw, long=has_long_sizes(lines, locale))
    room = (_PAGE.body_width - list_width(columns) - GAP, _body(legend))
    board = project.board(sheet)
    scale = fitting_scale(board, *room)
    width, height = board.length / 1000 / scale, board.width / 1000 / scale
    x = _PAGE.left + LEFT + (room[0] - LEFT - RIGHT - width) / 2
    y = _PAGE.top - _HEADER - TOP - height - max(0.0, (room[1] - TOP - BOTTOM - height) / 2)
    figure = sheet_figure(project, sheet, done, View(scale=scale, x=x, y=y))
    codes = offcut_codes(project, sheet)
    rows = (
        rows_of_places(sheet.placed, figure.keys, locale) if routed else rows_of(lines, figure.keys, codes, locale, saw)
    )
    side, rest = _beside(rows, columns)
    up = _PAGE.top - _HEADER - TOP - height - y
    low = _PAGE.bottom + 1.0 + _LEGEND * _legend_lines(legend)
    under = _under(rest, columns, y + up - BOTTOM, low)
    shown = moved(figure.items, 0.0, up) if under else tuple(figure.items)
    if under is not None:
        side, rest = (*side, *under), ()
    named = f"1:{locale.number(Decimal(repr(scale)))}"
    items = (*header, *shown, *legend, *side, *_note(project, figure))
    pages = [Body(items=items, subject=numbers, scale=named)]
    while rest:
        more, rest = _columns_of(rest, columns)
        pages.append(Body(items=(*header, *more), subject=locale.text("diagrams.continued", subject=numbers)))
    return pages


def _body(legend: tuple[Item, ...]) -> float:
    """Millimetres of height for a figure between header and legend."""
    return _PAGE.body_height - _HEADER - _LEGEND * _legend_lines(legend)


def _side(project: Project) -> float:
    """How wide the list beside a figure is."""
    return list_width(list_columns(project.locale))


def _note(project: Project, figure: Figure) -> tuple[Item, ...]:
    """Says it where numbers of cuts or letters found no room on the figure."""
    counts = {"unnumbered": figure.unnumbered, "unlettered": figure.unlettered}
    words = " · ".join(project.locale.text(f"diagrams.{name}", n=count) for name, count in counts.items() if count)
    place = _PAGE.right - _side(project) - GAP
    return (Text(place, _PAGE.top - _HEADER + 0.8, words, 9.0, Anchor.END),) if words else ()


def _header(project: Project, sheet: Sheet, done: Sequence[Step], numbers: str) -> tuple[Item, ...]:
    """Two lines over the whole page: what to load and how often, then the facts."""
    board = project.board(sheet)
    material = project.material_name(sheet.material) or board.code
    locale = project.locale
    load = f"{material}   {locale.size(board.length, board.width)} {locale.unit}"
    copies = locale.text("diagrams.copies" if sheet.copies > 1 else "diagrams.one_sheet", n=sheet.copies)
    pieces = sum(placed.length * placed.width for placed in sheet.placed)
    facts = (
        locale.text("diagrams.stock" if board.offcut else "diagrams.board", code=board.code),
        numbers,
        *([locale.text("diagrams.batch", number=sheet.batch + 1)] if sheet.batch is not None else []),
        locale.text("diagrams.yield", percent=locale.percent(Decimal(100 * pieces) / board.area, 1)),
        locale.text("diagrams.pieces", n=len(sheet.placed)),
    )
    y, right = _PAGE.top - 6.0, _PAGE.right - _CODE - 3.0
    room = right - _PAGE.left - text_width(copies, 18.0, bold=True) - 6.0
    lines = (facts, (*book_facts(project, sheet), *_machine_facts(project, done)))
    return (
        cell_text(_PAGE.left, y, load, 18.0, room, bold=True, smallest=11.0),
        Text(right, y, copies, 18.0, Anchor.END, bold=True),
        *(
            cell_text(_PAGE.left, y - 5.8 - 4.8 * number, " · ".join(filter(None, line)), 11.0, right - _PAGE.left)
            for number, line in enumerate(lines)
        ),
    )


def book_facts(project: Project, sheet: Sheet) -> tuple[str, ...]:
    """How many boards are cut as one stack, how often, and how long that takes at the saw."""
    if sheet.cuts is None:
        return ()
    book, locale = project.job.saw.book_height or 1, project.locale
    cycles, high = -(-sheet.copies // book), min(book, sheet.copies)
    thick = project.thickness(sheet.material)
    stack = locale.text("diagrams.stack", size=locale.sized(thick * high)) if thick and high > 1 else ""
    told = locale.text("diagrams.book", sheets=high) if book > 1 else ""
    return (
        f"{told} {stack}".strip(),
        locale.text("diagrams.cycles", n=cycles),
        locale.text("diagrams.time", time=duration(locale, pattern_seconds(project, sheet))),
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
    say = project.locale.text
    signs = [("grain", say("diagrams.grain"))] if grained else []
    signs += [("offcut", say("diagrams.sign_offcut"))] if sheet.offcuts else []
    signs += [("waste", say("step_list.waste"))] if sheet.cuts is not None else []
    signs += [("turn", say("diagrams.sign_turn"))] if sheet.cuts is not None else []
    for code, words in [*entries, *signs]:
        width = 14.0 + text_width(words, 9.0)
        if x + width > _PAGE.right - _side(project) - GAP and x > _PAGE.left:
            x, y = _PAGE.left, y + _LEGEND
        items.extend(_sample(code, strokes, x, y))
        items.append(Text(x + 12, y, words, 9.0, max_width=_PAGE.right - _side(project) - GAP - x - 12))
        x += width + 5.0
    return tuple(items)


def _sample(code: str, strokes: BandStrokes, x: float, y: float) -> tuple[Item, ...]:
    if code in strokes:
        return (Line((x, y + 1.1), (x + 10, y + 1.1), strokes[code]),)
    if code == "grain":
        return double_arrow((x, y + 1.1), (x + 10, y + 1.1))
    if code == "turn":
        return (Text(x + 5, y - 0.3, TURN, 11.0, Anchor.MIDDLE),)
    stroke, spacing, angle = (DOTTED, 2.0, 135.0) if code == "offcut" else (WASTE, 2.0, 45.0)
    return (
        Rectangle(x, y - 0.6, 10.0, 3.4, stroke, "#ffffff"),
        Hatch(x, y - 0.6, 10.0, 3.4, spacing, angle, stroke),
    )


def _band_words(project: Project, code: str) -> str:
    band = project.band(code)
    return f"{code}  {project.goods_name(band.name)}" if band else code


def _legend_lines(legend: tuple[Item, ...]) -> int:
    return len({item.y for item in legend if isinstance(item, Text)})


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
