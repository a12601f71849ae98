"""A router's job as arrays, and sheets as they are filled: what the router's compiled parts work on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cutting.nesting.router_improve import Stock
from cutting.nesting.router_kernels import Kinds, Longs
from cutting.nesting.sheetwise import Kind, kinds_of
from cutting.pieces import Board, CutJob, Router
from furnishing.units import Length


@dataclass(frozen=True, slots=True)
class Task:
    """A job of one material; `boards` are those in stock with something left between their borders."""

    job: CutJob
    router: Router
    kinds: tuple[Kind, ...]
    boards: tuple[Board, ...]
    sizes: Kinds
    stock: Stock
    least: Length
    """The shortest side of all pieces, tool included: free room narrower than that is of no use."""


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A sheet of board number `board`, `copies` times alike: rows kind, x, y, turned from the usable corner."""

    board: int
    rows: Longs
    copies: int = 1

    @property
    def key(self) -> tuple[int, bytes]:
        """The same for sheets filled alike."""
        return self.board, self.rows.tobytes()


def task_of(job: CutJob, router: Router) -> Task:
    """The arrays of a job, one tool added to every size."""
    kinds, tool = kinds_of(job), router.tool
    boards = tuple(board for board in job.boards if board.quantity != 0 and _least_usable(router, board) > 0)
    dearest = max((board.cost for board in boards), default=None) or 1
    sizes = Kinds(
        _longs(kind.length + tool for kind in kinds),
        _longs(kind.width + tool for kind in kinds),
        np.array([sum(2 if turned else 1 for turned in kind.turns) for kind in kinds], np.uint8),
        np.array([kind.area < router.small_area for kind in kinds], np.uint8),
    )
    stock = Stock(
        _longs(router.usable(board).length + tool for board in boards),
        _longs(router.usable(board).width + tool for board in boards),
        # In parts of the dearest board, and one more for each, so that of equal costs fewer boards are better.
        _longs(round(board.cost / dearest * 10**9) + 1 for board in boards),
        _longs(-1 if board.quantity is None else board.quantity for board in boards),
    )
    least = min((min(kind.length, kind.width) + tool for kind in kinds), default=1)
    return Task(job, router, kinds, boards, sizes, stock, least)


def alike_joined(sheets: Iterable[Filled]) -> list[Filled]:
    """The same sheets, those filled alike as one with more copies, in the order in which they first appear."""
    found: dict[tuple[int, bytes], Filled] = {}
    for sheet in sheets:
        before = found.get(sheet.key)
        found[sheet.key] = Filled(sheet.board, sheet.rows, sheet.copies + (before.copies if before else 0))
    return list(found.values())


def _least_usable(router: Router, board: Board) -> Length:
    rect = router.usable(board)
    return min(rect.length, rect.width)


def _longs(values: Iterable[int]) -> Longs:
    return np.array(list(values), np.int64)
