"""Jobs with matched sets: solved with a block in place of each set, every block then divided into its pieces.

Dividing a block takes a stage. So the job is solved twice: with so many stages fewer, which always leaves enough,
and with all stages, where a plan may lay a block so deep that it cannot be divided. Of such a plan the sheets that
hold are kept, and the pieces of the others (and of the emptiest) are laid anew with fewer stages. The better plan
wins. The bound is that of the job with blocks and all stages: a plan that the judge accepts has each set in a part
of its own, and with that part in place of the pieces it is a plan for the blocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil
from typing import Final, TypeAlias

from cutting.alternatives import Aim, chosen, compared
from cutting.bounds import bound
from cutting.check import check
from cutting.contest import Progress, Report
from cutting.nesting.sheetwise import cost_of, rank
from cutting.objective import Objective
from cutting.offcuts import keep, usual_rules
from cutting.pieces import CutJob, costs_differ
from cutting.plan import Alternative, CutPlan, CutResult, Sheet, Status
from cutting.set_rules import depth
from cutting.sets import Composed, composed, expanded
from cutting.stop import Stop, Watch
from cutting.unplaceable import sort_out
from furnishing.errors import PlanError

SURE: Final = 0.4
"""The part of the seconds for the plan with fewer stages."""
FULL: Final = 0.65
"""The part of what is then left for the plan with all stages; the rest is for what has to be laid anew."""

Play: TypeAlias = "Callable[[CutJob, Stop, Report | None, Objective | None], CutResult]"
"""Solves a job without sets."""


def solve_sets(job: CutJob, stop: Stop, play: Play, report: Report | None, objective: Objective | None) -> CutResult:
    """The best judged plan for a job with matched sets; `cutting.solve.solve` says what holds for stop and objective.

    Materials are solved one after another, those without sets as ever. Raises PlanError where a plan with blocks
    divided does not hold.
    """
    watch, parts = stop.begin(), [job.of_material(material) for material in job.materials]
    aims = None if objective is None else objective.priced(job)
    results: list[CutResult] = []
    for at, part in enumerate(parts):
        waiting = [sum(piece.area * piece.quantity for piece in each.pieces) for each in parts[at:]]
        left = None if stop.seconds is None else max(0.0, stop.seconds - watch.seconds)
        limit = replace(stop, seconds=None if left is None else left * waiting[0] / sum(waiting))
        results.append(_solved(part, limit, play, report, aims) if part.sets else play(part, limit, report, aims))
    return _together(job, parts, results, aims, watch)


def _together(
    job: CutJob, parts: Sequence[CutJob], results: Sequence[CutResult], objective: Objective | None, watch: Watch
) -> CutResult:
    """One result of all materials."""
    if len(parts) == 1:
        return results[0]
    by_cost = costs_differ(job)
    bounds = [
        each.bound * part.boards[0].cost if by_cost and not each.bound_is_cost and part.boards else each.bound
        for part, each in zip(parts, results, strict=True)
    ]
    plan = _accepted(job, _whole(each.plan for each in results))
    proven = all(each.status is Status.OPTIMAL for each in results)
    others: list[CutPlan] = []
    if any(each.alternatives for each in results):
        for aim in Aim:
            chosen_plans = (
                chosen(part, each, aim.value).plan if each.alternatives else each.plan
                for part, each in zip(parts, results, strict=True)
            )
            others.append(_whole(chosen_plans))
    return CutResult(
        plan=plan,
        cost=cost_of(job, plan),
        bound=sum(bounds, start=Decimal(0)),
        bound_is_cost=by_cost,
        status=Status.INCOMPLETE if plan.unplaced else Status.OPTIMAL if proven else Status.FEASIBLE,
        seconds=watch.seconds,
        seed=results[0].seed,
        nesters=tuple(name for each in results for name in each.nesters),
        alternatives=compared(job, others, objective) if objective is not None and others else (),
    )


def _whole(plans: Iterable[CutPlan]) -> CutPlan:
    """The plans of all materials as one."""
    every = tuple(plans)
    return CutPlan(
        sheets=tuple(sheet for plan in every for sheet in plan.sheets),
        unplaced=tuple(rest for plan in every for rest in plan.unplaced),
    )


def _accepted(job: CutJob, plan: CutPlan) -> CutPlan:
    """The plan, once the judge accepts it."""
    violations = check(job, plan)
    if violations:
        told = "\n".join(str(each) for each in violations[:20])
        raise PlanError(f"the plan with its sets divided has {len(violations)} violations:\n{told}")
    return plan


def _solved(job: CutJob, stop: Stop, play: Play, report: Report | None, objective: Objective | None) -> CutResult:
    """The best judged plan for one material with sets."""
    game = _Game(job, composed(job), play, stop.begin())
    blocks = game.blocks.job
    if job.router is not None or job.saw.max_stages is None:
        found = play(blocks, stop, report, objective)
        return game.result(found, game.held(found.plan), found.bound, found.alternatives, objective)
    least = bound(sort_out(blocks)[0])
    proved = least.cost if costs_differ(job) else Decimal(least.boards)
    sure = play(game.tight(blocks), game.part(SURE), _restated(report, least.boards), objective)
    plan = game.held(sure.plan)
    met = objective is None and meets(job, plan, proved)
    if met or stop.cancelled():
        return game.result(sure, plan, proved, sure.alternatives, objective)
    full = play(blocks, game.part(FULL), None, objective)
    proved, others = max(proved, full.bound), (*sure.alternatives, *full.alternatives)
    better = game.mended(full.plan) if rank(blocks, full.plan) < rank(blocks, sure.plan) else plan
    if rank(job, better) < rank(job, plan):
        return game.result(full, better, proved, others, objective)
    return game.result(sure, plan, proved, others, objective)


def _restated(report: Report | None, boards: int) -> Report | None:
    """Reports with the bound that holds for all stages: one for fewer stages proves nothing."""
    if report is None:
        return None

    def tell(progress: Progress) -> None:
        report(replace(progress, bound=boards))

    return tell


def meets(job: CutJob, plan: CutPlan, proved: Decimal) -> bool:
    """Whether no plan is better."""
    if plan.unplaced:
        return False
    return cost_of(job, plan) <= proved if costs_differ(job) else plan.boards <= ceil(proved)


@dataclass(frozen=True, slots=True)
class _Game:
    """One job with sets being solved."""

    job: CutJob
    blocks: Composed
    play: Play
    watch: Watch

    def part(self, share: float) -> Stop:
        """A share of the seconds that are left."""
        stop = self.watch.stop
        if stop.seconds is None:
            return stop
        return replace(stop, seconds=max(0.0, stop.seconds - self.watch.seconds) * share)

    def tight(self, part: CutJob) -> CutJob:
        """A job with blocks that leaves the stages to divide them."""
        most = part.saw.max_stages
        need = max(depth(each) for each in self.job.sets)
        return part if most is None else replace(part, saw=replace(part.saw, max_stages=most - need))

    def opened(self, plan: CutPlan) -> CutPlan:
        return expanded(self.job, self.blocks, plan, usual_rules())

    def held(self, plan: CutPlan) -> CutPlan:
        """A plan with its blocks divided; it must hold."""
        return _accepted(self.job, self.opened(plan))

    def mended(self, plan: CutPlan) -> CutPlan:
        """A plan with all stages, made to hold: what cannot be divided is laid anew."""
        bad = [at for at in range(len(plan.sheets)) if not self._divides(plan.sheets[at])]
        if not bad:
            return self.held(plan)
        again = sorted({*bad, *self._emptiest(plan, bad)})
        kept = [sheet for at, sheet in enumerate(plan.sheets) if at not in again]
        rest = self._rest([plan.sheets[at] for at in again], kept)
        found = self.play(self.tight(rest), self.part(1.0), None, None).plan
        return self.held(CutPlan(sheets=(*kept, *found.sheets), unplaced=(*plan.unplaced, *found.unplaced)))

    def _divides(self, sheet: Sheet) -> bool:
        """Whether a sheet holds with its blocks divided, whatever the copies of its pieces."""
        real = self.opened(CutPlan(sheets=(sheet,)))
        return all(each.code in COUNTED for each in check(self.job, real))

    def _emptiest(self, plan: CutPlan, bad: Sequence[int]) -> Iterator[int]:
        """The sheet with the least area of pieces among the others."""
        others = [at for at in range(len(plan.sheets)) if at not in bad]
        if others:
            yield min(others, key=lambda at: sum(each.rect.area for each in plan.sheets[at].placed))

    def _rest(self, sheets: Sequence[Sheet], kept: Sequence[Sheet]) -> CutJob:
        """The job of the pieces on some sheets, from the boards that others leave."""
        count: Counter[str] = Counter()
        for sheet in sheets:
            for each in sheet.placed:
                count[each.id] += sheet.copies
        used: Counter[tuple[str, str]] = Counter()
        for sheet in kept:
            used[sheet.material, sheet.board] += sheet.copies
        job = self.blocks.job
        return replace(
            job,
            pieces=tuple(replace(each, quantity=count[each.id]) for each in job.pieces if count[each.id]),
            boards=tuple(
                board
                if board.quantity is None
                else replace(board, quantity=board.quantity - used[board.material, board.code])
                for board in job.boards
            ),
        )

    def result(
        self,
        found: CutResult,
        plan: CutPlan,
        proved: Decimal,
        others: Sequence[Alternative],
        objective: Objective | None,
    ) -> CutResult:
        """The result with `plan`, which is judged, in place of that of `found`."""
        met = meets(self.job, plan, proved)
        status = Status.INCOMPLETE if plan.unplaced else Status.OPTIMAL if met else Status.FEASIBLE
        return replace(
            found,
            plan=plan,
            cost=cost_of(self.job, plan),
            bound=proved,
            status=status,
            alternatives=self._alternatives(others, plan, objective),
            seconds=self.watch.seconds,
        )

    def _alternatives(
        self, others: Sequence[Alternative], plan: CutPlan, objective: Objective | None
    ) -> tuple[Alternative, ...]:
        """The alternatives of the job with blocks that hold with these divided, and the plan that won."""
        if objective is None or not others:
            return ()
        rules = objective.offcuts
        divided = (expanded(self.job, self.blocks, each.plan, rules) for each in others)
        plans = (keep(plan, rules), *(each for each in divided if not check(self.job, each)))
        return compared(self.job, plans, objective)


COUNTED: Final = frozenset({"copies-missing", "copies-added", "set-split"})
"""What the judge says of a single sheet because the others are not there."""
