"""One leg of a kitchen as tables by type of unit and place, and every run of units that it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from furnishing.layout.lines.bound import Bound
from furnishing.layout.lines.hung import Hoods, Uppers, cells_of, hoods_of
from furnishing.layout.lines.part import Part
from furnishing.layout.lines.runs import Runs, dropped, runs_of
from furnishing.layout.lines.terms import Terms, terms_of
from furnishing.layout.lines.unit_types import Flags, Floats, Ints, Types
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


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """A run at its place, the best first: points that it has less than 100, how many of its ends are neither at a wall
    nor closed by a filler, how odd its fillers look; then its units, and where it begins in the places of its wall;
    and what it adds to a kitchen."""

    less: float
    loose: int
    odd: int
    units: tuple[int, ...]
    at: int
    part: Part = field(compare=False)

    @property
    def points(self) -> float:
        """What it is worth, with what stands on other walls."""
        return 100 - self.less


@dataclass(slots=True, kw_only=True)
class Leg:
    """What all kitchens with such a leg share. Prices are measured by `scale`; no longer runs are looked at than
    `longest` millimetres."""

    types: Types
    uppers: Uppers
    scale: float
    longest: int
    work: Work
    hoods: Hoods = field(init=False)
    stands: Flags = field(init=False)
    first: Flags = field(init=False)
    last: Flags = field(init=False)
    points: Floats = field(init=False)
    bound: Bound = field(init=False)
    offsets: dict[int, Ints] = field(default_factory=dict)
    alone: list[Stand] | None = None
    """Its best runs before others stand beside it, once these were looked for."""
    known: dict[tuple[frozenset[int], bool], Known | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.longest = min(self.longest, self.wall.longest)
        self.stands = self.wall.stands(self.types)
        self.first, self.last = self.wall.ends(self.types)
        self.points = self.wall.points(self.types)
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
        """Where its runs stand."""
        return self.uppers.wall

    def dropped(self) -> Iterator[tuple[frozenset[int], int]]:
        """Which of its places may be left free, and what that costs of what was wished for."""
        yield from dropped(self.types)

    def runs(self, without: frozenset[int], *, mixed: bool = False) -> Runs:
        """Every run in which these places are free; `mixed` also those with two widths in a gap."""
        found = runs_of(self.types, without, self.longest, mixed=mixed)
        self.work.parts += len(found) // RUNS
        return found

    def told(self, runs: Runs, lost: int) -> Known:
        """What is told of these runs, in which so much is missing, before others stand beside them."""
        terms = terms_of(runs, self.types, lost)
        cells = cells_of(runs, terms, self.types)
        return Known(runs, terms, cells, self.bound.placed(runs, terms))

    def all_told(self, without: frozenset[int], lost: int, *, mixed: bool) -> Known | None:
        """What is told of every run in which these places are free, which costs so much; None where there is none."""
        if (without, mixed) not in self.known:
            runs = self.runs(without, mixed=mixed)
            self.known[without, mixed] = self.told(runs, lost) if len(runs) else None
        return self.known[without, mixed]

    def at(self, length: int) -> Ints:
        """Where a run of a length, in millimetres, may begin that stands best there."""
        if length not in self.offsets:
            self.offsets[length] = self.wall.offsets(self.types, length)
        return self.offsets[length]
