"""Diving: the linear program of the patterns rounded step by step, with new patterns priced for what is left.

The pattern that the program saws most goes onto a board for good; the rest is priced and solved anew, until a few
boards are left, which one beam search lays, or until the rest cannot be laid on the boards that remain. (Column
generation with diving, as in Furini, Malaguti, Medina Duran, Persiani & Toth 2012, "A column generation heuristic for
the two-dimensional two-staged guillotine cutting stock problem with multiple stock size".)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.columns_pricing import trimmed
from cutting.nesting.small_pool import Pool
from cutting.nesting.small_tree import Taste, Tree
from cutting.nesting.strips_pass import Draft

WIDTHS, ROUNDS = (32, 256), 40
"""Of the beams that price on the way: the wide ones where the narrow ones do not find enough."""
FEW, WIDE = 4, 256
"""With so few boards left a beam tries to lay all the rest."""


def dive(pool: Pool, boards: int) -> list[Draft]:
    """At most so many boards, nothing twice, with all pieces if the dive went well. New patterns join the pool."""
    left, fixed = pool.wanted.copy(), list[Draft]()
    sub = pool
    while left.any() and len(fixed) < boards and not pool.hurry():
        if boards - len(fixed) <= FEW:
            found = Tree(pool.grid, left, boards - len(fixed), Taste(width=WIDE)).whole(pool.hurry)
            if found is not None:
                return [*fixed, *found.drafts]
        if fixed:
            sub = _residual(pool, left)
            if not _promising(sub, boards - len(fixed)):
                break
            pool.add(sub.drafts)
        for draft in _chosen(sub):
            count = draft.count(len(left))
            if len(fixed) < boards and (count <= left).all():
                fixed.append(draft)
                left = left - count
    return [*fixed, *sub.guess(left, boards - len(fixed), WIDTHS[0])]


def _residual(pool: Pool, left: NDArray[np.int64]) -> Pool:
    """A pool for what is left: the patterns that fit it whole, and those in use without the pieces that are gone."""
    sub = Pool(pool.grid, pool.draw, pool.hurry, left)
    for i, draft in enumerate(pool.drafts):
        count = draft.count(len(left))
        if (count <= left).all():
            sub.add([draft])
        elif i in pool.times and (count * left).any():
            sub.add([trimmed(pool.grid, draft, np.maximum(count - left, 0))])
    for kind in np.flatnonzero(left):
        only = np.zeros_like(left)
        only[kind] = 1
        found = Tree(pool.grid, only, 1, Taste(width=1)).whole(pool.hurry)
        sub.add(found.drafts if found else [])
    return sub


def _promising(sub: Pool, boards: int) -> bool:
    """Whether the rest, priced well enough, may find room on so many boards."""
    for most in range(1, len(WIDTHS) + 1):
        sub.settle(WIDTHS[:most], ROUNDS)
        if sub.cost <= boards + 1e-6:
            return True
    return False


def _chosen(sub: Pool) -> list[Draft]:
    """The patterns sawn whole, or else one of those sawn most."""
    whole = [sub.drafts[i] for i, times in sorted(sub.times.items()) if times > 0.999]
    if whole:
        return whole
    luck = {i: times * float(sub.draw.uniform(0.7, 1.0)) for i, times in sorted(sub.times.items())}
    return [sub.drafts[max(luck, key=lambda i: (luck[i], -i))]]
