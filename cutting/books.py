"""Plans for the same boards in less saw time: patterns that fill whole books, and fewer patterns.

The idea: a pattern that runs a multiple of the book height wastes no cycle. So the job is divided by that
multiple; what a plan for the quotient saws well is run as often, and what is left goes through smaller
multiples and at last by itself (a scale at a time, as sequential heuristics for cutting stock with set-up costs
do since Haessler 1975, with whole plans in place of single patterns). Everything here works on sizes (`sizes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from cutting.pieces import CutJob
from cutting.plan import CutPlan, Node, Sheet
from cutting.saw_time import patterns
from cutting.trees import mapped

Play: TypeAlias = "Callable[[CutJob, int], CutPlan | None]"
"""Makes a plan for a job of one material in so many parts of the time; None where there is no time left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """How jobs are solved on the way: as well as time allows, at once for a few pieces; and whether time is up."""

    play: Play
    quick: Play
    over: Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One way to plan in books: the multiples to run patterns by, falling; the share of the boards to plan so (None:
    all pieces that repeat, on as many boards as they take); and by how much a pattern kept may be emptier than the
    sheets of the best plan are on average."""

    scales: tuple[int, ...]
    share: Fraction | None
    slack: Fraction


def recipes(job: CutJob) -> tuple[Recipe, ...]:
    """Ways worth a try, the most promising first."""
    book = job.saw.book_height or 1
    most = max((piece.quantity for piece in job.pieces), default=0)
    multiples = [scale for scale in (4 * book, 2 * book, book) if 1 < scale <= most]
    ways: tuple[tuple[int, Fraction | None, int], ...] = (
        (1, Fraction(9, 10), 3),
        (1, None, 2),
        (2, Fraction(1), 3),
        (3, None, 2),
        (1, Fraction(1, 2), 1),
        (1, Fraction(1, 4), 1),
    )
    return tuple(
        Recipe(scales=tuple(multiples[-many:]), share=share, slack=Fraction(percent, 100))
        for many, share, percent in ways
        if len(multiples) >= many
    )


def mean_fill(job: CutJob, plan: CutPlan) -> Fraction:
    """Piece area over raw board area of a plan for sizes."""
    boards = {board.code: board.area for board in job.boards}
    area = sum(boards[sheet.board] * sheet.copies for sheet in plan.sheets)
    placed = sum(each.rect.area * sheet.copies for sheet in plan.sheets for each in sheet.placed)
    return Fraction(placed, area or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class InBooks:
    """The sheets planned in books, and the job of what is left."""

    sheets: tuple[Sheet, ...]
    rest: CutJob


def in_books(job: CutJob, best: CutPlan, recipe: Recipe, play: Play) -> InBooks | None:
    """What a recipe makes of a job; None where nothing repeats or the time is up.

    `best` says how many boards there may be. With a share, a part gets only as many as its pieces would fill at the
    rate of `best`, so the player has to fill these as well as it can; what does not fit goes on to the next scale.
    """
    left = {piece.id: piece.quantity for piece in job.pieces}
    stock = {board.code: board.quantity for board in job.boards}
    least_fill = mean_fill(job, best) - recipe.slack
    sheets: list[Sheet] = []
    for scale in recipe.scales:
        part = _divided(job, left, stock, scale)
        if recipe.share is not None:
            part = _scarce(part, job, best, recipe.share)
        if not part.pieces or not part.boards:
            continue
        plan = play(part, 1)
        if plan is None:
            return None
        sheets += _kept(job, plan, least_fill, scale, left, stock)
    return InBooks(sheets=tuple(sheets), rest=_divided(job, left, stock, 1)) if sheets else None


def completed(begun: InBooks, play: Play, parts: int) -> CutPlan | None:
    """The plan with the rest solved; None where the stock does not reach or the time is up."""
    if not begun.rest.pieces:
        return CutPlan(sheets=begun.sheets)
    plan = play(begun.rest, parts) if begun.rest.boards else None
    if plan is None or plan.unplaced:
        return None
    return CutPlan(sheets=(*begun.sheets, *plan.sheets))


def _scarce(part: CutJob, job: CutJob, best: CutPlan, share: Fraction) -> CutJob:
    """The part with only its share of the boards that the best plan uses."""
    whole = sum(piece.area * piece.quantity for piece in job.pieces)
    rate = share * Fraction(sum(piece.area * piece.quantity for piece in part.pieces), whole)
    used: Counter[str] = Counter()
    for sheet in best.sheets:
        used[sheet.board] += sheet.copies
    boards = []
    for board in part.boards:
        number = int(used[board.code] * rate)
        if board.quantity is not None:
            number = min(number, board.quantity)
        if number:
            boards.append(replace(board, quantity=number))
    return replace(part, boards=tuple(boards))


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
    pieces = [Counter(each.id for each in group.sheet.placed) for group in groups]
    count = {i: group.copies for i, group in enumerate(groups)}
    become: dict[int, int] = {}
    for i, guest in enumerate(groups):
        hosts = [
            j
            for j in count
            if j != i
            and len(groups[j].sheet.placed) > len(guest.sheet.placed)
            and _alike_boards(groups[j].sheet, guest.sheet)
            and pieces[i] <= pieces[j]
        ]
        if hosts and i not in become.values():
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


def _alike_boards(host: Sheet, guest: Sheet) -> bool:
    same = (host.board, host.material, host.batch) == (guest.board, guest.material, guest.batch)
    return same and host.cuts is not None


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
