"""Filled sheets become a plan: pieces get their ids, and the largest rests are kept as offcuts."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import Final

from cutting.nesting.router_kernels import Room, free_of, new_room, take
from cutting.nesting.router_task import Filled, Task, alike_joined
from cutting.nesting.sheetwise import no_stock_left
from cutting.offcuts import usual_rules
from cutting.pieces import Rect
from cutting.plan import CutPlan, Placed, Sheet

MOST_OFFCUTS: Final = 3
"""Rests looked for on one sheet."""


def plan_of(task: Task, sheets: Sequence[Filled]) -> CutPlan:
    """The plan of these sheets; what they do not hold is named as left out for want of stock."""
    queues = [deque(kind.ids) for kind in task.kinds]
    room = new_room()
    made = [sheet for filled in alike_joined(sheets) for sheet in _named(task, filled, queues, room)]
    pieces = {piece.id: piece for piece in task.job.pieces}
    unplaced = tuple(no_stock_left(pieces[name], left) for queue in queues for name, left in queue)
    return CutPlan(sheets=tuple(made), unplaced=unplaced)


def _named(task: Task, filled: Filled, queues: list[deque[tuple[str, int]]], room: Room) -> Iterator[Sheet]:
    """The sheets of one filling: alike as long as each kind has copies enough of one id."""
    board = task.boards[filled.board]
    usable = task.router.usable(board)
    offcuts = tuple(_offcuts(task, filled, usable, room))
    rows = filled.rows.tolist()
    used = Counter(row[0] for row in rows)
    copies = filled.copies
    while copies:
        alike = min(queues[kind][0][1] // count for kind, count in used.items())
        times = max(1, min(alike, copies))
        copies -= times
        names = {kind: _take(queues[kind], count, times) for kind, count in used.items()}
        placed = tuple(
            Placed(
                id=next(names[kind]),
                x=usable.x + x,
                y=usable.y + y,
                length=task.kinds[kind].length,
                width=task.kinds[kind].width,
                turned=bool(turned),
            )
            for kind, x, y, turned in rows
        )
        yield Sheet(board=board.code, copies=times, placed=placed, cuts=None, offcuts=offcuts, material=board.material)


def _take(queue: deque[tuple[str, int]], count: int, times: int) -> Iterator[str]:
    """The ids for `count` pieces of a kind on each of `times` sheets; one id where it has enough for all."""
    names: list[str] = []
    while len(names) < count:
        name, left = queue.popleft()
        here = min(count - len(names), left // times)
        if left > here * times:
            queue.appendleft((name, left - here * times))
        names.extend([name] * here)
    return iter(names)


def _offcuts(task: Task, filled: Filled, usable: Rect, room: Room) -> Iterator[Rect]:
    """The rests of a sheet that the usual rules keep, the largest first, each one tool from everything else."""
    tool, rules = task.router.tool, usual_rules()
    least = min(rules.least_width + tool, usable.length + tool, usable.width + tool)
    free_of(room, task.sizes, filled.rows, usable.length + tool, usable.width + tool, least)
    for _ in range(MOST_OFFCUTS):
        found = room.free[: room.at[0]].tolist()
        rests = [Rect(usable.x + x, usable.y + y, length - tool, width - tool) for x, y, length, width in found]
        kept = [rest for rest in rests if rest.length > 0 and rest.width > 0 and rules.keeps(rest)]
        if not kept:
            return
        rest = max(kept, key=lambda each: (each.area, -each.x, -each.y))
        yield rest
        take(room, rest.x - usable.x, rest.y - usable.y, rest.length + tool, rest.width + tool)
