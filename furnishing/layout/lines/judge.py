"""Runs of a leg at the places of its wall, beside what stands on other walls: which could be best, and what those are
worth, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from furnishing.layout.closing import WALL_FILLER
from furnishing.layout.limits import objective
from furnishing.layout.lines.found import Found, none, padded, together
from furnishing.layout.lines.leg import Known, Tables
from furnishing.layout.lines.part import Part, Sum, merged, points_of, price_shares, triangles
from furnishing.layout.lines.terms import Terms
from furnishing.layout.lines.unit_types import MM, Floats, Ints, Runs

FIRST: Final = 40
"""So many of the most promising runs are judged at once at first, then twice as many, and so on."""

MOST: Final = 6400
"""No more are, for the room that their places take."""


@dataclass(slots=True, kw_only=True)
class Judge:
    """Keeps so many (`count`) of the best runs that it looked at, each at its best place, of those that have more than
    the `least` points with the `others`."""

    tables: Tables
    others: Part
    least: float
    count: int
    everywhere: bool = True
    """Whether all places are looked at where what a run is worth may change."""
    most: float = np.inf
    """About how many places of runs are judged at most."""
    found: Found = field(default_factory=none)
    parts: int = 0
    """Pairs of run and place that were judged."""

    @property
    def alone(self) -> bool:
        """Whether no sink, hob or fridge stands elsewhere."""
        return bool(np.isnan(self.others.centres).all())

    @property
    def floor(self) -> float:
        """What a run must have more of."""
        return self.least if len(self.found) < self.count else max(self.least, 100 - float(self.found.less[-1]))

    def look_at(self, runs: Runs, lost: int) -> None:
        """Every run that may be among the best, the most promising first; so much is missing in all of them."""
        runs = runs.of(np.flatnonzero(self.tables.bound.holding(runs, lost, self.others) > self.floor))
        if len(runs):
            self.look_through(self.tables.told(runs, lost))

    def look_through(self, known: Known) -> None:
        """The same of runs of which all is known that others do not change."""
        runs, terms, cells = known.runs, known.terms, known.cells
        stand = self.tables.bound.standing(runs, terms, cells, self.others)
        could = stand + known.placed
        order = np.argsort(-could, kind="stable")
        start, count = 0, FIRST
        while start < len(order):
            chosen = order[start : start + count]
            start, count = start + count, min(2 * count, MOST)
            chosen = chosen[could[chosen] > self.floor]
            if not len(chosen) or self.parts > self.most:
                return
            self._at_places(runs.of(chosen), terms.of(chosen), cells[chosen], stand[chosen])

    def _at_places(self, runs: Runs, terms: Terms, cells: Ints, stand: Floats) -> None:
        """Runs at all places where one of them may be best; what each has at most, but for its place."""
        tables = self.tables
        number, at = tables.places(runs, terms, everywhere=self.everywhere)
        self.parts += len(number)
        units = runs.units[number]
        here = np.where(units > 0, terms.starts[number] + at[:, None], 0)
        lit = tables.points[units, here].sum(axis=1)
        floor = self.floor
        good = np.flatnonzero(tables.stands[units, here].all(axis=1) & (stand[number] + lit > floor))
        number, at, lit = number[good], at[good], lit[good]
        centres = terms.centres(number, tables.wall.places[at] / MM, tables.wall.frame)
        if not self.alone:
            weight = float(objective().kitchen["triangle"].points)
            lacks = weight * (1 - triangles(merged(centres, self.others.centres)))
            good = np.flatnonzero(stand[number] + lit - lacks > floor)
            number, at, lit, centres = number[good], at[good], lit[good], centres[good]
        if len(number):
            part = replace(terms.part.of(number).but({Sum.PLACED: lit}), centres=centres)
            part += tables.uppers.of(
                runs.of(number), terms.starts[number], terms.widths[number], cells[number], tables.hoods, at
            )
            self._note(number, runs.of(number), part, at)

    def _note(self, number: Ints, runs: Runs, part: Part, at: Ints) -> None:
        """Runs of these numbers, what they add where they stand; those that are among the best are kept."""
        less = np.round(100 - worth(part + self.others, self.tables.types.whole, self.tables.scale), 6)
        loose, odd = self._seen(runs, at)
        better = np.flatnonzero(less < 100 - self.floor)
        order = better[np.lexsort((at[better], odd[better], loose[better], less[better]))]
        # Of each run its best place; no more of them than are kept.
        _, first = np.unique(number[order], return_index=True)
        order = order[np.sort(first)[: self.count]]
        found = Found(
            less=less[order],
            loose=loose[order],
            odd=odd[order],
            units=padded(runs.of(order)),
            at=at[order],
            part=part.of(order),
        )
        self.found = together(self.found, found).best(self.count)

    def _seen(self, runs: Runs, at: Ints) -> tuple[Ints, Ints]:
        """How many of the ends of runs are neither at a wall nor closed by a filler, and how odd their fillers look."""
        wall = self.tables.wall
        right = len(wall.places) - 2 - at - runs.length
        near, far = np.minimum(at, right), np.maximum(at, right)
        least, most = (each // MM for each in (wall.rules.filler_least, wall.rules.filler_most))
        loose = (at > most).astype(np.int64) + (right > most)
        # Two equal fillers, else none at one end, and no rest there that silicone must close.
        closed = np.where(near >= least, far - near, most + near)
        return loose, np.where(far <= most, closed, np.abs(near - WALL_FILLER // MM))


def worth(part: Part, whole: int, scale: float) -> Floats:
    """The points of kitchens that are these parts, to a millionth."""
    return np.round(points_of(part, whole, price_shares(part[Sum.COST], scale), triangles(part.centres)), 6)
