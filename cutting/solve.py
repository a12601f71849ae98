"""The second verb: a cut job becomes a judged plan, with the bound that says how good it is.

Each material is solved by itself; all nesters take part in turn, and the best plan that the judge accepts wins.
Time goes to materials in proportion to the piece area still waiting, and within one to its nesters; what one
leaves unused the next ones have (a nester may have a `weight` below 1). An iteration stop counts for each
nester on each material, and nothing then depends on the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from cutting import nesting
from cutting.alternatives import together, winners
from cutting.books import Player
from cutting.check import check
from cutting.contest import Answer, Contest, Progress, Report
from cutting.job_rules import check_job
from cutting.matched import solve_sets
from cutting.nesting.sheetwise import cost_of
from cutting.objective import Objective
from cutting.pieces import CutJob, Machine, costs_differ
from cutting.plan import Alternative, CutPlan, CutResult, Status, Unplaced
from cutting.stop import Stop, Watch
from cutting.unplaceable import sort_out
from furnishing.errors import Fault, InputError, PlanError

__all__ = ["Progress", "Report", "solve"]

QUICKEST: Final = {Machine.SAW: "shelves", Machine.ROUTER: "router"}
"""The nester that begins: it always makes a plan, at once, and often the heavy ones then need not be loaded."""

FOR_MATERIAL: Final = 0.6
"""The part of the seconds that goes to the least material where alternatives are wanted as well."""
PARTS: Final = 18
"""Into so many parts the time for the alternatives of a material is divided; a job solved on the way takes one or
more."""
HANDY: Final = ("shelves", "rectpack_guillotine")
"""The nesters that lay the pieces of a single sheet anew, for so many iterations:"""
HANDY_ITERATIONS: Final = 3


def solve(
    job: CutJob,
    stop: Stop,
    seed: int,
    *,
    progress: Report | None = None,
    nesters: Sequence[str] | None = None,
    cores: int = 1,
    objective: Objective | None = None,
) -> CutResult:
    """The best judged plan for `job` found until `stop`; `nesters` by name, all where none are named.

    So many nesters work side by side as there are `cores`; on an iteration stop the plan is the same for any number.
    With an `objective` the result has alternatives, for which a part of the seconds is kept; not on a router, whose
    time does not depend on saw lines, and not when somebody cancels before their turn. Matched sets are laid as
    blocks (`matched`).

    Raises InputError with all faults of a job that cannot be, KeyError for an unknown nester, PlanError when
    nobody makes a plan that the judge accepts; of one that is refused RefusedPlanWarning tells.
    """
    faults = [*check_job(job)]
    if job.batching is not None:
        faults.append(Fault("batching", "one solve makes no batches; pool the job, or leave its batching out"))
    if faults:
        raise InputError(faults)
    if job.sets:

        def play(part: CutJob, limit: Stop, report: Report | None, aims: Objective | None) -> CutResult:
            return solve(part, limit, seed, progress=report, nesters=nesters, cores=cores, objective=aims)

        return solve_sets(job, stop, play, progress, objective)
    watch = stop.begin()
    names = _names(Machine.SAW if job.router is None else Machine.ROUTER, nesters)
    todo = {material: sort_out(job.of_material(material)) for material in job.materials}
    answers = []
    for at, (part, _) in enumerate(todo.values()):
        waiting = [_weight(each) for each, _ in list(todo.values())[at:]]
        part_of_time = 1.0 if objective is None or job.router is not None else FOR_MATERIAL
        share = _share(stop, watch, waiting[0], sum(waiting), part_of_time)
        answers.append(Contest(part, share, seed, names, progress, watch, cores).run())
    unplaced = tuple(each for _, sorted_out in todo.values() for each in sorted_out)
    result = _together(job, answers, unplaced, seed, watch)
    if objective is None or job.router is not None or stop.cancelled():
        return result
    found = _alternatives(job, answers, unplaced, objective.priced(job), _Play(watch, seed, names, cores))
    return replace(result, alternatives=found, seconds=watch.seconds)


def _names(machine: Machine, asked: Sequence[str] | None) -> tuple[str, ...]:
    """The nesters that take part, the quickest first where none are asked for."""
    there = nesting.names(machine)
    if asked is None:
        return tuple(sorted(there, key=lambda name: name != QUICKEST[machine]))
    for name in asked:
        if any(name in nesting.names(other) for other in Machine if other is not machine):
            raise KeyError(f"nester {name!r} is not for a {machine}; there are {', '.join(there)}")
    return tuple(asked)


def _weight(job: CutJob) -> int:
    return sum(piece.area * piece.quantity for piece in job.pieces)


def _share(stop: Stop, watch: Watch, own: int, waiting: int, part: float = 1.0) -> float | None:
    """The seconds that one material may take of those that are left until `part` of them is gone."""
    if stop.seconds is None:
        return None
    return max(0.0, stop.seconds * part - watch.seconds) * (own / waiting if waiting else 0.0)


@dataclass(frozen=True, slots=True)
class _Play:
    """How jobs are solved on the way to alternatives."""

    watch: Watch
    seed: int
    names: tuple[str, ...]
    cores: int

    def until(self, end: float | None) -> Player:
        """The player whose time is up once `end` seconds have gone since the start."""
        stop = self.watch.stop
        each = None if end is None else max(0.0, end - self.watch.seconds) / PARTS
        handy = tuple(name for name in HANDY if name in self.names) or self.names

        def over() -> bool:
            return stop.cancelled() or (end is not None and self.watch.seconds >= end)

        def play(job: CutJob, parts: int) -> CutPlan | None:
            if over():
                return None
            seconds = None if each is None else each * parts
            limit = Stop(seconds=seconds, iterations=stop.iterations, polish=0, cancelled=over, clock=stop.clock)
            return solve(job, limit, self.seed, nesters=self.names, cores=self.cores).plan

        def quick(job: CutJob, parts: int) -> CutPlan | None:
            if over():
                return None
            limit = Stop(iterations=HANDY_ITERATIONS, cancelled=over, clock=stop.clock)
            return solve(job, limit, self.seed, nesters=handy).plan

        return Player(play=play, quick=quick, over=over)


def _alternatives(
    job: CutJob, answers: Sequence[Answer], unplaced: Sequence[Unplaced], objective: Objective, play: _Play
) -> tuple[Alternative, ...]:
    """The alternatives, each material in its part of the time that is left."""
    watch, parts = play.watch, []
    for at, answer in enumerate(answers):
        waiting = [_weight(each.job) for each in answers[at:]]
        share = _share(watch.stop, watch, waiting[0], sum(waiting))
        end = None if share is None else watch.seconds + share
        parts.append(winners(answer.job, answer.seen, objective, play.until(end)))
    return together(job, parts, unplaced, objective)


def _together(
    job: CutJob, answers: Sequence[Answer], unplaced: tuple[Unplaced, ...], seed: int, watch: Watch
) -> CutResult:
    """One result of all materials, judged once more as a whole where it is more than one judged plan."""
    plan = CutPlan(
        sheets=tuple(sheet for answer in answers for sheet in answer.plan.sheets),
        unplaced=(*unplaced, *(each for answer in answers for each in answer.plan.unplaced)),
    )
    violations = check(job, plan) if len(answers) != 1 or unplaced else ()
    if violations:
        raise PlanError(
            "the plans of the materials do not add up:\n" + "\n".join(str(each) for each in violations[:20])
        )
    by_cost = costs_differ(job)
    bounds = [answer.bound.cost if by_cost else Decimal(answer.bound.boards) for answer in answers]
    proven = all(answer.proven for answer in answers)
    status = Status.INCOMPLETE if plan.unplaced else Status.OPTIMAL if proven else Status.FEASIBLE
    return CutResult(
        plan=plan,
        cost=cost_of(job, plan),
        bound=sum(bounds, start=Decimal(0)),
        bound_is_cost=by_cost,
        status=status,
        seconds=watch.seconds,
        seed=seed,
        nesters=tuple(answer.nester for answer in answers),
    )
