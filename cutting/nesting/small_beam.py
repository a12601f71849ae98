"""A beam search over half-filled boards, one level of the tree at a call, compiled.

After Fontan & Libralesso (2020), "An anytime tree search algorithm for two-dimensional two- and three-staged
guillotine packing problems". A board is filled strip by strip, a strip segment by segment (side by side along it), a
segment piece by piece (one above the other). A node is a partial filling; a child adds one piece: on top in the
open segment, in a new segment, in a new strip, on a new board. Fillings that are the same but for the order of their
parts are met once: in a segment the widest piece comes first, in a strip the tallest segment, on a board the tallest
strip; and nothing is closed while a piece that is left still fits into it, for to move it there never hurts.

A node is judged by its front: what the parts closed so far and the open segment cover, less what is in them, is waste.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled
from cutting.nesting.small_front import (
    BOARD,
    FIELDS,
    FIRST,
    HEIGHT,
    LAST,
    LIMIT,
    ON_TOP,
    SEG,
    SEGMENT,
    STRIP,
    TOP,
    WAY,
    WIDTH,
    Floats,
    Ints,
    Longs,
    Pieces,
    Rules,
    X,
    Y,
    advance_front,
    covered,
)
from cutting.nesting.small_promise import holds, power_of, promise, promised, thinnest
from cutting.nesting.small_reach import Reach, beyond


class Level(NamedTuple):
    """Nodes with equally many pieces: counts left by kind, front, value laid, area covered, set of pieces."""

    left: NDArray[np.int16]
    front: Ints
    value: Longs
    used: Longs
    set: Longs


class Grown(NamedTuple):
    """Some levels one after another, a row each: parent, action and value of its nodes, and how many they are."""

    parents: Ints
    actions: Ints
    values: Longs
    born: Longs


class Choice(NamedTuple):
    """Children met so far: guide (less is better), parent, action, area covered, set of pieces; a table of sets met."""

    guide: Floats
    parent: Ints
    action: Ints
    used: Longs
    set: Longs
    table: Longs


class Look(NamedTuple):
    """Work space: least sizes left by direction, the slope of `promise`, the area of all boards allowed, a front, and
    the guide from which on no child will be kept."""

    thin: Longs
    areas: Floats
    values: Floats
    room: Longs
    front: Ints
    worst: Floats


@compiled
def prune(choice: Choice, count: int, keep: int) -> int:
    """Leave only the `keep` best of `count` children, the first ones where guides are equal."""
    worst = np.partition(choice.guide[:count], keep)[keep]
    equal = keep
    for i in range(count):
        if choice.guide[i] < worst:
            equal -= 1
    kept = 0
    for i in range(count):
        same = choice.guide[i] == worst
        if choice.guide[i] < worst or (same and equal > 0):
            equal -= int(same)
            choice.guide[kept] = choice.guide[i]
            choice.parent[kept] = choice.parent[i]
            choice.action[kept] = choice.action[i]
            choice.used[kept] = choice.used[i]
            choice.set[kept] = choice.set[i]
            kept += 1
    return kept


@compiled
def consider(
    pieces: Pieces,
    rules: Rules,
    reach: Reach,
    level: Level,
    i: int,
    action: int,
    choice: Choice,
    count: int,
    look: Look,
    n: int,
) -> tuple[int, bool]:
    """Add the children of node `i` by one action that may surpass the goal; how many there are, whether any fitted."""
    f = look.front
    d = level.front[i, WAY] if action < BOARD else action - BOARD
    ways = pieces.along.shape[1]
    fitted = False
    begin = 0
    high, wide = rules.depth[d], rules.length[d]
    if action == ON_TOP:
        begin = level.front[i, LAST]
        high = max(level.front[i, HEIGHT], level.front[i, FIRST] * level.front[i, LIMIT]) - level.front[i, TOP]
    elif action == SEGMENT:
        begin = 0 if level.front[i, FIRST] else level.front[i, SEG]
        high, wide = np.int64(level.front[i, HEIGHT]), wide - level.front[i, X] - level.front[i, WIDTH]
    elif action == STRIP:
        high -= level.front[i, Y] + level.front[i, HEIGHT]
    for j in range(begin, ways):
        kind = pieces.kind[d, j]
        if level.left[i, kind] == 0:
            continue
        if pieces.across[d, j] > high or pieces.along[d, j] > wide:
            continue
        for field in range(FIELDS):
            f[field] = level.front[i, field]
        if not advance_front(pieces, rules, f, action, j):
            continue
        fitted = True
        used = covered(rules, f, look.thin)
        value = level.value[i] + pieces.value[kind]
        free = float(look.room[0] - used + pieces.size[kind])
        if not holds(look.areas, look.values, free, rules.goal + 0.5 - level.value[i]):
            continue
        ident = level.set[i] + pieces.sign[kind]
        luck = (((ident ^ (used * 7919)) * 2654435761) >> 20) & 1023
        waste = max(rules.bias + 1.0 - value / (used * rules.unit), 1e-9)
        guide = waste / power_of(value / n, rules.power) * (1.0 + rules.noise * luck / 1023.0)
        if guide > look.worst[0]:
            continue
        if reach.cell > 0 and value + beyond(pieces, rules, reach, f) <= rules.goal:
            continue
        if count == choice.guide.shape[0]:
            count = prune(choice, count, count // 2)
            look.worst[0] = choice.guide[:count].max()
        choice.guide[count] = guide
        choice.parent[count] = i
        choice.action[count] = action * ways + j
        choice.used[count] = used
        choice.set[count] = ident
        count += 1
    return count, fitted


@compiled
def expand(
    pieces: Pieces, rules: Rules, reach: Reach, level: Level, nodes: int, choice: Choice, n: int, look: Look
) -> int:
    """All worthwhile children, of `n` pieces each, of a level into `choice`; returns how many."""
    count = 0
    area = max(rules.open[0] * rules.length[0] * rules.depth[0], rules.open[1] * rules.length[1] * rules.depth[1])
    look.room[0] = rules.boards * area
    look.worst[0] = np.inf
    for i in range(nodes):
        promise(pieces, level.left[i], look.areas, look.values)
        free = float(look.room[0] - level.used[i])
        if level.value[i] + promised(look.areas, look.values, free) < rules.goal + 0.5:
            continue
        thinnest(pieces, level.left[i], look.thin)
        if n > 1:
            fitted = False
            if rules.stages > 2:
                count, fitted = consider(pieces, rules, reach, level, i, ON_TOP, choice, count, look, n)
            if fitted and level.front[i, FIRST] == 0:
                continue
            count, fitted = consider(pieces, rules, reach, level, i, SEGMENT, choice, count, look, n)
            if fitted:
                continue
            count, fitted = consider(pieces, rules, reach, level, i, STRIP, choice, count, look, n)
            if fitted:
                continue
        for d in range(2):
            if rules.open[d]:
                count, fitted = consider(pieces, rules, reach, level, i, BOARD + d, choice, count, look, n)
    return count


@compiled
def breed(
    pieces: Pieces, rules: Rules, level: Level, choice: Choice, count: int, young: Level, parents: Ints, actions: Ints
) -> int:
    """The best children, one for each set of pieces, become the next level; returns how many."""
    if count > 4 * parents.shape[0]:
        count = prune(choice, count, 3 * parents.shape[0])
    order = np.argsort(choice.guide[:count])
    size = choice.table.shape[0]
    choice.table[:] = 0
    ways = pieces.along.shape[1]
    born = 0
    for c in order:
        if born == parents.shape[0]:
            break
        ident = choice.set[c]
        if rules.strict:
            ident = ident ^ (choice.used[c] * 1000003)
        ident = max(ident & ((1 << 62) - 1), 1)
        slot = ident % size
        while choice.table[slot] != 0 and choice.table[slot] != ident:
            slot = (slot + 1) % size
        if choice.table[slot] == ident:
            continue
        choice.table[slot] = ident
        i = choice.parent[c]
        action = choice.action[c] // ways
        j = choice.action[c] % ways
        young.front[born] = level.front[i]
        advance_front(pieces, rules, young.front[born], action, j)
        d = young.front[born, WAY]
        kind = pieces.kind[d, j]
        young.left[born] = level.left[i]
        young.left[born, kind] -= 1
        young.value[born] = level.value[i] + pieces.value[kind]
        young.used[born] = choice.used[c]
        young.set[born] = choice.set[c]
        parents[born] = i
        actions[born] = choice.action[c]
        born += 1
    return born


@compiled
def grow_levels(
    pieces: Pieces,
    rules: Rules,
    reach: Reach,
    level: Level,
    nodes: int,
    choice: Choice,
    young: Level,
    grown: Grown,
    n: int,
    look: Look,
) -> int:
    """As many levels further as `grown` has rows, the first one of `n` pieces, or until no node has a child.

    Levels take turns in the two stores: after an odd number of them the last one is in `young`.
    """
    for row in range(len(grown.born)):
        count = expand(pieces, rules, reach, level, nodes, choice, n + row, look)
        if count == 0:
            return row
        born = breed(pieces, rules, level, choice, count, young, grown.parents[row], grown.actions[row])
        grown.born[row] = born
        grown.values[row, :born] = young.value[:born]
        level, young = young, level
        nodes = born
    return len(grown.born)
