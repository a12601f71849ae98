"""The front of a partial filling of boards: where its last piece lies, what is still open, how it takes a piece more.

Fillings that are the same but for the order of their parts are met once: in a segment the widest piece comes first, in
a strip the tallest segment, on a board the tallest strip.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float64]

ON_TOP, SEGMENT, STRIP, BOARD = 0, 1, 2, 3
"""What a child does with its piece; BOARD + d begins a board with strips in direction d."""
WAY, Y, HEIGHT, X, WIDTH, TOP, LAST, SEG, LIMIT, BOARDS, FIRST, FIELDS = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
"""Fields of a front: direction; strip begun at y, its height; segment begun at x, its width and what is stacked in
it; last way stacked, first way of the segment; the most height the strip may have; boards begun; 1 while the first
segment of a strip grows."""


class Pieces(NamedTuple):
    """Ways by direction, longest along the strips first: arrays [direction, way]."""

    along: Ints
    across: Ints
    kind: Ints
    value: Longs
    """By kind; in units of area."""
    size: Longs
    """By kind: its area."""
    dense: Longs
    """Kinds, the most value for their area first."""
    sign: Longs
    """By kind: random, for the sums that tell sets of pieces apart."""


class Rules(NamedTuple):
    """`length` and `depth` of the board by direction, `open` directions, the stage limit, boards allowed; the most
    value of a unit of area, the value to be surpassed; how the guide weighs waste against small pieces."""

    length: Longs
    depth: Longs
    open: Longs
    stages: int
    boards: int
    unit: int
    goal: int
    bias: float
    power: float
    noise: float
    strict: int


@compiled
def covered(rules: Rules, f: Ints, thin: Longs) -> int:
    """The area that a front has passed, slivers that hold no piece (thinner than `thin`) included."""
    d = f[WAY]
    length, depth = rules.length[d], rules.depth[d]
    height = np.int64(f[HEIGHT])
    used = (f[BOARDS] - 1) * length * depth + f[Y] * length + f[X] * height
    end = np.int64(f[X] + f[WIDTH])
    top = np.int64(f[TOP])
    if f[FIRST] == 0 and (height - top < thin[d] or rules.stages == 2):
        top = height
    used += f[WIDTH] * top
    if length - end < thin[1 - d]:
        used += (length - end) * height
    rest = depth - f[Y] - height
    if rest < thin[d] and f[FIRST] == 0:
        used += rest * length
    return int(used)


@compiled
def advance_front(pieces: Pieces, rules: Rules, f: Ints, action: int, j: int) -> bool:
    """Add way `j` to a front by `action`; False where it has no room."""
    d = f[WAY] if action < BOARD else action - BOARD
    along, across = pieces.along[d, j], pieces.across[d, j]
    if action == ON_TOP:
        top = f[TOP] + across
        if j < f[LAST] or top > (f[LIMIT] if f[FIRST] else f[HEIGHT]):
            return False
        f[TOP] = top
        f[HEIGHT] = max(f[HEIGHT], top)
        f[LAST] = j
        return True
    if action == SEGMENT:
        x = f[X] + f[WIDTH]
        if across > f[HEIGHT] or x + along > rules.length[d] or (f[FIRST] == 0 and j < f[SEG]):
            return False
        f[X], f[FIRST] = x, 0
    elif action == STRIP:
        y = f[Y] + f[HEIGHT]
        if across > f[HEIGHT] or y + across > rules.depth[d] or along > rules.length[d]:
            return False
        f[Y], f[LIMIT] = y, min(f[HEIGHT], rules.depth[d] - y)
        f[X], f[HEIGHT], f[FIRST] = 0, across, 1
    else:
        if across > rules.depth[d] or along > rules.length[d] or f[BOARDS] >= rules.boards:
            return False
        f[BOARDS] += 1
        f[WAY], f[Y], f[LIMIT], f[X], f[HEIGHT], f[FIRST] = d, 0, rules.depth[d], 0, across, 1
    f[WIDTH], f[TOP], f[LAST], f[SEG] = along, across, j, j
    return True


@compiled
def replay(pieces: Pieces, rules: Rules, turned: NDArray[np.bool_], moves: Longs, blocks: Ints, begins: Longs) -> int:
    """Make these moves (action times ways, plus way) from the empty front; returns the number of boards begun.

    Into `blocks`, one a move, the rows of a draft; into `begins`, by board, its first move.
    """
    front = np.zeros(FIELDS, np.int32)
    ways = pieces.along.shape[1]
    boards = 0
    for at in range(moves.shape[0]):
        action, j = moves[at] // ways, moves[at] % ways
        advance_front(pieces, rules, front, action, j)
        if action >= BOARD:
            begins[boards] = at
            boards += 1
        d = front[WAY]
        blocks[at, 0], blocks[at, 1] = pieces.kind[d, j], turned[d, j]
        blocks[at, 2], blocks[at, 3] = front[X], front[Y] + front[TOP] - pieces.across[d, j]
        blocks[at, 4], blocks[at, 5], blocks[at, 6] = 1, 1, pieces.along[d, j]
    return boards
