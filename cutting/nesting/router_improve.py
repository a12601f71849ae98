"""Sheets taken apart and filled anew, compiled: ruin and recreate.

Some sheets, weak ones more often, give all their pieces into a pool, with those that found no room at all; the same
boards are then filled from the pool, one after the other, in a random order of the pieces. The new sheets stay if no
more is left out, the boards cost no more, and the sum of the squares of the fillings is not much less: the sum of
squares rises when full sheets get fuller and weak ones weaker, until one is empty (Schrimpf et al. 2000, "Record
breaking optimization results using the ruin and recreate principle"; the objective of Falkenauer 1996).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cutting.nesting.compiled import compiled
from cutting.nesting.router_kernels import Bytes, Kinds, Longs, Room, fill, open_room

NOWHERE = -1
MOST_SHEETS = 5
"""Sheets taken apart at once."""
MOST_POOL = 240
"""Pieces in a pool, unless two sheets have more already."""
HUGE_POOL = 4_000
"""Pools above this are left alone: filling them takes too long to look at the watch."""


class Layout(NamedTuple):
    """All pieces and sheets of a plan."""

    rows: Longs
    """A row for each piece: kind, x, y, turned, sheet or `NOWHERE`."""
    board: Longs
    """The kind of board by sheet."""
    held: Longs
    """Pieces by sheet; 0 where it is empty and its board back in stock."""
    filled: Longs
    """Area of the pieces by sheet, in parts of a million of its board."""


class Stock(NamedTuple):
    """The kinds of boards, tool included."""

    length: Longs
    width: Longs
    cost: Longs
    left: Longs
    """Still in stock; -1 is any number."""


class Desk(NamedTuple):
    """Room to work on."""

    room: Room
    pool: Longs
    """Numbers of the rows in the pool."""
    wanted: Longs
    """Of each kind in the pool."""
    order: Longs
    keys: Longs
    laid: Longs
    turns: Bytes
    chance: Longs
    """The state of the random numbers."""


@compiled
def draw(chance: Longs, many: int) -> int:
    """A random number below `many` (Knuth's linear congruential generator, its upper bits)."""
    chance[0] = chance[0] * 6364136223846793005 + 1442695040888963407
    return int((chance[0] >> 31) & 0xFFFFFFFF) % many


@compiled
def choose(layout: Layout, chance: Longs, chosen: Longs) -> int:
    """Sheets to take apart, into `chosen`; returns how many."""
    sheets = layout.board.shape[0]
    wish = 2 + draw(chance, MOST_SHEETS - 1)
    n, pieces = 0, 0
    for _ in range(4 * MOST_SHEETS):
        s = draw(chance, sheets)
        if draw(chance, 2 + n) == 0:
            # The weakest of a few, as often as not.
            for _ in range(3):
                other = draw(chance, sheets)
                if layout.held[other] and (not layout.held[s] or layout.filled[other] < layout.filled[s]):
                    s = other
        if not layout.held[s] or (n >= 2 and pieces + layout.held[s] > MOST_POOL):
            continue
        twice = False
        for i in range(n):
            twice = twice or chosen[i] == s
        if twice:
            continue
        chosen[n] = s
        pieces += layout.held[s]
        n += 1
        if n == wish:
            break
    return n


@compiled
def gather(layout: Layout, chosen: Longs, n: int, desk: Desk) -> int:
    """The pieces of the chosen sheets and those nowhere, into the pool; returns how many."""
    m = 0
    for row in range(layout.rows.shape[0]):
        s = layout.rows[row, 4]
        inside = s == NOWHERE
        for i in range(n):
            inside = inside or s == chosen[i]
        if inside and m < desk.pool.shape[0]:
            desk.pool[m] = row
            m += 1
    return m


@compiled
def sort_pool(layout: Layout, kinds: Kinds, m: int, desk: Desk) -> int:
    """The kinds of the pool in a random order, large ones first more or less; returns how many."""
    by, noise = draw(desk.chance, 5), (0, 100, 250, 600)[draw(desk.chance, 4)]
    lie = draw(desk.chance, 3)
    n = 0
    for i in range(m):
        k = layout.rows[desk.pool[i], 0]
        desk.wanted[k] += 1
        if desk.wanted[k] > 1:
            continue
        length, width = kinds.length[k], kinds.width[k]
        if by == 0:
            key = 2 * max(length, width)
        elif by == 1:
            key = 2 * min(length, width)
        elif by == 2:
            key = length + width
        else:
            key = int(2 * np.sqrt(float(length) * float(width)))
        desk.order[n] = k
        desk.keys[n] = -key * (1000 + draw(desk.chance, 2 * noise + 1) - noise)
        long_first = length >= width
        desk.turns[k] = draw(desk.chance, 2) if lie == 2 else (long_first if lie == 1 else not long_first)
        n += 1
    desk.order[:n] = desk.order[:n][np.argsort(desk.keys[:n], kind="mergesort")]
    return n


@compiled
def refill(
    kinds: Kinds, stock: Stock, boards: Longs, n: int, kinds_here: int, least: int, desk: Desk, ends: Longs
) -> int:
    """Fill the boards one after the other; pieces laid on them end at `ends` in `desk.laid`. Returns the work done."""
    total, work = 0, 0
    for i in range(n):
        b = boards[i]
        open_room(desk.room, stock.length[b], stock.width[b], least, 0)
        rule = draw(desk.chance, 6)
        if rule == 5:
            rule = 0
        fill(desk.room, kinds, desk.order[:kinds_here], desk.wanted, desk.turns, rule, desk.laid[total:], 1 << 60)
        total += desk.room.at[1]
        ends[i] = total
        work += desk.room.at[7]
    return work


@compiled
def area_of(kinds: Kinds, k: int) -> float:
    """The area of a kind, as a float so that sums never overflow."""
    return float(kinds.length[k]) * float(kinds.width[k])


@compiled
def weigh(
    kinds: Kinds, stock: Stock, boards: Longs, ends: Longs, n: int, desk: Desk, filled: Longs
) -> tuple[float, int, float]:
    """Area left out (tools included), cost of boards in use, and the sum of squares, of what was laid anew."""
    cost, squares, first, laid = 0, 0.0, 0, 0.0
    for i in range(n):
        area = 0.0
        for j in range(first, ends[i]):
            area += area_of(kinds, desk.laid[j, 0])
        board = float(stock.length[boards[i]]) * float(stock.width[boards[i]])
        filled[i] = int(1e6 * area / board)
        laid += area
        if ends[i] > first:
            cost += stock.cost[boards[i]]
        squares += (area / board) ** 2 * stock.cost[boards[i]]
        first = ends[i]
    return laid, cost, squares


@compiled
def weigh_old(
    layout: Layout, kinds: Kinds, stock: Stock, chosen: Longs, n: int, m: int, desk: Desk
) -> tuple[float, int, float]:
    """The same of the chosen sheets as they are, their pieces being the pool."""
    cost, squares, laid = 0, 0.0, 0.0
    for i in range(n):
        b = layout.board[chosen[i]]
        cost += stock.cost[b]
        squares += (layout.filled[chosen[i]] / 1e6) ** 2 * stock.cost[b]
    for i in range(m):
        if layout.rows[desk.pool[i], 4] != NOWHERE:
            laid += area_of(kinds, layout.rows[desk.pool[i], 0])
    return laid, cost, squares


@compiled
def mix(layout: Layout, stock: Stock, chosen: Longs, boards: Longs, n: int, desk: Desk) -> None:
    """The order in which the chosen sheets are filled, and their boards: now and then one of them of another kind."""
    for i in range(n):
        j = i + draw(desk.chance, n - i)
        chosen[i], chosen[j] = chosen[j], chosen[i]
    for i in range(n):
        boards[i] = layout.board[chosen[i]]
    swapped, other = draw(desk.chance, n), draw(desk.chance, stock.cost.shape[0])
    if other != boards[swapped] and stock.left[other] != 0 and draw(desk.chance, 3) == 0:
        boards[swapped] = other


@compiled
def commit(
    layout: Layout, chosen: Longs, boards: Longs, n: int, m: int, ends: Longs, filled: Longs, desk: Desk
) -> None:
    """Write the new sheets over the old; what is left of the pool lies nowhere."""
    at, first = 0, 0
    for i in range(n):
        s = chosen[i]
        layout.board[s], layout.held[s], layout.filled[s] = boards[i], ends[i] - first, filled[i]
        for j in range(first, ends[i]):
            row = layout.rows[desk.pool[at]]
            row[0], row[1], row[2], row[3], row[4] = (
                desk.laid[j, 0],
                desk.laid[j, 1],
                desk.laid[j, 2],
                desk.laid[j, 3],
                s,
            )
            at += 1
        first = ends[i]
    for i in range(desk.order.shape[0]):
        if at == m:
            break
        k = desk.order[i]
        for _ in range(desk.wanted[k]):
            layout.rows[desk.pool[at], 0], layout.rows[desk.pool[at], 4] = k, NOWHERE
            at += 1


@compiled
def improve(layout: Layout, kinds: Kinds, stock: Stock, least: int, heat: float, budget: int, desk: Desk) -> int:
    """Take sheets apart and fill them anew until the budget of work is spent; returns how often a plan got better.

    Better is: less left out, or a lower cost. `heat` is what the sum of squares may lose, in boards.
    """
    chosen, boards = np.empty(MOST_SHEETS, np.int64), np.empty(MOST_SHEETS, np.int64)
    ends, filled = np.empty(MOST_SHEETS, np.int64), np.empty(MOST_SHEETS, np.int64)
    better = 0
    while budget > 0:
        budget -= 200 + layout.rows.shape[0] // 2
        n = choose(layout, desk.chance, chosen)
        m = gather(layout, chosen, n, desk)
        if n == 0 or m > HUGE_POOL:
            budget -= m
            continue
        old_laid, old_cost, old_squares = weigh_old(layout, kinds, stock, chosen, n, m, desk)
        mix(layout, stock, chosen, boards, n, desk)
        kinds_here = sort_pool(layout, kinds, m, desk)
        budget -= refill(kinds, stock, boards, n, kinds_here, least, desk, ends)
        laid, cost, squares = weigh(kinds, stock, boards, ends, n, desk, filled)
        slack = heat * draw(desk.chance, 1000) / 1000.0 * (old_cost / n)
        # Areas are sums of floats: a piece too small for them to tell must not get lost.
        same = abs(laid - old_laid) <= 1e-9 * old_laid and ends[n - 1] >= layout.held[chosen[:n]].sum()
        gains = (not same and laid > old_laid) or (same and cost < old_cost)
        if gains or (same and cost == old_cost and squares >= old_squares - slack):
            give_back(stock, layout, chosen, boards, ends, n)
            commit(layout, chosen, boards, n, m, ends, filled, desk)
            better += gains
        for i in range(kinds_here):
            desk.wanted[desk.order[i]] = 0
    return better


@compiled
def give_back(stock: Stock, layout: Layout, chosen: Longs, boards: Longs, ends: Longs, n: int) -> None:
    """Put the old boards of the chosen sheets into stock and take the new ones out."""
    first = 0
    for i in range(n):
        old = layout.board[chosen[i]]
        if stock.left[old] >= 0:
            stock.left[old] += 1
        if ends[i] > first and stock.left[boards[i]] >= 0:
            stock.left[boards[i]] -= 1
        first = ends[i]
