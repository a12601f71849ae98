"""Small pieces moved away from the edges of their sheet: blocks change places, then compiled tries lay it anew.

After `router_blocks` a sheet is laid with its large pieces where they are and its small ones again, as far inside as
there is room; then wholly anew in random orders. A try counts if every piece lies again and fewer small ones lie near
an edge.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from cutting.nesting.compiled import compiled
from cutting.nesting.router_blocks import Block, move_inward
from cutting.nesting.router_improve import draw
from cutting.nesting.router_kernels import Bytes, Kinds, Longs, Room, count_near, fill, new_room, open_room, take
from cutting.nesting.router_task import Filled, Task
from cutting.stop import Watch

TRIES: Final = 2_500
"""Tries for all sheets of a plan together."""
MOST_TRIES, LEAST_TRIES = 80, 4
"""And for one sheet."""
MOST_ON_SHEET: Final = 400
"""Fuller sheets are left as they are: laying them anew takes too long."""


class Inward:
    """Remembers what became of sheets already seen."""

    def __init__(self, task: Task, seed: int) -> None:
        self._task = task
        self._chance = np.array([seed], np.int64)
        self._room = new_room()
        self._seen: dict[tuple[int, bytes], Longs] = {}

    def moved(self, sheets: list[Filled], watch: Watch) -> list[Filled]:
        """The same sheets with fewer small pieces near their edges; new ones as they are once time is up."""
        router = self._task.router
        if not router.small_border or not self._task.sizes.small.any():
            return sheets
        tries = min(MOST_TRIES, max(LEAST_TRIES, TRIES // max(1, len(sheets))))
        return [self._one(sheet, tries, watch) for sheet in sheets]

    def _one(self, sheet: Filled, tries: int, watch: Watch) -> Filled:
        if sheet.key in self._seen:
            return Filled(sheet.board, self._seen[sheet.key], sheet.copies)
        if watch.done() or len(sheet.rows) > MOST_ON_SHEET:
            return sheet
        task, stock = self._task, self._task.stock
        size = (stock.length[sheet.board], stock.width[sheet.board])
        inset = task.router.small_border
        rows = relaid(self._room, task.sizes, self._turned_about(sheet), *size, task.least, inset, tries, self._chance)
        moved = Filled(sheet.board, rows, sheet.copies)
        self._seen[sheet.key] = self._seen[moved.key] = rows
        return moved

    def _turned_about(self, sheet: Filled) -> Longs:
        """The rows of a sheet with its blocks in a better order, or as they are."""
        task, b = self._task, sheet.board
        size = (int(task.stock.length[b]), int(task.stock.width[b]))
        blocks = []
        for k, x, y, turned in sheet.rows.tolist():
            sides = int(task.sizes.length[k]), int(task.sizes.width[k])
            blocks.append(Block([x, y], sides[::-1] if turned else sides, bool(task.sizes.small[k])))
        move_inward(blocks, size, task.router.small_border)
        rows = sheet.rows.copy()
        rows[:, 1:3] = [block.start for block in blocks]
        before, after = (count_near(task.sizes, each, *size, task.router.small_border) for each in (sheet.rows, rows))
        return rows if after < before else sheet.rows


@compiled
def relaid(
    room: Room, kinds: Kinds, rows: Longs, length: int, width: int, least: int, inset: int, tries: int, chance: Longs
) -> Longs:
    """The rows of a sheet laid anew with fewer small pieces near its edges, or as they are."""
    best, fewest = rows, count_near(kinds, rows, length, width, inset)
    many = rows.shape[0]
    left, turns = np.zeros(kinds.length.shape[0], np.int64), np.zeros(kinds.length.shape[0], np.uint8)
    laid, order, keys = np.empty((many, 4), np.int64), np.empty(many, np.int64), np.empty(many, np.int64)
    for attempt in range(tries):
        if fewest == 0:
            break
        open_room(room, length, width, least, inset)
        stay = 0
        for i in range(many):
            k = rows[i, 0]
            if attempt == 0 and not kinds.small[k]:
                along = kinds.width[k] if rows[i, 3] else kinds.length[k]
                across = kinds.length[k] if rows[i, 3] else kinds.width[k]
                take(room, rows[i, 1], rows[i, 2], along, across)
                laid[stay] = rows[i]
                stay += 1
            else:
                left[k] += 1
        room.at[1] = stay
        n = shaken(kinds, left, order, keys, turns, chance)
        fill(room, kinds, order[:n], left, turns, draw(chance, 5), laid, 1 << 60)
        if room.at[1] == many:
            near = count_near(kinds, laid, length, width, inset)
            if near < fewest:
                best, fewest = laid.copy(), near
        left[:] = 0
    return best


@compiled
def shaken(kinds: Kinds, left: Longs, order: Longs, keys: Longs, turns: Bytes, chance: Longs) -> int:
    """The kinds that are left in a random order, large ones first more or less; returns how many."""
    noise, small_last, n = draw(chance, 500), draw(chance, 2), 0
    for k in range(left.shape[0]):
        if left[k] == 0:
            continue
        size = int(1000 * np.sqrt(float(kinds.length[k]) * float(kinds.width[k])))
        keys[n] = -size // 1000 * (1000 + draw(chance, 2 * noise + 1) - noise)
        if small_last and kinds.small[k]:
            keys[n] += 1 << 60
        order[n] = k
        turns[k] = draw(chance, 2)
        n += 1
    order[:n] = order[:n][np.argsort(keys[:n], kind="mergesort")]
    return n
