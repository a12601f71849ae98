"""How much a search has done, counted and not timed: so it ends at the same place, with the same layouts, everywhere.

One part is some four microseconds of one core of a machine of 2024; what else a search does is counted in as many of
them as it was measured to take.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

STRUCTURE: Final = 350
"""Parts for corners, hung units and points of one structure."""

LINE: Final = 1500
"""Parts for the tables of one line, beside its runs."""

RUNS: Final = 3
"""So many runs of a line are bounded, or judged at one place, for each part."""

TABLES: Final = 650
"""Parts for the tables of legs that have them in common."""

LOOK: Final = 420
"""Parts for the runs of a leg beside those of the others, beside the places that were judged."""

PLACES: Final = 6
"""So many places of a run of a leg are judged for each part."""

WITH: Final = 20
"""Parts for the best runs of all legs with each other, beside their number."""

PAIRS: Final = 8
"""So many of these are judged for each part."""

GUESS: Final = 30
"""Parts for a structure that is only guessed, beside its legs."""

FAILED: Final = 60
"""Parts for a structure that cannot be filled, beside what was filled for it."""

RUN: Final = 25
"""Parts for a run as a part of a leg."""

BOUND: Final = 30
"""Parts for the most points that a run may have."""

SEEN: Final = 9
"""Parts for the most points that rows of furniture may have, told from widths alone."""

HUNG: Final = 250
"""Parts for a run with its hung units."""

ISLAND: Final = 100
"""Parts for the place of an island."""

BUILT: Final = 400
"""Parts for a unit built as a whole."""

CHECKED: Final = 100
"""Parts for each unit of a layout looked over with its doors as they open."""


USUAL: Final = 750_000
"""Parts after which a search ends: three to four seconds. Most rooms for other furniture than kitchens have
nothing left to look at before that."""

AROUND: Final = 105_000
"""The same for a search that begins with what one before it found: half a second. It is doubled while it has
too few layouts."""

FINEST: Final = 200_000
"""A search that is to end sooner has no finest looks: one takes up to 170,000 parts."""

PLAIN: Final = 0.5
"""The share of them in which structures without an island are looked at, where there may be one."""

FILLED: Final = 0.6
"""The share of them in which structures are looked at before shorter runs are tried, where nothing is told."""

GUESSED: Final = (0.85, 0.95)
"""The shares of them in which structures of several legs are guessed, before the best of them are looked at closer, and
again afterwards if these are soon done."""

LOOKS: Final = 0.9
"""The share of them in which the best of each look is made sure of."""

CLOSER: Final = 0.97
"""The share of them in which those are looked at closer that may be the best, before the best of all are looked at
finely."""


def never() -> bool:
    """The stop of a search that runs to its end, and what lacks nothing."""
    return False


@dataclass(slots=True, kw_only=True)
class Work:
    """The parts done so far, and after how many it is enough; None: never.

    While something `lacks`, twice as many are needed, up to the `most`.
    """

    enough: int | None = None
    most: int = 0
    lacks: Callable[[], bool] = never
    parts: int = 0

    def is_done(self, share: float = 1.0) -> bool:
        """Whether so large a share of what is enough is done."""
        while self.is_past(share):
            if not self.doubles():
                return True
        return False

    def is_past(self, share: float) -> bool:
        """The same, whatever is lacking so far."""
        return self.enough is not None and self.parts >= share * self.enough

    @property
    def is_short(self) -> bool:
        """Whether there is no time for the finest looks."""
        return self.enough is not None and self.enough < FINEST

    def doubles(self) -> bool:
        """Whether twice as many are needed from now on, because something lacks."""
        if self.enough is None or self.enough >= self.most or not self.lacks():
            return False
        self.enough = min(2 * self.enough, self.most)
        return True
