"""The legs of kitchens as tables by type of unit and place, and every run of units that each may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from furnishing.layout.lines.bound import Bound
from furnishing.layout.lines.found import Found
from furnishing.layout.lines.hung import Hoods, Uppers, cells_of, hoods_of
from furnishing.layout.lines.part import Part
from furnishing.layout.lines.runs import Look, dropped, runs_of
from furnishing.layout.lines.terms import Terms, terms_of
from furnishing.layout.lines.unit_types import MM, Flags, Floats, Ints, Order, Runs, Types
from furnishing.layout.lines.wall import Wall
from furnishing.layout.work import RUNS, Work


@dataclass(frozen=True, slots=True)
class Known:
    """Runs of a leg, what each is wherever it stands, over what of it units hang, and the points that places bring it
    at most."""

    runs: Runs
    terms: Terms
    cells: Ints
    placed: Floats


@dataclass(slots=True, kw_only=True)
class Tables:
    """What legs share that stand at one place and hold the same units, in whatever order. Prices are measured by
    `scale`; no longer runs are looked at than `longest` millimetres."""

    types: Types
    uppers: Uppers
    scale: float
    longest: int
    hoods: Hoods = field(init=False)
    stands: Flags = field(init=False)
    first: Flags = field(init=False)
    last: Flags = field(init=False)
    points: Floats = field(init=False)
    bound: Bound = field(init=False)
    kept: Ints = field(init=False)
    """By type the number of its place, from 1 on, where it must stand at a certain one."""
    offsets: dict[int, Ints] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.longest = min(self.longest, self.wall.longest)
        self.stands = self.wall.stands(self.types)
        self.first, self.last = self.wall.ends(self.types)
        self.points = self.wall.points(self.types)
        places = (0 if each.at is None else (each.at - self.wall.start) // MM + 1 for each in self.types.slots)
        self.kept = np.array([0, *places], np.int64)
        self.hoods = hoods_of(self.types, self.wall, self.uppers.estimator)
        self.bound = Bound(
            types=self.types,
            uppers=self.uppers,
            scale=self.scale,
            stands=self.stands,
            first=self.first,
            last=self.last,
            points=self.points,
        )

    @property
    def wall(self) -> Wall:
        """Where its runs stand."""
        return self.uppers.wall

    def told(self, runs: Runs, lost: int, look: Look = Look.CLOSE) -> Known:
        """What is told of runs, in which so much is missing, before others stand beside them."""
        terms = terms_of(runs, self.types, lost)
        cells = cells_of(runs, terms, self.types)
        # The bound takes as long as looking at few places does.
        placed = np.full(len(runs), self.bound.most_placed) if look is Look.ROUGH else self.bound.placed(runs, terms)
        return Known(runs, terms, cells, placed)

    def places(self, runs: Runs, terms: Terms, *, everywhere: bool) -> tuple[Ints, Ints]:
        """The numbers of runs and where they may begin, as far as their ends tell: `everywhere` that makes a
        difference, or at some places; the only one where something in them is kept."""
        every, nowhere = np.arange(len(runs)), len(self.wall.places) - 1
        first, last = runs.units[:, 0], runs.units[every, runs.count - 1]
        before = terms.starts[every, runs.count - 1]
        if self.kept.any():
            column = (self.kept[runs.units] > 0).argmax(axis=1)
            at = (self.kept[runs.units[every, column]] - 1 - terms.starts[every, column])[:, None]
            at = np.where((at >= 0) & (at < nowhere), at, nowhere)
        elif everywhere:
            lengths, number = np.unique(runs.length, return_inverse=True)
            at = _filled_up([self.at(int(each)) for each in lengths], nowhere)[number]
        else:
            at = self.wall.some_offsets(runs.length)
        ends = np.minimum(at + before[:, None], nowhere)
        row, column = np.nonzero(self.first[first[:, None], at] & self.last[last[:, None], ends])
        return row, at[row, column]

    def at(self, length: int) -> Ints:
        """Where a run of a length, in millimetres, may begin that stands best there."""
        if length not in self.offsets:
            self.offsets[length] = self.wall.offsets(self.types, length)
        return self.offsets[length]


@dataclass(slots=True, kw_only=True)
class Leg:
    """What all kitchens with such a leg share."""

    tables: Tables
    order: Order
    work: Work
    alone: Found | None = None
    """Its best runs before others stand beside it, once these were looked for."""
    known: dict[tuple[frozenset[int], Look], Known | None] = field(default_factory=dict)
    has: Counter[str] = field(init=False)
    """How many of each role there may be in it."""

    def __post_init__(self) -> None:
        self.has = self.types.has(self.order)

    @property
    def types(self) -> Types:
        """What may stand in it."""
        return self.tables.types

    @property
    def wall(self) -> Wall:
        """Where its runs stand."""
        return self.tables.wall

    def dropped(self) -> Iterator[tuple[frozenset[int], int]]:
        """Which of its places may be left free, and what that costs of what was wished for."""
        yield from dropped(self.order)

    def most(self, without: frozenset[int], lost: int, others: Part) -> float:
        """The most points of any run in which these places are free, which costs so much, beside the others."""
        return self.tables.bound.most(self.order, without, lost, self.tables.longest, others)

    def runs(self, without: frozenset[int], look: Look = Look.CLOSE) -> Runs:
        """Every run in which these places are free."""
        found = runs_of(self.types, self.order, without, self.tables.longest, look)
        self.work.parts += len(found) // RUNS
        return found

    def all_told(self, without: frozenset[int], lost: int, look: Look) -> Known | None:
        """What is told of every run in which these places are free, which costs so much; None where there is none."""
        if (without, look) not in self.known:
            runs = self.runs(without, look)
            known = self.tables.told(runs, lost, look) if len(runs) else None
            if look is Look.ROUGH:
                # Once is enough.
                return known
            self.known[without, look] = known
        return self.known[without, look]


def _filled_up(several: Sequence[Ints], by: int) -> Ints:
    """Rows of different lengths as one table."""
    found = np.full((len(several), max(map(len, several), default=0)), by)
    for row, each in zip(found, several, strict=True):
        row[: len(each)] = each
    return found
