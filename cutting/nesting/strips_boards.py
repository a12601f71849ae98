"""Laying strips on boards, one after another, compiled.

Each board is begun in the direction, and on the kind of board, where a knapsack over the strip heights promises the
most value per cost; then strips are committed one at a time, the densest of the knapsack's choice first. Fills are
kept from strip to strip and board to board. A fill whose pieces have run out keeps its value as a guess, which is
nearly always too high, and is filled anew only when a knapsack chooses it.

`advance` works on arrays that hold the whole state and returns when its budget is spent, to be called again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cutting.nesting.strips_kernels import Floats, Ints, Longs, Mix, Rules, Scratch, compiled, fill_strip

PHASE, SHEETS, SYSTEM, ROOM, PIECES, BLOCKS = 0, 1, 2, 3, 4, 5
"""Places in `Run.state`: 0 to begin a board and 1 on a board, boards laid, its system, what is left of its depth,
pieces still to lay, blocks written."""

STALE, FRESH, UNKNOWN = 0, 1, 2
ENOUGH_STRIPS, SIZES = 80, 33
"""So many of the densest strips enter the knapsack over heights, and the densest of each of so many sizes."""


class Systems(NamedTuple):
    """Each kind of board in each direction of first cut: strips of `length` lie one beside another over `depth`."""

    direction: Longs
    board: Longs
    length: Longs
    depth: Longs
    weight: Floats
    """One over the cost."""


class Fills(NamedTuple):
    """What is known of the strip of each system and height."""

    value: Floats
    height: Ints
    many: Ints
    """How many blocks the fill has."""
    status: Ints
    blocks: Ints


class Run(NamedTuple):
    """What has been laid and what is left."""

    state: Longs
    left: Longs
    stock: Longs
    out: Ints
    """Blocks laid: sheet, then the six numbers of a block, y measured over the board's depth."""
    sheets: Longs
    """By sheet: its system and the depth left over."""
    use: Longs


class Shelf(NamedTuple):
    """Work space for the knapsack over heights."""

    best: Floats
    from_strip: Ints
    picks: Ints
    strips: Ints
    dense: Floats
    champion: Floats
    """The best value per height of the strips of each of `SIZES` sizes."""


@compiled
def worthy_strips(fills: Fills, system: int, n: int, room: int, shelf: Shelf) -> int:
    """The strips that enter the knapsack: all when they are few, else the densest, and the densest of each size."""
    count = 0
    for k in range(n):
        if fills.value[system, k] > 0 and fills.height[system, k] <= room:
            shelf.strips[count] = k
            shelf.dense[count] = fills.value[system, k] / fills.height[system, k]
            count += 1
    if count <= ENOUGH_STRIPS:
        return count
    least = np.partition(shelf.dense[:count], count - ENOUGH_STRIPS)[count - ENOUGH_STRIPS]
    shelf.champion[:] = 0
    for i in range(count):
        size = fills.height[system, shelf.strips[i]] * (SIZES - 1) // room
        shelf.champion[size] = max(shelf.champion[size], shelf.dense[i])
    kept = 0
    for i in range(count):
        size = fills.height[system, shelf.strips[i]] * (SIZES - 1) // room
        if shelf.dense[i] >= least or shelf.dense[i] >= shelf.champion[size]:
            shelf.strips[kept] = shelf.strips[i]
            kept += 1
    return kept


@compiled
def stack_strips(fills: Fills, system: int, n: int, room: int, shelf: Shelf) -> int:
    """Unbounded knapsack of strips over the depth of the board; the strips chosen into `picks`, returns how many."""
    size = room + 1
    shelf.best[:size] = 0
    shelf.from_strip[:size] = -1
    for i in range(worthy_strips(fills, system, n, room, shelf)):
        k = shelf.strips[i]
        tall = fills.height[system, k]
        value = fills.value[system, k]
        start = tall
        while start < size:
            many = min(tall, size - start)
            source = shelf.best[start - tall : start - tall + many]
            target = shelf.best[start : start + many]
            mark = shelf.from_strip[start : start + many]
            for x in range(many):
                with_it = source[x] + value
                better = with_it > target[x]
                target[x] = with_it if better else target[x]
                mark[x] = k if better else mark[x]
            start += tall
    count = 0
    x = room
    while x > 0 and shelf.from_strip[x] >= 0 and count < shelf.picks.shape[0]:
        shelf.picks[count] = shelf.from_strip[x]
        x -= fills.height[system, shelf.from_strip[x]]
        count += 1
    return count


@compiled
def refill(
    mix: Mix, rules: Rules, systems: Systems, fills: Fills, run: Run, scratch: Scratch, system: int, k: int
) -> int:
    """Fill the strip of one system and height anew; returns the work."""
    d = systems.direction[system]
    value, height, count, work = fill_strip(
        mix,
        rules,
        run.left,
        d,
        mix.tall[mix.first_tall[d] + k],
        systems.length[system],
        scratch,
        fills.blocks[system, k],
    )
    fills.value[system, k] = value
    fills.height[system, k] = height
    fills.many[system, k] = count
    fills.status[system, k] = FRESH
    return work


@compiled
def settle(
    mix: Mix,
    rules: Rules,
    systems: Systems,
    fills: Fills,
    run: Run,
    scratch: Scratch,
    shelf: Shelf,
    system: int,
    room: int,
    budget: int,
) -> tuple[int, int]:
    """Choose strips for `room` until all chosen ones are fresh: their number (-1: budget spent) and the budget left."""
    d = systems.direction[system]
    n = mix.first_tall[d + 1] - mix.first_tall[d]
    for k in range(n):
        if fills.status[system, k] == UNKNOWN and mix.tall[mix.first_tall[d] + k] <= room:
            if budget <= 0:
                return -1, budget
            budget -= refill(mix, rules, systems, fills, run, scratch, system, k)
    while True:
        count = stack_strips(fills, system, n, room, shelf)
        budget -= n * room // 4
        stale = False
        for q in range(count):
            if fills.status[system, shelf.picks[q]] == STALE:
                stale = True
                budget -= refill(mix, rules, systems, fills, run, scratch, system, shelf.picks[q])
        if not stale:
            return count, budget
        if budget <= 0:
            return -1, budget


@compiled
def mark_stale(mix: Mix, systems: Systems, fills: Fills, run: Run) -> None:
    """Mark the fills that want more of a kind of piece than is left."""
    for system in range(systems.board.shape[0]):
        d = systems.direction[system]
        for k in range(mix.first_tall[d + 1] - mix.first_tall[d]):
            if fills.status[system, k] != FRESH:
                continue
            blocks = fills.blocks[system, k]
            count = fills.many[system, k]
            for q in range(count):
                run.use[mix.kind[blocks[q, 0]]] += blocks[q, 3] * blocks[q, 4]
            for q in range(count):
                kind = mix.kind[blocks[q, 0]]
                if run.use[kind] > run.left[kind]:
                    fills.status[system, k] = STALE
            for q in range(count):
                run.use[mix.kind[blocks[q, 0]]] = 0


@compiled
def commit(mix: Mix, systems: Systems, fills: Fills, run: Run, system: int, k: int) -> None:
    """Lay a strip on the open board and take its pieces."""
    state = run.state
    y = systems.depth[system] - state[ROOM]
    for q in range(fills.many[system, k]):
        block = fills.blocks[system, k, q]
        row = run.out[state[BLOCKS]]
        row[0] = state[SHEETS]
        row[1:] = block
        row[3] += y
        state[BLOCKS] += 1
        pieces = block[3] * block[4]
        run.left[mix.kind[block[0]]] -= pieces
        state[PIECES] -= pieces
    state[ROOM] -= fills.height[system, k]
    mark_stale(mix, systems, fills, run)


@compiled
def begin_board(
    mix: Mix, rules: Rules, systems: Systems, fills: Fills, run: Run, scratch: Scratch, shelf: Shelf, budget: int
) -> tuple[int, int]:
    """The system worth most per cost for the next board (-1 none, -2 budget spent) and the budget left."""
    best = -1
    most = np.float32(0)
    # The knapsack may repeat a strip whose pieces run out: no board is worth more than all that is left.
    everything = np.float32((run.left * mix.value).sum())
    for system in range(systems.board.shape[0]):
        if run.stock[systems.board[system]] <= 0:
            continue
        room = systems.depth[system]
        count, budget = settle(mix, rules, systems, fills, run, scratch, shelf, system, room, budget)
        if count < 0:
            return -2, budget
        worth = min(shelf.best[room], everything) * systems.weight[system]
        if count > 0 and worth > most:
            most = worth
            best = system
    return best, budget


@compiled
def close_board(run: Run) -> None:
    """Note what is left of the open board and go on to the next."""
    state = run.state
    run.sheets[state[SHEETS], 0] = state[SYSTEM]
    run.sheets[state[SHEETS], 1] = state[ROOM]
    state[SHEETS] += 1
    state[PHASE] = 0


@compiled
def fill_board(
    mix: Mix, rules: Rules, systems: Systems, fills: Fills, run: Run, scratch: Scratch, shelf: Shelf, budget: int
) -> int:
    """Lay strips on the open board until it is full or the budget is spent; returns the budget left."""
    state = run.state
    system = state[SYSTEM]
    while True:
        count, budget = settle(mix, rules, systems, fills, run, scratch, shelf, system, state[ROOM], budget)
        if count < 0:
            return budget
        while count > 0:
            best = 0
            dense = np.float32(-1)
            for q in range(count):
                k = shelf.picks[q]
                if fills.value[system, k] / fills.height[system, k] > dense:
                    dense = fills.value[system, k] / fills.height[system, k]
                    best = q
            k = shelf.picks[best]
            if fills.status[system, k] != FRESH:
                break
            shelf.picks[best] = shelf.picks[count - 1]
            count -= 1
            commit(mix, systems, fills, run, system, k)
            budget -= 64 * mix.tall.shape[0]
            if count == 0:
                close_board(run)
                return budget
        if count == 0:
            close_board(run)
            return budget


@compiled
def advance(
    mix: Mix, rules: Rules, systems: Systems, fills: Fills, run: Run, scratch: Scratch, shelf: Shelf, budget: int
) -> bool:
    """Lay boards until nothing is left to lay, or nothing to lay it on (True), or the budget is spent (False)."""
    state = run.state
    while budget > 0:
        if state[PHASE] == 0:
            if state[PIECES] == 0:
                return True
            system, budget = begin_board(mix, rules, systems, fills, run, scratch, shelf, budget)
            if system == -1:
                return True
            if system >= 0:
                state[PHASE], state[SYSTEM], state[ROOM] = 1, system, systems.depth[system]
                run.stock[systems.board[system]] -= 1
        else:
            budget = fill_board(mix, rules, systems, fills, run, scratch, shelf, budget)
    return False
