"""The step list of a sheet is what the operator does; doing it must give the plan's pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cutting.pieces import Direction, Piece, Rect, Saw
from cutting.plan import Node, Sheet
from cutting.sequence import Kind, Step, saw_order, steps
from furnishing.units import mm
from tests.reports.builders import SAW, TRIM, a_project, an_operators_project, divided, leaf


def replay(raw: Rect, done: tuple[Step, ...], kerf: int) -> list[Rect]:
    """Saw a raw board by the steps alone: each takes a panel that lies there and gives at most two."""
    panels = [raw]
    for step in done:
        panels.remove(step.panel)
        panel = step.panel
        if step.direction is Direction.LENGTH:
            after = step.position + kerf
            pair = [
                Rect(panel.x, panel.y, panel.length, step.position - panel.y),
                Rect(panel.x, after, panel.length, panel.y + panel.width - after),
            ]
        else:
            after = step.position + kerf
            pair = [
                Rect(panel.x, panel.y, step.position - panel.x, panel.width),
                Rect(after, panel.y, panel.x + panel.length - after, panel.width),
            ]
        panels.extend(rect for rect in pair if rect.length > 0 and rect.width > 0)
    return panels


def raw_board(root: Node, saw: Saw) -> Rect:
    usable, trim = root.rect, saw.trim
    return Rect(0, 0, usable.length + trim.left + trim.right, usable.width + trim.bottom + trim.top)


def test_replaying_the_steps_gives_the_pieces_of_the_plan() -> None:
    for project in (a_project(), an_operators_project()):
        for sheet in project.result.plan.sheets:
            assert sheet.cuts is not None
            saw = project.job.saw
            left = replay(raw_board(sheet.cuts, saw), steps(sheet, saw), saw.kerf)
            for placed in sheet.placed:
                left.remove(placed.rect)
            for offcut in sheet.offcuts:
                left.remove(offcut)


def test_trims_come_first_then_each_strip_with_its_crosscuts_then_recuts() -> None:
    done = steps(a_project().result.plan.sheets[0], SAW)
    assert [step.kind for step in done] == [
        *[Kind.TRIM] * 4,
        Kind.RIP,
        *[Kind.CROSSCUT] * 3,
        Kind.RIP,
        *[Kind.CROSSCUT] * 2,
        Kind.RECUT,
    ]
    assert [step.number for step in done] == list(range(1, 13))


def test_the_stop_is_the_distance_from_the_last_sawn_edge() -> None:
    done = steps(a_project().result.plan.sheets[0], SAW)
    stops = [step.stop // 1000 for step in done]
    assert stops == [6, 2050, 6, 2780, 559, 720, 720, 564, 594, 714, 540, 563]


def test_the_length_of_a_cut_is_the_panel_that_lies_on_the_table() -> None:
    done = steps(a_project().result.plan.sheets[0], SAW)
    lengths = [step.length // 1000 for step in done]
    assert lengths == [2800, 2800, 2050, 2050, 2780, 559, 559, 559, 2780, 594, 594, 540]


def test_pieces_come_free_in_saw_order() -> None:
    sheet = a_project().result.plan.sheets[0]
    ids = [placed.id for placed in saw_order(sheet, SAW)]
    assert ids == ["K01.side.L", "K01.side.R", "K01.bottom", "K01.door", "K01.shelf"]


def test_a_first_cut_across_the_board_is_a_head_cut_and_a_rip_follows() -> None:
    cross, rip = Direction.WIDTH, Direction.LENGTH
    column = divided(rip, (0, 0, 300, 500), leaf(0, 0, 300, 200, "A"), leaf(0, 204, 300, 296))
    tree = divided(cross, (0, 0, 1000, 500), column, leaf(304, 0, 696, 500))
    pieces = {"A": Piece(id="A", length=mm(300), width=mm(200))}
    done = steps(Sheet.from_tree("B", tree, pieces), Saw(kerf=mm(4)))
    assert [step.kind for step in done] == [Kind.HEAD, Kind.RIP]


def test_a_strip_is_cut_to_its_end_before_the_next_one_even_where_its_tree_nests_one_direction() -> None:
    cross, rip = Direction.WIDTH, Direction.LENGTH
    end = divided(cross, (304, 0, 696, 200), leaf(304, 0, 300, 200, "B"), leaf(608, 0, 392, 200))
    lower = divided(cross, (0, 0, 1000, 200), leaf(0, 0, 300, 200, "A"), end)
    upper = divided(cross, (0, 204, 1000, 296), leaf(0, 204, 300, 296, "C"), leaf(304, 204, 696, 296))
    pieces = {name: Piece(id=name, length=mm(300), width=mm(200)) for name in "ABC"}
    sheet = Sheet.from_tree("B", divided(rip, (0, 0, 1000, 500), lower, upper), pieces)
    assert [placed.id for placed in saw_order(sheet, Saw(kerf=mm(4)))] == ["A", "B", "C"]


def test_a_board_that_is_one_piece_needs_no_cut_and_is_still_labelled() -> None:
    pieces = {"A": Piece(id="A", length=mm(1000), width=mm(500))}
    sheet = Sheet.from_tree("B", leaf(0, 0, 1000, 500, "A"), pieces)
    saw = Saw(kerf=mm(4))
    assert steps(sheet, saw) == ()
    assert [placed.id for placed in saw_order(sheet, saw)] == ["A"]


def test_a_sheet_without_a_tree_keeps_the_order_of_its_pieces() -> None:
    sheet = a_project().result.plan.sheets[0]
    flat = Sheet(board=sheet.board, copies=1, placed=sheet.placed, cuts=None, material=sheet.material)
    assert steps(flat, SAW) == ()
    assert saw_order(flat, SAW) == sheet.placed


@st.composite
def trees(draw: st.DrawFn, rect: Rect, direction: Direction, depth: int) -> Node:
    """Any guillotine tree with a kerf of 4 mm; leaves are pieces named by their place, or waste."""
    size = rect.width if direction is Direction.LENGTH else rect.length
    if depth == 0 or size < mm(60) or draw(st.integers(0, 3)) == 0:
        name = f"{rect.x}:{rect.y}"
        return Node(rect=rect, piece=name if draw(st.booleans()) else None)
    spans, start = [], 0
    for _ in range(draw(st.integers(1, 3))):
        if size - start < mm(30):
            break
        span = draw(st.integers(mm(10), size - start))
        spans.append((start, span))
        start += span + mm(4)
    if size - start > 0:
        spans.append((start, size - start))
    along = direction is Direction.LENGTH
    children = tuple(
        draw(
            trees(
                Rect(rect.x, rect.y + at, rect.length, span) if along else Rect(rect.x + at, rect.y, span, rect.width),
                draw(st.sampled_from([direction, direction.other])),
                depth - 1,
            )
        )
        for at, span in spans
    )
    return Node(rect=rect, direction=direction, children=children)


@given(st.data())
def test_any_tree_is_sawn_into_its_leaves_and_every_piece_comes_free_once(data: st.DataObject) -> None:
    usable = Rect(TRIM.left, TRIM.bottom, mm(1000), mm(600))
    root = data.draw(trees(usable, data.draw(st.sampled_from(list(Direction))), 4))
    wanted = {
        node.piece: Piece(id=node.piece, length=node.rect.length, width=node.rect.width)
        for node in root.leaves()
        if node.piece is not None
    }
    sheet = Sheet.from_tree("B", root, wanted)
    left = replay(raw_board(root, SAW), steps(sheet, SAW), SAW.kerf)
    for node in root.leaves():
        left.remove(node.rect)
    assert sorted(placed.id for placed in saw_order(sheet, SAW)) == sorted(wanted)
