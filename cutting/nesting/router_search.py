"""Plans for a router: first sheet after sheet in several orders, then taken apart and filled anew until time is up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Final

import numpy as np

from cutting.nesting.router_improve import NOWHERE, Desk, Layout, Stock, improve
from cutting.nesting.router_inward import Inward
from cutting.nesting.router_kernels import Longs, Room, fill, new_room, open_room
from cutting.nesting.router_plan import plan_of
from cutting.nesting.router_strips import first_strips
from cutting.nesting.router_task import Filled, Task, alike_joined, task_of
from cutting.nesting.sheetwise import Kind, rank
from cutting.pieces import CutJob, Router
from cutting.plan import CutPlan
from cutting.stop import Watch, never

CHUNK: Final = 5_000_000
"""Work between two looks at the watch: some hundredths of a second."""
MOST_ROWS: Final = 30_000
"""Pieces that take part in the improvement; of larger plans only the weakest sheets do."""
MOST_LEFT_OUT: Final = 300
"""Pieces without a board that take part in it."""
MANY: Final = 20_000
"""Above so many copies the plan is begun only twice, and not written down once more at the end."""
HEATS: Final = (0.01, 0.003, 0.001, 0.0)
"""What the sum of squares may lose, round by round, over and over."""

STARTS: Final = (("area", 0), ("long", 0), ("area", 1), ("short", 0), ("around", 2), ("area", 3), ("long", 4))
"""Orders of the pieces and rules of the kernel for the first plans."""
KEYS: Final[dict[str, Callable[[Kind], int]]] = {
    "area": lambda kind: kind.area,
    "long": lambda kind: max(kind.length, kind.width),
    "short": lambda kind: min(kind.length, kind.width),
    "around": lambda kind: kind.length + kind.width,
}


def search(job: CutJob, router: Router, watch: Watch, seed: int) -> Iterator[CutPlan]:
    """Plans, each better than the one before; see `Nester.nest`."""
    task = task_of(job, router)
    inward = Inward(task, seed)
    copies = sum(kind.quantity for kind in task.kinds)
    best: CutPlan | None = None
    sheets: list[Filled] = []
    for found in starts(task, STARTS[: 2 if copies > MANY else len(STARTS)], watch):
        plan = plan_of(task, inward.moved(found, watch))
        if best is None or rank(job, plan) < rank(job, best):
            best, sheets = plan, found
            yield plan
    for found in rounds(task, sheets, watch, seed):
        plan = plan_of(task, inward.moved(found, watch))
        if best is None or rank(job, plan) < rank(job, best):
            best = plan
            yield plan


def starts(task: Task, orders: Sequence[tuple[str, int]], watch: Watch) -> Iterator[list[Filled]]:
    """The sheets to begin with, the first whatever the watch says; strips come second, for large jobs the best."""
    for number, (order, rule) in enumerate(orders):
        if number == 1 and not watch.done():
            strips = first_strips(task, watch.done)
            watch.step()
            if strips is not None:
                yield strips
        if number and watch.done():
            return
        found = begin(task, order, rule, watch.done if number else never)
        watch.step()
        if found is not None:
            yield found


def begin(task: Task, order: str, rule: int, give_up: Callable[[], bool]) -> list[Filled] | None:
    """Sheet after sheet from pieces in one order; None if told to give up."""
    kinds = sorted(range(len(task.kinds)), key=lambda k: (-KEYS[order](task.kinds[k]), k))
    by_size, room = np.array(kinds, np.int64), new_room()

    def fill_board(board: int, left: Longs) -> Longs | None:
        return _fill(task, room, board, by_size[left[by_size] > 0], left, rule, give_up)

    return sheets_by(task, fill_board)


def sheets_by(task: Task, fill_board: Callable[[int, Longs], Longs | None]) -> list[Filled] | None:
    """Sheets filled one after the other, each time the board with the most piece area for its cost.

    `fill_board` gets the number of a board and what is left of each kind, its own copy, and returns rows; with None it
    ends everything.
    """
    left = np.array([kind.quantity for kind in task.kinds], np.int64)
    areas = np.array([kind.area for kind in task.kinds], np.float64)
    stock, sheets = task.stock.left.copy(), list[Filled]()
    while left.any():
        best: tuple[tuple[bool, float, float], Filled] | None = None
        for board in range(len(task.boards)):
            if stock[board] == 0:
                continue
            rows = fill_board(board, left.copy())
            if rows is None:
                return None
            if len(rows):
                worth = _worth(task, board, float(areas[rows[:, 0]].sum()), ends=len(rows) == left.sum())
                if best is None or worth > best[0]:
                    best = (worth, Filled(board, rows))
        if best is None:
            break
        sheets.append(_repeated(best[1], left, stock))
    return sheets


def _fill(
    task: Task, room: Room, board: int, wanted: Longs, left: Longs, rule: int, give_up: Callable[[], bool]
) -> Longs | None:
    """The rows of one sheet filled with the kinds wanted, in their order."""
    length, width = int(task.stock.length[board]), int(task.stock.width[board])
    sizes = task.sizes
    least = min(task.kinds[k].area for k in wanted.tolist())
    laid = np.empty((min(int(left.sum()), length * width // least + 1), 4), np.int64)
    turns = (sizes.length < sizes.width).astype(np.uint8)
    open_room(room, length, width, task.least, 0)
    while not fill(room, sizes, wanted, left, turns, rule, laid, CHUNK):
        if give_up():
            return None
    return laid[: room.at[1]].copy()


def _worth(task: Task, board: int, area: float, *, ends: bool) -> tuple[bool, float, float]:
    """A board that ends the job comes first, the cheapest of them; then area for the cost."""
    cost = float(task.stock.cost[board])
    raw = float(task.boards[board].area)
    return (True, -cost, area / raw) if ends else (False, area / cost, area)


def _repeated(sheet: Filled, left: Longs, stock: Longs) -> Filled:
    """The sheet as often as pieces and stock allow; both are taken."""
    kinds, counts = np.unique(sheet.rows[:, 0], return_counts=True)
    copies = int((left[kinds] // counts).min())
    if stock[sheet.board] >= 0:
        copies = min(copies, int(stock[sheet.board]))
        stock[sheet.board] -= copies
    left[kinds] -= counts * copies
    return Filled(sheet.board, sheet.rows, copies)


def rounds(task: Task, sheets: list[Filled], watch: Watch, seed: int) -> Iterator[list[Filled]]:
    """Ever better sheets from taking some apart; at the end once more those with the emptiest last sheet."""
    frozen, loose = _weakest(task, sheets)
    layout, stock = _layout(task, frozen, loose)
    many, nowhere = int((layout.held > 0).sum()), bool((layout.rows[:, 4] == NOWHERE).any())
    if many == 0 or (many == 1 and not nowhere and len(task.boards) == 1):
        return
    desk = _desk(task, layout, seed)
    for heat in cycle(HEATS):
        if watch.done():
            break
        better = improve(layout, task.sizes, stock, task.least, heat, CHUNK, desk)
        watch.step()
        if better:
            yield [*frozen, *_sheets(layout)]
    if len(layout.rows) <= MANY:
        yield [*frozen, *_sheets(layout)]


def _weakest(task: Task, sheets: list[Filled]) -> tuple[list[Filled], list[Filled]]:
    """Sheets that stay as they are, and the emptiest ones, copy by copy, up to `MOST_ROWS` pieces."""
    areas = [float(kind.area) for kind in task.kinds]

    def filled(at: int) -> float:
        area: float = sum(areas[k] for k in sheets[at].rows[:, 0].tolist())
        return area / task.boards[sheets[at].board].area

    frozen, loose, rows = [], [], 0
    for at in sorted(range(len(sheets)), key=lambda at: (filled(at), at)):
        sheet = sheets[at]
        copies = min(sheet.copies, (MOST_ROWS - rows) // len(sheet.rows))
        rows += copies * len(sheet.rows)
        loose += [Filled(sheet.board, sheet.rows)] * copies
        if copies < sheet.copies:
            frozen.append(Filled(sheet.board, sheet.rows, sheet.copies - copies))
    return frozen, loose


def _layout(task: Task, frozen: list[Filled], loose: list[Filled]) -> tuple[Layout, Stock]:
    """The loose sheets and what lies nowhere as arrays, and the stock that is left."""
    left = np.array([kind.quantity for kind in task.kinds], np.int64)
    stock = task.stock.left.copy()
    for sheet in (*frozen, *loose):
        np.subtract.at(left, sheet.rows[:, 0], sheet.copies)
        if stock[sheet.board] >= 0:
            stock[sheet.board] -= sheet.copies
    parts = [np.column_stack([each.rows, np.full(len(each.rows), s)]) for s, each in enumerate(loose)]
    outside = np.repeat(np.arange(len(left)), np.minimum(left, MOST_LEFT_OUT))[:MOST_LEFT_OUT]
    parts.append(np.column_stack([outside, *([np.zeros(len(outside), np.int64)] * 3), np.full(len(outside), NOWHERE)]))
    areas = (task.sizes.length.astype(np.float64)) * task.sizes.width
    filled = [areas[each.rows[:, 0]].sum() for each in loose]
    board = np.array([each.board for each in loose], np.int64)
    raw = task.stock.length[board].astype(np.float64) * task.stock.width[board]
    layout = Layout(
        np.ascontiguousarray(np.concatenate(parts).astype(np.int64)),
        board,
        np.array([len(each.rows) for each in loose], np.int64),
        (1e6 * np.array(filled) / raw).astype(np.int64),
    )
    return layout, task.stock._replace(left=stock)


def _desk(task: Task, layout: Layout, seed: int) -> Desk:
    kinds, rows = len(task.kinds), len(layout.rows)
    return Desk(
        new_room(),
        np.empty(rows, np.int64),
        np.zeros(kinds, np.int64),
        np.zeros(kinds, np.int64),
        np.empty(kinds, np.int64),
        np.empty((rows, 4), np.int64),
        np.zeros(kinds, np.uint8),
        np.array([seed * 2 + 1], np.int64),
    )


def _sheets(layout: Layout) -> list[Filled]:
    """The sheets of a layout in their order, pieces from the lower left on."""
    rows = layout.rows[np.lexsort((layout.rows[:, 1], layout.rows[:, 2], layout.rows[:, 4]))]
    rows = rows[rows[:, 4] != NOWHERE]
    cuts = np.flatnonzero(np.diff(rows[:, 4])) + 1
    parts = np.split(rows, cuts) if len(rows) else []
    return alike_joined(Filled(int(layout.board[part[0, 4]]), np.ascontiguousarray(part[:, :4])) for part in parts)
