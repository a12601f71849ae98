"""What runs add to a kitchen, each run a number in every column, and the points of what they are together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from furnishing.layout.limits import limits, objective
from furnishing.layout.lines.unit_types import MM, Floats, Ints
from furnishing.layout.measures import CENTRES
from furnishing.layout.score import STANDARD, VARIETY
from furnishing.units import Length

LEAST: Final = 1e-3
"""Millimetres: no way is shorter."""

Points = NDArray[np.complex128]
"""Places of sink, hob and fridge in the room, in millimetres, one column each; not a number where there is none."""


class Sum(IntEnum):
    """What is summed of runs, a row each."""

    LOST = 0
    """What is missing of what was wished for, weighed."""
    VOLUME = 1
    COST = 2
    UNITS = 3
    """All units, standing or hung; then those of standard widths, and those as wide as their mirror images."""
    STANDARD = 4
    SAME = 5
    STORES = 6
    """Units that are storage or hang."""
    SET_DOWN = 7
    """The shares of sink and hob, and how many of both there are."""
    SET_DOWNS = 8
    PLACED = 9
    """Points for light and supplies."""


Rows = Mapping[Sum, Floats | Ints]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What runs add to a kitchen, each a column of `sums`."""

    sums: Floats
    wide: Ints
    """The widths of all storage and hung units, a bit for each."""
    worktop: Floats
    """The share of the longest."""
    centres: Points

    def __len__(self) -> int:
        return len(self.wide)

    def __getitem__(self, row: Sum) -> Floats:
        found: Floats = self.sums[row]
        return found

    def of(self, chosen: Ints) -> Part:
        """What some of the runs add."""
        return Part(
            sums=self.sums.take(chosen, axis=1),
            wide=self.wide[chosen],
            worktop=self.worktop[chosen],
            centres=self.centres[chosen],
        )

    def first(self, count: int) -> Part:
        """What so many of them add."""
        some = slice(count)
        return Part(
            sums=self.sums[:, some], wide=self.wide[some], worktop=self.worktop[some], centres=self.centres[some]
        )

    def but(self, rows: Rows) -> Part:
        """The same with other sums."""
        sums = self.sums.copy()
        for row, each in rows.items():
            sums[row] = each
        return replace(self, sums=sums)

    def __add__(self, other: Part) -> Part:
        return Part(
            sums=self.sums + other.sums,
            wide=self.wide | other.wide,
            worktop=np.maximum(self.worktop, other.worktop),
            centres=merged(self.centres, other.centres),
        )

    def with_each(self, other: Part) -> Part:
        """Each of these with each of the others, which change faster."""
        return Part(
            sums=(self.sums[:, :, None] + other.sums[:, None, :]).reshape(len(Sum), -1),
            wide=(self.wide[:, None] | other.wide).ravel(),
            worktop=np.maximum(self.worktop[:, None], other.worktop).ravel(),
            centres=merged(self.centres[:, None], other.centres[None]).reshape(-1, len(CENTRES)),
        )


def merged(one: Points, other: Points) -> Points:
    """The places of one, and of the other where that has none."""
    return np.where(np.isnan(one), other, one)


def nothing(rows: Rows | None = None, wide: Ints | None = None) -> Part:
    """Nothing, but for these sums and widths; one run for each of these."""
    count = max((len(each) for each in (rows or {}).values()), default=1)
    return Part(
        sums=np.zeros((len(Sum), count)),
        wide=np.zeros(count, np.int64) if wide is None else wide,
        worktop=np.zeros(count),
        centres=np.full((count, len(CENTRES)), np.nan, np.complex128),
    ).but(rows or {})


def stacked(parts: Sequence[Part]) -> Part:
    """All of these runs."""
    return Part(
        sums=np.concatenate([each.sums for each in parts], axis=1),
        wide=np.concatenate([each.wide for each in parts]),
        worktop=np.concatenate([each.worktop for each in parts]),
        centres=np.concatenate([each.centres for each in parts]),
    )


def points_of(part: Part, whole: int, price: Floats, triangle: Floats) -> Floats:
    """The points of kitchens that are these parts; `whole` is what was wished for, weighed, `price` and `triangle` are
    shares. All joints are in line, nothing is made wider."""
    varied = np.maximum(np.bitwise_count(part.wide).astype(np.int64) - 1, 0)
    units = np.maximum(part[Sum.UNITS], 1)
    shares: dict[str, Floats | float] = {
        "programme": 1 - part[Sum.LOST] / whole,
        "triangle": triangle,
        "set_down": part[Sum.SET_DOWN] / np.maximum(part[Sum.SET_DOWNS], 1),
        "worktop": part.worktop,
        "storage": part[Sum.VOLUME] / float(objective().scales["kitchen_storage"]),
        "price": price,
        "joints": 1.0,
        "widths": STANDARD * part[Sum.STANDARD] / units + VARIETY * (1 - varied / np.maximum(part[Sum.STORES], 1)),
        "closing": 1.0,
        "symmetry": part[Sum.SAME] / units,
    }
    table, weights = np.empty((len(shares), len(part))), objective().kitchen
    for row, share in zip(table, shares.values(), strict=True):
        row[:] = share
    points = np.array([[float(weights[name].points)] for name in shares])
    # Not a product of matrices: the sums of those differ from machine to machine.
    found: Floats = part[Sum.PLACED] + (points * np.minimum(np.maximum(table, 0), 1)).sum(axis=0)
    return found


def price_shares(cost: Floats, scale: float) -> Floats:
    """`price_share` of `score.py` for many."""
    return np.minimum(np.maximum(1.5 - cost / scale, 0), 1)


def triangles(centres: Points) -> Floats:
    """`triangle_share` of `score.py` for many."""
    rules = limits()
    count, share, whole = (np.zeros(len(centres)) for _ in range(3))
    for one, other in combinations(range(len(CENTRES)), 2):
        way = np.abs(centres[:, one] - centres[:, other])
        both = ~np.isnan(way)
        way = np.maximum(np.where(both, way, 0), LEAST)
        share += both * np.minimum(1, np.minimum(way / in_mm(rules.leg_least), in_mm(rules.leg_most) / way))
        whole += both * way
        count += both
    fits = np.minimum(1, in_mm(rules.triangle_most) / np.maximum(whole, LEAST))
    return share / np.maximum(count, 1) * fits


def in_mm(length: Length) -> float:
    """Millimetres."""
    return length / MM
