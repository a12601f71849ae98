"""What nesters that fill one sheet after the other share: sizes still wanted, stock, and the choice of boards.

Pieces of one size and grain are one kind, whatever their ids. A filled sheet is repeated for as long as pieces
and stock last, so a million equal pieces cost no more than one sheet full.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from cutting.nesting.guillotine import Draft, freeze
from cutting.pieces import Board, CutJob, Piece
from cutting.plan import CutPlan, Sheet, Unplaced
from cutting.router_figures import small_near_border
from cutting.stop import never
from furnishing.units import Length, show

NO_TASTE: Final[Mapping[str, float]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """All pieces of one size that may lie the same ways; `ids` with their quantities."""

    length: Length
    width: Length
    turns: tuple[bool, ...]
    ids: tuple[tuple[str, int], ...]

    @property
    def quantity(self) -> int:
        """Copies wanted, all ids together."""
        return sum(quantity for _, quantity in self.ids)

    @property
    def area(self) -> int:
        """Square micrometres of one copy."""
        return self.length * self.width


def kinds_of(job: CutJob) -> tuple[Kind, ...]:
    """The kinds of a job, largest first."""
    found: dict[tuple[Length, Length, tuple[bool, ...]], list[tuple[str, int]]] = {}
    for piece in job.pieces:
        found.setdefault((piece.length, piece.width, piece.turns), []).append((piece.id, piece.quantity))
    kinds = [Kind(length=key[0], width=key[1], turns=key[2], ids=tuple(ids)) for key, ids in found.items()]
    return tuple(sorted(kinds, key=lambda kind: (-kind.area, -kind.length, kind.turns)))


Fill = Callable[[Board, Sequence[int]], Iterable[Draft]]
"""Ways to fill one sheet of a board from what is left of each kind; the marks of a draft are indices of kinds."""


def fill_boards(
    job: CutJob,
    kinds: Sequence[Kind],
    fill: Fill,
    *,
    tastes: Mapping[str, float] = NO_TASTE,
    give_up: Callable[[], bool] = never,
) -> CutPlan | None:
    """A plan made sheet by sheet: each time the board and filling with the most piece area per cost.

    `tastes` are factors on that by board code, for variety. None if `give_up` becomes true on the way.
    """
    desk = _Desk(job, kinds)
    sheets: list[Sheet] = []
    while any(desk.left):
        if give_up():
            return None
        options = [
            (_worth(desk, board, draft, tastes.get(board.code, 1.0)), -at, draft)
            for at, board in enumerate(job.boards)
            if desk.stock[at] != 0 and min(job.saw.usable(board).length, job.saw.usable(board).width) > 0
            for draft in fill(board, desk.left)
            if draft.children or draft.mark >= 0
        ]
        if not options:
            break
        _, at, draft = max(options, key=lambda option: option[:2])
        sheets.extend(desk.saw(-at, draft))
    return CutPlan(sheets=merged(sheets), unplaced=tuple(desk.unplaced()))


def _worth(desk: _Desk, board: Board, draft: Draft, taste: float) -> tuple[bool, float, float]:
    """A board that ends the job comes first, the cheapest of them; then area filled per cost; gifts before all."""
    used = Counter(leaf.mark for leaf in draft.marks())
    area = float(sum(desk.kinds[mark].area * count for mark, count in used.items()))
    cost = float(board.cost)
    ends = sum(used.values()) == sum(desk.left)
    if ends:
        return (True, -cost * taste, area / board.area)
    return (False, area / cost * taste if cost else float("inf"), area)


def merged(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The same sheets, those alike as one with more copies, in the order in which they first appear."""
    found: dict[object, Sheet] = {}
    for sheet in sheets:
        key = (sheet.board, sheet.placed)
        before = found.get(key)
        found[key] = replace(sheet, copies=sheet.copies + before.copies) if before else sheet
    return tuple(found.values())


@dataclass(slots=True)
class _Desk:
    """What is still wanted and still in stock while a plan is made."""

    job: CutJob
    kinds: Sequence[Kind]
    left: list[int] = field(init=False)
    stock: list[int | None] = field(init=False)
    _queues: list[deque[tuple[str, int]]] = field(init=False)
    _pieces: dict[str, Piece] = field(init=False)

    def __post_init__(self) -> None:
        self.left = [kind.quantity for kind in self.kinds]
        self.stock = [board.quantity for board in self.job.boards]
        self._queues = [deque(kind.ids) for kind in self.kinds]
        self._pieces = {piece.id: piece for piece in self.job.pieces}

    def saw(self, at: int, draft: Draft) -> Iterator[Sheet]:
        """Take as many sheets alike of board number `at` as pieces and stock allow."""
        board = self.job.boards[at]
        used = Counter(leaf.mark for leaf in draft.marks())
        copies = min(self.left[mark] // count for mark, count in used.items())
        stock = self.stock[at]
        if stock is not None:
            copies = min(copies, stock)
            self.stock[at] = stock - copies
        for mark, count in used.items():
            self.left[mark] -= count * copies
        while copies:
            alike = min(self._queues[mark][0][1] // count for mark, count in used.items())
            times = max(1, min(alike, copies))
            copies -= times
            yield self._named(
                board, draft, {mark: self._take(mark, count, times) for mark, count in used.items()}, times
            )

    def _named(self, board: Board, draft: Draft, names: dict[int, Iterator[str]], copies: int) -> Sheet:
        """The real sheet of a draft, its marks changed for ids."""
        tree = freeze(draft, self.job.saw.kerf, lambda mark: next(names[mark]))
        return Sheet.from_tree(board.code, tree, self._pieces, copies=copies, material=board.material)

    def _take(self, mark: int, count: int, times: int) -> Iterator[str]:
        """The ids for `count` pieces of a kind on each of `times` sheets; one id where it has enough for all."""
        queue, names = self._queues[mark], []
        for _ in range(1 if times > 1 else count):
            share = count * times if times > 1 else 1
            name, left = queue.popleft()
            if left > share:
                queue.appendleft((name, left - share))
            names.extend([name] * (count if times > 1 else 1))
        return iter(names)

    def unplaced(self) -> Iterator[Unplaced]:
        """What found no board."""
        for queue in self._queues:
            for name, left in queue:
                yield no_stock_left(self._pieces[name], left)


def no_stock_left(piece: Piece, quantity: int) -> Unplaced:
    """Says that copies of a piece are left over because the stock is used up."""
    size = f"{show(piece.length)} x {show(piece.width)} mm"
    return Unplaced(
        id=piece.id,
        quantity=quantity,
        reason="no-stock-left",
        message=f"{quantity} of {piece.quantity} of {piece.id} ({size}) found no room on the boards in stock; "
        "add boards or offcuts of this material",
    )


def rank(job: CutJob, plan: CutPlan) -> tuple[int, Decimal, int, int, int]:
    """How good a plan is, less is better: area unplaced, cost of boards, boards, on a router small pieces near the
    border, and the largest offcut (negative)."""
    areas = {piece.id: piece.area for piece in job.pieces}
    largest = max((offcut.area for sheet in plan.sheets for offcut in sheet.offcuts), default=0)
    return (
        sum(areas[each.id] * each.quantity for each in plan.unplaced),
        cost_of(job, plan),
        plan.boards,
        small_near_border(job, plan)[0],
        -largest,
    )


def cost_of(job: CutJob, plan: CutPlan) -> Decimal:
    """The cost of the boards that a plan uses."""
    costs = {board.code: board.cost for board in job.boards}
    return sum((costs[sheet.board] * sheet.copies for sheet in plan.sheets), start=Decimal(0))
