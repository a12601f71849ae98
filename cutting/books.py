"""Plans for the same boards in less saw time: patterns that fill whole books, and fewer patterns.

The idea: a pattern that runs a multiple of the book height wastes no cycle. So the job is divided by that
multiple; what a plan for the quotient saws well is run as often, and what is left goes through smaller
multiples and at last by itself (a scale at a time, as sequential heuristics for cutting stock with set-up costs
do since Haessler 1975, with whole plans in place of single patterns). Everything here works on sizes (`sizes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from cutting.pieces import CutJob
from cutting.plan import CutPlan, Node, Sheet
from cutting.saw_time import patterns
from cutting.trees import mapped

Play: TypeAlias = "Callable[[CutJob], CutPlan | None]"
"""Makes a plan for a job of one material; None where there is no time left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """How jobs are solved on the way: as well as time allows, at once for a few pieces; and whether time is up."""

    play: Play
    quick: Play
    over: Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One way to plan in books: the multiples to run patterns by, falling, and the least fill of a pattern kept."""

    scales: tuple[int, ...]
    least_fill: Fraction


def recipes(job: CutJob, best: CutPlan) -> Iterator[Recipe]:
    """Ways worth a try, best first. Fills are around what the pieces need on the boards that `best` uses."""
    book = job.saw.book_height or 1
    need = mean_fill(job, best)
    most = max((piece.quantity for piece in job.pieces), default=0)
    multiples = [book * factor for factor in (1, 2, 4) if 1 < book * factor <= most]
    for step in (-2, 0, -4, -1, -6, 1):
        for until in range(1, len(multiples) + 1):
            yield Recipe(scales=tuple(reversed(multiples[:until])), least_fill=need + Fraction(step, 100))


def mean_fill(job: CutJob, plan: CutPlan) -> Fraction:
    """Piece area over raw board area of a plan for sizes."""
    boards = {board.code: board.area for board in job.boards}
    area = sum(boards[sheet.board] * sheet.copies for sheet in plan.sheets)
    placed = sum(each.rect.area * sheet.copies for sheet in plan.sheets for each in sheet.placed)
    return Fraction(placed, area or 1)


def in_books(job: CutJob, recipe: Recipe, play: Play) -> CutPlan | None:
    """A plan by a recipe; None where nothing repeats, the stock does not reach, or the time is up."""
    left = {piece.id: piece.quantity for piece in job.pieces}
    stock = {board.code: board.quantity for board in job.boards}
    sheets: list[Sheet] = []
    for scale in recipe.scales:
        part = _divided(job, left, stock, scale)
        if not part.pieces or not _fills_a_board(part):
            continue
        plan = play(part)
        if plan is None:
            return None
        sheets += _kept(job, plan, recipe.least_fill, scale, left, stock)
    if not sheets:
        return None
    rest = _divided(job, left, stock, 1)
    if rest.pieces:
        plan = play(rest)
        if plan is None or plan.unplaced:
            return None
        sheets += plan.sheets
    return CutPlan(sheets=tuple(sheets))


def _divided(job: CutJob, left: Mapping[str, int], stock: Mapping[str, int | None], scale: int) -> CutJob:
    """What is left of a job, every quantity divided by `scale`."""
    pieces = (replace(piece, quantity=left[piece.id] // scale) for piece in job.pieces)
    boards = (
        replace(board, quantity=None if (number := stock[board.code]) is None else number // scale)
        for board in job.boards
    )
    return replace(
        job,
        pieces=tuple(piece for piece in pieces if piece.quantity),
        boards=tuple(board for board in boards if board.quantity != 0),
    )


def _fills_a_board(part: CutJob) -> bool:
    """Whether there is wood for at least one full sheet, else no pattern would be worth repeating."""
    least = min((board.area for board in part.boards), default=None)
    return least is not None and sum(piece.area * piece.quantity for piece in part.pieces) >= least * 3 // 4


def _kept(
    job: CutJob, plan: CutPlan, least_fill: Fraction, scale: int, left: dict[str, int], stock: dict[str, int | None]
) -> list[Sheet]:
    """The well filled sheets of a plan, run `scale` times as often; takes their pieces and boards away."""
    kept = []
    for sheet in plan.sheets:
        if mean_fill(job, CutPlan(sheets=(sheet,))) < least_fill:
            continue
        copies = sheet.copies * scale
        for id, many in Counter(each.id for each in sheet.placed).items():
            left[id] -= many * copies
        number = stock[sheet.board]
        if number is not None:
            stock[sheet.board] = number - copies
        kept.append(replace(sheet, copies=copies))
    return kept


def alike(plan: CutPlan) -> CutPlan:
    """Sheets of the same board with the same pieces cut the same way: that of the one with most copies."""
    best: dict[object, Sheet] = {}
    for pattern in sorted(patterns(plan), key=lambda each: -each.copies):
        best.setdefault(_contents(pattern.sheet), pattern.sheet)
    return CutPlan(
        sheets=tuple(replace(best[_contents(sheet)], copies=sheet.copies) for sheet in plan.sheets),
        unplaced=plan.unplaced,
    )


def absorbed(plan: CutPlan, book: int) -> CutPlan:
    """Sheets cut by the lines of fuller ones, where that saves a pattern; what has no piece there is waste.

    The rarest patterns are tried first, and the host is the fullest pattern that has room in its last book, or
    any that holds the pieces.
    """
    groups = sorted(patterns(plan), key=lambda each: (each.copies, len(each.sheet.placed)))
    count = {i: group.copies for i, group in enumerate(groups)}
    become: dict[int, int] = {}
    for i, guest in enumerate(groups):
        hosts = [
            j
            for j, host in enumerate(groups)
            if j != i and j not in become and i not in become.values() and _holds(host.sheet, guest.sheet)
        ]
        if hosts:
            host = max(hosts, key=lambda j: (-count[j] % book >= count[i], len(groups[j].sheet.placed), -j))
            become[i] = host
            count[host] += count.pop(i)
    sheets = [
        _cut_as(group.sheet, groups[become[i]].sheet, copies=group.copies)
        if i in become
        else replace(group.sheet, copies=group.copies)
        for i, group in enumerate(groups)
    ]
    return CutPlan(sheets=tuple(sheets), unplaced=plan.unplaced)


def _contents(sheet: Sheet) -> tuple[str, str, int | None, tuple[tuple[str, int], ...]]:
    return (sheet.material, sheet.board, sheet.batch, tuple(sorted(Counter(p.id for p in sheet.placed).items())))


def _holds(host: Sheet, guest: Sheet) -> bool:
    if host.board != guest.board or len(host.placed) <= len(guest.placed) or host.cuts is None:
        return False
    return Counter(p.id for p in guest.placed) <= Counter(p.id for p in host.placed)


def _cut_as(guest: Sheet, host: Sheet, *, copies: int) -> Sheet:
    """The guest's pieces cut by the host's lines."""
    waiting = Counter(each.id for each in guest.placed)
    taken: set[tuple[int, int]] = set()

    def seat(leaf: Node) -> Node:
        if leaf.piece is None:
            return leaf
        if waiting[leaf.piece]:
            waiting[leaf.piece] -= 1
            taken.add((leaf.rect.x, leaf.rect.y))
            return leaf
        return Node(rect=leaf.rect)

    if host.cuts is None:
        return replace(guest, copies=copies)
    tree = mapped(host.cuts, seat)
    return replace(
        host,
        cuts=tree,
        copies=copies,
        placed=tuple(each for each in host.placed if (each.x, each.y) in taken),
    )


def grouped(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Sheets of one pattern and the same sizes as one with more copies."""
    found: dict[object, Sheet] = {}
    for sheet in sheets:
        key = (sheet.board, sheet.material, sheet.batch, sheet.placed)
        before = found.get(key)
        found[key] = replace(sheet, copies=sheet.copies + (before.copies if before else 0))
    return tuple(found.values())


def by_run(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Sheets with the most copies first, so that ids are dealt to long runs first."""
    return tuple(sorted(sheets, key=lambda sheet: -sheet.copies))
