"""The judge: whether a plan really saws its job. It shares no code with any player.

Nothing of a plan is taken on trust. Every cut of every sheet is replayed (`check_sheet`), and the placed
rectangles are compared once more without the tree, by their distances alone; here the copies, the stock
and the batches are counted. `judge` also holds a result to what it claims about itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from math import ceil

from cutting.check_sets import check_sets
from cutting.check_sheet import Known, check_sheet
from cutting.pieces import CutJob, costs_differ
from cutting.plan import CutPlan, CutResult, Status
from cutting.violation import Violation
from furnishing.units import plain

__all__ = ["Violation", "check", "judge"]


def check(job: CutJob, plan: CutPlan) -> tuple[Violation, ...]:
    """Every rule of `job` that `plan` breaks; empty where the plan holds."""
    twins = tuple(_twins(job))
    if twins:
        return twins
    known = Known(
        machine=job.machine,
        pieces={piece.id: piece for piece in job.pieces},
        boards={(board.material, board.code): board for board in job.boards},
    )
    found = [
        violation for i, sheet in enumerate(plan.sheets) for violation in check_sheet(known, sheet, f"sheets[{i}]")
    ]
    found += check_sets(job, plan)
    found += _copies(job, plan)
    found += _stock(job, plan)
    found += _batches(job, plan)
    return tuple(found)


def judge(job: CutJob, result: CutResult) -> tuple[Violation, ...]:
    """What `check` finds in the plan of `result`, and what the result wrongly claims: cost, bound and status."""
    return (*check(job, result.plan), *_claims(job, result))


def _twins(job: CutJob) -> Iterator[Violation]:
    """A job with two pieces or boards of one name cannot be judged: which of them does a sheet mean?"""
    names = (
        ("piece", [("", piece.id) for piece in job.pieces]),
        ("board", [(board.material, board.code) for board in job.boards]),
    )
    for word, ids in names:
        seen: set[tuple[str, str]] = set()
        for i, each in enumerate(ids):
            if each in seen:
                message = f"the job has two {word}s named {each[1]!r}, so no plan for it can be judged; rename one"
                yield Violation("ambiguous-job", f"{word}s[{i}]", message)
            seen.add(each)


def _copies(job: CutJob, plan: CutPlan) -> Iterator[Violation]:
    """Every wanted copy is placed or named as unplaced, exactly once; nothing else is."""
    placed: Counter[str] = Counter()
    for sheet in plan.sheets:
        for each in sheet.placed:
            placed[each.id] += sheet.copies
    left: Counter[str] = Counter()
    wanted = {piece.id for piece in job.pieces}
    for i, rest in enumerate(plan.unplaced):
        where = f"unplaced[{i}]"
        left[rest.id] += rest.quantity
        if rest.id not in wanted:
            yield Violation("unknown-piece", where, f"the job has no piece {rest.id!r}")
        if rest.quantity < 1:
            yield Violation("unplaced-quantity", where, f"{rest.quantity} copies of {rest.id} are named as unplaced")
        if not rest.reason.strip() or not rest.message.strip():
            yield Violation("unplaced-reason", where, f"no reason is given why {rest.id} is unplaced")
    for i, piece in enumerate(job.pieces):
        count = placed[piece.id] + left[piece.id]
        if count != piece.quantity:
            code = "copies-missing" if count < piece.quantity else "copies-added"
            message = (
                f"{piece.id} is wanted {piece.quantity} times, "
                f"but {placed[piece.id]} copies are placed and {left[piece.id]} named as unplaced"
            )
            yield Violation(code, f"pieces[{i}]", message)


def _stock(job: CutJob, plan: CutPlan) -> Iterator[Violation]:
    used: Counter[tuple[str, str]] = Counter()
    for sheet in plan.sheets:
        used[sheet.material, sheet.board] += sheet.copies
    for i, board in enumerate(job.boards):
        count = used[board.material, board.code]
        if board.quantity is not None and count > board.quantity:
            message = f"{count} boards {board.code} are used, but {board.quantity} are in stock"
            yield Violation("stock-exceeded", f"boards[{i}]", message)


def _batches(job: CutJob, plan: CutPlan) -> Iterator[Violation]:
    """Where the job asks for batches: each order whole in one, and no batch beyond its limits."""
    for i, sheet in enumerate(plan.sheets):
        if job.batching is None and sheet.batch is not None:
            message = f"the sheet is of batch {sheet.batch}, but the job asks for no batches"
            yield Violation("batch-not-asked", f"sheets[{i}]", message)
        if job.batching is not None and (sheet.batch is None or sheet.batch < 0):
            message = f"the sheet must name its batch 0, 1, ..., but names {sheet.batch}"
            yield Violation("batch-missing", f"sheets[{i}]", message)
    if job.batching is None:
        return
    yield from _split_orders(job, plan)
    pieces = {piece.id: piece for piece in job.pieces}
    count: Counter[int] = Counter()
    area: Counter[int] = Counter()
    for sheet in plan.sheets:
        if sheet.batch is None:
            continue
        count[sheet.batch] += len(sheet.placed) * sheet.copies
        area[sheet.batch] += sum(pieces[each.id].area for each in sheet.placed if each.id in pieces) * sheet.copies
    for batch in sorted(count):
        if count[batch] > job.batching.max_pieces:
            message = f"batch {batch} has {count[batch]} pieces; at most {job.batching.max_pieces} are allowed"
            yield Violation("batch-pieces", "sheets", message)
        if area[batch] > job.batching.max_area:
            has, most = (plain(Decimal(each).scaleb(-12)) for each in (area[batch], job.batching.max_area))
            yield Violation("batch-area", "sheets", f"batch {batch} has {has} m2 of pieces; at most {most} are allowed")


def _split_orders(job: CutJob, plan: CutPlan) -> Iterator[Violation]:
    """Orders met in a second batch. A piece without an order may lie in any batch."""
    orders = {piece.id: piece.order for piece in job.pieces}
    first: dict[str, int] = {}
    told: set[tuple[str, int]] = set()
    for i, sheet in enumerate(plan.sheets):
        if sheet.batch is None:
            continue
        for order in dict.fromkeys(orders.get(each.id, "") for each in sheet.placed):
            home = first.setdefault(order, sheet.batch)
            if order and home != sheet.batch and (order, sheet.batch) not in told:
                told.add((order, sheet.batch))
                message = f"order {order} is in batch {sheet.batch} and in batch {home}; it must lie whole in one"
                yield Violation("order-split", f"sheets[{i}]", message)


def _claims(job: CutJob, result: CutResult) -> Iterator[Violation]:
    costs = {(board.material, board.code): board.cost for board in job.boards}
    each_cost = (costs.get((sheet.material, sheet.board), Decimal(0)) * sheet.copies for sheet in result.plan.sheets)
    cost = sum(each_cost, start=Decimal(0))
    if result.cost != cost:
        yield Violation("cost", "cost", f"the cost is given as {result.cost}, but the boards used cost {cost}")
    complete = not result.plan.unplaced
    if complete is (result.status is Status.INCOMPLETE):
        left = sum(rest.quantity for rest in result.plan.unplaced)
        yield Violation("status", "status", f"the status is {result.status.value!r} with {left} copies unplaced")
    if not result.bound.is_finite() or result.bound < 0:
        yield Violation("bound", "bound", f"the bound is {result.bound}; it must be a number of 0 or more")
        return
    value = cost if result.bound_is_cost else Decimal(result.plan.boards)
    # A bound is for all pieces; a plan that leaves some out may well stay below it.
    if complete and result.bound > value:
        yield Violation("bound", "bound", f"no plan does better than {result.bound}, it says, but this one has {value}")
    if result.status is not Status.OPTIMAL:
        return
    # A whole number of boards is proven by any bound above the number before it.
    met = value <= (result.bound if result.bound_is_cost else ceil(result.bound))
    if not met:
        yield Violation("status", "status", f"the status is 'optimal', but the plan has {value} and the bound is lower")
    if not result.bound_is_cost and costs_differ(job):
        message = "the status is 'optimal' by a number of boards, but boards of one material differ in cost"
        yield Violation("status", "status", message)
