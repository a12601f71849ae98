"""One pass: pieces and boards in, drafts of sheets out, under one set of tuning values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cutting.nesting import strips_boards as boards
from cutting.nesting import strips_kernels as kernels
from cutting.nesting.strips_grid import Grid

BUDGET = 20_000_000
"""Work of one kernel call: 0.1 s at most on a free core."""
BOARDS_AT_ONCE, STRIPS_AT_ONCE = 6, 3_000
"""Kinds of board that compete in one run, or more where few kinds of piece leave it at so many strips to try; dearer
boards follow when these are used up."""
MOST_BLOCKS = 96
FILL_CELLS = 4_000_000
"""Blocks kept in all fills together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """What a pass varies. `worth`, by kind, multiplies the value of a piece; `tilt`, by board, its attraction."""

    power: float = 1.02
    """The value of a piece is its area to this power: above one, large pieces go first and small ones fill."""
    dense: float = 0.93
    wide: int = 100
    topped: bool = False
    worth: NDArray[np.float64] | None = None
    tilt: NDArray[np.float64] | None = None
    directions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Draft:
    """A sheet on the grid: strips along direction 0 (x) or 1 (y).

    `blocks` has rows of kind, turned from its kind's way, x, y, columns, rows, pitch; x runs along the strips.
    """

    board: int
    direction: int
    blocks: NDArray[np.int32]
    rest: int
    """What is left of the board's depth, in grid steps."""
    filled: float
    """Area of the pieces over the area of the largest board."""

    def count(self, kinds: int) -> NDArray[np.int64]:
        """Pieces of each kind."""
        pieces = self.blocks[:, 4].astype(np.int64) * self.blocks[:, 5]
        return np.bincount(self.blocks[:, 0], weights=pieces, minlength=kinds).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Laying:
    """The drafts of a pass, and by kind the pieces that no board was left for."""

    drafts: tuple[Draft, ...]
    left: NDArray[np.int64]


def run_pass(
    grid: Grid,
    wanted: NDArray[np.int64],
    stock: NDArray[np.int64],
    tuning: Tuning,
    hurry: Callable[[], bool] | None = None,
    depth: int | None = None,
) -> Laying | None:
    """Lay `wanted` pieces of each kind on at most `stock` boards; None when `hurry` says to give up.

    `depth` makes the boards that shallow, to squeeze pieces together.
    """
    drafts: list[Draft] = []
    left, stock = wanted.copy(), stock.copy()
    for some in _rounds(grid, stock, tuning):
        kinds = np.flatnonzero(left)
        if not kinds.size:
            break
        pass_run = _Pass(grid, kinds, left[kinds], stock, tuning, some, depth)
        while not pass_run.advance():
            if hurry is not None and hurry():
                return None
        drafts.extend(pass_run.drafts())
        left[kinds] = pass_run.run.left
        stock = pass_run.run.stock
    return Laying(drafts=tuple(drafts), left=left)


def _rounds(grid: Grid, stock: NDArray[np.int64], tuning: Tuning) -> list[NDArray[np.int64]]:
    """The boards in stock, cheapest per area first, in groups that compete with each other."""
    area = grid.length.astype(np.float64) * grid.width
    usable = np.flatnonzero((stock > 0) & (area > 0))
    price = grid.cost[usable] / area[usable]
    if tuning.tilt is not None:
        price = price / tuning.tilt[usable]
    order = usable[np.argsort(price, kind="stable")]
    many = max(BOARDS_AT_ONCE, STRIPS_AT_ONCE // (2 * max(1, len(grid.kinds))))
    return [order[at : at + many] for at in range(0, len(order), many)]


class _Pass:
    """The arrays of one run of the kernels."""

    def __init__(
        self,
        grid: Grid,
        kinds: NDArray[np.int64],
        left: NDArray[np.int64],
        stock: NDArray[np.int64],
        tuning: Tuning,
        some: NDArray[np.int64],
        depth: int | None,
    ) -> None:
        self.grid, self.kinds = grid, kinds
        self.systems = _systems(grid, some, tuning, depth)
        self.mix, self.turned = _mix(grid, kinds, tuning)
        self.rules = kernels.Rules(min(grid.stages, 99), tuning.dense, tuning.wide, int(tuning.topped))
        pieces = int(left.sum())
        longest = int(max(self.systems.length.max(), self.systems.depth.max()))
        ways = len(self.mix.along)
        self.scratch = _scratch(ways, len(kinds), min(4 * tuning.wide, 8 * ways), longest)
        self.fills = _fills(len(self.systems.board), int(np.diff(self.mix.first_tall).max()), pieces)
        self.run = boards.Run(
            state=np.array([0, 0, 0, 0, pieces, 0], np.int64),
            left=left.copy(),
            stock=stock.copy(),
            out=np.empty((pieces, 7), np.int32),
            sheets=np.empty((min(pieces, int(stock.sum())), 2), np.int64),
            use=np.zeros(len(kinds), np.int64),
        )
        self.shelf = boards.Shelf(
            best=np.empty(longest + 1, np.float32),
            from_strip=np.empty(longest + 1, np.int32),
            picks=np.empty(512, np.int32),
            strips=np.empty(len(self.mix.tall), np.int32),
            dense=np.empty(len(self.mix.tall), np.float32),
            champion=np.empty(boards.SIZES, np.float32),
        )

    def advance(self) -> bool:
        """Work for a moment; True when done."""
        return boards.advance(
            self.mix, self.rules, self.systems, self.fills, self.run, self.scratch, self.shelf, BUDGET
        )

    def drafts(self) -> list[Draft]:
        """The sheets laid."""
        run, mix = self.run, self.mix
        out = run.out[: run.state[boards.BLOCKS]]
        way = out[:, 1]
        rows = np.empty((len(out), 7), np.int32)
        rows[:, 0] = self.kinds[mix.kind[way]]
        rows[:, 1] = self.turned[way]
        rows[:, 2:] = out[:, 2:]
        area = self.grid.area[rows[:, 0]] * rows[:, 4] * rows[:, 5]
        ends = np.searchsorted(out[:, 0], np.arange(run.state[boards.SHEETS] + 1))
        result = []
        for sheet in range(run.state[boards.SHEETS]):
            system, rest = run.sheets[sheet]
            block = slice(ends[sheet], ends[sheet + 1])
            result.append(
                Draft(
                    board=int(self.systems.board[system]),
                    direction=int(self.systems.direction[system]),
                    blocks=rows[block].copy(),
                    rest=int(rest),
                    filled=float(area[block].sum()),
                )
            )
        return result


def _systems(grid: Grid, some: NDArray[np.int64], tuning: Tuning, depth: int | None) -> boards.Systems:
    """Every board of `some` in every direction of first cut."""
    directions = tuning.directions or grid.directions
    pairs = [(int(board), d) for board in some for d in directions]
    length = [grid.length[b] if d == 0 else grid.width[b] for b, d in pairs]
    across = [grid.width[b] if d == 0 else grid.length[b] for b, d in pairs]
    weight = 1.0 / grid.cost
    if tuning.tilt is not None:
        weight = weight * tuning.tilt
    return boards.Systems(
        direction=np.array([d for _, d in pairs], np.int64),
        board=np.array([b for b, _ in pairs], np.int64),
        length=np.array(length, np.int64),
        depth=np.array([min(size, depth or size) for size in across], np.int64),
        weight=np.array([weight[b] for b, _ in pairs], np.float32),
    )


def _mix(grid: Grid, kinds: NDArray[np.int64], tuning: Tuning) -> tuple[kernels.Mix, NDArray[np.bool_]]:
    """The ways of `kinds`, worth most first, and whether each way turns its kind."""
    x, y = grid.x[kinds], grid.y[kinds]
    value = 1000.0 * grid.area[kinds] ** tuning.power
    if tuning.worth is not None:
        value = value * tuning.worth[kinds]
    turns = np.flatnonzero(grid.free[kinds] & (x != y))
    here = np.arange(len(kinds))
    kind = np.concatenate([here, turns])
    turned = np.concatenate([np.zeros(len(here), np.bool_), np.ones(len(turns), np.bool_)])
    size_x, size_y = np.where(turned, y[kind], x[kind]), np.where(turned, x[kind], y[kind])
    along, across = [size_x, size_y], [size_y, size_x]
    orders = [np.lexsort((turned, kind, -along[d], -value[kind])) for d in (0, 1)]
    tall = [np.unique(across[d]) for d in (0, 1)]
    mix = kernels.Mix(
        along=np.concatenate([along[d][orders[d]] for d in (0, 1)]).astype(np.int32),
        across=np.concatenate([across[d][orders[d]] for d in (0, 1)]).astype(np.int32),
        kind=np.concatenate([kind[order] for order in orders]).astype(np.int32),
        first=np.array([0, len(kind), 2 * len(kind)], np.int64),
        value=value.astype(np.float32),
        tall=np.concatenate(tall).astype(np.int32),
        first_tall=np.array([0, len(tall[0]), len(tall[0]) + len(tall[1])], np.int64),
        low=np.concatenate([d * len(kind) + np.argsort(across[d][orders[d]], kind="stable") for d in (0, 1)]).astype(
            np.int32
        ),
        thick=np.concatenate([value[kind][orders[d]] / across[d][orders[d]] for d in (0, 1)]).astype(np.float32),
    )
    return mix, np.concatenate([turned[order] for order in orders])


def _scratch(ways: int, kinds: int, items: int, longest: int) -> kernels.Scratch:
    """Work space for so many ways, kinds, knapsack items and grid steps."""
    return kernels.Scratch(
        best=np.empty(longest + 1, np.float32),
        other=np.empty(longest + 1, np.float32),
        took=np.empty((items, longest + 1), np.uint8),
        stack_way=np.empty(ways, np.int32),
        stack_rows=np.empty(ways, np.int32),
        stack_value=np.empty(ways, np.float32),
        item_stack=np.empty(items, np.int32),
        item_times=np.empty(items, np.int32),
        chosen=np.empty(ways, np.int32),
        spare=np.empty(kinds, np.int64),
        hole=np.empty((64, 8), np.int32),
    )


def _fills(systems: int, heights: int, pieces: int) -> boards.Fills:
    """Room for the fill of each height in each system, nothing known yet."""
    blocks = min(MOST_BLOCKS, pieces, max(16, FILL_CELLS // (systems * heights)))
    return boards.Fills(
        value=np.zeros((systems, heights), np.float32),
        height=np.zeros((systems, heights), np.int32),
        many=np.zeros((systems, heights), np.int32),
        status=np.full((systems, heights), boards.UNKNOWN, np.int32),
        blocks=np.empty((systems, heights, blocks, 6), np.int32),
    )
