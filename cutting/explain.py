"""Why a plan is as it is: what fixed grain and matched sets cost, what one more board size or smaller trims would save.

Each question is a job with one thing changed, solved for a short while, material by material. A search proves only
its bound, so an answer is an interval: what the plans found differ by, and how far the proofs let that be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from cutting.alternatives import Aim, chosen
from cutting.bounds import bound
from cutting.figures import FOUR_DIGITS
from cutting.nesting.sheetwise import cost_of
from cutting.objective import Objective
from cutting.offcuts import keep, produced, usual_rules
from cutting.pieces import Board, CutJob, Trim
from cutting.plan import CutPlan, CutResult, Status, Unplaced
from cutting.solve import solve
from cutting.stop import Stop
from cutting.unplaceable import sort_out
from furnishing.grain import Grain
from furnishing.units import Length, mm, show

STANDARD_SIZES: Final = tuple(
    (mm(length), mm(width)) for length, width in ((2440, 1220), (2800, 2070), (2750, 1830), (3050, 1525))
)
"""Sizes that boards are sold in, asked after where no others are named."""


class Change(StrEnum):
    """What a question changes."""

    FREE_GRAIN = "free grain"
    """All pieces may be turned, but for those of matched sets."""
    NO_SETS = "no matched sets"
    """Every piece may lie where it likes: what the sets cost."""
    MORE_SIZES = "one more board size"
    SMALLER_TRIM = "smaller trim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A plan that was found, and what no plan can do better than: boards, and what they cost.

    `offcut_area` (square micrometres) and `offcut_value` are those of the rests kept by the usual rules.
    """

    boards: int
    cost: Decimal
    least_cost: Decimal
    offcut_area: int = 0
    offcut_value: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one change would do for one material. `after` is never worse than `before`: the former plan still holds."""

    change: Change
    material: str
    detail: str
    """The size or the trim in question, as people write it; empty for the grain."""
    before: Range
    after: Range

    @property
    def saving(self) -> Decimal:
        """What the plans found differ by."""
        return self.before.cost - self.after.cost

    @property
    def boards_saved(self) -> int:
        """Boards of the plans found; below 0 where smaller boards take the place of larger ones."""
        return self.before.boards - self.after.boards

    @property
    def offcut_gain(self) -> Decimal:
        """By how much the offcuts kept would be worth more; below 0 where they would be worth less."""
        return self.after.offcut_value - self.before.offcut_value

    @property
    def least(self) -> Decimal:
        """What the change saves for certain: no plan without it comes below its bound."""
        return max(Decimal(0), self.before.least_cost - self.after.cost)

    @property
    def most(self) -> Decimal:
        """What the change can save at most over the plan that there is."""
        return max(Decimal(0), self.before.cost - self.after.least_cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why each unplaced piece is on no sheet, and an answer to each question, material by material.

    Materials with unplaced pieces are not asked about: their boards say nothing.
    """

    unplaced: tuple[Unplaced, ...]
    answers: tuple[Answer, ...]


def explain(
    job: CutJob,
    result: CutResult,
    stop: Stop,
    seed: int,
    *,
    sizes: Sequence[tuple[Length, Length]] = STANDARD_SIZES,
    trim: Trim | None = None,
    changes: Collection[Change] = tuple(Change),
    nesters: Sequence[str] | None = None,
) -> Explanation:
    """What `changes` would save on the plan of `result`, until `stop`; seconds are shared among the questions.

    `sizes` are boards to ask after, at the price by area of the material's largest bought board; those in stock are
    left out. `trim` is asked after where it is smaller; half of each trim, but no less than the kerf, where none is
    given. Raises InputError for a job that cannot be.
    """
    every = [each for material in job.materials for each in _questions(job, result, material, sizes, trim)]
    asked = [question for question in every if question.change in changes]
    watch = stop.begin()
    answers: list[Answer] = []
    for number, question in enumerate(asked):
        if answers and watch.done():
            break
        seconds = None if stop.seconds is None else max(0.0, stop.seconds - watch.seconds) / (len(asked) - number)
        answers.append(_answer(question, replace(stop, seconds=seconds, polish=0), seed, nesters))
    return Explanation(unplaced=result.plan.unplaced, answers=tuple(answers))


def sets_cost(
    job: CutJob, result: CutResult, stop: Stop, seed: int, *, nesters: Sequence[str] | None = None
) -> tuple[Answer, ...]:
    """What the matched sets of a job cost, an answer for each material that has some: `saving` is what would be saved
    without them, `boards_saved` the boards, `offcut_gain` how much more the offcuts kept would be worth."""
    return explain(job, result, stop, seed, changes=(Change.NO_SETS,), nesters=nesters).answers


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    change: Change
    material: str
    detail: str
    job: CutJob
    before: Range
    now: CutJob | None = None
    """The job as it is, where the plan at hand is not enough to compare with."""


def _questions(
    job: CutJob,
    result: CutResult,
    material: str,
    sizes: Sequence[tuple[Length, Length]],
    trim: Trim | None,
) -> Iterator[_Question]:
    part, left_out = sort_out(job.of_material(material))
    ids = {piece.id for piece in part.pieces}
    if left_out or not ids or any(rest.id in ids for rest in result.plan.unplaced):
        return
    before = _standing(job, result, part, material)
    matched = {id for each in part.sets for id in each.pieces}
    if any(piece.grain is not Grain.FREE and piece.id not in matched for piece in part.pieces):
        free = (piece if piece.id in matched else replace(piece, grain=Grain.FREE) for piece in part.pieces)
        changed = replace(part, pieces=tuple(free))
        yield _Question(change=Change.FREE_GRAIN, material=material, detail="", job=changed, before=before)
    if part.sets:
        detail = f"{len(part.sets)} now"
        changed = replace(part, sets=())
        yield _Question(change=Change.NO_SETS, material=material, detail=detail, job=changed, before=before, now=part)
    for board in _new_boards(part, sizes):
        detail = f"{show(board.length)} x {show(board.width)}"
        changed = replace(part, boards=(*part.boards, board))
        yield _Question(change=Change.MORE_SIZES, material=material, detail=detail, job=changed, before=before)
    smaller = _smaller(part, trim) if part.router is None else part.saw.trim
    if smaller != part.saw.trim:
        edges = (smaller.left, smaller.right, smaller.bottom, smaller.top)
        detail = " ".join(show(edge) for edge in (edges[:1] if len(set(edges)) == 1 else edges))
        changed = replace(part, saw=replace(part.saw, trim=smaller))
        yield _Question(change=Change.SMALLER_TRIM, material=material, detail=detail, job=changed, before=before)


def _standing(job: CutJob, result: CutResult, part: CutJob, material: str) -> Range:
    """What the result has for one material, with the bound of the whole where there is no other material."""
    plan = CutPlan(sheets=tuple(sheet for sheet in result.plan.sheets if sheet.material == material))
    cost = cost_of(part, plan)
    least = bound(part).cost
    if len(job.materials) == 1:
        least = max(least, _bound_cost(part, result))
    if result.status is Status.OPTIMAL:
        least = cost
    return _range(part, plan, least)


def _range(part: CutJob, plan: CutPlan, least: Decimal) -> Range:
    """What a plan for one material comes to, its rests marked by the usual rules."""
    rules, cost = usual_rules(), cost_of(part, plan)
    made = produced(part, keep(plan, rules), rules)
    return Range(
        boards=plan.boards,
        cost=cost,
        least_cost=min(least, cost),
        offcut_area=sum(each.area * each.quantity for each in made),
        offcut_value=sum((each.value * each.quantity for each in made), start=Decimal(0)),
    )


def _thrifty(job: CutJob, stop: Stop, seed: int, nesters: Sequence[str] | None) -> CutResult:
    """The result with the plan of least material, and of those the one with the best offcuts."""
    found = solve(job, stop, seed, nesters=nesters, objective=Objective())
    return chosen(job, found, Aim.LEAST_MATERIAL.value) if found.alternatives else found


def _bound_cost(part: CutJob, result: CutResult) -> Decimal:
    """The bound of a result for one material in money: so many boards cost at least the cheapest."""
    if result.bound_is_cost:
        return result.bound
    return result.bound * min(board.cost for board in part.boards)


def _new_boards(part: CutJob, sizes: Sequence[tuple[Length, Length]]) -> Iterator[Board]:
    """A board of each size that is not there, at the price by area of the largest bought one."""
    bought = [board for board in part.boards if not board.offcut]
    if not bought:
        return
    model = max(bought, key=lambda board: (board.area, board.code))
    there = {(board.length, board.width) for board in bought}
    codes = {board.code for board in part.boards}
    for number, (length, width) in enumerate(sizes, start=1):
        if (length, width) in there:
            continue
        code = f"{model.code}+{number}"
        while code in codes:
            code += "+"
        cost = (model.cost * length * width / model.area).quantize(FOUR_DIGITS, ROUND_HALF_UP)
        board = replace(model, code=code, length=length, width=width, quantity=None, cost=cost)
        room = part.machine.usable(board)
        if min(room.length, room.width) > part.saw.kerf:
            yield board


def _smaller(part: CutJob, trim: Trim | None) -> Trim:
    """The trim to ask after: the one given, on no edge more than the job's."""
    now, kerf = part.saw.trim, part.saw.kerf

    def edge(name: str) -> Length:
        own: Length = getattr(now, name)
        asked: Length = max(kerf, own // 2) if trim is None else getattr(trim, name)
        return min(own, asked)

    return Trim(left=edge("left"), right=edge("right"), bottom=edge("bottom"), top=edge("top"))


def _answer(question: _Question, stop: Stop, seed: int, nesters: Sequence[str] | None) -> Answer:
    before = question.before
    if question.now is None:
        found = solve(question.job, stop, seed, nesters=nesters)
    else:
        # Where the boards are the same only offcuts differ, so both sides are searched for these alike.
        half = replace(stop, seconds=None if stop.seconds is None else stop.seconds / 2)
        now, found = (_thrifty(job, half, seed, nesters) for job in (question.now, question.job))
        standing = _range(question.now, now.plan, before.least_cost)
        if not now.plan.unplaced and standing.cost == before.cost and standing.offcut_value > before.offcut_value:
            before = standing
    cost = found.cost
    least = max(bound(question.job).cost, _bound_cost(question.job, found))
    after = _range(question.job, found.plan, least)
    equal = cost == before.cost and after.offcut_value > before.offcut_value
    if found.plan.unplaced or (cost >= before.cost and not equal):
        # What is allowed has only grown, so the former plan is one for the changed job as well.
        after = replace(before, least_cost=min(after.least_cost, before.cost))
    return Answer(
        change=question.change, material=question.material, detail=question.detail, before=before, after=after
    )
