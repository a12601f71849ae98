"""Ruin and recreate: a few sheets are dropped and their pieces laid again, over and over.

The emptiest sheet of a group is always among them, so that the waste of the group gathers there until the sheet
disappears. Two or three sheets at a time gain most where boards are nearly full, more where they are not. In jobs of
tens of thousands of pieces a whole pass gains little for its time: there each group has an emptiest sheet of its own,
and lays many of its sheets anew at a time, by the tuning of pools.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Laying, Tuning, run_pass
from cutting.nesting.strips_values import draw_pool_tuning

SMALL = 400
"""Up to so many pieces a try takes milliseconds and may use finer means."""
TRIES_OF_GROUP = 12
MANY = 80
"""Sheets laid anew at a time in groups of a huge job. In 30 s on one core groups of 400 sheets saved 0.84 of a board by
40 at a time, 0.92 by 60, 0.97 by 120, and by two or three, with plain tuning, a tenth of that."""
GROUP, NEARLY_FULL = 8, 0.97
"""Groups of at least so many sheets, filled to such a part, are laid anew by plain values."""


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """What a laying is worth; the least is the best: unplaced area, cost, then the fill of its emptiest sheet."""

    unplaced: float
    cost: float
    weakest: float


def rate(grid: Grid, laying: Laying) -> Score:
    """The score of a laying."""
    return Score(
        unplaced=round(float((laying.left * grid.area).sum()), 9),
        cost=round(float(sum(grid.cost[draft.board] for draft in laying.drafts)), 9),
        weakest=round(min((draft.filled for draft in laying.drafts), default=0.0), 9),
    )


def gain(grid: Grid, old: Laying, new: Laying) -> tuple[float, float, float]:
    """How much better the new laying of the same pieces is: unplaced area, cost, fill of the emptiest sheet."""
    before, after = rate(grid, old), rate(grid, new)
    return before.unplaced - after.unplaced, before.cost - after.cost, before.weakest - after.weakest


def draw_tuning(grid: Grid, draw: np.random.Generator, worth: NDArray[np.float64], *, small: bool) -> Tuning:
    """Tuning values drawn at random; `worth` are corrected values by kind, used half the time."""
    noise = float(draw.choice((0.0, 0.0, 0.05, 0.2) if small else (0.0, 0.01)))
    values = worth ** float(draw.choice((0.0, 1.0)))
    if noise:
        values = values * (1 + noise * draw.uniform(-1, 1, len(worth)))
    return Tuning(
        power=float(draw.uniform(1.0, draw.choice((1.05, 1.12))) if small else draw.uniform(1.015, 1.035)),
        dense=float(draw.uniform(draw.choice((0.5, 0.8)), 0.98) if small else draw.uniform(0.9, 0.98)),
        wide=160 if small else 80,
        topped=bool(small and draw.random() < 0.3),
        worth=values,
        tilt=draw.uniform(0.85, 1.15, len(grid.cost)) if len(grid.cost) > 1 else None,
    )


def _plain_tuning(grid: Grid, draw: np.random.Generator) -> Tuning:
    """Tuning for sheets that are nearly full: noise would only hurt."""
    return Tuning(
        power=float(draw.uniform(1.0, 1.06)),
        dense=float(draw.uniform(0.8, 0.98)),
        wide=80,
        tilt=draw.uniform(0.95, 1.05, len(grid.cost)) if len(grid.cost) > 1 else None,
    )


@dataclass(slots=True, eq=False)
class Group:
    """Some sheets that are improved by themselves: `stock` is what it may take beyond the boards it has; one of a
    `huge` job lays many sheets at a time."""

    grid: Grid
    laying: Laying
    stock: NDArray[np.int64]
    draw: np.random.Generator
    worth: NDArray[np.float64]
    hurry: Callable[[], bool]
    huge: bool = False
    full: bool = field(init=False)

    def __post_init__(self) -> None:
        drafts = self.laying.drafts
        filled = sum(draft.filled for draft in drafts)
        self.full = len(drafts) >= GROUP and filled > NEARLY_FULL * sum(self.grid.size[draft.board] for draft in drafts)

    def improve(self) -> Laying:
        """The sheets after some tries, at least as good as before."""
        for _ in range(TRIES_OF_GROUP):
            if self.hurry() or len(self.laying.drafts) < 2:
                break
            self._try()
        return self.laying

    def _try(self) -> None:
        """Drop some sheets and lay their pieces again; keep that unless it is worse."""
        grid, drafts = self.grid, self.laying.drafts
        some = self._choose()
        old = Laying(drafts=tuple(drafts[i] for i in some), left=self.laying.left)
        wanted = old.left.copy()
        stock = self.stock.copy()
        for draft in old.drafts:
            wanted += draft.count(len(wanted))
            stock[draft.board] += 1
        new = run_pass(grid, wanted, stock, self._tuning(), self.hurry)
        if new is None or rate(grid, new) > rate(grid, old):
            return
        for draft in old.drafts:
            self.stock[draft.board] += 1
        for draft in new.drafts:
            self.stock[draft.board] -= 1
        dropped = set(some)
        rest = tuple(draft for i, draft in enumerate(drafts) if i not in dropped)
        self.laying = Laying(drafts=rest + new.drafts, left=new.left)

    def _tuning(self) -> Tuning:
        if self.huge:
            return draw_pool_tuning(self.draw, self.worth)
        if self.full:
            return _plain_tuning(self.grid, self.draw)
        return draw_tuning(self.grid, self.draw, self.worth, small=True)

    def _choose(self) -> list[int]:
        """The emptiest sheet and some others, drawn by their waste."""
        grid, drafts = self.grid, self.laying.drafts
        fill = np.array([draft.filled / grid.size[draft.board] for draft in drafts])
        emptiest = int(np.array([draft.filled for draft in drafts]).argmin())
        number = min(len(drafts), MANY if self.huge else min(1 + int(self.draw.geometric(0.5)), 24))
        chance = (1 - fill).clip(0.0) + 0.002
        chance[emptiest] = 0
        others = self.draw.choice(len(drafts), size=number - 1, replace=False, p=chance / chance.sum())
        return [emptiest, *sorted(others.tolist())]
