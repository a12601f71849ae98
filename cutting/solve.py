"""The second verb: a cut job becomes a judged plan, with the bound that says how good it is.

Each material is solved by itself; all nesters take part in turn, and the best plan that the judge accepts wins.
Time goes to materials in proportion to the piece area still waiting, and within one to its nesters; what one
leaves unused the next ones have (a nester may have a `weight` below 1). An iteration stop counts for each
nester on each material, and nothing then depends on the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from cutting import nesting
from cutting.bounds import Bound, bound
from cutting.check import check
from cutting.job_rules import check_job
from cutting.nesting.sheetwise import cost_of, rank
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult, Status, Unplaced
from cutting.stop import Stop, Watch
from cutting.unplaceable import sort_out
from furnishing.errors import Fault, InputError, PlanError

QUICKEST: Final = "shelves"
"""The nester that begins: it always makes a plan, at once, and often the heavy ones then need not be loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A better plan, or a better bound, for one material: boards and cost of the plan, the bound in boards, seconds
    since the start, the nester that made the plan, copies left out."""

    material: str
    boards: int
    cost: Decimal
    bound: int
    seconds: float
    nester: str
    unplaced: int


Report = Callable[[Progress], None]


def solve(
    job: CutJob,
    stop: Stop,
    seed: int,
    *,
    progress: Report | None = None,
    nesters: Sequence[str] | None = None,
) -> CutResult:
    """The best judged plan for `job` found until `stop`; `nesters` by name, all where none are named.

    Raises InputError with all faults of a job that cannot be, KeyError for an unknown nester, PlanError when
    a nester makes a plan that the judge refuses.
    """
    faults = [*check_job(job)]
    if job.batching is not None:
        faults.append(Fault("batching", "one solve makes no batches; pool the job, or leave its batching out"))
    if faults:
        raise InputError(faults)
    watch = stop.begin()
    names = tuple(nesters) if nesters is not None else tuple(sorted(nesting.names(), key=lambda name: name != QUICKEST))
    todo = {material: sort_out(job.of_material(material)) for material in job.materials}
    answers = []
    for at, (part, _) in enumerate(todo.values()):
        waiting = [_weight(each) for each, _ in list(todo.values())[at:]]
        share = _share(stop, watch, waiting[0], sum(waiting))
        answers.append(_Contest(part, share, seed, names, progress, watch).run())
    unplaced = tuple(each for _, sorted_out in todo.values() for each in sorted_out)
    return _together(job, answers, unplaced, seed, watch)


def _weight(job: CutJob) -> int:
    return sum(piece.area * piece.quantity for piece in job.pieces)


def _share(stop: Stop, watch: Watch, own: int, waiting: int) -> float | None:
    """The seconds that one material may take of those that are left."""
    if stop.seconds is None:
        return None
    return max(0.0, stop.seconds - watch.seconds) * (own / waiting if waiting else 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """The best plan for one material, and the name of the nester that made it."""

    job: CutJob
    plan: CutPlan
    bound: Bound
    nester: str

    @property
    def proven(self) -> bool:
        """Whether no plan is better."""
        if self.plan.unplaced:
            return False
        if _costs_differ(self.job):
            return cost_of(self.job, self.plan) <= self.bound.cost
        return self.plan.boards <= self.bound.boards

    @property
    def impossible(self) -> bool:
        """Whether the plan is better than its bound says a plan can be."""
        cost = cost_of(self.job, self.plan)
        return not self.plan.unplaced and (self.plan.boards < self.bound.boards or cost < self.bound.cost)


def _costs_differ(job: CutJob) -> bool:
    return len({board.cost for board in job.boards}) > 1


@dataclass(slots=True)
class _Turn:
    """One nester's part of a contest: its weight, how long it has been running, and since when it is at work."""

    name: str
    weight: float = 1.0
    spent: float = 0.0
    since: float | None = None
    finds: Iterator[CutPlan | Bound] | None = None


@dataclass(slots=True)
class _Contest:
    """All nesters on one material, in turns, until its `share` of seconds is spent or the bound is met."""

    job: CutJob
    share: float | None
    seed: int
    names: tuple[str, ...]
    report: Report | None
    whole: Watch
    best: _Answer | None = field(default=None)
    _least: Bound = field(init=False)
    _running: list[_Turn] = field(init=False)
    _spent: float = field(default=0.0)

    def run(self) -> _Answer:
        """The best plan; where 'shelves' takes part there always is one."""
        self._least = bound(self.job)
        if not self.job.pieces:
            return _Answer(job=self.job, plan=CutPlan(sheets=()), bound=self._least, nester="")
        self._running = [_Turn(name) for name in self.names]
        while self._running:
            for turn in list(self._running):
                found = self._next(turn)
                if isinstance(found, CutPlan):
                    self._weigh(found, turn.name)
                elif found is not None:
                    self._raise(found)
                if self.best and self.best.proven:
                    return self.best
        if self.best is None:
            raise PlanError(f"none of {', '.join(self.names)} made a plan; let 'shelves' take part, it always does")
        return self.best

    def _next(self, turn: _Turn) -> CutPlan | Bound | None:
        """The nester's next find; without one it leaves the contest and its time to the others."""
        if turn.finds is None and self.best is not None and self._late():
            self._running.remove(turn)
            return None
        clock = self.whole.stop.clock
        turn.since = clock()
        if turn.finds is None:
            nester = nesting.load(turn.name)
            turn.weight = getattr(nester, "weight", 1.0)
            turn.finds = nester.nest(self.job, self._watch(turn), self.seed)
        found = next(turn.finds, None)
        turn.spent, turn.since = turn.spent + clock() - turn.since, None
        if found is None:
            self._running.remove(turn)
            self._spent += turn.spent
        return found

    def _late(self) -> bool:
        """Whether the time is up, so that a nester that has not begun need not begin."""
        spent = self._spent + sum(turn.spent for turn in self._running)
        return self.whole.stop.cancelled() or (self.share is not None and spent >= self.share)

    def _watch(self, turn: _Turn) -> Watch:
        stop = self.whole.stop
        limits = Stop(iterations=stop.iterations, cancelled=lambda: self._over(turn), clock=stop.clock)
        return limits.begin()

    def _over(self, turn: _Turn) -> bool:
        """Whether a nester has used its part, by weight, of the time that those that left have not spent."""
        stop = self.whole.stop
        if stop.cancelled():
            return True
        if self.share is None:
            return False
        spent = turn.spent + (stop.clock() - turn.since if turn.since is not None else 0.0)
        part = turn.weight / sum(each.weight for each in self._running)
        return spent >= (self.share - self._spent) * part

    def _weigh(self, plan: CutPlan, name: str) -> None:
        """Judge a plan, and keep it if it is better."""
        violations = check(self.job, plan)
        if violations:
            told = "\n".join(str(each) for each in violations[:20])
            raise PlanError(f"nester {name} made a plan with {len(violations)} violations:\n{told}")
        if self.best is None or rank(self.job, plan) < rank(self.job, self.best.plan):
            self.best = _Answer(job=self.job, plan=plan, bound=self._least, nester=name)
            self._tell(self.best)

    def _raise(self, found: Bound) -> None:
        """Take a bound that a nester has proved, where it is higher."""
        least = Bound(max(found.boards, self._least.boards), max(found.cost, self._least.cost))
        if least == self._least:
            return
        self._least = least
        if self.best is not None:
            self.best = replace(self.best, bound=least)
            self._tell(self.best)

    def _tell(self, best: _Answer) -> None:
        if best.impossible:
            did = f"a plan of {best.nester} uses {best.plan.boards} boards at {cost_of(self.job, best.plan)}"
            raise PlanError(f"{did}, below what is proved: {best.bound}")
        if self.report is not None:
            self.report(
                Progress(
                    material=self.job.pieces[0].material,
                    boards=best.plan.boards,
                    cost=cost_of(self.job, best.plan),
                    bound=best.bound.boards,
                    seconds=self.whole.seconds,
                    nester=best.nester,
                    unplaced=sum(each.quantity for each in best.plan.unplaced),
                )
            )


def _together(
    job: CutJob, answers: Sequence[_Answer], unplaced: tuple[Unplaced, ...], seed: int, watch: Watch
) -> CutResult:
    """One result of all materials, judged once more as a whole."""
    plan = CutPlan(
        sheets=tuple(sheet for answer in answers for sheet in answer.plan.sheets),
        unplaced=(*unplaced, *(each for answer in answers for each in answer.plan.unplaced)),
    )
    violations = check(job, plan)
    if violations:
        raise PlanError(
            "the plans of the materials do not add up:\n" + "\n".join(str(each) for each in violations[:20])
        )
    by_cost = any(_costs_differ(answer.job) for answer in answers)
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
