"""Kitchens of several legs whose runs are told, not filled: guessed from the best runs of each leg by itself, made sure
of where they are worth it, and the best of all looked at closer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from furnishing.layout.candidate import Candidate, meets
from furnishing.layout.judged import FEW, TOLERATED, Judged, Looked, Pause
from furnishing.layout.lines.runs import Look
from furnishing.layout.lines.together import BEHIND, Together, Way
from furnishing.layout.pool import Pool
from furnishing.layout.structures import Structure
from furnishing.layout.work import CLOSER, GUESS, LOOKS, STRUCTURE, Work

FIRST: Final = 3
"""So many of the best kitchens of a structure are looked at, in case the best of them breaks a rule."""

SEVERAL: Final = 4
"""So many are where it is looked at closer."""

FINER: Final = 0.3
"""Points that the finest look may gain."""

FINELY: Final = 3
"""So many structures are looked at as finely as that, each time: it takes long on long walls."""

Held = tuple[Candidate, Judged]
"""A candidate that breaks no rule, and what it is worth."""

Key = tuple[object, ...]
"""What several structures may have in common that are the same kitchen."""


@dataclass(slots=True, kw_only=True)
class Told:
    """What all structures of one search are told with. `judge` has a candidate with its score where that is better than
    so many points, `lacks` says whether it is no kitchen."""

    together: Together
    judge: Callable[[Candidate, float], Judged | None]
    lacks: Callable[[Judged], bool]
    pool: Pool
    work: Work
    guesses: dict[Structure, float] = field(default_factory=dict)
    """The points of those that were guessed; 0 where their legs have no room for them."""
    ways: dict[Key, list[Way]] = field(default_factory=dict)
    """The best kitchens of what was guessed."""
    made: dict[Key, Held | None] = field(default_factory=dict)
    """What was made sure of; None where all break a rule."""
    most: float = 0.0
    """The most points that were guessed."""
    looked: dict[object, float] = field(default_factory=dict)
    """The most points of what was made sure of, by how it looks."""
    seen: set[tuple[Key, Look]] = field(default_factory=set)
    """What was looked at closer."""

    def guess(self, structure: Structure) -> float:
        """The points of the best kitchen of a structure if it keeps all rules; 0 where its legs have no room for it."""
        self.guesses[structure] = 0.0
        self.work.parts += GUESS
        if meets(structure, self.together.legs.bench):
            key = self._key(structure)
            if key not in self.ways:
                self.ways[key] = self.together.first_of(structure, FIRST)
            self.guesses[structure] = max((points for points, _ in self.ways[key]), default=0.0)
        return self.guesses[structure]

    def _key(self, structure: Structure) -> Key:
        legs = tuple(map(id, self.together.legs.of(structure)))
        return legs, structure.corners, structure.island

    def sure(self, structure: Structure) -> Held | None:
        """The best kitchen of a structure that was guessed; None where its best break a rule."""
        if not self.guesses[structure]:
            return None
        key = self._key(structure)
        if key not in self.made:
            self.made[key] = next(self._made(structure, key), None)
        held, look = self.made[key], _look(structure)
        if held is not None:
            self.looked[look] = max(self.looked.get(look, 0.0), held[1].score.total)
        return held

    def _made(self, structure: Structure, key: Key) -> Iterator[Held]:
        for _, numbers in self.ways[key]:
            stands = self.together.stood(structure, numbers)
            for found in self.together.legs.candidates(structure, stands, (None,)):
                self.work.parts += STRUCTURE
                judged = self.judge(found, 0.0)
                if judged is not None:
                    yield found, judged

    def held(self) -> list[Held]:
        """What was made sure of and breaks no rule, the best first."""
        return sorted(filter(None, self.made.values()), key=lambda each: -each[1].score.total)

    def _unsure(self) -> dict[Structure, float]:
        """What was only guessed, with its points."""
        guessed = {each: points for each, points in self.guesses.items() if points}
        return {each: points for each, points in guessed.items() if self._key(each) not in self.made}

    def is_new(self, structure: Structure) -> bool:
        """Whether nothing that looks like it was made sure of yet, and it may be handed out as far as is known."""
        points, self.most = self.guesses[structure], max(self.most, self.guesses[structure])
        may_be = len(self.looked) < FEW or points >= self.most - TOLERATED
        return may_be and _look(structure) not in self.looked

    def looks(self) -> Iterator[Looked]:
        """The best of each look, of those that were only guessed, so that there are others to choose from."""
        guesses, best = self._unsure(), max(self.looked.values(), default=0.0)
        for structure in sorted(guesses, key=lambda each: -guesses[each]):
            if self.work.is_past(LOOKS) or guesses[structure] < best - TOLERATED:
                return
            if guesses[structure] > self.looked.get(_look(structure), 0.0):
                one = self.sure(structure)
                yield one[1] if one else Pause.HERE

    def closer(self, best: float) -> Iterator[Looked]:
        """Those that may be better than the best so far, what is worth most first."""
        held = self.held()
        complete = (judged for _, judged in held if not self.lacks(judged))
        best = max(best, next((each.score.total for each in complete if self.pool.is_sound(each)), 0.0))
        likely = self._unsure() | {found.structure: judged.score.total for found, judged in held}
        looks = ((Look.CLOSE, BEHIND, len(likely), CLOSER), (Look.FINE, FINER, FINELY, 1.0))
        for look, more, most, share in looks[: 1 if self.work.is_short else 2]:
            for structure in sorted(likely, key=lambda each: -likely[each])[:most]:
                if likely[structure] < best - more or self.work.is_past(share):
                    break
                key = self._key(structure)
                if (key, look) in self.seen:
                    continue
                self.seen.add((key, look))
                for found in self.together.best_of(structure, SEVERAL, best, look):
                    judged = self.judge(found, best)
                    self.work.parts += STRUCTURE
                    if judged is not None and self.pool.is_sound(judged):
                        best = likely[structure] = judged.score.total
                        yield judged
                yield Pause.HERE


def _look(one: Structure) -> object:
    """What a person sees of a structure at first sight."""
    return one.legs, one.sink, one.hob, one.tall, one.tall_left, one.oven, one.fridge_apart, one.island
