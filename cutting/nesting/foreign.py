"""Programs of others: a job as plain numbers for them, and their placements as a plan of ours.

Numbers are whole multiples of one grid step, the greatest common divisor of all lengths of the job, and boards
are given less their trims, so that nothing is rounded. Positions that come back are only believed as far as
they tell the order of pieces on a sheet: the cuts are found again from them, and give the real positions.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cutting.nesting.guillotine import Draft, draft_of, freeze
from cutting.nesting.sheetwise import Kind, merged, no_stock_left
from cutting.pieces import Board, CutJob, Piece
from cutting.plan import CutPlan, Placed, Sheet
from furnishing.errors import PlanError
from furnishing.units import Length

ForeignSheet = tuple[int, int, Sequence[tuple[int, int, int, bool]]]
"""A board's number in the question, copies, and per piece the number of its kind, x, y and whether it is turned."""


def usable_boards(job: CutJob) -> list[Board]:
    """The boards of the question, in its order: those in stock whose trims leave something."""
    return [
        board
        for board in job.boards
        if board.quantity != 0 and min(job.saw.usable(board).length, job.saw.usable(board).width) > 0
    ]


def grid_of(job: CutJob) -> Length:
    """The grid step: micrometres that divide every length which a packing depends on."""
    sizes = [size for piece in job.pieces for size in (piece.length, piece.width)]
    for board in usable_boards(job):
        usable = job.saw.usable(board)
        sizes += [usable.length, usable.width]
    return math.gcd(job.saw.kerf, *sizes)


def question(job: CutJob, kinds: Sequence[Kind]) -> dict[str, Any]:
    """The job in JSON values, as `packingsolver_child` tells them; what only says how to search is not in it."""
    step = grid_of(job)
    boards = [(board, job.saw.usable(board)) for board in usable_boards(job)]
    return {
        "boards": [
            [usable.length // step, usable.width // step, board.quantity, float(board.cost)] for board, usable in boards
        ],
        "kinds": [[kind.length // step, kind.width // step, kind.quantity, list(kind.turns)] for kind in kinds],
        "kerf": job.saw.kerf // step,
        "stages": job.saw.max_stages,
        "first_cut": job.saw.first_cut.value,
    }


def plan_of(job: CutJob, kinds: Sequence[Kind], sheets: Iterable[ForeignSheet]) -> CutPlan:
    """The plan that an answer to `question` says; what it leaves out is unplaced.

    PlanError where it names what is not in the job, uses more than there is, or no saw can cut a sheet within
    the job's stages.
    """
    step, boards = grid_of(job), usable_boards(job)
    hand = _Hand(job, kinds)
    made: list[Sheet] = []
    for at, (number, copies, marks) in enumerate(sheets):
        if not 0 <= number < len(boards):
            raise PlanError(f"sheet {at} is of board {number}, but there are only {len(boards)}")
        draft = _draft(job, boards[number], kinds, marks, step)
        if draft is None:
            raise PlanError(f"no saw cuts sheet {at} within {job.saw.max_stages or 'any number of'} stages")
        made += (hand.sheet(boards[number], draft) for _ in range(copies))
    return CutPlan(
        sheets=merged(made),
        unplaced=tuple(no_stock_left(hand.pieces[name], count) for name, count in hand.left()),
    )


def _draft(
    job: CutJob, board: Board, kinds: Sequence[Kind], marks: Sequence[tuple[int, int, int, bool]], step: Length
) -> Draft | None:
    """The cuts of one sheet, its marks the numbers of kinds."""
    usable = job.saw.usable(board)
    if any(not 0 <= number < len(kinds) for number, *_ in marks):
        raise PlanError(f"a sheet holds a piece that is not among the {len(kinds)} of the job")
    placed = [
        Placed(
            id=str(number),
            x=usable.x + x * step,
            y=usable.y + y * step,
            length=kinds[number].length,
            width=kinds[number].width,
            turned=turned,
        )
        for number, x, y, turned in marks
    ]
    draft = draft_of(placed, usable, job.saw.kerf, job.saw.first_directions, job.saw.max_stages)
    for leaf in draft.marks() if draft else ():
        leaf.mark = marks[leaf.mark][0]
    return draft


class _Hand:
    """Hands out the ids of each kind, one copy at a time."""

    def __init__(self, job: CutJob, kinds: Sequence[Kind]) -> None:
        self.pieces: dict[str, Piece] = {piece.id: piece for piece in job.pieces}
        self._job = job
        self._queues = [deque(name for name, count in kind.ids for _ in range(count)) for kind in kinds]

    def sheet(self, board: Board, draft: Draft) -> Sheet:
        """One copy of a sheet, with real ids."""
        tree = freeze(draft, self._job.saw.kerf, self._next)
        return Sheet.from_tree(board.code, tree, self.pieces, material=board.material)

    def left(self) -> Iterator[tuple[str, int]]:
        """What was not handed out: ids and copies."""
        yield from Counter(name for queue in self._queues for name in queue).items()

    def _next(self, mark: int) -> str:
        if not self._queues[mark]:
            raise PlanError(f"more pieces of kind {mark} are placed than the job wants")
        return self._queues[mark].popleft()
