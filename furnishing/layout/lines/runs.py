"""All runs of units that a line may be: the units of a structure in their order, with storage in its gaps.

The units of one gap are equally wide: where any widths were allowed, the best run had equal ones all the same (six
walls of 3.5 to 4.6 m were compared), and there are a tenth as many runs. Where there are few gaps, each may also hold
units of two widths, those of one width side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import chain, combinations, permutations, product
from typing import Final

import numpy as np

from furnishing.layout.lines.unit_types import MM, Gap, Order, Place, Runs, Types, Units

MOST_UNITS: Final = 15
"""Units of a run at most."""

MIXED: Final = 2
"""Gaps of a run at most that hold units of two widths, or a kept one among others."""


class Look(Enum):
    """How closely runs are looked at. Lines are looked at closely, everywhere."""

    ROUGH = "rough"
    """Few units of each width in a gap, near the ends of what is free and at some places between them."""
    CLOSE = "close"
    """All units that one gap may hold, at the same places."""
    FINE = "fine"
    """Also units of two widths, at every place where what a run is worth may change."""

    @property
    def rows(self) -> dict[int, int]:
        """How many units of a width, in millimetres, one gap may hold at most."""
        if self is Look.ROUGH:
            return {300: 1, 400: 1, 450: 0, 500: 1, 600: 4, 800: 3}
        return {300: 2, 400: 3, 450: 2, 500: 3, 600: 6, 800: 4}


def dropped(order: Order) -> Iterator[tuple[frozenset[int], int]]:
    """Which places of a leg may be left free and what that costs of what was wished for, the least first."""
    able = [(number, each.lost) for number, each in enumerate(order.places) if isinstance(each, Place) and each.lost]
    sets = [every for count in range(len(able) + 1) for every in combinations(able, count)]
    costs = [(frozenset(number for number, _ in each), sum(lost for _, lost in each)) for each in sets]
    yield from sorted(costs, key=lambda each: each[1])


def runs_of(types: Types, order: Order, without: frozenset[int], longest: int, look: Look = Look.CLOSE) -> Runs:
    """All runs up to a length in millimetres in which the places `without` are free and no other that is not to be.

    Where one is free, nothing else is narrower than was wished for.
    """
    found = Runs(np.zeros((1, MOST_UNITS), np.int8), np.zeros(1, np.int64), np.zeros(1, np.int64))
    stand = [each for number, each in enumerate(order.places) if number not in without]
    least = [_least(types, each) for each in stand]
    if sum(least) > longest:
        return found.of(np.zeros(0, np.int64))
    mixed = look is Look.FINE and not order.kept and sum(isinstance(each, Gap) for each in stand) <= MIXED
    for number, place in enumerate(stand):
        room = longest - sum(least[number + 1 :])
        found = _with(found, _ways_of(place, types, order.kept, look, widest=bool(without), mixed=mixed), room)
        for kept in order.kept:
            found = found.of(np.flatnonzero((found.units == kept).sum(axis=1) <= 1))
    for kept in order.kept:
        found = found.of(np.flatnonzero((found.units == kept).any(axis=1)))
    found = found.of(np.flatnonzero(found.count))
    widest = int(found.count.max(initial=0))
    # One column after the other in memory: sums over the units of a run take a fraction of the time.
    units = np.asfortranarray(found.units[:, :widest])
    return Runs(_drawn(units, types), found.count, found.length)


def _ways(place: Gap | Place, most: Mapping[int, int], *, widest: bool, mixed: bool) -> Iterator[Sequence[int]]:
    """What may stand at a place: types from left to right; of what was wished for the `widest` alone, which is its
    first; storage, so many of each width at `most`, also of two widths where it may be `mixed`."""
    if isinstance(place, Place):
        if place.lost == 0:
            yield ()
        yield from ((each,) for each in place.types[: 1 if widest and place.lost != 0 else None])
        return
    yield ()
    rows = [[(each,) * count for count in range(1, most.get(width, 1) + 1)] for width, each in place.types.items()]
    yield from chain.from_iterable(rows)
    if mixed:
        for one, other in permutations(rows, 2):
            yield from (first + second for first, second in product(one, other))


def _least(types: Types, place: Gap | Place) -> int:
    """The width that a place takes at least."""
    if isinstance(place, Gap) or place.lost == 0:
        return 0
    return min(types.items[each - 1].width for each in place.types) // MM


def _ways_of(place: Gap | Place, types: Types, kept: Sequence[int], look: Look, *, widest: bool, mixed: bool) -> Runs:
    """What may stand at a place, as runs of its own."""
    key = (place.types_of, isinstance(place, Place) and place.lost, kept, look, widest, mixed)
    if key not in types.ways:
        ways = list(_ways(place, look.rows, widest=widest, mixed=mixed))
        if isinstance(place, Gap):
            ways += [(*before, each, *after) for each in kept for before, after in product(ways, repeat=2)]
        count = np.array([len(each) for each in ways])
        longest = int(count.max())
        units = np.array([[*each, *[0] * (longest - len(each))] for each in ways], np.int8)
        types.ways[key] = Runs(units, count, types.width[units].sum(axis=1))
    return types.ways[key]


def _with(runs: Runs, ways: Runs, room: int) -> Runs:
    """Runs with the units of each way after their last, where they are no longer than `room` then."""
    fits = (runs.length + ways.length[:, None] <= room) & (runs.count + ways.count[:, None] <= MOST_UNITS)
    way, run = np.nonzero(fits)
    found, count, more = runs.units[run], runs.count[run], ways.count[way]
    for number in range(ways.units.shape[1]):
        here = np.flatnonzero(more > number)
        found[here, count[here] + number] = ways.units[way[here], number]
    return Runs(found, count + more, runs.length[run] + ways.length[way])


def _drawn(units: Units, types: Types) -> Units:
    """Storage beside the hob has drawers where others have doors."""
    hob = types.role("hob")[units]
    beside = np.zeros_like(hob)
    beside[:, 1:] |= hob[:, :-1]
    beside[:, :-1] |= hob[:, 1:]
    return np.where(beside, types.beside_hob[units], units).astype(np.int8)
