"""The strips nester: boards of strips, strips of stacks, for jobs from a few boards to tens of thousands of pieces.

The idea: give each piece the value area ** p with p a little above one, so that large pieces go first and small ones
are left to fill the ends. For every height that a strip may have, fill one strip by a bounded knapsack over its
length with stacks of equal pieces, and the holes greedily; choose the strips of a board by a knapsack over heights;
saw the best strip and go on with what is left. Then improve: see `strips_search`. The staged patterns are those of
Gilmore & Gomory (1965); `strips_kernels` fills one strip, `strips_boards` the boards, `strips_tree` makes the cuts.

This file stays light: the compiled parts are loaded when the first job comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch


class StripNester:
    """Strips of stacks under any stage limit, fixed and free grain mixed, several boards with costs and stock."""

    name = "strips"

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """Plans for `job`, improving; the last one has the emptiest last board."""
        from cutting.nesting.strips_search import search  # noqa: PLC0415 - numba takes half a second to load

        yield from search(job, watch, seed)


NESTER = StripNester()
