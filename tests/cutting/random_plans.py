"""Random plans that hold by the way they are made: boards are cut at random, and the job is read off the cuts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from cutting.pieces import Batching, Board, CutJob, Direction, FirstCut, Piece, Rect, Saw, Trim
from cutting.plan import CutPlan, CutResult, Node, Sheet, Status, Unplaced
from furnishing.grain import BoardGrain, Grain


def a_random_result(seed: int) -> tuple[CutJob, CutResult]:
    """A job and a result that holds for it."""
    rng = Random(seed)
    kerf = rng.choice([0, 1, 3_200, 4_000])
    trim = Trim(left=rng.randrange(20_000), right=0, bottom=rng.randrange(20_000), top=10_000)
    saw = Saw(kerf=kerf, trim=trim, max_stages=None, book_height=rng.choice([None, 4]))
    batched = rng.random() < 0.3
    materials = rng.choice([("",), ("oak", "white")])
    boards = [_a_board(rng, i, material) for i, material in enumerate(materials)]
    pieces: dict[str, Piece] = {}
    sheets = []
    stages = 1
    for number in range(rng.randint(1, 4)):
        board = rng.choice(boards)
        tree = _cut(rng, saw.usable(board), rng.choice(list(Direction)), kerf, rng.randint(1, 4))
        stages = max(stages, _stages(tree))
        copies, batch = rng.choice([1, 1, 3]), number if batched else None
        order = f"order {number}" if batched else ""
        tree = _name(rng, tree, pieces, material=board.material, copies=copies, order=order)
        sheet = Sheet.from_tree(board.code, tree, pieces, copies=copies, material=board.material)
        sheets.append(replace(sheet, batch=batch))
    unplaced = _leave_some_out(rng, pieces)
    if not pieces:
        return a_random_result(seed + 1_000_003)
    used = [board for board in boards if any(piece.material == board.material for piece in pieces.values())]
    sheets = [sheet for sheet in sheets if sheet.material in {board.material for board in used}]
    job = CutJob(
        pieces=tuple(pieces.values()),
        boards=tuple(used),
        saw=replace(saw, max_stages=rng.choice([None, stages]), first_cut=_first_cut(sheets)),
        batching=Batching(max_pieces=10_000, max_area=10**15) if batched else None,
    )
    cost = {board.code: board.cost for board in used}
    plan = CutPlan(sheets=tuple(sheets), unplaced=unplaced)
    return job, CutResult(
        plan=plan,
        cost=sum((cost[sheet.board] * sheet.copies for sheet in sheets), start=Decimal(0)),
        bound=Decimal(plan.boards - (plan.boards > 0)),
        bound_is_cost=False,
        status=Status.INCOMPLETE if unplaced else Status.FEASIBLE,
        seconds=rng.randrange(10_000) / 1000,
        seed=rng.randrange(100),
    )


def _a_board(rng: Random, number: int, material: str) -> Board:
    return Board(
        code=f"B{number}",
        length=rng.randint(600_000, 2_800_000),
        width=rng.randint(600_000, 2_070_000),
        quantity=rng.choice([None, 50]),
        cost=Decimal(rng.randrange(10_000)).scaleb(-2),
        grain=rng.choice(list(BoardGrain)),
        material=material,
        offcut=rng.random() < 0.2,
    )


def _cut(rng: Random, rect: Rect, direction: Direction, kerf: int, depth: int) -> Node:
    """Divide a rectangle at random; small ones are left whole."""
    size = rect.width if direction is Direction.LENGTH else rect.length
    if depth == 0 or size < 150_000 or rng.random() < 0.1:
        return Node(rect=rect)
    start = rect.y if direction is Direction.LENGTH else rect.x
    end, at, children = start + size, start, []
    while end - at > 60_000 and len(children) < 4:
        width = min(rng.randint(50_000, size), end - at)
        if end - at - width <= kerf:
            width = rng.choice([end - at, width])
        inner = (
            Rect(rect.x, at, rect.length, width)
            if direction is Direction.LENGTH
            else Rect(at, rect.y, width, rect.width)
        )
        children.append(_cut(rng, inner, rng.choice([direction, direction.other]), kerf, depth - 1))
        at += width + kerf
    if end > at:
        rest = (
            Rect(rect.x, at, rect.length, end - at)
            if direction is Direction.LENGTH
            else Rect(at, rect.y, end - at, rect.width)
        )
        children.append(Node(rect=rest))
    return Node(rect=rect, direction=direction, children=tuple(children))


def _stages(node: Node, before: Direction | None = None) -> int:
    if node.direction is None:
        return 0
    return (node.direction is not before) + max(_stages(child, node.direction) for child in node.children)


def _name(rng: Random, node: Node, pieces: dict[str, Piece], *, material: str, copies: int, order: str) -> Node:
    """Make each leaf a piece, an offcut or waste, and count the pieces."""
    if node.direction is not None:
        below = tuple(
            _name(rng, child, pieces, material=material, copies=copies, order=order) for child in node.children
        )
        return replace(node, children=below)
    kind = rng.random()
    if kind < 0.3 or min(node.rect.length, node.rect.width) < 10_000:
        return replace(node, offcut=kind < 0.1)
    turned = rng.random() < 0.5
    length, width = (node.rect.width, node.rect.length) if turned else (node.rect.length, node.rect.width)
    grain = rng.choice([Grain.FREE, Grain.WIDTH if turned else Grain.LENGTH])
    id = f"{material}{order} {length}x{width} {grain.value}"
    known = pieces.get(id)
    count = copies + (known.quantity if known else 0)
    pieces[id] = Piece(id=id, length=length, width=width, quantity=count, grain=grain, material=material, order=order)
    return replace(node, piece=id, turned=turned)


def _leave_some_out(rng: Random, pieces: dict[str, Piece]) -> tuple[Unplaced, ...]:
    if rng.random() < 0.7:
        return ()
    more = rng.randint(1, 3)
    some = rng.sample(sorted(pieces), k=min(len(pieces), 2))
    for id in some:
        pieces[id] = replace(pieces[id], quantity=pieces[id].quantity + more)
    return tuple(Unplaced(id=id, quantity=more, reason="no-stock-left", message="all boards are used") for id in some)


def _first_cut(sheets: list[Sheet]) -> FirstCut:
    """The strictest rule that the sheets keep."""
    found = {sheet.cuts.direction for sheet in sheets if sheet.cuts is not None} - {None}
    return FirstCut(next(iter(found)).value) if len(found) == 1 else FirstCut.ANY
