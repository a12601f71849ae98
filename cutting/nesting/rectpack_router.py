"""The free families of the rectpack library, MaxRects and Skyline, as a portfolio behind our own types.

The library (Jylanki, "A Thousand Ways to Pack the Bin", 2010) knows no tool and no grain, and leaves out what does not
fit without a word. So the tool goes into the sizes, each free piece is turned by us before it is offered, and what it
laid is counted by its own answers.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from rectpack import maxrects, skyline

from cutting.nesting.sheetwise import Kind, rank
from cutting.pieces import CutJob, Machine
from cutting.plan import CutPlan
from cutting.stop import Watch, never

if TYPE_CHECKING:
    from cutting.nesting.router_kernels import Longs
    from cutting.nesting.router_task import Task

MACHINE = Machine.ROUTER
MOST_COPIES: Final = 1_000
"""The library's time grows with the square of the pieces on a sheet; above this many it is not asked."""

FAMILIES: Final[tuple[Callable[..., Any], ...]] = (
    maxrects.MaxRectsBssf,
    maxrects.MaxRectsBaf,
    maxrects.MaxRectsBlsf,
    maxrects.MaxRectsBl,
    skyline.SkylineBlWm,
    skyline.SkylineMwfWm,
    skyline.SkylineMwflWm,
)
ORDERS: Final[tuple[Callable[[Kind], float], ...]] = (
    lambda kind: kind.area,
    lambda kind: max(kind.length, kind.width),
    lambda kind: min(kind.length, kind.width),
    lambda kind: kind.length + kind.width,
)
TURNS: Final = ("long", "across", "any")
"""Free pieces lie with the long side along the board, across it, or as chance has it; the other way if they must."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One member of the portfolio."""

    family: Callable[..., Any]
    order: Callable[[Kind], float]
    turns: str


class RectpackRouter:
    """All variants once, in an order drawn from the seed, the usually best one first."""

    name = "rectpack_router"
    weight = 0.1
    """Of the time: what it finds, it finds at once, and mostly it only confirms what `router` has found."""

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """See `Nester.nest`; nothing for a job without a router, or of many pieces."""
        from cutting.nesting.router_plan import plan_of  # noqa: PLC0415 - numba takes half a second to load
        from cutting.nesting.router_search import sheets_by  # noqa: PLC0415
        from cutting.nesting.router_task import task_of  # noqa: PLC0415

        if job.router is None or sum(piece.quantity for piece in job.pieces) > MOST_COPIES:
            return
        task = task_of(job, job.router)
        chance = random.Random(seed)
        variants = [Variant(*each) for each in product(FAMILIES, ORDERS, TURNS)]
        chance.shuffle(variants)
        best: CutPlan | None = None
        for variant in (Variant(FAMILIES[0], ORDERS[0], "long"), *variants):
            if best is not None and watch.done():
                return
            give_up = watch.done if best is not None else never
            sheets = sheets_by(task, _filler(task, variant, chance, give_up))
            watch.step()
            plan = None if sheets is None else plan_of(task, sheets)
            if plan is not None and (best is None or rank(job, plan) < rank(job, best)):
                best = plan
                yield plan


def _filler(
    task: Task, variant: Variant, chance: random.Random, give_up: Callable[[], bool]
) -> Callable[[int, Longs], Longs | None]:
    """Fills one sheet of a board with what is left of the kinds."""
    order = sorted(range(len(task.kinds)), key=lambda k: (-variant.order(task.kinds[k]), k))
    turns = [_turns(kind, variant, chance) for kind in task.kinds]

    def fill(board: int, left: Longs) -> Longs | None:
        import numpy as np  # noqa: PLC0415

        sheet = variant.family(int(task.stock.length[board]), int(task.stock.width[board]), rot=False)
        rows: list[tuple[int, int, int, bool]] = []
        for k in order:
            if give_up():
                return None
            rows += _lay(sheet, task, k, turns[k], int(left[k]))
        return np.array(rows, np.int64).reshape(-1, 4)

    return fill


def _lay(sheet: Any, task: Task, k: int, turns: Sequence[bool], copies: int) -> Iterator[tuple[int, int, int, bool]]:
    """What the library lays of one kind: rows kind, x, y, turned."""
    length, width = int(task.sizes.length[k]), int(task.sizes.width[k])
    for turned in turns:
        along, across = (width, length) if turned else (length, width)
        while copies and (found := sheet.add_rect(along, across)) is not None:
            yield k, found.x, found.y, turned
            copies -= 1


def _turns(kind: Kind, variant: Variant, chance: random.Random) -> tuple[bool, ...]:
    """The ways to offer a kind, the preferred first; fixed grain has one."""
    if len(kind.turns) == 1:
        return kind.turns
    if variant.turns == "any":
        turned = chance.random() < 0.5
    else:
        turned = (kind.length < kind.width) == (variant.turns == "long")
    return (turned, not turned)


NESTER = RectpackRouter()
