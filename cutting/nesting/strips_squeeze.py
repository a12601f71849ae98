"""Squeezing the emptiest sheet, so that what is left of it is one large rectangle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft, Laying, Tuning, run_pass

TRIES = 12
"""Tunings tried in each direction."""


def squeeze(grid: Grid, laying: Laying, seed: int, hurry: Callable[[], bool]) -> Laying:
    """The same laying, its emptiest sheet laid anew on an ever shallower board as long as that succeeds."""
    if not laying.drafts:
        return laying
    worst = min(range(len(laying.drafts)), key=lambda i: laying.drafts[i].filled)
    draft = laying.drafts[worst]
    best = max((_shallowest(grid, draft, d, seed, hurry) for d in grid.directions), key=lambda each: _rest(grid, each))
    if _rest(grid, best) <= _rest(grid, draft):
        return laying
    drafts = (*laying.drafts[:worst], *laying.drafts[worst + 1 :], best)
    return replace(laying, drafts=drafts)


def _shallowest(grid: Grid, draft: Draft, direction: int, seed: int, hurry: Callable[[], bool]) -> Draft:
    """The pieces of a draft in strips of one direction over as little depth as was found."""
    draw = np.random.default_rng(seed)
    wanted = draft.count(len(grid.kinds))
    stock = np.zeros_like(grid.stock)
    stock[draft.board] = 1
    full = int(grid.width[draft.board] if direction == 0 else grid.length[draft.board])
    depth = full - draft.rest - 1 if draft.direction == direction else full
    best = draft
    for n in range(TRIES):
        while depth > 0 and not hurry():
            tuning = Tuning(
                power=float(draw.uniform(1.0, 1.1)),
                dense=float(draw.uniform(0.5, 0.98)),
                topped=n % 2 == 0,
                directions=(direction,),
            )
            laid = run_pass(grid, wanted, stock, tuning, hurry, depth)
            if laid is None or laid.left.any():
                break
            used = depth - laid.drafts[0].rest
            best = replace(laid.drafts[0], rest=full - used)
            depth = used - 1
    return best


def _rest(grid: Grid, draft: Draft) -> int:
    """The area of the rest beyond the last strip, in grid steps."""
    return draft.rest * int(grid.length[draft.board] if draft.direction == 0 else grid.width[draft.board])
