"""The pools of orders that the benchmarks run on."""

from dataclasses import replace

import pytest

from benchmarks.instances import order_pool
from cutting.check import check
from cutting.nesting import strips_recreate, strips_search
from cutting.nesting.sheetwise import cost_of
from cutting.nesting.strips import NESTER
from cutting.nesting.strips_values import POOL
from cutting.stop import Stop
from tests.cutting.builders import a_board, a_job, a_piece


def test_a_pool_is_the_same_for_the_same_seed() -> None:
    assert order_pool(3, seed=5) == order_pool(3, seed=5)
    assert order_pool(3, seed=5) != order_pool(3, seed=6)


def test_ten_orders_have_some_eight_hundred_pieces() -> None:
    assert 500 < sum(piece.quantity for piece in order_pool(10).job.pieces) < 1200


def test_a_pool_of_thousands_is_cut_the_same_way_twice_and_never_worse_from_plan_to_plan() -> None:
    sizes = [(720, 560), (764, 560), (715, 397), (502, 220), (564, 100), (396, 96), (1980, 580), (331, 289)]
    job = a_job([a_piece(f"p{i}", x, y, quantity=POOL // 8 + 1) for i, (x, y) in enumerate(sizes)], [a_board()])
    first, second = (list(NESTER.nest(job, Stop(iterations=3).begin(), 0)) for _ in range(2))
    assert first == second
    assert all(check(job, plan) == () for plan in first)
    assert [plan.boards for plan in first] == sorted((plan.boards for plan in first), reverse=True)


def test_groups_of_a_huge_job_lose_nothing_on_any_number_of_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strips_search, "HUGE", 100)
    monkeypatch.setattr(strips_search, "MANY_RESTARTS", 1)
    monkeypatch.setattr(strips_recreate, "TRIES_OF_GROUP", 4)
    job = replace(
        order_pool(6, varied=True).job,
        boards=(a_board(2440, 1220, code="short", quantity=2, cost=21), a_board(2800, 2070, code="long", cost=40)),
    )
    plans = [list(NESTER.nest(job, Stop(iterations=4).begin(cores), 0)) for cores in (1, 2)]
    assert plans[0] == plans[1]
    assert all(check(job, plan) == () for plan in plans[0])
    costs = [cost_of(job, plan) for plan in plans[0]]
    assert costs == sorted(costs, reverse=True)
    assert len(costs) > 1
