"""The contest of all nesters over one material: they take turns or run side by side, the judge weighs every plan.

The quickest nester begins alone; often its plan already meets the bound, and the heavy ones need not be loaded. With
an iteration stop all others go forward in rounds, one find each, weighed in the order of their names: what comes out
does not depend on the number of cores. With seconds each goes on as it can, within its part of the time, and one
that thrives on luck plays once more, from another seed, on every further core, in a process of its own. Once the bound
is met all look for a larger offcut, for a part of the seconds or rounds.
"""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Final

from cutting import nesting
from cutting.bounds import Bound, bound, scales_bound
from cutting.check import check
from cutting.nesting.apart import nest_apart
from cutting.nesting.protocol import Nester
from cutting.nesting.sheetwise import cost_of, rank
from cutting.pieces import CutJob, costs_differ
from cutting.plan import CutPlan
from cutting.stop import Stop, Watch
from furnishing.errors import PlanError


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


class RefusedPlanWarning(RuntimeWarning):
    """A nester made a plan that the judge refuses: a defect of this program; the plans of the others count."""


TWIN: Final = 1_000_003
"""What the seeds of the same nester on two cores differ by."""
LEAST_SECONDS: Final = 2.0
LEAST_WEIGHT: Final = 0.1
"""Of a contest and of a nester, for its twins to take part: a process takes most of a second to begin."""
MOST_SEEN: Final = 6
"""Plans remembered beside the best: another may be quicker to saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The best plan for one material, and the name of the nester that made it."""

    job: CutJob
    plan: CutPlan
    bound: Bound
    nester: str
    seen: tuple[CutPlan, ...] = ()
    """The last plans met, all judged, the best first; filled in when the contest is over."""

    @property
    def proven(self) -> bool:
        """Whether no plan is better."""
        if self.plan.unplaced:
            return False
        if costs_differ(self.job):
            return cost_of(self.job, self.plan) <= self.bound.cost
        return self.plan.boards <= self.bound.boards

    @property
    def impossible(self) -> bool:
        """Whether the plan is better than its bound says a plan can be."""
        cost = cost_of(self.job, self.plan)
        return not self.plan.unplaced and (self.plan.boards < self.bound.boards or cost < self.bound.cost)


@dataclass(slots=True)
class Turn:
    """One nester's part of a contest: its seed, its weight, how long it has been running, since when it is at work."""

    name: str
    seed: int
    weight: float = 1.0
    apart: bool = False
    """Whether in a process of its own."""
    spent: float = 0.0
    since: float | None = None
    finds: Iterator[CutPlan | Bound] | None = None


def weight_of(nester: Nester, job: CutJob) -> float:
    """A nester's part of the time: its `weight`, a number or a function of the job, 1 where it has none."""
    weight: float | Callable[[CutJob], float] = getattr(nester, "weight", 1.0)
    return weight(job) if callable(weight) else weight


@dataclass(slots=True)
class Contest:
    """All nesters on one material, `cores` at a time, until its `share` of seconds is spent or the bound is met."""

    job: CutJob
    share: float | None
    seed: int
    names: tuple[str, ...]
    report: Report | None
    whole: Watch
    cores: int = 1
    best: Answer | None = field(default=None)
    _least: Bound = field(init=False)
    _running: list[Turn] = field(init=False)
    _spent: float = field(default=0.0)
    _began: float = field(default=0.0)
    _round: int = field(default=0)
    _proved: float | None = field(default=None)
    _ended: bool = field(default=False)
    _refused: list[str] = field(default_factory=list)
    _seen: deque[CutPlan] = field(default_factory=lambda: deque(maxlen=MOST_SEEN))

    def run(self) -> Answer:
        """The best plan; where 'shelves' takes part there always is one."""
        self._least = bound(self.job)
        self._began = self._now()
        if not self.job.pieces:
            nothing = CutPlan(sheets=())
            return Answer(job=self.job, plan=nothing, bound=self._least, nester="", seen=(nothing,))
        self._running = [Turn(name, self.seed) for name in self.names]
        try:
            self._play()
        finally:
            self._close()
        if self.best is None:
            none = f"none of {', '.join(self.names)} made a plan; let the quickest take part, it always does"
            raise PlanError("\n".join(self._refused) or none)
        for told in self._refused:
            warnings.warn(f"{told}\nit was left out, the others went on", RefusedPlanWarning, stacklevel=2)
        others = tuple(plan for plan in self._seen if plan is not self.best.plan)
        return replace(self.best, seen=(self.best.plan, *others))

    def _play(self) -> None:
        """The quickest nester's first find, then all of them until the time is up or the bound is met."""
        self._take(self._running[0], self._next(self._running[0]))
        if self.best is None or not self.best.proven:
            self._raise(scales_bound(self.job, self._late))
        if self._settled() or not self._running:
            return
        with ThreadPoolExecutor(max_workers=max(1, self.cores)) as workers:
            try:
                self._rounds(workers) if self.share is None else self._freely(workers)
            finally:
                self._ended = True

    def _close(self) -> None:
        """End the processes and let go of the threads of nesters that had more to say."""
        for turn in self._running:
            if isinstance(turn.finds, Generator):
                turn.finds.close()

    def _settled(self) -> bool:
        """Whether the best plan meets its bound, and the time to look for a larger offcut is over."""
        if self.best is None or not self.best.proven:
            return False
        if self._proved is None:
            self._proved = self._now()
        return self._polished()

    def _now(self) -> float:
        """The seconds of the clock, or the rounds played."""
        return self._round if self.share is None else self.whole.stop.clock()

    def _polished(self) -> bool:
        """Whether its part of the time has gone since the bound was met; whole rounds on an iteration stop."""
        stop = self.whole.stop
        part = int(stop.polish * (stop.iterations or 0)) if self.share is None else stop.polish * self.share
        return self._proved is not None and self._now() - self._proved >= part

    def _rounds(self, workers: ThreadPoolExecutor) -> None:
        """One find of each nester at a time, weighed in their order."""
        while self._running and not self._settled():
            begun = [(turn, workers.submit(self._next, turn)) for turn in self._running]
            for turn, find in begun:
                found = find.result()
                if not self._settled():
                    self._take(turn, found)
            self._round += 1

    def _freely(self, workers: ThreadPoolExecutor) -> None:
        """Each nester goes on as soon as its find is weighed."""
        self._running += self._twins()
        begun: dict[Future[CutPlan | Bound | None], Turn] = {workers.submit(self._next, t): t for t in self._running}
        while begun and not self._settled():
            for find in wait(begun, return_when=FIRST_COMPLETED).done:
                turn = begun.pop(find)
                self._take(turn, find.result())
                if self._settled():
                    return
                if turn in self._running:
                    begun[workers.submit(self._next, turn)] = turn

    def _twins(self) -> list[Turn]:
        """The heaviest nester that thrives on luck once more for each core but the first, with another seed.

        Not where there is no time for more processes to begin, or where it has next to no part in the job.
        """
        if self.share is None or self.share < LEAST_SECONDS:
            return []
        lucky = {turn.name for turn in self._running if getattr(nesting.load(turn.name), "lucky", False)}
        weights = {name: weight_of(nesting.load(name), self.job) for name in sorted(lucky)}
        heaviest = max(weights, key=lambda name: weights[name], default="")
        if weights.get(heaviest, 0.0) < LEAST_WEIGHT:
            return []
        return [Turn(heaviest, self.seed + TWIN * core, weights[heaviest], True) for core in range(1, self.cores)]

    def _take(self, turn: Turn, found: CutPlan | Bound | None) -> None:
        """Weigh what a nester found; it leaves its time to the others when it finds no more, or what does not hold."""
        if isinstance(found, Bound):
            self._raise(found)
        elif found is not None and self._holds(found, turn.name):
            self._weigh(found, turn.name)
        else:
            self._running.remove(turn)
            self._spent += turn.spent

    def _next(self, turn: Turn) -> CutPlan | Bound | None:
        """The nester's next find, None when it has no more."""
        if turn.finds is None and self.best is not None and self._late():
            return None
        clock = self.whole.stop.clock
        turn.since = clock()
        if turn.finds is None:
            nester = nesting.load(turn.name)
            turn.weight = weight_of(nester, self.job)
            play = partial(nest_apart, turn.name) if turn.apart else nester.nest
            turn.finds = play(self.job, self._watch(turn), turn.seed)
        found = next(turn.finds, None)
        turn.spent, turn.since = turn.spent + clock() - turn.since, None
        return found

    def _late(self) -> bool:
        """Whether the time is up, so that a nester that has not begun need not begin."""
        if self._ended or self.whole.stop.cancelled():
            return True
        if self.share is None:
            return False
        return self._polished() or self._now() - self._began >= self.share

    def _watch(self, turn: Turn) -> Watch:
        stop = self.whole.stop
        needed = self.best is None
        over = partial(self._over, turn)
        limits = Stop(iterations=stop.iterations, cancelled=over, clock=stop.clock, plan_needed=needed)
        return limits.begin(self.cores)

    def _over(self, turn: Turn) -> bool:
        """Whether a nester has used its part, by weight, of the time of all cores that those that left have not spent.

        Nobody can have more than the whole share, for it works on one core; the last ones left have all of it.
        """
        if self._late():
            return True
        if self.share is None:
            return False
        spent = turn.spent + (self.whole.stop.clock() - turn.since if turn.since is not None else 0.0)
        running = list(self._running)
        part = turn.weight / sum(each.weight for each in running)
        return spent >= min(self.share, (self.share * self.cores - self._spent) * part)

    def _holds(self, plan: CutPlan, name: str) -> bool:
        """What the judge says of a plan."""
        violations = check(self.job, plan)
        if violations:
            told = "\n".join(str(each) for each in violations[:20])
            self._refused.append(f"nester {name} made a plan with {len(violations)} violations:\n{told}")
        return not violations

    def _weigh(self, plan: CutPlan, name: str) -> None:
        """Keep a plan that holds if it is better."""
        self._seen.append(plan)
        if self.best is None or rank(self.job, plan) < rank(self.job, self.best.plan):
            self.best = Answer(job=self.job, plan=plan, bound=self._least, nester=name)
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

    def _tell(self, best: Answer) -> None:
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
