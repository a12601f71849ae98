"""The judge and matched sets: each rule holds on a good sheet and is missed on one that breaks it."""

from __future__ import annotations

from dataclasses import replace

from cutting.check import check
from cutting.pieces import CutJob, Follow, PieceSet, Router
from cutting.plan import Placed, Sheet
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import Cuts, a_job, a_piece, a_plan, a_sheet, codes, crosscut, left_over, rip
from tests.cutting.set_jobs import a_set


def a_stack(*more: object, allowance: float = 0) -> CutJob:
    """Three drawer fronts with upright grain that follow each other along it."""
    fronts = [a_piece(f"f{i}", 596, height, grain=Grain.WIDTH) for i, height in ((1, 140), (2, 280), (3, 280))]
    job = a_job([*fronts, *more])  # type: ignore[list-item]
    return replace(job, sets=(a_set("A", "f1", "f2", "f3", allowance=allowance),))


def a_pair(*more: object) -> CutJob:
    """Two doors side by side across the grain."""
    doors = [a_piece(id, 716, 397, grain=Grain.LENGTH) for id in ("left", "right")]
    job = a_job([*doors, *more])  # type: ignore[list-item]
    return replace(job, sets=(a_set("D", "left", "right", follow=Follow.ACROSS),))


def a_strip(*children: tuple[float, Cuts], height: float = 596) -> Cuts:
    return rip((height, crosscut(*children)), (2046 - height, "waste"))


def found(job: CutJob, *sheets: Cuts) -> set[str]:
    return codes(check(job, a_plan(*(a_sheet(job, cuts) for cuts in sheets))))


GOOD = ((140, "f1 turned"), (280, "f2 turned"), (280, "f3 turned"))


def test_a_stack_in_order_holds() -> None:
    assert found(a_stack(), a_strip(*GOOD, (2068, "waste"))) == set()


def test_a_stack_may_lie_anywhere_in_its_strip() -> None:
    assert found(a_stack(), a_strip((500, "waste"), *GOOD, (1564, "waste"))) == set()


def test_a_stack_in_reverse_is_out_of_order() -> None:
    assert "set-order" in found(a_stack(), a_strip(*reversed(GOOD), (2068, "waste")))


def test_wood_between_two_fronts_is_a_gap() -> None:
    assert found(a_stack(), a_strip(GOOD[0], (50, "waste"), *GOOD[1:], (2014, "waste"))) == {"set-gap"}


def test_the_allowance_is_wanted_and_no_more() -> None:
    job = a_stack(allowance=54)
    apart = (GOOD[0], (50, "waste"), GOOD[1], (50, "waste"), GOOD[2])
    assert found(job, a_strip(*apart, (1960, "waste"))) == set()
    assert found(job, a_strip(*GOOD, (2068, "waste"))) == {"set-gap"}


def test_a_front_that_lies_higher_than_the_others_is_not_level() -> None:
    low, high = rip((596, "f1 turned"), (10, "waste")), rip((10, "waste"), (596, "f2 turned"))
    third = rip((596, "f3 turned"), (10, "waste"))
    assert found(a_stack(), a_strip((140, low), (280, high), (280, third), (2068, "waste"), height=610)) == {
        "set-level"
    }


def test_a_set_on_two_sheets_is_split() -> None:
    one, other = a_strip(*GOOD[:2], (2352, "waste")), a_strip(GOOD[2], (2496, "waste"))
    assert found(a_stack(), one, other) == {"set-split"}


def test_a_set_left_out_in_part_is_split() -> None:
    job = a_stack()
    sheet = a_sheet(job, a_strip(*GOOD[:2], (2352, "waste")))
    assert codes(check(job, a_plan(sheet, unplaced=[left_over("f3")]))) == {"set-split"}
    assert codes(check(job, a_plan(unplaced=[left_over(f"f{i}") for i in (1, 2, 3)]))) == set()


def test_another_piece_in_the_strip_above_a_front_takes_the_set_apart() -> None:
    job = a_stack(a_piece("x", 140, 146))
    column = rip((596, "f1 turned"), (146, "x"))
    others = (rip((596, "f2 turned"), (146, "waste")), rip((596, "f3 turned"), (146, "waste")))
    cuts = a_strip((140, column), (280, others[0]), (280, others[1]), (2068, "waste"), height=746)
    assert found(job, cuts) == {"set-part"}


def test_doors_in_two_strips_are_a_pair_only_where_nothing_else_lies_in_these() -> None:
    job = a_pair(a_piece("x", 700, 397))
    left, right = (397, crosscut((716, "left"), (2060, "waste"))), (397, crosscut((716, "right"), (2060, "waste")))
    shared = (397, crosscut((716, "right"), (700, "x"), (1356, "waste")))
    own = (397, crosscut((700, "x"), (2076, "waste")))
    assert found(job, rip(left, right, own, (847, "waste"))) == set()
    assert found(job, rip(left, shared, (1248, "waste"))) == {"set-part"}


def test_doors_that_a_cut_of_the_other_way_parts_are_no_pair() -> None:
    job = a_pair()
    cuts = crosscut((716, rip((397, "left"), (397, "right"), (1248, "waste"))), (2060, "waste"))
    assert found(job, cuts) == set()
    assert found(job, rip((397, crosscut((716, "left"), (716, "right"), (1340, "waste"))), (1649, "waste"))) != set()


def test_two_copies_of_a_set_are_two_sets() -> None:
    job = a_pair()
    job = replace(job, pieces=tuple(replace(piece, quantity=2) for piece in job.pieces))
    pair = rip((397, "left"), (397, "right"), (1248, "waste"))
    mixed = rip((397, "left"), (397, "left"), (1248, "waste"))
    other = rip((397, "right"), (397, "right"), (1248, "waste"))
    assert found(job, crosscut((716, pair), (716, pair), (1340, "waste"))) == set()
    assert found(job, crosscut((716, mixed), (716, other), (1340, "waste"))) != set()


def a_block_of_four() -> CutJob:
    """Two stacks of two fronts side by side."""
    pieces = [a_piece(id, 596, 280, grain=Grain.WIDTH) for id in ("a1", "a2", "b1", "b2")]
    rows = (("a1", "a2"), ("b1", "b2"))
    return replace(a_job(pieces), sets=(PieceSet(id="A", rows=rows, follow=Follow.ALONG),))


def test_rows_lie_beside_each_other_each_in_its_own_strip() -> None:
    rows = [(596, crosscut((280, f"{row}1 turned"), (280, f"{row}2 turned"), (2212, "waste"))) for row in "ab"]
    assert found(a_block_of_four(), rip(rows[0], rows[1], (850, "waste"))) == set()
    assert found(a_block_of_four(), rip(rows[1], rows[0], (850, "waste"))) == {"set-order"}
    assert found(a_block_of_four(), rip(rows[0], (20, "waste"), rows[1], (826, "waste"))) == {"set-gap"}


def on_a_router(job: CutJob, *places: tuple[str, float, float]) -> set[str]:
    job = replace(job, router=Router(tool=mm(10)))
    sizes = {piece.id: piece for piece in job.pieces}
    placed = tuple(
        Placed(
            id=id,
            x=mm(str(x)),
            y=mm(str(y)),
            length=sizes[id].length,
            width=sizes[id].width,
            turned=sizes[id].grain is Grain.WIDTH,
        )
        for id, x, y in places
    )
    return codes(check(job, a_plan(Sheet(board="W18", copies=1, placed=placed, cuts=None))))


def test_a_router_keeps_one_tool_within_a_set_and_around_it() -> None:
    job = a_pair(a_piece("x", 50, 50))
    assert on_a_router(job, ("left", 0, 0), ("right", 0, 407), ("x", 726, 0)) == set()
    assert on_a_router(job, ("left", 0, 0), ("right", 0, 408), ("x", 726, 0)) == {"set-gap"}
    uneven = replace(job, pieces=(replace(job.pieces[0], length=mm(600)), *job.pieces[1:]))
    assert on_a_router(uneven, ("left", 0, 0), ("right", 0, 407), ("x", 726, 0)) == set()
    assert on_a_router(uneven, ("left", 0, 0), ("right", 0, 407), ("x", 650, 0)) == {"set-part"}
