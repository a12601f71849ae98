"""What runs of units are worth wherever they stand, all at once: the terms of `score.py` that no place changes.

Every term is the one of `score.py`, written for columns of runs; a test holds both against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from furnishing.layout.kitchen_wishes import weight, wished_widths
from furnishing.layout.limits import limits
from furnishing.layout.lines.part import LEAST, Part, Points, Sum, in_mm, nothing
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Runs, Types
from furnishing.layout.measures import CENTRES, Frame
from furnishing.layout.score import set_down_widths


@dataclass(frozen=True, slots=True)
class Terms:
    """Of each run: where its units are, and what it adds to a kitchen before anything hangs above it."""

    starts: Ints
    """Where each unit begins, from the start of its run."""
    widths: Ints
    middles: Floats
    """Where the middles of sink, hob and fridge are, from the start of its run; not a number where there is none."""
    depths: Floats
    """How deep these are."""
    may: Flags
    """Whether it keeps the rules of what stands how far from what."""
    part: Part

    def of(self, chosen: Ints) -> Terms:
        """Those of some of the runs."""
        return Terms(
            self.starts[chosen],
            self.widths[chosen],
            self.middles[chosen],
            self.depths[chosen],
            self.may[chosen],
            self.part.of(chosen),
        )

    def centres(self, chosen: Ints, starts: Floats, wall: Frame) -> Points:
        """Where sink, hob and fridge of some of the runs are in the room where these start so far along their wall, in
        millimetres."""
        along, into = complex(wall.ux, wall.uy), complex(wall.uy, -wall.ux)
        middles, depths = self.middles[chosen] + starts[:, None], self.depths[chosen]
        found: Points = complex(wall.x, wall.y) / MM + along * middles + into * depths
        return found


@dataclass(frozen=True, slots=True)
class Where:
    """Which unit of each run has a role, if any, and its ends from the start of its run."""

    here: Flags
    column: Ints
    start: Ints
    end: Ints


def terms_of(runs: Runs, types: Types, lost: int) -> Terms:
    """The terms of runs of one structure in which places are free that cost so much of what was wished for."""
    units = runs.units
    widths = types.width[units]
    ends = np.cumsum(widths, axis=1)
    starts = ends - widths
    roles = ("sink", "hob", "fridge", "dishwasher")
    at = {role: _where(types.role(role)[units], starts, ends) for role in roles}
    left, right = _clear(types.handy[units], widths)
    middles, depths = _centres(runs, types, at)
    set_down, set_downs = _set_down(at, left, right)
    rows = {
        Sum.LOST: lost + _narrower(types, at),
        Sum.VOLUME: types.volume[units].sum(axis=1),
        Sum.COST: types.cost[units].sum(axis=1),
        Sum.UNITS: runs.count,
        Sum.STANDARD: types.standard[units].sum(axis=1),
        Sum.SAME: mirrored(types.face[units], runs.count),
        Sum.STORES: types.stores[units].sum(axis=1),
        Sum.SET_DOWN: set_down,
        Sum.SET_DOWNS: set_downs,
    }
    worktop = np.minimum(1, left.max(axis=1, initial=0) / in_mm(limits().worktop_good))
    part = replace(nothing(rows, np.bitwise_or.reduce(types.wide[units], axis=1)), worktop=worktop)
    return Terms(starts, widths, middles, depths, _keeps_off(runs, types, at, starts, ends), part)


def _where(has: Flags, starts: Ints, ends: Ints) -> Where:
    column, every = has.argmax(axis=1), np.arange(len(has))
    return Where(has[every, column], column, starts[every, column], ends[every, column])


def mirrored(faces: Ints, count: Ints) -> Ints:
    """How many of so many units of each line are equal to their mirror images."""
    from_right = count[:, None] - 1 - np.arange(faces.shape[1])
    images = np.take_along_axis(faces, np.maximum(from_right, 0), axis=1)
    same: Ints = ((faces == images) & (from_right >= 0)).sum(axis=1)
    return same


def _centres(runs: Runs, types: Types, at: Mapping[str, Where]) -> tuple[Floats, Floats]:
    """The middles and depths of sink, hob and fridge."""
    every = np.arange(len(runs))
    middles = [np.where(at[role].here, (at[role].start + at[role].end) / 2, np.nan) for role in CENTRES]
    depths = [types.depth[runs.units[every, at[role].column]] for role in CENTRES]
    return np.stack(middles, axis=1), np.stack(depths, axis=1)


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


def _set_down(at: Mapping[str, Where], left: Ints, right: Ints) -> tuple[Floats, Ints]:
    every, share, count = np.arange(len(left)), np.zeros(len(left)), np.zeros(len(left), np.int64)
    for role, least, good in set_down_widths():
        sides = left[every, at[role].column], right[every, at[role].column + 2]
        near, far = np.minimum(*sides), np.maximum(*sides)
        share += at[role].here * (0.5 * np.minimum(1, near / in_mm(least)) + 0.5 * np.minimum(1, far / in_mm(good)))
        count += at[role].here
    return share, count


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
