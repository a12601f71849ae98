"""The judge counts copies, stock and batches, and holds a result to what it claims."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cutting.check import check, judge
from cutting.pieces import Batching
from cutting.plan import CutPlan, Sheet, Status, Unplaced
from tests.cutting.builders import (
    SIDES,
    SIDES_CUTS,
    a_board,
    a_job,
    a_piece,
    a_plan,
    a_result,
    a_sheet,
    codes,
    crosscut,
    left_over,
    rip,
    the_sheet,
)

# ---- copies


@pytest.mark.parametrize(
    ("quantity", "copies", "unplaced", "expected"),
    [
        (2, 1, [], set()),
        (6, 3, [], set()),
        (3, 1, [left_over("side")], set()),
        (5, 1, [left_over("side"), left_over("side", 2)], set()),
        (3, 1, [], {"copies-missing"}),
        (1, 1, [], {"copies-added"}),
        (2, 2, [], {"copies-added"}),
        (6, 2, [], {"copies-missing"}),
        (3, 1, [left_over("side", 2)], {"copies-added"}),
        (4, 1, [left_over("side", 1)], {"copies-missing"}),
        (2, 1, [left_over("side", 0)], {"unplaced-quantity"}),
        (2, 1, [left_over("other")], {"unknown-piece"}),
        (3, 1, [left_over("side", reason=" ")], {"unplaced-reason"}),
        (3, 1, [Unplaced(id="side", quantity=1, reason="no-stock-left", message="")], {"unplaced-reason"}),
    ],
)
def test_every_copy_is_placed_or_named_exactly_once(
    quantity: int, copies: int, unplaced: list[Unplaced], expected: set[str]
) -> None:
    job = a_job([a_piece("side", 720, 560, quantity=quantity)])
    assert codes(check(job, a_plan(the_sheet(copies=copies), unplaced=unplaced))) == expected


def test_a_lost_piece_is_named_with_its_numbers() -> None:
    job = a_job([*SIDES.pieces, a_piece("back", 700, 500, quantity=3)])
    (found,) = check(job, a_plan(the_sheet()))
    assert (found.code, found.where) == ("copies-missing", "pieces[1]")
    assert "back is wanted 3 times" in found.message


def test_a_plan_may_place_nothing_when_it_says_so() -> None:
    assert check(SIDES, a_plan(unplaced=[left_over("side", 2)])) == ()


# ---- stock


@pytest.mark.parametrize(("stock", "holds"), [(None, True), (2, True), (1, False)])
def test_no_more_boards_are_used_than_are_in_stock(stock: int | None, holds: bool) -> None:
    job = a_job([a_piece("side", 720, 560, quantity=4)], [a_board(quantity=stock)])
    sheet = a_sheet(job, SIDES_CUTS)
    for plan in (a_plan(sheet, sheet), a_plan(replace(sheet, copies=2))):
        assert codes(check(job, plan)) == (set() if holds else {"stock-exceeded"})


def test_a_job_that_names_two_boards_alike_cannot_be_judged() -> None:
    job = a_job(SIDES.pieces, [a_board(), a_board(2440, 1220)])
    assert [(v.code, v.where) for v in check(job, a_plan(the_sheet()))] == [("ambiguous-job", "boards[1]")]


def test_a_job_that_names_two_pieces_alike_cannot_be_judged() -> None:
    job = a_job([*SIDES.pieces, a_piece("side", 100, 100)])
    assert [(v.code, v.where) for v in check(job, a_plan(the_sheet()))] == [("ambiguous-job", "pieces[1]")]


# ---- batches

ORDERS = a_job(
    [a_piece("a1", 720, 560, order="A"), a_piece("a2", 720, 560, order="A"), a_piece("b1", 720, 560, order="B")],
    batching=Batching(max_pieces=2, max_area=2 * 720_000 * 560_000),
)


def batch(number: int | None, *ids: str) -> Sheet:
    rest = 2780 - 724 * len(ids)
    strip = crosscut(*[(720, id) for id in ids], (rest, "waste"))
    return a_sheet(ORDERS, rip((560, strip), (1486, "waste")), batch=number)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (a_plan(batch(0, "a1", "a2"), batch(1, "b1")), set()),
        (a_plan(batch(0, "a1"), batch(0, "a2"), batch(1, "b1")), set()),
        (a_plan(batch(0, "a1"), batch(1, "a2", "b1")), {"order-split"}),
        (a_plan(batch(0, "a1", "a2", "b1")), {"batch-pieces", "batch-area"}),
        (a_plan(batch(None, "a1", "a2"), batch(1, "b1")), {"batch-missing"}),
        (a_plan(batch(-1, "a1", "a2"), batch(1, "b1")), {"batch-missing"}),
    ],
)
def test_every_order_lies_whole_in_one_batch_within_its_limits(plan: CutPlan, expected: set[str]) -> None:
    assert codes(check(ORDERS, plan)) == expected


def test_copies_of_a_sheet_count_towards_the_limits_of_its_batch() -> None:
    job = replace(ORDERS, pieces=(a_piece("a1", 720, 560, quantity=3, order="A"),))
    found = check(job, a_plan(replace(batch(0, "a1"), copies=3)))
    assert codes(found) == {"batch-pieces", "batch-area"}
    assert any("1.2096 m2" in violation.message for violation in found)


def test_a_piece_without_an_order_may_lie_in_any_batch() -> None:
    job = replace(ORDERS, pieces=(a_piece("a1", 720, 560, quantity=3),))
    assert check(job, a_plan(batch(0, "a1"), replace(batch(1, "a1"), copies=2))) == ()


def test_batches_that_nobody_asked_for_are_caught() -> None:
    assert codes(check(SIDES, a_plan(the_sheet(batch=0)))) == {"batch-not-asked"}


# ---- claims


def test_an_honest_result_holds() -> None:
    assert judge(SIDES, a_result(SIDES, a_plan(the_sheet()), bound=1, status=Status.OPTIMAL)) == ()


def test_a_result_is_judged_by_its_plan_too() -> None:
    assert codes(judge(SIDES, a_result(SIDES, a_plan(the_sheet(cuts=None))))) == {"no-cuts"}


def test_a_wrong_cost_is_caught() -> None:
    result = replace(a_result(SIDES, a_plan(the_sheet())), cost=Decimal("0.99"))
    assert [(v.code, v.where) for v in judge(SIDES, result)] == [("cost", "cost")]


def test_incomplete_means_that_something_is_unplaced() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=3)])
    short = a_plan(the_sheet(), unplaced=[left_over("side")])
    assert judge(job, a_result(job, short)) == ()
    assert codes(judge(job, a_result(job, short, status=Status.FEASIBLE))) == {"status"}
    assert codes(judge(SIDES, a_result(SIDES, a_plan(the_sheet()), status=Status.INCOMPLETE))) == {"status"}


def test_optimal_needs_a_bound_that_is_met() -> None:
    plan = a_plan(the_sheet())
    assert codes(judge(SIDES, a_result(SIDES, plan, bound=0, status=Status.OPTIMAL))) == {"status"}
    assert judge(SIDES, a_result(SIDES, plan, bound="0.3", status=Status.OPTIMAL)) == (), "a board has no parts"


@pytest.mark.parametrize("bound", ["2", "-1", "NaN", "Infinity"])
def test_a_bound_that_cannot_be_is_caught(bound: str) -> None:
    assert codes(judge(SIDES, a_result(SIDES, a_plan(the_sheet()), bound=bound))) == {"bound"}


def test_the_bound_of_all_pieces_may_pass_a_plan_that_leaves_some_out() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=300)], [a_board(quantity=1)])
    assert judge(job, a_result(job, a_plan(the_sheet(), unplaced=[left_over("side", 298)]), bound=22)) == ()


def test_boards_of_different_cost_are_optimal_only_by_cost() -> None:
    job = a_job(SIDES.pieces, [a_board(cost=Decimal("48.5")), a_board(code="small", cost=Decimal(20))])
    by_boards = a_result(job, a_plan(the_sheet()), bound=1, status=Status.OPTIMAL)
    assert codes(judge(job, by_boards)) == {"status"}
    assert judge(job, replace(by_boards, bound=Decimal("48.5"), bound_is_cost=True)) == ()
    assert codes(judge(job, replace(by_boards, bound=Decimal("48.4"), bound_is_cost=True))) == {"status"}
