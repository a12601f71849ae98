"""Kitchens of several legs whose runs are told, not filled: which structures are, and which are looked at closer.

What a filled structure gains by it, two to eight points, is much the same for all whose legs meet alike on the same
walls. So what is told next is what may be best with the gain of its sort.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from furnishing.layout.candidate import Candidate
from furnishing.layout.judged import Judged, Looked, Pause
from furnishing.layout.lines.together import BEHIND, Together
from furnishing.layout.pool import Pool
from furnishing.layout.structures import Structure
from furnishing.layout.work import STRUCTURE, TOLD, Work

FIRST: Final = 3
"""So many of the best kitchens of a structure are looked at, in case the best of them breaks a rule."""

CLOSER: Final = 4
"""So many are where it is looked at closer."""

MORE: Final = 3.0
"""Points that a structure of whose sort none was told yet may gain more than others did."""

NEVER: Final = -100.0
"""The gain of a sort that cannot be told, and what is lacked where a kitchen has no sink or no hob."""

Held = tuple[Candidate, Judged]
"""A candidate that breaks no rule, and what it is worth."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What all structures of one search are told with. `judge` has a candidate with its score where that is better than
    so many points, `lacks` says whether it is no kitchen; `best` are the points of the best so far."""

    together: Together
    judge: Callable[[Candidate, float], Judged | None]
    lacks: Callable[[Judged], bool]
    pool: Pool
    work: Work
    best: float
    gains: dict[object, float] = field(default_factory=dict)
    found: list[Held] = field(default_factory=list)
    """Those told and not looked at closer yet."""
    failed: set[Structure] = field(default_factory=set)
    """Those that cannot be told, such as what stands apart from a kept unit."""

    def of(self, filled: Sequence[Held]) -> Iterator[Looked]:
        """Every structure that was filled, told in its turn until the work is done; before that the best looked at
        closer."""
        known = [(found.structure, judged) for found, judged in filled if self.together.are_known(found.structure)]
        points = {structure: judged.score.total for structure, judged in known}
        waiting = {structure: points[structure] + NEVER * self.lacks(judged) for structure, judged in known}
        for share in (TOLD, 1.0):
            while waiting and not self.work.is_done(share):
                gain = self._gain()
                one = max(waiting, key=lambda each: waiting[each] + gain(each))
                del waiting[one]
                yield self._told(one, points[one])
            yield from self._closer()

    def _gain(self) -> Callable[[Structure], float]:
        """What structures may gain by it, as far as it is known of their sort."""
        known = [each for each in self.gains.values() if each > NEVER]
        new = sum(known) / len(known) + MORE if known else 0.0
        return lambda structure: self.gains.get(_sort(structure), new)

    def _told(self, structure: Structure, was: float) -> Looked:
        self.gains[_sort(structure)] = NEVER
        for made in self.together.first_of(structure, FIRST):
            judged = self.judge(made, 0.0)
            self.work.parts += STRUCTURE
            if judged is not None:
                self.gains[_sort(structure)] = judged.score.total - was
                self.found.append((made, judged))
                return judged
        self.failed.add(structure)
        return Pause.HERE

    def _closer(self) -> Iterator[Looked]:
        """Those that may be better than the best so far, what is worth most first."""
        self.found.sort(key=lambda each: -each[1].score.total)
        complete = (judged for _, judged in self.found if not self.lacks(judged))
        self.best = max(self.best, next((each.score.total for each in complete if self.pool.is_sound(each)), 0.0))
        while self.found and self.found[0][1].score.total > self.best - BEHIND:
            found, _ = self.found.pop(0)
            for made in self.together.best_of(found.structure, CLOSER, self.best):
                judged = self.judge(made, self.best)
                self.work.parts += STRUCTURE
                if judged is not None and self.pool.is_sound(judged):
                    self.best = judged.score.total
                    yield judged
            yield Pause.HERE


def _sort(structure: Structure) -> object:
    """What is equal for structures that gain about the same."""
    return structure.legs, structure.corners, structure.island
