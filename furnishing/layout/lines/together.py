"""Kitchens of several legs: the best runs of each leg beside those of the others, and all of these with each other.

Each leg is looked through roughly by itself, once for all structures that have it. What that finds is some tenths of a
point behind the best, so it tells well which structures are worth a closer look: each leg beside the best runs of the
others, until nothing is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from furnishing.cabinets.registry import kind_of
from furnishing.layout import measures
from furnishing.layout.candidate import Candidate, hung_corners
from furnishing.layout.lines.judge import Judge, worth
from furnishing.layout.lines.leg import Best, Leg, Stand
from furnishing.layout.lines.legs import Legs
from furnishing.layout.lines.part import Part, nothing
from furnishing.layout.lines.runs import Look
from furnishing.layout.structures import Structure
from furnishing.layout.uppers import LOSSES
from furnishing.layout.work import LEG, LOOK, PLACES, RUNS, WITH

KEPT: Final = {Look.ROUGH: 12, Look.CLOSE: 24, Look.FINE: 24}
"""So many of the best runs of a leg are looked at with those of the others."""

JUDGED: Final = {Look.ROUGH: 1500, Look.CLOSE: 120_000, Look.FINE: 120_000}
"""Places of these runs that are judged, about, before the most promising of them are taken for the best."""

WITHIN: Final = {Look.ROUGH: (12, 6), Look.CLOSE: (24, 12), Look.FINE: (24, 12)}
"""So many of these with each other, where there are two legs, and where there are three."""

ENOUGH: Final = 8
"""Where a leg has so many runs that lack least, no other is looked at before others stand beside it."""

BEHIND: Final = 1.5
"""Points that closer looks, and hung units that hang in other ways, may gain: what is farther behind is left out."""

TURNS: Final = 4
"""How often all legs are looked through at most."""

Stands = tuple[Stand, ...]
"""A run of each leg."""


@dataclass(slots=True)
class Together:
    """What all kitchens of several legs of one search share."""

    legs: Legs

    def are_known(self, structure: Structure) -> bool:
        """Whether a structure has several legs, and their runs are told."""
        return len(structure.legs) > 1 and self.legs.are_known(structure)

    def first_of(self, structure: Structure, count: int) -> list[tuple[float, Stands]]:
        """So many of the best kitchens of a structure with their points, the best first, as far as a rough look at each
        leg tells; each hung unit over one base unit."""
        several = [self._alone(leg) for leg in self.legs.of(structure)]
        return self._with_each_other(several, structure, count, Look.ROUGH)

    def best_of(self, structure: Structure, count: int, least: float, look: Look) -> Iterator[Candidate]:
        """So many of the best kitchens of a structure, of those that have about more than the least points, the best
        first; each with hung units in every way they may hang."""
        for stands in self.stands(structure, count, least, look):
            yield from self.legs.candidates(structure, stands, LOSSES)

    def stands(self, structure: Structure, count: int, least: float, look: Look = Look.FINE) -> list[Stands]:
        """The runs of these kitchens."""
        legs, fixed = self.legs.of(structure), self.fixed(structure)
        several, best = [self._alone(leg) for leg in legs], -np.inf
        found: dict[tuple[object, ...], tuple[float, Stands]] = {}
        for _ in range(TURNS):
            ways = self._with_each_other(several, structure, count, look)
            found |= {tuple((each.units, each.at) for each in stands): (points, stands) for points, stands in ways}
            if not ways or ways[0][0] <= best:
                break
            best, parts = ways[0][0], [each.part for each in ways[0][1]]
            floor = max(best, least) - BEHIND
            for number, leg in enumerate(legs):
                others = sum([*parts[:number], *parts[number + 1 :]], start=fixed)
                several[number] = self._best_runs(leg, others, floor, look) or several[number]
        ranked = sorted(found.values(), key=lambda each: -each[0])
        return [stands for points, stands in ranked if points > least - BEHIND][:count]

    def fixed(self, structure: Structure) -> Part:
        """What does not change with its runs: what is missing, and units that hang in corners."""
        style, estimator = self.legs.bench.style, self.legs.estimator
        hung = hung_corners(structure, self.legs.bench)[0]
        return replace(
            nothing(self.legs.absent(structure)),
            volume=np.array([measures.storage(hung, style)]),
            cost=np.array([float(estimator.cost(hung))]),
            units=np.array([len(hung)]),
            standard=np.array([sum(each.width in kind_of(each.kind).widths for each in hung)]),
        )

    def _alone(self, leg: Leg) -> Best:
        """The best runs of a leg beside others that hold little and cost so much that each unit counts."""
        if leg.alone is None:
            others = replace(nothing(), cost=np.array([leg.scale / 2]))
            leg.alone = self._best_runs(leg, others, 0.0, Look.ROUGH)
            self.legs.bench.work.parts += LEG
        return leg.alone

    def _best_runs(self, leg: Leg, others: Part, least: float, look: Look) -> Best:
        """The best runs of a leg beside the others, of those with more than the least points. In a rough look no other
        is looked at where enough lack least."""
        fine, rough = look is Look.FINE, look is Look.ROUGH
        judge = Judge(leg=leg, others=others, least=least, count=KEPT[look], everywhere=fine, most=JUDGED[look])
        for without, lost in leg.dropped():
            if rough and len(judge.found) >= ENOUGH:
                break
            if leg.bound.most(without, lost, leg.longest, others) > judge.floor:
                known = leg.all_told(without, lost, look)
                if known is not None:
                    judge.look_through(known)
        self.legs.bench.work.parts += LOOK + judge.parts // PLACES
        return Best.of(judge.found.values())

    def _with_each_other(
        self, several: Sequence[Best], structure: Structure, count: int, look: Look
    ) -> list[tuple[float, Stands]]:
        """So many of the best kitchens of one run for each leg, with their points."""
        if not all(several):
            return []
        leg, whole = self.legs.of(structure)[0], self.fixed(structure)
        within = [min(len(each.stands), WITHIN[look][len(several) - 2]) for each in several]
        numbers = np.indices(within).reshape(len(several), -1)
        self.legs.bench.work.parts += WITH + numbers.shape[1] // RUNS
        for row, each in zip(numbers, several, strict=True):
            whole = each.part.of(row) + whole
        points = worth(whole, leg.types.whole, leg.scale)
        order = np.argsort(-points, kind="stable")[:count]
        return [
            (float(points[at]), tuple(each.stands[row[at]] for row, each in zip(numbers, several, strict=True)))
            for at in order
        ]
