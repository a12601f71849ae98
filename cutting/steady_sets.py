"""A job with matched sets solved again after an edit: sheets of the former plan that still hold stay as they are.

The job is solved afresh for what it can cost at best. Then the sheets that hold, whole sets and all, are kept and the
missing pieces laid on other boards; where that costs more than afresh, ever more of the emptiest are taken apart. A
sheet that has to change is laid anew whole, not moved up as for jobs without sets (`former`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from cutting.check import check
from cutting.former import filling
from cutting.matched import meets
from cutting.nesting.sheetwise import cost_of, rank
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult, Sheet, Status
from cutting.stop import Stop

FRESH: Final = 0.5
"""The part of the seconds in which the job is solved afresh."""

Solver: TypeAlias = Callable[[CutJob, Stop], CutResult]


def steadied(job: CutJob, former: CutPlan, stop: Stop, solver: Solver, name: str) -> tuple[CutResult, int]:
    """The result that keeps most of `former` at no more than solving afresh, and the boards of solving afresh.

    Its nester is `name` where anything is kept.
    """
    watch = stop.begin()
    fresh = solver(job, stop if stop.seconds is None else replace(stop, seconds=stop.seconds * FRESH))
    best = rank(job, fresh.plan)[:3]
    holding = sorted(_holding(job, former), key=filling)
    apart = 0
    while apart < len(holding):
        seconds = None if stop.seconds is None else max(0.0, stop.seconds - watch.seconds) / 2
        plan = _completed(job, holding[apart:], replace(stop, seconds=seconds), solver)
        if rank(job, plan)[:3] <= best:
            met = meets(job, plan, fresh.bound)
            status = Status.INCOMPLETE if plan.unplaced else Status.OPTIMAL if met else Status.FEASIBLE
            names = (name,) * len(job.materials)
            cost = cost_of(job, plan)
            kept = replace(fresh, plan=plan, cost=cost, status=status, seconds=watch.seconds, nesters=names)
            return kept, fresh.plan.boards
        if stop.cancelled():
            break
        apart = 2 * apart or 1
    return replace(fresh, seconds=watch.seconds), fresh.plan.boards


def _holding(job: CutJob, former: CutPlan) -> list[Sheet]:
    """The sheets of a former plan that hold as they are, the fullest first, no more than pieces and stock allow."""
    left = {piece.id: piece.quantity for piece in job.pieces}
    stock = {(board.material, board.code): board.quantity for board in job.boards}
    held: list[Sheet] = []
    for sheet in sorted(former.sheets, key=filling, reverse=True):
        one = replace(sheet, copies=1, batch=None)
        if any(each.code != "copies-missing" for each in check(job, CutPlan(sheets=(one,)))):
            continue
        count = Counter(each.id for each in one.placed)
        number = stock[sheet.material, sheet.board]
        limits = [left[id] // many for id, many in count.items()]
        copies = min([sheet.copies, *limits, *([] if number is None else [number])])
        if copies < 1 or not count:
            continue
        left |= {id: left[id] - many * copies for id, many in count.items()}
        if number is not None:
            stock[sheet.material, sheet.board] = number - copies
        held.append(replace(one, copies=copies))
    return held


def _completed(job: CutJob, kept: Sequence[Sheet], stop: Stop, solver: Solver) -> CutPlan:
    """The sheets kept, and those for all pieces that are not on them."""
    count: Counter[str] = Counter()
    used: Counter[tuple[str, str]] = Counter()
    for sheet in kept:
        used[sheet.material, sheet.board] += sheet.copies
        for each in sheet.placed:
            count[each.id] += sheet.copies
    pieces = (replace(piece, quantity=piece.quantity - count[piece.id]) for piece in job.pieces)
    missing = {piece.id: piece for piece in pieces if piece.quantity}
    if not missing:
        return CutPlan(sheets=tuple(kept))
    boards = (
        board if board.quantity is None else replace(board, quantity=board.quantity - used[board.material, board.code])
        for board in job.boards
    )
    # Sheets hold whole sets, so a set is missing whole as often as its pieces are.
    sets = tuple(each for each in job.sets if each.pieces[0] in missing)
    rest = solver(replace(job, pieces=tuple(missing.values()), boards=tuple(boards), sets=sets), stop).plan
    return CutPlan(sheets=(*kept, *rest.sheets), unplaced=rest.unplaced)
