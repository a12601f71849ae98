"""Ruin and recreate with pieces left over: one board too few, and ever less that finds no room on them.

The incumbent loses a board; its pieces wait. Again and again a few boards are emptied, and a beam search lays on them
the most it can of their pieces and those that wait. What waited long gains value. When nothing waits, a board is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from cutting.nesting.small_tree import Taste, Tree, Worth
from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft

FINE = 1024
AREA, BIAS, POWER = (0.0, 0.3), (0.02, 0.1, 0.3), (0.3, 0.7, 1.0, 1.5)


def but_emptiest(drafts: Sequence[Draft]) -> list[Draft]:
    """All but the emptiest."""
    return sorted(drafts, key=lambda draft: draft.filled)[1:]


class Exchange:
    """The state: drafts, by kind the pieces that wait, and what a unit of their area is worth."""

    def __init__(
        self, grid: Grid, drafts: Sequence[Draft], draw: np.random.Generator, hurry: Callable[[], bool]
    ) -> None:
        self.grid, self.draw, self.hurry = grid, draw, hurry
        self.area = grid.x.astype(np.int64) * grid.y
        self.drafts = list(drafts)
        self.waiting = grid.wanted - sum(
            (draft.count(len(grid.kinds)) for draft in drafts), start=np.zeros_like(grid.wanted)
        )
        self.worth = np.ones(len(grid.kinds))
        self.met: list[Draft] = []

    def search(self, moves: int, width: int) -> bool:
        """So many moves; True as soon as nothing waits."""
        for _ in range(moves):
            if not self.waiting.any():
                return True
            if self.hurry() or not self.drafts:
                return False
            self._move(width)
        return not self.waiting.any()

    def _move(self, width: int) -> None:
        draw, kinds = self.draw, len(self.grid.kinds)
        many = min(len(self.drafts), int(draw.integers(1, 4)))
        some = {int(i) for i in draw.choice(len(self.drafts), size=many, replace=False)}
        counts = sum((self.drafts[i].count(kinds) for i in sorted(some)), start=self.waiting.copy())
        relative = self.worth / self.worth[counts > 0].max()
        value = np.maximum(np.floor(FINE * self.area * relative), 1.0).astype(np.int64)
        before = int(value @ (counts - self.waiting))
        taste = Taste(
            width=width,
            bias=float(draw.choice(BIAS)),
            power=float(draw.choice(POWER)),
            noise=float(draw.choice((0, 0.2))),
        )
        slack = int(value[counts > 0].min() * float(draw.choice((0.0, 0.0, 1.5))))
        found = Tree(self.grid, counts, many, taste, Worth(value, FINE, max(0, before - 1 - slack))).most(self.hurry)
        if not found:
            self.worth[self.waiting > 0] *= 1.02
            return
        laid = list(found[0].drafts)
        self.met.extend(laid)
        self.waiting = counts - sum((draft.count(kinds) for draft in laid), start=np.zeros_like(counts))
        self.drafts = [draft for i, draft in enumerate(self.drafts) if i not in some] + laid
        self.worth[self.waiting > 0] *= 1.02
        if self.worth.max() > 50:
            self.worth = np.sqrt(self.worth)
