"""Which widths fill the free stretches of a wall best, exactly.

Dynamic programming over positions from left to right: at a position and with the wishes from some one on
still open, a unit is set, or the rest of a stretch is jumped over, or a wish is given up. Wishes keep their
order. Best means, in this order: most units that were asked for, most width filled (the smallest residue),
least jumped over, fewest units, widths as equal as possible.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.layout.free_space import Stretch
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One unit wanted, of one of these widths; an endless one stands for as many as fit."""

    wish: int
    zone: Zone
    widths: tuple[Length, ...]
    endless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit set at an offset."""

    item: Item
    offset: Length
    width: Length

    @property
    def end(self) -> Length:
        """The offset of its right side."""
        return self.offset + self.width


Score = tuple[int, int, int, int, int]
"""Units asked for, width filled, less the width jumped over, less units, less squares: larger is better."""
State = tuple[Length, int]
"""A position on the wall and the first item still open."""
NOTHING: Final[Score] = (0, 0, 0, 0, 0)


def choose(items: Sequence[Item], free: Mapping[Zone, Sequence[Stretch]]) -> tuple[Unit, ...]:
    """The best units for these items, from left to right."""
    starts = sorted({stretch.start for stretches in free.values() for stretch in stretches})
    if not starts:
        return ()
    simple = _side_by_side(items, free, starts[0])
    if simple is not None:
        return simple
    first: State = (starts[0], 0)
    best: dict[State, Score] = {first: NOTHING}
    came: dict[State, tuple[State, Unit | None]] = {}
    waiting = [first]
    top = first
    while waiting:
        state = heapq.heappop(waiting)
        if best[state] > best[top]:
            top = state
        for after, gain, unit in _steps(state, items, free, starts):
            score = _sum(best[state], gain)
            if after not in best:
                heapq.heappush(waiting, after)
            elif score <= best[after]:
                continue
            best[after] = score
            came[after] = (state, unit)
    units = []
    while top in came:
        top, unit = came[top]
        if unit is not None:
            units.append(unit)
    return tuple(reversed(units))


def _side_by_side(
    items: Sequence[Item], free: Mapping[Zone, Sequence[Stretch]], start: Length
) -> tuple[Unit, ...] | None:
    """All items one after the other, where each has one width and there is room: nothing can be better. Else None."""
    units, at = [], start
    for item in items:
        if item.endless or len(item.widths) != 1:
            return None
        if not any(each.start <= at and at + item.widths[0] <= each.end for each in free[item.zone]):
            return None
        units.append(Unit(item=item, offset=at, width=item.widths[0]))
        at += item.widths[0]
    return tuple(units)


def _steps(
    state: State, items: Sequence[Item], free: Mapping[Zone, Sequence[Stretch]], starts: Sequence[Length]
) -> Iterator[tuple[State, Score, Unit | None]]:
    """Every step from a state. All lead to a larger state, so a state is final once it is reached in order."""
    at, index = state
    if index == len(items):
        return
    item = items[index]
    room = next((stretch.end - at for stretch in free[item.zone] if stretch.start <= at < stretch.end), 0)
    for width in item.widths:
        if width <= room:
            asked = 0 if item.endless else 1
            gain = (asked, width, 0, -1, -width * width)
            after = index if item.endless else index + 1
            yield (at + width, after), gain, Unit(item=item, offset=at, width=width)
    yield (at, index + 1), NOTHING, None
    start = next((start for start in starts if start > at), None)
    if start is not None:
        yield (start, index), (0, 0, at - start, 0, 0), None


def _sum(one: Score, other: Score) -> Score:
    a, b, c, d, e = one
    f, g, h, i, j = other
    return (a + f, b + g, c + h, d + i, e + j)
