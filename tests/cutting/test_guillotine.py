"""Trees of cuts found again from placements."""

from cutting.check import check
from cutting.nesting.guillotine import tree_of
from cutting.pieces import CutJob, Direction, Rect
from cutting.plan import CutPlan, Node, Placed, Sheet
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece

BOTH = (Direction.LENGTH, Direction.WIDTH)


def at(name: str, x: int, y: int, length: int, width: int) -> Placed:
    """A piece placed, in millimetres."""
    return Placed(id=name, x=mm(x), y=mm(y), length=mm(length), width=mm(width))


def tree(*placed: Placed, kerf: int = 0, first: tuple[Direction, ...] = BOTH, stages: int | None = None) -> Node | None:
    """The tree on a board of 100 x 100 mm without trims."""
    return tree_of(placed, Rect(0, 0, mm(100), mm(100)), mm(kerf), first, stages)


def stands(node: Node | None, *placed: Placed, stages: int | None = None, kerf: int = 0) -> bool:
    """Whether the judge accepts the tree as a plan for just these pieces."""
    assert node is not None
    job: CutJob = a_job(
        [a_piece(each.id, each.length / 1000, each.width / 1000) for each in placed],
        [a_board(100, 100)],
        trim=0,
        kerf=kerf,
        max_stages=stages,
    )
    pieces = {piece.id: piece for piece in job.pieces}
    return check(job, CutPlan(sheets=(Sheet.from_tree("W18", node, pieces),))) == ()


PINWHEEL = (at("a", 0, 0, 60, 40), at("b", 60, 0, 40, 60), at("c", 40, 60, 60, 40), at("d", 0, 40, 40, 60))


def test_a_pinwheel_cannot_be_sawn() -> None:
    assert tree(*PINWHEEL) is None


def test_one_blade_of_the_pinwheel_less_can_be_sawn() -> None:
    assert stands(tree(*PINWHEEL[:3]), *PINWHEEL[:3])


def test_the_first_direction_with_fewer_stages_is_taken() -> None:
    columns = (at("a", 0, 0, 50, 30), at("b", 0, 30, 50, 70), at("c", 50, 0, 50, 100))
    found = tree(*columns)
    assert found is not None
    assert found.direction is Direction.WIDTH
    assert stands(found, *columns, stages=2)


def test_the_saw_decides_the_first_direction() -> None:
    columns = (at("a", 0, 0, 50, 30), at("b", 0, 30, 50, 70), at("c", 50, 0, 50, 100))
    found = tree(*columns, first=(Direction.LENGTH,))
    assert found is not None
    assert found.direction is Direction.LENGTH


def test_a_plan_beyond_the_stage_limit_is_refused() -> None:
    columns = (at("a", 0, 0, 50, 30), at("b", 0, 30, 50, 70), at("c", 50, 0, 50, 100))
    assert tree(*columns, stages=1) is None


def test_a_last_trimming_cut_is_free() -> None:
    low = (at("a", 0, 0, 50, 30), at("b", 50, 0, 50, 40))
    assert stands(tree(*low, stages=2), *low, stages=2)


def test_gaps_between_pieces_close_and_gather_at_the_end() -> None:
    found = tree(at("a", 0, 0, 100, 20), at("b", 0, 50, 100, 20))
    assert found is not None
    assert [(leaf.rect.y, leaf.piece) for leaf in found.leaves()] == [(0, "a"), (mm(20), "b"), (mm(40), None)]


def test_kerf_between_neighbours_but_not_at_the_edge() -> None:
    halves = (at("a", 0, 0, 100, 48), at("b", 0, 52, 100, 48))
    assert stands(tree(*halves, kerf=4), *halves, kerf=4)


def test_a_rest_thinner_than_the_kerf_is_eaten() -> None:
    pair = (at("a", 0, 0, 100, 48), at("b", 0, 52, 100, 45))
    found = tree(*pair, kerf=4)
    assert found is not None
    assert [leaf.piece for leaf in found.leaves()] == ["a", "b"]
    assert stands(found, *pair, kerf=4)


def test_pieces_nearer_than_the_kerf_are_refused() -> None:
    assert tree(at("a", 0, 0, 100, 48), at("b", 0, 51, 100, 48), kerf=4) is None


def test_a_whole_board_is_a_leaf() -> None:
    found = tree(at("a", 0, 0, 100, 100))
    assert found is not None
    assert found.piece == "a"


def test_large_rests_are_offcuts_and_small_ones_waste() -> None:
    found = tree_of([at("a", 0, 0, 100, 900)], Rect(0, 0, mm(2000), mm(1000)), 0, (Direction.WIDTH,), None)
    assert found is not None
    rests = {leaf.rect: leaf.offcut for leaf in found.leaves() if leaf.piece is None}
    assert rests == {
        Rect(0, mm(900), mm(100), mm(100)): False,
        Rect(mm(100), 0, mm(1900), mm(1000)): True,
    }


def test_hundreds_of_nested_cuts_need_no_deep_recursion() -> None:
    placed, x, y, length, width = [], 0, 0, 2000, 2000
    for i in range(900):
        if i % 2:
            placed.append(at(f"p{i}", x, y, 2, width))
            x, length = x + 2, length - 2
        else:
            placed.append(at(f"p{i}", x, y, length, 2))
            y, width = y + 2, width - 2
    found = tree_of(placed, Rect(0, 0, mm(2000), mm(2000)), 0, BOTH, None)
    assert found is not None
    assert sum(leaf.piece is not None for leaf in found.leaves()) == 900
