"""The nester for small jobs, single orders of up to some hundred pieces: tree search, exchange, set covering.

A beam search over partial boards (Fontan & Libralesso 2020, `small_beam`) lays whole jobs, single boards and
everything between. Most boards are saved by exchange (`small_exchange`): one board is taken away, and a few others at
a time are laid anew until its pieces have found room; patterns met on the way and patterns that pay at the prices
of a linear program are chosen among by a whole-number program (`small_pool`). When no board can be saved,
`small_squeeze` makes the rest of the last one a large rectangle.

This file stays light: the compiled parts are loaded when the first job comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cutting.nesting.columns import repeats
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch

MOST_PIECES: Final = 400


class SmallNester:
    """Up to 400 pieces on one kind of board, two stages or more; patterns of at most three stages."""

    name = "small"
    lucky = True

    def weight(self, job: CutJob) -> float:
        """Most of the time, but next to none for jobs too large; where sizes repeat column generation is better."""
        if sum(piece.quantity for piece in job.pieces) > MOST_PIECES:
            return 0.01
        return 1.0 if repeats(job) else 8.0

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """Plans for `job`, improving; nothing where the job is too large or has several boards."""
        from cutting.nesting.small_search import search  # noqa: PLC0415 - numba takes half a second to load

        yield from search(job, watch, seed)


NESTER = SmallNester()
