"""What every nester is: a name and a generator of ever better plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cutting.bounds import Bound
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch


class Nester(Protocol):
    """One way to lay pieces on boards.

    `nest` gets a job of one material whose pieces each fit at least one board of it. It yields complete
    plans (a sheet for every piece, or the piece in `unplaced` with reason `no-stock-left`), each better than
    the one before in its own eyes, and bounds that it has proved. It returns when it has nothing more to try
    or soon (0.5 s) after `watch.done()`, calls `watch.step()` once per iteration, uses no clock but the watch,
    and draws every random number from `seed`. Most yield a first plan whatever the watch says, unless its
    stop says that none is needed (`watch.spare()`); a job that is
    not for them they leave to the others and yield nothing. An optional `weight` (1 where it is missing),
    a number or a function of the job, is the nester's part of the time; one that is `lucky` finds other plans from
    another seed, so that it may play on several cores at once.

    A nester gets only jobs for its machine: a saw, or a router where its module says `MACHINE = Machine.ROUTER`;
    its sheets then have no cuts.
    """

    name: str

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan | Bound]:
        """Plans for `job`, improving."""
        ...
