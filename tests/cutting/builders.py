"""Short ways to say jobs and plans in tests; all sizes here are millimetres.

job = a_job(pieces=[a_piece("side", 720, 560, quantity=2)], boards=[a_board(2800, 2070)], kerf=4)
sheet = a_sheet(job, rip((560, crosscut((720, "side"), (720, "side"))), (1486, "offcut")))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias, Union

from cutting.pieces import Batching, Board, CutJob, Direction, FirstCut, Piece, Rect, Saw, Trim
from cutting.plan import CutPlan, CutResult, Node, Sheet, Status, Unplaced
from cutting.violation import Violation
from furnishing.grain import BoardGrain, Grain
from furnishing.units import mm

Cuts: TypeAlias = Union[str, "tuple[Direction, tuple[tuple[float, Cuts], ...]]"]
"""A piece's id (`"side"`, or `"side turned"`), `"offcut"`, `"waste"`, or what `rip` and `crosscut` make."""


def micrometres(millimetres: float) -> int:
    """Millimetres, halves allowed, as a length."""
    return mm(str(millimetres))


def a_piece(id: str, length: float, width: float, **other: object) -> Piece:
    """A piece wanted once, free to turn."""
    settings: dict[str, object] = {"quantity": 1, "grain": Grain.FREE, **other}
    return Piece(id=id, length=micrometres(length), width=micrometres(width), **settings)  # type: ignore[arg-type]


def a_board(length: float = 2800, width: float = 2070, **other: object) -> Board:
    """A board of any number in stock that costs 1."""
    settings: dict[str, object] = {"code": "W18", "grain": BoardGrain.LENGTH, **other}
    return Board(length=micrometres(length), width=micrometres(width), **settings)  # type: ignore[arg-type]


def a_saw(
    kerf: float = 4,
    trim: float = 10,
    max_stages: int | None = 3,
    first_cut: FirstCut = FirstCut.ANY,
    book_height: int | None = None,
) -> Saw:
    """A panel saw with the same trim on all four edges."""
    edge = micrometres(trim)
    return Saw(
        kerf=micrometres(kerf),
        trim=Trim(left=edge, right=edge, bottom=edge, top=edge),
        max_stages=max_stages,
        first_cut=first_cut,
        book_height=book_height,
    )


def a_job(
    pieces: Iterable[Piece] = (),
    boards: Iterable[Board] = (),
    *,
    kerf: float = 4,
    trim: float = 10,
    max_stages: int | None = 3,
    first_cut: FirstCut = FirstCut.ANY,
    batching: Batching | None = None,
) -> CutJob:
    """A job; one cabinet side and one board of 2800 x 2070 where nothing else is said."""
    return CutJob(
        pieces=tuple(pieces) or (a_piece("side", 720, 560),),
        boards=tuple(boards) or (a_board(),),
        saw=a_saw(kerf, trim, max_stages, first_cut),
        batching=batching,
    )


def rip(*children: tuple[float, Cuts]) -> Cuts:
    """Divided along the board's length: children lie one above the other, each (size in mm, what it becomes)."""
    return (Direction.LENGTH, children)


def crosscut(*children: tuple[float, Cuts]) -> Cuts:
    """Divided across the board: children lie side by side, each (size in mm, what it becomes)."""
    return (Direction.WIDTH, children)


def a_tree(rect: Rect, cuts: Cuts, kerf: int) -> Node:
    """The tree of cuts on a rectangle, one kerf between neighbours."""
    if isinstance(cuts, str):
        if cuts in ("offcut", "waste"):
            return Node(rect=rect, offcut=cuts == "offcut")
        return Node(rect=rect, piece=cuts.removesuffix(" turned"), turned=cuts.endswith(" turned"))
    direction, children = cuts
    nodes = []
    at = rect.y if direction is Direction.LENGTH else rect.x
    for millimetres, what in children:
        size = micrometres(millimetres)
        if direction is Direction.LENGTH:
            inner = Rect(rect.x, at, rect.length, size)
        else:
            inner = Rect(at, rect.y, size, rect.width)
        nodes.append(a_tree(inner, what, kerf))
        at += size + kerf
    return Node(rect=rect, direction=direction, children=tuple(nodes))


def a_sheet(job: CutJob, cuts: Cuts, *, board: str = "", copies: int = 1, batch: int | None = None) -> Sheet:
    """A sheet of the job's first board, or of the one named, cut as said."""
    chosen = next(each for each in job.boards if board in ("", each.code))
    tree = a_tree(job.saw.usable(chosen), cuts, job.saw.kerf)
    pieces = {piece.id: piece for piece in job.pieces}
    sheet = Sheet.from_tree(chosen.code, tree, pieces, copies=copies, material=chosen.material)
    return replace(sheet, batch=batch)


def a_plan(*sheets: Sheet, unplaced: Sequence[Unplaced] = ()) -> CutPlan:
    """A plan of these sheets."""
    return CutPlan(sheets=sheets, unplaced=tuple(unplaced))


def left_over(id: str, quantity: int = 1, reason: str = "no-stock-left") -> Unplaced:
    """Copies of a piece that found no place."""
    return Unplaced(id=id, quantity=quantity, reason=reason, message=f"no board is left for {quantity} of {id}")


def a_result(job: CutJob, plan: CutPlan, *, bound: int | str = 0, status: Status | None = None) -> CutResult:
    """A plan with its cost added up and the status that its unplaced pieces ask for."""
    cost = {board.code: board.cost for board in job.boards}
    return CutResult(
        plan=plan,
        cost=sum((cost[sheet.board] * sheet.copies for sheet in plan.sheets), start=Decimal(0)),
        bound=Decimal(bound),
        bound_is_cost=False,
        status=status or (Status.INCOMPLETE if plan.unplaced else Status.FEASIBLE),
        seconds=0.5,
        seed=7,
    )


# ---- the sheet that tests of the judge break

SIDES = a_job([a_piece("side", 720, 560, quantity=2)])
SIDES_CUTS = rip((560, crosscut((720, "side"), (720, "side"), (1332, "waste"))), (1486, "offcut"))


def the_sheet(**changes: object) -> Sheet:
    """The good sheet of two sides, changed."""
    return replace(a_sheet(SIDES, SIDES_CUTS), **changes)  # type: ignore[arg-type]


def codes(found: Iterable[Violation]) -> set[str]:
    """The codes of what the judge found."""
    return {violation.code for violation in found}
