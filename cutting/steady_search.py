"""The search of a steady plan: which sheets of the former plan have to be taken apart, so that no board is wasted.

The sheets that have to change come first in a fixed order, then the emptiest. How many from its beginning are taken
apart is tried in growing steps and then halved, each time with their pieces and the missing ones laid anew by all
nesters. What the area bound rules out is not tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, Protocol

from cutting.bounds import Bound, area_bound, bound
from cutting.former import Holding, filling, joined, sheets_of
from cutting.nesting.sheetwise import cost_of, no_stock_left, rank
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult, Sheet
from cutting.stop import Watch

QUICK: Final = 1_000
"""Pieces that are laid anew even when somebody has cancelled: it is done at once."""


class Run(Protocol):
    """How jobs on the way are solved."""

    @property
    def watch(self) -> Watch:
        """The time of the whole run."""
        ...

    def solve(self, job: CutJob, seconds: float | None, enough: tuple[Decimal, int] | None = None) -> CutResult:
        """Solve `job` in so many seconds, or until cost and boards are no more than `enough`."""
        ...


class Search:
    """The search for the fewest sheets of the former plan that have to be taken apart."""

    def __init__(
        self,
        run: Run,
        job: CutJob,
        holding: Holding,
        target: tuple[int, Decimal, int],
        end: float | None,
    ) -> None:
        """A search for a plan of at most `target` (unplaced area, cost, boards) until `end` seconds of the run."""
        self.run, self.job, self.holding, self.target, self.end = run, job, holding, target, end
        held = holding.held
        order = sorted(range(len(held)), key=lambda i: (held[i].same, filling(held[i].sheet), i))
        self.units = [i for i in order for _ in range(held[i].sheet.copies)]
        """Sheets, each as often as it has copies, in the order in which they are taken apart."""
        self.free = sum(each.sheet.copies for each in held if not each.same)

    def fewest(self, tries: int | None = None) -> CutPlan | None:
        """A plan that meets the target with the first few units taken apart; None where none was found in `tries`."""
        todo = self._numbers()[:tries]
        best, failed = None, -1
        for at, number in enumerate(todo):
            if self._over() and (at or sum(piece.quantity for piece in self._pool(number)[1].pieces) > QUICK):
                return None
            best = self._apart(number, len(todo) - at)
            if best is not None:
                break
            failed = number
        else:
            return None
        low, high = max(failed, self.free), number
        while high - low > 1 and not self._over():
            middle = (low + high) // 2
            found = self._apart(middle, (high - low).bit_length())
            low, high, best = (middle, high, best) if found is None else (low, middle, found)
        return best

    def _over(self) -> bool:
        return self.run.watch.done() or (self.end is not None and self.run.watch.seconds >= self.end)

    def _numbers(self) -> list[int]:
        """How many units to take apart, one try after the other: none that the bound rules out, and never all."""
        low, high = -1, len(self.units)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._ruled_out(middle) else (low, middle)
        first = max(high, self.free)
        steps = [high, first, *(first + 2**k for k in range(len(self.units).bit_length()))]
        return [number for number in dict.fromkeys(steps) if number < len(self.units)]

    def _pool(self, number: int) -> tuple[tuple[Sheet, ...], CutJob]:
        """The sheets left when the first `number` units are taken apart, and the job of all pieces not on them."""
        sheets = sheets_of(self.holding, Counter(self.units[:number]))
        free = Counter({piece.id: piece.quantity for piece in self.job.pieces})
        stock: Counter[str] = Counter()
        for sheet in sheets:
            stock[sheet.board] += sheet.copies
            for each in sheet.placed:
                free[each.id] -= sheet.copies
        pieces = tuple(replace(piece, quantity=free[piece.id]) for piece in self.job.pieces if free[piece.id])
        boards = tuple(
            board if board.quantity is None else replace(board, quantity=board.quantity - stock[board.code])
            for board in self.job.boards
        )
        return sheets, replace(self.job, pieces=pieces, boards=boards)

    def _allowed(self, sheets: Sequence[Sheet]) -> tuple[Decimal, int]:
        """What the pool may cost, and on how many boards, beside these sheets."""
        plan = CutPlan(sheets=tuple(sheets))
        return self.target[1] - cost_of(self.job, plan), self.target[2] - plan.boards

    def _ruled_out(self, number: int, by: Callable[[CutJob], Bound] = area_bound) -> bool:
        """Whether a bound says that the pool costs too much."""
        if self.target[0]:
            return False
        sheets, pool = self._pool(number)
        least = by(pool)
        return (least.cost, least.boards) > self._allowed(sheets)

    def _apart(self, number: int, tries: int) -> CutPlan | None:
        """The plan with the first `number` units taken apart, if it meets the target."""
        if self._ruled_out(number, bound):
            return None
        sheets, pool = self._pool(number)
        made = CutPlan(sheets=())
        if pool.pieces:
            seconds = None if self.end is None else max(0.0, self.end - self.run.watch.seconds) / (tries + 1)
            made = self.run.solve(pool, seconds, self._allowed(sheets)).plan
        pieces = {piece.id: piece for piece in self.job.pieces}
        left = tuple(no_stock_left(pieces[each.id], each.quantity) for each in made.unplaced)
        plan = CutPlan(sheets=joined((*sheets, *made.sheets)), unplaced=left)
        return plan if rank(self.job, plan)[:3] <= self.target else None
