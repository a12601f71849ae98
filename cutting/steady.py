"""Solving again after a small edit: sheets of the former plan stay as they are wherever that costs nothing.

A shop that has sawn, labelled or priced by a plan wants to see as little of it change as possible. So the job is
solved afresh for what it can cost at best; then ever more sheets of the former plan are taken apart, those that have
to change first and the emptiest next, and their pieces laid anew together with the missing ones, until no more is
spent than afresh. Where that is never met, the fresh plan it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from cutting.bounds import Bound, bound
from cutting.check import check
from cutting.contest import Progress, Report
from cutting.former import Holding, compared, sheets_of, still_holding
from cutting.job_rules import check_job
from cutting.nesting.sheetwise import cost_of, rank
from cutting.pieces import CutJob, costs_differ
from cutting.plan import CutPlan, CutResult, Status
from cutting.solve import solve
from cutting.steady_search import Search
from cutting.steady_sets import steadied
from cutting.stop import Stop, Watch
from cutting.unplaceable import sort_out
from furnishing.errors import Fault, InputError, PlanError

FRESH: Final = 0.5
"""The part of the seconds in which the job is solved afresh."""
MOMENT: Final = 0.1
"""The part before it in which a plan is sought that needs no comparison, because a bound proves it."""
STEADY: Final = "steady"
"""Stands for the nester of a material whose plan keeps sheets of the former one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SteadyResult:
    """A result near a former plan: sheets `kept` (copies counted) are in both, cut for cut.

    `changed` are the sheets of the new plan, by index, of which some or all copies were not in the former one.
    `fresh_boards` is what solving afresh came to, or the former plan's own number where a bound proves it least.
    """

    result: CutResult
    kept: int
    changed: tuple[int, ...]
    fresh_boards: int


def resolve(
    job: CutJob,
    former: CutPlan,
    stop: Stop,
    seed: int,
    *,
    cores: int = 1,
    progress: Report | None = None,
    nesters: Sequence[str] | None = None,
) -> SteadyResult:
    """The judged plan for `job` that keeps most of `former` and costs no more than solving afresh in half the time.

    `former` may be a plan for other pieces, sizes, quantities, boards or another saw: what no longer holds is made
    anew. A job from which pieces were only taken, or made smaller, never needs more boards than before. On an
    iteration stop each search on the way has so many iterations, and nothing depends on the clock.

    Raises InputError and PlanError as `solve` does.
    """
    faults = [*check_job(job)]
    if job.batching is not None:
        faults.append(Fault("batching", "a steady plan has no batches; leave the job's batching out"))
    if faults:
        raise InputError(faults)
    if job.sets:

        def solver(part: CutJob, limit: Stop) -> CutResult:
            return solve(part, limit, seed, progress=progress, nesters=nesters, cores=cores)

        found, boards = steadied(job, former, stop, solver, STEADY)
        steady = replace(found, plan=_as_before(found.plan, former))
        kept, changed = compared(steady.plan, former)
        return SteadyResult(result=steady, kept=kept, changed=changed, fresh_boards=boards)
    run = _Run(stop.begin(), seed, cores, progress, nesters)
    parts = [job.of_material(material) for material in job.materials]
    outcomes = []
    for at, part in enumerate(parts):
        waiting = [sum(piece.area * piece.quantity for piece in each.pieces) for each in parts[at:]]
        sheets = tuple(sheet for sheet in former.sheets if sheet.material == part.pieces[0].material)
        outcomes.append(run.material(part, CutPlan(sheets=sheets), waiting[0] / sum(waiting)))
    plan = _as_before(_whole(outcomes), former)
    violations = check(job, plan)
    if violations:
        raise PlanError("the steady plan does not hold:\n" + "\n".join(str(each) for each in violations[:20]))
    kept, changed = compared(plan, former)
    result = _result(job, plan, outcomes, run)
    return SteadyResult(result=result, kept=kept, changed=changed, fresh_boards=sum(each.fresh for each in outcomes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """The plan of one material, what is proved for it, and the boards of solving afresh."""

    job: CutJob
    plan: CutPlan
    bound: Bound
    fresh: int
    nester: str

    @property
    def proven(self) -> bool:
        return _meets(self.job, self.plan, self.bound)


@dataclass(frozen=True, slots=True)
class _Run:
    """How the jobs on the way are solved."""

    watch: Watch
    seed: int
    cores: int
    progress: Report | None
    nesters: Sequence[str] | None

    def solve(self, job: CutJob, seconds: float | None, enough: tuple[Decimal, int] | None = None) -> CutResult:
        """Solve `job` in so many seconds, or until cost and boards are no more than `enough`.

        On an iteration stop nothing ends early, so that the plan does not depend on the number of cores.
        """
        stop = self.watch.stop
        met: list[Progress] = []

        def note(progress: Progress) -> None:
            if enough and stop.iterations is None and not progress.unplaced:
                met.extend([progress] if (progress.cost, progress.boards) <= enough else [])

        limit = Stop(
            seconds=seconds,
            iterations=stop.iterations,
            cancelled=lambda: bool(met) or stop.cancelled(),
            clock=stop.clock,
        )
        report = note if enough else self.progress
        return solve(job, limit, self.seed, progress=report, nesters=self.nesters, cores=self.cores)

    def material(self, job: CutJob, former: CutPlan, share: float) -> _Outcome:
        """The steady plan of one material in its `share` of the time that is left."""
        part, unplaceable = sort_out(job)
        holding = still_holding(part, former)
        least = bound(part)
        start = None if holding.missing else CutPlan(sheets=sheets_of(holding, Counter()))
        if start is None or not _meets(part, start, least):
            start = self._at_bound(part, holding, least, share) or start
        if start is not None and _meets(part, start, least):
            plan, name = replace(start, unplaced=unplaceable), STEADY if part.pieces else ""
            return _Outcome(job=job, plan=plan, bound=least, fresh=plan.boards, nester=name)
        end = self._end(share)
        fresh = self.solve(part, None if end is None else (end - self.watch.seconds) * FRESH)
        target = rank(part, fresh.plan)[:3]
        if start is None or rank(part, start)[:3] > target:
            start = Search(self, part, holding, target, end).fewest()
        plan, name = (fresh.plan, fresh.nesters[0]) if start is None else (start, STEADY)
        return _Outcome(
            job=job,
            plan=replace(plan, unplaced=(*unplaceable, *plan.unplaced)),
            bound=_bound_of(part, fresh, least),
            fresh=fresh.plan.boards,
            nester=name,
        )

    def _at_bound(self, job: CutJob, holding: Holding, least: Bound, share: float) -> CutPlan | None:
        """A plan that meets the bound, if it takes but a moment: nothing has then to be solved afresh."""
        target = (0, least.cost, least.boards)
        return Search(self, job, holding, target, self._end(share * MOMENT)).fewest(tries=2)

    def _end(self, share: float) -> float | None:
        """When a share of the seconds left will be over, in seconds from the start."""
        stop = self.watch.stop
        return (
            None if stop.seconds is None else self.watch.seconds + share * max(0.0, stop.seconds - self.watch.seconds)
        )


def _whole(outcomes: Iterable[_Outcome]) -> CutPlan:
    outcomes = tuple(outcomes)
    return CutPlan(
        sheets=tuple(sheet for each in outcomes for sheet in each.plan.sheets),
        unplaced=tuple(rest for each in outcomes for rest in each.plan.unplaced),
    )


def _as_before(plan: CutPlan, former: CutPlan) -> CutPlan:
    """The former plan itself, in its own order, where nothing of it has changed."""
    kept, changed = compared(plan, former)
    left, before = (Counter((each.id, each.quantity, each.reason) for each in some.unplaced) for some in (plan, former))
    return former if kept == former.boards and not changed and left == before else plan


def _meets(job: CutJob, plan: CutPlan, least: Bound) -> bool:
    """Whether a plan places all pieces of a material and no plan costs less."""
    if plan.unplaced:
        return False
    return cost_of(job, plan) <= least.cost if costs_differ(job) else plan.boards <= least.boards


def _bound_of(job: CutJob, fresh: CutResult, least: Bound) -> Bound:
    """What solving afresh has proved for a material, in boards and in cost."""
    if fresh.bound_is_cost:
        return Bound(least.boards, fresh.bound)
    return Bound(int(fresh.bound), fresh.bound * job.boards[0].cost)


def _result(job: CutJob, plan: CutPlan, outcomes: Sequence[_Outcome], run: _Run) -> CutResult:
    """The result of all materials."""
    by_cost = costs_differ(job)
    bounds = [each.bound.cost if by_cost else Decimal(each.bound.boards) for each in outcomes]
    proven = all(each.proven for each in outcomes)
    return CutResult(
        plan=plan,
        cost=sum((cost_of(each.job, each.plan) for each in outcomes), start=Decimal(0)),
        bound=sum(bounds, start=Decimal(0)),
        bound_is_cost=by_cost,
        status=Status.INCOMPLETE if plan.unplaced else Status.OPTIMAL if proven else Status.FEASIBLE,
        seconds=run.watch.seconds,
        seed=run.seed,
        nesters=tuple(each.nester for each in outcomes),
    )
