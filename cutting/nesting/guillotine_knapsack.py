"""The most valuable pattern of one board without a stage limit, copies unbounded: exact, by dynamic programming.

`best[x, y]` is the most value of a rectangle x by y: one piece, or a saw line across and the best of both parts
(Gilmore & Gomory 1965; Beasley 1985, "Algorithms for unconstrained two-dimensional guillotine cutting", JORS 36).
Saw lines are tried only where pieces side by side can end (Herz 1972) and only where a part gains by its last unit,
up to the middle. Values are whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled
from cutting.nesting.staged_knapsack import Ints, Laid, Pattern, Way, worth_of

Table = NDArray[np.int32]
Flags = NDArray[np.bool_]


@compiled
def _reach(sizes: Ints, most: int) -> NDArray[np.bool_]:
    """Which coordinates up to `most` are sums of sizes."""
    reached = np.zeros(most + 1, np.bool_)
    reached[0] = True
    for size in sizes:
        for at in range(size, most + 1):
            if reached[at - size]:
                reached[at] = True
    return reached


@compiled
def _rows(
    best: Table, risen: Ints, marks: Flags, along: Ints, across: Ints, worth: Table, first: int, last: int
) -> None:
    """Fill `best[x]` for first <= x < last; all rows before are done.

    `marks[x]` says where pieces can end; `risen[x]` becomes the least y at which `best[x]` is more than `best[x - 1]`,
    one past the height where it is nowhere: below it a saw line at x gains nothing over one before.
    """
    height = best.shape[1] - 1
    for x in range(first, last):
        row = best[x]
        before = best[x - 1]
        row[:] = before
        risen[x] = height + 1
        if not marks[x]:
            continue
        for w in range(along.size):
            if along[w] <= x and across[w] <= height:
                row[across[w]] = max(row[across[w]], worth[w])
        for left in range(1, x // 2 + 1):
            low = max(risen[left], risen[x - left])
            if low <= height:
                _side_by_side(row[low:], best[left, low:], best[x - left, low:])
        for y in range(1, height + 1):
            row[y] = max(row[y], row[y - 1])
            if y < height and row[y] > row[y - 1]:
                _on_top(row, y, min(y, height - y))
        for y in range(height + 1):
            if row[y] > before[y]:
                risen[x] = y
                break


@compiled
def _side_by_side(row: Table, left: Table, right: Table) -> None:
    """The better of `row` and the sum of two parts, height by height."""
    for y in range(row.size):
        row[y] = max(row[y], left[y] + right[y])


@compiled
def _on_top(row: Table, low: int, top: int) -> None:
    """Put parts up to `top` high on one `low` high, `top` <= `low`; slices that do not overlap run much faster."""
    base = row[low]
    small = min(top, low - 1)
    above, below = row[low + 1 : low + 1 + small], row[1 : 1 + small]
    for y in range(small):
        above[y] = max(above[y], base + below[y])
    if top == low:
        row[2 * low] = max(row[2 * low], base + base)


class GuillotineKnapsack:
    """A board and the ways pieces may lie on it; call `best(values)` as often as values change."""

    def __init__(self, ways: Sequence[Way], length: int, height: int) -> None:
        self.ways = [way for way in ways if way.along <= length and way.across <= height]
        self.length, self.height = length, height
        self.along = np.array([way.along for way in self.ways], np.int64)
        self.across = np.array([way.across for way in self.ways], np.int64)
        self.pieces = np.array([way.piece for way in self.ways], np.int64)
        self.marks = _reach(np.unique(self.along), length)

    @property
    def work(self) -> int:
        """Elementary steps of one call, at most."""
        ends = int(self.marks.sum()) - 1
        return ends * (ends // 4 * self.height + self.height**2 // 2)

    def best(self, values: Ints, hurry: Callable[[], bool]) -> Pattern | None:
        """The most valuable pattern where piece `i` is worth `values[i]`, at most 2**31 on a board; None if hurried."""
        worth = worth_of(values, self.pieces)
        best = np.zeros((self.length + 1, self.height + 1), np.int32)
        risen = np.full(self.length + 1, self.height + 1, np.int64)
        step = max(1, 200_000_000 * self.length // max(1, self.work))
        for first in range(1, self.length + 1, step):
            last = min(first + step, self.length + 1)
            _rows(best, risen, self.marks, self.along, self.across, worth.astype(np.int32), first, last)
            if hurry():
                return None
        return Pattern(int(best[-1, -1]), tuple(self._trace(best, worth)))

    def _trace(self, best: Table, worth: Ints) -> list[Laid]:
        """Take the whole board apart again."""
        laid: list[Laid] = []
        stack = [(self.length, self.height, 0, 0)]
        while stack:
            length, height, x, y = stack.pop()
            total = int(best[length, height])
            if total == 0:
                continue
            w = next((w for w in range(len(self.ways)) if self._is(w, length, height, total, worth)), None)
            if w is not None:
                laid.append(Laid(self.ways[w], x, y))
                continue
            stack.extend(self._split(best, length, height, x, y, total))
        return laid

    def _is(self, w: int, length: int, height: int, total: int, worth: Ints) -> bool:
        return bool(self.along[w] <= length and self.across[w] <= height and worth[w] == total)

    def _split(
        self, best: Table, length: int, height: int, x: int, y: int, total: int
    ) -> list[tuple[int, int, int, int]]:
        """The two parts of a rectangle at a best saw line."""
        column = best[1:length, height].astype(np.int64) + best[length - 1 : 0 : -1, height]
        found = np.flatnonzero(column == total)
        if found.size:
            cut = int(found[0]) + 1
            return [(cut, height, x, y), (length - cut, height, x + cut, y)]
        row = best[length, 1:height].astype(np.int64) + best[length, height - 1 : 0 : -1]
        cut = int(np.flatnonzero(row == total)[0]) + 1
        return [(length, cut, x, y), (length, height - cut, x, y + cut)]
