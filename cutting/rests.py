"""What is left of a plan made better: one large rest on the emptiest sheet, and offcuts from stock used where they pay.

Both work on sizes (`sizes`), one sheet at a time, and ask a player to lay that sheet's pieces anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from cutting.books import Play
from cutting.objective import Objective, key_figures
from cutting.offcuts import OffcutRules
from cutting.pieces import Board, CutJob, Direction, FirstCut, Rect
from cutting.plan import CutPlan, Node, Sheet

HALVINGS = 7
"""Trials to find how small a board the pieces of the emptiest sheet need: within 1 % of the board."""
EMPTIEST = 6
"""Sheets that are tried on an offcut from stock, the emptiest first."""


def with_large_rest(job: CutJob, plan: CutPlan, rules: OffcutRules, play: Play) -> CutPlan | None:
    """The plan with the pieces of its emptiest sheet pushed together, so that one rest runs from edge to edge.

    None where that makes no larger rest than the sheet has.
    """
    at = next(iter(_emptiest(job, plan)), None)
    if at is None:
        return None
    sheet = plan.sheets[at]
    found = [each for way in job.saw.first_directions if (each := _pushed(job, sheet, way, rules, play)) is not None]
    best = max(found, key=_largest, default=None)
    if best is None or _largest(best) <= _largest(sheet):
        return None
    return _instead(plan, at, best)


def offcuts_first(job: CutJob, plan: CutPlan, objective: Objective, play: Play) -> CutPlan | None:
    """The plan with sheets moved from bought boards to stock offcuts, each where it lowers money; None if none is."""
    if not any(board.offcut for board in job.boards):
        return None
    best, money = plan, key_figures(job, plan, objective).money
    for board in sorted((board for board in job.boards if board.offcut), key=lambda board: (board.area, board.code)):
        for _ in range(_free(board, best)):
            better = _moved(job, best, board, play)
            figures = [key_figures(job, each, objective).money for each in better]
            if not figures or min(figures) >= money:
                break
            best, money = better[figures.index(min(figures))], min(figures)
    return None if best is plan else best


def _emptiest(job: CutJob, plan: CutPlan) -> list[int]:
    """Sheets by number, those with the least area of pieces first, for their board."""
    boards = {board.code: board.area for board in job.boards}
    fill = [sum(each.rect.area for each in sheet.placed) / boards[sheet.board] for sheet in plan.sheets]
    return sorted(range(len(fill)), key=lambda at: (fill[at], at))


def _instead(plan: CutPlan, at: int, new: Sheet) -> CutPlan:
    """The plan with one copy of a sheet replaced."""
    old = plan.sheets[at]
    rest = (replace(old, copies=old.copies - 1),) if old.copies > 1 else ()
    return replace(plan, sheets=(*plan.sheets[:at], *rest, *plan.sheets[at + 1 :], replace(new, copies=1)))


def _largest(sheet: Sheet) -> int:
    return max((rect.area for rect in sheet.offcuts), default=0)


def _alone(job: CutJob, sheet: Sheet, board: Board) -> CutJob:
    """The job of one sheet's pieces on one board."""
    count = Counter(each.id for each in sheet.placed)
    pieces = tuple(replace(piece, quantity=count[piece.id]) for piece in job.pieces if count[piece.id])
    return replace(job, pieces=pieces, boards=(replace(board, quantity=1),))


def _on_one(job: CutJob, play: Play) -> Sheet | None:
    """The job on one sheet, if a plan for that is found."""
    plan = play(job, 1)
    return plan.sheets[0] if plan is not None and plan.boards == 1 and not plan.unplaced else None


def _pushed(job: CutJob, sheet: Sheet, way: Direction, rules: OffcutRules, play: Play) -> Sheet | None:
    """The sheet with its pieces in a part as small as can be, divided from the rest by a first cut along `way`."""
    # A part may be as small as it likes, which only offcuts may.
    board = replace(next(board for board in job.boards if board.code == sheet.board), offcut=True)
    usable, trim, across = job.saw.usable(board), job.saw.trim, way is Direction.WIDTH
    whole, other = (usable.length, usable.width) if across else (usable.width, usable.length)
    low, high = sum(each.rect.area for each in sheet.placed) // other, whole
    best: tuple[int, Sheet] | None = None
    for _ in range(HALVINGS):
        size = (low + high) // 2
        if across:
            part = replace(board, length=size + trim.left + trim.right)
        else:
            part = replace(board, width=size + trim.bottom + trim.top)
        alone = _alone(job, sheet, part)
        alone = replace(alone, saw=replace(job.saw, first_cut=FirstCut(way.value)))
        found = _on_one(alone, play) if _all_fit(alone) else None
        if found is None:
            low = size
        else:
            best, high = (size, found), size
    return None if best is None else _widened(job, sheet, best[1], best[0], usable, way, rules)


def _all_fit(job: CutJob) -> bool:
    room = job.saw.usable(job.boards[0])
    return all(
        any(
            (piece.width if turned else piece.length) <= room.length
            and (piece.length if turned else piece.width) <= room.width
            for turned in piece.turns
        )
        for piece in job.pieces
    )


def _widened(
    job: CutJob, old: Sheet, part: Sheet, size: int, usable: Rect, way: Direction, rules: OffcutRules
) -> Sheet | None:
    """The sheet of the part, on the whole board again: the rest lies beyond one first cut."""
    if part.cuts is None or part.cuts.direction not in (way, None):
        return None
    start = size + job.saw.kerf
    if way is Direction.WIDTH:
        rest = Rect(usable.x + start, usable.y, usable.length - start, usable.width)
    else:
        rest = Rect(usable.x, usable.y + start, usable.length, usable.width - start)
    if min(rest.length, rest.width) <= 0:
        return None
    tree = Node(rect=usable, direction=way, children=(part.cuts, Node(rect=rest, offcut=rules.keeps(rest))))
    pieces = {piece.id: piece for piece in job.pieces}
    return Sheet.from_tree(old.board, tree, pieces, material=old.material)


def _free(board: Board, plan: CutPlan) -> int:
    """How many of a stock offcut a plan leaves, no more than it has sheets."""
    used = sum(sheet.copies for sheet in plan.sheets if sheet.board == board.code)
    return min(plan.boards, plan.boards if board.quantity is None else board.quantity - used)


def _moved(job: CutJob, plan: CutPlan, board: Board, play: Play) -> list[CutPlan]:
    """The plan with one of its emptiest sheets on an offcut, for each that fits there."""
    return list(_moves(job, plan, board, play))


def _moves(job: CutJob, plan: CutPlan, board: Board, play: Play) -> Iterator[CutPlan]:
    offcuts = {each.code for each in job.boards if each.offcut}
    for at in _emptiest(job, plan)[:EMPTIEST]:
        sheet = plan.sheets[at]
        if sheet.board in offcuts or sum(each.rect.area for each in sheet.placed) > board.area:
            continue
        alone = _alone(job, sheet, board)
        if _all_fit(alone) and (found := _on_one(alone, play)) is not None:
            yield _instead(plan, at, found)
