"""Patterns met, and the whole-number program that chooses among them: set covering (Monaci & Toth 2006).

"A set-covering-based heuristic approach for bin-packing problems", INFORMS Journal on Computing 18. Its linear
relaxation prices the pieces, and a beam search on one board looks for patterns that pay at these prices, with no
more copies of a piece than are wanted: what unbounded pricing (`columns`) cannot see where every piece is needed once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.columns_master import Master
from cutting.nesting.columns_pricing import trimmed
from cutting.nesting.small_tree import Taste, Tree, Worth
from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft

FINE = 1 << 20
"""Parts of the value of a unit of area."""
NODES = 1_000
SHARP = 64
"""Width of beams from which on pricing knows what a board can still hold."""
MANY = 16
"""Patterns of one pricing."""
MOST_PATTERNS = 20_000
TASTES = ((0.1, 1.0), (0.02, 0.5), (0.3, 0.3), (0.05, 1.5))
"""Bias and power of the guides of pricing, taken in turn."""


class Pool:
    """Patterns of board 0 of a grid for `wanted` pieces of each kind, and their prices."""

    def __init__(
        self,
        grid: Grid,
        draw: np.random.Generator,
        hurry: Callable[[], bool],
        wanted: NDArray[np.int64] | None = None,
    ) -> None:
        self.grid, self.draw, self.hurry = grid, draw, hurry
        self.wanted = grid.wanted if wanted is None else wanted
        self.master = Master(self.wanted, [None])
        self.drafts: list[Draft] = []
        self.area = grid.x.astype(np.int64) * grid.y
        self.board = int(grid.length[0]) * int(grid.width[0])
        self.prices: NDArray[np.float64] = self.area / self.board
        self.cost = float("inf")
        self.times: dict[int, float] = {}
        self.solved = 0
        self.turn = 0

    def add(self, drafts: Sequence[Draft]) -> int:
        """Add those that are new; how many."""
        new = 0
        for draft in drafts:
            if len(self.drafts) < MOST_PATTERNS and self.master.add(
                len(self.drafts), 0, 1.0, draft.count(len(self.grid.kinds)), True
            ):
                self.drafts.append(draft)
                new += 1
        return new

    def settle(self, widths: Sequence[int], rounds: int) -> bool:
        """Price and add until nothing pays (True), or so many rounds are over.

        A beam that finds nothing gives way to the next, wider one; one that finds something to one that is narrower.
        """
        level = idle = 0
        for _ in range(rounds):
            if self.hurry():
                return False
            relaxed = self.master.relaxed()
            if relaxed is None:
                return False
            self.prices, self.cost, self.times = relaxed.prices, relaxed.cost, relaxed.times
            if self.add(self.price(self.prices, widths[level])):
                level, idle = max(0, level - 1), 0
            elif level < len(widths) - 1:
                level += 1
            else:
                idle += 1
            if idle == len(TASTES) - 1:
                return True
        return False

    def price(self, prices: NDArray[np.float64], width: int, pays: float = 1.0 + 1e-6) -> list[Draft]:
        """Patterns worth more than `pays` boards at these prices."""
        value, most = self._values(prices)
        bias, power = TASTES[self.turn % len(TASTES)]
        self.turn += 1
        taste = Taste(width=width, bias=bias, power=power, noise=float(self.draw.choice((0.0, 0.1))))
        goal = int(pays * self.board / most * FINE)
        tree = Tree(self.grid, self.wanted, 1, taste, Worth(value, FINE, goal), sharp=width >= SHARP)
        found = [draft for each in tree.most(self.hurry, MANY) for draft in each.drafts]
        kinds = len(self.grid.kinds)
        return [draft for draft in found if float(prices @ draft.count(kinds)) > pays]

    def _values(self, prices: NDArray[np.float64]) -> tuple[NDArray[np.int64], float]:
        """Values for a beam, at most `FINE` for a unit of area, and what they are to be multiplied with."""
        worth = prices * self.board + 0.01 * self.area
        most = float((worth / self.area).max())
        return np.maximum(np.floor(worth / most * FINE), 1.0).astype(np.int64), most

    @property
    def worth(self) -> NDArray[np.float64]:
        """By kind: the price of a unit of area."""
        return np.maximum(self.prices * self.board / self.area, 0.3)

    def guess(self, left: NDArray[np.int64], boards: int, width: int) -> list[Draft]:
        """So many boards or less for what is left, drawn from the linear program, then filled; nothing twice."""
        drafts: list[Draft] = []
        luck = {i: float(self.draw.exponential()) / max(times, 1e-6) ** 1.5 for i, times in self.times.items()}
        for i in sorted(luck, key=lambda i: (luck[i], i)):
            count = self.drafts[i].count(len(left))
            if len(drafts) < boards and (count <= left).all():
                left = left - count
                drafts.append(self.drafts[i])
        value, _ = self._values(self.prices)
        while len(drafts) < boards and left.any():
            found = Tree(self.grid, left, 1, Taste(width=width), Worth(value, FINE)).most(self.hurry)
            if not found:
                break
            drafts.extend(found[0].drafts)
            left = left - found[0].drafts[0].count(len(left))
        return drafts

    def whole(self, seconds: float) -> list[Draft] | None:
        """The least patterns that hold everything, none with a piece too many; None where none are found."""
        times = self.master.whole(self.hurry, seconds, NODES, 0.999)
        self.solved = len(self.drafts)
        if times is None:
            return None
        drafts = [self.drafts[i] for i, many in times.items() for _ in range(many)]
        count = sum((draft.count(len(self.grid.kinds)) for draft in drafts), start=np.zeros_like(self.wanted))
        spare = np.maximum(count - self.wanted, 0)
        cut = [trimmed(self.grid, draft, spare) for draft in drafts]
        return [draft for draft in cut if len(draft.blocks)]
