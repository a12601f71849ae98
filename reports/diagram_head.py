"""What stands over the figure of a pattern: what to load and how often, the facts of the cut, its QR code."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from cutting.plan import Sheet
from cutting.sequence import Step
from furnishing.units import Length
from reports.drawing import Anchor, Item, Text
from reports.page import cell_text
from reports.pattern import Pattern
from reports.project import Project
from reports.qr import qr
from reports.render.fonts import text_width
from reports.saw_lines import duration, pattern_seconds
from reports.wrapping import wrapped

CODE: Final = 17.0
"""Side of the QR code of a pattern, quiet zone included."""

FACTS: Final = 11.0
"""Points of the facts."""


def wide_head(pattern: Pattern, left: float, right: float, top: float) -> tuple[Item, ...]:
    """Two lines over a whole page: what to load and how often, then the facts."""
    copies, y, edge = _copies(pattern), top - 6.0, right - CODE - 3.0
    load = f"{_material(pattern)}   {_size(pattern)}"
    room = edge - left - text_width(copies, 18.0, bold=True) - 6.0
    return (
        cell_text(left, y, load, 18.0, room, bold=True, smallest=11.0),
        Text(edge, y, copies, 18.0, Anchor.END, bold=True),
        *(
            cell_text(left, y - 5.8 - 4.8 * number, " · ".join(line), FACTS, edge - left)
            for number, line in enumerate(_facts(pattern))
        ),
        qr(pattern.code, right - CODE, top - CODE, CODE),
    )


def narrow_head(pattern: Pattern, scale: str, left: float, right: float, top: float) -> tuple[tuple[Item, ...], float]:
    """The same over half a page, with the scale, and where it ends: what to load beside the code, the facts below."""
    edge = right - CODE - 2.0
    facts = "\u00a0· ".join((*chain(*_facts(pattern)), scale))
    lines = wrapped(facts, FACTS, right - left)
    items: tuple[Item, ...] = (
        cell_text(left, top - 5.6, _material(pattern), 16.0, edge - left, bold=True, smallest=11.0),
        cell_text(left, top - 13.0, f"{_size(pattern)}   {_copies(pattern)}", 16.0, edge - left, bold=True),
        *(Text(left, top - CODE - 3.6 - 4.8 * number, line, FACTS) for number, line in enumerate(lines)),
        qr(pattern.code, right - CODE, top - CODE, CODE),
    )
    return items, top - CODE - 4.8 * len(lines) - 1.0


def _material(pattern: Pattern) -> str:
    return pattern.project.material_name(pattern.sheet.material) or pattern.project.board(pattern.sheet).code


def _size(pattern: Pattern) -> str:
    board, locale = pattern.project.board(pattern.sheet), pattern.project.locale
    return f"{locale.size(board.length, board.width)} {locale.unit}"


def _copies(pattern: Pattern) -> str:
    copies = pattern.sheet.copies
    return pattern.project.locale.text("diagrams.copies" if copies > 1 else "diagrams.one_sheet", n=copies)


def _facts(pattern: Pattern) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the board is and gives; how it is cut."""
    project, sheet, locale = pattern.project, pattern.sheet, pattern.project.locale
    board = project.board(sheet)
    pieces = sum(placed.length * placed.width for placed in sheet.placed)
    gives = (
        locale.text("diagrams.stock" if board.offcut else "diagrams.board", code=board.code),
        pattern.numbers,
        locale.text("diagrams.batch", number=sheet.batch + 1) if sheet.batch is not None else "",
        locale.text("diagrams.yield", percent=locale.percent(Decimal(100 * pieces) / board.area, 1)),
        locale.text("diagrams.pieces", n=len(sheet.placed)),
    )
    cut = (*book_facts(project, sheet), *_machine_facts(project, pattern.done))
    return tuple(filter(None, gives)), tuple(filter(None, cut))


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
