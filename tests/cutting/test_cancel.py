"""Cancelled nesters end soon: counted in how often they still ask, and in the plans they still make, not in seconds."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from cutting import nesting
from cutting.check import check, judge
from cutting.pieces import CutJob, Machine, Router
from cutting.plan import CutPlan, Status
from cutting.solve import solve
from cutting.stop import Stop, Watch
from tests.cutting.builders import a_board, a_job, a_piece

ROUTERS = nesting.names(Machine.ROUTER)
ALL = pytest.mark.parametrize("name", [*nesting.names(), *ROUTERS])
ASKED_AFTER = 20
"""So often a nester may still ask once it has been told to end: it gives up in every loop that it is in."""
STEPS_AFTER = 2
"""Iterations that may still be counted: the one at work, and one to round off."""


def a_pool(sizes: int = 24) -> CutJob:
    """A job of seven boards that nobody can prove optimal at once."""
    pieces = [a_piece(f"p{n}", 600 + 37 * n * n % 701, 350 + 53 * n * n % 607, quantity=2) for n in range(sizes)]
    return a_job(pieces, [a_board(2800, 2070)])


@dataclass
class Caller:
    """Cancels from the given question on, and counts what is asked from then on."""

    after: int
    asked: int = 0
    late: int = field(default=0)

    def __call__(self) -> bool:
        self.asked += 1
        if self.asked <= self.after:
            return False
        self.late += 1
        return True


def a_pool_for(name: str) -> CutJob:
    """The pool on the machine that a nester is for."""
    job = a_pool()
    return replace(job, router=Router(tool=job.saw.kerf, border=job.saw.trim.left)) if name in ROUTERS else job


def finds(name: str, job: CutJob, watch: Watch) -> Iterator[CutPlan]:
    """The plans a nester yields, bounds left out."""
    return (found for found in nesting.load(name).nest(job, watch, 0) if isinstance(found, CutPlan))


@ALL
@pytest.mark.parametrize("after", [0, 1, 7, 40])
def test_a_cancelled_nester_ends_within_a_few_steps_and_its_plans_hold(name: str, after: int) -> None:
    caller, job = Caller(after), a_pool_for(name)
    # Iterations end those runs in which the nester asks more seldom than we wait for.
    watch = Stop(cancelled=caller, iterations=12).begin()
    steps_at_cancel: int | None = None
    late_plans = 0
    for plan in finds(name, job, watch):
        assert check(job, plan) == ()
        if caller.late:
            late_plans += steps_at_cancel is not None
            steps_at_cancel = watch.iterations if steps_at_cancel is None else steps_at_cancel
    assert caller.late <= ASKED_AFTER
    assert late_plans <= STEPS_AFTER
    if steps_at_cancel is not None:
        assert watch.iterations - steps_at_cancel <= STEPS_AFTER


@ALL
def test_a_nester_cancelled_from_the_start_makes_no_more_than_its_first_plan(name: str) -> None:
    watch = Stop(cancelled=lambda: True).begin()
    plans = list(finds(name, a_pool_for(name), watch))
    assert len(plans) <= 2
    assert watch.iterations <= STEPS_AFTER


@ALL
def test_every_nester_asks_between_its_iterations(name: str) -> None:
    caller = Caller(after=10**9)
    watch = Stop(cancelled=caller, iterations=4).begin()
    list(finds(name, a_pool_for(name), watch))
    assert caller.asked >= watch.iterations - 1


@ALL
def test_a_nester_reads_no_clock_but_the_one_it_is_given(name: str) -> None:
    """Time that stands still never ends a search, time that leaps ends it at once: nothing else tells the time."""
    ticks = iter(range(10**9))
    leaping = Stop(seconds=3, clock=lambda: float(next(ticks))).begin()
    list(finds(name, a_pool_for(name), leaping))
    assert leaping.iterations <= 4


@pytest.mark.parametrize("cores", [1, 2])
@pytest.mark.parametrize("after", [0, 3, 50, 400])
def test_a_cancelled_solve_returns_its_best_judged_plan(after: int, cores: int) -> None:
    caller, job = Caller(after), a_pool()
    result = solve(job, Stop(cancelled=caller, seconds=10**6), 0, cores=cores)
    assert judge(job, result) == ()
    assert result.status is not Status.INCOMPLETE
    assert caller.late <= ASKED_AFTER * len(nesting.names())


def test_a_search_without_need_of_a_plan_may_give_up_its_first() -> None:
    assert Stop(cancelled=lambda: True, plan_needed=False).begin().spare()
    assert not Stop(cancelled=lambda: True).begin().spare()
    assert not Stop(plan_needed=False).begin().spare()
