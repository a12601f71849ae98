"""What a router shop asks of a plan beyond boards: how many small pieces lie near the edges, where suction is weak."""

from __future__ import annotations

from cutting.pieces import CutJob
from cutting.plan import CutPlan


def small_near_border(job: CutJob, plan: CutPlan) -> tuple[int, int]:
    """Copies of small pieces that lie nearer than `small_border` to an edge of their usable board, and of all small
    pieces placed; (0, 0) where the job names no small pieces."""
    router = job.router
    if router is None or not router.small_area:
        return 0, 0
    boards = {(board.material, board.code): router.usable(board) for board in job.boards}
    near, every, inset = 0, 0, router.small_border
    for sheet in plan.sheets:
        usable = boards[sheet.material, sheet.board]
        small = [each.rect for each in sheet.placed if each.length * each.width < router.small_area]
        every += len(small) * sheet.copies
        near += sheet.copies * sum(
            rect.x - usable.x < inset
            or rect.y - usable.y < inset
            or rect.x + rect.length > usable.x + usable.length - inset
            or rect.y + rect.width > usable.y + usable.width - inset
            for rect in small
        )
    return near, every
