"""What a search has found so far: the best arrangements of each look, and what of them is handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol

from furnishing.layout import hard
from furnishing.layout.estimate import Estimator
from furnishing.layout.handed import turned
from furnishing.layout.judged import Features, Judged, Looked, alternatives
from furnishing.layout.looked_over import errors
from furnishing.layout.structures import Structure
from furnishing.layout.work import CHECKED, Work

ALIKE: Final = 3
"""Arrangements kept of each look, in case the best of them is found to clash."""


class Searcher(Protocol):
    """What kitchens and other furniture have in common. What lacks an essential is judged while `incomplete` is set."""

    incomplete: bool
    ground: hard.Ground
    estimator: Estimator

    @property
    def structures(self) -> tuple[Structure, ...]:
        """Those that hold, the best first, of what has any."""

    def run(self, pool: Pool) -> Iterator[Looked]:
        """Every structure in its turn; nothing is left out for the sake of what is not sound in the pool."""

    def lacking(self, judged: Judged) -> bool:
        """Whether it has not all that cannot be done without."""

    def sound(self, judged: Judged) -> bool:
        """Whether nothing of it clashes as it stands and opens."""

    def trimmed(self, judged: Judged) -> Judged:
        """The same with what joins its units to runs."""


@dataclass(slots=True, kw_only=True)
class Pool:
    """The best arrangements of each look, and which of them were found to be sound; so many are `chosen` of them."""

    search: Searcher
    image: Searcher
    work: Work
    count: int
    found: dict[Features, list[Judged]] = field(default_factory=dict)
    sound: dict[Judged, bool] = field(default_factory=dict)

    def keep(self, judged: Judged) -> bool:
        """Whether an arrangement is the best so far of those that look like it; some behind it are kept as well."""
        alike = self.found.setdefault(judged.features, [])
        alike.append(judged)
        alike.sort(key=lambda each: each.rank)
        del alike[ALIKE:]
        return alike[0] is judged

    def best(self) -> tuple[Judged, ...]:
        """Those chosen, with what joins their units."""
        return tuple(self.search.trimmed(each) for each in self.chosen())

    def chosen(self) -> tuple[Judged, ...]:
        """The best that differ clearly. Only these are checked for clashes, which is slow; what clashes is dropped."""
        while True:
            chosen = alternatives([alike[0] for alike in self.found.values()], self.count)
            clashing = [each for each in chosen if not self.is_sound(each)]
            if not clashing:
                return chosen
            for each in clashing:
                alike = self.found[each.features]
                alike.remove(each)
                if not alike:
                    del self.found[each.features]

    def is_sound(self, judged: Judged) -> bool:
        """Whether an arrangement was checked and clashes nowhere, and its mirror image does not either.

        Doors are hung and corners are measured from one side, so that one of the two may be sound alone.
        """
        if judged not in self.sound:
            self.work.parts += CHECKED * len(judged.placements)
            self.sound[judged] = self.search.sound(judged) and self._sound_as_image(judged)
        return self.sound[judged]

    def _sound_as_image(self, judged: Judged) -> bool:
        room, image = self.search.ground.room, self.image.ground
        if any(True for _ in hard.clashes(turned(judged, room).items, image)):
            return False
        whole = turned(self.search.trimmed(judged), room).placements
        return not any(True for _ in errors(whole, image.room, self.image.estimator))
