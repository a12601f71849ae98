"""Kitchens of several legs: the best runs of each leg beside those of the others, and all of these with each other.

Each leg is looked through roughly by itself, once for all structures that have it. What that finds is some tenths of a
point behind the best, so it tells well which structures are worth a closer look: each leg beside the best runs of the
others, until nothing is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from furnishing.cabinets.registry import kind_of
from furnishing.layout import measures
from furnishing.layout.candidate import Candidate, hung_corners
from furnishing.layout.lines.found import Found, Stand
from furnishing.layout.lines.judge import Judge, worth
from furnishing.layout.lines.leg import Leg
from furnishing.layout.lines.legs import Legs
from furnishing.layout.lines.part import Part, Sum, nothing
from furnishing.layout.lines.runs import Look
from furnishing.layout.structures import Structure
from furnishing.layout.uppers import LOSSES
from furnishing.layout.work import LOOK, PAIRS, PLACES, WITH

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

Numbers = tuple[int, ...]
"""Their numbers in what was found of each leg."""

Way = tuple[float, Numbers]
"""The points of a kitchen, and its runs."""


@dataclass(slots=True)
class Together:
    """What all kitchens of several legs of one search share."""

    legs: Legs
    hung: dict[tuple[object, ...], Part] = field(default_factory=dict)
    """What hangs in corners."""

    def are_known(self, structure: Structure) -> bool:
        """Whether a structure has several legs, and their runs are told."""
        return len(structure.legs) > 1 and self.legs.are_known(structure)

    def first_of(self, structure: Structure, count: int) -> list[Way]:
        """So many of the best kitchens of a structure with their points, the best first, as far as a rough look at each
        leg tells; each hung unit over one base unit."""
        return self._with_each_other(self._all_alone(structure), structure, count, Look.ROUGH)

    def stood(self, structure: Structure, numbers: Numbers) -> Stands:
        """The runs of one of these."""
        return _stood(self._all_alone(structure), numbers)

    def best_of(self, structure: Structure, count: int, least: float, look: Look) -> Iterator[Candidate]:
        """So many of the best kitchens of a structure, of those that have about more than the least points, the best
        first; each with hung units in every way they may hang."""
        for stands in self.stands(structure, count, least, look):
            yield from self.legs.candidates(structure, stands, LOSSES)

    def stands(self, structure: Structure, count: int, least: float, look: Look = Look.FINE) -> list[Stands]:
        """The runs of these kitchens."""
        legs, fixed = self.legs.of(structure), self.fixed(structure)
        several, best = self._all_alone(structure), -np.inf
        found: dict[tuple[object, ...], tuple[float, Stands]] = {}
        for _ in range(TURNS):
            ways = [
                (points, _stood(several, numbers))
                for points, numbers in self._with_each_other(several, structure, count, look)
            ]
            found |= {tuple((each.units, each.at) for each in stands): (points, stands) for points, stands in ways}
            if not ways or ways[0][0] <= best:
                break
            best, parts = ways[0][0], [each.part for each in ways[0][1]]
            floor = max(best, least) - BEHIND
            for number, leg in enumerate(legs):
                others = sum([*parts[:number], *parts[number + 1 :]], start=fixed)
                runs = self._best_runs(leg, others, floor, look)
                several[number] = runs if len(runs) else several[number]
        ranked = sorted(found.values(), key=lambda each: -each[0])
        return [stands for points, stands in ranked if points > least - BEHIND][:count]

    def fixed(self, structure: Structure) -> Part:
        """What does not change with its runs: what is missing, and units that hang in corners."""
        key = (structure.legs, structure.corners)
        if key not in self.hung:
            style, hung = self.legs.bench.style, hung_corners(structure, self.legs.bench)[0]
            rows = {
                Sum.VOLUME: measures.storage(hung, style),
                Sum.COST: float(self.legs.estimator.cost(hung)),
                Sum.UNITS: len(hung),
                Sum.STANDARD: sum(each.width in kind_of(each.kind).widths for each in hung),
            }
            self.hung[key] = nothing({row: np.array([each]) for row, each in rows.items()})
        return self.hung[key].but({Sum.LOST: np.array([self.legs.absent(structure)])})

    def _all_alone(self, structure: Structure) -> list[Found]:
        """The best runs of each leg beside others that hold little and cost so much that each unit counts."""
        return [self._alone(leg) for leg in self.legs.of(structure)]

    def _alone(self, leg: Leg) -> Found:
        if leg.alone is None:
            others = nothing({Sum.COST: np.array([leg.tables.scale / 2])})
            leg.alone = self._best_runs(leg, others, 0.0, Look.ROUGH)
        return leg.alone

    def _best_runs(self, leg: Leg, others: Part, least: float, look: Look) -> Found:
        """The best runs of a leg beside the others, of those with more than the least points. In a rough look no other
        is looked at where enough lack least."""
        judge = Judge(
            tables=leg.tables,
            others=others,
            least=least,
            count=KEPT[look],
            everywhere=look is Look.FINE,
            most=JUDGED[look],
        )
        for without, lost in leg.dropped():
            if look is Look.ROUGH and len(judge.found) >= ENOUGH:
                break
            if leg.most(without, lost, others) > judge.floor:
                known = leg.all_told(without, lost, look)
                if known is not None:
                    judge.look_through(known)
        self.legs.bench.work.parts += LOOK + judge.parts // PLACES
        return judge.found

    def _with_each_other(self, several: Sequence[Found], structure: Structure, count: int, look: Look) -> list[Way]:
        """So many of the best kitchens of one run for each leg, with their points, and the numbers of their runs."""
        if not all(map(len, several)):
            return []
        leg, whole = self.legs.of(structure)[0], self.fixed(structure)
        most = WITHIN[look][len(several) - 2]
        within = [min(len(each), most) for each in several]
        for each in several:
            whole = whole.with_each(each.part.first(most))
        self.legs.bench.work.parts += WITH + len(whole) // PAIRS
        points = worth(whole, leg.types.whole, self.legs.scale)
        order = np.argsort(-points, kind="stable")[:count]
        return [(float(points[at]), tuple(map(int, np.unravel_index(at, within)))) for at in order]


def _stood(several: Sequence[Found], numbers: Numbers) -> Stands:
    return tuple(each.stand(number) for each, number in zip(several, numbers, strict=True))
