"""Strips on a router: what a saw with the tool for a kerf could do, a router can do as well.

On large jobs the strips of the saw fill boards better than free rectangles do, so their plans are taken without their
saw lines, and `router` has its first one too. See `strips` for the idea.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cutting.pieces import CutJob, Machine, Router, Saw, Trim
from cutting.plan import CutPlan
from cutting.stop import Watch

if TYPE_CHECKING:
    from cutting.nesting.router_task import Filled, Task

MACHINE = Machine.ROUTER


class RouterStripNester:
    """The plans of the strips nester, small pieces moved inward."""

    name = "router_strips"
    weight = 0.5

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """Plans for `job`, improving; nothing for a job without a router."""
        from cutting.nesting.router_inward import Inward  # noqa: PLC0415 - numba takes half a second to load
        from cutting.nesting.router_plan import plan_of  # noqa: PLC0415
        from cutting.nesting.router_task import task_of  # noqa: PLC0415
        from cutting.nesting.strips_search import search  # noqa: PLC0415

        if job.router is None:
            return
        task = task_of(job, job.router)
        inward = Inward(task, seed)
        for plan in search(on_saw(job, job.router), watch, seed):
            yield plan_of(task, inward.moved(filled_of(task, plan), watch))


def on_saw(job: CutJob, router: Router) -> CutJob:
    """The same job for a saw whose kerf is the tool and whose trims are the border."""
    trim = Trim(left=router.border, right=router.border, bottom=router.border, top=router.border)
    return replace(job, router=None, saw=Saw(kerf=router.tool, trim=trim))


def first_strips(task: Task, give_up: Callable[[], bool]) -> list[Filled] | None:
    """The sheets of one pass of strips; None if told to give up."""
    from cutting.nesting.strips_grid import to_grid  # noqa: PLC0415
    from cutting.nesting.strips_pass import Tuning, run_pass  # noqa: PLC0415
    from cutting.nesting.strips_plan import Planner  # noqa: PLC0415

    grid = to_grid(on_saw(task.job, task.router))
    laying = run_pass(grid, grid.wanted, grid.stock, Tuning(), give_up)
    return None if laying is None else filled_of(task, Planner(grid).plan(laying.drafts, laying.left))


def filled_of(task: Task, plan: CutPlan) -> list[Filled]:
    """The sheets of a plan as they are filled."""
    import numpy as np  # noqa: PLC0415

    from cutting.nesting.router_task import Filled  # noqa: PLC0415

    kinds = {name: k for k, kind in enumerate(task.kinds) for name, _ in kind.ids}
    boards = {board.code: (b, task.router.usable(board)) for b, board in enumerate(task.boards)}
    sheets = []
    for sheet in plan.sheets:
        b, usable = boards[sheet.board]
        rows = [(kinds[each.id], each.x - usable.x, each.y - usable.y, each.turned) for each in sheet.placed]
        sheets.append(Filled(b, np.array(rows, np.int64), sheet.copies))
    return sheets


NESTER = RouterStripNester()
