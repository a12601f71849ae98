"""The rest of the last board as one large rectangle: its pieces laid on ever less of it, and fewer of them.

First the pieces of the last board are laid on a board made shallower, step by step, in either direction. Then other
boards take more of them: a few boards are emptied and a beam search lays on them more than there was before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from cutting.nesting.small_exchange import Exchange, but_emptiest
from cutting.nesting.small_tree import Counts, Taste, Tree
from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft

GUIDES = ((0.1, 1.0), (0.02, 0.5), (0.1, 0.3))


def squeezed(grid: Grid, counts: Counts, least: int, width: int, hurry: Callable[[], bool]) -> tuple[Draft, int] | None:
    """The pieces on one board with more than an area of `least` left in one rectangle, and that area, or None."""
    best: tuple[Draft, int] | None = None
    for direction in grid.directions:
        sides = (int(grid.length[0]), int(grid.width[0]))
        length, depth = sides[direction], sides[1 - direction]
        guide = 0
        while guide < len(GUIDES) and not hurry():
            shallow = depth - least // length - 1
            if shallow <= 0 or shallow * length < int(counts @ (grid.x.astype(np.int64) * grid.y)):
                break
            bias, power = GUIDES[guide]
            taste = Taste(width=width, bias=bias, power=power, directions=(direction,), depth=shallow)
            found = Tree(grid, counts, 1, taste).whole(hurry)
            if found is None:
                guide += 1
            else:
                best, least = (found.drafts[0], found.rest), found.rest
    return best


class Squeeze:
    """The boards of a plan, the last one with the rest that is to grow."""

    def __init__(
        self, grid: Grid, drafts: Sequence[Draft], draw: np.random.Generator, hurry: Callable[[], bool]
    ) -> None:
        self.grid, self.hurry = grid, hurry
        self.exchange = Exchange(grid, but_emptiest(drafts), draw, hurry)
        self.last = min(drafts, key=lambda draft: draft.filled)
        self.full = self.exchange.drafts
        self.rest = -1

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All boards, the last one last."""
        return (*self.full, self.last)

    def lay(self, width: int) -> bool:
        """Squeeze the waiting pieces on the last board; True where more is left of it."""
        found = squeezed(self.grid, self.exchange.waiting, self.rest, width, self.hurry)
        if found is None:
            return False
        (self.last, self.rest), self.full = found, self.exchange.drafts
        return True

    def unload(self, moves: int, width: int) -> bool:
        """Let the other boards take more, move by move; True where more is left of the last board."""
        grown = False
        for _ in range(moves):
            before = self.exchange.waiting
            if self.hurry() or not self.full:
                break
            self.exchange.search(1, width)
            if (self.exchange.waiting != before).any() and self.lay(width):
                grown = True
        return grown
