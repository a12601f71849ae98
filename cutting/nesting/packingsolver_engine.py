"""PackingSolver (Fontan and Libralesso, 2020) as one more nester, where its Python package is installed.

It is an extra (`pip install furnish[packingsolver]`, Python >= 3.12) and never needed: without it, on jobs it has
no answer to, and when it breaks down, this nester yields nothing and leaves the job to the others. It runs in a
child process (`packingsolver_child` says why), which is killed when the watch says so. Its claims are not
taken on trust: cuts are found again from its placements, bounds are not passed on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Final

from cutting.nesting.child import answers
from cutting.nesting.foreign import ForeignSheet, plan_of, question
from cutting.nesting.sheetwise import Kind, kinds_of, rank
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Watch
from furnishing.errors import PlanError

MOST_COPIES: Final = 20_000
"""Of more pieces it makes no plan in useful time, and holds each of them in memory."""

CHILD: Final = Path(__file__).with_name("packingsolver_child.py")


class PackingSolverEngine:
    """Asks PackingSolver; an iteration stop asks it for an answer that does not depend on the clock."""

    name = "packingsolver_engine"
    weight = 0.5

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        """See `Nester.nest`. The library draws nothing at random, so the seed does not matter."""
        if find_spec("packingsolver") is None or watch.done() or not suits(job):
            return
        kinds = kinds_of(job)
        best: CutPlan | None = None
        for answer in _answers(ask(job, kinds, repeatable=watch.stop.iterations is not None), watch):
            plan = plan_from(job, kinds, answer)
            watch.step()
            if plan is not None and (best is None or rank(job, plan) < rank(job, best)):
                best = plan
                yield plan


def suits(job: CutJob) -> bool:
    """Whether the library can be asked at all: one stage makes it crash, no or free boards make no objective."""
    return (
        job.saw.max_stages != 1
        and 0 < sum(piece.quantity for piece in job.pieces) <= MOST_COPIES
        and bool(question(job, ())["boards"])
        and all(board.cost > 0 for board in job.boards)
    )


def ask(job: CutJob, kinds: tuple[Kind, ...], *, repeatable: bool = False) -> dict[str, Any]:
    """The whole question for the child."""
    how = {"seconds": None, "repeatable": repeatable, "sequential_single_knapsack": False}
    return {**question(job, kinds), **how}


def plan_from(job: CutJob, kinds: tuple[Kind, ...], line: str) -> CutPlan | None:
    """The plan in one line of the child's; None for an empty answer, for half a line, and for one no saw can cut."""
    try:
        sheets: list[ForeignSheet] = json.loads(line)["sheets"]
        return plan_of(job, kinds, sheets) if sheets else None
    except (json.JSONDecodeError, PlanError):
        return None


def _answers(asked: dict[str, Any], watch: Watch) -> Iterator[str]:
    """The lines the child writes, until it ends or the watch is done."""
    question = json.dumps(asked).encode() + b"\n"
    yield from answers([sys.executable, "-P", str(CHILD)], question, _lines, watch)


def _lines(pipe: IO[bytes]) -> Iterator[str]:
    return (line.decode() for line in pipe)


NESTER = PackingSolverEngine()
