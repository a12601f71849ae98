"""The most valuable pattern of one board under a stage limit, copies unbounded: exact, by dynamic programming.

This is the pricing problem of column generation (Gilmore & Gomory 1965, "Multistage cutting stock problems of
two and more dimensions", Operations Research 13). Everything is whole numbers: lengths on a grid with the
kerf already added, values as int64, so that a bound built on the result is a proof and not a rounding.

Names of the kernels' arrays: a *way* is a piece lying one way, `along[w]` its size along the strips, `across[w]`
across them, `value[w]` its value; ways are sorted by `along`. A strip of some height holds *segments* side by
side; a segment holds a stack of ways none of which is longer than the segment. Two stages: a segment
holds one way; three: a stack. A way narrower than its strip or shorter than its segment is trimmed, which is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@compiled
def _stack_values(along: Ints, across: Ints, value: Ints, height: int, stages: int, marks: Ints) -> Any:
    """`[k, y]`: most value of one segment of class `k` in a strip of height `y`.

    `marks[k]` is one past the last way of segment class `k` (ways with the k-th distinct length).
    """
    best = np.zeros((marks.size, height + 1), np.int64)
    start = 0
    for k in range(marks.size):
        if k > 0:
            best[k, :] = best[k - 1, :]
        for w in range(start, marks[k]):
            if stages == 2:
                for y in range(across[w], height + 1):
                    best[k, y] = max(best[k, y], value[w])
            else:
                for y in range(across[w], height + 1):
                    best[k, y] = max(best[k, y], best[k, y - across[w]] + value[w])
        start = marks[k]
    return best


@compiled
def _fill_strip(classes: Ints, gains: Ints, length: int, row: Ints, pick: Ints) -> int:
    """Most value of a strip `length` long whose segment class `k` is `classes[k]` long and worth `gains[k]`.

    `row` and `pick` are work space of `length + 1`; `pick[x]` is the last segment class in the best filling
    of `x`, -1 where the last unit stays empty.
    """
    useful = np.empty(classes.size, np.int64)
    count = 0
    top = 0
    for k in range(classes.size):
        if gains[k] > top and classes[k] <= length:
            top = gains[k]
            useful[count] = k
            count += 1
    row[0] = 0
    pick[0] = -1
    for x in range(1, length + 1):
        best = row[x - 1]
        chosen = -1
        for i in range(count):
            k = useful[i]
            if classes[k] > x:
                break
            gain = row[x - classes[k]] + gains[k]
            if gain > best:
                best = gain
                chosen = k
        row[x] = best
        pick[x] = chosen
    return int(row[length])


@compiled
def _strip_values(stacks: Ints, classes: Ints, length: int, first: int, last: int, wanted: Flags, strips: Ints) -> None:
    """Fill `strips[y]` for `first <= y < last` where `wanted`: most value of a strip of height `y`."""
    row = np.zeros(length + 1, np.int64)
    pick = np.zeros(length + 1, np.int64)
    for y in range(first, last):
        if not wanted[y]:
            continue
        same = y > 0 and wanted[y - 1]
        for k in range(classes.size):
            if y == 0 or stacks[k, y] != stacks[k, y - 1]:
                same = False
                break
        if same:
            strips[y] = strips[y - 1] if y > first else _fill_strip(classes, stacks[:, y], length, row, pick)
        else:
            strips[y] = _fill_strip(classes, stacks[:, y], length, row, pick)


def worth_of(values: Ints, pieces: Ints) -> Ints:
    """By way: the value of its piece."""
    return values[pieces] if pieces.size else np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Way:
    """A piece (index `piece`) lying one way on the grid: `along` and `across` the strips."""

    piece: int
    along: int
    across: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A way laid in a pattern: its corner along and across the strips."""

    way: Way
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """The best pattern found: its value and what lies where, in strip coordinates."""

    value: int
    laid: tuple[Laid, ...]


class StagedKnapsack:
    """A board `length` by `height` (along and across its strips) and the ways pieces may lie on it.

    `stages` is 2 or 3. Call `best(values)` as often as values change; the geometry is set up once.
    """

    def __init__(self, ways: Sequence[Way], length: int, height: int, stages: int) -> None:
        fitting = [way for way in ways if way.along <= length and way.across <= height]
        self.ways = sorted(fitting, key=lambda way: (way.along, way.across, way.piece))
        self.length, self.height, self.stages = length, height, stages
        self.along = np.array([way.along for way in self.ways], np.int64)
        self.across = np.array([way.across for way in self.ways], np.int64)
        self.pieces = np.array([way.piece for way in self.ways], np.int64)
        self.classes, counts = np.unique(self.along, return_counts=True)
        self.marks = np.cumsum(counts).astype(np.int64)

    def best(self, values: Ints, *, quick: bool = False) -> Pattern:
        """The most valuable pattern where piece `i` is worth `values[i]` (int64, not negative).

        `quick` looks only at strips as high as some piece: a good pattern in a tenth of the time, but no proof.
        """
        if not self.ways:
            return Pattern(0, ())
        worth = worth_of(values, self.pieces)
        stacks = _stack_values(self.along, self.across, worth, self.height, self.stages, self.marks)
        strips = np.zeros(self.height + 1, np.int64)
        wanted = np.full(self.height + 1, not quick)
        wanted[self.across] = True
        step = (10 if quick else 1) * max(1, 60_000_000 // (self.length * max(1, self.classes.size)))
        for first in range(0, self.height + 1, step):  # short calls, so that a stop is seen between them
            _strip_values(stacks, self.classes, self.length, first, min(first + step, self.height + 1), wanted, strips)
        row = np.zeros(self.height + 1, np.int64)
        pick = np.zeros(self.height + 1, np.int64)
        heights = np.arange(1, self.height + 1, dtype=np.int64)
        total = _fill_strip(heights, strips[1:], self.height, row, pick)
        return Pattern(total, tuple(self._trace(pick, heights, stacks, worth)))

    def _trace(self, pick: Ints, heights: Ints, stacks: Ints, worth: Ints) -> list[Laid]:
        """Walk back through the choices and lay every way."""
        laid: list[Laid] = []
        y, bottom = self.height, 0
        while y > 0:
            if pick[y] < 0:
                y -= 1
                continue
            height = int(heights[pick[y]])
            laid.extend(self._trace_strip(height, bottom, stacks, worth))
            bottom += height
            y -= height
        return laid

    def _trace_strip(self, height: int, bottom: int, stacks: Ints, worth: Ints) -> list[Laid]:
        row = np.zeros(self.length + 1, np.int64)
        pick = np.zeros(self.length + 1, np.int64)
        _fill_strip(self.classes, stacks[:, height], self.length, row, pick)
        laid: list[Laid] = []
        x, left = self.length, 0
        while x > 0:
            k = int(pick[x])
            if k < 0:
                x -= 1
                continue
            laid.extend(self._trace_stack(k, height, left, bottom, stacks, worth))
            left += int(self.classes[k])
            x -= int(self.classes[k])
        return laid

    def _trace_stack(self, k: int, height: int, left: int, bottom: int, stacks: Ints, worth: Ints) -> list[Laid]:
        """The ways of one segment of class `k`, from the bottom of its strip upwards."""
        laid: list[Laid] = []
        y, low = height, bottom
        while stacks[k, y] > 0:
            for w in range(int(self.marks[k])):
                rest = y - int(self.across[w])
                below = int(stacks[k, rest]) if rest >= 0 and self.stages != 2 else 0
                if rest >= 0 and worth[w] > 0 and below + worth[w] == stacks[k, y]:
                    laid.append(Laid(self.ways[w], left, low))
                    low += self.ways[w].across
                    y = rest
                    break
            if self.stages == 2:
                break
        return laid
