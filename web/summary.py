"""What a person reads on the terminal when a command has done its work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import ceil

from cutting.bounds import bound
from cutting.pieces import CutJob
from cutting.plan import CutResult
from cutting.unplaceable import sort_out
from furnishing.design import Design
from furnishing.issues import Issue, Level
from furnishing.units import show


def table(rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Rows as aligned columns: the first `left` of them to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def cabinets(design: Design) -> str:
    """One line for each cabinet."""
    head = ("cabinet", "name", "width", "height", "depth", "parts")
    rows = [
        (each.id, each.name, show(each.width), show(each.height), show(each.depth), str(len(each.parts)))
        for each in design.cabinets
    ]
    return table([head, *rows], left=2)


def cutting(job: CutJob, result: CutResult) -> str:
    """One line for each material, and one for all: pieces, boards, the bound and the yield."""
    head = ("material", "pieces", "boards", "bound", "yield")
    if len(job.materials) == 1 and not result.bound_is_cost:
        least = [ceil(result.bound)]  # what the search has proved is no less, and need not be proved again
    else:
        least = [_least(job.of_material(material)) for material in job.materials]
    rows = [
        _cutting_row(material or "(all)", job.of_material(material), result, material, boards)
        for material, boards in zip(job.materials, least, strict=True)
    ]
    whole = _cutting_row("all", job, result, None, sum(least))
    return table([head, *rows, whole] if len(rows) > 1 else [head, *rows])


def _cutting_row(name: str, job: CutJob, result: CutResult, material: str | None, least: int) -> tuple[str, ...]:
    sheets = [sheet for sheet in result.plan.sheets if material is None or sheet.material == material]
    boards = sum(sheet.copies for sheet in sheets)
    pieces = sum(piece.quantity for piece in job.pieces)
    raw = {(board.code, board.material): board.area for board in job.boards}
    used = sum(raw[sheet.board, sheet.material] * sheet.copies for sheet in sheets)
    area = sum(placed.length * placed.width * sheet.copies for sheet in sheets for placed in sheet.placed)
    share = f"{Decimal(100 * area) / used:.1f} %" if used else "-"
    return (name, f"{pieces:,}", f"{boards:,}", f"{least:,}", share)


def _least(job: CutJob) -> int:
    return bound(sort_out(job)[0]).boards


def issues(found: Iterable[Issue], *, code: bool = False) -> str:
    """One line for each issue, the worst first; with its `code` where asked for."""
    order = list(Level)
    lines = [
        f"  {each.level.value}{f' {each.code}' if code else ''}: {_place(each)}{each.message}"
        + (f" ({each.fix})" if each.fix else "")
        for each in sorted(found, key=lambda each: order.index(each.level))
    ]
    return "\n".join(lines)


def _place(issue: Issue) -> str:
    """The place of an issue, where its sentence does not begin with it."""
    return f"{issue.where}: " if issue.where and not issue.message.startswith(f"{issue.where}: ") else ""


def unplaced(result: CutResult) -> str:
    """One line for each piece on no sheet."""
    return "\n".join(f"  {each.quantity} x {each.id}: {each.message}" for each in result.plan.unplaced)
