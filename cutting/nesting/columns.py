"""Column generation: the nester for repeated sizes, and the bound for all sizes.

Gilmore & Gomory (1961, 1965): a linear program chooses how often each pattern is sawn; its duals price the pieces; the
most valuable pattern at these prices, found exactly by dynamic programming, joins the program until none pays. The
prices also prove a bound (Farley 1990). Whole-number plans come from the same program over all patterns met, which
include those of the strips at these prices, for they saw no piece more often than it is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cutting.bounds import Bound
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

OFTEN: Final = 4
"""Pieces of one size, on average, from which on column generation comes first."""
MUCH: Final = 5.0
DEEP: Final = 5.0


def repeats(job: CutJob) -> bool:
    """Whether sizes are cut often enough for patterns to be sawn again and again."""
    sizes = {(piece.length, piece.width, piece.turns) for piece in job.pieces}
    return sum(piece.quantity for piece in job.pieces) >= OFTEN * len(sizes)


class ColumnNester:
    """Few sizes in large numbers, two stages or more; yields bounds as well as plans."""

    name = "columns"

    def weight(self, job: CutJob) -> float:
        """Most of the time where sizes repeat often, nobody else proves anything there; much without a stage limit."""
        if repeats(job):
            return MUCH
        return DEEP if job.saw.max_stages is None or job.saw.max_stages > 3 else 1.0

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan | Bound]:
        """Bounds and plans for `job`, improving; nothing where one stage or the number of sizes is beyond it."""
        from cutting.nesting.columns_search import search  # noqa: PLC0415 - numba and HiGHS take a moment to load

        yield from search(job, watch, seed)


NESTER = ColumnNester()
