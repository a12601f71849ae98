"""A plain cut plan for tests of papers: strips from the bottom up, made without a nester."""

from __future__ import annotations

from decimal import Decimal

from cutting.pieces import Board, CutJob, Direction, Piece, Rect
from cutting.plan import CutPlan, CutResult, Node, Sheet, Status
from furnishing.units import mm


def shelves(job: CutJob) -> CutResult:
    """A plain plan: widest pieces first, strips from the bottom up, a new sheet where a strip does not fit."""
    by_id = {piece.id: piece for piece in job.pieces}
    sheets = []
    for material in job.materials:
        board = next(board for board in job.boards if board.material == material)
        pieces = sorted((p for p in job.pieces if p.material == material), key=lambda p: (-p.width, -p.length, p.id))
        usable, kerf = job.saw.usable(board), job.saw.kerf
        strips: list[Node] = []
        y = usable.y
        while pieces:
            if y + pieces[0].width > usable.y + usable.width:
                sheets.append(_sheet(strips, usable, board, by_id))
                strips, y = [], usable.y
            height, x, leaves, rest = pieces[0].width, usable.x, list[Node](), list[Piece]()
            for piece in pieces:
                if x + piece.length <= usable.x + usable.length:
                    leaves.append(_leaf(x, y, height, piece))
                    x += piece.length + kerf
                else:
                    rest.append(piece)
            if x < usable.x + usable.length:
                end = Rect(x, y, usable.x + usable.length - x, height)
                leaves.append(Node(rect=end, offcut=end.length > mm(400)))
            strips.append(
                Node(rect=Rect(usable.x, y, usable.length, height), direction=Direction.WIDTH, children=tuple(leaves))
            )
            pieces, y = rest, y + height + kerf
        sheets.append(_sheet(strips, usable, board, by_id))
    return CutResult(
        plan=CutPlan(sheets=tuple(sheets)),
        cost=Decimal(len(sheets)),
        bound=Decimal(len(sheets)),
        bound_is_cost=False,
        status=Status.FEASIBLE,
        seconds=0.2,
        seed=0,
    )


def _leaf(x: int, y: int, height: int, piece: Piece) -> Node:
    rect = Rect(x, y, piece.length, piece.width)
    wanted = Node(rect=rect, piece=piece.id)
    if piece.width == height:
        return wanted
    rest = Rect(x, y + piece.width + mm(4), piece.length, height - piece.width - mm(4))
    children = (wanted, Node(rect=rest)) if rest.width > 0 else (wanted,)
    return Node(rect=Rect(x, y, piece.length, height), direction=Direction.LENGTH, children=children)


def _sheet(strips: list[Node], usable: Rect, board: Board, pieces: dict[str, Piece]) -> Sheet:
    children = list(strips)
    top = strips[-1].rect.y + strips[-1].rect.width + mm(4)
    if top < usable.y + usable.width:
        rest = Rect(usable.x, top, usable.length, usable.y + usable.width - top)
        children.append(Node(rect=rest, offcut=rest.width > mm(300)))
    tree = Node(rect=usable, direction=Direction.LENGTH, children=tuple(children))
    return Sheet.from_tree(board.code, tree, pieces, material=board.material)
