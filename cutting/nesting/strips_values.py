"""Correcting the values of pieces from pass to pass, and the tuning of passes over a whole pool.

Sequential value correction (after Mukhacheva; Belov & Scheithauer 2007): pieces that came to lie on badly filled
sheets are worth more in the next pass, so that they are laid while there is choice. Over a pool of thousands of
pieces this gains more than laying groups of sheets anew: a group has too little choice to be filled better.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Laying, Tuning

POOL, HUGE = 3_000, 30_000
"""Jobs of more pieces than the first are pools; beyond the second these values were measured to do harm."""
SHARP = 5.0
"""How sharply waste raises values in a pool. On one pool 0.5 and 1 gained little, 3 two thirds as much, 8 no more."""


def correct(grid: Grid, laying: Laying, worth: NDArray[np.float64], *, sharp: float) -> None:
    """Raise the values `worth`, by kind, of pieces on badly filled sheets, in place; the more the sharper."""
    total = np.zeros(len(worth))
    count = np.zeros(len(worth))
    for draft in laying.drafts:
        pieces = draft.count(len(worth))
        total += pieces * (grid.size[draft.board] / max(draft.filled, 0.2)) ** sharp
        count += pieces
    seen = count > 0
    worth[seen] = 0.7 * worth[seen] + 0.3 * total[seen] / count[seen]


def correct_pool(grid: Grid, laying: Laying, worth: NDArray[np.float64]) -> None:
    """Correct the values of a pool: the emptiest sheet tells nothing, and the mean value stays one."""
    drafts = sorted(laying.drafts, key=lambda draft: draft.filled)[1:]
    correct(grid, Laying(drafts=tuple(drafts), left=laying.left), worth, sharp=SHARP)
    worth /= np.average(worth, weights=grid.area * grid.wanted)


def draw_pool_tuning(draw: np.random.Generator, worth: NDArray[np.float64]) -> Tuning:
    """Tuning values for a pass over a whole pool, drawn at random within what was measured to be good."""
    return Tuning(
        power=float(draw.uniform(1.016, 1.02)),
        dense=float(draw.uniform(0.48, 0.55)),
        wide=150,
        topped=True,
        worth=worth.copy(),
    )
