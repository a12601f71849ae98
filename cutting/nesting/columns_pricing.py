"""Pricing: the most valuable pattern on each board at given prices of pieces, and what it proves."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.guillotine_knapsack import GuillotineKnapsack
from cutting.nesting.staged_knapsack import Ints, Pattern, StagedKnapsack, Way
from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft

SCALE = 10**8
"""Prices are counted in this part of a cost of one, so that a board's value fits in 32 bits."""
STAGED_WORK = 4_000_000_000
FULL_WORK = 12_000_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A pattern as a draft of a sheet; `cuttable` where the saw's stage limit and first cut allow it."""

    draft: Draft
    value: int
    cuttable: bool = True


def ways_of(grid: Grid, direction: int) -> list[Way]:
    """Every way of every kind, along and across strips that run in `direction`."""
    found: list[Way] = []
    for kind in range(len(grid.kinds)):
        sizes = (int(grid.x[kind]), int(grid.y[kind]))
        turns = (sizes, sizes[::-1]) if grid.free[kind] and sizes[0] != sizes[1] else (sizes,)
        found.extend(Way(kind, *(size if direction == 0 else size[::-1])) for size in turns)
    return found


class Pricing:
    """The knapsacks of all boards and directions of one job."""

    def __init__(self, grid: Grid, hurry: Callable[[], bool]) -> None:
        self.grid, self.hurry = grid, hurry
        self.boards = [b for b in range(len(grid.cost)) if grid.stock[b] > 0 and min(grid.length[b], grid.width[b]) > 0]
        stages = min(grid.stages, 3)
        self.staged = [
            (board, direction, StagedKnapsack(ways_of(grid, direction), *self._sides(board, direction), stages))
            for board in self.boards
            for direction in grid.directions
        ]
        full = [(board, GuillotineKnapsack(ways_of(grid, 0), *self._sides(board, 0))) for board in self.boards]
        self.deep = grid.stages > 3
        self.full = full if self.deep and sum(each.work for _, each in full) <= FULL_WORK else []

    def _sides(self, board: int, direction: int) -> tuple[int, int]:
        sides = (int(self.grid.length[board]), int(self.grid.width[board]))
        return sides if direction == 0 else (sides[1], sides[0])

    @property
    def bearable(self) -> bool:
        """Whether one round of pricing takes moments."""
        work = sum(knapsack.length * len(knapsack.classes) * knapsack.height for _, _, knapsack in self.staged)
        return self.grid.stages >= 2 and work <= STAGED_WORK

    def best(self, prices: Ints, *, quick: bool = False) -> list[Column] | None:
        """The most valuable staged pattern of each board and direction (nearly so if `quick`); None if hurried."""
        found: list[Column] = []
        for board, direction, knapsack in self.staged:
            if self.hurry():
                return None
            pattern = knapsack.best(prices, quick=quick)
            found.append(Column(self._draft(board, direction, pattern), pattern.value))
        return found

    def best_deep(self, prices: Ints) -> list[Column] | None:
        """The most valuable pattern of each board whatever its stages; None if hurried or too much work."""
        found: list[Column] = []
        for board, knapsack in self.full:
            pattern = knapsack.best(prices, self.hurry)
            if pattern is None:
                return None
            cuttable = self.grid.job.saw.max_stages is None and len(self.grid.directions) == 2
            found.append(Column(self._draft(board, 0, pattern), pattern.value, cuttable))
        return found or None

    def _draft(self, board: int, direction: int, pattern: Pattern) -> Draft:
        rows = np.zeros((len(pattern.laid), 7), np.int32)
        grid = self.grid
        for i, laid in enumerate(pattern.laid):
            way = laid.way
            x_size = way.along if direction == 0 else way.across
            y_size = way.across if direction == 0 else way.along
            turned = (x_size, y_size) != (int(grid.x[way.piece]), int(grid.y[way.piece]))
            rows[i] = (way.piece, turned, laid.x, laid.y, 1, 1, way.along)
        return Draft(board=board, direction=direction, blocks=rows, rest=0, filled=_filled(grid, rows))


def _filled(grid: Grid, rows: NDArray[np.int32]) -> float:
    return float((grid.area[rows[:, 0]] * rows[:, 4] * rows[:, 5]).sum())


def trimmed(grid: Grid, draft: Draft, spare: NDArray[np.int64]) -> Draft:
    """A draft of its own without the pieces that `spare` still has too many of; takes them off `spare`."""
    count = draft.count(len(grid.kinds))
    if not np.minimum(count, spare).any():
        return replace(draft)
    rows = []
    for kind, turned, x, y, columns, stack, pitch in draft.blocks.tolist():
        height = _across(grid, draft.direction, kind, turned)
        for column in range(columns):
            for row in range(stack):
                if spare[kind] > 0:
                    spare[kind] -= 1
                else:
                    rows.append((kind, turned, x + column * pitch, y + row * height, 1, 1, pitch))
    blocks = np.array(rows, np.int32).reshape(-1, 7)
    return Draft(
        board=draft.board, direction=draft.direction, blocks=blocks, rest=draft.rest, filled=_filled(grid, blocks)
    )


def _across(grid: Grid, direction: int, kind: int, turned: int) -> int:
    """A piece's size across the strips."""
    sizes = (int(grid.x[kind]), int(grid.y[kind]))
    return sizes[(1 - direction) ^ turned]


def proven(costs: Sequence[Fraction], stock: Sequence[int | None], need: int, most: dict[int, int]) -> Fraction:
    """A cost that no plan goes below: pieces are worth `need` in all, no pattern of board `b` more than `most[b]`.

    Prices are scaled down until no pattern of an unlimited board is worth more than it costs; then the worth of all
    pieces, less what patterns of limited boards can be worth beyond their cost, is a bound (Farley 1990, "A note on
    bounding a class of linear programming problems", Operations Research 38). Exact in whole numbers.
    """
    unlimited = [Fraction(value) / costs[b] if costs[b] else None for b, value in most.items() if stock[b] is None]
    if None in unlimited:
        return Fraction(0)
    scale = max([each for each in unlimited if each is not None], default=Fraction(SCALE)) or Fraction(1)
    bound = Fraction(need) / scale
    for b, value in most.items():
        limit = stock[b]
        if limit is not None:
            bound -= limit * max(Fraction(0), Fraction(value) / scale - costs[b])
    return bound


def whole_costs(costs: Sequence[Fraction]) -> Fraction:
    """The step in which sums of these costs go."""
    scale = math.lcm(*(cost.denominator for cost in costs))
    return Fraction(math.gcd(*(int(cost * scale) for cost in costs)) or 1, scale)
