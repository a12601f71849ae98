"""Matched sets as blocks: one rectangle for the players, divided into its pieces again in every plan they make.

A block holds its pieces with the kerfs between them, and lies only one way. In a tree of cuts it becomes a division;
where that would be a stage too many and the block is only trimmed to size there, the order is changed: divided
first, and each piece trimmed by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from cutting.block_trees import Block, Member, opened
from cutting.offcuts import OffcutRules, keep
from cutting.pieces import CutJob, Direction, Follow, Piece, PieceSet
from cutting.plan import CutPlan, Placed, Sheet, Unplaced
from furnishing.grain import Grain
from furnishing.units import Length

Place: TypeAlias = "tuple[str, int, int]"
"""The id of a set, the place of a piece in it from 1, and how many pieces the set has."""


def set_places(job: CutJob) -> dict[str, Place]:
    """For each piece in a set its place, counted row by row: what labels say as `set A 2/3`."""
    return {
        piece: (each.id, number, len(each.pieces)) for each in job.sets for number, piece in enumerate(each.pieces, 1)
    }


def set_words(job: CutJob) -> dict[str, str]:
    """For each piece in a set its place in words: `set A 2/3`."""
    return {piece: f"set {name} {number}/{of}" for piece, (name, number, of) in set_places(job).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A job with a block in place of each set (`job`), and the blocks by id, rows of sets among them."""

    job: CutJob
    blocks: Mapping[str, Block]
    names: Mapping[str, PieceSet]
    """The sets by the id of their block."""


def composed(job: CutJob) -> Composed:
    """The job for the players: each set is one piece, where its first piece was; all others stay as they are."""
    pieces = {piece.id: piece for piece in job.pieces}
    blocks: dict[str, Block] = {}
    names: dict[str, PieceSet] = {}
    instead: dict[str, Piece | None] = {}
    for each in job.sets:
        block = _block(each, pieces, job.machine.spacing, blocks)
        names[block.id] = each
        own = dict.fromkeys(each.pieces)
        instead |= own
        instead[next(id for id in pieces if id in own)] = _as_piece(block, [pieces[id] for id in own])
    changed = (instead.get(piece.id, piece) for piece in job.pieces)
    kept = tuple(piece for piece in changed if piece is not None)
    return Composed(job=replace(job, pieces=kept, sets=()), blocks=blocks, names=names)


def _block(each: PieceSet, pieces: Mapping[str, Piece], spacing: Length, blocks: dict[str, Block]) -> Block:
    """The block of a set, noted among `blocks` with those of its rows."""
    direction = Direction.WIDTH if each.follow is Follow.ALONG else Direction.LENGTH
    name = f"set {each.id}"
    while name in pieces or name in blocks:
        name += "+"
    rows = [
        _joined(f"{name}, row {number}", [_member(pieces[id]) for id in row], direction, spacing, each.allowance)
        for number, row in enumerate(each.rows, 1)
    ]
    if len(rows) == 1:
        block = replace(rows[0], id=name)
    else:
        lying = [Member(row.id, row.length, row.width) for row in rows]
        block = replace(_joined(name, lying, direction.other, spacing, each.allowance), depth=2)
        blocks.update({row.id: row for row in rows})
    blocks[name] = block
    return block


def _member(piece: Piece) -> Member:
    """A piece as its grain lays it."""
    if piece.grain is Grain.WIDTH:
        return Member(piece.id, piece.width, piece.length, turned=True)
    return Member(piece.id, piece.length, piece.width)


def _joined(name: str, members: Sequence[Member], direction: Direction, spacing: Length, allowance: Length) -> Block:
    """Members in a row: as long as all with what lies between, as wide as the widest."""
    between = (len(members) - 1) * (spacing + allowance)
    lengths, widths = [each.length for each in members], [each.width for each in members]
    if direction is Direction.WIDTH:
        length, width = sum(lengths) + between, max(widths)
    else:
        length, width = max(lengths), sum(widths) + between
    return Block(
        id=name, direction=direction, members=tuple(members), length=length, width=width, allowance=allowance, depth=1
    )


def _as_piece(block: Block, members: Sequence[Piece]) -> Piece:
    """The block as a piece that must not be turned."""
    orders = {piece.order for piece in members}
    return Piece(
        id=block.id,
        length=block.length,
        width=block.width,
        quantity=members[0].quantity,
        grain=Grain.LENGTH,
        material=members[0].material,
        order=orders.pop() if len(orders) == 1 else "",
    )


def expanded(job: CutJob, made: Composed, plan: CutPlan, rules: OffcutRules) -> CutPlan:
    """The plan for `job` that a plan for its composed job stands for, rests marked by `rules`; not judged here."""
    pieces = {piece.id: piece for piece in job.pieces}
    sheets = tuple(_opened(job, made, sheet, pieces) for sheet in plan.sheets)
    unplaced = tuple(rest for each in plan.unplaced for rest in _left_out(made, each))
    return keep(CutPlan(sheets=sheets, unplaced=unplaced), rules)


def _opened(job: CutJob, made: Composed, sheet: Sheet, pieces: Mapping[str, Piece]) -> Sheet:
    if not any(placed.id in made.blocks for placed in sheet.placed):
        return sheet
    if sheet.cuts is None:
        placed = tuple(each for one in sheet.placed for each in _seats(made, one, pieces, job.machine.spacing))
        return replace(sheet, placed=placed)
    tree = opened(sheet.cuts, made.blocks, job.saw)
    new = Sheet.from_tree(sheet.board, tree, pieces, copies=sheet.copies, material=sheet.material)
    return replace(new, batch=sheet.batch)


def _seats(made: Composed, placed: Placed, pieces: Mapping[str, Piece], spacing: Length) -> Iterator[Placed]:
    """The pieces of a block that lies on a router's sheet; itself where it is none."""
    waiting = [placed]
    while waiting:
        one = waiting.pop()
        block = made.blocks.get(one.id)
        if block is None:
            piece = pieces[one.id]
            yield replace(one, length=piece.length, width=piece.width)
            continue
        seats = []
        x, y = one.x, one.y
        for member in block.members:
            seats.append(Placed(id=member.id, x=x, y=y, length=0, width=0, turned=member.turned))
            if block.direction is Direction.WIDTH:
                x += member.length + spacing + block.allowance
            else:
                y += member.width + spacing + block.allowance
        waiting.extend(reversed(seats))


def _left_out(made: Composed, rest: Unplaced) -> Iterator[Unplaced]:
    """A block without a place as its pieces, each with the reason of the block."""
    each = made.names.get(rest.id)
    if each is None:
        yield rest
        return
    for id in each.pieces:
        message = f"{id} comes out of one board with the rest of its set: {rest.message}"
        yield replace(rest, id=id, message=message)
