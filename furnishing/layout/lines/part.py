"""What runs add to a kitchen, each run a number in every column, and the points of what they are together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What runs add to a kitchen. All are sums, but for `wide` and `worktop`."""

    lost: Floats
    """What is missing of what was wished for, weighed."""
    volume: Floats
    cost: Floats
    units: Ints
    """All units, standing or hung; then those of standard widths, and those as wide as their mirror images."""
    standard: Ints
    same: Ints
    stores: Ints
    """Units that are storage or hang."""
    wide: Ints
    """The widths of these, a bit for each."""
    set_down: Floats
    """The shares of sink and hob, and how many of both there are."""
    set_downs: Ints
    worktop: Floats
    """The share of the longest."""
    placed: Floats
    """Points for light and supplies."""
    centres: Points

    def __len__(self) -> int:
        return len(self.lost)

    def of(self, chosen: Ints) -> Part:
        """What some of the runs add."""
        return Part(**{each.name: getattr(self, each.name)[chosen] for each in fields(self)})

    def __add__(self, other: Part) -> Part:
        found = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        found["wide"] = self.wide | other.wide
        found["worktop"] = np.maximum(self.worktop, other.worktop)
        found["centres"] = merged(self.centres, other.centres)
        return Part(**found)


def merged(one: Points, other: Points) -> Points:
    """The places of one, and of the other where that has none."""
    return np.where(np.isnan(one), other, one)


def nothing(lost: float = 0.0) -> Part:
    """Nothing, one line; with so much missing of what was wished for."""
    none, count = np.zeros(1), np.zeros(1, np.int64)
    return Part(
        lost=np.array([lost]),
        volume=none,
        cost=none,
        units=count,
        standard=count,
        same=count,
        stores=count,
        wide=count,
        set_down=none,
        set_downs=count,
        worktop=none,
        placed=none,
        centres=np.full((1, len(CENTRES)), np.nan, np.complex128),
    )


def stacked(parts: Sequence[Part]) -> Part:
    """What single runs add, below each other."""
    columns = [each.name for each in fields(Part)]
    return Part(**{name: np.concatenate([getattr(each, name) for each in parts]) for name in columns})


def points_of(part: Part, whole: int, price: Floats, triangle: Floats) -> Floats:
    """The points of kitchens that are these parts; `whole` is what was wished for, weighed, `price` and `triangle` are
    shares. All joints are in line, nothing is made wider."""
    varied = np.maximum(np.bitwise_count(part.wide).astype(np.int64) - 1, 0)
    units = np.maximum(part.units, 1)
    shares = {
        "programme": 1 - part.lost / whole,
        "triangle": triangle,
        "set_down": part.set_down / np.maximum(part.set_downs, 1),
        "worktop": part.worktop,
        "storage": part.volume / float(objective().scales["kitchen_storage"]),
        "price": price,
        "joints": np.ones(len(part)),
        "widths": STANDARD * part.standard / units + VARIETY * (1 - varied / np.maximum(part.stores, 1)),
        "closing": np.ones(len(part)),
        "symmetry": part.same / units,
    }
    weights = objective().kitchen
    points = part.placed.astype(np.float64)
    for name, share in shares.items():
        points = points + float(weights[name].points) * np.clip(share, 0, 1)
    return points


def price_shares(cost: Floats, scale: float) -> Floats:
    """`price_share` of `score.py` for many."""
    return np.clip(1.5 - cost / scale, 0, 1)


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
