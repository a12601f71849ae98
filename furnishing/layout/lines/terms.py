"""What runs of units are worth wherever they stand, all at once: the terms of `score.py` that no place changes.

Every term is the one of `score.py`, written for columns of runs; a test holds both against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Final

import numpy as np

from furnishing.layout.kitchen_wishes import weight, wished_widths
from furnishing.layout.limits import limits, objective
from furnishing.layout.lines.runs import Runs
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Types
from furnishing.layout.measures import CENTRES
from furnishing.layout.score import STANDARD, VARIETY, set_down_widths
from furnishing.units import Length

LEAST: Final = 1e-3
"""Millimetres: no way is shorter."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Of each run: shares of terms, what it holds and costs, and what hung units are added to."""

    starts: Ints
    """Where each unit begins, from the start of its run."""
    widths: Ints
    triangle: Floats
    set_down: Floats
    worktop: Floats
    lost: Floats
    """What is missing of what was wished for, weighed, but for the hood."""
    volume: Floats
    cost: Floats
    stores: Ints
    """How many units are storage."""
    wide: Ints
    """The widths of these, a bit for each."""
    standard: Ints
    same: Ints
    """How many units are as wide as their mirror images."""
    may: Flags
    """Whether it keeps the rules of what stands how far from what."""

    def of(self, chosen: Ints) -> Terms:
        """Those of some of the runs."""
        return Terms(*(getattr(self, each.name)[chosen] for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Where:
    """Which unit of each run has a role, if any, and its ends from the start of its run."""

    here: Flags
    column: Ints
    start: Ints
    end: Ints

    @property
    def middle(self) -> Floats:
        """Its middle, in millimetres."""
        return (self.start + self.end) / 2


def in_mm(length: Length) -> float:
    """Millimetres."""
    return length / MM


def price_shares(cost: Floats, scale: float) -> Floats:
    """`price_share` of `score.py` for many."""
    return np.clip(1.5 - cost / scale, 0, 1)


def kitchen_points(
    terms: Terms,
    lost: Floats,
    *,
    volume: Floats,
    price: Floats,
    standard: Floats,
    variety: Floats,
    symmetry: Floats,
) -> Floats:
    """The points of runs but for light and supplies: `lost` and `price` are shares, `volume` cubic metres. Joints are
    in line, and nothing is made wider."""
    shares = {
        "programme": 1 - lost,
        "triangle": terms.triangle,
        "set_down": terms.set_down,
        "worktop": terms.worktop,
        "storage": volume / float(objective().scales["kitchen_storage"]),
        "price": price,
        "joints": np.ones(len(lost)),
        "widths": STANDARD * standard + VARIETY * variety,
        "closing": np.ones(len(lost)),
        "symmetry": symmetry,
    }
    weights = objective().kitchen
    whole = np.zeros(len(lost))
    for name, share in shares.items():
        whole += float(weights[name].points) * np.clip(share, 0, 1)
    return whole


def terms_of(runs: Runs, types: Types, lost: int) -> Terms:
    """The terms of runs of one structure in which places are free that cost so much of what was wished for."""
    units, wish = runs.units, types.wish
    widths = types.width[units]
    ends = np.cumsum(widths, axis=1)
    starts = ends - widths
    roles = ("sink", "hob", "fridge", "dishwasher")
    at = {role: _where(types.role(role)[units], starts, ends) for role in roles}
    left, right = _clear(types.handy[units], widths)
    may = (at["sink"].here | (wish.sink == 0)) & (at["hob"].here | (wish.hob == 0))
    return Terms(
        starts=starts,
        widths=widths,
        triangle=_triangle(runs, types, at),
        set_down=_set_down(at, left, right),
        worktop=np.minimum(1, left.max(axis=1, initial=0) / in_mm(limits().worktop_good)),
        lost=types.absent + lost + _narrower(types, at),
        volume=types.volume[units].sum(axis=1),
        cost=types.cost[units].sum(axis=1),
        stores=types.stores[units].sum(axis=1),
        wide=np.bitwise_or.reduce(types.wide[units], axis=1),
        standard=types.standard[units].sum(axis=1),
        same=mirrored(types.face[units], runs.count),
        may=may & _keeps_off(runs, types, at, starts, ends),
    )


def _where(has: Flags, starts: Ints, ends: Ints) -> Where:
    column, every = has.argmax(axis=1), np.arange(len(has))
    return Where(has[every, column], column, starts[every, column], ends[every, column])


def mirrored(faces: Ints, count: Ints) -> Ints:
    """How many of so many units of each line are equal to their mirror images."""
    from_right = count[:, None] - 1 - np.arange(faces.shape[1])
    images = np.take_along_axis(faces, np.maximum(from_right, 0), axis=1)
    same: Ints = ((faces == images) & (from_right >= 0)).sum(axis=1)
    return same


def _triangle(runs: Runs, types: Types, at: Mapping[str, Where]) -> Floats:
    rules, every = limits(), np.arange(len(runs))
    count, share, whole = np.zeros(len(runs)), np.zeros(len(runs)), np.zeros(len(runs))
    depth = {role: types.depth[runs.units[every, at[role].column]] for role in CENTRES}
    for one, other in combinations(CENTRES, 2):
        both = at[one].here & at[other].here
        way = np.maximum(np.hypot(at[one].middle - at[other].middle, depth[one] - depth[other]), LEAST)
        share += both * np.minimum(1, np.minimum(way / in_mm(rules.leg_least), in_mm(rules.leg_most) / way))
        whole += both * way
        count += both
    fits = np.minimum(1, in_mm(rules.triangle_most) / np.maximum(whole, LEAST))
    return share / np.maximum(count, 1) * fits


def _clear(handy: Flags, widths: Ints) -> tuple[Ints, Ints]:
    """Worktop without a break that ends at the right end of each unit, and that begins at the left end of each; with
    nothing before the first and after the last."""
    runs, units = handy.shape
    left, right = (np.zeros((runs, units + 2), np.int64, order="F") for _ in range(2))
    for number in range(units):
        left[:, number + 1] = np.where(handy[:, number], left[:, number] + widths[:, number], 0)
    for number in range(units - 1, -1, -1):
        right[:, number + 1] = np.where(handy[:, number], right[:, number + 2] + widths[:, number], 0)
    return left, right


def _set_down(at: Mapping[str, Where], left: Ints, right: Ints) -> Floats:
    every, share, count = np.arange(len(left)), np.zeros(len(left)), np.zeros(len(left))
    for role, least, good in set_down_widths():
        sides = left[every, at[role].column], right[every, at[role].column + 2]
        near, far = np.minimum(*sides), np.maximum(*sides)
        share += at[role].here * (0.5 * np.minimum(1, near / in_mm(least)) + 0.5 * np.minimum(1, far / in_mm(good)))
        count += at[role].here
    return share / np.maximum(count, 1)


def _narrower(types: Types, at: Mapping[str, Where]) -> Floats:
    """What is missing because sink and dishwasher are narrower than wished for."""
    lost = np.zeros(len(at["sink"].here))
    for role, width in wished_widths(types.wish):
        share = (at[role].end - at[role].start) / max(in_mm(width), LEAST)
        lost += np.where(at[role].here, weight(role) * np.maximum(1 - share, 0), 0)
    return lost


def _keeps_off(runs: Runs, types: Types, at: Mapping[str, Where], starts: Ints, ends: Ints) -> Flags:
    """Whether what is to keep off the hob does, and the dishwasher stands near enough to the sink."""
    hob, sink, machine = at["hob"], at["sink"], at["dishwasher"]
    apart = np.maximum(starts - hob.end[:, None], hob.start[:, None] - ends)
    off = types.off_hob[runs.units]
    far = np.maximum(machine.start - sink.end, sink.start - machine.end)
    near = far <= in_mm(limits().dishwasher_from_sink)
    clear = ((off == 0) | (apart >= off)).all(axis=1)
    keeps: Flags = (clear | ~hob.here) & (near | ~machine.here | ~sink.here)
    return keeps
