"""What a shop wants of a plan, in money: boards less the offcuts kept, and the saw's time at its rate."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from cutting.figures import KeyFigures
from cutting.offcuts import CENT, OffcutRules, consumed, produced, usual_rules
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.saw_time import SawTimes, sawing, usual_times

HOUR_IN_BOARDS: Final = Decimal("1.5")
"""What an hour of the saw and its operator costs where no rate is given, in boards of the job's dearest size.

So no currency is assumed, and jobs without prices (every board costs 1) are weighed as well. It is this
program's guess: about 75 for the hour over 50 for a board.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Rates and rules by which plans are weighed; offcuts from stock count at their cost."""

    saw_hour: Decimal | None = None
    """Money for an hour of the saw with its operator; None: see `HOUR_IN_BOARDS`."""
    times: SawTimes = field(default_factory=usual_times)
    offcuts: OffcutRules = field(default_factory=usual_rules)

    def hour(self, job: CutJob) -> Decimal:
        """The rate for a job."""
        if self.saw_hour is not None:
            return self.saw_hour
        return HOUR_IN_BOARDS * max((board.cost for board in job.boards), default=Decimal(0))

    def priced(self, job: CutJob) -> Objective:
        """The same objective with its rate for a job, so that the job's parts are weighed alike."""
        return replace(self, saw_hour=self.hour(job))


def key_figures(job: CutJob, plan: CutPlan, objective: Objective | None = None) -> KeyFigures:
    """The key figures of a plan for `job`, its offcuts as the plan marks them."""
    objective = objective or Objective()
    boards = {(board.material, board.code): board for board in job.boards}
    areas = {piece.id: piece.area for piece in job.pieces}
    used = [(boards[sheet.material, sheet.board], sheet.copies) for sheet in plan.sheets]
    pieces: Counter[str] = Counter()
    for sheet in plan.sheets:
        for each in sheet.placed:
            pieces[each.id] += sheet.copies
    made, taken = produced(job, plan, objective.offcuts), consumed(job, plan)
    saw = sawing(job, plan)
    cost = sum((board.cost * copies for board, copies in used), start=Decimal(0))
    value = sum((each.value * each.quantity for each in made), start=Decimal(0))
    seconds = saw.seconds(objective.times)
    time = (seconds * objective.hour(job) / 3600).quantize(CENT, ROUND_HALF_UP)
    return KeyFigures(
        boards=plan.boards,
        cost=cost,
        board_area=sum(board.area * copies for board, copies in used),
        pieces=sum(pieces.values()),
        piece_area=sum(areas[id] * count for id, count in pieces.items()),
        unplaced=sum(rest.quantity for rest in plan.unplaced),
        unplaced_area=sum(areas[rest.id] * rest.quantity for rest in plan.unplaced),
        patterns=saw.patterns,
        cycles=saw.cycles,
        cuts=saw.cuts,
        recuts=saw.recuts,
        head_cuts=saw.head_cuts,
        turns=saw.turns,
        cutting_length=saw.cutting_length,
        seconds=seconds,
        offcuts_produced=sum(each.quantity for each in made),
        offcut_area_produced=sum(each.area * each.quantity for each in made),
        offcut_value=value,
        offcuts_consumed=sum(count for _, count in taken),
        offcut_area_consumed=sum(board.area * count for board, count in taken),
        offcut_cost=sum((board.cost * count for board, count in taken), start=Decimal(0)),
        largest_offcut=max((each.area for each in made), default=0),
        money=cost - value + time,
    )
