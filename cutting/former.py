"""What of a former plan still holds for a changed job: sheets as they are, sheets with fewer or other pieces.

Pieces are matched by id; a place that becomes free goes to a missing piece of the same size. A sheet that must
change keeps its tree of cuts as far as it goes: every piece takes its new size, its neighbours move up, and the cuts
are made anew from where the pieces then lie. Smaller and fewer pieces always succeed, so a plan never gets worse by
them; a piece that has outgrown its sheet is taken off it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cutting.check_sheet import Known, check_sheet
from cutting.nesting.guillotine import tree_of
from cutting.pieces import CutJob, Direction, Piece, Rect, Router
from cutting.plan import CutPlan, Node, Placed, Sheet
from cutting.trees import nodes
from furnishing.units import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A sheet of a former plan, with its copies: the `same` as it was, or rebuilt."""

    sheet: Sheet
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What holds of a former plan, in its order, and the copies `missing` on all of it, by piece id."""

    held: tuple[Held, ...]
    missing: Mapping[str, int]


def still_holding(job: CutJob, former: CutPlan) -> Holding:
    """What holds of `former` for `job`, whose pieces, boards and machine may be others than they were.

    No piece is there more often than it is wanted, no board more often than it is in stock, and every sheet is one
    that the judge accepts. As few sheets as can be lose the pieces that are no longer wanted.
    """
    known = Known(
        machine=job.machine,
        pieces={piece.id: piece for piece in job.pieces},
        boards={(board.material, board.code): board for board in job.boards},
    )
    sheets = _in_stock(job, known, former)
    wanted = Counter({piece.id: piece.quantity for piece in job.pieces})
    placed: Counter[str] = Counter()
    for sheet in sheets:
        for each in sheet.placed:
            placed[each.id] += sheet.copies
    missing = wanted - placed
    held: list[Held] = []
    for sheet, lost, holds in _shares(known, sheets, placed - wanted):
        if holds and not lost:
            held.append(Held(sheet=sheet, same=True))
            continue
        rebuilt = _rebuilt(known, sheet, lost, missing)
        if rebuilt is not None:
            held.append(Held(sheet=rebuilt, same=False))
    return Holding(held=tuple(held), missing=+missing)


def sheets_of(holding: Holding, apart: Counter[int]) -> tuple[Sheet, ...]:
    """The sheets held, less the copies taken `apart` by index."""
    return tuple(
        replace(each.sheet, copies=each.sheet.copies - apart[i])
        for i, each in enumerate(holding.held)
        if each.sheet.copies > apart[i]
    )


def filling(sheet: Sheet) -> int:
    """Piece area on one copy of a sheet, square micrometres."""
    return sum(each.rect.area for each in sheet.placed)


def _holds(known: Known, sheet: Sheet) -> bool:
    return next(check_sheet(known, sheet, ""), None) is None


def _in_stock(job: CutJob, known: Known, former: CutPlan) -> list[Sheet]:
    """The sheets of boards that the job still has, as many as are in stock, the fullest first to stay."""
    sheets = [replace(sheet, batch=None) for sheet in former.sheets if (sheet.material, sheet.board) in known.boards]
    stock = {(board.material, board.code): board.quantity for board in job.boards}
    kept: dict[int, Sheet] = {}
    for i in sorted(range(len(sheets)), key=lambda i: (-filling(sheets[i]), i)):
        key = (sheets[i].material, sheets[i].board)
        left = stock[key]
        copies = sheets[i].copies if left is None else min(left, sheets[i].copies)
        if left is not None:
            stock[key] = left - copies
        if copies > 0:
            kept[i] = replace(sheets[i], copies=copies)
    return [kept[i] for i in sorted(kept)]


def _shares(known: Known, sheets: Sequence[Sheet], excess: Counter[str]) -> Iterator[tuple[Sheet, Counter[str], bool]]:
    """Every sheet with what each of its copies loses by id, copies apart where they lose differently; whether it held.

    Sheets that must change anyway lose first, then the one that takes off most at once, the emptiest of equals.
    """
    counts = [Counter(each.id for each in sheet.placed) for sheet in sheets]
    left = [sheet.copies for sheet in sheets]
    shares: list[list[tuple[int, Counter[str]]]] = [[] for _ in sheets]

    def lose(i: int) -> None:
        loss = counts[i] & excess
        copies = min([left[i], *(max(1, excess[id] // many) for id, many in loss.items())]) if loss else left[i]
        shares[i].append((copies, loss))
        left[i] -= copies
        for id, many in loss.items():
            excess[id] -= many * copies

    full = [filling(sheet) for sheet in sheets]
    holds = [_holds(known, sheet) for sheet in sheets]
    for i in sorted((i for i in range(len(sheets)) if not holds[i]), key=lambda i: (full[i], i)):
        while left[i]:
            lose(i)
    while +excess:
        open_sheets = [i for i in range(len(sheets)) if left[i] and counts[i] & excess]
        lose(max(open_sheets, key=lambda i: ((counts[i] & excess).total(), -full[i], -i)))
    for i, sheet in enumerate(sheets):
        if left[i]:
            yield replace(sheet, copies=left[i]), Counter(), holds[i]
        for copies, loss in shares[i]:
            yield replace(sheet, copies=copies), loss, holds[i]


def _rebuilt(known: Known, sheet: Sheet, lost: Counter[str], missing: Counter[str]) -> Sheet | None:
    """The sheet without the pieces lost, with missing ones of the same size in their places, all at their new sizes.

    Takes from `missing` what it places, and adds to it what has outgrown the sheet. None where nothing is left.
    """
    slots = _slots(sheet)
    names: list[Piece | None] = []
    for slot in slots:
        if lost[slot.id] or slot.id not in known.pieces:
            lost[slot.id] -= 1
            names.append(_heir(known, slot, missing, sheet.copies))
        else:
            names.append(known.pieces[slot.id])
    laid = [_laid(slot, piece) if piece else None for slot, piece in zip(slots, names, strict=True)]
    grown = [_growth(slot, each) if each else 0 for slot, each in zip(slots, laid, strict=True)]
    outgrown = sorted((i for i, growth in enumerate(grown) if growth), key=lambda i: (grown[i], i))
    while any(laid):
        found = _recut(known, sheet, laid)
        if found is not None:
            return found
        # What has grown most goes first; if even those that have not grown find no cuts, all go.
        gone = [outgrown.pop()] if outgrown else list(range(len(laid)))
        for i in gone:
            each, laid[i] = laid[i], None
            if each is not None:
                missing[each.id] += sheet.copies
    return None


def _slots(sheet: Sheet) -> list[Placed]:
    """The places of a sheet: in the order of the cuts where it has any."""
    if sheet.cuts is None:
        return list(sheet.placed)
    slots = []
    for leaf in sheet.cuts.leaves():
        if leaf.piece is not None:
            along, across = leaf.rect.length, leaf.rect.width
            length, width = (across, along) if leaf.turned else (along, across)
            slots.append(
                Placed(id=leaf.piece, x=leaf.rect.x, y=leaf.rect.y, length=length, width=width, turned=leaf.turned)
            )
    return slots


def _heir(known: Known, slot: Placed, missing: Counter[str], copies: int) -> Piece | None:
    """A piece of exactly the size of a free place, missing so often that every copy of the sheet gets one."""
    for id in sorted(id for id, many in missing.items() if many >= copies):
        piece = known.pieces[id]
        if _growth(slot, _laid(slot, piece)) == 0 and piece.area == slot.length * slot.width:
            missing[id] -= copies
            return piece
    return None


def _laid(slot: Placed, piece: Piece) -> Placed:
    """A piece in a place, lying as its grain allows and as the place suits best."""
    size = {"length": piece.length, "width": piece.width}
    ways = [Placed(id=piece.id, x=slot.x, y=slot.y, turned=turned, **size) for turned in piece.turns]
    return min(ways, key=lambda way: (_growth(slot, way), way.turned is not slot.turned))


def _growth(slot: Placed, placed: Placed) -> int:
    """By how much a piece is longer and wider than its place."""
    old, new = slot.rect, placed.rect
    return max(0, new.length - old.length) + max(0, new.width - old.width)


def _recut(known: Known, sheet: Sheet, laid: Sequence[Placed | None]) -> Sheet | None:
    """The sheet with these pieces in the places of its tree; None where they need more than board or saw have."""
    machine, board = known.machine, known.boards[sheet.material, sheet.board]
    usable = machine.usable(board)
    moved = _moved_up(sheet.cuts, laid, machine.spacing, usable) if sheet.cuts else laid
    if moved is None:
        return None
    placed = tuple(each for each in moved if each is not None)
    if isinstance(machine, Router):
        made = replace(sheet, placed=placed, cuts=None, offcuts=())
    else:
        tree = tree_of(placed, usable, machine.kerf, machine.first_directions, machine.max_stages)
        if tree is None:
            return None
        made = Sheet.from_tree(board.code, tree, known.pieces, copies=sheet.copies, material=sheet.material)
    return made if _holds(known, made) else None


def _moved_up(root: Node, laid: Sequence[Placed | None], spacing: Length, usable: Rect) -> list[Placed | None] | None:
    """The pieces of a tree moved to the lower left as far as its divisions allow; None where they pass the board.

    `laid` goes along with the pieces of the tree in the order of the cuts.
    """
    order = list(nodes(root))
    below = _below(order)
    sizes = _least_sizes(order, below, laid, spacing)
    if sizes[0][0] > usable.length + spacing or sizes[0][1] > usable.width + spacing:
        return None
    moved: list[Placed | None] = []
    pieces = iter(laid)
    corners = [(usable.x, usable.y)] * len(order)
    for i, node in enumerate(order):
        x, y = corners[i]
        if node.piece is not None:
            each = next(pieces)
            moved.append(replace(each, x=x, y=y) if each else None)
        for child in below[i]:
            corners[child] = (x, y)
            x, y = (x, y + sizes[child][1]) if node.direction is Direction.LENGTH else (x + sizes[child][0], y)
    return moved


def _below(order: Sequence[Node]) -> list[list[int]]:
    """The children of every node, by their numbers in `order`, where each node stands before its children."""
    below: list[list[int]] = [[] for _ in order]
    done: list[int] = []
    for i in range(len(order) - 1, -1, -1):
        below[i] = [done.pop() for _ in order[i].children]
        done.append(i)
    return below


def _least_sizes(
    order: Sequence[Node], below: Sequence[Sequence[int]], laid: Sequence[Placed | None], spacing: Length
) -> list[tuple[Length, Length]]:
    """The least length and width of every node, one spacing included: nothing for waste, offcuts and lost pieces."""
    sizes: list[tuple[Length, Length]] = [(0, 0)] * len(order)
    pieces = list(laid)
    for i in range(len(order) - 1, -1, -1):
        if order[i].piece is not None:
            each = pieces.pop()
            sizes[i] = (each.rect.length + spacing, each.rect.width + spacing) if each else (0, 0)
        elif below[i]:
            along, across = zip(*(sizes[child] for child in below[i]), strict=True)
            rip = order[i].direction is Direction.LENGTH
            sizes[i] = (max(along), sum(across)) if rip else (sum(along), max(across))
    return sizes


def identity(sheet: Sheet) -> tuple[object, ...]:
    """What makes two sheets the same: board, pieces and every cut. Flat, because trees may be deep."""
    cuts = () if sheet.cuts is None else nodes(sheet.cuts)
    tree = tuple((node.rect, node.direction, len(node.children), node.piece, node.turned, node.offcut) for node in cuts)
    return sheet.material, sheet.board, sheet.placed, sheet.offcuts, tree


def joined(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheets, those alike as one with more copies, in the order in which they first appear."""
    found: dict[tuple[object, ...], Sheet] = {}
    for sheet in sheets:
        key = identity(sheet)
        found[key] = replace(found[key], copies=found[key].copies + sheet.copies) if key in found else sheet
    return tuple(found.values())


def compared(plan: CutPlan, former: CutPlan) -> tuple[int, tuple[int, ...]]:
    """Sheets of `plan` that are in `former` too, copies counted, and the indices of those that are not all there."""
    left: Counter[tuple[object, ...]] = Counter()
    for sheet in former.sheets:
        left[identity(sheet)] += sheet.copies
    kept, changed = 0, []
    for i, sheet in enumerate(plan.sheets):
        key = identity(sheet)
        same = min(left[key], sheet.copies)
        left[key] -= same
        kept += same
        if same < sheet.copies:
            changed.append(i)
    return kept, tuple(changed)
