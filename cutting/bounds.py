"""How good a plan can be at best: numbers of boards and costs that no plan for the job goes below.

All bounds speak of plans that place every piece. Each is a function from a job of one material to a `Bound`;
`bound` takes the best of all, so a stronger one is one more entry of `BOUNDS`.

Kerf is exact: a piece one kerf longer and wider, on a usable board one kerf longer and wider, needs none. A router's
tool is its kerf.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cutting.bounds_dff import Sized, dff_count
from cutting.pieces import Board, CutJob, Piece
from cutting.stop import never
from furnishing.units import Length


@dataclass(frozen=True, slots=True)
class Bound:
    """No plan that places all pieces uses fewer `boards` or costs less than `cost`."""

    boards: int
    cost: Decimal


def bound(job: CutJob) -> Bound:
    """The best known bound for a job of one material whose pieces all fit a board of it."""
    found = [each(job) for each in BOUNDS]
    boards = max(each.boards for each in found)
    cost = max([_cost_of_boards(job, boards), *(each.cost for each in found)])
    return Bound(boards, cost)


def area_bound(job: CutJob) -> Bound:
    """By area: pieces with their kerf cannot be larger than boards with theirs.

    Boards are counted largest first; the cost takes boards by cost per area and the last one in part (the linear
    relaxation), rounded up to what sums of whole boards can cost. Stock that is too small counts as used up.
    """
    need = sum(_with_kerf(job, piece.length, piece.width) * piece.quantity for piece in job.pieces)
    boards = _boards_in_use(job)
    by_size = sorted(boards, key=lambda board: -_capacity(job, board))
    by_price = sorted(boards, key=lambda board: Fraction(board.cost) / _capacity(job, board))
    count = math.ceil(sum(share for _, share in _fill(job, by_size, need, whole=True)))
    cost = sum((Fraction(board.cost) * share for board, share in _fill(job, by_price, need, whole=False)), Fraction(0))
    return Bound(count, _round_up(job, cost))


def large_piece_bound(job: CutJob) -> Bound:
    """By large pieces: those longer and wider than half of every board, however they lie, need one board each."""
    boards = _boards_in_use(job)
    large = sum(piece.quantity for piece in job.pieces if all(_over_half(job, piece, board) for board in boards))
    stock = [board.quantity for board in boards]
    if None not in stock:
        large = min(large, sum(quantity or 0 for quantity in stock))
    return Bound(large, _cost_of_boards(job, large))


def dff_bound(job: CutJob) -> Bound:
    """By dual feasible functions (see `bounds_dff`), on one board as long and as wide as the longest and widest."""
    return _by_changed_sizes(job, dff_count)


def scales_bound(job: CutJob, done: Callable[[], bool] = never) -> Bound:
    """By conservative scales (see `bounds_scales`), on the same board; as far as it gets until `done`.

    Not one of `BOUNDS`: it takes tenths of a second, and a first plan should not wait for it.
    """
    from cutting.bounds_scales import scales_count  # noqa: PLC0415 - HiGHS takes a moment to load

    return _by_changed_sizes(job, lambda pieces, length, width: scales_count(pieces, length, width, done))


def _by_changed_sizes(job: CutJob, count_of: Callable[[Sequence[Sized], int, int], int]) -> Bound:
    """What is proved about one board as long and as wide as the longest and widest."""
    boards, kerf = _boards_in_use(job), job.machine.spacing
    if not boards:
        return Bound(0, Decimal(0))
    usable = [job.machine.usable(board) for board in boards]
    length, width = max(rect.length for rect in usable) + kerf, max(rect.width for rect in usable) + kerf
    sized: Counter[tuple[tuple[Length, Length], ...]] = Counter()
    for piece in job.pieces:
        ways = {(along + kerf, across + kerf) for board in boards for along, across in _ways(job, piece, board)}
        if ways:
            sized[tuple(sorted(ways))] += piece.quantity
    count = count_of([Sized(ways, quantity) for ways, quantity in sized.items()], length, width)
    stock = [board.quantity for board in boards]
    if None not in stock:
        count = min(count, sum(quantity or 0 for quantity in stock))
    return Bound(count, _cost_of_boards(job, count))


BOUNDS: Final[tuple[Callable[[CutJob], Bound], ...]] = (area_bound, large_piece_bound, dff_bound)


def _with_kerf(job: CutJob, length: int, width: int) -> int:
    return (length + job.machine.spacing) * (width + job.machine.spacing)


def _capacity(job: CutJob, board: Board) -> int:
    """The usable area of a board with its kerf."""
    usable = job.machine.usable(board)
    return _with_kerf(job, usable.length, usable.width)


def _boards_in_use(job: CutJob) -> list[Board]:
    """Boards in stock with room for some piece: no other is in any plan."""
    return [board for board in job.boards if board.quantity != 0 and any(fits(job, p, board) for p in job.pieces)]


def fits(job: CutJob, piece: Piece, board: Board) -> bool:
    """Whether a board has room for one piece, lying as it may."""
    return bool(_ways(job, piece, board))


def _ways(job: CutJob, piece: Piece, board: Board) -> list[tuple[Length, Length]]:
    """The sizes along and across the board of a piece, for each way in which it fits."""
    usable = job.machine.usable(board)
    ways = [(piece.width, piece.length) if turned else (piece.length, piece.width) for turned in piece.turns]
    return [(along, across) for along, across in ways if along <= usable.length and across <= usable.width]


def _over_half(job: CutJob, piece: Piece, board: Board) -> bool:
    """Whether no two such pieces fit this board: longer and wider than its half each way in which one fits."""
    usable, kerf = job.machine.usable(board), job.machine.spacing
    return all(
        2 * (along + kerf) > usable.length + kerf and 2 * (across + kerf) > usable.width + kerf
        for along, across in _ways(job, piece, board)
    )


def _fill(job: CutJob, boards: list[Board], need: int, *, whole: bool) -> list[tuple[Board, Fraction]]:
    """How many of each board, in this order, it takes to hold an area; the last in part unless `whole`."""
    shares = []
    for board in boards:
        share = Fraction(max(need, 0), _capacity(job, board))
        if whole:
            share = Fraction(math.ceil(share))
        if board.quantity is not None:
            share = min(share, Fraction(board.quantity))
        need -= math.floor(share * _capacity(job, board))
        shares.append((board, share))
    return shares


def _cost_of_boards(job: CutJob, count: int) -> Decimal:
    """The least that so many boards cost."""
    cost = Decimal(0)
    for board in sorted(_boards_in_use(job), key=lambda board: board.cost):
        taken = count if board.quantity is None else min(count, board.quantity)
        cost += board.cost * taken
        count -= taken
    return cost


def _round_up(job: CutJob, cost: Fraction) -> Decimal:
    """Up to the next multiple of the greatest common divisor of all board costs."""
    costs = [Fraction(board.cost) for board in job.boards]
    scale = math.lcm(*(each.denominator for each in costs))
    step = Fraction(math.gcd(*(int(each * scale) for each in costs)), scale)
    if not step:
        return Decimal(0)
    exact = math.ceil(cost / step) * step
    return Decimal(exact.numerator) / Decimal(exact.denominator)
