"""Filling one sheet without saw lines, compiled: maximal free rectangles.

The free room of a sheet is kept as all rectangles that cannot grow, which overlap (Jylanki 2010, "A Thousand Ways to
Pack the Bin", MaxRects). A piece takes the lower left corner of one of them, chosen by a rule; every free rectangle
that it meets is divided into up to four, and those that lie within another are dropped.

All sizes are micrometres with one tool added to every piece and to the usable board, so there is no tool here; the
origin is the corner of the usable board. Free rectangles are rows x, y, length, width; pieces laid are rows kind, x,
y, turned.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled

Longs: TypeAlias = NDArray[np.int64]
Bytes: TypeAlias = NDArray[np.uint8]

RULES = 5
"""How a free rectangle is chosen: 0 best short side, 1 best area, 2 best long side, 3 lowest, 4 furthest left."""
MOST_FREE = 1_500
"""Free rectangles kept on a sheet; beyond them the narrowest new ones are forgotten, which only wastes their room."""
BUCKETS = 64
FAR = 1 << 60


class Kinds(NamedTuple):
    """The sizes to lay, the tool included; `ways` is 1 where it may lie straight, 2 turned, 3 both."""

    length: Longs
    width: Longs
    ways: Bytes
    small: Bytes
    """1 where it is better laid `inset` or more inside the sheet."""


class Room(NamedTuple):
    """A sheet being filled."""

    free: Longs
    fresh: Longs
    """Free rectangles just made, before they are compared."""
    tall: Longs
    """By share of the sheet's length: the widest free rectangle that is so long, to refuse most kinds at once."""
    at: Longs
    """Free rectangles, pieces laid, place in the order, length, width, least side that counts, inset of small ones,
    work done."""


def new_room() -> Room:
    """A room, to be opened for each sheet."""
    return Room(
        np.empty((MOST_FREE, 4), np.int64),
        np.empty((MOST_FREE * 4, 4), np.int64),
        np.empty(BUCKETS + 1, np.int64),
        np.zeros(8, np.int64),
    )


@compiled
def open_room(room: Room, length: int, width: int, least: int, inset: int) -> None:
    """An empty sheet; free room narrower than `least` is forgotten."""
    room.at[0], room.at[1], room.at[2] = 1, 0, 0
    room.at[3], room.at[4], room.at[5] = length, width, least
    room.at[6], room.at[7] = inset, 0
    room.free[0, 0], room.free[0, 1], room.free[0, 2], room.free[0, 3] = 0, 0, length, width
    measure(room)


@compiled
def measure(room: Room) -> None:
    """Fill in `tall`."""
    room.tall[:] = 0
    length = room.at[3]
    for f in range(room.at[0]):
        b = room.free[f, 2] * BUCKETS // length
        room.tall[b] = max(room.tall[b], room.free[f, 3])
    for b in range(BUCKETS - 1, -1, -1):
        room.tall[b] = max(room.tall[b], room.tall[b + 1])


@compiled
def inward(start: int, size: int, need: int, whole: int, inset: int) -> int:
    """Where, from `start` over `size`, a piece begins that keeps `inset` from both ends of the sheet if it can.

    The tool behind the piece and that behind the sheet cancel out, so the inset is the true one.
    """
    at = max(start, inset)
    if at + need <= min(start + size, whole - inset):
        return at
    at = min(start + size, whole - inset) - need
    return at if at >= max(start, inset) else start


@compiled
def near(x: int, y: int, along: int, across: int, length: int, width: int, inset: int) -> bool:
    """Whether a piece lies nearer than `inset` to an edge of the sheet."""
    return x < inset or y < inset or x + along > length - inset or y + across > width - inset


@compiled
def score(rule: int, x: int, y: int, spare_x: int, spare_y: int, area: int) -> tuple[int, int]:
    """How badly a piece lies, and the same again for ties; `area` is that of the free rectangle."""
    if rule == 0:
        return min(spare_x, spare_y), max(spare_x, spare_y)
    if rule == 1:
        return area, min(spare_x, spare_y)
    if rule == 2:
        return max(spare_x, spare_y), min(spare_x, spare_y)
    if rule == 3:
        return y, x
    return x, y


@compiled
def find(room: Room, kinds: Kinds, k: int, rule: int, turn_first: int) -> tuple[bool, int, int, int]:
    """Whether a kind finds room, and where: x, y, turned."""
    best, second, best_x, best_y, best_turn = FAR, FAR, 0, 0, -1
    length, width, inset = room.at[3], room.at[4], room.at[6]
    hold = inset if kinds.small[k] else 0
    for step in range(2):
        turn = step ^ turn_first
        if not kinds.ways[k] & (1 + turn):
            continue
        along = kinds.width[k] if turn else kinds.length[k]
        across = kinds.length[k] if turn else kinds.width[k]
        if along > length or room.tall[along * BUCKETS // length] < across:
            continue
        for f in range(room.at[0]):
            spare_x, spare_y = room.free[f, 2] - along, room.free[f, 3] - across
            if spare_x < 0 or spare_y < 0:
                continue
            x, y = room.free[f, 0], room.free[f, 1]
            if rule >= 3:
                first, last = score(rule, x + along, y + across, 0, 0, 0)
            else:
                first, last = score(rule, x, y, spare_x, spare_y, room.free[f, 2] * room.free[f, 3])
            if hold:
                x = inward(x, room.free[f, 2], along, length, hold)
                y = inward(y, room.free[f, 3], across, width, hold)
                if near(x, y, along, across, length, width, hold):
                    first += FAR >> 1
            if first < best or (first == best and last < second):
                best, second, best_x, best_y, best_turn = first, last, x, y, turn
    return best_turn >= 0, best_x, best_y, best_turn


@compiled
def grow(room: Room, m: int, x: int, y: int, length: int, width: int) -> int:
    """Note a new free rectangle if it is wide enough; returns how many there are."""
    if min(length, width) < room.at[5] or m >= room.fresh.shape[0]:
        return m
    fresh = room.fresh[m]
    fresh[0], fresh[1], fresh[2], fresh[3] = x, y, length, width
    return m + 1


@compiled
def within(inner: Longs, outer: Longs) -> bool:
    """Whether one rectangle lies within another."""
    return bool(
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


@compiled
def take(room: Room, x: int, y: int, along: int, across: int) -> int:
    """Take a rectangle out of the free room; returns the work done.

    A new free rectangle is a part of one that is gone, so no old one can lie within it: only the new are compared.
    """
    kept, made = 0, 0
    for f in range(room.at[0]):
        fx, fy, fl, fw = room.free[f, 0], room.free[f, 1], room.free[f, 2], room.free[f, 3]
        if x >= fx + fl or fx >= x + along or y >= fy + fw or fy >= y + across:
            room.free[kept] = room.free[f]
            kept += 1
            continue
        made = grow(room, made, fx, fy, x - fx, fw)
        made = grow(room, made, x + along, fy, fx + fl - x - along, fw)
        made = grow(room, made, fx, fy, fl, y - fy)
        made = grow(room, made, fx, y + across, fl, fy + fw - y - across)
    old, work = kept, int(room.at[0]) + made * (kept + made)
    for m in range(made):
        lost = False
        for f in range(old):
            if within(room.fresh[m], room.free[f]):
                lost = True
                break
        for other in range(made):
            if lost:
                break
            if other != m and within(room.fresh[m], room.fresh[other]):
                # Of two alike the first stays.
                lost = other < m or not within(room.fresh[other], room.fresh[m])
        if not lost and kept < MOST_FREE:
            room.free[kept] = room.fresh[m]
            kept += 1
    room.at[0] = kept
    measure(room)
    return work + 3 * BUCKETS


@compiled
def fill(
    room: Room, kinds: Kinds, order: Longs, left: Longs, turns: Bytes, rule: int, laid: Longs, budget: int
) -> bool:
    """Lay what fits of the kinds in their order, `left` of each, into `laid`; False where the budget of work ends it.

    Called again it goes on. `turns` says by kind which way is tried first.
    """
    end = room.at[7] + budget
    while room.at[2] < order.shape[0]:
        k = order[room.at[2]]
        while left[k] > 0 and room.at[1] < laid.shape[0]:
            room.at[7] += 2 * room.at[0] + 8
            found, x, y, turn = find(room, kinds, k, rule, turns[k])
            if not found:
                break
            along = kinds.width[k] if turn else kinds.length[k]
            across = kinds.length[k] if turn else kinds.width[k]
            room.at[7] += take(room, x, y, along, across)
            row = laid[room.at[1]]
            row[0], row[1], row[2], row[3] = k, x, y, turn
            room.at[1] += 1
            left[k] -= 1
            if room.at[7] > end:
                return False
        room.at[2] += 1
        room.at[7] += 4
        if room.at[0] == 0 or room.at[1] >= laid.shape[0]:
            room.at[2] = order.shape[0]
        if room.at[7] > end and room.at[2] < order.shape[0]:
            return False
    return True


@compiled
def free_of(room: Room, kinds: Kinds, rows: Longs, length: int, width: int, least: int) -> None:
    """The free room of a sheet that is filled already."""
    open_room(room, length, width, least, 0)
    for i in range(rows.shape[0]):
        k, turn = rows[i, 0], rows[i, 3]
        along = kinds.width[k] if turn else kinds.length[k]
        across = kinds.length[k] if turn else kinds.width[k]
        take(room, rows[i, 1], rows[i, 2], along, across)


@compiled
def count_near(kinds: Kinds, rows: Longs, length: int, width: int, inset: int) -> int:
    """Small pieces of a sheet that lie nearer than `inset` to an edge of the usable board."""
    found = 0
    for i in range(rows.shape[0]):
        k, turn = rows[i, 0], rows[i, 3]
        if not kinds.small[k]:
            continue
        along = kinds.width[k] if turn else kinds.length[k]
        across = kinds.length[k] if turn else kinds.width[k]
        found += near(rows[i, 1], rows[i, 2], along, across, length, width, inset)
    return found
