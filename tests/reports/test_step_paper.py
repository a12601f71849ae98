"""The step list: replaying what is printed gives the pieces of the plan, on a beam saw and on a table saw."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult, Node
from cutting.saw_time import sawing, usual_times
from cutting.sequence import steps
from cutting.solve import solve
from cutting.stop import Stop
from cutting.table_saw import settings as fence_settings
from cutting.table_saw import table_steps
from cutting.trees import mapped
from furnishing.grain import Grain
from furnishing.units import Length
from reports.diagrams import patterns
from reports.project import Project
from reports.render.pdf import pdf
from reports.saw_lines import SawKind, pattern_seconds, saw_lines
from reports.step_paper import step_pages
from tests.cutting.builders import a_job, a_piece
from tests.cutting.random_plans import a_random_result
from tests.cutting.set_jobs import a_set
from tests.reports.builders import a_project, an_operators_project
from tests.reports.page_checks import assert_texts_are_readable
from tests.reports.step_replay import replayed

EVERY_SAW = pytest.mark.parametrize("saw", list(SawKind))


def planned(project: Project) -> Counter[tuple[str, Length, Length]]:
    """The pieces of a plan with their sizes along and across the board."""
    found: Counter[tuple[str, Length, Length]] = Counter()
    for sheet in project.result.plan.sheets:
        for placed in sheet.placed:
            found[placed.id, placed.rect.length, placed.rect.width] += sheet.copies
    return found


def printed(project: Project, saw: SawKind) -> Counter[tuple[str, Length, Length]]:
    """The pieces that the printed list gives."""
    return replayed(pdf(step_pages(project, saw), title="Steps"))


def a_plan(job: CutJob, result: CutResult) -> Project:
    """A project of nothing but a plan."""
    return Project(name="Plan", customer="", date=datetime.date(2026, 3, 2), version="1", job=job, result=result)


def a_random_plan(seed: int) -> Project:
    """A random plan whose ids are as short as ids of a shop, so that none runs over its column."""
    job, result = a_random_result(seed)
    names = {piece.id: f"P{number}" for number, piece in enumerate(job.pieces)}

    def renamed(leaf: Node) -> Node:
        return leaf if leaf.piece is None else replace(leaf, piece=names[leaf.piece])

    sheets = tuple(
        replace(
            sheet,
            placed=tuple(replace(placed, id=names[placed.id]) for placed in sheet.placed),
            cuts=mapped(sheet.cuts, renamed) if sheet.cuts else None,
        )
        for sheet in result.plan.sheets
        if sheet.placed
    )
    pieces = tuple(replace(piece, id=names[piece.id]) for piece in job.pieces)
    return a_plan(replace(job, pieces=pieces), replace(result, plan=CutPlan(sheets=sheets)))


@EVERY_SAW
def test_replaying_the_printed_steps_gives_the_pieces_of_the_plan(saw: SawKind) -> None:
    for project in (a_project(), an_operators_project()):
        assert printed(project, saw) == planned(project)


@EVERY_SAW
@given(seed=st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_replaying_any_plan_gives_its_pieces(saw: SawKind, seed: int) -> None:
    project = a_random_plan(seed)
    if project.result.plan.sheets:
        assert printed(project, saw) == planned(project)


def test_a_cut_left_out_of_the_list_is_noticed() -> None:
    pages = step_pages(a_project(), SawKind.BEAM)
    torn = [replace(page, items=tuple(i for i in page.items if getattr(i, "text", "") != "7")) for page in pages]
    with pytest.raises(AssertionError, match="a cut is missing"):
        replayed(pdf(torn, title="Steps"))


@given(seed=st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_table_saw_makes_the_same_cuts_with_no_more_settings(seed: int) -> None:
    job, result = a_random_result(seed)
    for sheet in result.plan.sheets:
        beam, table = steps(sheet, job.saw), table_steps(sheet, job.saw)
        assert [step.number for step in table] == list(range(1, len(beam) + 1))
        lines = [Counter((s.direction, s.position, s.whole) for s in each) for each in (beam, table)]
        assert lines[0] == lines[1]
        freed = [Counter((leaf.piece, leaf.rect) for s in each for leaf in s.frees) for each in (beam, table)]
        assert freed[0] == freed[1]
        assert len(fence_settings(table)) <= len(fence_settings(beam))


def test_a_table_saw_rips_all_strips_before_the_first_crosscut() -> None:
    done = table_steps(a_project().result.plan.sheets[0], a_project().job.saw)
    assert [step.kind.value for step in done] == ["trim"] * 4 + ["rip"] * 2 + ["crosscut"] * 5 + ["recut"]
    assert [step.stop // 1000 for step in done[4:]] == [594, 559, 720, 720, 714, 564, 540, 563]


def test_a_matched_set_is_cut_in_its_order_on_a_table_saw_too() -> None:
    fronts = [a_piece(f"front{at}", 596, height, grain=Grain.WIDTH) for at, height in ((1, 140), (2, 283), (3, 190))]
    job = replace(a_job(fronts), sets=(a_set("A", "front1", "front2", "front3"),))
    project = a_plan(job, solve(job, Stop(iterations=1), 0, nesters=("shelves",)))
    (sheet,) = project.result.plan.sheets
    done = table_steps(sheet, job.saw, {"front1", "front2", "front3"})
    assert [leaf.piece for step in done for leaf in step.frees if leaf.piece] == ["front1", "front2", "front3"]
    assert printed(project, SawKind.TABLE) == planned(project)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_the_times_of_the_steps_add_up_to_that_of_the_model(seed: int) -> None:
    job, result = a_random_result(seed)
    times = usual_times()
    for sheet in result.plan.sheets:
        lines = saw_lines(sheet, job.saw, steps(sheet, job.saw), times)
        once = sum((line.seconds or Decimal(0) for line in lines), Decimal(0))
        one = sawing(job, CutPlan(sheets=(replace(sheet, copies=1),))).seconds(times)
        assert once + times.cycle + times.pattern_change + times.board_load == one


def test_the_times_of_all_patterns_add_up_to_that_of_the_plan() -> None:
    for project in (a_project(), an_operators_project()):
        total = sum(pattern_seconds(project, sheet) for sheet in patterns(project))
        assert total == sawing(project.job, project.result.plan).seconds(usual_times())


def test_a_plan_that_crosscuts_first_says_so_to_who_would_rip_first() -> None:
    job = replace(a_job([a_piece("tall", 500, 2000)] * 1), pieces=(a_piece("a", 900, 2000), a_piece("b", 900, 300)))
    result = solve(job, Stop(iterations=1), 0, nesters=("shelves",))
    project = a_plan(job, result)
    words = " ".join(text.text for page in step_pages(project, SawKind.TABLE) for text in page.texts)
    first = next(step for sheet in result.plan.sheets for step in steps(sheet, job.saw) if step.near is not None)
    assert ("crosscuts the board first" in words) == (first.direction.value == "width")


@EVERY_SAW
def test_the_pages_can_be_read(saw: SawKind) -> None:
    for project in (a_project(name="家具 " * 20), an_operators_project()):
        for page in step_pages(project, saw):
            assert_texts_are_readable(page, smallest=8.0)
