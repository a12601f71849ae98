"""The best runs of a leg, a line each, the best first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from furnishing.layout.lines.part import Part, nothing, stacked
from furnishing.layout.lines.runs import MOST_UNITS
from furnishing.layout.lines.unit_types import Floats, Ints, Runs, Units


@dataclass(frozen=True, slots=True)
class Stand:
    """A run at its place: the points of a kitchen with it, beside what it was looked at with; its units, where it
    begins in the places of its wall, and what it adds to a kitchen."""

    points: float
    units: tuple[int, ...]
    at: int
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Runs at their places: points that each has less than 100, how many of its ends are neither at a wall nor closed
    by a filler, how odd its fillers look; then its units, where it begins in the places of its wall, and what it adds
    to a kitchen."""

    less: Floats
    loose: Ints
    odd: Ints
    units: Units
    at: Ints
    part: Part

    def __len__(self) -> int:
        return len(self.less)

    def of(self, chosen: Ints) -> Found:
        """Some of them."""
        return Found(
            less=self.less[chosen],
            loose=self.loose[chosen],
            odd=self.odd[chosen],
            units=self.units[chosen],
            at=self.at[chosen],
            part=self.part.of(chosen),
        )

    def stand(self, number: int) -> Stand:
        """One of them."""
        units = tuple(int(unit) for unit in self.units[number] if unit)
        return Stand(100 - float(self.less[number]), units, int(self.at[number]), self.part.of(np.array([number])))

    def stands(self) -> list[Stand]:
        """All of them."""
        return [self.stand(number) for number in range(len(self))]

    def best(self, count: int) -> Found:
        """So many, none of them twice."""
        first: dict[bytes, int] = {}
        for number in np.lexsort((self.at, *self.units.T[::-1], self.odd, self.loose, self.less)):
            first.setdefault(self.units[number].tobytes(), number)
        return self.of(np.array([*first.values()][:count], np.int64))


def none() -> Found:
    """No runs."""
    count, points = np.zeros(0, np.int64), np.zeros(0)
    units = np.zeros((0, MOST_UNITS), np.int8)
    return Found(less=points, loose=count, odd=count, units=units, at=count, part=nothing().of(count))


def padded(runs: Runs) -> Units:
    """The units of runs, in rows of one length for all."""
    units = np.zeros((len(runs), MOST_UNITS), np.int8)
    units[:, : runs.units.shape[1]] = runs.units
    return units


def together(*several: Found) -> Found:
    """All of these."""
    columns = ("less", "loose", "odd", "units", "at")
    rows = {name: np.concatenate([getattr(each, name) for each in several]) for name in columns}
    return Found(**rows, part=stacked([each.part for each in several]))
