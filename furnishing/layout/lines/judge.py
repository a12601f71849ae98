"""Runs of one structure at the places of a wall: which could be best, and what those are worth, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from furnishing.layout.closing import WALL_FILLER
from furnishing.layout.kitchen_wishes import weight
from furnishing.layout.lines.bound import Bound
from furnishing.layout.lines.hung import Hoods, Uppers, cells_of, hoods_of
from furnishing.layout.lines.runs import Runs
from furnishing.layout.lines.terms import Terms, kitchen_points, price_shares, terms_of
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Types
from furnishing.layout.lines.wall import Wall

FIRST: Final = 400
"""So many of the most promising runs are judged at once at first, then twice as many, and so on."""


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """A run at its place, the best first: points that it has less than 100, how many of its ends are neither at a wall
    nor closed by a filler, how odd its fillers look; then its units, and where it begins in the places of its wall."""

    less: float
    loose: int
    odd: int
    units: tuple[int, ...]
    at: int

    @property
    def points(self) -> float:
        """What it is worth."""
        return 100 - self.less


@dataclass(slots=True, kw_only=True)
class Judge:
    """Keeps so many (`count`) of the best runs that it looked at, each at its best place, of those that have more than
    the `least` points."""

    types: Types
    uppers: Uppers
    scale: float
    least: float
    count: int
    found: dict[tuple[int, ...], Stand] = field(default_factory=dict)
    parts: int = 0
    """Pairs of run and place that were judged."""
    bound: Bound = field(init=False)
    hoods: Hoods = field(init=False)
    stands: Flags = field(init=False)
    first: Flags = field(init=False)
    last: Flags = field(init=False)
    points: Floats = field(init=False)
    held: Flags = field(init=False)
    offsets: dict[int, Ints] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stands = self.wall.stands(self.types)
        self.first, self.last = self.wall.ends(self.types)
        self.points = self.wall.points(self.types)
        self.held = self.types.tall | np.array([False, *(slot.is_held for slot in self.types.slots)])
        self.hoods = hoods_of(self.types, self.wall, self.uppers.estimator)
        self.bound = Bound(
            types=self.types,
            uppers=self.uppers,
            scale=self.scale,
            stands=np.where(self.stands, self.points, -np.inf),
            first=np.where(self.first & self.stands, 0, -np.inf),
            last=np.where(self.last & self.stands, 0, -np.inf),
        )

    @property
    def wall(self) -> Wall:
        """Where they stand."""
        return self.uppers.wall

    @property
    def floor(self) -> float:
        """What a run must have more of."""
        if len(self.found) < self.count:
            return self.least
        return max(self.least, min(each.points for each in self.found.values()))

    def look_at(self, runs: Runs, lost: int) -> None:
        """Every run that may be among the best, the most promising first; so much is missing in all of them."""
        runs = runs.of(np.flatnonzero(self.bound.holding(runs, lost) > self.floor))
        if not len(runs):
            return
        terms = terms_of(runs, self.types, lost)
        cells = cells_of(runs, terms, self.types)
        stand, placed = self.bound.standing(runs, terms, cells), self.bound.placed(runs, terms)
        could = stand + placed
        order = np.argsort(-could, kind="stable")
        start, count = 0, FIRST
        while start < len(order):
            chosen = order[start : start + count]
            start, count = start + count, 2 * count
            chosen = chosen[could[chosen] > self.floor]
            if not len(chosen):
                return
            for length in np.unique(runs.length[chosen]):
                here = chosen[runs.length[chosen] == length]
                self._at_places(runs.of(here), terms.of(here), cells[here], stand[here], int(length))

    def _at_places(self, runs: Runs, terms: Terms, cells: Ints, stand: Floats, length: int) -> None:
        """Runs of one length at all places where one of them may be best; what each has at most, but for its place."""
        if length not in self.offsets:
            self.offsets[length] = self.wall.offsets(self.types, length)
        offsets = self.offsets[length]
        end = runs.count[:, None] - 1
        may = self.first[runs.units[:, :1], offsets]
        may &= self.last[np.take_along_axis(runs.units, end, 1), np.take_along_axis(terms.starts, end, 1) + offsets]
        # What is free to stand anywhere between the ends of its run need not be looked at.
        held = np.argsort(~self.held[runs.units], axis=1, kind="stable")[:, : self.held[runs.units].sum(axis=1).max()]
        for column in held.T[:, :, None]:
            units = np.take_along_axis(runs.units, column, axis=1)
            starts = np.where(units > 0, np.take_along_axis(terms.starts, column, axis=1), 0)
            may &= self.stands[units, starts + offsets]
        number, place = np.nonzero(may)
        self.parts += len(number)
        at = offsets[place]
        here = np.where(runs.units[number] > 0, terms.starts[number] + at[:, None], 0)
        lit = self.points[runs.units[number], here].sum(axis=1)
        stands = self.stands[runs.units[number], here].all(axis=1)
        good = np.flatnonzero(stands & (stand[number] + lit > self.floor))
        if len(good):
            self._judge(runs.of(number[good]), terms.of(number[good]), cells[number[good]], lit[good], at[good])

    def _judge(self, runs: Runs, terms: Terms, cells: Ints, lit: Floats, at: Ints) -> None:
        """What runs are worth where they stand; those that are among the best are kept."""
        hung = self.uppers.of(runs, terms, cells, self.hoods, at)
        wished = self.types.wished
        lost = terms.lost + np.where(hung.hood, 0, weight("hood") * wished.count("hood"))
        units = runs.count + hung.count
        varied = np.maximum(np.bitwise_count(terms.wide | hung.wide).astype(np.int64) - 1, 0)
        total = kitchen_points(
            terms,
            lost / self.types.whole,
            volume=terms.volume + hung.volume,
            price=price_shares(terms.cost + hung.cost, self.scale),
            standard=(terms.standard + hung.standard) / units,
            variety=1 - varied / np.maximum(terms.stores + hung.uppers, 1),
            symmetry=(terms.same + hung.same) / units,
        )
        total = np.round(total + lit, 6)
        for number in np.flatnonzero(total > self.floor):
            self._note(runs, int(number), float(total[number]), int(at[number]))
        kept = sorted(self.found.values())[: self.count]
        self.found = {each.units: each for each in kept}

    def _note(self, runs: Runs, number: int, points: float, at: int) -> None:
        units = tuple(int(each) for each in runs.units[number] if each)
        right = len(self.wall.places) - 2 - at - int(runs.length[number])
        near, far = min(at, right), max(at, right)
        least, most = (each // MM for each in (self.wall.rules.filler_least, self.wall.rules.filler_most))
        loose = (at > most) + (right > most)
        # Two equal fillers, else none at one end, and no rest there that silicone must close.
        odd = (far - near if near >= least else most + near) if far <= most else abs(near - WALL_FILLER // MM)
        stand = Stand(round(100 - points, 6), loose, odd, units, at)
        if units not in self.found or stand < self.found[units]:
            self.found[units] = stand
