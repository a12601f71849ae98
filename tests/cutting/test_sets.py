"""Matched sets: whatever the job, they leave the board together, in order, and the plan holds."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cutting import nesting
from cutting.check import check, judge
from cutting.files import read_job, write_job
from cutting.job_rules import check_job
from cutting.nesting.sheetwise import rank
from cutting.objective import Objective
from cutting.offcuts import usual_rules
from cutting.pieces import CutJob, FirstCut, Follow, Machine, Piece, PieceSet, Router
from cutting.plan import CutPlan, CutResult
from cutting.set_rules import depth
from cutting.sets import composed, expanded, set_places, set_words
from cutting.solve import solve
from cutting.steady import resolve
from cutting.stop import Stop
from cutting.unplaceable import sort_out
from furnishing.errors import InputError
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.set_jobs import a_set, matched_jobs

LIGHT = ("shelves", "rectpack_guillotine")
FEW = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def solved(job: CutJob, *, rounds: int = 2, cores: int = 1) -> CutResult:
    nesters = None if job.router else LIGHT
    return solve(job, Stop(iterations=rounds), 0, nesters=nesters, cores=cores)


@FEW
@given(job=matched_jobs())
def test_every_answer_holds_before_the_judge_with_its_sets(job: CutJob) -> None:
    result = solved(job)
    assert judge(job, result) == ()
    for each in job.sets:
        assert_in_order(job, each, result.plan)


def assert_in_order(job: CutJob, each: PieceSet, plan: CutPlan) -> None:
    """Without the judge: for the first piece of every row on a sheet, the others lie where rulers say."""
    gap, along = job.machine.spacing + each.allowance, each.follow is Follow.ALONG
    for sheet in plan.sheets:
        corners = {(one.id, one.rect.x, one.rect.y) for one in sheet.placed}
        for row in each.rows:
            for first in (one for one in sheet.placed if one.id == row[0]):
                x, y, rect = first.rect.x, first.rect.y, {one.id: one.rect for one in sheet.placed}
                for before, here in pairwise(row):
                    x, y = (x + rect[before].length + gap, y) if along else (x, y + rect[before].width + gap)
                    assert (here, x, y) in corners


@FEW
@given(job=matched_jobs(), by=st.sampled_from([-1, 1]), at=st.integers(0, 99), upward=st.booleans())
def test_a_piece_of_a_set_moved_by_a_micrometre_is_found_out(job: CutJob, by: int, at: int, upward: bool) -> None:
    """Told by the sets alone, whatever else is wrong with such a sheet."""
    job = replace(job, router=job.router or Router(tool=mm(4)))
    plan = solved(job).plan
    spots = [
        (i, j) for i, sheet in enumerate(plan.sheets) for j, one in enumerate(sheet.placed) if one.id in set_places(job)
    ]
    assume(spots)
    i, j = spots[at % len(spots)]
    placed = list(plan.sheets[i].placed)
    placed[j] = replace(placed[j], y=placed[j].y + by) if upward else replace(placed[j], x=placed[j].x + by)
    moved = replace(plan.sheets[i], placed=tuple(placed))
    changed = replace(plan, sheets=(*plan.sheets[:i], moved, *plan.sheets[i + 1 :]))
    assert any(violation.code in ("set-gap", "set-level") for violation in check(job, changed))


@pytest.mark.parametrize("name", nesting.names(Machine.SAW))
@settings(FEW, max_examples=12)
@given(job=matched_jobs(routers=False))
def test_every_nester_leaves_the_stages_to_divide_its_blocks(name: str, job: CutJob) -> None:
    made = composed(job)
    most = job.saw.max_stages
    need = max(depth(each) for each in job.sets)
    saw = job.saw if most is None else replace(job.saw, max_stages=most - need)
    for material in job.materials:
        own = job.of_material(material)
        part, _ = sort_out(replace(made.job, saw=saw).of_material(material))
        if not part.pieces:
            continue
        for plan in nesting.load(name).nest(part, Stop(iterations=2).begin(), 0):
            if isinstance(plan, CutPlan):
                real = expanded(own, made, plan, usual_rules())
                left = {"copies-missing"}
                assert {violation.code for violation in check(own, real)} <= left


@FEW
@given(job=matched_jobs())
def test_a_set_is_unplaced_whole_and_says_why(job: CutJob) -> None:
    plan = solved(job).plan
    for each in job.sets:
        told = {rest.id: rest for rest in plan.unplaced if rest.id in each.pieces}
        assert set(told) in (set(), set(each.pieces))
        assert all("rest of its set" in rest.message and rest.reason for rest in told.values())


@settings(FEW, max_examples=15)
@given(job=matched_jobs())
def test_the_number_of_cores_changes_nothing(job: CutJob) -> None:
    one, two = solved(job), solved(job, cores=2)
    assert (one.plan, one.bound, one.status) == (two.plan, two.bound, two.status)


@settings(FEW, max_examples=15)
@given(job=matched_jobs(routers=False))
def test_alternatives_keep_the_sets_together(job: CutJob) -> None:
    result = solve(job, Stop(iterations=2), 0, nesters=LIGHT, objective=Objective())
    assert result.alternatives or result.plan.unplaced
    for each in result.alternatives:
        assert check(job, each.plan) == ()


def a_stack(count: int = 1, **other: object) -> CutJob:
    """Stacks of three drawer fronts with upright grain."""
    names = [f"K{number}.front{at}" for number in range(count) for at in (1, 2, 3)]
    fronts = [a_piece(name, 596, 140 if name.endswith("1") else 280, grain=Grain.WIDTH) for name in names]
    sets = tuple(a_set(f"S{at}", *names[3 * at : 3 * at + 3]) for at in range(count))
    return replace(a_job(fronts, **other), sets=sets)  # type: ignore[arg-type]


def test_a_drawer_stack_comes_out_of_one_strip_in_order() -> None:
    job = a_stack(first_cut=FirstCut.LENGTH)
    (sheet,) = solved(job).plan.sheets
    spots = {each.id: (each.x, each.y) for each in sheet.placed}
    assert spots == {
        "K0.front1": (mm(10), mm(10)),
        "K0.front2": (mm(154), mm(10)),
        "K0.front3": (mm(438), mm(10)),
    }


def test_labels_count_a_set_row_by_row() -> None:
    job = a_stack()
    assert set_places(job)["K0.front2"] == ("S0", 2, 3)
    assert set_words(job)["K0.front3"] == "set S0 3/3"
    rows = (("K0.front1",), ("K0.front2", "K0.front3"))
    both = replace(job, sets=(PieceSet(id="B", rows=rows, follow=Follow.ALONG),))
    assert set_places(both)["K0.front2"] == ("B", 2, 3)


def test_a_block_that_is_only_trimmed_is_divided_before_it_is_trimmed() -> None:
    """With two stages the fronts are sawn from a wider strip each with a trim of its own."""
    wide = a_piece("wide", 1500, 700, grain=Grain.LENGTH)
    job = a_stack(max_stages=2, first_cut=FirstCut.LENGTH)
    job = replace(job, pieces=(wide, *job.pieces), boards=(a_board(2800, 720),))
    result = solve(job, Stop(iterations=2), 0, nesters=LIGHT)
    assert (result.plan.boards, check(job, result.plan)) == (1, ())


def test_a_plan_too_deep_to_divide_is_laid_anew_where_it_must() -> None:
    """Blocks stacked in the last stage cannot be crosscut; only those sheets change."""
    fronts = a_stack(8, first_cut=FirstCut.LENGTH)
    sides = [a_piece(f"side{number}", 720, 560, quantity=3, grain=Grain.LENGTH) for number in range(4)]
    job = replace(fronts, pieces=(*sides, *fronts.pieces), boards=(a_board(2440, 1220),))
    assert judge(job, solved(job)) == ()


def test_a_set_too_long_for_every_board_is_told_with_its_length() -> None:
    job = replace(a_stack(), boards=(a_board(600, 1220),))
    plan = solved(job).plan
    assert [rest.reason for rest in plan.unplaced] == ["no-board-long-enough"] * 3
    assert "set S0 (708 x 596 mm) takes 708 mm along the board" in plan.unplaced[0].message


def test_a_set_with_the_name_of_a_piece_is_no_trouble() -> None:
    job = a_stack()
    named = replace(job, pieces=(*job.pieces, a_piece("set S0", 300, 300)))
    assert judge(named, solved(named)) == ()


@FEW
@given(job=matched_jobs(), gone=st.booleans())
def test_an_edited_job_keeps_sheets_and_costs_no_more_than_afresh(job: CutJob, gone: bool) -> None:
    former = solved(job).plan
    matched = set_places(job)
    loose = [piece for piece in job.pieces if piece.id not in matched]
    if gone and loose:
        job = replace(job, pieces=tuple(piece for piece in job.pieces if piece is not loose[0]))
    elif loose:
        grown = replace(loose[0], quantity=loose[0].quantity + 1)
        job = replace(job, pieces=tuple(grown if piece is loose[0] else piece for piece in job.pieces))
    names = None if job.router else LIGHT
    steady = resolve(job, former, Stop(iterations=2), 0, nesters=names)
    assert judge(job, steady.result) == ()
    assert rank(job, steady.result.plan)[:3] <= rank(job, solved(job).plan)[:3]


def test_an_unchanged_job_with_sets_gets_its_former_plan_again() -> None:
    job = a_stack(8)
    former = solved(job).plan
    steady = resolve(job, former, Stop(iterations=2), 0, nesters=LIGHT)
    assert steady.result.plan == former
    assert (steady.kept, steady.changed) == (former.boards, ())


def test_sheets_without_the_edited_set_stay_as_they_are() -> None:
    job = replace(a_stack(12), boards=(a_board(1500, 1240),))
    former = solved(job).plan
    edited = replace(job, pieces=tuple(replace(p, width=mm(139)) if p.id == "K5.front1" else p for p in job.pieces))
    steady = resolve(edited, former, Stop(iterations=2), 0, nesters=LIGHT)
    assert judge(edited, steady.result) == ()
    assert steady.kept == former.boards - 1


def faults(job: CutJob) -> set[str]:
    return {fault.where for fault in check_job(job)}


def test_every_fault_of_a_set_is_told_with_its_path() -> None:
    job = a_stack()
    first, second, third = job.pieces

    def told(*pieces: Piece, **changes: object) -> set[str]:
        changed = replace(job, pieces=pieces or job.pieces)
        return faults(replace(changed, sets=(replace(job.sets[0], **changes),)))  # type: ignore[arg-type]

    assert told() == set()
    assert told(rows=(("K0.front1", "K0.front9"),)) == {"sets[0].pieces[1]"}
    assert told(rows=(("K0.front1", "K0.front1"),)) == {"sets[0].pieces[1]"}
    assert told(rows=(("K0.front1", "K0.front2"), ("K0.front2",))) == {"sets[0].rows[1][0]"}
    assert told(rows=(("K0.front1",),)) == {"sets[0]"}
    assert told(rows=(("K0.front1", "K0.front2"), ())) == {"sets[0].rows[1]"}
    assert told(id=" ") == {"sets[0].id"}
    assert told(allowance=-1) == {"sets[0].allowance"}
    assert told(replace(first, quantity=2), second, third) == {"sets[0]"}
    assert told(replace(first, material="oak"), second, third) == {"sets[0]"}
    assert told(replace(first, grain=Grain.FREE), second, third) == {"sets[0].pieces[0]"}
    assert faults(replace(job, saw=replace(job.saw, max_stages=1))) == {"saw.max_stages"}
    assert faults(replace(job, sets=(*job.sets, replace(job.sets[0])))) == {
        "sets[1].id",
        *(f"sets[1].pieces[{at}]" for at in range(3)),
    }


def test_rows_need_three_stages() -> None:
    rows = (("K0.front1",), ("K0.front2", "K0.front3"))
    job = replace(a_stack(max_stages=2), sets=(PieceSet(id="B", rows=rows, follow=Follow.ALONG),))
    assert faults(job) == {"saw.max_stages"}


@FEW
@given(job=matched_jobs())
def test_a_file_says_the_sets_again(job: CutJob) -> None:
    assert read_job(write_job(job)) == job


def test_a_file_tells_all_faults_of_its_sets() -> None:
    raw = json.loads(write_job(a_stack()))
    raw["sets"] = [{"id": "A", "follow": "up", "pieces": [1]}, {"id": "B", "follow": "along", "rows": [], "pieces": []}]
    with pytest.raises(InputError) as refused:
        read_job(json.dumps(raw))
    told = {fault.where for fault in refused.value.faults}
    assert {"sets[0].follow", "sets[0].pieces", "sets[1].rows"} <= told
