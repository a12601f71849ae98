"""Explanations: what a change would save, with what is certain of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cutting.explain import Answer, Change, Explanation, explain, sets_cost
from cutting.pieces import CutJob, Follow, Trim
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.set_jobs import a_set

LIGHT = ("shelves", "rectpack_guillotine")
SHORT = Stop(iterations=2)


def explained(job: CutJob, **other: object) -> Explanation:
    result = solve(job, SHORT, 0, nesters=LIGHT)
    settings: dict[str, object] = {"sizes": (), "nesters": LIGHT, **other}
    return explain(job, result, SHORT, 0, **settings)  # type: ignore[arg-type]


def only(found: Explanation, change: Change) -> Answer:
    (answer,) = (each for each in found.answers if each.change is change)
    return answer


def a_grained_job() -> CutJob:
    """Two pieces that share a board only if they may be turned."""
    return a_job([a_piece("side", 600, 500, quantity=2, grain=Grain.LENGTH)], [a_board(1000, 600)], kerf=0, trim=0)


def test_fixed_grain_that_costs_a_board_is_told_with_the_proof() -> None:
    answer = only(explained(a_grained_job()), Change.FREE_GRAIN)
    assert (answer.before.boards, answer.after.boards, answer.boards_saved) == (2, 1, 1)
    assert (answer.least, answer.saving, answer.most) == (1, 1, 1)


def test_free_grain_is_no_question() -> None:
    job = a_job([a_piece("side", 720, 560)], trim=0)
    assert explained(job).answers == ()


def test_half_the_trim_that_saves_a_board_is_told() -> None:
    job = a_job([a_piece("side", 490, 245, quantity=4)], [a_board(1000, 500)], kerf=0, trim=10)
    answer = only(explained(job), Change.SMALLER_TRIM)
    assert (answer.before.boards, answer.after.boards, answer.detail) == (2, 1, "5")
    same = only(explained(job, trim=Trim(left=mm(9), right=mm(10), bottom=mm(10), top=mm(10))), Change.SMALLER_TRIM)
    assert (same.saving, same.detail) == (0, "9 10 10 10")


def test_a_trim_is_never_asked_below_the_kerf() -> None:
    job = a_job([a_piece("side", 720, 560)], kerf=4, trim=4)
    assert explained(job).answers == ()


def test_a_smaller_board_is_priced_by_area() -> None:
    job = a_job([a_piece("side", 720, 560)], [a_board(2800, 2070, cost=Decimal(50))], trim=0)
    answer = only(explained(job, sizes=((mm(2440), mm(1220)), (mm(2800), mm(2070)))), Change.MORE_SIZES)
    assert answer.detail == "2440 x 1220"
    assert answer.after.cost == Decimal("25.6798")
    assert answer.saving == answer.least == answer.most == Decimal("24.3202")


def test_what_is_certain_is_never_more_than_what_was_found() -> None:
    pieces = [a_piece(f"p{n}", 300 + 37 * n, 200 + 23 * n, quantity=3, grain=Grain.LENGTH) for n in range(12)]
    job = replace(a_job(pieces), sets=(a_set("A", "p0", "p1"), a_set("B", "p7", "p8")))
    found = explained(job, sizes=((mm(2440), mm(1220)), (mm(3050), mm(1525))))
    assert {answer.change for answer in found.answers} == set(Change)
    for answer in found.answers:
        assert 0 <= answer.least <= answer.saving <= answer.most


def test_unplaced_pieces_are_told_and_their_material_is_not_asked_about() -> None:
    job = a_grained_job()
    job = replace(job, pieces=(*job.pieces, a_piece("long", 3000, 100)))
    found = explained(job)
    assert [rest.id for rest in found.unplaced] == ["long"]
    assert found.answers == ()


def test_materials_are_asked_about_one_by_one() -> None:
    oak, ash = a_grained_job(), a_grained_job()
    job = replace(
        oak,
        pieces=tuple(replace(p, id=f"{p.id}.{m}", material=m) for m in ("oak", "ash") for p in ash.pieces),
        boards=tuple(replace(b, code=m, material=m) for m in ("oak", "ash") for b in ash.boards),
    )
    found = explained(job)
    assert [(answer.material, answer.boards_saved) for answer in found.answers] == [("oak", 1), ("ash", 1)]


def a_matched_job(others: int, width: float = 300) -> CutJob:
    """Two doors that must lie side by side, and shelves; a board holds a door and a shelf, or the doors."""
    doors = [a_piece(id, 600, 200, grain=Grain.LENGTH) for id in ("left", "right")]
    more = [a_piece("shelf", 600, width, grain=Grain.LENGTH, quantity=others)] if others else []
    job = a_job([*doors, *more], [a_board(600, 500)], kerf=0, trim=0)
    return replace(job, sets=(a_set("A", "left", "right", follow=Follow.ACROSS),))


def costs(job: CutJob) -> Answer:
    (answer,) = sets_cost(job, solve(job, SHORT, 0, nesters=LIGHT), SHORT, 0, nesters=LIGHT)
    return answer


def test_a_matched_set_that_costs_a_board_is_told_with_the_proof() -> None:
    answer = costs(a_matched_job(2))
    assert (answer.change, answer.before.boards, answer.after.boards) == (Change.NO_SETS, 3, 2)
    assert (answer.least, answer.saving, answer.most) == (1, 1, 1)


def test_a_matched_set_that_costs_no_board_may_cost_an_offcut() -> None:
    answer = costs(a_matched_job(1))
    assert (answer.boards_saved, answer.saving) == (0, 0)
    assert answer.offcut_gain >= 0


def test_grain_is_never_asked_to_be_free_within_a_set() -> None:
    found = explained(a_matched_job(0))
    assert {answer.change for answer in found.answers} == {Change.NO_SETS}
    assert {answer.change for answer in explained(a_matched_job(1)).answers} == {Change.FREE_GRAIN, Change.NO_SETS}
