"""The router nester: free rectangles filled in many orders, then sheets taken apart and filled anew.

A router needs no saw lines, so pieces may lie in any pattern. Every sheet is filled by maximal rectangles (see
`router_kernels`); plans are begun in a few orders (`router_search`), improved by ruin and recreate as long as there is
time (`router_improve`), and small pieces are moved away from the edges (`router_inward`).

This file stays light: the compiled parts are loaded when the first job comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from cutting.pieces import CutJob, Machine
from cutting.plan import CutPlan
from cutting.stop import Watch

MACHINE = Machine.ROUTER


class RouterNester:
    """Any number of pieces, grain, several boards with costs and stock; always makes a plan."""

    name = "router"
    lucky = True

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """Plans for `job`, improving; nothing for a job without a router."""
        from cutting.nesting.router_search import search  # noqa: PLC0415 - numba takes half a second to load

        if job.router is not None:
            yield from search(job, job.router, watch, seed)


NESTER = RouterNester()
