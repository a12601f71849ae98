"""A plan in money, with its yields and offcuts, by hand and on plans of all kinds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cutting.objective import Objective, key_figures
from cutting.pieces import CutJob
from tests.cutting.builders import SIDES_CUTS, a_board, a_job, a_piece, a_plan, a_sheet, left_over
from tests.cutting.random_plans import a_random_result

SQUARE_METRE = 10**12


def a_priced_job() -> CutJob:
    job = a_job([a_piece("side", 720, 560, quantity=12)], [a_board(cost=Decimal(50))])
    return replace(job, saw=replace(job.saw, book_height=4))


def test_money_is_boards_less_offcuts_and_saw_time_at_its_rate() -> None:
    job = a_priced_job()
    plan = a_plan(a_sheet(job, SIDES_CUTS, copies=5), unplaced=[left_over("side", 2)])
    found = key_figures(job, plan, Objective(saw_hour=Decimal(60)))
    assert (found.boards, found.pieces, found.unplaced, found.cost) == (5, 10, 2, 250)
    assert found.board_area == 5 * 5_796 * SQUARE_METRE // 1000
    assert found.piece_area == 4_032 * SQUARE_METRE // 1000
    assert found.largest_offcut == 413_108 * SQUARE_METRE // 100_000
    assert (found.offcuts_produced, found.offcut_area_produced) == (5, 5 * found.largest_offcut)
    assert found.offcut_value == 5 * Decimal("28.51")  # 80 % of 50 x 4.131 / 5.796
    assert found.seconds == Decimal("392.4")
    assert found.money == Decimal("250") - Decimal("142.55") + Decimal("6.54")
    assert (found.piece_yield, found.yield_with_offcuts) == (Decimal("0.1391"), Decimal("0.8519"))
    assert found.book_height == Decimal("2.5")
    assert (found.offcut_balance, found.offcuts_consumed) == (5, 0)


def test_without_a_rate_an_hour_costs_one_and_a_half_of_the_dearest_board() -> None:
    assert Objective().hour(a_priced_job()) == 75


def test_a_plan_of_nothing_has_figures_of_nothing() -> None:
    job = a_priced_job()
    found = key_figures(job, a_plan(unplaced=[left_over("side", 12)]))
    assert (found.boards, found.money, found.piece_yield, found.book_height) == (0, 0, 0, 0)


@pytest.mark.parametrize("seed", range(40))
def test_figures_add_up_to_the_plan(seed: int) -> None:
    job, result = a_random_result(seed)
    found = key_figures(job, result.plan)
    assert (found.boards, found.cost) == (result.plan.boards, result.cost)
    assert found.pieces + found.unplaced == sum(piece.quantity for piece in job.pieces)
    assert found.piece_area + found.unplaced_area == sum(piece.area * piece.quantity for piece in job.pieces)
    placed = sum(each.rect.area * sheet.copies for sheet in result.plan.sheets for each in sheet.placed)
    assert found.piece_area == placed
    assert found.piece_area + found.offcut_area_produced <= found.board_area
    assert found.offcut_value <= found.cost
    assert found.largest_offcut <= found.offcut_area_produced
    assert 0 <= found.piece_yield <= found.yield_with_offcuts <= 1
