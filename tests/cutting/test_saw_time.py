"""Key figures of sawing, counted by hand, and held to the list of steps on plans of all kinds."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.saw_time import patterns, read_times, sawing, usual_times
from cutting.sequence import Kind, steps
from furnishing.errors import InputError
from furnishing.units import mm
from tests.cutting.builders import SIDES_CUTS, a_job, a_piece, a_plan, a_sheet, crosscut, rip
from tests.cutting.random_plans import a_random_result

STRIP = crosscut((720, "side"), (720, "side"), (1332, "waste"))


def a_book_job(*pieces: str, book: int | None = 4) -> CutJob:
    """Sides of 720 x 560 by these names, on a saw that cuts books."""
    job = a_job([a_piece(name, 720, 560, quantity=40) for name in pieces or ("side",)])
    return replace(job, saw=replace(job.saw, book_height=book))


def test_strokes_turns_and_metres_of_one_sheet() -> None:
    job = a_book_job()
    found = sawing(job, a_plan(a_sheet(job, SIDES_CUTS)))
    assert (found.cuts, found.recuts, found.head_cuts, found.turns) == (4 + 1 + 2, 0, 0, 1)
    assert found.cutting_length == mm(2800 + 2800 + 2050 + 2050 + 2780 + 560 + 560)


def test_five_sheets_in_books_of_four_are_two_cycles_and_one_pattern() -> None:
    job = a_book_job()
    found = sawing(job, a_plan(a_sheet(job, SIDES_CUTS, copies=5)))
    assert (found.sheets, found.patterns, found.cycles, found.cuts) == (5, 1, 2, 14)
    assert found.seconds(usual_times()) == 2 * 86 + 14 * Decimal("10.1") + 79


def test_without_books_every_sheet_is_a_cycle() -> None:
    job = a_book_job(book=None)
    assert sawing(job, a_plan(a_sheet(job, SIDES_CUTS, copies=5))).cycles == 5


def test_equal_strips_are_crosscut_side_by_side() -> None:
    job = a_book_job()
    found = sawing(job, a_plan(a_sheet(job, rip((560, STRIP), (560, STRIP), (922, "waste")))))
    assert (found.cuts, found.turns) == (4 + 2 + 2, 1)
    assert found.cutting_length == mm(9700 + 2 * 2780 + 4 * 560)


def test_a_recut_counts_after_the_second_stage_and_a_head_cut_across_first() -> None:
    job = a_job([a_piece("side", 720, 560), a_piece("rail", 720, 100)])
    recut = rip(
        (560, crosscut((720, rip((100, "rail"), (456, "waste"))), (720, "side"), (1332, "waste"))), (1486, "waste")
    )
    found = sawing(job, a_plan(a_sheet(job, recut)))
    assert (found.cuts, found.recuts, found.head_cuts, found.turns) == (4 + 1 + 2 + 1, 1, 0, 2)
    head = crosscut((720, rip((560, "side"), (1486, "waste"))), (2056, "waste"))
    found = sawing(job, a_plan(a_sheet(job, head)))
    assert (found.cuts, found.recuts, found.head_cuts, found.turns) == (4 + 1 + 1, 0, 1, 1)


def test_whose_pieces_they_are_makes_no_difference_to_the_saw() -> None:
    job = a_book_job("a", "b")

    def of(name: str, copies: int) -> object:
        return a_sheet(job, rip((560, crosscut((720, name), (2056, "waste"))), (1486, "waste")), copies=copies)

    plan = CutPlan(sheets=(of("a", 3), of("b", 1)))  # type: ignore[arg-type]
    assert [pattern.copies for pattern in patterns(plan)] == [4]
    assert sawing(job, plan).cycles == 1


def test_sheets_of_two_batches_are_never_one_book() -> None:
    job = a_book_job()
    sheets = [a_sheet(job, SIDES_CUTS, batch=batch) for batch in (0, 1)]
    assert sawing(job, a_plan(*sheets)).cycles == 2


@pytest.mark.parametrize("seed", range(40))
def test_figures_agree_with_the_list_of_steps(seed: int) -> None:
    job, result = a_random_result(seed)
    book = job.saw.book_height or 1
    found = sawing(job, result.plan)
    lists = [(steps(each.sheet, job.saw), -(-each.copies // book)) for each in patterns(result.plan)]
    assert found.cycles == sum(cycles for _, cycles in lists)
    assert found.cutting_length == sum(cycles * sum(step.length for step in done) for done, cycles in lists)
    assert found.cuts <= sum(cycles * len(done) for done, cycles in lists)
    assert found.head_cuts == sum(cycles * [step.kind for step in done].count(Kind.HEAD) for done, cycles in lists)
    assert found.cuts >= found.recuts + found.head_cuts + 2 * found.cycles
    assert found.sheets == result.plan.boards


def test_a_file_of_times_with_faults_tells_them_all() -> None:
    text = '{"format": "furnish-saw-time/1", "source": "x", "cycle": -1, '
    text += '"cut": "fast", "recut": 1, "turn": 1, "board_load": 0}'
    with pytest.raises(InputError) as error:
        read_times(text)
    assert {fault.where for fault in error.value.faults} == {"cycle", "cut", "pattern_change"}
