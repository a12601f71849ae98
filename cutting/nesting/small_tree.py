"""Running the beam search of `small_beam` on some pieces of a job, and reading drafts of sheets from its nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cutting.nesting import small_beam as beam
from cutting.nesting import small_front as fronts
from cutting.nesting.small_reach import NOTHING_KNOWN, reach_of
from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft

Counts = NDArray[np.int64]
AT_ONCE = 8_192
"""Nodes grown in one call, of several levels where the beam is narrow: 30 ms at most, free of the interpreter."""
MOST_CELLS = 6_000_000
"""Steps remembered, levels times width: bounds the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """How a search weighs: `width` nodes a level; the guide is (bias + waste share) / mean value ** power, shaken by
    `noise`; `strict` keeps nodes with equal pieces apart when they cover different areas."""

    width: int
    bias: float = 0.1
    power: float = 1.0
    noise: float = 0.0
    shake: int = 20202
    """What the noise is drawn from."""
    strict: bool = False
    directions: tuple[int, ...] = ()
    depth: int | None = None
    """Boards are made so shallow; for one direction only."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Drafts of the boards of one node, the value on them, and the area that the last board has left in one piece."""

    drafts: tuple[Draft, ...]
    value: int
    rest: int


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What a piece of each kind is worth, at most `unit` for each unit of its area; only more than `goal` counts."""

    value: Counts
    unit: int = 1
    goal: int = 0


class Tree:
    """The arrays of one search: `counts` pieces of each kind on at most so many `boards`, of kind 0 of the grid.

    Without `worth` the pieces are worth their areas, and only a filling with all of them counts. A `sharp` search knows
    what the open parts of a board can still hold: for wide beams, since the tables take some milliseconds.
    """

    def __init__(
        self,
        grid: Grid,
        counts: Counts,
        boards: int,
        taste: Taste,
        worth: Worth | None = None,
        *,
        sharp: bool = False,
    ) -> None:
        self.grid, self.taste = grid, taste
        self.kinds = np.flatnonzero(counts)
        self.total = int(counts.sum())
        x, y = grid.x[self.kinds], grid.y[self.kinds]
        area = x.astype(np.int64) * y
        self.value = area if worth is None else worth.value[self.kinds]
        self.pieces, self.turned = self._pieces(x, y)
        sides = (int(grid.length[0]), int(grid.width[0]))
        directions = taste.directions or grid.directions
        self.rules = fronts.Rules(
            length=np.array(sides, np.int64),
            depth=np.array([min(side, taste.depth or side) for side in sides[::-1]], np.int64),
            open=np.array([int(d in directions) for d in (0, 1)], np.int64),
            stages=min(grid.stages, 3),
            boards=boards,
            unit=1 if worth is None else worth.unit,
            goal=int(area @ counts[self.kinds]) - 1 if worth is None else worth.goal,
            bias=taste.bias,
            power=taste.power,
            noise=taste.noise,
            strict=int(taste.strict),
        )
        self.reach = reach_of(self.pieces, self.rules) if sharp else NOTHING_KNOWN
        width = max(1, min(taste.width, MOST_CELLS // max(self.total, 1)))
        self.width = width
        room = max(6 * width, 4096)
        self.choice = beam.Choice(
            guide=np.empty(room, np.float64),
            parent=np.empty(room, np.int32),
            action=np.empty(room, np.int32),
            used=np.empty(room, np.int64),
            set=np.empty(room, np.int64),
            table=np.empty(4 * width + 7, np.int64),
        )
        self.look = beam.Look(
            thin=np.empty(2, np.int64),
            areas=np.empty(len(self.kinds) + 1, np.float64),
            values=np.empty(len(self.kinds) + 1, np.float64),
            room=np.empty(1, np.int64),
            front=np.empty(fronts.FIELDS, np.int32),
            worst=np.empty(1, np.float64),
        )
        self.old, self.young = self._level(), self._level()
        self.old.left[0] = counts[self.kinds]
        self.old.front[0] = 0
        self.old.value[0] = self.old.used[0] = self.old.set[0] = 0
        self.parents: list[NDArray[np.int32]] = []
        self.actions: list[NDArray[np.int32]] = []
        self.values = self.old.value[:1]
        self.nodes = 1

    def _pieces(self, x: NDArray[np.int32], y: NDArray[np.int32]) -> tuple[fronts.Pieces, NDArray[np.bool_]]:
        """Ways by direction, and whether each turns its kind."""
        turns = np.flatnonzero(self.grid.free[self.kinds] & (x != y))
        kind = np.concatenate([np.arange(len(self.kinds)), turns])
        turned = np.concatenate([np.zeros(len(self.kinds), np.bool_), np.ones(len(turns), np.bool_)])
        size_x, size_y = np.where(turned, y[kind], x[kind]), np.where(turned, x[kind], y[kind])
        along, across = np.stack([size_x, size_y]), np.stack([size_y, size_x])
        order = np.stack([np.lexsort((kind, -across[d], -along[d])) for d in (0, 1)])
        signs = np.random.default_rng(self.taste.shake).integers(1, 1 << 62, len(self.kinds))
        pieces = fronts.Pieces(
            along=np.take_along_axis(along, order, 1).astype(np.int32),
            across=np.take_along_axis(across, order, 1).astype(np.int32),
            kind=kind[order].astype(np.int32),
            value=self.value.astype(np.int64),
            size=x.astype(np.int64) * y,
            dense=np.argsort(-self.value / (x.astype(np.float64) * y), kind="stable"),
            sign=signs.astype(np.int64),
        )
        return pieces, turned[order]

    def _level(self) -> beam.Level:
        kinds = len(self.kinds)
        return beam.Level(
            left=np.empty((self.width, kinds), np.int16),
            front=np.empty((self.width, fronts.FIELDS), np.int32),
            value=np.empty(self.width, np.int64),
            used=np.empty(self.width, np.int64),
            set=np.empty(self.width, np.int64),
        )

    def levels(self, hurry: Callable[[], bool]) -> Iterator[int]:
        """Grow level by level until no node has a child; yields the number of pieces laid."""
        n = 1
        while n <= self.total and not hurry():
            rows = min(max(1, AT_ONCE // self.width), self.total + 1 - n)
            grown = beam.Grown(
                parents=np.empty((rows, self.width), np.int32),
                actions=np.empty((rows, self.width), np.int32),
                values=np.empty((rows, self.width), np.int64),
                born=np.zeros(rows, np.int64),
            )
            done = beam.grow_levels(
                self.pieces, self.rules, self.reach, self.old, self.nodes, self.choice, self.young, grown, n, self.look
            )
            if done % 2:
                self.old, self.young = self.young, self.old
            for row, born in enumerate(grown.born[:done].tolist()):
                self.parents.append(grown.parents[row, :born].copy())
                self.actions.append(grown.actions[row, :born].copy())
                self.values, self.nodes = grown.values[row, :born], born
                yield n + row
            if done < rows:
                return
            n += done

    def whole(self, hurry: Callable[[], bool]) -> Found | None:
        """All pieces laid, the most left beyond the last strip of the last board; None where that was not found."""
        for n in self.levels(hurry):
            if n == self.total:
                rest = [self._rest(i) for i in range(self.nodes)]
                best = int(np.argmax(rest))
                return Found(self.drafts(n - 1, best), int(self.old.value[best]), rest[best])
        return None

    def most(self, hurry: Callable[[], bool], many: int = 1) -> list[Found]:
        """The `many` fillings worth most, the best first."""
        tops: list[tuple[int, int, int]] = []
        for n in self.levels(hurry):
            values = self.values
            best = np.argsort(-values, kind="stable")[:many] if many > 1 else [int(np.argmax(values))]
            tops.extend((-int(values[node]), n - 1, int(node)) for node in best if values[node] > self.rules.goal)
        return [Found(self.drafts(step, node), -value, 0) for value, step, node in sorted(tops)[:many]]

    def _rest(self, i: int) -> int:
        """The area beyond the last strip, of a board of full depth."""
        way, y, height = (int(self.old.front[i, field]) for field in (fronts.WAY, fronts.Y, fronts.HEIGHT))
        sides = (int(self.grid.length[0]), int(self.grid.width[0]))
        return sides[way] * (sides[1 - way] - y - height)

    def drafts(self, step: int, node: int) -> tuple[Draft, ...]:
        """The boards of a node of level `step`."""
        moves = np.empty(step + 1, np.int64)
        for at in range(step, -1, -1):
            moves[at] = self.actions[at][node]
            node = self.parents[at][node]
        blocks, begins = np.empty((step + 1, 7), np.int32), np.empty(step + 2, np.int64)
        boards = fronts.replay(self.pieces, self.rules, self.turned, moves, blocks, begins)
        begins[boards] = step + 1
        blocks[:, 0] = self.kinds[blocks[:, 0]]
        ways = self.pieces.along.shape[1]
        directions = moves[begins[:boards]] // ways - fronts.BOARD
        ends = pairwise(begins[: boards + 1].tolist())
        return tuple(self._draft(d, blocks[a:b]) for d, (a, b) in zip(directions.tolist(), ends, strict=True))

    def _draft(self, direction: int, blocks: NDArray[np.int32]) -> Draft:
        filled = float(self.grid.area[blocks[:, 0]].sum())
        return Draft(board=0, direction=direction, blocks=blocks, rest=0, filled=filled)
