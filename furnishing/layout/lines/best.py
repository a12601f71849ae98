"""The best lines of a structure: every run of its units at every place of its wall is looked at.

A run is bounded by what it is worth wherever it stands and by the best place that its sink and hob could have; those
that may be better than the best so far are judged at all places where what they are worth may change, the most
promising first. So what fits a wall is found on every longer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from furnishing.layout.candidate import Candidate
from furnishing.layout.lines.found import Stand
from furnishing.layout.lines.judge import Judge
from furnishing.layout.lines.legs import LONGEST, Legs
from furnishing.layout.lines.part import Sum, nothing
from furnishing.layout.slots import Slot
from furnishing.layout.structures import Structure
from furnishing.layout.work import LINE, RUNS
from furnishing.programme import Shape
from furnishing.units import Length, mm

AMONG_OTHERS: Final[Length] = mm(4200)
"""How long a wall may be where hundreds of other structures are waiting."""


@dataclass(slots=True)
class Lines:
    """What all lines of one search share."""

    legs: Legs
    seen: set[tuple[int, tuple[Slot, ...]]] = field(default_factory=set)
    """What was looked at of which walls: without a fridge it is all the same at which end it does not stand."""

    def is_one(self, structure: Structure) -> bool:
        """Whether a structure is a line that is found here, with nothing kept on it; where any shape will do, on a wall
        that is soon looked through."""
        if len(structure.legs) > 1 or structure.island is not None or not self.legs.are_known(structure):
            return False
        return self.legs.bench.wish.shape is Shape.LINE or self._longest(structure) * mm(1) <= AMONG_OTHERS

    def is_whole(self, structure: Structure) -> bool:
        """Whether every run that its wall has room for is looked at."""
        return self.is_one(structure) and self._longest(structure) <= LONGEST

    def _longest(self, structure: Structure) -> int:
        return self.legs.of(structure)[0].wall.longest

    def best_of(self, structure: Structure, count: int, least: float = 0.0) -> Iterator[Candidate]:
        """So many of the best runs of a structure, each at its best place, of those with more than the least points;
        the best first."""
        judge, leg = self.judge_of(structure, count, least), self.legs.of(structure)[0]
        for without, lost in leg.dropped():
            key = (leg.wall.number, leg.order.slots_of(without))
            if key not in self.seen and leg.most(without, lost, judge.others) > judge.floor:
                judge.look_at(leg.runs(without), lost)
                self.seen.add(key)
        self.legs.bench.work.parts += LINE + judge.parts // RUNS
        found = (self.candidate(structure, each) for each in judge.found.stands())
        yield from (each for each in found if each is not None)

    def judge_of(self, structure: Structure, count: int, least: float) -> Judge:
        """What keeps so many of the best runs of a structure, of those with more than the least points."""
        alone = nothing({Sum.LOST: np.array([self.legs.absent(structure)])})
        return Judge(tables=self.legs.of(structure)[0].tables, others=alone, least=least, count=count)

    def candidate(self, structure: Structure, stand: Stand) -> Candidate | None:
        """A run at its place, with what hangs above it; None where its fillers could not be made."""
        return next(self.legs.candidates(structure, (stand,), (None,)), None)
