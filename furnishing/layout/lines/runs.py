"""All runs of units that a line may be: the units of a structure in their order, with storage in its gaps.

The units of one gap are equally wide: where any widths were allowed, the best run had equal ones all the same (six
walls of 3.5 to 4.6 m were compared), and there are a tenth as many runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from furnishing.layout.lines.unit_types import Gap, Ints, Place, Types, Units

MOST_UNITS: Final = 15
"""Units of a run at most."""

ROWS: Final = ((300, 2), (400, 3), (450, 2), (500, 3), (600, 6), (800, 4))
"""How many units of a width, in millimetres, one gap may hold at most."""


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of one structure: types of their units, the number of these, and the length in millimetres."""

    units: Units
    count: Ints
    length: Ints

    def __len__(self) -> int:
        return len(self.count)

    def of(self, chosen: Ints) -> Runs:
        """Some of them."""
        return Runs(self.units[chosen], self.count[chosen], self.length[chosen])


def dropped(types: Types) -> Iterator[tuple[frozenset[int], int]]:
    """Which places of a structure may be left free and what that costs of what was wished for, the least first."""
    able = [(number, each.lost) for number, each in enumerate(types.places) if isinstance(each, Place) and each.lost]
    sets = [every for count in range(len(able) + 1) for every in combinations(able, count)]
    costs = [(frozenset(number for number, _ in each), sum(lost for _, lost in each)) for each in sets]
    yield from sorted(costs, key=lambda each: each[1])


def runs_of(types: Types, without: frozenset[int], longest: int) -> Runs:
    """All runs up to a length in millimetres in which the places `without` are free and no other that is not to be.

    Where one is free, nothing else is narrower than was wished for.
    """
    found = Runs(np.zeros((1, MOST_UNITS), np.int8), np.zeros(1, np.int64), np.zeros(1, np.int64))
    stand = [each for number, each in enumerate(types.places) if number not in without]
    for number, place in enumerate(stand):
        room = longest - sum(_least(types, each) for each in stand[number + 1 :])
        ways = [_with(found, way, types, room) for way in _ways(place, widest=bool(without))]
        found = Runs(
            np.concatenate([each.units for each in ways]),
            np.concatenate([each.count for each in ways]),
            np.concatenate([each.length for each in ways]),
        )
    widest = int(found.count.max(initial=0))
    # One column after the other in memory: sums over the units of a run take a fraction of the time.
    units = np.asfortranarray(found.units[:, :widest])
    return Runs(_drawn(units, types), found.count, found.length)


def _ways(place: Gap | Place, *, widest: bool) -> Iterator[Sequence[int]]:
    """What may stand at a place: types from left to right; of what was wished for the `widest` alone, which is its
    first."""
    if isinstance(place, Place):
        if place.lost == 0:
            yield ()
        yield from ((each,) for each in place.types[: 1 if widest and place.lost != 0 else None])
        return
    yield ()
    most = dict(ROWS)
    for width, each in place.types.items():
        yield from ((each,) * count for count in range(1, most.get(width, 1) + 1))


def _least(types: Types, place: Gap | Place) -> int:
    """The width that a place takes at least."""
    if isinstance(place, Gap) or place.lost == 0:
        return 0
    return int(types.width[list(place.types)].min())


def _with(runs: Runs, way: Sequence[int], types: Types, room: int) -> Runs:
    """Runs with these units after their last, where they are no longer than `room` then."""
    wide = int(types.width[list(way)].sum()) if way else 0
    fits = np.flatnonzero((runs.length + wide <= room) & (runs.count + len(way) <= MOST_UNITS))
    units, count = runs.units[fits], runs.count[fits]
    for number, each in enumerate(way):
        units[np.arange(len(fits)), count + number] = each
    return Runs(units, count + len(way), runs.length[fits] + wide)


def _drawn(units: Units, types: Types) -> Units:
    """Storage beside the hob has drawers where others have doors."""
    hob = types.role("hob")[units]
    beside = np.zeros_like(hob)
    beside[:, 1:] |= hob[:, :-1]
    beside[:, :-1] |= hob[:, 1:]
    return np.where(beside, types.beside_hob[units], units).astype(np.int8)
