"""Filling one strip, compiled.

A strip of height `tall` runs over a length. Its content is chosen in two steps: a bounded knapsack over the
length takes stacks of equal pieces (Gilmore & Gomory 1965, the staged pattern), then the holes above the stacks
and behind the last of them are filled greedily, guillotine cut by guillotine cut, as deep as the saw's stages allow.

Content is kept in blocks, rows of six int32: way, x, y, columns, rows, pitch. A block stands for `columns` x `rows`
equal pieces, the first with its lower left corner at (x, y) in the strip, columns `pitch` apart, rows touching.
All sizes are whole steps of the job's grid, one kerf added to every piece and to the board, so there is no kerf here.

A *way* is a kind of piece as it lies: `along` is its size along the strip, `across` over the strip.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int32]
Longs: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]
Function = TypeVar("Function", bound=Callable[..., Any])

BLOCK = 6
"""Numbers in one block of a strip."""


def compiled(function: Function) -> Function:
    """`function` compiled by numba, kept on disk, run without the interpreter's lock."""
    return cast(Function, njit(cache=True, nogil=True)(function))


class Mix(NamedTuple):
    """The ways of one pass. Those of strips that run along direction d (0: x, 1: y) are `first[d] : first[d + 1]`."""

    along: Ints
    across: Ints
    kind: Ints
    first: Longs
    value: Floats
    """By kind: what one piece is worth in this pass."""
    tall: Ints
    """The heights a strip may have; those of direction d are `first_tall[d] : first_tall[d + 1]`."""
    first_tall: Longs
    low: Ints
    """The ways of each direction by rising size across."""
    thick: Floats
    """By way: value per size across, which bounds what a stack of it is worth."""


class Rules(NamedTuple):
    """How strips are filled in one pass."""

    stages: int
    dense: float
    """A stack lower than this part of the strip's height is left out of the knapsack."""
    wide: int
    """At most so many stacks enter the knapsack, those worth most per length."""
    topped: int
    """Whether a stack is valued together with the best piece above it (slower)."""


class Scratch(NamedTuple):
    """Work space of one thread."""

    best: Floats
    other: Floats
    took: Bytes
    """One row for every item of the knapsack: whether the best of length x takes it."""
    stack_way: Ints
    stack_rows: Ints
    stack_value: Floats
    item_stack: Ints
    item_times: Ints
    chosen: Ints
    spare: Longs
    """By kind: how many pieces are left while a strip is being filled."""
    hole: Ints
    """Holes to fill, rows of eight: x, y, length, height, runs across, stage, columns, pitch."""


@compiled
def lay(before: Floats, after: Floats, took: Bytes, length: int, value: np.float32) -> None:
    """One item of a 0-1 knapsack: from the best values without it to those with it. Written to be vectorised."""
    for x in range(length):
        after[x] = before[x]
        took[x] = 0
    without = before[length:]
    shifted = before[: without.shape[0]]
    target = after[length:]
    mark = took[length:]
    for x in range(without.shape[0]):
        with_it = shifted[x] + value
        old = without[x]
        better = with_it > old
        target[x] = with_it if better else old
        mark[x] = better


@compiled
def topping(mix: Mix, left: Longs, d: int, way: int, rows: int, room: int) -> float:
    """The value of the best row of equal pieces in the hole of height `room` above a stack."""
    best = 0.0
    for i in range(mix.first[d], mix.first[d + 1]):
        j = mix.low[i]
        if mix.across[j] > room:
            break
        if mix.along[j] > mix.along[way] or mix.thick[j] * room <= best:
            continue
        free = left[mix.kind[j]] - (rows if mix.kind[j] == mix.kind[way] else 0)
        worth = min(free, room // mix.across[j]) * mix.value[mix.kind[j]]
        best = max(best, worth)
    return best


@compiled
def find_stacks(mix: Mix, rules: Rules, left: Longs, d: int, tall: int, length: int, s: Scratch) -> int:
    """The stacks of equal pieces worth laying in a strip, into `s`; returns how many there are."""
    n = 0
    for j in range(mix.first[d], mix.first[d + 1]):
        across = mix.across[j]
        free = left[mix.kind[j]]
        if across > tall or mix.along[j] > length or free <= 0:
            continue
        rows = min(free, tall // across) if rules.stages >= 3 else 1
        if rows * across < rules.dense * tall:
            continue
        worth = rows * mix.value[mix.kind[j]]
        if rules.topped and rules.stages >= 3 and rows * across < tall:
            worth += topping(mix, left, d, j, rows, tall - rows * across)
        s.stack_way[n] = j
        s.stack_rows[n] = rows
        s.stack_value[n] = worth
        n += 1
    return n if n <= rules.wide else thin(mix, n, rules.wide, s)


@compiled
def thin(mix: Mix, n: int, keep: int, s: Scratch) -> int:
    """Keep of `n` stacks about `keep`, those worth most per length; returns how many."""
    worth = np.empty(n, np.float32)
    for c in range(n):
        worth[c] = s.stack_value[c] / mix.along[s.stack_way[c]]
    least = np.partition(worth, n - keep)[n - keep]
    kept = 0
    for c in range(n):
        if worth[c] >= least and kept < 2 * keep:
            s.stack_way[kept] = s.stack_way[c]
            s.stack_rows[kept] = s.stack_rows[c]
            s.stack_value[kept] = s.stack_value[c]
            kept += 1
    return kept


@compiled
def choose_stacks(mix: Mix, left: Longs, length: int, n: int, s: Scratch) -> int:
    """Bounded knapsack over the strip's length: `s.chosen[c]` stacks of each; returns the items laid."""
    size = length + 1
    before, after = s.best, s.other
    before[:size] = 0
    items = 0
    for c in range(n):
        along = mix.along[s.stack_way[c]]
        most = min(left[mix.kind[s.stack_way[c]]] // s.stack_rows[c], length // along)
        times = 1
        while most > 0 and items < s.took.shape[0]:
            part = min(times, most)
            lay(before[:size], after[:size], s.took[items, :size], part * along, np.float32(part * s.stack_value[c]))
            s.item_stack[items] = c
            s.item_times[items] = part
            before, after = after, before
            most -= part
            times *= 2
            items += 1
    for c in range(n):
        s.chosen[c] = 0
    x = length
    for i in range(items - 1, -1, -1):
        if s.took[i, x]:
            c = s.item_stack[i]
            s.chosen[c] += s.item_times[i]
            x -= s.item_times[i] * mix.along[s.stack_way[c]]
    return items


@compiled
def put(blocks: Ints, m: int, way: int, x: int, y: int, columns: int, rows: int, pitch: int) -> None:
    """Write block `m`."""
    blocks[m, 0] = way
    blocks[m, 1] = x
    blocks[m, 2] = y
    blocks[m, 3] = columns
    blocks[m, 4] = rows
    blocks[m, 5] = pitch


@compiled
def push(
    s: Scratch, n: int, x: int, y: int, length: int, tall: int, up: int, stage: int, columns: int, pitch: int
) -> int:
    """Remember a hole; returns how many are open. A hole too many is left empty."""
    if length <= 0 or tall <= 0 or n >= s.hole.shape[0]:
        return n
    hole = s.hole[n]
    hole[0], hole[1], hole[2], hole[3] = x, y, length, tall
    hole[4], hole[5], hole[6], hole[7] = up, stage, columns, pitch
    return n + 1


@compiled
def best_way(mix: Mix, spare: Longs, d: int, length: int, tall: int, up: int, stacks: int) -> int:
    """The way worth most in a hole, several rows counted where it may be stacked; -1 where nothing fits."""
    best = -1
    most = 0.0
    for j in range(mix.first[d], mix.first[d + 1]):
        free = spare[mix.kind[j]]
        if mix.across[j] > tall or mix.along[j] > length or free <= 0 or mix.thick[j] * tall <= most:
            continue
        rows = min(free, tall // mix.across[j]) if up or stacks else 1
        worth = rows * mix.value[mix.kind[j]]
        if worth > most:
            most = worth
            best = j
    return best


@compiled
def fill_holes(mix: Mix, stages: int, d: int, blocks: Ints, m: int, n: int, s: Scratch) -> int:
    """Fill the `n` open holes of `s`, and those that the filling leaves; returns the number of blocks.

    A hole is cut either across the strip's length (`up` 0: pieces side by side) or along it (`up` 1: one above the
    other) in cuts of `stage`; what a piece leaves beside it within its row needs the next stage. A hole stands for
    `columns` equal ones, `pitch` apart.
    """
    while n > 0 and m < blocks.shape[0]:
        n -= 1
        x, y, length, tall, up, stage, columns, pitch = s.hole[n]
        deeper = stage < stages
        j = best_way(mix, s.spare, d, length, tall, up, deeper)
        if j < 0:
            continue
        along, across, kind = mix.along[j], mix.across[j], mix.kind[j]
        filled = min(columns, s.spare[kind])
        rows = min(s.spare[kind] // filled, tall // across)
        if up == 1 and deeper and along < length:
            rows = 1
        if up == 0 and not deeper:
            rows = 1
        put(blocks, m, j, x, y, filled, rows, pitch)
        m += 1
        s.spare[kind] -= filled * rows
        if filled < columns:
            n = push(s, n, x + filled * pitch, y, length, tall, up, stage, columns - filled, pitch)
        if up == 1:
            n = push(s, n, x, y + rows * across, length, tall - rows * across, 1, stage, filled, pitch)
            if deeper:
                n = push(s, n, x + along, y, length - along, across, 0, stage + 1, filled, pitch)
        else:
            n = push(s, n, x + along, y, length - along, tall, 0, stage, filled, pitch)
            if deeper:
                n = push(s, n, x, y + rows * across, along, tall - rows * across, 1, stage + 1, filled, pitch)
    return m


@compiled
def fill_strip(
    mix: Mix, rules: Rules, left: Longs, d: int, tall: int, length: int, s: Scratch, blocks: Ints
) -> tuple[float, int, int, int]:
    """The content of one strip into `blocks`: its value, the height it needs, its number of blocks, the work done."""
    s.spare[:] = left
    m = 0
    items = 0
    if rules.stages == 1:
        j = best_way(mix, s.spare, d, length, tall, 0, 0)
        if j >= 0:
            put(blocks, 0, j, 0, 0, 1, 1, mix.along[j])
            m = 1
    else:
        n = find_stacks(mix, rules, left, d, tall, length, s)
        items = choose_stacks(mix, left, length, n, s)
        m = emit(mix, rules, d, n, tall, length, s, blocks)
    value = 0.0
    height = 0
    for q in range(m):
        j = blocks[q, 0]
        value += blocks[q, 3] * blocks[q, 4] * mix.value[mix.kind[j]]
        height = max(height, blocks[q, 2] + blocks[q, 4] * mix.across[j])
    work = items * (length + 64) + (m + 1) * 4 * (mix.first[d + 1] - mix.first[d])
    return value, height, m, work


@compiled
def emit(mix: Mix, rules: Rules, d: int, n: int, tall: int, length: int, s: Scratch, blocks: Ints) -> int:
    """Lay the chosen stacks side by side, then fill the holes above and behind them; returns the blocks."""
    m = 0
    x = 0
    for c in range(n):
        if s.chosen[c] == 0 or m + 1 >= blocks.shape[0]:
            continue
        j = s.stack_way[c]
        rows = s.stack_rows[c]
        columns = min(s.chosen[c], s.spare[mix.kind[j]] // rows)
        if columns <= 0:
            continue
        put(blocks, m, j, x, 0, columns, rows, mix.along[j])
        m += 1
        s.spare[mix.kind[j]] -= columns * rows
        x += columns * mix.along[j]
    if rules.stages >= 3:
        laid = m
        for q in range(laid):
            j = blocks[q, 0]
            top = blocks[q, 4] * mix.across[j]
            open_holes = push(s, 0, blocks[q, 1], top, mix.along[j], tall - top, 1, 3, blocks[q, 3], mix.along[j])
            m = fill_holes(mix, rules.stages, d, blocks, m, open_holes, s)
    return fill_holes(mix, rules.stages, d, blocks, m, push(s, 0, x, 0, length - x, tall, 0, 2, 1, 0), s)
